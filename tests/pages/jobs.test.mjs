// What the report workers do besides reports: old things are swept away, physicians are
// verified later, and staff see what went wrong.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';
import { signedInStaff } from '../lib/staff.mjs';
import { one as sql, until } from '../lib/sql.mjs';

const put = (kind, subject) =>
	sql(`INSERT INTO job (kind, subject, run_after, created_at)
	     VALUES ('${kind}', '${subject}', UTC_TIMESTAMP(), UTC_TIMESTAMP()); SELECT LAST_INSERT_ID()`);
const stateOf = (id) => `SELECT state FROM job WHERE id = ${id}`;

test('what is past its time is swept away, the rest stays', async () => {
	const marks = ["'old'", "'new'"].map((m) => `UNHEX(SHA2(CONCAT(${m}, ${process.pid}), 256))`);
	const when = ['UTC_TIMESTAMP() - INTERVAL 31 DAY', 'UTC_TIMESTAMP()'];
	for (const i of [0, 1]) {
		sql(`SET @who = (SELECT MIN(id) FROM account);
		     INSERT INTO session VALUES (${marks[i]}, @who, NULL, ${when[i]}, ${when[i]});
		     INSERT INTO attempt (who, at) VALUES (HEX(${marks[i]}), ${when[i]});
		     INSERT INTO mail_link VALUES (${marks[i]}, 'confirm', @who, ${when[i]} + INTERVAL 3 DAY, NULL);
		     INSERT INTO registration (digest, created_at, touched_at)
		     VALUES (${marks[i]}, ${when[i]}, ${when[i]});
		     INSERT INTO registration_value VALUES (LAST_INSERT_ID(), 'last_name', 'Doe')`);
	}
	sql("UPDATE job SET run_after = UTC_TIMESTAMP() WHERE kind = 'sweep' AND state = 'waiting'");
	await until(`SELECT COUNT(*) FROM registration WHERE digest = ${marks[0]}`, '0');
	for (const table of ['session', 'mail_link', 'registration']) {
		await until(`SELECT COUNT(*) FROM ${table} WHERE digest = ${marks[0]}`, '0');
		assert.equal(sql(`SELECT COUNT(*) FROM ${table} WHERE digest = ${marks[1]}`), '1', table);
	}
	assert.equal(sql(`SELECT COUNT(*) FROM attempt WHERE who = HEX(${marks[0]})`), '0');
	assert.equal(sql(`SELECT COUNT(*) FROM attempt WHERE who = HEX(${marks[1]})`), '1');
	await until("SELECT COUNT(*) FROM job WHERE kind = 'sweep' AND state = 'waiting' " +
		"AND run_after > UTC_TIMESTAMP() + INTERVAL 9 MINUTE", '1');
});

test('a physician whom the directory could not verify at once is verified later', async () => {
	for (const [id, name, said] of [['100001', 'Garcia Lopez', 'verified'], ['100001', 'Other', 'refused']]) {
		const practice = sql(
			`INSERT INTO practice (name, kind, status, status_at, member_state, member_id, member_last_name,
			   address_line1, city, country_code, fte, new_patients_a_year, created_at)
			 VALUES ('Later', 'employed', 'waiting', UTC_TIMESTAMP(), 'pending', '${id}', '${name}', 'A', 'B',
			   'US', 1, 10, UTC_TIMESTAMP()); SELECT LAST_INSERT_ID()`,
		);
		await until(stateOf(put('member', `practice:${practice}`)), 'done');
		assert.equal(sql(`SELECT member_state FROM practice WHERE id = ${practice}`), said);
	}
});

test('staff see a job that was set aside, and let it run again', async () => {
	const subject = `mail:9${process.pid}00000`;
	const id = sql(
		`INSERT INTO job (kind, subject, state, run_after, tries, error, created_at, finished_at)
		 VALUES ('mail', '${subject}', 'dead', UTC_TIMESTAMP(), 5, 'made for <a> test',
		         UTC_TIMESTAMP(), UTC_TIMESTAMP()); SELECT LAST_INSERT_ID()`,
	);
	const staff = await signedInStaff();
	const page = await staff.get('/staff/jobs');
	assert.match(page.text, new RegExp(`mail ${subject} made for <a> test 5`));
	const again = `/staff/jobs/${id}/again`;
	const after = await staff.follow(await staff.submit(page, {}, again));
	assert.match(after.text, /The job will run again/);
	await until(stateOf(id), 'done');
	const late = await staff.follow(await staff.submit(page, {}, again));
	assert.match(late.text, /not set aside any more/);
});

test('a dead job whose work is in the queue anew is only forgotten', async () => {
	const subject = `practice:9${process.pid}00000`; // there is none: the job fails again and again
	const dead = put('member', subject);
	await until(`SELECT tries > 0 FROM job WHERE id = ${dead}`, '1');
	sql(`UPDATE job SET state = 'dead', finished_at = UTC_TIMESTAMP() WHERE id = ${dead}`);
	sql(`INSERT INTO job (kind, subject, run_after, created_at)
	     VALUES ('member', '${subject}', UTC_TIMESTAMP() + INTERVAL 1 DAY, UTC_TIMESTAMP())`);
	const staff = await signedInStaff();
	const page = await staff.get('/staff/jobs');
	await staff.submit(page, {}, `/staff/jobs/${dead}/again`);
	assert.equal(sql(`SELECT COUNT(*) FROM job WHERE id = ${dead}`), '0');
	sql(`DELETE FROM job WHERE subject = '${subject}'`);
});

test('staff cancel a job that waits: at once, and it can run again', async () => {
	const subject = `practice:8${process.pid}00000`;
	const id = sql(
		`INSERT INTO job (kind, subject, run_after, created_at)
		 VALUES ('member', '${subject}', UTC_TIMESTAMP() + INTERVAL 1 DAY, UTC_TIMESTAMP());
		 SELECT LAST_INSERT_ID()`,
	);
	const staff = await signedInStaff();
	const page = await staff.get('/staff/jobs');
	const cancel = `/staff/jobs/${id}/cancel`;
	assert.match(page.text, new RegExp(`member ${subject} Waiting`));
	const after = await staff.follow(await staff.submit(page, {}, cancel));
	assert.match(after.text, /The job is cancelled/);
	assert.match(after.text, new RegExp(`member ${subject} Cancelled by staff`));
	assert.equal(sql(stateOf(id)), 'cancelled');
	const twice = await staff.follow(await staff.submit(page, {}, cancel));
	assert.match(twice.text, /has ended already/);
	await staff.submit(after, {}, `/staff/jobs/${id}/again`);
	assert.notEqual(sql(stateOf(id)), 'cancelled');
	sql(`DELETE FROM job WHERE id = ${id}`);
});
