/** The script that listens to keys. It only leaves in the world what `page.ts` takes from it, so that it may run twice. */
import { createPageKeys } from './page-keys.ts';
import { leftPage } from './world.ts';

const page = leftPage();
if (page) page.listen ??= createPageKeys(page);
