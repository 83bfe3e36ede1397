/** Who sent a message, as the browser tells it. */

/** `content`: a content script on a Telegram host. `extension`: a page of ours, framed or not. */
export type Sender = 'content' | 'extension';

export interface Caller {
  kind: Sender;
  /** Absent for pages that stand in no tab, such as the popup. */
  tabId?: number;
  /** 0 is the tab's top document. */
  frameId?: number;
  /** Host of the page that a content script stands in. */
  host?: string;
}
