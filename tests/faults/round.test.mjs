// A round of 200 practices, scored and reported by two hosts whose workers somebody keeps killing:
// its scores are those of the same charts scored in peace. About 45 s on a quiet machine.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { statePath } from '../lib/instance.mjs';
import { qopi } from '../lib/qopi.mjs';
import { sql, until } from '../lib/sql.mjs';

const PRACTICES = 200, CHARTS = 20, WITHIN_S = 240;
const scored = (round) => sql(`SELECT practice_id, measure, met, not_met, excluded, excepted, missing FROM score
      WHERE round_id = ${round} ORDER BY practice_id, measure`);
const programs = process.env.MYQOPI_PROGRAMS ?? fileURLToPath(new URL('../../fcgi', import.meta.url));
const hosts = [];

const one = (query) => Number(sql(query)[0][0]);
const childrenOf = (pid) => {
	const file = `/proc/${pid}/task/${pid}/children`;
	return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
};

/** Workers as on a host of their own, whose leases end soon. */
function startHost() {
	const config = statePath('soon.conf');
	const settings = readFileSync(statePath('myqopi.conf'), 'utf8').replace(/^worker_.*\n/gm, '');
	writeFileSync(config, `${settings}\nworker_lease_s = 5\nworker_children = 4\nworker_poll_ms = 100\n`);
	const host = spawn(join(programs, 'myqopi-worker'), ['--config', config], { stdio: 'ignore' });
	hosts.push(host);
	return host;
}

const kill = (pid) => {
	try {
		process.kill(pid, 'SIGKILL');
	} catch (error) {
		assert.equal(error.code, 'ESRCH'); // it has just ended by itself
	}
};

/** The same charts in another round, by workers that nobody disturbs; without its reports. */
async function scoreInPeace() {
	const quiet = one("SELECT id FROM round WHERE name = 'Quiet'");
	assert.equal(qopi('round', 'close', quiet).status, 0);
	await until(`SELECT state FROM job WHERE kind = 'aggregate' AND subject = 'round:${quiet}'`, 'done');
	sql(`DELETE FROM job WHERE state = 'waiting' AND subject LIKE 'round:${quiet}%'`);
	await until(`SELECT COUNT(*) FROM job WHERE state = 'running' AND subject LIKE 'round:${quiet}%'`, '0');
	sql(`DELETE FROM job WHERE state = 'waiting' AND subject LIKE 'round:${quiet}%'`);
}

before(async () => {
	await until("SELECT COUNT(*) FROM job WHERE state <> 'done' AND subject <> 'site'", '0');
	for (const round of ['Quiet', 'Killed']) {
		const made = qopi('simulate', '--practices', PRACTICES, '--charts', CHARTS, '--round', round, '--seed', '9');
		assert.equal(made.status, 0, made.err);
	}
	await scoreInPeace();
	process.kill(Number(readFileSync(statePath('run', 'worker.pid'), 'utf8')), 'SIGTERM');
});

after(async () => {
	for (const host of hosts) {
		if (host.exitCode !== null || host.signalCode !== null) continue;
		host.kill('SIGTERM');
		await once(host, 'exit');
	}
});

test('all reports are there, once, whoever is killed', async () => {
	const round = one("SELECT id FROM round WHERE name = 'Killed'");
	const done = () => one(`SELECT COUNT(*) FROM job WHERE state = 'done' AND subject LIKE 'round:${round}/%'`);
	assert.equal(qopi('round', 'close', round).status, 0);
	const [first, second] = [startHost(), startHost()];

	for (let kills = 0, seen = -1; kills < 8; kills++) {
		while (done() <= seen) await pause(50); // something went on since the last
		seen = done();
		const [pool] = childrenOf((kills % 2 ? first : second).pid);
		const victims = kills % 4 === 3 ? [pool] : childrenOf(pool);
		if (victims.length > 0 && victims[0]) kill(victims[kills % victims.length]);
	}
	kill(second.pid); // a whole host is gone
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released', WITHIN_S);

	assert.equal(one(`SELECT COUNT(*) FROM report WHERE round_id = ${round} AND state = 'released'`), PRACTICES);
	assert.equal(one(`SELECT COUNT(DISTINCT practice_id) FROM report WHERE round_id = ${round}`), PRACTICES);
	assert.equal(one(`SELECT COUNT(*) FROM report_file f JOIN report r ON r.id = f.report_id
	      WHERE r.round_id = ${round}`), 4 * PRACTICES);
	const inMeasure = 'met + not_met + excluded + excepted';
	assert.equal(one(`SELECT MAX(${inMeasure}) FROM score WHERE round_id = ${round}`), CHARTS,
		'no chart is counted twice');
	assert.equal(one(`SELECT COUNT(*) FROM score WHERE round_id = ${round} AND measure = 'Core 1'`), PRACTICES);
	const quiet = scored(one("SELECT id FROM round WHERE name = 'Quiet'"));
	assert.ok(quiet.length > 10 * PRACTICES);
	assert.deepEqual(scored(round), quiet, 'as if nobody had been killed');
	assert.equal(one("SELECT COUNT(*) FROM job WHERE state = 'dead'"), 0);
	assert.ok(one(`SELECT COUNT(*) FROM job WHERE subject LIKE 'round:${round}%' AND tries > 0`) > 0,
		'some jobs were taken over');
});
