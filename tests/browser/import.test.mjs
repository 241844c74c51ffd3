// Import of charts and API tokens as people see them: checked, imported, looked at.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fillIn, launch, look, press, readText, signIn, visit } from '../lib/browser.mjs';
import { day, enter, makeRound, person } from '../lib/rounds.mjs';

const sizes = { narrow: true, dark: true };
let chromium, page, round;

before(async () => {
	round = makeRound('open', day(-10), day(60));
	enter(round, 'nakagawa');
	chromium = await launch();
	page = await chromium.page();
	await signIn(page, person('nakagawa'));
});

after(() => chromium.close());

test('a file with mistakes is checked, its clean charts imported', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'myqopi-import-')), file = join(folder, 'charts.csv');
	writeFileSync(file, ['chart_id,cancer_type,birth_date,chemo_plan_elements,chart_modules', 'B-017,breast,1958-03-14,doses;route,CORE;SMT',
		'Ann Example,breast,1960-13-01,,', 'L-004,lung,1949-11-30,doses,', 'L-005,nsclc,1951-02-03,none,CORE'].join('\r\n'));
	await visit(page, `/rounds/${round}/charts`);
	await press(page, 'Import charts');
	await look(page, 'import-empty', sizes);
	await (await page.$('input[type=file]')).uploadFile(file);
	await press(page, 'Check');
	assert.match(await readText(page), /2 of 4 charts have errors/);
	assert.match(await readText(page), /There is no such day/);
	await look(page, 'import-checked', sizes);
	await press(page, 'Import the 2 clean charts');
	await page.waitForFunction(() => document.body.innerText.includes('The import is done'));
	await look(page, 'import-done', sizes);
	await press(page, 'See the charts');
	assert.match(await readText(page), /B-017/);
	await look(page, 'import-charts', { narrow: true });
	rmSync(folder, { recursive: true });
});

test('pasted rows that cannot be read are shown again, with what is wrong', async () => {
	await visit(page, `/rounds/${round}/import`);
	await fillIn(page, { list: 'chart_id\tpatient_name\nB-1\tsomebody' });
	await press(page, 'Check');
	assert.match(await readText(page), /The column "patient_name" is no question of this round/);
	assert.match(await page.$eval('#f-list', (area) => area.value), /somebody/);
	await look(page, 'import-unreadable', sizes);
});

test('a token is made, shown once, and revoked', async () => {
	await visit(page, '/practice');
	await press(page, 'API tokens');
	await look(page, 'tokens-empty', sizes);
	await press(page, 'Make a token');
	assert.match(await readText(page), /Name is needed/);
	await fillIn(page, { name: 'Tumor registry', round, may: 'both', expires: day(30) });
	await press(page, 'Make a token');
	assert.match(await readText(page), /myqopi_[A-Za-z0-9_-]{43}/);
	await look(page, 'tokens-made', sizes);
	await visit(page, '/practice/tokens');
	assert.doesNotMatch(await readText(page), /myqopi_[A-Za-z0-9_-]{43}/);
	await page.$$eval('form[action*="/revoke"] button', ([first]) => first.click());
	await page.waitForFunction(() => document.body.innerText.includes('The token is revoked'));
	await look(page, 'tokens-revoked', sizes);
});
