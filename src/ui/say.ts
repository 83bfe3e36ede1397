/** Milliseconds after which screen readers have noticed a place that is new, or empty again. */
const noticed = 100;

let place: HTMLElement | undefined;

/** Has screen readers say what is only to be seen by what went: a form, or a notice. */
export function say(words: string): void {
  if (!place) {
    place = document.createElement('p');
    place.role = 'status';
    place.className = 'unseen';
    document.body.append(place);
  }
  const region = place;
  region.textContent = '';
  setTimeout(() => { region.textContent = words; }, noticed);
}
