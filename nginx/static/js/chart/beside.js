// Comments, evidence, confirmations and queries of a question: its own page, shown in a dialog
// over the form. Links and forms of that page work as they do without this script; here they
// are fetched, and the form below hears what changed.
import { blocks, form, labelOf, showNote } from './questions.js';
import { renewToken } from './sender.js';

const dialog = document.createElement('dialog');
const title = document.createElement('h2');
const said = document.createElement('p');
const content = document.createElement('div');
let shown = null; // the address whose page the dialog holds

function build() {
  const close = document.createElement('button');
  dialog.className = 'beside-dialog';
  title.id = 'beside-title';
  dialog.setAttribute('aria-labelledby', title.id);
  said.setAttribute('role', 'status');
  said.className = 'beside-said';
  close.type = 'button';
  close.className = 'btn btn-plain';
  close.textContent = 'Back to the chart';
  close.addEventListener('click', () => dialog.close());
  dialog.append(title, said, content, close);
  document.body.append(dialog);
}

const fieldsOf = (within) => [...within.querySelectorAll('textarea, input:not([type="hidden"])')];
// What was typed and not sent stays in the dialog when it is closed.
const holdsText = () => fieldsOf(content).some((field) => field.value.trim() !== '');

// The part of a fetched page that the dialog shows; null if it is another page: signed out, say.
async function partOf(response) {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const part = page.querySelector('[data-beside]');
  return part && { part, notice: page.querySelector('main > .notice')?.textContent.trim() ?? '' };
}

// The form's own lines beside the question, as the page now has them.
function tell(part) {
  const { beside: id, marker, note, confirmed } = part.dataset;
  const block = blocks.get(id);
  if (!block) return;
  block.querySelector('.beside-marker').textContent = marker || 'Add a note';
  const waits = marker.includes('open quer');
  const door = block.querySelector('.beside-door');
  door.classList.toggle('beside-door-open', waits);
  door.classList.toggle('beside-door-some', marker !== '' && !waits);
  if (!block.hidden) showNote(id, note && { text: note, confirmed });
}

function fill({ part, notice }) {
  const adopted = document.importNode(part, true);
  adopted.querySelector('#errors')?.removeAttribute('autofocus');
  content.replaceChildren(adopted);
  said.textContent = notice;
  tell(part);
}

function focusOn(anchor) {
  const wrong = content.querySelector('[aria-invalid]');
  const wanted = anchor && content.querySelector(`${anchor} input:not([type="hidden"])`);
  (wrong ?? wanted ?? fieldsOf(content)[0] ?? title).focus();
}

async function open(link) {
  const { pathname, hash } = new URL(link.href);
  if (shown !== pathname || !holdsText()) {
    let part = null;
    try {
      part = await partOf(await fetch(pathname));
    } catch { /* no connection: the browser says so better */ }
    if (!part) {
      location.assign(link.href);
      return;
    }
    shown = pathname;
    title.textContent = labelOf(link.closest('[data-element]'));
    fill(part);
  }
  dialog.showModal();
  focusOn(hash);
}

function post(target, submitter) {
  const fields = new URLSearchParams(new FormData(target, submitter));
  return fetch(target.action, { method: 'POST', body: fields });
}

async function send(target, submitter) {
  let response = await post(target, submitter);
  if (response.status === 403) {
    await renewToken();
    response = await post(target, submitter);
  }
  const part = response.status < 500 ? await partOf(response) : null;
  if (!part)
    throw new Error(response.redirected ? 'you are signed out. Sign in again in another window'
      : response.status === 409 ? 'this chart can no longer be changed' : 'the server is busy');
  return part;
}

async function submit(event) {
  const { target, submitter } = event;
  event.preventDefault();
  const buttons = [...target.querySelectorAll('button')];
  for (const button of buttons) button.disabled = true;
  try {
    const others = new Map(fieldsOf(content).filter((field) => !target.contains(field))
      .map((field) => [field.id, field.value]));
    fill(await send(target, submitter));
    for (const [id, value] of others) // typed into the page's other forms
      if (value && content.querySelector(`#${CSS.escape(id)}`)) content.querySelector(`#${CSS.escape(id)}`).value = value;
    focusOn();
  } catch (error) {
    const why = error instanceof TypeError ? 'there is no connection' : error.message;
    said.textContent = `Not sent: ${why}. What you wrote is still here.`;
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

/** Opens what stands beside a question. */
export function openBeside(block) {
  open(block.querySelector('.beside-link'));
}

/** Shows the pages of questions in a dialog. */
export function startBeside() {
  build();
  form.addEventListener('click', (event) => {
    const link = event.target.closest('.beside-link, .field-note a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link);
  });
  dialog.addEventListener('submit', submit);
}
