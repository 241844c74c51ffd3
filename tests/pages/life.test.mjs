// The life of a round: it moves by its dates, practices get more time and are reminded.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { accounts } from '../lib/instance.mjs';
import { sql, until } from '../lib/sql.mjs';

const person = (mail) => accounts().find((a) => a.email.includes(mail));
const signedIn = async (mail) => {
	const client = new Client();
	await client.signIn(person(mail));
	return client;
};
const day = (fromNow) => new Date(Date.now() + fromNow * 864e5).toISOString().slice(0, 10);
const one = (query) => sql(query).flat().join(' ');

let staff, rounds = 0;

before(async () => {
	staff = await signedIn('staff@');
});

/** A round as it would be had it been made long ago; its number. */
function makeRound(state, opens, closes, more = '') {
	const name = `Life ${process.pid} ${++rounds}`;
	return one(`INSERT INTO round (name, state, opens, closes, reports_expected, edition_id, created_at)
	            SELECT '${name}', '${state}', '${opens}', '${closes}', '${closes}' + INTERVAL 21 DAY, MAX(id),
	                   UTC_TIMESTAMP() FROM edition;
	            SET @round = LAST_INSERT_ID();
	            INSERT INTO round_module VALUES (@round, 'CORE'), (@round, 'SMT');
	            INSERT INTO round_chart_count VALUES (@round, 1, 24);
	            ${more} SELECT @round`);
}

const stateOf = (round) => `SELECT state FROM round WHERE id = ${round}`;
const practiceOf = (mail) => one(`SELECT m.practice_id FROM membership m JOIN account a ON a.id = m.account_id
                                   WHERE a.email = '${person(mail).email}'`);

/** Signs a practice up, with so many charts required in Core and one more module. */
function enter(round, mail, required = 2) {
	sql(`INSERT INTO entry (round_id, practice_id, track, fte, joined_by, joined_at)
	     SELECT ${round}, m.practice_id, 'standard', 4, a.id, UTC_TIMESTAMP()
	       FROM membership m JOIN account a ON a.id = m.account_id WHERE a.email = '${person(mail).email}';
	     INSERT INTO entry_module SELECT id, practice_id, 'CORE', ${required} FROM entry
	       WHERE round_id = ${round} AND practice_id = ${practiceOf(mail)};
	     INSERT INTO entry_module SELECT id, practice_id, 'SMT', ${required} FROM entry
	       WHERE round_id = ${round} AND practice_id = ${practiceOf(mail)}`);
}

/** Has the recurring job of a kind run now, once from its beginning to its end. */
async function runNow(kind) {
	const where = `kind = '${kind}' AND subject = 'site' AND state = 'waiting'`;
	await until(`SELECT COUNT(*) FROM job WHERE ${where}`, '1');
	sql(`UPDATE job SET run_after = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE ${where}`);
	await until(`SELECT COUNT(*) FROM job WHERE ${where} AND run_after >= UTC_TIMESTAMP()`, '1');
}

test('rounds open on their first day and close the day after their last', async () => {
	const opening = makeRound('planned', day(0), day(30));
	const coming = makeRound('planned', day(1), day(30));
	const missed = makeRound('planned', day(-30), day(-1));
	const lastDay = makeRound('open', day(-30), day(0));
	const over = makeRound('open', day(-30), day(-1));
	enter(over, 'nakagawa');
	await runNow('schedule');
	const states = [opening, coming, missed, lastDay].map((round) => one(stateOf(round)));
	assert.deepEqual(states, ['open', 'planned', 'planned', 'open']);
	await until(stateOf(over), 'released');
	await runNow('schedule');
	const told = one(`SELECT action, COALESCE(account_id, 'program') FROM audit
	                   WHERE detail IN ('round:${opening}', 'round:${over}') ORDER BY id`);
	assert.equal(told, 'round_opened program round_closed program round_released program');
	sql(`DELETE FROM round_module WHERE round_id IN (${coming}, ${missed});
	     DELETE FROM round_chart_count WHERE round_id IN (${coming}, ${missed});
	     DELETE FROM round WHERE id IN (${coming}, ${missed});
	     UPDATE round SET state = 'released' WHERE id IN (${opening}, ${lastDay})`);
});

test('staff keep a round in their own hands, and an audit line says so', async () => {
	const round = makeRound('open', day(-30), day(0));
	const page = await staff.get(`/staff/rounds/${round}`);
	assert.match(page.text, /after it the round closes by itself/);
	const saved = await staff.follow(await staff.submit(page, { by_dates: null }, '/settings'));
	assert.match(saved.text, /The settings of the round are saved/);
	assert.doesNotMatch(saved.text, /closes by itself/);
	sql(`UPDATE round SET closes = '${day(-1)}' WHERE id = ${round}`);
	await runNow('schedule');
	assert.equal(one(stateOf(round)), 'open');
	assert.equal(one(`SELECT COUNT(*) FROM audit WHERE action = 'round_by_dates' AND detail = 'round:${round} off'`), '1');
	sql(`UPDATE round SET state = 'released' WHERE id = ${round}`);
});
