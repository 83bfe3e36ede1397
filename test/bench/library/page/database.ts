/** The one connection of this page for all but saves. */
import { Database } from '../../../../src/store/schema.ts';

export const db = new Database('relaxed');
