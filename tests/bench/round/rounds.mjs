// Simulated rounds of the sizes given ("1000 10000"): from their close to the figures of all
// practices, their pages, and full sets of page, PDF, workbook, CSV and FHIR.
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { statePath } from '../../lib/instance.mjs';
import { qopi } from '../../lib/qopi.mjs';
import { sql } from '../../lib/sql.mjs';
import { row } from '../rows.mjs';
import { processorSeconds } from './processes.mjs';

const CHARTS = 100;
const PAGES_S = 150, SETS = 150, SETS_S = 60; // what is measured no longer than so many seconds
const MILLION = 1_000_000;
const sizes = process.argv[2].split(' ').map(Number);
const say = (text) => console.error(`bench: ${text}`);
const now = () => performance.now() / 1000;

function must(run) {
	if (run.status !== 0) throw new Error(run.err);
}

/** How many jobs of a kind and in such states a round has. */
const count = (round, kind, state) => Number(sql(`SELECT COUNT(*) FROM job WHERE kind = '${kind}'
	AND state = '${state}' AND (subject = 'round:${round}' OR subject LIKE 'round:${round}/%')`)[0][0]);

/** Until so many of all are done, or the seconds are over: seconds, processor seconds, how many ended in them. */
async function watch(round, kind, wanted, most, told) {
	const from = now(), used = processorSeconds('worker', 'mariadb'), before = count(round, kind, 'done');
	for (let done = 0, next = from + 5; ; await pause(kind === "report" ? 1000 : 200)) {
		done = count(round, kind, 'done');
		const seconds = now() - from;
		if (done >= wanted || seconds > most)
			return { seconds, done: done - before, used: processorSeconds('worker', 'mariadb') - used };
		if (now() < next) continue;
		say(`${told}: ${done} of ${wanted}`);
		next += 5;
	}
}

/** The score and aggregate jobs of a round that ran, as the workers' log has them. */
function scoreJobs(round) {
	const log = readFileSync(statePath('log', 'worker.log'), 'utf8');
	const line = new RegExp(`^(\\S+) .*kind=(?:score|aggregate) subject=round:${round}(?:/\\S*)? end=done ms=(\\S+) read_ms=(\\S+) write_ms=(\\S+)`, 'gm');
	return [...log.matchAll(line)].map(([, end, ...ms]) => {
		const [all, read, write] = ms.map((n) => Number(n) / 1000);
		return { from: Date.parse(end) / 1000 - all, all, read, write };
	});
}

/** Seconds in which at least one of the jobs ran. */
function busySeconds(jobs) {
	let busy = 0, until = 0;
	for (const { from, all } of jobs.toSorted((a, b) => a.from - b.from)) {
		busy += Math.max(0, from + all - Math.max(from, until));
		until = Math.max(until, from + all);
	}
	return busy;
}

/** Where the seconds of scoring went: jobs run side by side, so each part has its share of the clock. */
function partsOf(round, seconds) {
	const jobs = scoreJobs(round), busy = busySeconds(jobs);
	const sum = (of) => jobs.reduce((all, job) => all + job[of], 0);
	const part = (n) => (busy * n) / sum('all');
	return {
		reading: part(sum('read')),
		adding: part(sum('all') - sum('read') - sum('write')),
		writing: part(sum('write')),
		waiting: seconds - busy,
	};
}

/** Builds pages and files of some practices again, from nothing. */
async function fullSets(round, most) {
	sql(`UPDATE job SET state = 'cancelled', worker = NULL WHERE state = 'waiting' AND subject LIKE 'round:${round}%'`);
	while (count(round, 'report', 'running') + count(round, 'files', 'running') > 0) await pause(100);
	sql(`DELETE FROM job WHERE state <> 'running' AND kind IN ('report', 'files') AND subject LIKE 'round:${round}/%';
	     INSERT INTO job (kind, subject, run_after, created_at)
	     SELECT 'report', CONCAT('round:', round_id, '/practice:', practice_id), UTC_TIMESTAMP(), UTC_TIMESTAMP()
	       FROM report WHERE round_id = ${round} ORDER BY practice_id LIMIT ${most}`);
	return watch(round, 'files', most, SETS_S, 'full sets');
}

async function measure(practices) {
	const name = `Bench ${practices}`, million = (practices * CHARTS) / MILLION;
	say(`${practices} practices with ${CHARTS} charts each are made`);
	must(qopi('simulate', '--practices', practices, '--charts', CHARTS, '--round', name, '--seed', practices));
	const [[round]] = sql(`SELECT id FROM round WHERE name = '${name}'`);
	say('the round is closed');
	must(qopi('round', 'close', round));
	const score = await watch(round, 'aggregate', 1, 300, 'figures of all practices');
	if (score.done < 1) throw new Error('the round was not scored');
	const part = partsOf(round, score.seconds);
	row(`round-${practices}-score`, score.seconds, 's', 'limit', 20 * million);
	for (const [of, seconds] of Object.entries(part)) row(`round-${practices}-score-${of}`, seconds, 's');
	row(`round-${practices}-score-not-reading`, part.adding + part.writing, 's', 'limit', 3 * million);
	row(`round-${practices}-score-processor`, score.used, 's');
	const pages = await watch(round, 'report', practices, PAGES_S, 'pages');
	const rate = pages.done / pages.seconds;
	row(`round-${practices}-pages`, rate, 'reports/s', 'at-least', 100);
	row(`round-${practices}-page-processor`, (1000 * pages.used) / pages.done, 'ms');
	const sets = await fullSets(round, Math.min(SETS, practices));
	row(`round-${practices}-full-sets`, sets.done / sets.seconds, 'sets/s', 'at-least', 10);
	row(`round-${practices}-full-set-processor`, (1000 * sets.used) / sets.done, 'ms');
	sql(`UPDATE job SET state = 'cancelled', worker = NULL WHERE state = 'waiting' AND subject LIKE 'round:${round}%'`);
	return { practices, seconds: score.seconds + practices / rate };
}

const done = [];
for (const size of sizes) done.push(await measure(size));
if (done.length > 1) {
	const [small, large] = [done[0], done.at(-1)];
	row('round-growth', large.seconds / small.seconds, 'times', 'limit', large.practices / small.practices);
}
