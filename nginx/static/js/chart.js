// The abstraction form: saves each answer when its field is left, and shows what the
// server says of it. Without this script the form works by its buttons.
'use strict';

(() => {
  const form = document.querySelector('form.abstraction');
  const fieldset = form && form.querySelector('fieldset.abstraction-questions');
  if (!form || fieldset.disabled) return;

  const state = document.getElementById('save-state');
  const shape = document.getElementById('message-shape');
  const waiting = new Map(); // element id -> its block, in the order of changes
  let sending = false;
  let pause = 1000; // before the next try after a failure, in ms

  const blocks = new Map();
  for (const block of form.querySelectorAll('[data-element]'))
    blocks.set(block.dataset.element, block);

  function say(kind, text) {
    state.dataset.state = kind;
    state.textContent = text;
  }

  // The fields of one question, as the whole form would send them.
  function fieldsOf(block) {
    const fields = new URLSearchParams();
    for (const input of block.querySelectorAll('input, select, textarea')) {
      const box = input.type === 'checkbox' || input.type === 'radio';
      if (input.name && (!box || input.checked)) fields.append(input.name, input.value);
    }
    return fields;
  }

  function showMessage(id, text) {
    const block = blocks.get(id);
    const field = block.querySelector('.field');
    const name = `f-a_${id}-error`;
    let message = block.querySelector('.field-error');
    if (!text) {
      if (message) message.remove();
      field.classList.remove('field-wrong');
      return;
    }
    if (!message) {
      message = document.createElement('p');
      message.className = 'field-error';
      message.id = name;
      message.append(shape.content.cloneNode(true), document.createElement('span'));
      block.querySelector('.answer-side').append(message);
    }
    message.querySelector('span').textContent = text;
    field.classList.add('field-wrong');
    const target = field.matches('fieldset') ? field : block.querySelector('input, textarea');
    const described = (target.getAttribute('aria-describedby') || '').split(' ').filter(Boolean);
    if (!described.includes(name)) described.unshift(name);
    target.setAttribute('aria-describedby', described.join(' '));
  }

  // What is unlikely but may be right: a note, which does not hold anything up.
  function showNote(id, text) {
    const note = blocks.get(id).querySelector('.field-note');
    note.hidden = !text;
    note.querySelector('.field-note-text').textContent = text || '';
  }

  function showProgress() {
    let done = 0;
    let all = 0;
    for (const section of form.querySelectorAll('section[data-section]')) {
      const asked = [...section.querySelectorAll('[data-element]')].filter((b) => !b.hidden);
      const answered = asked.filter((b) => b.dataset.answered === '1').length;
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

  // Puts a saved answer ("a;b", a value, or why there is none) in place of the own one, so
  // that giving the own one again is a change.
  function showAnswer(block, text) {
    const codes = text.split(';');
    for (const input of block.querySelectorAll('.answer input'))
      if (input.type === 'radio' || input.type === 'checkbox')
        input.checked = codes.includes(input.value);
      else input.value = text === 'not_documented' || text === 'unknown' ? '' : text;
  }

  // What the server says now: versions, which questions are asked, what is wrong.
  function apply(answer) {
    const asked = new Set(answer.asked);
    const answered = new Set(answer.answered);
    for (const [id, version] of Object.entries(answer.versions))
      blocks.get(id).querySelector(`[name="v_${id}"]`).value = version;
    for (const [id, text] of Object.entries(answer.current)) showAnswer(blocks.get(id), text);
    for (const [id, block] of blocks) {
      block.hidden = !asked.has(id);
      block.dataset.answered = answered.has(id) ? '1' : '0';
      showMessage(id, answer.errors[id] || (asked.has(id) ? answer.findings[id] : ''));
      showNote(id, asked.has(id) ? answer.notes[id] : '');
    }
    showProgress();
  }

  // Why an answer was not taken, when it is not the network's fault.
  class Refusal extends Error {
    constructor(text, href, label) {
      super(text);
      this.href = href;
      this.label = label;
    }
  }

  const signedOut = () =>
    new Refusal('Not saved: you are signed out. What you typed stays here and is saved once you',
      `/login?next=${encodeURIComponent(location.pathname)}`, 'sign in again');
  const closed = () =>
    new Refusal('Not saved: this chart can no longer be changed.', location.pathname, 'See why');

  function post(block) {
    const fields = fieldsOf(block);
    fields.append('_csrf', form.querySelector('[name="_csrf"]').value);
    return fetch(form.action, {
      method: 'POST', body: fields, redirect: 'error',
      headers: { Accept: 'application/json' },
    });
  }

  // After signing in again the form's token is another one: it stands in the page.
  async function renewToken() {
    const response = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = page.querySelector('form.abstraction [name="_csrf"]');
    if (!fresh) throw response.redirected ? signedOut() : closed();
    for (const token of document.querySelectorAll('[name="_csrf"]')) token.value = fresh.value;
  }

  async function send(block) {
    let response = await post(block);
    if (response.status === 403) {
      await renewToken();
      response = await post(block);
    }
    if (response.status === 401) throw signedOut();
    const isJson = (response.headers.get('Content-Type') || '').includes('application/json');
    if (response.status >= 500 || response.status === 429) throw new Error('try later');
    if (!isJson) throw closed();
    return response.json();
  }

  // Sends the oldest change; one that does not get through waits again, unless there is a
  // newer one of the same question by then.
  async function sendOldest() {
    const [id, block] = waiting.entries().next().value;
    waiting.delete(id);
    try {
      return await send(block);
    } catch (error) {
      if (!waiting.has(id)) waiting.set(id, block);
      throw error;
    }
  }

  function sayResult(answer) {
    if (Object.keys(answer.errors).length > 0)
      say('wrong', 'Not saved: see the message beside the question.');
    else if (waiting.size === 0) say('saved', 'All answers are saved.');
  }

  function sayRefusal(refusal) {
    const link = document.createElement('a');
    link.href = refusal.href;
    link.target = '_blank';
    link.textContent = refusal.label;
    say('wrong', `${refusal.message} `);
    state.append(link, '.');
  }

  async function sendAll() {
    if (sending) return;
    sending = true;
    try {
      while (waiting.size > 0) {
        say('busy', 'Saving…');
        const answer = await sendOldest();
        pause = 1000;
        apply(answer);
        sayResult(answer);
      }
    } catch (error) {
      if (error instanceof Refusal) sayRefusal(error);
      else
        say('wrong', `Not saved yet. Trying again in ${Math.round(pause / 1000)} s; what you typed stays here.`);
      setTimeout(sendAll, pause);
      pause = Math.min(pause * 2, 15000);
    } finally {
      sending = false;
    }
  }

  // "Not documented" and a value exclude each other.
  function settle(target, block) {
    if (target.name.startsWith('n_') && target.checked) {
      for (const other of block.querySelectorAll('input'))
        if (other.name.startsWith('a_')) other.value = '';
        else if (other !== target && other.name.startsWith('n_')) other.checked = false;
    } else if (target.name.startsWith('a_') && target.value !== '') {
      for (const other of block.querySelectorAll('input[type="checkbox"]'))
        if (other.name.startsWith('n_')) other.checked = false;
    }
  }

  function put(block) {
    waiting.delete(block.dataset.element);
    waiting.set(block.dataset.element, block);
    sendAll();
  }

  // A date "changes" with each digit of its year: it is sent once it is left or stands still.
  const typing = new Map(); // date field -> timer
  function leave(input) {
    if (!typing.has(input)) return;
    clearTimeout(typing.get(input));
    typing.delete(input);
    put(input.closest('[data-element]'));
  }

  form.addEventListener('change', (event) => {
    const input = event.target;
    const block = input.closest('[data-element]');
    if (!block) return;
    settle(input, block);
    if (input.type !== 'date') {
      put(block);
      return;
    }
    clearTimeout(typing.get(input));
    typing.set(input, setTimeout(leave, 1500, input));
  });
  form.addEventListener('focusout', (event) => leave(event.target));
  window.addEventListener('focus', () => { if (waiting.size > 0) sendAll(); });

  say('idle', 'Each answer is saved as you give it.');
  let leaving = false;
  form.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('beforeunload', (event) => {
    if ((waiting.size > 0 || typing.size > 0 || sending) && !leaving) event.preventDefault();
  });
})();
