// Speed keys: single keys that work while no text is typed. They stand under the form and in a
// dialog, what they do is said to screen readers, and they can be switched off (WCAG 2.1.4).
import { openBeside } from './beside.js';
import { askedBlocks, blocks, form, isAnswered, labelOf, wordsOf, readAnswer } from './questions.js';
import { decideFirst } from './suggest.js';

const OFF = 'myqopi.keys';
const dialog = document.getElementById('keys');
const spoken = document.getElementById('keys-said');
let current = null; // the question that had the focus last

const isTyping = (target) =>
  target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]');
const inputsOf = (block) => [...block.querySelectorAll('.answer input')];

function switchedOn() {
  try {
    return localStorage.getItem(OFF) !== 'off';
  } catch {
    return document.body.classList.contains('keys-on');
  }
}

// With the keys on, c leads to what stands beside a question, and Tab from answer to answer.
function switchTo(on) {
  document.body.classList.toggle('keys-on', on);
  for (const link of form.querySelectorAll('.beside-link')) link.tabIndex = on ? -1 : 0;
  try {
    localStorage.setItem(OFF, on ? 'on' : 'off');
  } catch { /* it lasts as long as the page */ }
}

function say(text) {
  spoken.textContent = '';
  requestAnimationFrame(() => { spoken.textContent = text; });
}

// The question that keys speak of: where the focus is or was.
function currentBlock() {
  return current && !current.hidden ? current : null;
}

function goTo(block) {
  const inputs = inputsOf(block);
  (inputs.find((input) => input.checked) ?? inputs[0]).focus({ preventScroll: true });
  block.scrollIntoView({ block: 'nearest' });
  current = block;
}

// To the next question (1) or the one before (-1); false at the end.
function step(by) {
  const all = askedBlocks();
  const at = all.indexOf(currentBlock());
  const next = all[at < 0 ? 0 : at + by];
  if (next) goTo(next);
  else say(by > 0 ? 'This is the last question.' : 'This is the first question.');
  return next !== undefined;
}

function nextUnanswered() {
  const all = askedBlocks();
  const at = all.indexOf(currentBlock());
  const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((block) => !isAnswered(block));
  if (next) goTo(next);
  else {
    form.querySelector('button[value="complete"]').focus();
    say('Every question is answered.');
  }
}

// Ticks or chooses as a click does; the form hears of it.
function choose(block, input) {
  input.focus();
  input.click();
  say(`${labelOf(block)} ${wordsOf(block, readAnswer(block))}`);
}

function chooseNth(n) {
  const block = currentBlock();
  if (!block) {
    step(1);
    return;
  }
  const input = inputsOf(block).filter((one) => one.matches('[type="radio"], [type="checkbox"]'))[n - 1];
  if (input) choose(block, input);
  else say(`This question has no choice ${n}.`);
}

function chooseAbsent() {
  const block = currentBlock();
  if (!block) {
    step(1);
    return;
  }
  const input = inputsOf(block).find((one) => one.value === 'not_documented');
  if (!input) say('This question cannot be answered "Not documented".');
  else if (!input.checked) choose(block, input);
}

function besides() {
  const block = currentBlock();
  if (block) openBeside(block);
  else step(1);
}

function decide(then) {
  const block = currentBlock();
  if (!block) step(1);
  else if (!decideFirst(block, then)) say('Nothing is suggested for this question.');
}

function help() {
  dialog.querySelector('input').checked = switchedOn();
  dialog.showModal();
}

const ACTIONS = {
  j: () => step(1), k: () => step(-1), u: nextUnanswered, n: chooseAbsent, c: besides, '?': help,
  y: () => decide('accept'), x: () => decide('refuse'),
};

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || document.querySelector('dialog[open]')) return;
  const { target } = event;
  if (event.key === 'Enter' && target.matches('.answer input')) {
    event.preventDefault(); // it would complete the chart
    if (!switchedOn() || !step(1)) target.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  if (!switchedOn() || isTyping(target)) return;
  const action = /^[1-9]$/.test(event.key) ? () => chooseNth(Number(event.key)) : ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

/** Starts the keys and shows what tells of them. */
export function startKeys() {
  switchTo(switchedOn());
  document.addEventListener('keydown', press);
  form.addEventListener('focusin', (event) => {
    const block = event.target.closest('[data-element]');
    if (block && blocks.has(block.dataset.element)) current = block;
  });
  for (const button of document.querySelectorAll('.keys-button')) {
    button.hidden = false;
    button.addEventListener('click', help);
  }
  dialog.querySelector('input').addEventListener('change', (event) => switchTo(event.target.checked));
}
