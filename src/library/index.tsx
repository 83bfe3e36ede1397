/** The library: the same list with room to read what each post said, and what can be done with all of it. */
import { render } from 'preact';
import { openLibrary } from '../store/library.ts';
import { dressPage } from '../ui/dress-page.ts';
import { rebuildIndex } from '../ui/rebuild-index.ts';
import '../ui/base.css';
import '../ui/form.css';
import '../ui/review.css';
import '../ui/shortcut-list.css';
import './library.css';
import './selection.css';
import './narrowing.css';
import './detail.css';
import './history.css';
import './tags.css';
import './data.css';
import './narrow.css';
import './import.css';
import './worklist.css';
import { Library } from './library.tsx';

const place = document.getElementById('library');
if (place) {
  const data = openLibrary({ onDamaged: rebuildIndex });
  void dressPage('libraryTitle', data.optionsNow()).then(() => render(<Library data={data} />, place));
}
