// From a report's measure to its charts and to a plan, as a person sees it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillIn, launch, look, press, readText, signIn, visit } from '../lib/browser.mjs';
import { day } from '../lib/rounds.mjs';
import { sql, until } from '../lib/sql.mjs';

let browser, page;

before(async () => {
	const [[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	browser = await launch();
	page = await browser.page();
	await signIn(page, 'physician');
});

after(() => browser.close());

test('the charts that did not meet a measure, and a plan for it', async () => {
	await visit(page, '/reports');
	await page.click('tbody tr:last-child a[href^="/reports/"]'); // the demonstration's round
	await page.waitForSelector('a[href$="/measures/Core%203"]');
	await visit(page, await page.$eval('a[href$="/measures/Core%203"]', (a) => a.getAttribute('href')));
	await look(page, 'plans-measure', { narrow: true, dark: true });
	assert.match(await readText(page), /Charts that did not meet it/);
	const owner = await page.$eval('#f-owner option:nth-child(2)', (option) => option.value);
	await fillIn(page, { goal: 'Ask about pain before each visit', due: day(60), owner });
	await press(page, 'Make the plan');
	await look(page, 'plans-one', { narrow: true, dark: true });
	assert.match(await readText(page), /The plan is made/);
	await press(page, 'Improvement plans');
	await look(page, 'plans-list', { narrow: true, dark: true });
	assert.match(await readText(page), /Ask about pain before each visit/);
	await visit(page, '/reports/plans');
	await page.click('tbody th a');
	await page.waitForSelector('#f-remark');
	await fillIn(page, { state: 'dropped' });
	await press(page, 'Save the plan');
	await look(page, 'plans-wrong', { narrow: true });
	assert.match(await readText(page), /Say in a sentence what came of it/);
});
