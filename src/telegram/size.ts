/** The room that a picture takes in the page's layout. */
import type { Media } from '../model/post.ts';

/**
 * A member of an album has width and height in its style; a single photo or video has the width, and in a part of it
 * the height as `padding-top` in per cent of that (captured).
 */
export function layoutSize(media: Element): Record<'width' | 'height', Media['width']> {
  const box = media.querySelector('.tgme_widget_message_photo, .tgme_widget_message_video_wrap');
  const width = styled(media, 'width', 'px') ?? styled(box, 'width', 'px');
  const percent = styled(box, 'padding-top', '%');
  const height = percent !== undefined && width !== undefined ? Math.round((width * percent) / 100) : undefined;
  return { width, height: styled(media, 'height', 'px') ?? height };
}

function styled(element: Element | null, property: string, unit: string): number | undefined {
  const pattern = new RegExp(`(?:^|;)\\s*${property}:\\s*(\\d{1,6}(?:\\.\\d+)?)${unit}`);
  const [, number] = pattern.exec(element?.getAttribute('style') ?? '') ?? [];
  return number === undefined ? undefined : Number(number);
}
