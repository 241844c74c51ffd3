// 200 people type, each in a chart of their own and one save each three seconds: how long
// a save takes from the first byte sent to the last one received.
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../../lib/client.mjs';
import { address } from '../../lib/instance.mjs';
import { row, share } from '../rows.mjs';

const people = 200;
const each = 3000; // ms from one save to the next
const turns = 12;
const values = ['female', 'male'];
const agent = new Agent({ keepAlive: true, maxSockets: people });

async function start() {
	const visitor = new Client();
	const dashboard = await visitor.signIn('abstractor');
	const list = await visitor.get(/href="(\/rounds\/\d+\/charts)"/.exec(dashboard.html)[1]);
	const session = `session=${visitor.cookies.get('session')}`;
	const token = /name="_csrf" value="([^"]+)"/.exec(list.html)[1];
	const charts = [];
	for (let i = 0; i < people; i++)
		charts.push((await visitor.submit(list, {}, '/charts')).location);
	return { session, token, charts };
}

/** One save; the milliseconds it took. */
function save({ session, token }, chart, version) {
	const body = new URLSearchParams({ a_sex: values[version % 2], v_sex: version, _csrf: token });
	const headers = {
		cookie: session, accept: 'application/json', 'accept-encoding': 'gzip',
		'content-type': 'application/x-www-form-urlencoded',
	};
	const begun = performance.now();
	return new Promise((resolve, reject) => {
		const asked = request(`${address()}${chart}/answers`, { method: 'POST', agent, headers });
		asked.on('error', reject);
		asked.on('response', (answer) => {
			answer.resume();
			answer.on('end', () =>
				answer.statusCode === 200
					? resolve(performance.now() - begun)
					: reject(new Error(`a save was answered ${answer.statusCode}`)));
		});
		asked.end(body.toString());
	});
}

async function type(who, chart, at, times) {
	await pause((at * each) / people);
	for (let version = 0; version < turns; version++) {
		const took = await save(who, chart, version);
		if (version > 0) times.push(took); // the first one opens the connection
		await pause(each - took);
	}
}

const who = await start();
const times = [];
await Promise.all(who.charts.map((chart, i) => type(who, chart, i, times)));
agent.destroy();
row('typing-200-people', share(times, 0.5), 'p50 ms');
row('typing-200-people', share(times, 0.95), 'p95 ms', 'limit', 15);
row('typing-200-people', share(times, 0.99), 'p99 ms');
