// A stored report page beside the sign-in page: requests a second through nginx, in turns, as
// browsers ask for them: with gzip.
import { execFileSync } from 'node:child_process';
import { Client } from '../../lib/client.mjs';
import { address } from '../../lib/instance.mjs';
import { until } from '../../lib/sql.mjs';

const ROUNDS = 7;
await until("SELECT COUNT(*) FROM report WHERE state = 'released' AND round_id = 1", '10', 60).catch(() => {});
const reader = new Client();
await reader.signIn('physician');
const list = await reader.get('/reports');
const report = /href="(\/reports\/\d+)"/.exec(list.html)[1];
const cookie = `session=${reader.cookies.get('session')}`;

function rate(path, header) {
	const out = execFileSync('wrk', ['--threads', '2', '--connections', '8', '--duration', '1s',
		'-H', `Cookie: ${header}`, '-H', 'Accept-Encoding: gzip', `${address()}${path}`]).toString();
	if (/Non-2xx/.test(out)) throw new Error(`${path} does not answer 200`);
	return Number(/Requests\/sec:\s*([\d.]+)/.exec(out)[1]);
}

const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];
const pairs = [];
for (let i = 0; i < ROUNDS; i++) pairs.push([rate(report, cookie), rate('/login', 'none=1')]);
const [own, peer] = [0, 1].map((k) => median(pairs.map((p) => p[k])));
const ratio = median(pairs.map(([a, b]) => a / b));
console.log(['report-page', own.toFixed(0), 'requests/s', 'sign-in page', peer.toFixed(0), ratio.toFixed(2)].join('\t'));
