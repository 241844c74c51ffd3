// The live panel: the measures this chart counts in, as the server says after each save.
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

/** Keeps the panel as the last save left it. */
export function startPanel() {
  form.addEventListener('chart:saved', (event) => {
    const { summary, measures } = event.detail.standing;
    panel.querySelector('summary').textContent = summary;
    panel.querySelector('.standing-list').replaceChildren(...measures.map(itemOf));
  });
}
