// Chart selection as people see it: from the criteria to charts on paper, looked at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fill, launch, look, press, readText, shot, signIn, visit } from '../lib/browser.mjs';
import { makeStaff } from '../lib/staff.mjs';

const head = 'label,cancer_type,age_at_diagnosis,diagnosis_date,first_visit,visits';
let chromium, page, staff, round;

before(async () => {
	chromium = await launch();
	page = await chromium.page();
	await signIn(page, 'administrator');
	const links = await page.$$eval('main a', (all) => all.map((one) => one.getAttribute('href')));
	round = links.join(' ').match(/\/rounds\/(\d+)\/charts/)[1];
});

after(() => chromium.close());

/** A day so many days before the round's reference date. */
async function days() {
	await visit(page, `/rounds/${round}/criteria`);
	const reference = await page.$eval('strong time', (time) => time.dateTime);
	return (before) => new Date(Date.parse(reference) - before * 864e5).toISOString().slice(0, 10);
}

test('the worksheet is read', async () => {
	await visit(page, `/rounds/${round}/criteria`);
	await look(page, 'selection-criteria', { narrow: true, dark: true });
	assert.match(await readText(page), /At least 18 years old at diagnosis/);
});

test('a list with a mistake, then its clean rows, then a draw', async () => {
	const day = await days();
	const patient = (n, last) => `W-${n},breast,61,${day(200)},${day(150)},${day(100)};${day(last)}`;
	await press(page, 'Select charts by these criteria');
	await look(page, 'selection-empty', { narrow: true, dark: true });
	await page.$eval('#f-list', (area, text) => (area.value = text),
		[head, patient(1, 20), 'Ann Example,breast,61,x,,', patient(2, 10), `W-3,breast,61,${day(200)},${day(150)},${day(100)}`].join('\n'));
	await press(page, 'Check and add');
	await look(page, 'selection-wrong', { narrow: true, dark: true });
	assert.match(await readText(page), /That may be a name/);
	assert.match(await page.$eval('#f-list', (area) => area.value), /W-2/);
	await page.$eval('details.columns-help', (one) => (one.open = true));
	await shot(page, 'selection-columns');
	await press(page, 'Add only the 3 clean rows');
	await look(page, 'selection-log', { narrow: true, dark: true });
	await press(page, 'Draw and start the charts');
	await look(page, 'selection-drawn', { narrow: true, dark: true });
	assert.match(await readText(page), /The charts are drawn/);
});

test('a chart that is not eligible is replaced, and the draw repeated', async () => {
	await visit(page, `/rounds/${round}/selection`);
	await page.click('#drawn ~ div summary');
	await page.select('#drawn ~ div details[open] select', 'visits');
	await press(page, 'Replace it');
	assert.match(await readText(page), /No eligible candidate was left to take its place/);
	await visit(page, `/rounds/${round}/selection/draws/1`);
	assert.match(await readText(page), /takes the same candidates as it did then/);
	await look(page, 'selection-draw', { narrow: true, dark: true });
});

test('what is missing is declared, with every mistake beside its field', async () => {
	await visit(page, `/rounds/${round}/fewer`);
	await look(page, 'fewer', { narrow: true, dark: true });
	await fill(page, '#n-CORE', '999');
	await press(page, 'Declare');
	await look(page, 'fewer-wrong');
	assert.equal(await page.$eval('#n-CORE', (field) => field.getAttribute('aria-invalid')), 'true');
});

test('charts: who abstracts them, and on paper', async () => {
	await visit(page, `/rounds/${round}/charts`);
	await look(page, 'charts-people', { narrow: true });
	const people = await page.$eval('a[href$="/people"]', (link) => link.getAttribute('href'));
	await visit(page, people);
	await look(page, 'chart-people', { narrow: true, dark: true });
	await visit(page, people.replace('people', 'print'));
	await look(page, 'paper-chart', { narrow: true });
	await visit(page, `/rounds/${round}/form`);
	await look(page, 'paper-blank', { narrow: true });
	const pages = (await page.pdf({ format: 'Letter' })).length;
	assert.ok(pages > 10_000);
});

test('staff change the criteria of a planned round', async () => {
	staff = await chromium.page();
	await signIn(staff, makeStaff());
	await visit(staff, '/staff/rounds');
	await press(staff, 'Round One 2027');
	await press(staff, 'Selection criteria');
	await look(staff, 'staff-criteria', { narrow: true, dark: true });
	await fill(staff, '[name=c_CORE_min_age]', 'x');
	await press(staff, 'Save the criteria');
	await look(staff, 'staff-criteria-wrong');
	assert.match(await readText(staff), /must be a whole number from 0 to 90/);
});
