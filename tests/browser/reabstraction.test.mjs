// Second abstractions as people see them: the sample drawn, the form without the first answers,
// what differs, how far both agree; looked at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clickThrough, launch, look, press, readText, signIn, visit } from '../lib/browser.mjs';
import { addCharts, closeRound, fillIn, openRound, pairsOf } from '../lib/second.mjs';

let chromium, s;

before(async () => {
	chromium = await launch();
	s = await openRound();
});

after(async () => {
	await chromium.close();
	await closeRound(s);
});

test('a manager draws, and sees who abstracts each chart', async () => {
	const page = await chromium.page();
	await signIn(page, 'administrator');
	await visit(page, `/rounds/${s.round}/charts`);
	await press(page, 'Second abstraction');
	await look(page, 'reabstraction-empty', { narrow: true, dark: true });
	await addCharts(s, 3);
	await visit(page, s.at);
	await look(page, 'reabstraction-before', { narrow: true });
	await press(page, 'Draw 2 charts');
	await look(page, 'reabstraction-drawn', { narrow: true, dark: true });
	assert.match(await readText(page), /it takes the same charts/);
});

test('the second abstractor finds a form without answers', async () => {
	const page = await chromium.page();
	await signIn(page, 'abstractor');
	await visit(page, `/rounds/${s.round}/charts`);
	await look(page, 'reabstraction-charts', { narrow: true });
	const [pair] = pairsOf(s);
	await press(page, `Chart ${pair.number}, second abstraction`);
	await look(page, 'reabstraction-form', { narrow: true });
	assert.match(await readText(page), /as if nobody had done it before/);
	await page.goto(new URL(`/charts/${pair.first}`, page.url()).href);
	await look(page, 'reabstraction-closed', { narrow: true });
});

test('both are compared, and the figures told', async () => {
	for (const [i, pair] of pairsOf(s).entries()) {
		const answers = s.answers[pair.number - 1].map(([id, value]) =>
			id === 'birth_date' && i === 0 ? [id, new Date(Date.parse(value) + 5 * 864e5).toISOString().slice(0, 10)] : [id, value]);
		await fillIn(s.abstractor, `/charts/${pair.second}`, answers);
	}
	const page = await chromium.page();
	await signIn(page, 'administrator');
	await visit(page, s.at);
	await look(page, 'reabstraction-figures', { narrow: true, dark: true });
	await clickThrough(page, `a[href$="/reabstraction/${pairsOf(s)[0].second}"]`);
	assert.match(await readText(page), /5 days later/);
	await look(page, 'reabstraction-compare', { narrow: true, dark: true });
	await page.emulateMediaType('print');
	await look(page, 'reabstraction-print');
});
