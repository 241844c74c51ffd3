// The form of the modules with the most questions: on the server, one request after the
// other, and in Chromium from the click until the form's script has taken over.
import { launch, signIn, visit } from '../../lib/browser.mjs';
import { Client } from '../../lib/client.mjs';
import { account } from '../../lib/instance.mjs';
import { sql } from '../../lib/sql.mjs';
import { row, share } from '../rows.mjs';

const served = 200;
const shown = 31; // the first one fetches the scripts, and finds a browser that is just up

/** A new chart of Core and of the module with the most questions of its own. */
async function largest(visitor) {
	const dashboard = await visitor.signIn('abstractor');
	const path = /href="(\/rounds\/\d+\/charts)"/.exec(dashboard.html)[1];
	const list = await visitor.get(path);
	const chart = (await visitor.submit(list, {}, '/charts')).location;
	const id = chart.split('/').at(-1);
	const wanted = 'CORE BREAST';
	sql(`DELETE FROM chart_module WHERE chart_id = ${id}`);
	sql(`INSERT INTO chart_module (chart_id, practice_id, module)
	     SELECT c.id, c.practice_id, m.module FROM chart c
	       JOIN (${wanted.split(' ').map((m) => `SELECT '${m}' AS module`).join(' UNION ')}) m
	      WHERE c.id = ${id}`);
	return chart;
}

async function onServer(visitor, chart) {
	const times = [];
	for (let i = 0; i < served; i++) {
		const begun = performance.now();
		const page = await visitor.request('GET', chart);
		if (page.status !== 200) throw new Error(`the form is answered ${page.status}`);
		times.push(performance.now() - begun);
	}
	return times;
}

/** Milliseconds until the page's scripts, which are modules, have run. */
async function inChromium(chart) {
	const chromium = await launch();
	const page = await chromium.page();
	await signIn(page, account('abstractor'));
	const times = [];
	for (let i = 0; i < shown; i++) {
		await visit(page, chart);
		times.push(await page.evaluate(
			() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd));
	}
	await chromium.close();
	return times;
}

const visitor = new Client();
const chart = await largest(visitor);
const times = await onServer(visitor, chart);
row('largest-form', share(times, 0.5), 'p50 ms');
row('largest-form', share(times, 0.95), 'p95 ms', 'limit', 30);
const [first, ...usable] = await inChromium(chart);
row('largest-form-first', first, 'ms', 'limit', 300);
row('largest-form-usable', share(usable, 0.5), 'p50 ms', 'limit', 300);
row('largest-form-usable', share(usable, 0.95), 'p95 ms', 'limit', 300);
