// A stored report page beside the sign-in page: requests a second through nginx, in turns, as
// browsers ask for them: with gzip.
import { execFileSync } from 'node:child_process';
import { Client } from '../../lib/client.mjs';
import { address } from '../../lib/instance.mjs';
import { until } from '../../lib/sql.mjs';
import { row, share } from '../rows.mjs';

const ROUNDS = 9, AT_LEAST = 0.9;
await until("SELECT state FROM round WHERE id = 1", 'released');
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

const pairs = Array.from({ length: ROUNDS }, () => [rate(report, cookie), rate('/login', 'none=1')]);
const [own, peer] = [0, 1].map((k) => share(pairs.map((pair) => pair[k]), 0.5));
row('report-page', own, 'requests/s', 'sign-in-page', peer);
row('report-page-ratio', share(pairs.map(([a, b]) => a / b), 0.5), 'times', 'at-least', AT_LEAST);
