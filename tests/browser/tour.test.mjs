// The pictures of the README, as a newcomer's window shows them: tests/output/tour-*.png.
// To renew them: tests/run browser, then pngquant each into tests/tour/.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, picture, signIn, visit } from '../lib/browser.mjs';
import { waitForMail } from '../lib/mail.mjs';

let browser;

before(async () => {
	browser = await launch();
	await waitForMail({ to: 'okafor@', subject: 'performance report', seconds: 60 });
});
after(() => browser.close());

test('a dashboard, a chart and a report fit a newcomer\'s window', async () => {
	const page = await browser.page();
	await signIn(page, 'physician');
	await visit(page, '/dashboard');
	await picture(page, 'tour-dashboard');
	const report = await page.$eval('a[href^="/reports/"]', (link) => link.getAttribute('href'));
	const charts = await page.$eval('a[href$="/charts"]', (link) => link.getAttribute('href'));
	await visit(page, charts);
	const open = await page.$$eval('tbody tr', (rows) =>
		rows.find((row) => row.innerText.includes('In work')).querySelector('a').getAttribute('href'));
	await visit(page, open);
	await picture(page, 'tour-chart');
	await visit(page, report);
	await page.$eval('table', (table) => table.scrollIntoView());
	await picture(page, 'tour-report');
	assert.deepEqual(page.complaints, []);
});
