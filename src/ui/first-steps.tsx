import { message } from '../webext/i18n.ts';

/** What a newcomer sees in place of an empty list: how to make the first annotation. */
export function FirstSteps() {
  return (
    <section class="first-steps" aria-label={message('firstStepsTitle')}>
      <h2>{message('firstStepsTitle')}</h2>
      <ol>
        <li>{message('firstStepOpen')} <a href="https://t.me/s/telegram" target="_blank" rel="noreferrer">t.me/s/telegram</a></li>
        <li>{message('firstStepPoint')} <span class="sample">¶ {message('annotate')}</span></li>
        <li>{message('firstStepWrite')}</li>
      </ol>
      <p>{message('firstStepsPrivacy')}</p>
      <p><a href="library.html#guide" target="_blank">{message('guide')}</a></p>
    </section>
  );
}
