/** Runs before a page of ours is painted, which modules do not: a classic script, as `theme.js`. */
import { wearNotedTheme } from './theme.ts';

wearNotedTheme();
