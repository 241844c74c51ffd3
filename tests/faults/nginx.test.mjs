// What nginx and nginx/serve do when somebody asks too much or a program dies.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from '../lib/client.mjs';
import { address, statePath } from '../lib/instance.mjs';

const visitor = new Client();
const command = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'nginx', 'serve');

function serve(...options) {
	const all = ['--state', statePath(), ...options];
	const { status, stdout, stderr } = spawnSync(command, all, { encoding: 'utf8' });
	return { status, text: stdout + stderr };
}

const port = () => new URL(address()).port;
const pidOf = (name) => Number(readFileSync(statePath('run', `${name}.pid`), 'utf8'));
const stylesheet = '/static/bootstrap5/css/bootstrap.min.css';

test('every answer carries the content policy, static files and errors too', async () => {
	for (const path of ['/healthz', stylesheet, '/static/nothing.css']) {
		const { headers } = await visitor.request('GET', path);
		assert.match(headers.get('content-security-policy'), /default-src 'none'/, path);
		assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
		assert.equal(headers.get('server'), 'nginx', path);
	}
});

test('a static file asked for below its version is kept for a year, without it for an hour', async () => {
	const versioned = await visitor.request('GET', stylesheet.replace('/static/', '/static/v/1a2b3c/'));
	assert.equal(versioned.status, 200);
	assert.match(versioned.headers.get('cache-control'), /max-age=31536000, immutable/);
	const plain = await visitor.request('GET', stylesheet);
	assert.match(plain.headers.get('cache-control'), /max-age=3600$/);
	assert.equal(plain.headers.get('content-encoding'), 'gzip');
});

test('a body over the limit is refused in words', async () => {
	const answer = await visitor.post('/login', { mail: 'x'.repeat(1_100_000) });
	assert.equal(answer.status, 413);
	assert.match(answer.text, /too large to send.*nothing of it was saved/i);
});

test('a flood of sign-ins is slowed down, other pages go on', async () => {
	const flood = Array.from({ length: 200 }, () => visitor.post('/login', { mail: 'a@b.example' }));
	const slowed = (await Promise.all(flood)).filter((answer) => answer.status === 429);
	assert.ok(slowed.length > 10, `only ${slowed.length} of 200 were slowed down`);
	assert.match(slowed[0].text, /wait a few seconds/i);
	assert.ok(Number(slowed[0].headers.get('retry-after')) > 0);
	assert.equal((await visitor.request('GET', '/healthz')).status, 200);
});

test('the logs name paths, never queries', async () => {
	await visitor.request('GET', '/no-such-page?token=hunter2');
	await visitor.request('GET', '/no-such-page-2');
	const log = readFileSync(statePath('log', 'access.log'), 'utf8');
	assert.match(log, /status=\d+ method=GET path="\/no-such-page"/);
	for (const name of ['access.log', 'nginx.log']) {
		assert.doesNotMatch(readFileSync(statePath('log', name), 'utf8'), /hunter2/, name);
	}
});

test('another program on the port, or a second start, is named and changes nothing', () => {
	const again = serve('--port', port(), '--background');
	assert.equal(again.status, 0);
	assert.match(again.text, new RegExp(`^ready ${address()}/$`, 'm'));
	const elsewhere = serve('--port', '9', '--background');
	assert.equal(elsewhere.status, 1);
	assert.match(elsewhere.text, /runs already.*stop it first/);
	assert.equal(serve('--port', 'many').status, 2);
	assert.equal(serve('--status').status, 0);
});

// Waits until nobody answers behind nginx, at most half a minute.
async function untilStatus(wanted, path) {
	const end = Date.now() + 30_000;
	let answer;
	do answer = await visitor.request('GET', path);
	while (answer.status !== wanted && Date.now() < end);
	assert.equal(answer.status, wanted);
	return answer;
}

test('with the web workers gone there is a friendly page, and a start brings them back', async () => {
	process.kill(pidOf('web'), 'SIGTERM');
	const answer = await untilStatus(502, '/');
	assert.match(answer.text, /reload this page/);
	assert.ok(Number(answer.headers.get('retry-after')) > 0);
	const status = serve('--status');
	assert.equal(status.status, 1);
	assert.match(status.text, /^web +- +down$/m);
	assert.match(status.text, /^nginx +\d+ +up$/m);
	assert.equal(serve('--port', port(), '--background').status, 0);
	assert.equal((await visitor.request('GET', '/healthz')).status, 200);
});

test('a killed MariaDB comes back with its data at the next start', async () => {
	const accounts = readFileSync(statePath('demo-accounts.tsv'), 'utf8');
	process.kill(pidOf('mariadb'), 'SIGKILL');
	const answer = serve('--port', port(), '--background');
	assert.equal(answer.status, 0, answer.text);
	assert.doesNotMatch(answer.text, /demonstration data/);
	assert.equal(readFileSync(statePath('demo-accounts.tsv'), 'utf8'), accounts);
	assert.equal(serve('--status').status, 0);
});

test('a stop stops everything of this folder, and says so', () => {
	assert.equal(serve('--stop').status, 0);
	const status = serve('--status');
	assert.equal(status.status, 1);
	assert.doesNotMatch(status.text, / up$/m);
	assert.equal(serve('--port', port(), '--background').status, 0);
});
