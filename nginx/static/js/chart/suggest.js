// Suggestions from a patient's record, beside their questions: accepted and refused without
// leaving the form. The buttons work without this script, too. Where the question has another
// answer already, the server says so and the person chooses.
import { applyState, blocks, form, wordsOf, writeAnswer } from './questions.js';
import { renewToken } from './sender.js';

const forms = document.getElementById('suggest');
const firstOf = (block) => block.querySelector('[data-suggestion]');
const buttonOf = (box, then) => box.querySelector(`button[value="${then}"]`);

function post(address, then, replace) {
  const fields = new URLSearchParams({ then });
  if (replace !== undefined) fields.append('replace', replace);
  fields.append('_csrf', forms.querySelector('[name="_csrf"]').value);
  return fetch(address, {
    method: 'POST', body: fields, redirect: 'error', headers: { Accept: 'application/json' },
  });
}

function tell(box, text) {
  let said = box.querySelector('.suggestion-said');
  if (!said) {
    said = document.createElement('span');
    said.className = 'suggestion-said';
    said.setAttribute('role', 'alert');
    box.append(said);
  }
  said.textContent = text;
}

// Both answers, in words, and a button for each.
function ask(box, block, address, { answer, version }) {
  const choice = document.createElement('div');
  const words = document.createElement('p');
  choice.className = 'conflict';
  choice.setAttribute('role', 'group');
  choice.setAttribute('aria-label', 'Two answers to this question');
  words.textContent = `The chart has “${wordsOf(block, answer)}”, the record suggests “${wordsOf(block, box.dataset.value)}”.`;
  choice.append(words);
  for (const [label, then] of [['Keep the answer', 'refuse'], ['Replace it', 'accept']]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-plain';
    button.textContent = label;
    button.addEventListener('click', () => decide(box, address, then, version));
    choice.append(button);
  }
  box.replaceChildren(choice);
  choice.querySelector('button').focus();
}

function done(box, block, then, state) {
  if (then === 'accept') {
    writeAnswer(block, box.dataset.value);
    for (const other of block.querySelectorAll('[data-suggestion]')) other.remove();
  } else box.remove();
  applyState(state);
  form.dispatchEvent(new CustomEvent('chart:saved', { detail: state }));
  (block.querySelector('.answer input:checked') ?? block.querySelector('.answer input')).focus({ preventScroll: true });
}

async function decide(box, address, then, replace) {
  const block = box.closest('[data-element]');
  try {
    let response = await post(address, then, replace);
    if (response.status === 403) {
      await renewToken();
      response = await post(address, then, replace);
    }
    const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
    if (response.ok && isJson) done(box, block, then, await response.json());
    else if (response.status === 409 && isJson) ask(box, block, address, await response.json());
    else tell(box, response.status === 409 ? 'Somebody decided this meanwhile: load the page again.' : 'Not sent: try again.');
  } catch {
    tell(box, 'Not sent: there is no connection. Try again.');
  }
}

/** Accepts or refuses the first suggestion of a question; false if there is none. */
export function decideFirst(block, then) {
  const box = firstOf(block);
  const button = box && buttonOf(box, then);
  if (button) button.click();
  return Boolean(button);
}

/** Takes the buttons over. */
export function startSuggestions() {
  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-suggestion] button[form="suggest"]');
    if (!button || !blocks.has(button.closest('[data-element]')?.dataset.element)) return;
    event.preventDefault();
    decide(button.closest('[data-suggestion]'), button.formAction, button.value);
  });
}
