// The myQOPI under test: its address and state folder come from the environment
// (tests/run sets them; by hand: MYQOPI_ADDRESS=... MYQOPI_STATE=var node --test ...).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshStep, totp } from './totp.mjs';

function setting(name) {
	const value = process.env[name];
	if (!value) throw new Error(`${name} is not set: run this by tests/run, or set it yourself`);
	return value;
}

/** "http://127.0.0.1:PORT", no slash at the end. */
export const address = () => setting('MYQOPI_ADDRESS').replace(/\/$/, '');

/** A path inside the state folder. */
export const statePath = (...parts) => join(setting('MYQOPI_STATE'), ...parts);

/** The demonstration accounts: [{ role, email, password, secret, look }]. */
export function accounts(file = statePath('demo-accounts.tsv')) {
	return readFileSync(file, 'utf8')
		.split('\n')
		.map((line) => line.split('\t'))
		.filter(([, email]) => email?.includes('@'))
		.map(([role, email, password, secret, look]) => ({ role, email, password, secret, look }));
}

/** The first account of a role, or of a role that begins so. */
export function account(role) {
	const all = accounts();
	const found = all.find((a) => a.role === role) ?? all.find((a) => a.role.startsWith(role));
	if (!found) {
		const roles = all.map((a) => a.role).join(', ');
		throw new Error(`demo-accounts.tsv has no account of the role "${role}"; it has: ${roles}`);
	}
	return found;
}

/** A one-time code for an account that no sign-in here has used; waits for one if it must. */
export async function freshCode(who) {
	const step = await freshStep(statePath(`code-step-${who.email}`));
	return totp(who.secret, step * 30);
}
