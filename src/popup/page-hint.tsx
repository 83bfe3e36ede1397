import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { PageDescription, descriptionKey } from '../messages/page-description.ts';
import type { NoPostsReason } from '../model/page.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { askPage } from '../webext/inject.ts';
import { useLater } from '../ui/use-later.ts';
import { activeTabId } from '../webext/tabs.ts';

const words: Record<NoPostsReason, MessageKey> = {
  'post-landing': 'noPostsPostLanding',
  'channel-landing': 'noPostsChannelLanding',
  'no-preview': 'noPostsNoPreview',
  'empty-search': 'noPostsEmptySearch',
  'empty-feed': 'noPostsEmptyFeed',
  'missing-post': 'noPostsMissingPost',
  comments: 'noPostsComments',
  other: 'noPostsOther',
};

const loadMarkupHint = () => import('./markup-hint.tsx');

async function describeActiveTab(): Promise<PageDescription> {
  const tabId = await activeTabId();
  const described = v.safeParse(PageDescription, tabId !== undefined && await askPage(tabId, 'describe.js', descriptionKey));
  return described.success ? described.output : {};
}

/** On a Telegram page that shows no posts: why. On one that Postil can no longer read: what of it. */
export function PageHint() {
  const [{ noPosts, markup }, setDescription] = useState<PageDescription>({});
  const loaded = useLater(loadMarkupHint, markup !== undefined);
  useEffect(() => void describeActiveTab().then(setDescription), []);
  if (markup) return loaded ? <loaded.MarkupHint {...markup} /> : null;
  return noPosts === undefined ? null : <p class="page-hint" role="note">{message(words[noPosts])}</p>;
}
