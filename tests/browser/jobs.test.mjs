// The jobs page of ASCO staff keeps its figures fresh while one looks at it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, look, signIn, visit } from '../lib/browser.mjs';
import { sql } from '../lib/sql.mjs';
import { makeStaff } from '../lib/staff.mjs';

let browser;

before(async () => {
	browser = await launch();
});
after(() => browser.close());

test('a job that comes and goes shows without loading the page again', async () => {
	const subject = `practice:7${process.pid}00000`;
	const page = await browser.page();
	await signIn(page, makeStaff());
	await visit(page, '/staff/jobs');
	sql(`INSERT INTO job (kind, subject, run_after, created_at)
	     VALUES ('member', '${subject}', UTC_TIMESTAMP() + INTERVAL 1 DAY, UTC_TIMESTAMP())`);
	await page.waitForFunction((text) => document.body.innerText.includes(text), {}, subject);
	await look(page, 'jobs-next');
	sql(`DELETE FROM job WHERE subject = '${subject}'`);
	await page.waitForFunction((text) => !document.body.innerText.includes(text), {}, subject);
	assert.deepEqual(page.complaints, []);
});
