// The report workers when somebody kills them, or the database, in the middle of the work.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { statePath } from '../lib/instance.mjs';
import { mails } from '../lib/mail.mjs';
import { pidOf } from '../lib/programs.mjs';

const mailsink = fileURLToPath(new URL('../../nginx/mailsink', import.meta.url));
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
const unfinished = "SELECT COUNT(*) FROM job WHERE state <> 'done' AND subject <> 'site'";

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

let database, sink;

before(() => until('the demonstration is scored', done(unfinished)));

after(async () => {
	for (const started of [sink, database]) {
		if (!started) continue;
		started.kill('SIGTERM');
		await once(started, 'exit');
	}
});

test('with the mail server gone a mail waits, and goes out when it is back', async () => {
	process.kill(pidOf('mail'), 'SIGTERM');
	await until('the sink is gone', () => !existsSync(`/proc/${pidOf('mail')}`));
	queueMails('waits', 1);
	const mail = "FROM outbox WHERE recipient LIKE 'waits%'";
	await until('it was put off', () => sql(`SELECT state, tries > 0 ${mail}`) === 'waiting\t1');
	assert.match(sql(`SELECT error ${mail}`), /does not take it now/);
	const job = `kind = 'mail' AND subject = (SELECT CONCAT('mail:', id) ${mail})`;
	const waits = sql(`SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), run_after) FROM job WHERE ${job}`);
	assert.ok(Number(waits) > 20, `it is tried again in ${waits} s`);
	const port = readFileSync(statePath('myqopi.conf'), 'utf8').match(/smtp:.*:(\d+)/)[1];
	sink = spawn(mailsink, ['--port', port, '--dir', statePath('mail')], { stdio: 'ignore' });
	await until('it went out', () => {
		sql(`UPDATE job SET run_after = UTC_TIMESTAMP() WHERE state = 'waiting' AND ${job}`);
		return received('waits').size === 1;
	});
	await until('it is noted', () => sql(`SELECT state, body ${mail}`) === 'sent');
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
