import { message } from '../webext/i18n.ts';

/** The language of the search, for whoever wants to know it. The menus do without. */
export function SearchHelp() {
  return (
    <details class="search-help">
      <summary>{message('searchHelp')}</summary>
      <SearchExamples />
    </details>
  );
}

export function SearchExamples() {
  const lines: [example: string, means: string][] = [
    ['tariff qua', message('helpWords')], ['"low tide"', message('helpPhrase')], ['tag:ports', message('helpTag')],
    ['channel:harbour', message('helpChannel')], ['kind:photo', message('helpKind')], ['by:me', message('helpBy')],
    ['has:note', message('helpHas')], ['after:2026-03 before:2026-04-15', message('helpTimes')], ['-tag:done', message('helpNot')],
  ];
  return (
    <dl class="search-examples">{lines.map(([example, means]) => <div key={example}><dt><code>{example}</code></dt><dd>{means}</dd></div>)}</dl>
  );
}
