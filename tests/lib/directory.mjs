// Giving orders to the stand-in member directory of the instance.
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { statePath } from './instance.mjs';

function port() {
	const [, found] = readFileSync(statePath('run', 'ports'), 'utf8').match(/^directory=(\d+)$/m);
	return Number(found);
}

/** "ok", or how it misbehaves for the next `count` requests: "error", "slow", "break"... */
export function directoryMode(mode, count = 1) {
	const body = new URLSearchParams({ mode, count }).toString();
	const token = readFileSync(statePath('directory.token'), 'utf8').trim();
	return new Promise((resolve, reject) => {
		const sent = request(
			{
				host: '127.0.0.1',
				port: port(),
				path: '/control',
				method: 'POST',
				ca: readFileSync(statePath('tls', 'ca.pem')),
				headers: { authorization: `Bearer ${token}`, 'content-length': body.length },
			},
			(answer) => {
				answer.resume();
				if (answer.statusCode === 200) resolve();
				else reject(new Error(`the member directory answered ${answer.statusCode}`));
			},
		);
		sent.on('error', reject);
		sent.end(body);
	});
}
