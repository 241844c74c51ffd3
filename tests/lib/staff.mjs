// ASCO staff for a test.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Client } from './client.mjs';
import { qopi } from './qopi.mjs';

/** A staff account of the test's own, since a one-time code is good once, for everybody. */
export function makeStaff() {
	const email = `staff.${randomUUID().slice(0, 8)}@asco.example`;
	const made = qopi('account', 'create', '--email', email, '--name', 'Robin Staff', '--staff');
	assert.equal(made.status, 0, made.err);
	const value = (name) => made.out.match(new RegExp(`^${name}\t(.*)$`, 'm'))[1];
	return { email, password: value('password'), secret: value('one-time-code secret') };
}

/** A visitor signed in as such an account: tests that shared one would wait for each other's codes. */
export async function signedInStaff() {
	const client = new Client();
	await client.signIn(makeStaff());
	return client;
}
