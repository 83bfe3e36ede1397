import type { LibraryData } from '../store/library.ts';
import type { Navigation } from './use-address.ts';

/** What each of the library's views is given. */
export interface ViewProps {
  data: LibraryData;
  navigation: Navigation;
  /** A file was chosen for import. */
  onFile: (file: File) => void;
}
