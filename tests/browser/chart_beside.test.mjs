// What people say beside a question: unlikely answers confirmed, comments, evidence, queries.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, fill, fillIn, launch, look, press, readText, shot, signIn, visit } from '../lib/browser.mjs';
import { account } from '../lib/instance.mjs';
import { abstract, answer, newChart, saved } from './lib/abstractor.mjs';

let chromium, page, path;

before(async () => {
	chromium = await launch();
	page = await chromium.page();
	await signIn(page, 'physician');
	path = await newChart(page);
});
after(() => chromium.close());

const says = async (who, pattern) => assert.match(await readText(who), pattern);
const note = (id) => page.$eval(`[data-element="${id}"] .field-note`, (p) => (p.hidden ? '' : p.innerText));
const marker = (id) => page.$eval(`[data-element="${id}"] .beside-marker`, (span) => span.innerText);
// Closed, it still holds the last question's fields.
const inDialog = (selector) => `.beside-dialog[open] ${selector}`;

/** Presses a button of the dialog and waits for what it says then. */
async function send(label, answered) {
	await page.evaluate((text) => {
		[...document.querySelectorAll('.beside-dialog button')].find((b) => b.innerText === text).click();
	}, label);
	await page.waitForFunction((text) => document.querySelector('.beside-said').innerText.includes(text), {}, answered);
}

const closeDialog = async () => {
	await page.keyboard.press('Escape');
	await page.waitForFunction(() => !document.querySelector('dialog[open]'));
};

test('a key opens what stands beside the question; a comment and its evidence are kept', async () => {
	await page.focus('[name="a_sex"]');
	await page.keyboard.press('c');
	await page.waitForSelector(inDialog('#f-comment'));
	assert.equal(await page.evaluate(() => document.activeElement.name), 'comment');
	await page.keyboard.type('Recorded by the MRN 12345678');
	await send('Keep the note', '');
	await page.waitForSelector(inDialog('.field-error'));
	await shot(page, '62-beside-refused');
	await axe(page);
	assert.match(await page.$eval(inDialog('#f-comment'), (f) => f.value), /12345678/);
	page.complaints.splice(0);
	await fill(page, inDialog('#f-comment'), 'As recorded at registration');
	await fill(page, inDialog('[name="document"]'), 'Intake form');
	await fill(page, inDialog('[name="page"]'), '2');
	await send('Keep the note', 'Your note is kept');
	await shot(page, '63-beside-note', { narrow: true });
	await axe(page);
	await closeDialog();
	assert.equal(await marker('sex'), '1 note');
});

test('what was typed outlives closing the dialog and a lost connection', async () => {
	await page.focus('[name="a_cancer_type"]');
	await page.keyboard.press('c');
	await page.waitForSelector(inDialog('#f-comment'));
	await page.keyboard.type('See the second report');
	await closeDialog();
	await page.focus('[name="a_cancer_type"]');
	await page.keyboard.press('c');
	assert.equal(await page.$eval(inDialog('#f-comment'), (f) => f.value), 'See the second report');
	await page.setOfflineMode(true);
	await send('Keep the note', 'there is no connection');
	await page.setOfflineMode(false);
	assert.equal(await page.$eval(inDialog('#f-comment'), (f) => f.value), 'See the second report');
	await send('Keep the note', 'Your note is kept');
	await closeDialog();
	page.complaints.splice(0);
	assert.equal(await marker('cancer_type'), '1 note');
});

test('an unlikely answer holds the chart open until it is confirmed; a change lets that lapse', async () => {
	await abstract(page, { m_category: 'M1', ajcc_stage: 'IIIB', distant_mets: 'yes' });
	assert.match(await note('m_category'), /M1 goes with a stage group of IV/);
	assert.equal((await press(page, 'Complete the chart')).status(), 422);
	await says(page, /M1 goes with a stage group of IV\. Correct an answer, or say beside the question/);
	await visit(page, path);
	await page.click('[data-element="m_category"] .field-note a');
	await page.waitForSelector(inDialog('#confirm input[name="reason"]'));
	assert.equal(await page.evaluate(() => document.activeElement.name), 'reason');
	await shot(page, '64-beside-confirm');
	await page.keyboard.type('Staged before the metastases were found');
	await page.keyboard.press('Enter');
	await page.waitForFunction(() => document.querySelector('.beside-said').innerText.includes('Kept as right'));
	await axe(page);
	await closeDialog();
	assert.match(await note('m_category'), /Confirmed by .*: Staged before the metastases/);
	await look(page, '65-chart-confirmed', { narrow: true, dark: true });

	await answer(page, 'ajcc_stage', 'II', 'radio');
	await page.waitForFunction(() => document.querySelector('[name="v_ajcc_stage"]').value === '2');
	assert.match(await note('m_category'), /Please check: M1 goes with.*Yes, that is right/);
	await answer(page, 'ajcc_stage', 'IIIB', 'radio');
	await saved(page);
	assert.match(await note('m_category'), /Please check/);
});

test('without script an unlikely answer is confirmed on the page of its question', async () => {
	await page.setJavaScriptEnabled(false);
	await visit(page, path);
	await Promise.all([page.waitForNavigation(), page.click('[data-element="m_category"] .field-note a')]);
	await shot(page, '66-question', { narrow: true });
	await press(page, 'Yes, that is right');
	await says(page, /Why it is right is needed/);
	page.complaints.splice(0);
	await fillIn(page, { reason: 'As the tumor board noted' });
	await press(page, 'Yes, that is right');
	await says(page, /Kept as right/);
	await page.setJavaScriptEnabled(true);
	await visit(page, `${path}/history`);
	await says(page, /As the tumor board noted/);
	await says(page, /Staged before the metastases were found/);
});

test('a colleague asks, the abstractor answers, who asked closes; an open query is told', async () => {
	const colleague = await chromium.page();
	await signIn(colleague, account('abstractor'));
	await visit(colleague, `${path}/questions/path_report`);
	await fillIn(colleague, { ask: 'Is the report from outside?' });
	await press(colleague, 'Ask');
	await says(colleague, /Open/);
	await visit(page, '/dashboard');
	await says(page, /Queries that wait[\s\S]*pathology/);
	await look(page, '71-dashboard-query', { narrow: true });
	await visit(page, path);
	await says(page, /Open queries, which wait for an answer/);
	assert.equal(await marker('path_report'), '1 open query');
	assert.equal((await press(page, 'Complete the chart')).status(), 200);
	await says(page, /The chart is complete and counts\. A query of it is still open/);
	await look(page, '67-charts-open-query');
	await visit(page, `${path}/questions/path_report`);
	await fillIn(page, { say: 'Yes, filed on the first visit' });
	await press(page, 'Answer');
	await says(page, /Answered/);
	assert.equal(await page.$('button[value="close"]'), null);
	await colleague.reload();
	await press(colleague, 'Close the query');
	await says(colleague, /The query is closed/);
	await look(colleague, '68-query-closed', { narrow: true });
	await colleague.close();
});

test('a completed chart is opened again with a reason, which the history shows', async () => {
	await visit(page, path);
	await press(page, 'Open it again');
	await says(page, /Why it is opened again is needed/);
	page.complaints.splice(0);
	await fillIn(page, { reason: 'The pathology report came late' });
	await press(page, 'Open it again');
	await answer(page, 'path_report', 'no', 'radio');
	await saved(page);
	await visit(page, `${path}/history`);
	const first = await page.$eval('tbody tr', (row) => row.innerText);
	assert.match(first, /The pathology report came late/);
	const last = await page.$$eval('table:first-of-type tbody tr', (rows) => rows.at(-1).innerText);
	assert.doesNotMatch(last, /came late/);
	await look(page, '69-history-why', { narrow: true });
	await visit(page, `${path}/print`);
	await says(page, /Evidence: Intake form, page 2/);
	await says(page, /filed on the first visit/);
	await look(page, '70-print-notes');
});
