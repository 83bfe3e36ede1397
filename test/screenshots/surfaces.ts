/** Every surface in every state: a new one is one more entry of a list. */
import { inLibrary } from './in-library.ts';
import { inPopup } from './in-popup.ts';
import { inWelcome } from './in-welcome.ts';
import { onPages } from './on-pages.ts';
import type { Surface } from './surface.ts';

export const surfaces: readonly Surface[] = [...onPages, ...inWelcome, ...inPopup, ...inLibrary];
