/** The toolbar popup: the quick list. */
import { render } from 'preact';
import { openReview } from '../store/review.ts';
import { rebuildIndex } from '../ui/rebuild-index.ts';
import { dressDocument } from '../ui/words.ts';
import '../ui/base.css';
import '../ui/form.css';
import '../ui/review.css';
import './popup.css';
import { Popup } from './popup.tsx';

const place = document.getElementById('popup');
if (place) {
  dressDocument('extensionName');
  render(<Popup data={openReview({ onDamaged: rebuildIndex })} />, place);
}
