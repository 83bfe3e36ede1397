import type { Post } from '../model/post.ts';
import { message } from '../webext/i18n.ts';

/** The post, for a reader who does not see it beside the form. */
export function PostCard({ post: { channelTitle, handle, postId, text } }: { post: Post }) {
  return (
    <article class="post">
      <h1><bdi>{channelTitle ?? handle}</bdi> › {postId}</h1>
      <p class="post-text" dir="auto">{text ?? message('postWithoutText')}</p>
    </article>
  );
}
