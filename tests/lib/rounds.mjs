// Rounds of a test's own, made in the database as if long ago.
import { accounts } from './instance.mjs';
import { one, sql } from './sql.mjs';

let rounds = 0;

/** The demonstration account whose address has this in it. */
export const person = (mail) => accounts().find((a) => a.email.includes(mail));

/** A day so many days from now, as YYYY-MM-DD. */
export const day = (fromNow) => new Date(Date.now() + fromNow * 864e5).toISOString().slice(0, 10);

/** A round with Core and Symptom and Toxicity Management; its number. `more` is SQL that knows @round. */
export function makeRound(state, opens, closes, more = '') {
	const name = `Test ${process.pid} ${++rounds}`;
	return one(`INSERT INTO round (name, state, opens, closes, reports_expected, edition_id, created_at)
	            SELECT '${name}', '${state}', '${opens}', '${closes}', '${closes}' + INTERVAL 21 DAY, MAX(id),
	                   UTC_TIMESTAMP() FROM edition;
	            SET @round = LAST_INSERT_ID();
	            INSERT INTO round_module VALUES (@round, 'CORE'), (@round, 'SMT');
	            INSERT INTO round_chart_count VALUES (@round, 1, 24);
	            ${more} SELECT @round`);
}

/** The practice of a demonstration account; its number. */
export const practiceOf = (mail) => one(`SELECT m.practice_id FROM membership m
	JOIN account a ON a.id = m.account_id WHERE a.email = '${person(mail).email}'`);

/** Signs a practice up, with so many charts required in Core and one more module. */
export function enter(round, mail, required = 2) {
	sql(`INSERT INTO entry (round_id, practice_id, track, fte, joined_by, joined_at)
	     SELECT ${round}, m.practice_id, 'standard', 4, a.id, UTC_TIMESTAMP()
	       FROM membership m JOIN account a ON a.id = m.account_id WHERE a.email = '${person(mail).email}';
	     INSERT INTO entry_module SELECT id, practice_id, 'CORE', ${required} FROM entry
	       WHERE round_id = ${round} AND practice_id = ${practiceOf(mail)};
	     INSERT INTO entry_module SELECT id, practice_id, 'SMT', ${required} FROM entry
	       WHERE round_id = ${round} AND practice_id = ${practiceOf(mail)}`);
}
