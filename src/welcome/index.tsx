/** The page that greets whoever has just installed Postil: the main job on a sample post, and where everything is. */
import { render } from 'preact';
import { dressDocument } from '../ui/words.ts';
import '../ui/base.css';
import '../ui/form.css';
import './welcome.css';
import { Welcome } from './welcome.tsx';

const place = document.getElementById('welcome');
if (place) {
  dressDocument('welcomeTitle');
  render(<Welcome />, place);
}
