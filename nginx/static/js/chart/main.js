// The abstraction form: saves each answer when its field is left, and shows what the
// server says of it. Without this script the form works by its buttons.
import { startBeside } from './beside.js';
import { startClock } from './clock.js';
import { startDates } from './dates.js';
import { startKeys } from './keys.js';
import { startPanel } from './panel.js';
import {
  applyState, blocks, form, readAnswer, settle, showConflict, versionOf, wordsOf, labelOf,
  writeAnswer,
} from './questions.js';
import { Queue } from './queue.js';
import { Sender } from './sender.js';
import { startSuggestions } from './suggest.js';

function start() {
  startBeside();
  const queue = new Queue(form.dataset.account, form.dataset.chart);
  if (form.querySelector('fieldset.abstraction-questions').disabled) {
    sayLeft(queue);
    return;
  }
  const sender = new Sender(queue, receive);
  let leaving = false;

  function keepTheirs(entry) {
    queue.remove(entry.element);
    const block = blocks.get(entry.element);
    writeAnswer(block, entry.conflict);
    showConflict(block);
    sayChosen();
    focusOn(block);
  }

  function useMine(entry) {
    const block = blocks.get(entry.element);
    queue.put(entry.element, entry.text, entry.base);
    showConflict(block);
    focusOn(block);
    sender.run();
  }

  function sayChosen() {
    if (queue.all().length === 0) sender.say('saved', 'All answers are saved.');
  }

  function receive(entry, answer) {
    const { element } = entry;
    if (element in answer.current)
      queue.conflict(entry, answer.current[element], answer.versions[element]);
    else queue.done(entry, answer.versions[element]);
    applyState(answer);
    showConflict(blocks.get(element), queue.get(element), keepTheirs, useMine);
    form.dispatchEvent(new CustomEvent('chart:saved', { detail: answer }));
  }

  function put(block) {
    const { element } = block.dataset;
    queue.put(element, readAnswer(block), versionOf(element));
    showConflict(block);
    sender.run();
  }

  // What an earlier visit of this page could not send. What the server has already, since only
  // its answer was lost, is done.
  function restore() {
    for (const entry of queue.all()) {
      const block = blocks.get(entry.element);
      if (!block || (readAnswer(block) === entry.text && entry.conflict === undefined)) {
        queue.remove(entry.element);
        continue;
      }
      writeAnswer(block, entry.text);
      showConflict(block, entry, keepTheirs, useMine);
    }
    form.dispatchEvent(new Event('chart:restored'));
  }

  form.addEventListener('change', (event) => {
    const block = event.target.closest('[data-element]');
    if (!block) return;
    settle(event.target, block);
    put(block);
  });
  form.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('focus', () => sender.run());
  window.addEventListener('online', () => sender.run());
  window.addEventListener('pagehide', () => document.activeElement?.blur());
  window.addEventListener('beforeunload', (event) => {
    if (!queue.lasting && queue.all().length > 0 && !leaving) event.preventDefault();
  });

  startDates();
  startKeys();
  startSuggestions();
  startPanel();
  startClock();
  restore();
  sender.say('idle', 'Each answer is saved as you give it.');
  sender.run();
}

function focusOn(block) {
  (block.querySelector('.answer input:checked') ?? block.querySelector('.answer input')).focus();
}

// The chart was completed or closed before these could be sent: they are told, not dropped.
function sayLeft(queue) {
  const left = queue.all().filter((entry) => blocks.has(entry.element)
    && readAnswer(blocks.get(entry.element)) !== entry.text);
  if (left.length === 0) return;
  const state = document.getElementById('save-state');
  const list = document.createElement('ul');
  const forget = document.createElement('button');
  for (const entry of left) {
    const item = document.createElement('li');
    const block = blocks.get(entry.element);
    item.textContent = `${labelOf(block)} ${wordsOf(block, entry.text)}`;
    list.append(item);
  }
  forget.type = 'button';
  forget.className = 'btn btn-plain';
  forget.textContent = 'Forget them';
  forget.addEventListener('click', () => {
    for (const entry of queue.all()) queue.remove(entry.element);
    state.replaceChildren();
  });
  state.dataset.state = 'wrong';
  state.append('These answers were given here but not saved, since the chart can no longer be changed:',
    list, forget);
}

if (form) start();
