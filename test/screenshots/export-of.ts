/** A file of somebody else's, of which some is new here, some the same and one not to be taken. */
import { written } from './written.ts';

export function exportOf(): string {
  const entry = (name: string, i: number, changes: object = {}) => {
    const [channel, id] = name.split('/');
    const { tags, note } = written.find((each) => each.name === name) ?? {};
    return {
      id: `anna-${i}`, author: 'anna', post: { channel, postId: Number(id) }, tags: tags ?? ['spring'], note: note ?? 'Look again in spring.',
      createdAt: new Date(Date.UTC(2026, 8, 12, 8, i)).toISOString(), ...changes,
    };
  };
  return JSON.stringify({
    format: 'postil', version: 1, owner: 'anna', authors: [{ id: 'anna', name: 'Anna' }],
    annotations: [
      entry('harbour_gazette/90', 0), entry('harbour_gazette/85', 1, { tags: ['crane'], note: 'Which of the three?' }), entry('northern_herald/140', 2),
      entry('khabar_bandar/46', 3), entry('harbour_gazette/80', 4, { createdAt: 'some day' }),
    ],
  });
}
