/** The worker, as this script may call it. */
import { createClient } from '../messages/client.ts';
import { contentAnswers } from '../messages/content-answers.ts';
import { isOrphaned, sendToWorker } from '../webext/runtime.ts';

export const call = createClient(contentAnswers, { send: sendToWorker, isOrphaned });
