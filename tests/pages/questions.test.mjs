// What people say beside a chart's questions, as requests: who may, what is refused, what ASCO
// staff see; and the time that pages report.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { account } from '../lib/instance.mjs';
import { one, sql } from '../lib/sql.mjs';
import { makeStaff } from '../lib/staff.mjs';

let physician, abstractor, viewer, path, id, practice, round;

before(async () => {
	[physician, abstractor, viewer] = await Promise.all(['physician', 'abstractor', 'viewer'].map(async (role) => {
		const client = new Client();
		await client.signIn(account(role));
		return client;
	}));
	const dashboard = await physician.get('/dashboard');
	round = dashboard.html.match(/\/rounds\/(\d+)\/charts/)[1];
	const list = await physician.get(`/rounds/${round}/charts`);
	path = (await physician.submit(list, { label: 'Q-001' }, '/charts')).location;
	[, id] = path.match(/(\d+)$/);
	practice = one(`SELECT practice_id FROM chart WHERE id = ${id}`);
});

const page = (client, element) => client.get(`${path}/questions/${element}`);
const ask = async (client, element, text) =>
	client.follow(await client.submit(await page(client, element), { ask: text }, `/questions/${element}`));
const lastQuery = () => one('SELECT MAX(id) FROM chart_query');

test('what looks like a number of a patient is refused everywhere, and stays typed', async () => {
	for (const [fields, which] of [
		[{ comment: 'SSN 123-45-6789' }, '/remarks/'],
		[{ document: 'Report 4411223' }, '/remarks/'],
		[{ document: 'Report', page: '123456789' }, '/remarks/'],
		[{ ask: 'Is MRN 7654321 right?' }, '/questions/'],
	]) {
		const answer = await physician.submit(await page(physician, 'sex'), fields, which);
		assert.equal(answer.status, 422);
		assert.match(answer.text, /may be a record number/);
		assert.ok(answer.html.includes(Object.values(fields).at(-1)));
	}
	const nothing = await physician.submit(await page(physician, 'sex'), { page: '4' }, '/remarks/');
	assert.match(nothing.text, /Name the document whose page or date this is/);
	assert.equal(one(`SELECT COUNT(*) FROM remark WHERE chart_id = ${id}`), '0');
});

test('a note stands beside an empty question, with document, page and date', async () => {
	const kept = await physician.follow(await physician.submit(await page(physician, 'sex'),
		{ comment: 'Two <b>notes</b>', document: 'Intake form', page: '2-3', dated: '2026-02-01' }, '/remarks/'));
	assert.match(kept.text, /Two <b>notes<\/b>/);
	assert.match(kept.text, /Evidence: Intake form, page 2-3, of February 1, 2026/);
	assert.match((await physician.get(path)).text, /1 note/);
	assert.match((await physician.get(`${path}/print`)).text, /Intake form, page 2-3/);
});

test('viewers read but do not write; a question of other modules is not there', async () => {
	const read = await page(viewer, 'sex');
	assert.match(read.text, /Intake form/);
	assert.doesNotMatch(read.html, /<textarea/);
	assert.equal((await viewer.post(`${path}/remarks/sex`, { comment: 'x' })).status, 404);
	assert.equal((await page(physician, 'figo_stage')).status, 404);
	assert.equal((await page(physician, 'nonsense')).status, 404);
});

test('a query goes from open to answered to open to closed, and no further', async () => {
	await ask(abstractor, 'sex', 'Where was this read?');
	const query = lastQuery();
	const state = () => one(`SELECT state FROM chart_query WHERE id = ${query}`);
	const say = async (client, say, then) => {
		const answer = await client.submit(await page(client, 'sex'), { say, then }, `/queries/${query}`);
		return client.follow(answer);
	};
	assert.match((await physician.get('/dashboard')).text, /Queries that wait/);
	const row = async () => {
		const list = await physician.get(`/rounds/${round}/charts`);
		return list.html.split('<tr>').find((tr) => tr.includes(`"${path}"`));
	};
	assert.match(await row(), /Open queries: 1/);
	await say(physician, 'On the intake form', 'say');
	assert.equal(state(), 'answered');
	assert.match((await say(physician, '', 'close')).text, /Only who asked closes a query/);
	await say(abstractor, 'Which page?', 'say');
	assert.equal(state(), 'open');
	const stale = await page(abstractor, 'sex');
	await say(abstractor, '', 'close');
	assert.equal(state(), 'closed');
	const late = await abstractor.submit(stale, { say: 'One more', then: 'say' }, `/queries/${query}`);
	assert.equal(late.status, 422);
	assert.match(late.text, /was closed meanwhile/);
	assert.doesNotMatch(await row(), /Open queries/);
});

test('another practice finds neither chart nor query', async () => {
	const other = new Client();
	await other.signIn(account('director'));
	const token = (await other.get('/dashboard')).html.match(/name="_csrf" value="([^"]*)"/)[1];
	assert.equal((await page(other, 'sex')).status, 404);
	for (const to of ['questions/sex', 'remarks/sex', 'confirmations/sex', `queries/${lastQuery()}`, 'time'])
		assert.equal((await other.post(`${path}/${to}`, { _csrf: token, say: 'x' })).status, 404, to);
});

test('ASCO staff ask about a chart: each look is audited, notes and label stay with the practice', async () => {
	const staff = new Client();
	await staff.signIn(makeStaff());
	const before = Number(one("SELECT COUNT(*) FROM audit WHERE action = 'chart_seen_by_staff'"));
	assert.match((await staff.get(`/staff/practices/${practice}`)).html, /\/charts"/);
	assert.match((await staff.get(`/staff/practices/${practice}/charts`)).html, new RegExp(`charts/${id}"`));
	const chart = await staff.get(`/staff/practices/${practice}/charts/${id}`);
	assert.match(chart.text, /Which sex is recorded/);
	assert.doesNotMatch(chart.text, /Q-001|Intake form|Two <b>/);
	const here = `/staff/practices/${practice}/charts/${id}/questions/path_report`;
	const asked = await staff.follow(await staff.submit(await staff.get(here), { ask: 'Is it a report from outside?' }, here));
	assert.match(asked.text, /Your question is open until it is answered/);
	assert.doesNotMatch(asked.text, /Comments and evidence|Q-001/);
	assert.equal(Number(one("SELECT COUNT(*) FROM audit WHERE action = 'chart_seen_by_staff'")), before + 3);
	const query = lastQuery();

	assert.match((await physician.get('/dashboard')).text, /ASCO staff/);
	await physician.submit(await page(physician, 'path_report'), { say: 'Yes', then: 'say' }, `/queries/${query}`);
	assert.match((await staff.get('/staff/queries')).text, /Answered/);
	const close = await staff.submit(await staff.get(here), { then: 'close' }, `/queries/${query}`);
	assert.equal(close.status, 303);
	assert.equal(one(`SELECT state FROM chart_query WHERE id = ${query}`), 'closed');
	const none = await staff.get(`/staff/practices/${Number(practice) + 1}/charts/${id}`);
	assert.equal(none.status, 404);
});

test('a report of time counts once, and never more than has passed', async () => {
	const _csrf = (await physician.get(path)).html.match(/name="_csrf" value="([^"]*)"/)[1];
	const client = randomUUID().replaceAll('-', '');
	const report = (fields) => physician.post(`${path}/time`, { _csrf, client, ...fields });
	const counted = () => one(`SELECT COALESCE(SUM(seconds), 0) FROM chart_time WHERE chart_id = ${id}`);
	assert.equal((await report({ seq: 1, t_sex: 40, t_cancer_type: 30 })).status, 200);
	assert.equal(counted(), '70');
	assert.equal((await report({ seq: 1, t_sex: 40, t_cancer_type: 30 })).status, 200);
	assert.equal(counted(), '70');
	await report({ seq: 2, t_sex: 3600 });
	assert.ok(Number(counted()) < 80, counted());
	sql(`UPDATE chart_clock SET reported_at = reported_at - INTERVAL 100 SECOND WHERE client = '${client}'`);
	await report({ seq: 3, t_sex: 50, t_cancer_type: 500 });
	assert.ok(Number(counted()) >= 170 && Number(counted()) < 180, counted());
	const other = randomUUID().replaceAll('-', '');
	await physician.post(`${path}/time`, { _csrf, client: other, seq: 1, t_sex: 86400 });
	assert.ok(Number(counted()) < 300, counted());
	for (const wrong of [{ seq: 9 , t_nonsense: 5 }, { seq: 9, t_sex: '-1' }, { seq: 0 }, { t_sex: 1 }])
		assert.equal((await report(wrong)).status, 400);
	assert.match((await physician.get(path)).text, /Time on this chart: \d min/);
	assert.match((await physician.get(`${path}/history`)).text, /without idle time: \d min/);
});

test('the dashboard tells charts left, hours and the last day from three timed charts on', async () => {
	const dashboard = async () => {
		sql(`UPDATE practice SET stamp = stamp + 1 WHERE id = ${practice}`);
		return (await physician.get('/dashboard')).text;
	};
	const charts = sql(`SELECT id FROM chart WHERE practice_id = ${practice} AND round_id = ${round}
	                      AND state = 'complete' ORDER BY id LIMIT 3`).flat();
	assert.equal(charts.length, 3);
	const add = (chart, day, seconds) => sql(`INSERT INTO chart_time SELECT ${chart}, ${practice}, MIN(account_id),
		'Test', UTC_DATE() - INTERVAL ${day} DAY, ${seconds} FROM membership WHERE practice_id = ${practice}`);
	const clean = () => sql(`DELETE FROM chart_time WHERE practice_id = ${practice} AND section = 'Test'`);
	clean();
	add(charts[0], 9, 1800);
	add(charts[1], 2, 1800);
	assert.doesNotMatch(await dashboard(), /At your own pace/);
	add(charts[2], 1, 1800);
	const told = await dashboard();
	clean();
	assert.match(told, /At your own pace \d+ charts left, about \d+ hours of work, done by \w+ \d+, 20\d\d/);
});
