// The whole access policy on one screen: every page of the table is asked once as each
// role, and the answers are compared with access.matrix. A GET is asked as it is; a POST
// without its token, so that 403 means "this role may" and nothing is changed.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';
import { Client } from '../lib/client.mjs';
import { statePath } from '../lib/instance.mjs';
import { waitForMail } from '../lib/mail.mjs';
import { sql } from '../lib/sql.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const golden = join(here, 'access.matrix');
const roles = ['nobody', 'physician', 'administrator', 'abstractor', 'viewer', 'director', 'fellow', 'staff'];

function routes() {
	const programs = process.env.MYQOPI_PROGRAMS ?? join(here, '../../fcgi');
	const table = execFileSync(join(programs, 'qopi'), ['routes'], { encoding: 'utf8' });
	return table.trim().split('\n').map((line) => line.split('\t').slice(0, 2));
}

// Things of the first practice; the director and the fellow are of another one.
async function samples() {
	await waitForMail({ to: 'okafor@', subject: 'performance report', seconds: 60 });
	const physician = new Client();
	await physician.signIn('physician');
	const dashboard = await physician.get('/dashboard');
	const round = dashboard.html.match(/\/rounds\/(\d+)\/charts/)[1];
	const report = dashboard.html.match(/\/reports\/(\d+)/)[1];
	const charts = await physician.get(`/rounds/${round}/charts`);
	return {
		round, report, chart: charts.html.match(/\/charts\/(\d+)/)[1], practice: '1', job: '1',
		measure: 'Core%201', step: 'member', format: 'csv', draw: '1', candidate: '1',
		announcement: '1', element: 'cancer_type', query: '1', import: '1', token: '1', site: '1',
		physician: sql('SELECT MIN(id) FROM physician WHERE practice_id = 1')[0][0],
		suggestion: '1', network: '1', form: 'CORE', measure_id: 'Core-1', module: 'CORE',
	};
}

const concrete = (path, ids) => path.replace(/\{(\w+)\}/g, (_, name) => ids[name]);

// A redirect is told by where it leads, without what changes from run to run.
function word(answer) {
	if (answer.status !== 303) return String(answer.status);
	return answer.location.startsWith('/login?next=') || answer.location === '/login' ? 'login' : 'moved';
}

async function ask(role, number, ids) {
	const client = new Client(undefined, `127.0.0.${20 + number}`);
	if (role !== 'nobody') await client.signIn(role);
	const cookies = new Map(client.cookies);
	const answers = [];
	for (const [method, path] of routes()) {
		client.cookies = new Map(cookies);
		const body = method === 'POST' ? new URLSearchParams() : undefined;
		let answer = await client.request(method, concrete(path, ids), { body });
		for (let tries = 0; answer.status === 429 && tries < 50; tries++)
			answer = await client.request(method, concrete(path, ids), { body });
		answers.push(word(answer));
	}
	return answers;
}

test('every page answers every role as access.matrix says', async () => {
	const ids = await samples();
	const columns = [];
	for (const [number, role] of roles.entries()) columns.push(await ask(role, number, ids));
	const lines = routes().map(([method, path], i) =>
		`${method.padEnd(4)} ${path.padEnd(38)} ${columns.map((c) => c[i].padEnd(6)).join(' ')}`.trimEnd());
	const head = `${'#'.padEnd(43)} ${roles.map((r) => r.slice(0, 6).padEnd(6)).join(' ')}`.trimEnd();
	const matrix = [head, ...lines, ''].join('\n');
	writeFileSync(statePath('access.matrix'), matrix);
	assert.equal(matrix, readFileSync(golden, 'utf8'),
		`the access policy changed; what is now: ${statePath('access.matrix')}`);
});
