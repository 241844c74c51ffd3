// The instance's own programs, for tests that end them and start them again.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { statePath } from './instance.mjs';

const built = (name) =>
	`${process.env.MYQOPI_PROGRAMS ?? fileURLToPath(new URL('../../fcgi', import.meta.url))}/${name}`;
const commands = {
	mariadb: () => ['mariadbd', `--defaults-file=${statePath('mariadb.cnf')}`, '--user=root'],
	web: () => [built('myqopi-web'), '--config', statePath('myqopi.conf')],
	nginx: () => ['nginx', '-c', statePath('nginx', 'nginx.conf'), '-e', statePath('log', 'nginx.log')],
};
const started = new Map();

/** The process that nginx/serve, or start() since, made of a program. */
export const pidOf = (name) =>
	started.get(name)?.pid ?? Number(readFileSync(statePath('run', `${name}.pid`), 'utf8'));

/** Kills a program with all its children, without a word: none of them may tidy up. */
export async function killHard(name) {
	const pid = pidOf(name);
	process.kill(-pid, 'SIGKILL'); // nginx/serve gives each a session, and so a group, of its own
	while (membersOf(pid).length > 0) await pause(20);
}

function membersOf(group) {
	try {
		const found = execFileSync('pgrep', ['-g', String(group), '--runstates', 'DIRST']);
		return found.toString().split('\n').filter(Boolean);
	} catch {
		return []; // pgrep says by its status that there is none
	}
}

/** Starts a program again, as nginx/serve does. */
export function start(name) {
	const [program, ...args] = commands[name]();
	const path = `${process.env.PATH}:/usr/sbin:/sbin`;
	started.set(name, spawn(program, args, {
		stdio: 'ignore', detached: true, env: { ...process.env, PATH: path },
	}));
}

/** Ends what start() began; for after(). */
export async function endStarted() {
	for (const child of started.values()) {
		if (child.exitCode !== null || child.signalCode !== null) continue;
		child.kill('SIGTERM');
		await once(child, 'exit');
	}
	started.clear();
}
