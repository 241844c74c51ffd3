// Sends what is in the queue, one answer at a time, and goes on after any trouble.
import { panelIsOpen } from './panel.js';
import { form } from './questions.js';

const FIRST_PAUSE = 1000; // before the next try after a failure, in ms
const LONGEST_PAUSE = 15000;

// Why answers are not taken, when it is not the network's fault.
class Refusal extends Error {
  constructor(text, href, label) {
    super(text);
    this.href = href;
    this.label = label;
  }
}

const signedOut = () =>
  new Refusal('Not saved: you are signed out. What you typed is kept in this browser and saved once you',
    `/login?next=${encodeURIComponent(location.pathname)}`, 'sign in again');
const somebodyElse = () =>
  new Refusal('Not saved: somebody else is signed in now. Answers wait until you',
    '/login', 'sign in again');
const closed = () =>
  new Refusal('Not saved: this chart can no longer be changed.', location.pathname, 'See why');

function post(entry) {
  const fields = new URLSearchParams();
  fields.append(`a_${entry.element}`, entry.text);
  fields.append(`v_${entry.element}`, entry.base);
  if (panelIsOpen()) fields.append('panel', 'open');
  fields.append('_csrf', form.querySelector('[name="_csrf"]').value);
  return fetch(form.action, {
    method: 'POST', body: fields, redirect: 'error',
    headers: { Accept: 'application/json' },
  });
}

/** After signing in again the form's token is another one: it stands in the page. */
export async function renewToken() {
  const response = await fetch(location.pathname);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const now = page.querySelector('form.abstraction');
  const fresh = now?.querySelector('[name="_csrf"]');
  if (!fresh) throw response.redirected ? signedOut() : closed();
  if (now.dataset.account !== form.dataset.account) throw somebodyElse();
  for (const token of document.querySelectorAll('[name="_csrf"]')) token.value = fresh.value;
}

async function send(entry) {
  let response = await post(entry);
  if (response.status === 403) {
    await renewToken();
    response = await post(entry);
  }
  if (response.status === 401) throw signedOut();
  const isJson = (response.headers.get('Content-Type') || '').includes('application/json');
  if (response.status >= 500 || response.status === 429) throw new Error('try later');
  if (!isJson) throw closed();
  return response.json();
}

const howMany = (n) => (n === 1 ? '1 answer waits' : `${n} answers wait`);

export class Sender {
  /** `receive(entry, answer)` is told what the server says. */
  constructor(queue, receive) {
    this.queue = queue;
    this.receive = receive;
    this.state = document.getElementById('save-state');
    this.busy = false;
    this.pause = FIRST_PAUSE;
    this.timer = undefined;
  }

  say(kind, ...what) {
    this.state.dataset.state = kind;
    this.state.replaceChildren(...what);
  }

  /** Sends what is ready; called whenever that may succeed. */
  async run() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    let result;
    try {
      for (let [entry] = this.queue.ready(); entry; [entry] = this.queue.ready()) {
        if (this.state.dataset.state !== 'wrong') this.say('busy', 'Saving…');
        this.queue.sending(entry);
        const answer = await send(entry);
        this.pause = FIRST_PAUSE;
        this.receive(entry, answer);
        result = answer;
      }
      if (result) this.sayResult(result);
    } catch (error) {
      this.sayTrouble(error);
      this.timer = setTimeout(() => this.run(), this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    } finally {
      this.busy = false;
    }
  }

  sayResult(answer) {
    const choices = this.queue.all().length;
    if (choices > 0) this.say('wrong', `${howMany(choices)} for your choice beside the question.`);
    else if (Object.keys(answer.errors).length > 0)
      this.say('wrong', 'Not saved: see the message beside the question.');
    else this.say('saved', 'All answers are saved.');
  }

  sayTrouble(error) {
    const waiting = howMany(this.queue.ready().length);
    if (error instanceof Refusal) {
      const link = document.createElement('a');
      link.href = error.href;
      link.target = '_blank';
      link.textContent = error.label;
      this.say('wrong', `${error.message} `, link, `. ${waiting} to be sent.`);
    } else {
      const kept = this.queue.lasting ? 'kept in this browser' : 'kept on this page: leave it open';
      this.say('wrong', `No connection: ${waiting} to be sent, ${kept}. `
        + `Trying again in ${Math.round(this.pause / 1000)} s.`);
    }
  }
}
