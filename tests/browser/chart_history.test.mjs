// The history of a chart's answers: who, when, from what to what.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, look, press, readText, signIn, visit } from '../lib/browser.mjs';
import { answer, newChart, saved } from './lib/abstractor.mjs';

let chromium, page;

before(async () => {
	chromium = await launch();
	page = await chromium.page();
	await signIn(page, 'physician');
	await newChart(page);
});
after(() => chromium.close());

test('each change of an answer is told in the form\'s words, the latest first', async () => {
	const path = new URL(page.url()).pathname;
	await visit(page, `${path}/history`);
	assert.match(await readText(page), /No answer was given yet/);
	await visit(page, path);
	await answer(page, 'path_report', 'yes', 'radio');
	await page.waitForFunction(() => document.querySelector('[name="v_path_report"]').value === '1');
	await answer(page, 'path_report', 'no', 'radio');
	await page.waitForFunction(() => document.querySelector('[name="v_path_report"]').value === '2');
	await saved(page);
	await press(page, 'History');
	const rows = await page.$$eval('tbody tr', (all) =>
		all.map((row) => [...row.cells].slice(0, 4).map((cell) => cell.innerText.trim())),
	);
	assert.equal(rows.length, 2);
	assert.match(rows[0][0], /pathology/);
	assert.deepEqual(rows.map((row) => row.slice(1, 3)), [['Yes', 'No'], ['–', 'Yes']]);
	assert.match(rows[0][3], /Corresponding physician/);
	await look(page, '61-chart-history', { narrow: true });
	await press(page, 'Back to the chart');
});
