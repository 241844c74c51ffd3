// The abstraction form at speed: dates in any usual order, and keys in place of the mouse.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, fill, launch, look, press, shot, signIn } from '../lib/browser.mjs';
import { answer, newChart, saved } from './lib/abstractor.mjs';

let chromium, page;

before(async () => {
	chromium = await launch();
	page = await chromium.page();
	await signIn(page, 'physician');
	await newChart(page);
});
after(() => chromium.close());

const valueOf = (id) => page.$eval(`[name="a_${id}"]`, (field) => field.value);
const checked = (id) =>
	page.$eval(`[data-element="${id}"] .answer`, (box) => box.querySelector(':checked')?.value);
const focused = () =>
	page.evaluate(() => document.activeElement.closest('[data-element]')?.dataset.element);
const echoOf = (id) => page.$eval(`[data-element="${id}"] .date-echo`, (span) => span.innerText);
const answered = (id) => page.waitForSelector(`[data-element="${id}"][data-answered="1"]`);

test('a day may be typed in any usual order', async () => {
	const days = {
		'2026-03-07': '2026-03-07', '3/7/2026': '2026-03-07', '03072026': '2026-03-07',
		'7 Mar 2026': '2026-03-07', 'March 7 2026': '2026-03-07', 'mar 7, 2026': '2026-03-07',
		'7-mar-2026': '2026-03-07', '3/7/26': '2026-03-07', '3/7/58': '1958-03-07',
		'Sept 1st 2025': '2025-09-01', '2/29/2024': '2024-02-29',
	};
	for (const [typed, day] of Object.entries(days)) {
		await fill(page, '[name="a_dx_date"]', typed);
		await page.keyboard.press('Tab');
		assert.equal(await valueOf('dx_date'), day, typed);
	}
	await saved(page);
});

test('what is no day stays as typed, and the message says so', async () => {
	for (const typed of ['2/30/2026', '13/1/2026', 'soon', '1/2']) {
		await fill(page, '[name="a_dx_date"]', typed);
		await page.keyboard.press('Tab');
		await page.waitForSelector('[data-element="dx_date"] .field-error');
		assert.equal(await valueOf('dx_date'), typed);
	}
	page.complaints.splice(0);
	await answer(page, 'path_report', 'yes', 'radio');
	await answered('path_report');
	assert.ok(await page.$('[data-element="dx_date"] .field-error'), 'the message stays');
	await answer(page, 'dx_date', '2026-01-12', 'date');
	await page.waitForFunction(() => !document.querySelector('[data-element="dx_date"] .field-error'));
});

test('beside a date stands how far it is from the first visit', async () => {
	await answer(page, 'first_visit_date', '2026-01-26', 'date');
	await saved(page);
	assert.equal(await echoOf('dx_date'), 'Mon, Jan 12, 2026, 14 days before the first visit');
	assert.equal(await echoOf('first_visit_date'), 'Mon, Jan 26, 2026');
});

test('keys answer and walk; none works while one types', async () => {
	await page.focus('[name="a_sex"]');
	await page.keyboard.press('2');
	await answered('sex');
	assert.equal(await checked('sex'), 'male');
	await page.keyboard.press('n');
	assert.equal(await checked('sex'), 'not_documented');
	await page.keyboard.press('j');
	assert.equal(await focused(), 'cancer_type');
	await shot(page, '57-chart-keys');
	await page.keyboard.press('k');
	assert.equal(await focused(), 'sex');
	await page.keyboard.press('u');
	assert.equal(await focused(), 'cancer_type');
	await page.focus('[name="a_birth_date"]');
	await page.keyboard.type('june 1 1950');
	await page.keyboard.press('Enter');
	assert.equal(await valueOf('birth_date'), '1950-06-01');
	assert.equal(await focused(), 'sex');
	await saved(page);
});

test('help shows the keys, and they can be switched off', async () => {
	await page.keyboard.press('?');
	await page.waitForSelector('#keys[open]');
	await shot(page, '58-chart-help');
	await axe(page);
	await shot(page, '58-chart-help-narrow', { narrow: true });
	await page.click('#keys input');
	await page.click('#keys button');
	await page.focus('[name="a_sex"]');
	await page.keyboard.press('1');
	assert.equal(await checked('sex'), 'not_documented');
	await page.reload();
	await page.focus('[name="a_sex"]');
	await page.keyboard.press('1');
	assert.equal(await checked('sex'), 'not_documented');
	await page.evaluate(() => localStorage.clear());
	await look(page, '59-chart-dates', { narrow: true });
});
