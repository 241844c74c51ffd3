// Time on a chart: measured while somebody works, reported when the page goes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, signIn, visit } from '../lib/browser.mjs';
import { until } from '../lib/sql.mjs';
import { newChart } from './lib/abstractor.mjs';

let chromium, page, id;

before(async () => {
	chromium = await launch();
	page = await chromium.page();
	await signIn(page, 'physician');
	[, id] = (await newChart(page)).match(/(\d+)$/);
});
after(() => chromium.close());

test('seconds of work in a section are reported when the page is left', async () => {
	await page.focus('[name="a_cancer_type"]');
	await page.evaluate(() => new Promise((done) => {
		const begin = performance.now();
		const work = () => {
			document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
			if (performance.now() - begin < 2500) requestAnimationFrame(work);
			else done();
		};
		work();
	}));
	await visit(page, '/dashboard');
	await until(`SELECT COUNT(*) FROM chart_time WHERE chart_id = ${id} AND section = 'Diagnosis and stage'
	               AND seconds BETWEEN 1 AND 20`, '1', 20);
});
