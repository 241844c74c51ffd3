// The helpers of the page and browser tests are themselves right.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Client } from './client.mjs';
import { forms, textOf } from './forms.mjs';
import { accounts } from './instance.mjs';
import { linkOf, parseMail, waitForMail } from './mail.mjs';
import { freshStep, totp } from './totp.mjs';

const folder = mkdtempSync(join(tmpdir(), 'myqopi-helpers-'));
after(() => rmSync(folder, { recursive: true }));

test('one-time codes are those of RFC 6238, appendix B', () => {
	const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
	assert.equal(totp(secret, 59), '287082');
	assert.equal(totp(secret, 1111111109), '081804');
	assert.equal(totp(secret, 20000000000), '353130');
	assert.throws(() => totp('not base32!'), /base32/);
});

test('no one-time code is given out twice', async () => {
	const file = join(folder, 'step');
	let present = 100;
	const now = () => present;
	assert.deepEqual(
		[await freshStep(file, now), await freshStep(file, now), await freshStep(file, now)],
		[99, 100, 101],
	);
	const fourth = freshStep(file, now);
	present = 101;
	assert.equal(await fourth, 102);
	present = 500;
	assert.equal(await freshStep(file, now), 499);
});

test('a form is read as a browser would send it', () => {
	const [form, other] = forms(`
		<form method="post" action="/login?a=1&amp;b=2">
			<input type="hidden" name="token" value="x&amp;&quot;y">
			<input name="mail"><input type="checkbox" name="a" value="1" checked>
			<input type="checkbox" name="b" value="1"><input type="radio" name="c" value="2" checked>
			<select name="d"><option value="1">One</option><option selected>Two</option></select>
			<select name="e"><option value="1">One</option></select>
			<textarea name="f">
a &lt; b</textarea><input name="g" value="z" disabled>
			<button type="submit" name="go" value="1">Go</button>
		</form><form action="/search"><input name="q" value="core"></form>`);
	assert.equal(form.method, 'POST');
	assert.equal(form.action, '/login?a=1&b=2');
	assert.deepEqual(Object.fromEntries(form.fields), {
		token: 'x&"y', mail: '', a: '1', c: '2', d: 'Two', e: '1', f: 'a < b',
	});
	assert.equal(other.method, 'GET');
	assert.equal(other.fields.get('q'), 'core');
});

test('text is what a reader sees', () => {
	assert.equal(textOf('<p>a &amp; <b>b</b>\n</p><script>no()</script>'), 'a & b');
});

test('accounts are read by column, the heading left out', () => {
	const file = join(folder, 'accounts.tsv');
	writeFileSync(file, 'role\te-mail\tpassword\tcode\tlook\nstaff\ts@asco.example\tpw\tABC\tall\n');
	assert.deepEqual(accounts(file), [
		{ role: 'staff', email: 's@asco.example', password: 'pw', secret: 'ABC', look: 'all' },
	]);
});

test('a mail is decoded and its link found', () => {
	const mail = parseMail(
		'X-Envelope-To: a@b.example\r\nSubject: =?UTF-8?Q?Caf=C3=A9_open?=\r\n' +
			'Content-Transfer-Encoding: quoted-printable\r\n\r\nGo to http://x.example/c?t=3D=\r\nabc now.\r\n',
	);
	assert.equal(mail.subject, 'Café open');
	assert.equal(mail.to, 'a@b.example');
	assert.equal(linkOf(mail, /\/c\?/), 'http://x.example/c?t=abc');
	assert.throws(() => linkOf(mail, /nothing/), /no link/);
});

test('waiting for a mail finds the newest that fits, and gives up in words', async () => {
	const eml = (to, subject) => `X-Envelope-To: ${to}\r\nSubject: ${subject}\r\n\r\nbody\r\n`;
	writeFileSync(join(folder, '1.eml'), eml('a@b.example', 'Confirm 1'));
	writeFileSync(join(folder, '2.eml'), eml('a@b.example', 'Confirm 2'));
	writeFileSync(join(folder, '3.eml'), eml('z@b.example', 'Confirm 3'));
	const found = await waitForMail({ to: 'a@b', subject: /^Confirm/, folder });
	assert.equal(found.subject, 'Confirm 2');
	await assert.rejects(waitForMail({ to: 'q@b', seconds: 0, folder }), /no mail .*"Confirm 3" to z@b/);
	await assert.rejects(waitForMail({ after: 3, seconds: 0, folder }), /no mail/);
});

test('a client keeps cookies, follows redirects and sends the token of the form', async (t) => {
	const seen = [];
	const server = createServer(async (request, answer) => {
		let body = '';
		for await (const part of request) body += part;
		seen.push([request.method, request.url, request.headers.cookie, body]);
		if (request.method === 'POST') answer.writeHead(303, { location: '/done' });
		else answer.setHeader('set-cookie', 'sid=abc; Path=/; HttpOnly');
		answer.end('<form method="post" action="/save"><input type="hidden" name="token" value="t1"><input name="x"></form>');
	});
	await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
	t.after(() => server.close());
	const client = new Client(`http://127.0.0.1:${server.address().port}`);
	const page = await client.get('/form');
	const last = await client.follow(await client.submit(page, { x: '1' }));
	assert.equal(last.url.pathname, '/done');
	assert.deepEqual(seen, [
		['GET', '/form', undefined, ''],
		['POST', '/save', 'sid=abc', 'token=t1&x=1'],
		['GET', '/done', 'sid=abc', ''],
	]);
	await assert.rejects(client.submit(page, { nothing: '1' }), /no form fits/);
});
