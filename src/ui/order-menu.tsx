import { type Query, type Sort, sorts } from '../model/query.ts';
import { type MessageKey, message } from '../webext/i18n.ts';

const names: Record<Sort, MessageKey> = { changed: 'orderChanged', created: 'orderCreated', post: 'orderPost', channel: 'orderChannel' };

export interface OrderMenuProps {
  query: Query;
  onQuery: (query: Query) => void;
}

/** What the list is ordered by. */
export function OrderMenu({ query, onQuery }: OrderMenuProps) {
  return (
    <select class="order" aria-label={message('order')} value={query.sort} onChange={({ currentTarget }) => {
      const sort = sorts.find((each) => each === currentTarget.value);
      if (sort) onQuery({ ...query, sort });
    }}>
      {sorts.map((sort) => <option key={sort} value={sort}>{message(names[sort])}</option>)}
    </select>
  );
}
