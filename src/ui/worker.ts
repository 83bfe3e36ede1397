/** The worker, as our own pages may call it. */
import { createClient } from '../messages/client.ts';
import { answers } from '../messages/table.ts';
import { isOrphaned, sendToWorker } from '../webext/runtime.ts';

export const call = createClient(answers, { send: sendToWorker, isOrphaned });
