// Simulated rounds of the sizes given ("1000 10000"), from their close to their reports.
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { statePath } from '../../lib/instance.mjs';
import { qopi } from '../../lib/qopi.mjs';
import { sql } from '../../lib/sql.mjs';

const CHARTS = 100, FILES_S = 20;
const sizes = process.argv[2].split(' ').map(Number);
const say = (text) => console.error(`bench: ${text}`);
const now = () => performance.now() / 1000;

function row(name, figure, unit, peer = '', peerFigure = NaN, ratio = figure / peerFigure) {
	const text = (n) => (Number.isFinite(n) ? n.toPrecision(3) : '');
	console.log([name, text(figure), unit, peer, text(peerFigure), text(ratio)].join('\t'));
}

function must(run) {
	if (run.status !== 0) throw new Error(run.err);
}

/** Seconds to read the round's charts from MariaDB as scoring does, and nothing more. */
function readSeconds(round) {
	const from = now();
	execFileSync('mariadb', ['-S', statePath('run', 'mariadb.sock'), '--quick', '-N', '-B', 'myqopi', '-e',
		`SELECT practice_id, id, marks FROM chart WHERE round_id = ${round} AND state = 'complete'
		  ORDER BY practice_id`], { stdio: ['ignore', 'ignore', 'inherit'] });
	return now() - from;
}

const count = (kind, states, round) =>
	Number(sql(`SELECT COUNT(*) FROM job WHERE kind = '${kind}' AND state IN (${states})
	             AND (subject = 'round:${round}' OR subject LIKE 'round:${round}/%')`)[0][0]);

async function until(holds) {
	while (!holds()) await pause(200);
	return now();
}

async function measure(practices) {
	const name = `Bench ${practices}`;
	say(`${practices} practices are made`);
	must(qopi('simulate', '--practices', practices, '--charts', CHARTS, '--round', name, '--seed', practices));
	const [[round]] = sql(`SELECT id FROM round WHERE name = '${name}'`);
	const read = readSeconds(round);
	say(`${practices} practices are scored`);
	must(qopi('round', 'close', round));
	const from = now();
	const scored = await until(() => count('aggregate', "'done'", round) === 1);
	const built = await until(() => count('report', "'done'", round) === practices);
	const before = count('files', "'done'", round), since = now();
	await until(() => now() - since > FILES_S || count('files', "'done'", round) === practices);
	const files = (count('files', "'done'", round) - before) / (now() - since);
	const pages = practices / (built - scored);
	row(`round-${practices}-score`, scored - from, 's', 'reading the rows', read);
	row(`round-${practices}-pages`, built - from, 's');
	row(`round-${practices}-page-rate`, pages, 'reports/s');
	row(`round-${practices}-full-rate`, 1 / (1 / pages + 1 / files), 'page and files/s');
	sql(`UPDATE job SET state = 'cancelled' WHERE state = 'waiting' AND subject LIKE 'round:${round}%'`);
	return { practices, seconds: built - from };
}

const done = [];
for (const size of sizes) done.push(await measure(size));
if (done.length > 1) {
	const [small, large] = [done[0], done.at(-1)];
	row('round-growth', large.seconds / small.seconds, 'times', 'practices', large.practices / small.practices);
}
