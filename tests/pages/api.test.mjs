// API tokens: made by managers, shown once, good for one practice and round, and what programs do with them.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { visitorFrom } from '../lib/from.mjs';
import { day, enter, makeRound, person, practiceOf } from '../lib/rounds.mjs';
import { one, sql, until } from '../lib/sql.mjs';
import { askForToken, makeToken, program } from '../lib/tokens.mjs';

let physician, round, both;

const send = (query, body, token = both) => program('POST', `/api/rounds/${round}/charts?${query}`, token, body);
const charts = () => Number(one(`SELECT COUNT(*) FROM chart WHERE round_id = ${round}`));

before(async () => {
	round = makeRound('open', day(-10), day(60));
	enter(round, 'nakagawa');
	physician = new Client();
	await physician.signIn(person('nakagawa'));
	both = await makeToken(physician, round);
});

test('a token is shown once and kept as a digest; only good values make one', async () => {
	const page = await physician.get('/practice/tokens');
	assert.doesNotMatch(page.html, /myqopi_[A-Za-z0-9_-]{43}/);
	assert.match(page.text, /Registry Test .* Import and export .* Good until/);
	const cases = [[{ expires: day(-1) }, /from today to/], [{ expires: day(91) }, /30 days after/], [{ name: '' }, /Name is needed/],
		[{ round: '1' }, /Round must be one that your practice signed up for/], [{ may: 'all' }, /must be one of the choices/]];
	for (const [values, words] of cases) {
		const refused = await askForToken(physician, round, values);
		assert.equal(refused.status, 422);
		assert.match(refused.text, words);
	}
});

test('a dry run tells in JSON what is wrong, row by column, and writes nothing', async () => {
	const wrong = await send('format=csv&dry_run=1', 'chart_id,sex,birth_date\r\nP-1,male,1950-01-01\r\nP-2,man,\r\n');
	assert.equal(wrong.status, 422);
	const told = JSON.parse(wrong.html);
	assert.deepEqual(told.errors, [{ row: 3, chart: 'P-2', column: 'sex', value: 'man', message: 'It must be female, male, other or not_documented.', kind: 'error' }]);
	assert.deepEqual([told.rows, told.clean, told.wrong, told.new], [2, 1, 1, 1]);
	const good = await send('format=csv&dry_run=1', 'chart_id,sex\r\nP-1,male\r\n');
	assert.deepEqual([good.status, JSON.parse(good.html).errors], [200, []]);
	assert.equal(charts(), 0);
});

test('without dry_run clean charts are written by a job, and it tells how far it is', async () => {
	assert.equal((await send('format=csv', 'chart_id,sex\r\nP-1,male\r\nP-2,man\r\n')).status, 422);
	assert.equal(charts(), 0, 'not the clean ones, unless that is said');
	const taken = await send('format=csv&clean_only=1&modules=SMT', 'chart_id,sex\r\nP-1,male\r\nP-2,man\r\n');
	assert.equal(taken.status, 202);
	const path = taken.headers.get('location');
	assert.equal(JSON.parse(taken.html).import, path);
	await until(`SELECT state FROM import WHERE id = ${path.split('/').pop()}`, 'done');
	const progress = JSON.parse((await program('GET', path, both)).html);
	assert.deepEqual([progress.state, progress.made, progress.left, progress.skipped], ['done', 1, 0, 0]);
	assert.equal((await send('format=csv', 'chart_id,sex\r\nP-1,male\r\n')).status, 200, 'nothing new');
	const records = await send('format=redcap', 'record_id,sex\nP-7,female\n');
	assert.equal(records.status, 202);
	await until(`SELECT state FROM import WHERE id = ${JSON.parse(records.html).import.split('/').pop()}`, 'done');
	assert.equal(charts(), 2);
	const csv = await program('GET', `/api/rounds/${round}/charts.csv`, both);
	assert.match(csv.html, /\r\nP-1,1,open,CORE;SMT,/);
	const xlsx = await program('GET', `/api/rounds/${round}/charts.xlsx`, both);
	assert.equal(xlsx.body.subarray(0, 2).toString(), 'PK');
	assert.equal((await send('format=xlsx&dry_run=1', xlsx.body)).status, 200);
});

test('what cannot be read is told', async () => {
	for (const [query, body, words] of [['', 'chart_id\r\nP-1', /must say format=csv/], ['format=xlsx', 'chart_id\r\nP-1', /not of the format/],
		['format=csv', 'PK\x03\x04', /not of the format/], ['format=csv', 'mrn\r\n1', /is no question/], ['format=csv', '', /empty/]]) {
		const answer = await send(query, body);
		assert.equal(answer.status, 422, query);
		assert.match(answer.headers.get('content-type'), /^application\/json/);
		assert.match(JSON.parse(answer.html).message, words);
	}
	assert.equal((await send('format=csv', Buffer.alloc(18_000_000, 'x'))).status, 413);
});

test('a token reaches its practice, its round and its right, and no more', async () => {
	const path = `/api/rounds/${round}/charts.csv`;
	const elsewhere = makeRound('open', day(-10), day(60));
	enter(elsewhere, 'nakagawa');
	const importing = await makeToken(physician, round, { may: 'import' }), exporting = await makeToken(physician, round, { may: 'export' });
	const none = await program('GET', path);
	assert.equal(none.status, 401);
	assert.match(none.headers.get('www-authenticate'), /^Bearer/);
	assert.equal((await program('GET', path, `${both.slice(0, -1)}x`)).status, 401);
	assert.equal((await program('GET', path, importing)).status, 404);
	assert.equal((await send('format=csv', 'chart_id\r\nP-1', exporting)).status, 404);
	assert.equal((await program('GET', `/api/rounds/${elsewhere}/charts.csv`, both)).status, 404);
	assert.equal((await program('GET', `/rounds/${round}/export.csv`, both)).status, 303, 'pages for people know no tokens');
	const cookies = [...physician.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	assert.equal((await program('GET', path, undefined, undefined, { cookie: cookies })).status, 401, 'and programs no cookies');
});

test('a token ends when it is revoked, out of date, or its maker leaves', async () => {
	const path = `/api/rounds/${round}/charts.csv`, status = async (token) => (await program('GET', path, token)).status;
	const token = await makeToken(physician, round, { name: 'Short' });
	const [id] = sql(`SELECT id FROM api_token WHERE name = 'Short' AND round_id = ${round}`)[0];
	assert.equal(await status(token), 200);
	sql(`UPDATE api_token SET expires = '${day(-1)}' WHERE id = ${id}`);
	assert.equal(await status(token), 401);
	sql(`UPDATE api_token SET expires = '${day(1)}' WHERE id = ${id}`);
	const email = person('nakagawa').email, where = `about_practice = ${practiceOf('nakagawa')}`;
	sql(`UPDATE membership m JOIN account a ON a.id = m.account_id SET role = 'viewer' WHERE a.email = '${email}'`);
	assert.equal(await status(token), 401);
	sql(`UPDATE membership m JOIN account a ON a.id = m.account_id SET role = 'physician' WHERE a.email = '${email}'`);
	assert.equal(await status(token), 200);
	const gone = await physician.follow(await physician.submit(await physician.get('/practice/tokens'), {}, `/tokens/${id}/revoke`));
	assert.match(gone.text, /revoked and does nothing any more/);
	assert.equal(await status(token), 401);
	assert.equal(one(`SELECT COUNT(*) FROM audit WHERE ${where} AND action = 'token_used' AND detail LIKE 'token:${id} GET %'`), '2');
	assert.equal(one(`SELECT COUNT(*) FROM audit WHERE ${where} AND action IN ('token_made', 'token_revoked')
		AND (detail = 'token:${id}' OR detail LIKE 'token:${id} %')`), '2');
});

test('too many requests are put off', async () => {
	const visitor = visitorFrom();
	const answers = await Promise.all(Array.from({ length: 60 }, () =>
		visitor.request('GET', `/api/rounds/${round}/charts.csv`)));
	const statuses = new Set(answers.map((a) => a.status));
	assert.ok(statuses.has(429), [...statuses].join(' '));
});
