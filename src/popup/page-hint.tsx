import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { PageDescription, type Signal } from '../messages/signals.ts';
import type { NoPostsReason } from '../model/page.ts';
import { type MessageKey, message } from '../webext/i18n.ts';
import { activeTabId, tellFrame } from '../webext/tabs.ts';

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

async function reasonOfActiveTab(): Promise<NoPostsReason | undefined> {
  const tabId = await activeTabId();
  if (tabId === undefined) return undefined;
  const described = v.safeParse(PageDescription, await tellFrame(tabId, 0, { signal: 'page.describe' } satisfies Signal));
  return described.success ? described.output.noPosts : undefined;
}

/** On a Telegram page that shows no posts: why. */
export function PageHint() {
  const [reason, setReason] = useState<NoPostsReason>();
  useEffect(() => void reasonOfActiveTab().then(setReason), []);
  return reason === undefined ? null : <p class="page-hint" role="note">{message(words[reason])}</p>;
}
