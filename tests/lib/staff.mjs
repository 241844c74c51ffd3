// ASCO staff for a test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statePath } from './instance.mjs';

const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const qopi = join(process.env.MYQOPI_PROGRAMS ?? join(top, 'fcgi'), 'qopi');

/** A staff account of the test's own, since a one-time code is good once, for everybody. */
export function makeStaff() {
	const email = `staff.${randomUUID().slice(0, 8)}@asco.example`;
	const options = ['--state', statePath(), 'account', 'create', '--email', email];
	const made = spawnSync(qopi, [...options, '--name', 'Robin Staff', '--staff'], { encoding: 'utf8' });
	assert.equal(made.status, 0, made.stderr);
	const value = (name) => made.stdout.match(new RegExp(`^${name}\t(.*)$`, 'm'))[1];
	return { email, password: value('password'), secret: value('one-time-code secret') };
}
