// Time on the chart, by section, without idle time: a second counts when the page is visible
// and somebody typed, clicked or moved within the last minute. Reports carry a number, and one
// whose receipt got lost is sent again as it was, so that the server counts each once.
import { form } from './questions.js';

const IDLE = 60000; // ms without input after which time does not count
const TICK = 1000;
const REPORT = 60000; // ms between reports while somebody works
const SOON = 30000; // ms that a save waits at least before time goes along with it
const INPUT = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'];

const shown = document.getElementById('time-so-far');
const address = `${location.pathname}/time`;
const client = crypto.randomUUID?.().replaceAll('-', '')
  ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');

const counted = new Map(); // first question of a section -> ms that no report tells yet
let section = form?.querySelector('section[data-clock]')?.dataset.clock;
let lastInput = performance.now();
let lastTick = lastInput;
let lastReport = lastInput;
let seq = 0;
let pending = null; // a report without a receipt
let busy = false;

function tick() {
  const now = performance.now();
  // A timer that was held back, in a tab behind others, tells of no work.
  const passed = Math.min(now - lastTick, 2 * TICK);
  lastTick = now;
  if (document.visibilityState !== 'visible' || now - lastInput > IDLE || !section) return;
  counted.set(section, (counted.get(section) ?? 0) + passed);
  if (now - lastReport > REPORT) report();
}

/** The whole seconds that no report tells yet; they are taken out. */
function take() {
  const parts = new Map();
  for (const [id, ms] of counted) {
    const seconds = Math.floor(ms / 1000);
    if (seconds === 0) continue;
    parts.set(id, seconds);
    counted.set(id, ms - seconds * 1000);
  }
  return parts.size > 0 ? { seq: ++seq, parts } : null;
}

function fieldsOf({ seq: number, parts }) {
  const fields = new URLSearchParams({ client, seq: number });
  for (const [id, seconds] of parts) fields.append(`t_${id}`, seconds);
  fields.append('_csrf', form.querySelector('[name="_csrf"]').value);
  return fields;
}

async function report() {
  if (busy) return;
  pending ??= take();
  if (!pending) return;
  busy = true;
  lastReport = performance.now();
  try {
    const answer = await fetch(address, {
      method: 'POST', body: fieldsOf(pending), headers: { Accept: 'application/json' },
    });
    if (answer.ok) {
      pending = null;
      const { time } = await answer.json();
      shown.textContent = time ? `Time on this chart: ${time}` : '';
      form.dispatchEvent(new Event('chart:timed'));
    }
  } catch { /* no connection: it goes with the next */ }
  busy = false;
}

// Nobody waits for receipts when the page goes; what it may not have sent stays pending.
function leave() {
  tick();
  if (pending) navigator.sendBeacon(address, fieldsOf(pending));
  const rest = take();
  if (!rest) return;
  navigator.sendBeacon(address, fieldsOf(rest));
  pending ??= rest;
}

/** Starts measuring; without it nothing is measured, and nothing is missed. */
export function startClock() {
  for (const name of INPUT)
    document.addEventListener(name, () => { lastInput = performance.now(); }, { passive: true, capture: true });
  const noteSection = (event) => {
    section = event.target.closest?.('section[data-clock]')?.dataset.clock ?? section;
  };
  form.addEventListener('focusin', noteSection);
  form.addEventListener('pointerdown', noteSection);
  form.addEventListener('chart:saved', () => {
    if (performance.now() - lastReport > SOON) report();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
    else lastTick = performance.now();
  });
  window.addEventListener('pagehide', leave);
  setInterval(tick, TICK);
}
