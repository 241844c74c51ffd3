// The questions on the page: what is answered there, and what is said beside each.

export const form = document.querySelector('form.abstraction');
const shape = document.getElementById('message-shape');
const ABSENT = ['not_documented', 'unknown'];
const refused = new Map(); // element -> { text, message }: what the server did not take

export const blocks = new Map();
for (const block of form?.querySelectorAll('[data-element]') ?? [])
  blocks.set(block.dataset.element, block);

const answerInputs = (block) => [...block.querySelectorAll('.answer input')];
const isBox = (input) => input.type === 'radio' || input.type === 'checkbox';
const versionField = (id) => blocks.get(id).querySelector(`[name="v_${id}"]`);

export const versionOf = (id) => Number(versionField(id).value);
export const isAnswered = (block) => block.dataset.answered === '1';
export const askedBlocks = () => [...blocks.values()].filter((block) => !block.hidden);
export const labelOf = (block) => block.querySelector('legend').textContent;

/** A question's answer as the server writes it: "a;b", a value, why there is none, or "". */
export function readAnswer(block) {
  const inputs = answerInputs(block);
  const absent = inputs.find((input) => input.name.startsWith('n_') && input.checked);
  if (absent) return absent.value;
  return inputs.filter((input) => input.name.startsWith('a_') && (!isBox(input) || input.checked))
    .map((input) => input.value.trim()).join(';');
}

/** Puts such a text into the fields. */
export function writeAnswer(block, text) {
  const codes = text.split(';');
  for (const input of answerInputs(block))
    if (isBox(input)) input.checked = codes.includes(input.value);
    else input.value = ABSENT.includes(text) ? '' : text;
}

/** Such a text in the form's words. */
export function wordsOf(block, text) {
  if (text === '') return 'no answer';
  const boxes = answerInputs(block).filter(isBox);
  return text.split(';').map((code) => {
    const box = boxes.find((one) => one.value === code);
    return box ? box.closest('label').textContent.trim() : code;
  }).join(', ');
}

/** "Not documented" and a value exclude each other. */
export function settle(target, block) {
  if (target.name.startsWith('n_') && target.checked) {
    for (const other of answerInputs(block))
      if (other.name.startsWith('a_') && !isBox(other)) other.value = '';
      else if (other !== target && other.name.startsWith('n_')) other.checked = false;
  } else if (target.name.startsWith('a_') && target.value !== '') {
    for (const other of answerInputs(block))
      if (other.name.startsWith('n_')) other.checked = false;
  }
}

export function describe(target, id, yes) {
  const ids = (target.getAttribute('aria-describedby') || '').split(' ').filter(Boolean);
  const rest = ids.filter((one) => one !== id);
  target.setAttribute('aria-describedby', (yes ? [id, ...rest] : rest).join(' '));
}

function showMessage(id, text) {
  const block = blocks.get(id);
  const field = block.querySelector('.field');
  let message = block.querySelector('.field-error');
  field.classList.toggle('field-wrong', Boolean(text));
  if (!text) {
    if (message) describe(field, message.id, false);
    message?.remove();
    return;
  }
  if (!message) {
    message = document.createElement('p');
    message.className = 'field-error';
    message.id = `f-a_${id}-error`;
    message.append(shape.content.cloneNode(true), document.createElement('span'));
    block.querySelector('.answer-side').append(message);
  }
  message.querySelector('span:last-child').textContent = text;
  describe(field, message.id, true);
}

// What is unlikely but may be right: a note, until an answer changes or somebody confirms it.
/** Shows { text, confirmed } beside a question; nothing takes it away. */
export function showNote(id, said) {
  const note = blocks.get(id).querySelector('.field-note');
  note.hidden = !said;
  note.classList.toggle('field-note-confirmed', Boolean(said?.confirmed));
  note.querySelector('.field-note-text').textContent = said?.text || '';
  note.querySelector('.field-note-by').textContent = said?.confirmed || '';
}

function showProgress() {
  let done = 0;
  let all = 0;
  for (const section of form.querySelectorAll('section[data-section]')) {
    const asked = [...section.querySelectorAll('[data-element]')].filter((b) => !b.hidden);
    const answered = asked.filter(isAnswered).length;
    const item = form.querySelector(`li[data-section="${section.dataset.section}"]`);
    section.hidden = item.hidden = asked.length === 0;
    item.querySelector('.figures').textContent = `${answered}/${asked.length}`;
    done += answered;
    all += asked.length;
  }
  const meter = form.querySelector('.abstraction-state progress');
  meter.max = all;
  meter.value = done;
  form.querySelector('.abstraction-state .figures').textContent = `${done} of ${all}`;
}

// A refusal stands until the question has another answer.
function refusalOf(id) {
  const refusal = refused.get(id);
  if (refusal && refusal.text !== readAnswer(blocks.get(id))) refused.delete(id);
  return refused.get(id)?.message;
}

/** Shows what the server says after a save: versions, what is asked, what is wrong. */
export function applyState(answer) {
  const asked = new Set(answer.asked);
  const answered = new Set(answer.answered);
  for (const [id, version] of Object.entries(answer.versions)) versionField(id).value = version;
  for (const [id, message] of Object.entries(answer.errors))
    if (!(id in answer.current))
      refused.set(id, { text: readAnswer(blocks.get(id)), message });
  for (const [id, block] of blocks) {
    block.hidden = !asked.has(id);
    block.dataset.answered = answered.has(id) ? '1' : '0';
    showMessage(id, refusalOf(id) || (asked.has(id) ? answer.findings[id] : ''));
    showNote(id, asked.has(id) ? answer.notes[id] : undefined);
  }
  showProgress();
}

function button(text, press) {
  const one = document.createElement('button');
  one.type = 'button';
  one.className = 'btn btn-plain';
  one.textContent = text;
  one.addEventListener('click', press);
  return one;
}

/**
 * Two answers to one question, side by side, and a button for each; no entry takes the choice
 * away. `keep` and `use` are called with the entry.
 */
export function showConflict(block, entry, keep, use) {
  const old = block.querySelector('.conflict');
  if (!entry || entry.conflict === undefined) {
    old?.remove();
    return;
  }
  const box = document.createElement('div');
  const text = document.createElement('p');
  const buttons = document.createElement('div');
  box.className = 'conflict';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'Two answers to this question');
  text.append('Somebody saved ', quoted(wordsOf(block, entry.conflict)),
    ' here meanwhile. Your answer is ', quoted(wordsOf(block, entry.text)), '.');
  buttons.className = 'conflict-buttons';
  buttons.append(button('Keep theirs', () => keep(entry)), button('Use mine', () => use(entry)));
  box.append(text, buttons);
  if (old) old.replaceWith(box);
  else block.querySelector('.answer-side').append(box);
}

function quoted(text) {
  const strong = document.createElement('strong');
  strong.textContent = text;
  return strong;
}
