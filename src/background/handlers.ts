/** What the worker does for each call of the table. Saves go to the strict connection, all else to the relaxed one. */
import { type Handlers } from '../messages/router.ts';
import { CallError } from '../messages/result.ts';
import type { Shown } from '../messages/content-answers.ts';
import type { Signal } from '../messages/signals.ts';
import { isTelegramHost } from '../model/identity.ts';
import { type Quote, type Target, targetKey } from '../model/annotation.ts';
import type { Caller } from '../model/caller.ts';
import type { Options } from '../model/options.ts';
import type { AnnotationView } from '../model/view.ts';
import { deleteAnnotation, restoreAnnotation, saveById, saveOnPost } from '../store/annotations.ts';
import { setOwnName } from '../store/authors.ts';
import { recordExport, setAutomaticBackup, snoozeBackup } from '../store/backup.ts';
import { deleteDraft, quotesInDrafts, readDraft, writeDraft } from '../store/drafts.ts';
import { eraseEverything } from '../store/erase.ts';
import { keepTags } from '../store/keep-tags.ts';
import { readKeptTags } from '../store/kept-tags.ts';
import { readOptions, writeOptions } from '../store/options.ts';
import { annotationsOfPosts, ownAnnotation } from '../store/posts.ts';
import type { Database } from '../store/schema.ts';
import { beginRebuild } from '../store/search/rebuild.ts';
import { tagUses } from '../store/tags.ts';
import { changedSince, recordContent, recordGaps, recordLooks } from '../store/sightings.ts';
import { writeTags } from '../store/tags-write.ts';
import { sayOnPages } from '../webext/badge.ts';
import { runInFrame, styleFrame } from '../webext/inject.ts';
import { bumpRev } from '../webext/rev.ts';
import { appVersion } from '../webext/runtime.ts';
import { closeTab, openOwnPage, showOwnPage, tellFrame } from '../webext/tabs.ts';
import { countOnPage } from './badge.ts';
import { indexInTurn } from './indexing.ts';
import { showMenuEntry } from './menu.ts';
import { claimToken, giveToTab, grantOf, grantToOpenInTab, issueToken, revokeToken } from './tokens.ts';

function isOf(target: Target, text = ''): boolean {
  return target.kind === 'post' || text.slice(target.start, target.end) === target.exact;
}

/** @param words whether the page shows more than that something was written */
function shown({ annotation: { note, target }, tags, author, mine }: AnnotationView, changed: boolean, words: boolean): Shown {
  return {
    tags: words ? tags.map((tag) => tag.name) : [],
    note: words ? note : '',
    mine,
    ...(author.name !== undefined && { author: author.name }),
    ...(target.kind === 'quote' && { quote: target }),
    ...(changed && { changed }),
  };
}

/** What is typed about words about which something is saved already is found by its form. */
function shownDrafts(quotes: readonly Quote[], views: readonly AnnotationView[]): Shown[] {
  const saved = new Set(views.flatMap(({ annotation: { target }, mine }) => (mine ? [targetKey(target)] : [])));
  return quotes.filter((quote) => !saved.has(targetKey(quote))).map((quote) => ({ tags: [], note: '', mine: true, quote, draft: true }));
}

/** Gives a page on t.me the words of the chosen language: it cannot hold those of all. What fails leaves it with the browser's. */
async function sayWordsIn(language: Options['language'], locale: string, { tabId, frameId }: Caller): Promise<void> {
  if (language === '' || language === locale || tabId === undefined || frameId === undefined) return;
  await runInFrame(tabId, frameId, `words/${language}.js`).catch(() => undefined);
}

export function createHandlers(strict: Database, relaxed: Database): Handlers {
  async function tellPage(signal: Signal & { token: string }, place: { tabId: number; frameId: number }): Promise<void> {
    await tellFrame(place.tabId, place.frameId, signal);
  }

  return {
    async 'annotations.forPosts'({ keys, locale }, caller) {
      const { onPages, pageKeys, language } = await readOptions(relaxed);
      // Before the answer, upon which the page draws what is known.
      await sayWordsIn(language, locale, caller);
      // Where nothing is shown there is nothing that they could go to.
      if (onPages === 'nothing') return { onPages, pageKeys: false, posts: keys.map(() => []) };
      const [views, drafts] = await Promise.all([annotationsOfPosts(relaxed, keys), quotesInDrafts(relaxed, keys)]);
      const changed = await changedSince(relaxed, views.flat());
      return {
        onPages,
        pageKeys,
        posts: views.map((ofPost, i) => [
          ...ofPost.map((view) => shown(view, changed.has(view), onPages === 'notes')),
          ...shownDrafts(drafts[i] ?? [], ofPost),
        ]),
      };
    },

    async 'page.reader'(_, { tabId, frameId }) {
      if (tabId !== undefined && frameId !== undefined) await runInFrame(tabId, frameId, 'reader.js');
    },

    async 'page.keys'(_, { tabId, frameId }) {
      if (tabId !== undefined && frameId !== undefined) await runInFrame(tabId, frameId, 'keys.js');
    },

    async 'page.quoteStyles'(_, { tabId, frameId }) {
      if (tabId !== undefined && frameId !== undefined) await styleFrame(tabId, frameId, 'assets/quotes.css');
    },

    async 'posts.seen'({ looks }) {
      const { wanted, changed } = await recordLooks(relaxed, looks);
      if (changed) await bumpRev();
      return { wanted };
    },

    async 'posts.content'(offered) {
      if (await recordContent(relaxed, offered)) await bumpRev();
    },

    async 'posts.notShown'({ gaps, sighting }) {
      await recordGaps(relaxed, gaps, sighting);
    },

    async 'editor.open'(offer, caller) {
      return { token: await issueToken(offer, caller, Date.now()) };
    },

    async 'editor.openTab'({ token }, caller) {
      const grant = await grantToOpenInTab(token, caller, Date.now());
      const path = `editor.html#${new URLSearchParams({ token })}`;
      if (await showOwnPage(path)) return;
      await giveToTab(token, grant, Date.now());
      await openOwnPage(path, grant.tabId);
    },

    async 'page.annotated'({ count, began }, caller) {
      await countOnPage(count, began, caller, Date.now());
    },

    async 'editor.claim'({ token }, caller) {
      const grant = await claimToken(token, caller, Date.now());
      const { offered, target } = grant;
      const [stored, draft, kept, { language, theme }] = await Promise.all([
        ownAnnotation(relaxed, offered.post, target), readDraft(relaxed, offered.post, target), readKeptTags(relaxed), readOptions(relaxed),
      ]);
      // What a page offers as words of a post must be that, unless something was written about them before.
      if (!stored && !draft && !isOf(target, offered.post.text)) throw new CallError('invalid', 'the post does not hold these words');
      const changed = stored ? await changedSince(relaxed, [stored]) : undefined;
      await tellPage({ signal: 'editor.claimed', token }, grant);
      return {
        offered,
        target,
        ...(stored && {
          stored: {
            id: stored.annotation.id, rev: stored.annotation.rev, note: stored.annotation.note,
            tags: stored.tags.map((tag) => tag.name),
          },
        }),
        ...(draft && { draft: { tags: draft.tags, pending: draft.pending, note: draft.note, rev: draft.rev } }),
        ...(changed?.size && { changed: true }),
        ...(kept && { kept }),
        ...(language !== '' && { language }),
        ...(theme !== 'browser' && { theme }),
      };
    },

    async 'editor.resized'({ token, height }, caller) {
      await tellPage({ signal: 'editor.resized', token, height }, await grantOf(token, caller, Date.now()));
    },

    async 'editor.closed'({ token, notice, done }, caller) {
      const grant = await grantOf(token, caller, Date.now());
      await tellPage({ signal: 'editor.closed', token, notice, done }, grant);
      if (notice) return;
      // Last, so that a call that fails before can be made again. With its tab, a token goes too.
      if (grant.inTab && caller.tabId !== undefined) await closeTab(caller.tabId);
      else await revokeToken(token);
    },

    async 'tags.uses'() {
      return tagUses(relaxed);
    },

    async 'tags.write'({ tags }) {
      if (!(await writeTags(strict, tags, Date.now()))) throw new CallError('conflict', 'these tags were changed meanwhile');
      await bumpRev();
    },

    async 'tags.keep'({ names }) {
      await keepTags(relaxed, names);
    },

    async 'draft.save'({ key, target, draft }) {
      await writeDraft(relaxed, key, target, draft, Date.now());
    },

    async 'draft.discard'({ key, target }) {
      await deleteDraft(relaxed, key, target);
    },

    async 'annotation.saveOnPost'({ offered, target, body, rev }) {
      const outcome = await saveOnPost(strict, offered, target, body, rev, { now: Date.now(), app: appVersion() });
      if (outcome.status === 'saved') {
        await bumpRev();
        const { host } = new URL(offered.sighting.url);
        // What was saved is saved: that the host cannot be remembered is no failure of it.
        if (isTelegramHost(host)) await writeOptions(relaxed, { telegramHost: host }).catch(() => undefined);
      }
      return outcome;
    },

    async 'annotation.save'({ id, body, rev }) {
      const outcome = await saveById(strict, id, body, rev, Date.now());
      if (!outcome) throw new CallError('gone', 'this annotation was deleted');
      if (outcome.status === 'saved') await bumpRev();
      return outcome;
    },

    async 'annotation.delete'({ id }) {
      await deleteAnnotation(strict, id, Date.now());
      await bumpRev();
    },

    async 'annotation.restore'({ id }) {
      const restored = await restoreAnnotation(strict, id, Date.now());
      if (restored === undefined) throw new CallError('gone', 'there is nothing to take back');
      await bumpRev();
      return { id: restored };
    },

    async 'data.erase'() {
      await eraseEverything(strict);
      await bumpRev();
    },

    async 'search.rebuild'() {
      await beginRebuild(relaxed);
    },

    async 'search.index'() {
      await indexInTurn(relaxed);
    },

    async 'author.setName'({ name }) {
      await setOwnName(relaxed, name);
    },

    async 'options.setOnPages'({ onPages }) {
      await writeOptions(relaxed, { onPages });
      await bumpRev();
      await sayOnPages(onPages);
    },

    async 'options.setPageKeys'({ pageKeys }) {
      await writeOptions(relaxed, { pageKeys });
      await bumpRev();
    },

    async 'options.setLanguage'({ language }) {
      await writeOptions(relaxed, { language });
      await bumpRev();
      await showMenuEntry({ language });
    },

    async 'options.setTheme'({ theme }) {
      await writeOptions(relaxed, { theme });
    },

    async 'backup.exported'({ held, at }) {
      await recordExport(relaxed, held, at);
    },

    async 'backup.snooze'() {
      await snoozeBackup(relaxed, Date.now());
    },

    async 'backup.setAutomatic'({ automatic }) {
      await setAutomaticBackup(relaxed, automatic);
    },
  };
}
