// Processor seconds that programs of the instance have used: less disturbed by what else
// the machine does than a clock.
import { readdirSync, readFileSync } from 'node:fs';
import { statePath } from '../../lib/instance.mjs';

const TICKS_S = 100;

/** The processes of the machine that can still be read: id, parent, seconds. */
function processes() {
	return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((id) => {
		try {
			const fields = readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
			return [{ id: Number(id), parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / TICKS_S }];
		} catch {
			return []; // it ended meanwhile
		}
	});
}

/** Of a program by its pid file ("worker", "mariadb") and all that descend from it. */
export function processorSeconds(...programs) {
	const all = processes();
	let wanted = programs.map((name) => Number(readFileSync(statePath('run', `${name}.pid`), 'utf8').split(/\s/)[0]));
	let seconds = 0;
	while (wanted.length > 0) {
		const found = all.filter((p) => wanted.includes(p.id));
		seconds += found.reduce((sum, p) => sum + p.seconds, 0);
		wanted = all.filter((p) => wanted.includes(p.parent)).map((p) => p.id);
	}
	return seconds;
}
