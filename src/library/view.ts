import type { LibraryData } from '../store/library.ts';
import type { Many, ManyState } from './many.ts';
import type { Navigation } from './use-address.ts';

/** What each of the library's views is given. */
export interface ViewProps {
  data: LibraryData;
  navigation: Navigation;
  /** A file was chosen for import. */
  onFile: (file: File) => void;
  /** What is done to many annotations at once, and how far it is. */
  many: Many;
  step: ManyState;
}
