// The instance's own database, for what no page tells.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { statePath } from './instance.mjs';

/** Tells the web workers, as the programs do after a change, that what they remember is over. */
function raiseEpoch() {
	const file = openSync(statePath('run', 'epoch'), 'r+');
	const number = Buffer.alloc(8);
	readSync(file, number, 0, 8, 0);
	number.writeBigUInt64LE(number.readBigUInt64LE() + 1n);
	writeSync(file, number, 0, 8, 0);
	closeSync(file);
}

/** Runs SQL on the instance's own database; rows of a query as arrays of texts. */
export function sql(text) {
	const rows = sqlOfAnotherHost(text);
	raiseEpoch();
	return rows;
}

/** The same as programs of another host do it: nobody here is told. */
export function sqlOfAnotherHost(text) {
	const socket = statePath('run', 'mariadb.sock');
	const out = execFileSync('mariadb', ['-S', socket, '-N', '-B', '--max-allowed-packet=64M', 'myqopi'], {
		input: text,
		maxBuffer: 1 << 28,
	});
	return out.toString().split('\n').filter(Boolean).map((line) => line.split('\t'));
}

/** The same, a row as one line with tabs; and the one value of a query. */
export const lines = (query) => sql(query).map((row) => row.join('\t'));
export const one = (query) => sql(query).flat().join(' ');

/** Waits until a query gives one value. */
export async function until(query, wanted, seconds = 60) {
	const end = Date.now() + seconds * 1000;
	for (;;) {
		const got = one(query);
		if (got === wanted) return;
		assert.ok(Date.now() < end, `${query}: "${got}", not "${wanted}", after ${seconds} s`);
		await pause(150); // a look costs a client's start
	}
}

/** Has the recurring job of a kind run now, once from its beginning to its end. */
export async function runNow(kind) {
	const where = `kind = '${kind}' AND subject = 'site' AND state = 'waiting'`;
	await until(`SELECT COUNT(*) FROM job WHERE ${where}`, '1');
	sql(`UPDATE job SET run_after = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE ${where}`);
	await until(`SELECT COUNT(*) FROM job WHERE ${where} AND run_after >= UTC_TIMESTAMP()`, '1');
}
