// The live panel: the measures this chart counts in, as the server says after each save. The
// list comes only while the panel is open, and is asked for when somebody opens it.
import { form } from './questions.js';

const panel = document.getElementById('standing');

function element(name, text, className) {
  const one = document.createElement(name);
  one.textContent = text;
  if (className) one.className = className;
  return one;
}

function itemOf(measure) {
  const item = document.createElement('li');
  item.dataset.standing = measure.code;
  item.append(element('strong', measure.number), ' ', element('span', measure.words, 'standing-words'),
    element('span', measure.title, 'standing-title'));
  if (measure.missing.length > 0) {
    const list = document.createElement('ul');
    list.append(...measure.missing.map((text) => element('li', text)));
    item.append(list);
  }
  return item;
}

export const panelIsOpen = () => panel.open;

let behind = false; // the list is older than the last save

function show({ summary, measures }) {
  panel.querySelector('summary').textContent = summary;
  behind = measures === undefined;
  if (!behind) panel.querySelector('.standing-list').replaceChildren(...measures.map(itemOf));
}

// Asks for the list; without an answer it stays as it was until the next save.
async function catchUp() {
  try {
    const response = await fetch(`${location.pathname}/standing`, { headers: { Accept: 'application/json' } });
    if (response.ok) show(await response.json());
  } catch { /* the sender says that there is no connection */ }
}

/** Keeps the panel as the last save left it. */
export function startPanel() {
  form.addEventListener('chart:saved', (event) => {
    show(event.detail.standing);
    if (behind && panel.open) catchUp();
  });
  panel.addEventListener('toggle', () => {
    if (behind && panel.open) catchUp();
  });
}
