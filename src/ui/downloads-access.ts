import type { Access } from '../webext/permissions.ts';

/** What copies need that are saved without being asked for. */
export const downloadsAccess: Access = { permissions: ['downloads'] };
