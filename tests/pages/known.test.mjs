// Whose session a cookie is, the web workers remember for some seconds; no change may have to
// wait for that. Each visit here is made often enough that every worker remembers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';
import { statePath } from '../lib/instance.mjs';
import { day } from '../lib/rounds.mjs';
import { signedIn } from '../lib/report_files.mjs';
import { sql, sqlOfAnotherHost } from '../lib/sql.mjs';
import { signedInStaff } from '../lib/staff.mjs';

const times = 40, memorySeconds = 5;
const mail = 'whitaker';

async function visits(client, path) {
	const pages = [];
	for (let i = 0; i < times; i++) pages.push(await client.get(path));
	return pages;
}

const nameOf = () => sql(`SELECT name FROM account WHERE email LIKE '%${mail}%'`)[0][0];

test('page after page, the database is asked only now and then', async () => {
	const person = await signedIn(mail);
	const log = () => [...readFileSync(statePath('log', 'web.log'), 'utf8')
		.matchAll(/path="\/dashboard" status=200 .*statements=(\d+)/g)].map(([, n]) => Number(n));
	const before = log().length;
	await visits(person, '/dashboard');
	for (let i = 0; i < 100 && log().length < before + times; i++) await pause(20);
	const counted = log().slice(before);
	assert.ok(counted.filter((n) => n === 0).length >= times / 2, `statements: ${counted.join(' ')}`);
});

test('who signs out is signed out, in every worker', async () => {
	const person = await signedIn(mail);
	const cookie = `session=${person.cookies.get('session')}`;
	const [page] = await visits(person, '/dashboard');
	await person.submit(page, {}, '/logout');
	for (let i = 0; i < times; i++) {
		const after = await new Client().request('GET', '/dashboard', { headers: { cookie } });
		assert.equal(after.status, 303);
	}
});

test('what staff change is on the next page, in every worker', async () => {
	const person = await signedIn(mail), staff = await signedInStaff();
	const title = `Remember ${process.pid}`;
	await visits(person, '/dashboard');
	const form = await staff.get('/staff/announcements');
	const text = { title, body: 'The help desk is closed on Friday.', shown_from: day(0), shown_until: day(1) };
	const made = await staff.submit(form, text, '/staff/announcements');
	assert.equal(made.status, 303, made.text);
	for (const page of await visits(person, '/dashboard')) assert.ok(page.text.includes(title));
	sql(`DELETE FROM announcement WHERE title = '${title}'; UPDATE site SET stamp = stamp + 1`);
});

test('what another host changes is known after some seconds', async () => {
	const person = await signedIn(mail), name = nameOf(), other = `${name} ${process.pid}`;
	await visits(person, '/dashboard');
	sqlOfAnotherHost(`UPDATE account SET name = '${other}' WHERE email LIKE '%${mail}%'`);
	const from = Date.now();
	let pages;
	do {
		assert.ok(Date.now() - from < (memorySeconds + 5) * 1000, 'it is never known');
		pages = await visits(person, '/dashboard');
	} while (!pages.every((page) => page.text.includes(other)));
	sql(`UPDATE account SET name = '${name}' WHERE email LIKE '%${mail}%'`);
	for (const page of await visits(person, '/dashboard')) assert.ok(!page.text.includes(other));
});
