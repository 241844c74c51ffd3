// The abstraction form in Chromium and in Firefox: a whole chart without the mouse, a network
// that is cut, workers that are killed, two tabs on one chart, and no script at all.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { axe, launch, launchFirefox, press, readText, shot, signIn, visit } from '../lib/browser.mjs';
import { pidOf } from '../lib/programs.mjs';
import { abstractPlainly, answer, chart as plan, newChart, saved } from './lib/abstractor.mjs';

const checked = (page, id) =>
	page.$eval(`[data-element="${id}"] .answer`, (box) => box.querySelector(':checked')?.value);
const says = (page, words) =>
	page.waitForFunction(
		(wanted) => document.getElementById('save-state').innerText.includes(wanted), {}, words,
	);

/** The question that has the focus: { id, kind, nth }, nth being the place of the planned choice. */
const focused = (page) =>
	page.evaluate((planned) => {
		const block = document.activeElement.closest('[data-element]');
		if (!block || block.dataset.answered === '1') return null;
		const id = block.dataset.element;
		const choices = [...block.querySelectorAll('.answer :is([type=radio], [type=checkbox])')];
		const nth = Math.max(0, choices.findIndex((one) => one.value === planned[id])) + 1;
		return { id, kind: block.querySelector('.answer input').type, nth };
	}, plan);

/** Answers what has the focus by typing, and waits until the page counts it as answered. */
async function typeAnswer(page, { id, kind, nth }) {
	if (kind === 'radio' || kind === 'checkbox') {
		await page.keyboard.press(String(Math.min(nth, 9)));
		for (let more = nth; more > 9; more--) await page.keyboard.press('ArrowDown');
	} else {
		await page.keyboard.type(plan[id]);
		await page.keyboard.press('Enter');
	}
	await page.waitForSelector(`[data-element="${id}"][data-answered="1"]`);
}

async function abstractByKeys(page) {
	await page.focus('.asking:not([hidden]) .answer input[type=radio]');
	await page.keyboard.press('u');
	for (let question = await focused(page); question; question = await focused(page)) {
		await typeAnswer(page, question);
		await leaveText(page);
		await page.keyboard.press('u');
	}
	await saved(page);
}

/** In a text field `u` is a letter: a step back to a question with choices first. */
async function leaveText(page) {
	const text = () => page.evaluate(() => document.activeElement.matches('.answer input:not([type=radio], [type=checkbox])'));
	for (let steps = 0; (await text()) && steps < 100; steps++) await page.keyboard.press('Enter');
}

for (const [name, start] of [['Chromium', launch], ['Firefox', launchFirefox]]) {
	describe(name, () => {
		let browser, page;

		before(async () => {
			browser = await start();
			page = await browser.page();
			await signIn(page, 'physician');
		});
		after(() => browser.close());

		test('a whole chart is typed without the mouse, and completed', async () => {
			await newChart(page);
			await abstractByKeys(page);
			assert.equal(
				await page.evaluate(() => document.activeElement.innerText), 'Complete the chart',
			);
			await axe(page);
			await shot(page, `90-typed-${browser.name}`);
			await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
			assert.match(await readText(page), /The chart is complete/);
		});

		test('a network that is cut loses nothing', async () => {
			const path = await newChart(page);
			let cut = true;
			await page.setRequestInterception(true);
			const refuse = (asked) => (cut ? asked.abort() : asked.continue());
			page.on('request', refuse);
			await answer(page, 'path_report', 'yes', 'radio');
			await answer(page, 'sex', 'female', 'radio');
			await says(page, '2 answers wait to be sent');
			cut = false;
			await saved(page);
			page.off('request', refuse);
			await page.setRequestInterception(false);
			await visit(page, path);
			assert.equal(await checked(page, 'path_report'), 'yes');
			assert.equal(await checked(page, 'sex'), 'female');
		});

		test('workers that are killed between two saves are not noticed', async () => {
			const path = await newChart(page);
			await answer(page, 'path_report', 'no', 'radio');
			await saved(page);
			const children = execFileSync('pgrep', ['-P', String(pidOf('web'))]).toString();
			for (const pid of children.split('\n').filter(Boolean)) process.kill(Number(pid), 'SIGKILL');
			await answer(page, 'sex', 'male', 'radio');
			await page.waitForSelector('[data-element="sex"][data-answered="1"]');
			await saved(page);
			await visit(page, path);
			assert.equal(await checked(page, 'path_report'), 'no');
			assert.equal(await checked(page, 'sex'), 'male');
		});

		test('two tabs on one chart: what differs is asked, the rest comes together', async () => {
			const path = await newChart(page);
			const other = await page.browserContext().newPage();
			await visit(other, path);
			await page.bringToFront();
			await answer(page, 'path_report', 'yes', 'radio');
			await saved(page);
			await other.bringToFront();
			await answer(other, 'sex', 'female', 'radio');
			await saved(other);
			await answer(other, 'path_report', 'no', 'radio');
			await other.waitForSelector('[data-element="path_report"] .conflict');
			await other.$$eval('[data-element="path_report"] .conflict button', (all) =>
				all.find((one) => one.innerText === 'Use mine').click());
			await saved(other);
			await other.close();
			await page.bringToFront();
			await visit(page, path);
			assert.equal(await checked(page, 'path_report'), 'no');
			assert.equal(await checked(page, 'sex'), 'female');
		});

		// No script comes: the one way of having none that both browsers can be told.
		test('a whole chart is abstracted by its buttons where no script runs', async () => {
			const plain = await browser.page(); // which has kept no script so far
			await plain.setRequestInterception(true);
			plain.on('request', (asked) =>
				(/\/static\/.*\.js$/.test(asked.url()) ? asked.abort() : asked.continue()));
			await signIn(plain, 'physician');
			await newChart(plain);
			assert.match(await readText(plain), /Answers are kept when you save below/);
			await abstractPlainly(plain);
			await shot(plain, `90-no-script-${browser.name}`);
			await press(plain, 'Complete the chart');
			assert.match(await readText(plain), /The chart is complete/);
		});
	});
}
