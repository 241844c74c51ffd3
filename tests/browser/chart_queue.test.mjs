// Nothing typed into a chart is lost: without a network, over a reload, with receipts lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, launch, shot, signIn, visit } from '../lib/browser.mjs';
import { answer, newChart, saved } from './lib/abstractor.mjs';

let chromium, page;

before(async () => {
	chromium = await launch();
	page = await chromium.page();
	await signIn(page, 'physician');
});
after(() => chromium.close());

const stateText = () => page.$eval('#save-state', (p) => p.innerText);
const says = (words) =>
	page.waitForFunction(
		(wanted) => document.getElementById('save-state').innerText.includes(wanted), {}, words,
	);
const checked = (id) =>
	page.$eval(`[data-element="${id}"] .answer`, (box) => box.querySelector(':checked')?.value);
const versionOf = (id) => page.$eval(`[name="v_${id}"]`, (field) => field.value);

test('answers given without a network wait, are told, and go out when it is back', async () => {
	const path = await newChart(page);
	await page.setOfflineMode(true);
	await answer(page, 'path_report', 'yes', 'radio');
	await answer(page, 'sex', 'female', 'radio');
	await answer(page, 'birth_date', '1958-03-14', 'date');
	await says('3 answers wait to be sent');
	assert.match(await stateText(), /No connection.*kept in this browser/);
	await shot(page, '56-chart-offline');
	await axe(page);
	await page.setOfflineMode(false);
	await saved(page);
	await visit(page, path);
	assert.equal(await checked('sex'), 'female');
	assert.equal(await page.$eval('[name="a_birth_date"]', (field) => field.value), '1958-03-14');
});

test('answers that wait survive that the page is left, and are sent when it opens again', async () => {
	await newChart(page);
	await page.evaluate(() => {
		window.fetch = () => Promise.reject(new TypeError('no network'));
	});
	await answer(page, 'path_report', 'no', 'radio');
	await says('1 answer waits');
	await page.reload();
	await saved(page);
	assert.equal(await checked('path_report'), 'no');
	assert.equal(await versionOf('path_report'), '1');
});

test('an answer whose receipt was lost is sent again, and is saved once', async () => {
	const path = await newChart(page);
	await loseReceipts(1);
	await answer(page, 'path_report', 'yes', 'radio');
	await saved(page);
	await visit(page, path);
	assert.equal(await versionOf('path_report'), '1');
});

test('who changes an answer whose receipt was lost has no conflict with themselves', async () => {
	const path = await newChart(page);
	await loseReceipts(2);
	await answer(page, 'sex', 'female', 'radio');
	await says('1 answer waits');
	await answer(page, 'sex', 'male', 'radio');
	await saved(page);
	assert.equal(await page.$('.conflict'), null);
	await visit(page, path);
	assert.equal(await checked('sex'), 'male');
	assert.equal(await versionOf('sex'), '2');
});

/** The next saves reach the server, but the page never hears of them. */
function loseReceipts(count) {
	return page.evaluate((most) => {
		const real = window.fetch;
		let lost = 0;
		window.fetch = async (...what) => {
			const answered = await real(...what);
			if (lost++ < most) throw new TypeError('the connection broke');
			return answered;
		};
	}, count);
}
