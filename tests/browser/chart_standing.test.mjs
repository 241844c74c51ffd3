// What a chart counts for stands beside its questions and follows each answer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, look, readText, signIn } from '../lib/browser.mjs';
import { answer, newChart, saved } from './lib/abstractor.mjs';

let chromium, page;

before(async () => {
	chromium = await launch();
	page = await chromium.page();
	await signIn(page, 'physician');
	await newChart(page);
});
after(() => chromium.close());

const standing = (number) =>
	page.$$eval(
		'.standing-list > li',
		(all, wanted) =>
			all.find((one) => one.querySelector('strong').textContent === wanted)?.innerText,
		number,
	);
const summary = () => page.$eval('#standing summary', (s) => s.innerText);

test('the panel tells what is missing, follows each answer, and is the same after a reload', async () => {
	await page.click('#standing summary');
	assert.equal(await summary(), 'Counts in no measure yet');
	assert.match(await standing('Core 1'), /May count/);
	assert.match(await standing('Core 1'), /Not answered yet/);
	await answer(page, 'birth_date', '1958-03-14', 'date');
	await answer(page, 'dx_date', '2026-01-12', 'date');
	await answer(page, 'cancer_type', 'colon', 'radio');
	await answer(page, 'first_visit_date', '2026-01-26', 'date');
	await answer(page, 'office_visits_2plus', 'yes', 'radio');
	await page.waitForSelector('[data-standing="not_yet"]');
	await saved(page);
	assert.match(await standing('Core 1'), /Not met yet/);
	await answer(page, 'path_report', 'yes', 'radio');
	await page.waitForSelector('[data-standing="met"]');
	assert.match(await standing('Core 1'), /Core 1\s+Met/);
	assert.match(await summary(), /Counts in \d+ measures, \d+ met/);
	await look(page, '60-chart-standing', { narrow: true });

	const texts = await page.$eval('.standing-list', (list) => list.textContent.replace(/\s+/g, ' '));
	await page.reload();
	assert.equal(
		await page.$eval('.standing-list', (list) => list.textContent.replace(/\s+/g, ' ')),
		texts,
	);
	assert.doesNotMatch(await readText(page), /undefined/);
});
