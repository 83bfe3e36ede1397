/** The toolbar popup: the quick list. */
import { render } from 'preact';
import { openReview } from '../store/review.ts';
import { dressPage } from '../ui/dress-page.ts';
import { rebuildIndex } from '../ui/rebuild-index.ts';
import '../ui/base.css';
import '../ui/form.css';
import '../ui/review.css';
import './popup.css';
import { Popup } from './popup.tsx';

const place = document.getElementById('popup');
if (place) {
  const data = openReview({ onDamaged: rebuildIndex });
  void dressPage('extensionName', data.optionsNow()).then(() => render(<Popup data={data} />, place));
}
