// Dates as people type them. Without the script a date field is the browser's own; with it
// one types a day in any usual order, and it turns into YYYY-MM-DD when the field is left.
import { blocks, describe, form } from './questions.js';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august',
  'september', 'october', 'november', 'december'];
const DAY = 86400000; // in ms
const LONG = 1000; // days; longer spans are told in years
const WORDS = { n: 'not_documented', nd: 'not_documented', u: 'unknown', unk: 'unknown' };

// In the order of looking: what the groups are stands beside each.
const SHAPES = [
  [/^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/, 'ymd'],
  [/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/, 'mdy'], // months come first
  [/^(\d{2})(\d{2})(\d{4})$/, 'mdy'],
  [/^(\d{1,2})[- .]?([a-z]{3,9})\.?[- ,.]*(\d{4}|\d{2})$/, 'dmy'],
  [/^([a-z]{3,9})\.?[- ]?(\d{1,2})(?:st|nd|rd|th)?[- ,]+(\d{4}|\d{2})$/, 'mdy'],
];

function monthOf(text) {
  if (/^\d+$/.test(text)) return Number(text);
  return MONTHS.findIndex((name) => text === name || text === name.slice(0, 3)
    || (text === 'sept' && name === 'september')) + 1;
}

// Two digits: the last hundred years, since charts tell of the past.
function yearOf(text, today) {
  if (text.length === 4) return Number(text);
  const century = Math.floor(today.getFullYear() / 100) * 100;
  const year = century + Number(text);
  return year > today.getFullYear() ? year - 100 : year;
}

/** "2026-03-07" for a day typed in any usual order; null if it is none. */
export function parseDay(typed, today = new Date()) {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  for (const [shape, order] of SHAPES) {
    const groups = shape.exec(text);
    if (!groups) continue;
    const part = (letter) => groups[order.indexOf(letter) + 1];
    const [year, month, day] = [yearOf(part('y'), today), monthOf(part('m')), Number(part('d'))];
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1
      || date.getUTCDate() !== day) return null;
    return date.toISOString().slice(0, 10);
  }
  return null;
}

/** "12 days after the first visit", "67 years before ...", "on the day of the first visit". */
export function offsetWords(day, first) {
  const days = Math.round((Date.parse(day) - Date.parse(first)) / DAY);
  if (days === 0) return 'on the day of the first visit';
  const many = Math.abs(days);
  const span = many >= LONG ? `${Math.floor(many / 365.25)} years` : many === 1 ? '1 day' : `${many} days`;
  return `${span} ${days > 0 ? 'after' : 'before'} the first visit`;
}

/** "Sat, Mar 7, 2026", so that one sees that the day was understood. */
export function longDay(day) {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US',
    { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
}

const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== null;
const dateFields = [];

function showOffsets() {
  const first = blocks.get('first_visit_date')?.querySelector('[name="a_first_visit_date"]');
  for (const { input, echo } of dateFields) {
    const words = isDay(input.value) ? [longDay(input.value)] : [];
    if (words.length > 0 && first && first !== input && isDay(first.value))
      words.push(offsetWords(input.value, first.value));
    echo.textContent = words.join(', ');
  }
}

// "n" typed as the answer ticks "Not documented", where there is such a box.
function takeWord(input) {
  const code = WORDS[input.value.trim().toLowerCase()];
  const box = code && input.closest('.answer').querySelector(`input[type="checkbox"][value="${code}"]`);
  if (!box) return;
  input.value = '';
  box.checked = true;
}

function makeTyped(input) {
  const echo = document.createElement('span');
  const { value } = input;
  input.type = 'text';
  input.value = value;
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.placeholder = 'month/day/year';
  echo.className = 'date-echo';
  echo.id = `${input.id}-echo`;
  input.after(echo);
  describe(input, echo.id, true);
  dateFields.push({ input, echo });
  input.addEventListener('focus', () => input.select());
}

/** Turns the form's date fields into typed ones. */
export function startDates() {
  for (const input of form.querySelectorAll('.answer-typed input[type="date"]')) makeTyped(input);
  // Before the form's own listener, which reads the field.
  form.addEventListener('change', (event) => {
    const input = event.target;
    if (input.matches('.answer-typed input[type="text"]')) takeWord(input);
    if (dateFields.some((one) => one.input === input) && input.value !== '')
      input.value = parseDay(input.value) ?? input.value;
    showOffsets();
  }, true);
  form.addEventListener('change', showOffsets);
  form.addEventListener('chart:saved', showOffsets);
  form.addEventListener('chart:restored', showOffsets);
  showOffsets();
}
