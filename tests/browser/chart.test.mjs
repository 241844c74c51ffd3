// The abstraction form under people's hands: keyboard, zoom, mistakes, two at once, signed out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, fillDate, launch, look, overflow, press, readText, shot, signIn, visit } from '../lib/browser.mjs';
import { account } from '../lib/instance.mjs';
import { answer, newChart, saved } from './lib/abstractor.mjs';

let chromium, page;

before(async () => {
	chromium = await launch();
	page = await chromium.page();
	await signIn(page, 'physician');
});
after(() => chromium.close());

const messageOf = (who, id) => who.$eval(`[data-element="${id}"] .field-error`, (p) => p.innerText);
const checked = (who, id) =>
	who.$eval(`[data-element="${id}"] .answer`, (box) => box.querySelector(':checked')?.value);

const conflictOf = (who, id) => who.$eval(`[data-element="${id}"] .conflict p`, (p) => p.innerText);

/** Presses one of the two buttons of a conflict. */
const pressIn = (who, id, words) =>
	who.$$eval(
		`[data-element="${id}"] .conflict button`,
		(all, wanted) => all.find((one) => one.innerText === wanted).click(),
		words,
	);

/** Takes back a complaint that the test provoked: the status of a save. */
function provoked(who, status) {
	const rest = who.complaints.filter((one) => !one.startsWith(`${status}: `));
	assert.notEqual(rest.length, who.complaints.length, `no answer ${status}`);
	who.complaints.splice(0, Infinity, ...rest);
}

test('the form is worked by keyboard alone, and one sees where one is', async () => {
	await newChart(page);
	const names = await page.$$eval('.asking:not([hidden]) .answer input', (all) => [
		...new Set(all.map((input) => input.name)),
	]);
	await page.focus(`[name="${names[0]}"]`);
	const walked = [names[0]];
	while (walked.length < names.length) {
		await page.keyboard.press('Tab');
		const [name, outline] = await page.evaluate(() => {
			const at = document.activeElement;
			return [at.name, parseFloat(getComputedStyle(at).outlineWidth)];
		});
		assert.ok(outline >= 2, `${name} shows that it has the focus`);
		if (name !== walked.at(-1)) walked.push(name);
	}
	assert.deepEqual(walked, names);
	await page.focus('[name="a_sex"]');
	await page.keyboard.press('Space');
	await saved(page);
	await shot(page, '50-chart-focus');
	await page.keyboard.press('ArrowDown');
	await page.waitForFunction(() => document.querySelector('[name="v_sex"]').value === '2');
	await page.reload();
	assert.equal(await checked(page, 'sex'), 'male');
});

test('at 200 % nothing sticks out', async () => {
	await newChart(page);
	assert.equal(await overflow(page, { zoomed: true }), 0);
	await shot(page, '51-chart-at-200', { zoomed: true });
});

test('an impossible date is told beside its field and stays as typed', async () => {
	await newChart(page);
	await answer(page, 'birth_date', '1958-03-14', 'date');
	await answer(page, 'dx_date', '1950-01-12', 'date');
	await page.waitForSelector('[data-element="dx_date"] .field-error');
	assert.match(await messageOf(page, 'dx_date'), /before the date of birth/);
	assert.equal(await page.$eval('[name="a_dx_date"]', (f) => f.value), '1950-01-12');
	await look(page, '52-chart-wrong-date');
	await fillDate(page, '[name="a_dx_date"]', '2026-01-12');
	await page.waitForFunction(() => !document.querySelector('[data-element="dx_date"] .field-error'));
});

test('completing too early sums up on top what is missing, with links to it', async () => {
	await newChart(page);
	await answer(page, 'path_report', 'yes', 'radio');
	await saved(page);
	assert.equal((await press(page, 'Complete the chart')).status(), 422);
	assert.match(await readText(page), /Please correct these \d+ things/);
	assert.equal(await checked(page, 'path_report'), 'yes');
	await look(page, '53-chart-incomplete', { narrow: true });
	await page.click('#errors a');
	assert.match(new URL(page.url()).hash, /^#f-a_/);
});

test('two people in one chart: both answers stand beside the question, and one chooses', async () => {
	const path = await newChart(page);
	const other = await chromium.page();
	await signIn(other, account('abstractor'));
	await visit(other, path);
	await answer(page, 'path_report', 'yes', 'radio');
	await saved(page);
	await answer(other, 'path_report', 'no', 'radio');
	await other.waitForSelector('[data-element="path_report"] .conflict');
	assert.match(await conflictOf(other, 'path_report'), /Somebody saved Yes here meanwhile. Your answer is No/);
	provoked(other, 409);
	await look(other, '54-chart-conflict', { narrow: true });
	await other.reload();
	await other.waitForSelector('[data-element="path_report"] .conflict');
	await pressIn(other, 'path_report', 'Keep theirs');
	assert.equal(await checked(other, 'path_report'), 'yes');

	await answer(page, 'sex', 'female', 'radio');
	await saved(page);
	await answer(other, 'sex', 'male', 'radio');
	await other.waitForSelector('[data-element="sex"] .conflict');
	provoked(other, 409);
	await pressIn(other, 'sex', 'Use mine');
	await saved(other);
	await page.reload();
	assert.equal(await checked(page, 'path_report'), 'yes');
	assert.equal(await checked(page, 'sex'), 'male');
	await other.close();
});

test('who is signed out meanwhile loses no answer: signing in elsewhere saves it', async () => {
	const path = await newChart(page);
	const cookies = (await page.cookies()).filter((cookie) => cookie.name.includes('session'));
	await page.deleteCookie(...cookies);
	await answer(page, 'path_report', 'yes', 'radio');
	await page.waitForSelector('#save-state[data-state="wrong"]');
	assert.match(await page.$eval('#save-state', (p) => p.innerText), /you are signed out/);
	assert.equal(await checked(page, 'path_report'), 'yes');
	provoked(page, 401);
	await shot(page, '55-chart-signed-out');
	await axe(page);

	const tab = await page.browserContext().newPage();
	await signIn(tab, 'physician');
	await tab.close();
	await page.bringToFront();
	await saved(page);
	await visit(page, path);
	assert.equal(await checked(page, 'path_report'), 'yes');
});
