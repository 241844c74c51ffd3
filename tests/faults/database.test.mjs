// The database is gone for ten seconds while somebody abstracts: pages say so, the
// workers come back by themselves, and no answer that was called saved is lost.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';
import { address, statePath } from '../lib/instance.mjs';
import { pidOf } from '../lib/programs.mjs';

const goneFor = 10_000; // ms
const webPid = pidOf('web');
let database;

after(() => database?.kill('SIGKILL'));

function startDatabase(log) {
	database = spawn('mariadbd', [`--defaults-file=${statePath('mariadb.cnf')}`, '--user=root'], {
		stdio: 'ignore',
	});
	log.push('started');
}

/** A new chart of the abstractor's practice, as a page. */
async function openChart(abstractor) {
	const dashboard = await abstractor.signIn('abstractor');
	const list = await abstractor.get(dashboard.html.match(/\/rounds\/\d+\/charts/)[0]);
	return abstractor.follow(await abstractor.submit(list, {}, '/charts'));
}

/** Saves one answer as the form's script does; the status, or 0 for no answer. */
async function save(abstractor, page, element, value, versions) {
	const csrf = page.html.match(/name="_csrf" value="([^"]+)"/)[1];
	const body = { _csrf: csrf, [`a_${element}`]: value, [`v_${element}`]: versions[element] ?? 0 };
	const answer = await abstractor.post(`${page.url.pathname}/answers`, body, {
		headers: { accept: 'application/json' },
	});
	if (answer.status === 200) Object.assign(versions, JSON.parse(answer.html).versions);
	return answer;
}

test('ten seconds without the database', async () => {
	const abstractor = new Client();
	const page = await openChart(abstractor);
	const [, first] = page.html.match(/name="v_path_report" value="(\d+)"/);
	const versions = { path_report: Number(first) };
	const visitor = new Client(address());
	const statuses = new Set();
	const log = [];
	let saved = null;

	process.kill(pidOf('mariadb'), 'SIGKILL');
	const from = Date.now();
	for (let i = 0; log.length === 0 || !statuses.has(`back ${saved}`); i++) {
		if (log.length === 0 && Date.now() - from > goneFor) startDatabase(log);
		assert.ok(Date.now() - from < goneFor + 30_000, 'the workers did not come back');
		const value = i % 2 === 0 ? 'yes' : 'no';
		const answer = await save(abstractor, page, 'path_report', value, versions);
		if (answer.status === 200) {
			saved = value;
			statuses.add(log.length > 0 ? `back ${value}` : 'before');
		} else {
			statuses.add(String(answer.status));
			assert.ok(Number(answer.headers.get('retry-after')) > 0, 'a hint when to try again');
		}
		if (log.length === 0 && i % 5 === 0) await pagesSaySo(visitor);
		await pause(200);
	}
	assert.ok(statuses.has('503'), [...statuses].join(' '));
	const again = await abstractor.get(page.url.pathname);
	assert.match(again.html, new RegExp(`name="a_path_report" value="${saved}"[^>]* checked`));
	assert.match(again.html, new RegExp(`name="v_path_report" value="${versions.path_report}"`));
	assert.equal(pidOf('web'), webPid, 'the web master is the same');
});

async function pagesSaySo(visitor) {
	const home = await visitor.request('GET', '/');
	assert.equal(home.status, 503);
	assert.match(home.text, /back in a moment/i);
	assert.ok(Number(home.headers.get('retry-after')) > 0);
	assert.equal((await visitor.request('GET', '/readyz')).status, 503);
	assert.equal((await visitor.request('GET', '/healthz')).status, 200);
	assert.equal((await visitor.request('GET', '/static/css/site.css')).status, 200);
}
