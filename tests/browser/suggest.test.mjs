// Suggestions from a patient's record: read, shown beside their questions, accepted and refused.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, launch, look, press, readText, shot, signIn, visit } from '../lib/browser.mjs';
import { record } from '../lib/record.mjs';
import { one, sql } from '../lib/sql.mjs';
import { answer, newChart, saved } from './lib/abstractor.mjs';

let chromium, page, path;
const id = () => path.split('/').pop();
const says = async (pattern) => assert.match(await readText(page), pattern);
const block = (element) => `[data-element="${element}"]`;
const suggested = (element) => page.$$eval(`${block(element)} [data-suggestion]`, (boxes) => boxes.map((b) => b.querySelector('.suggestion-words').innerText));
const value = (element) => page.$$eval(`${block(element)} .answer input`, (inputs) =>
	inputs.filter((i) => (i.type !== 'radio' && i.type !== 'checkbox') || i.checked).map((i) => i.value).filter(Boolean).join(';'));
const stored = (element) => one(`SELECT CONCAT(value, ' v', version) FROM answer WHERE chart_id = ${id()} AND element = '${element}'`);
const gone = (element) => page.waitForFunction((b) => !document.querySelector(`${b} [data-suggestion]`), {}, block(element));

/** Pastes a record into the page and reads it. */
async function read(text) {
	await visit(page, `${path}/suggestions`);
	await page.$eval('[name="record"]', (field, pasted) => { field.value = pasted; }, text);
	await press(page, 'Read it');
}

before(async () => {
	chromium = await launch();
	page = await chromium.page();
	await signIn(page, 'physician');
	path = await newChart(page);
});
after(() => chromium.close());

test('hostile and foreign records are refused with words, and nothing is kept', async () => {
	await visit(page, `${path}/suggestions`);
	await look(page, '80-suggest-empty', { narrow: true });
	for (const [text, words] of [['{', /ends too early/], ['{"a":1,"a":2}', /twice/], [`${'['.repeat(5000)}`, /deeper/], ['{"resourceType":"Patient"}', /is a Bundle/],
		[JSON.stringify(record({ resource: { resourceType: 'Patient' } })), /second patient/],
		[JSON.stringify(record({ resource: { resourceType: 'Observation', subject: { reference: 'Patient/p2' } } })), /another patient/],
		[JSON.stringify(record({ resource: 7 })), /no resource/]]) {
		await read(text);
		await says(words);
	}
	await shot(page, '81-suggest-refused');
	page.complaints.splice(0);
	assert.equal(one(`SELECT COUNT(*) FROM suggestion WHERE chart_id = ${id()}`), '0');
});

test('a record suggests answers with source and day; who the patient is, is not kept', async () => {
	await read(JSON.stringify(record()));
	await says(/The record was read/);
	await says(/Suggested: 2026-01-12, from Condition\/c1 of/);
	await look(page, '82-suggest-waiting', { narrow: true, dark: true });
	const rows = sql(`SELECT element, value, source FROM suggestion WHERE chart_id = ${id()} AND state = 'open'`);
	const all = Object.fromEntries(rows.map(([element, text]) => [element, text]));
	assert.equal(all.birth_date, '1961-05-02');
	assert.equal(all.ajcc_stage, 'IIIB');
	assert.equal(all.third_visit_date, '2026-03-02');
	assert.equal(all.pain_severity_2v, 'moderate');
	assert.equal(all.chemo_route, 'parenteral');
	assert.equal(all.bone_mets, undefined, 'the condition was refuted');
	assert.doesNotMatch(JSON.stringify(rows), /Secretname|99887766|555-0100|p1/);
	assert.equal(one(`SELECT COUNT(*) FROM answer WHERE chart_id = ${id()}`), '0');
});

test('keys accept and refuse beside the question; the history has who', async () => {
	await visit(page, path);
	assert.match((await suggested('dx_date'))[0], /Suggested: .*2026.* from Condition\/c1 of/);
	await look(page, '83-chart-suggested', { narrow: true, dark: true });
	await page.focus(`${block('cancer_type')} input`);
	await page.keyboard.press('y');
	await gone('cancer_type');
	assert.equal(await value('cancer_type'), 'colon');
	assert.equal(stored('cancer_type'), 'colon v1');
	await page.focus(`${block('path_report')} input`);
	await page.keyboard.press('y');
	await page.waitForFunction(() => document.getElementById('keys-said').textContent.includes('Nothing is suggested'));
	await page.focus(`${block('deceased')} input`);
	await page.keyboard.press('x');
	await gone('deceased');
	assert.equal(await value('deceased'), '');
	assert.equal(one(`SELECT state FROM suggestion WHERE chart_id = ${id()} AND element = 'deceased'`), 'refused');
	await page.click(`${block('stage_doc_status')} [data-suggestion] button[value="accept"]`);
	await gone('stage_doc_status');
	await page.waitForSelector(`${block('ajcc_stage')}:not([hidden])`);
	await visit(page, `${path}/history`);
	await says(/Colon/);
});

test('an answer of a person stands until they say otherwise', async () => {
	await visit(page, path);
	await answer(page, 'dx_date', '2026-01-10', 'date');
	await saved(page);
	await page.click(`${block('dx_date')} [data-suggestion] button[value="accept"]`);
	await page.waitForSelector(`${block('dx_date')} .conflict`);
	await shot(page, '84-suggest-conflict', { narrow: true });
	await axe(page);
	page.complaints.splice(0);
	assert.equal(stored('dx_date'), '2026-01-10 v1');
	await page.evaluate((b) => [...document.querySelectorAll(`${b} .conflict button`)].find((x) => x.innerText === 'Replace it').click(), block('dx_date'));
	await gone('dx_date');
	assert.equal(stored('dx_date'), '2026-01-12 v2');
	await read(JSON.stringify(record()));
	await visit(page, path);
	assert.deepEqual(await suggested('deceased'), [], 'what was refused is not suggested again');
	assert.deepEqual(await suggested('dx_date'), []);
});

test('without script buttons accept, and ask where there is an answer', async () => {
	await answer(page, 'first_visit_date', '2026-01-25', 'date');
	await saved(page);
	await page.setJavaScriptEnabled(false);
	await visit(page, path);
	await Promise.all([page.waitForNavigation(), page.click(`${block('birth_date')} button[value="accept"]`)]);
	await says(/The suggestion is the answer now/);
	assert.equal(stored('birth_date'), '1961-05-02 v1');
	await Promise.all([page.waitForNavigation(), page.click(`${block('first_visit_date')} button[value="accept"]`)]);
	await says(/The chart has .*2026-01-25/);
	await shot(page, '85-suggest-ask', { narrow: true });
	await press(page, 'Keep the answer');
	assert.equal(stored('first_visit_date'), '2026-01-25 v1');
	await page.setJavaScriptEnabled(true);
});
