// The report workers when somebody kills them, or the database, in the middle of the work.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { statePath } from '../lib/instance.mjs';
import { mails } from '../lib/mail.mjs';

const pidOf = (name) => Number(readFileSync(statePath('run', `${name}.pid`), 'utf8'));
const childrenOf = (pid) =>
	readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

function sql(text) {
	const all = ['-S', statePath('run', 'mariadb.sock'), '-N', '-B', 'myqopi', '-e', text];
	return execFileSync('mariadb', all, { stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
}

async function until(what, holds, seconds = 60) {
	const end = Date.now() + seconds * 1000;
	while (!holds()) {
		assert.ok(Date.now() < end, `not within ${seconds} s: ${what}`);
		await pause(50);
	}
}

const done = (query) => () => sql(query) === '0';
const unfinished = "SELECT COUNT(*) FROM job WHERE state <> 'done' AND kind <> 'sweep'";

/** `count` mails to be sent, to addresses that begin with `name`. */
function queueMails(name, count) {
	sql(`START TRANSACTION;
	     INSERT INTO outbox (recipient, subject, body, run_after, created_at)
	     SELECT CONCAT('${name}', seq, '@example.org'), 'A fault', 'Text.', UTC_TIMESTAMP(), UTC_TIMESTAMP()
	       FROM seq_1_to_${count};
	     INSERT INTO job (kind, subject, run_after, created_at)
	     SELECT 'mail', CONCAT('mail:', id), UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM outbox
	      WHERE recipient LIKE '${name}%';
	     COMMIT`);
}

const received = (name) =>
	new Set(mails().map((m) => m.to).filter((to) => to.includes(name)));

let database;

before(() => until('the demonstration is scored', done(unfinished)));

after(async () => {
	if (!database) return;
	database.kill('SIGTERM');
	await once(database, 'exit');
});

test('a killed child and a killed pool lose no mail', async () => {
	queueMails('killed', 300);
	const [pool] = childrenOf(pidOf('worker'));
	process.kill(childrenOf(pool)[0], 'SIGKILL');
	await until('some mails are out', () => received('killed').size > 50);
	process.kill(pool, 'SIGKILL');
	await until('another pool runs', () => childrenOf(pidOf('worker'))[0] !== pool);
	await until('all jobs are done', done(unfinished), 120);
	assert.equal(received('killed').size, 300);
});

test('with the database gone the pool waits, and goes on by itself', async () => {
	const [pool] = childrenOf(pidOf('worker'));
	queueMails('gone', 300);
	await until('some mails are out', () => received('gone').size > 20);
	process.kill(pidOf('mariadb'), 'SIGKILL');
	await until('the pool has noticed', () =>
		readFileSync(statePath('log', 'worker.log'), 'utf8').includes('no connection'),
	);
	database = spawn('mariadbd', [`--defaults-file=${statePath('mariadb.cnf')}`, '--user=root'], {
		stdio: 'ignore',
	});
	await until('MariaDB is back', () => {
		try {
			return sql('SELECT 1') === '1';
		} catch {
			return false;
		}
	});
	await until('all jobs are done', done(unfinished), 120);
	assert.equal(received('gone').size, 300);
	assert.equal(sql("SELECT COUNT(*) FROM job WHERE state = 'dead'"), '0');
	assert.equal(childrenOf(pidOf('worker'))[0], pool, 'the pool was started anew');
});
