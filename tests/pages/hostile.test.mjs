// Requests that no page of ours sends: each gets the right status and words, none a crash.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { statePath } from '../lib/instance.mjs';
import { visitorFrom } from '../lib/from.mjs';

const token = (page) => page.html.match(/name="_csrf" value="([^"]+)"/)[1];

async function loginForm() {
	const visitor = visitorFrom();
	const page = await visitor.get('/login');
	return { visitor, csrf: token(page) };
}

const form = (text) => ({
	body: text, headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

test('a form without its token, or with another visitor\'s, is refused', async () => {
	const { visitor } = await loginForm();
	const other = await loginForm();
	for (const csrf of ['', 'AAAA', other.csrf]) {
		const answer = await visitor.post('/login', { _csrf: csrf, email: 'a@b.example', password: 'x' });
		assert.equal(answer.status, 403);
		assert.match(answer.text, /out of date/i);
	}
});

test('unknown, repeated and broken fields are told apart from typing mistakes', async () => {
	const { visitor, csrf } = await loginForm();
	const cases = [
		['&email=a@b.example&password=x&admin=1', 400, /does not know/],
		['&email=a@b.example&email=c@d.example&password=x', 400, /same field twice/],
		['&email=%ff%fe&password=x', 400, /UTF-8/],
		['&email=%zz&password=x', 400, /UTF-8/],
		['&email=a%00b&password=x', 400, /UTF-8/],
		[`&email=a@b.example&password=${'x'.repeat(300)}`, 422, /too long/],
		['&email=nobody&password=x', 422, /look like/],
		['&email=&password=', 422, /needed/],
	];
	for (const [text, status, words] of cases) {
		const answer = await visitor.request('POST', '/login', form(`_csrf=${csrf}${text}`));
		assert.equal(answer.status, status, text);
		assert.match(answer.text, words, text);
	}
});

test('a body that is too large, too many, broken or of no known kind is refused', async () => {
	const { visitor, csrf } = await loginForm();
	const many = Array.from({ length: 1100 }, (_, i) => `f${i}=1`).join('&');
	const multipart = (text) => ({
		body: text, headers: { 'content-type': 'multipart/form-data; boundary=XX' },
	});
	const cases = [
		[form(`_csrf=${csrf}&email=${'x'.repeat(1_100_000)}`), 413],
		[form(many), 400],
		[multipart('--XX\r\nContent-Disposition: form-data; name="email"\r\n\r\nhalf'), 400],
		[multipart('--XX\r\nno header at all\r\n--XX--'), 400],
		[{ body: '{}', headers: { 'content-type': 'application/json' } }, 415],
	];
	for (const [options, status] of cases) {
		const answer = await visitor.request('POST', '/login', options);
		assert.equal(answer.status, status, options.headers['content-type']);
	}
});

test('wrong methods and addresses', async () => {
	const visitor = visitorFrom();
	const cases = [
		['DELETE', '/login', 405], ['PUT', '/', 405], ['POST', '/measures', 405], ['POST', '/', 405],
		['GET', '/logout', 405], ['GET', '/no/such/page', 404], ['GET', '/charts/', 404],
		['GET', '/measures/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 400], ['GET', '/%ff', 400],
		['GET', '/measures?q=%c3', 400], ['GET', '/login?next=%2f%2fevil.example', 200],
		['GET', `/measures?q=${encodeURIComponent('"><script>alert(1)</script>')}`, 200],
	];
	for (const [method, path, status] of cases) {
		const answer = await visitor.request(method, path);
		assert.equal(answer.status, status, `${method} ${path}`);
		assert.ok(!answer.html.includes('<script>alert'), path);
	}
	const head = await visitor.request('HEAD', '/login', { headers: { 'accept-encoding': 'identity' } });
	assert.equal(head.status, 200);
	assert.equal(head.html, '');
});

test('signing in leads to no other site', async () => {
	for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/a\r\nb']) {
		const visitor = visitorFrom();
		await visitor.signIn('viewer');
		await visitor.submit(await visitor.get('/dashboard'), {}, '/logout');
		const page = await visitor.get(`/login?next=${encodeURIComponent(next)}`);
		assert.doesNotMatch(page.html, /href="[^"]*evil/);
	}
});

test('ids of another practice do not exist', async () => {
	const director = visitorFrom();
	await director.signIn('director');
	const physician = visitorFrom();
	const dashboard = await physician.signIn('physician');
	const [, charts] = dashboard.html.match(/href="(\/rounds\/\d+\/charts)"/);
	const [, chart] = (await physician.get(charts)).html.match(/href="(\/charts\/\d+)"/);
	const page = await director.get('/dashboard');
	for (const path of [chart, '/charts/999999', '/charts/0', '/charts/-1', '/charts/99999999999999999999'])
		assert.equal((await director.request('GET', path)).status, 404, path);
	const save = await director.post(`${chart}/answers`, { _csrf: token(page), a_path_report: 'no' });
	assert.equal(save.status, 404);
});

test('none of it was a fault', () => {
	const faults = readFileSync(statePath('log', 'web.log'), 'utf8')
		.split('\n').filter((line) => line.includes(' fault ') && !line.includes('gone away'));
	assert.deepEqual(faults, []);
});
