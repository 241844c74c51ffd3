// The `qopi` command of the programs under test.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { statePath } from './instance.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const program = join(process.env.MYQOPI_PROGRAMS ?? join(top, 'fcgi'), 'qopi');

/** Runs `qopi --state DIR ARGS`; { status, out, err }. */
export function qopi(...args) {
	const run = spawnSync(program, ['--state', statePath(), ...args], {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
	});
	return { status: run.status, out: run.stdout, err: run.stderr };
}
