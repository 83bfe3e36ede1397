/** A stretch of a list. The orders that lists have are the model's. */
export { byChannelName, comparison, tieOf } from '../model/order.ts';

export interface Page {
  offset: number;
  limit: number;
}
