/** A chosen filter in words. */
import { currentHandle } from '../model/channel.ts';
import { filterValue } from '../model/filters.ts';
import { handleKey } from '../model/identity.ts';
import { type Term, parseText } from '../model/query.ts';
import type { Author, Facets } from '../model/view.ts';
import { message } from '../webext/i18n.ts';
import { haveableWords, kindWords } from './kind-words.ts';
import { day } from './words.ts';

/** @param facets know what channels and authors are called */
export function filterWords(filter: string, facets: Facets | undefined): string {
  const [term] = parseText(filter).terms;
  if (!term) return filter;
  const said = termWords(term, filterValue(filter), facets);
  return term.not ? message('filterNot', said) : said;
}

export function authorWords({ name }: Author, mine: boolean): string {
  return name ?? message(mine ? 'you' : 'unnamedAuthor');
}

function termWords(term: Term, value: string, facets: Facets | undefined): string {
  switch (term.is) {
    case 'words': return value;
    case 'tag': return message('filterTag', value);
    case 'channel': {
      const found = facets?.channels.find(({ channel }) => handleKey(currentHandle(channel)) === term.handle);
      return message('filterChannel', found?.channel.title ?? value);
    }
    case 'by': {
      const found = facets?.authors.find(({ author, mine }) => author.id === term.id || (term.me && mine));
      return message('filterBy', found ? authorWords(found.author, found.mine) : term.me ? message('you') : value);
    }
    case 'kind': return kindWords(term.kind);
    case 'has': return haveableWords(term.what);
    case 'after': return message('filterAfter', day(term.time));
    case 'before': return message('filterBefore', day(term.time));
  }
}
