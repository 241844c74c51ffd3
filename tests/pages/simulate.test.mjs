// qopi simulate fills a round of its own, again and again the same, and leaves real ones alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qopi } from '../lib/qopi.mjs';
import { sql, until } from '../lib/sql.mjs';

const seed = 100000 + process.pid;
const simulate = (round, practices, ...more) =>
	qopi('simulate', '--practices', practices, '--charts', '12', '--round', round, '--seed', seed, ...more);

const rows = (round) =>
	sql(`SELECT p.member_id, p.name, p.kind, p.fte, e.track, c.number, HEX(c.packed), HEX(c.marks),
	            (SELECT GROUP_CONCAT(m.module ORDER BY 1) FROM chart_module m WHERE m.chart_id = c.id)
	       FROM chart c JOIN practice p ON p.id = c.practice_id JOIN round r ON r.id = c.round_id
	       JOIN entry e ON e.practice_id = p.id AND e.round_id = r.id
	      WHERE r.name = '${round}' ORDER BY p.id, c.number`);

test('a round is filled; a second run of the seed goes on and adds nothing twice', () => {
	const round = `Simulated ${seed}`, again = `Simulated again ${seed}`;
	assert.match(simulate(round, '3').out, /holds 3 simulated practices with 12 charts each/);
	const three = rows(round);
	assert.equal(three.length, 36);
	assert.equal(three[0][8], 'CORE,SMT');
	assert.equal(simulate(round, '5').status, 0);
	assert.equal(rows(round).length, 60);
	assert.deepEqual(rows(round).slice(0, 36), three);
	assert.equal(simulate(round, '5').status, 0);
	assert.equal(rows(round).length, 60);
	simulate(again, '5', '--answers');
	assert.deepEqual(rows(again), rows(round), 'another round, the same rows');
	const [[answers]] = sql(`SELECT COUNT(*) FROM answer a JOIN chart c ON c.id = a.chart_id
	     JOIN round r ON r.id = c.round_id WHERE r.name = '${again}'`);
	assert.ok(Number(answers) > 60 * 15, `${answers} answers`);
	assert.match(qopi('charts', 'check').out, / 0 not as their answers make them/);
});

test('a round of real practices, and one that is closed, are refused', () => {
	const [[open]] = sql(`SELECT r.name FROM round r JOIN entry e ON e.round_id = r.id
	     JOIN practice p ON p.id = e.practice_id
	    WHERE r.state = 'open' AND p.member_last_name <> 'Simulated' LIMIT 1`);
	const before = sql('SELECT COUNT(*) FROM chart');
	const real = simulate(open, '2');
	assert.equal(real.status, 1);
	assert.match(real.err, /real practices take part in the round/);
	const [[over]] = sql("SELECT id FROM round WHERE state = 'released' LIMIT 1");
	assert.match(simulate(over, '2').err, /is not open/);
	assert.equal(simulate('999999', '2').status, 1);
	assert.equal(qopi('simulate', '--practices', '0').status, 2);
	assert.deepEqual(sql('SELECT COUNT(*) FROM chart'), before);
});

test('a chart that cannot be scored sets its own practice aside, and no other', async () => {
	const name = `Poisoned ${seed}`;
	simulate(name, '9');
	const [[round]] = sql(`SELECT id FROM round WHERE name = '${name}'`);
	const [[chart, practice, marks]] = sql(`SELECT id, practice_id, HEX(marks) FROM chart
	     WHERE round_id = ${round} ORDER BY id LIMIT 40, 1`);
	sql(`UPDATE chart SET marks = '' WHERE id = ${chart}`);
	assert.equal(qopi('round', 'close', round).status, 0);
	const jobs = `kind = 'score' AND subject LIKE 'round:${round}/%'`;
	const soon = `UPDATE job SET run_after = UTC_TIMESTAMP() WHERE ${jobs} AND state = 'waiting'`; // no back-off
	await until(`${soon}; SELECT subject FROM job WHERE ${jobs} AND state = 'dead'`,
		`round:${round}/practice:${practice}`, 120);
	await until(`SELECT COUNT(*) FROM job WHERE ${jobs} AND state IN ('waiting', 'running')`, '0');
	assert.deepEqual(sql(`SELECT COUNT(*) FROM job WHERE ${jobs} AND state = 'dead'`), [['1']]);
	const scored = `SELECT COUNT(DISTINCT practice_id) FROM score WHERE round_id = ${round}`;
	assert.deepEqual(sql(scored), [['8']]);
	assert.deepEqual(sql(`SELECT COUNT(*) FROM report WHERE round_id = ${round}`), [['0']], 'all wait for it');

	sql(`UPDATE chart SET marks = UNHEX('${marks}') WHERE id = ${chart};
	     UPDATE job SET state = 'waiting', tries = 0, run_after = UTC_TIMESTAMP() WHERE ${jobs} AND state = 'dead'`);
	await until(scored, '9');
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released', 180);
});
