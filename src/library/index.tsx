/** The library: the same list with room to read what each post said. */
import { render } from 'preact';
import { openReview } from '../store/review.ts';
import { dressDocument } from '../ui/words.ts';
import '../ui/base.css';
import '../ui/review.css';
import './library.css';
import { Library } from './library.tsx';

const place = document.getElementById('library');
if (place) {
  dressDocument('libraryTitle');
  render(<Library data={openReview()} />, place);
}
