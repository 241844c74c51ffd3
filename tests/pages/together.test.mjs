// Somebody completes a chart in the moment in which somebody else saves an answer of it.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { qopi } from '../lib/qopi.mjs';
import { sql } from '../lib/sql.mjs';

const times = 20;
const days = ['2026-03-20', '2026-03-19']; // of an answer that no other one hangs on
const element = 'tobacco_status_date';
let first, second, token, chart;

before(async () => {
	first = new Client();
	const dashboard = await first.signIn('physician');
	token = /name="_csrf" value="([^"]+)"/.exec(dashboard.html)[1];
	second = new Client();
	second.cookies = new Map(first.cookies);
	[[chart]] = sql(`SELECT MAX(c.id) FROM chart c JOIN round r ON r.id = c.round_id
	   JOIN answer a ON a.chart_id = c.id AND a.element = '${element}' AND a.value LIKE '2026-%'
	   JOIN membership m ON m.practice_id = c.practice_id JOIN account o ON o.id = m.account_id
	  WHERE r.state = 'open' AND c.state = 'complete' AND o.email LIKE 'okafor@%'`);
});

const post = (who, what, body) =>
	who.post(`/charts/${chart}/${what}`, { _csrf: token, ...body },
		{ headers: { accept: 'application/json' } });
const versionNow = () =>
	Number(sql(`SELECT version FROM answer WHERE chart_id = ${chart} AND element = '${element}'`)[0][0]);
const stateNow = () => sql(`SELECT state FROM chart WHERE id = ${chart}`)[0][0];

test('what is packed is what was saved, whoever was first', async () => {
	const firsts = new Set();
	for (let i = 0; i < times; i++) {
		await post(first, 'reopen', { reason: 'A date was wrong' });
		assert.equal(stateNow(), 'open');
		const version = versionNow();
		const save = { [`a_${element}`]: days[version % 2], [`v_${element}`]: version };
		const [, saved] = await Promise.all([
			post(first, 'complete', {}), post(second, 'answers', save),
		]);
		assert.equal(stateNow(), 'complete');
		assert.ok([200, 409].includes(saved.status), `${saved.status}: ${saved.html}`);
		assert.equal(versionNow() - version, saved.status === 200 ? 1 : 0, 'saved means saved');
		firsts.add(saved.status);
	}
	const check = qopi('charts', 'check');
	assert.equal(check.status, 0, `${check.out}; saves were answered ${[...firsts].join(' and ')}`);
});
