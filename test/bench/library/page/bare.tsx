/** The least that can show the newest rows of the same database: Dexie and Preact, and nothing of ours. */
import { Dexie } from 'dexie';
import { render } from 'preact';

interface Row {
  id: string;
  channelRef: string;
  postId: number;
  captureId: string;
  note: string;
}

async function show(place: HTMLElement): Promise<void> {
  // Whatever the database's version, it says itself what is in it.
  const db = new Dexie('postil');
  await db.open();
  const rows = await db.table<Row>('annotations').orderBy('updatedAt').reverse().limit(50).toArray();
  const captures = await db.table<{ content: { text?: string } }>('captures')
    .bulkGet(rows.map(({ channelRef, postId, captureId }) => [channelRef, postId, captureId]));
  render(
    <ul aria-label="Annotations">
      {rows.map(({ id, postId, note }, i) => (
        <li key={id}>
          <a href={`https://t.me/s/channel/${postId}`}>{postId}</a>
          <p>{captures[i]?.content.text}</p>
          <p>{note}</p>
        </li>
      ))}
    </ul>,
    place,
  );
}

const place = document.getElementById('bare');
if (place) await show(place);
