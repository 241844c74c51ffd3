// A practice's own figures while a round is open: of completed charts only, never beside others.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { textOf } from '../lib/forms.mjs';
import { signedIn } from '../lib/report_files.mjs';
import { sql } from '../lib/sql.mjs';
import { signedInStaff } from '../lib/staff.mjs';

let round, practice, path;

before(() => {
	[[round]] = sql("SELECT MIN(id) FROM round WHERE state = 'open'");
	[[practice]] = sql("SELECT id FROM practice WHERE name LIKE 'Lakeside%'");
	path = `/rounds/${round}/provisional`;
});

const rowsOf = (html) => [...html.matchAll(/<tr( class="small-number")?><th scope="row" data-label="Measure".*?<\/tr>/gs)]
	.map(([row, small]) => {
		const [met, of] = textOf(row.match(/data-label="Met of charts">(.*?)<\/td>/s)[1]).split(' of ').map(Number);
		return { met, of, small: small !== undefined, rate: textOf(row.match(/data-label="Your rate">(.*?)<\/td>/s)[1]) };
	});

test('completed charts count, and nothing of others is there', async () => {
	const reader = await signedIn('brandt@lakeside'); // who may only read
	const round_page = await reader.get(`/rounds/${round}`);
	assert.ok(round_page.html.includes(`href="${path}"`));
	assert.ok((await reader.get('/dashboard')).html.includes(`href="${path}"`));
	const page = await reader.get(path);
	const [[complete]] = sql(`SELECT COUNT(*) FROM chart WHERE practice_id = ${practice} AND round_id = ${round} AND state = 'complete'`);
	assert.match(page.text, /Preliminary: own charts only, no aggregate\./);
	assert.match(page.text, new RegExp(`${complete} completed charts of your practice so far`));
	const rows = rowsOf(page.html);
	assert.ok(rows.length > 10);
	assert.ok(rows.some((row) => row.of === Number(complete)), 'a measure counts all of them');
	for (const { met, of, small, rate } of rows) {
		assert.ok(met <= of && of <= Number(complete));
		assert.equal(small, of > 0 && of < 10);
		assert.match(rate, of === 0 ? /^No rate$/ : new RegExp(`^${(Math.round((met / of) * 1000) / 10).toFixed(1)} %`));
	}
	assert.doesNotMatch(page.text, /All practices|Fellowship programs|Compared/);
});

test('a chart that is reopened does not count any more', async () => {
	const client = await signedIn('okafor@lakeside');
	const [[chart]] = sql(`SELECT MAX(id) FROM chart WHERE practice_id = ${practice} AND round_id = ${round} AND state = 'complete'`);
	const most = (page) => Math.max(...rowsOf(page.html).map((row) => row.of));
	const before = most(await client.get(path));
	sql(`UPDATE chart SET state = 'open' WHERE id = ${chart}`);
	const after = most(await client.get(path));
	sql(`UPDATE chart SET state = 'complete' WHERE id = ${chart}`);
	assert.equal(after, before - 1);
});

test('staff switch it off for a round, and on again', async () => {
	const staff = await signedInStaff();
	const client = await signedIn('okafor@lakeside');
	const settings = await staff.get(`/staff/rounds/${round}`);
	const link = `href="${path}"`, leads = async (from) => (await client.get(from)).html.includes(link);
	assert.ok(await leads('/dashboard'));
	await staff.submit(settings, { provisional: null }, '/settings');
	assert.ok(!(await leads('/dashboard')) && !(await leads(`/rounds/${round}`)), 'nothing leads there');
	const off = await client.get(path);
	assert.match(off.text, /figures are shown with the performance report, not before/);
	assert.equal(rowsOf(off.html).length, 0);
	await staff.submit(settings, { provisional: 'yes' }, '/settings');
	assert.ok(rowsOf((await client.get(path)).html).length > 10);
	assert.ok(await leads('/dashboard') && await leads(`/rounds/${round}`));
});

test('a practice that did not sign up, and a closed round, have none', async () => {
	const other = await signedIn('nakagawa@harborview');
	assert.equal((await other.request('GET', path)).status, 404);
	assert.ok(!(await other.get('/dashboard')).html.includes(`href="${path}"`));
	const [[closed]] = sql("SELECT MIN(id) FROM round WHERE state = 'released'");
	const client = await signedIn('okafor@lakeside');
	const page = await client.get(`/rounds/${closed}/provisional`);
	assert.match(page.text, /The round is not open/);
	assert.equal(rowsOf(page.html).length, 0);
});
