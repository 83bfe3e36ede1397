/** A page of another site that frames posts, as newspapers do: `https://example.org/…?post=NAME/ID&post=…`. */
import { renderDocument, scripts } from './document.ts';
import { html, nothing } from './html.ts';

/** Each post is "NAME/ID". `sandbox` becomes the frames' attribute of that name. */
export function renderForeignPage(posts: readonly string[], sandbox: string | undefined): string {
  const attribute = sandbox === undefined ? nothing : html` sandbox="${sandbox}"`;
  return renderDocument({
    title: 'Notes from the coast',
    bodyClass: 'foreign',
    head: scripts.foreign,
    body: html`    <article>
      <h1>Notes from the coast</h1>
      <p>What the harbour wrote this week, as it wrote it.</p>
      ${posts.map(post => html`<iframe class="post" src="https://t.me/${post}?embed=1" width="100%" height="80" frameborder="0" scrolling="no"${attribute}></iframe>
      `)}
      <p>More on this in the next issue.</p>
    </article>`,
  });
}
