// Programs and the blind second abstraction: a token acts for the account that made it, so it shows
// and changes no first answers while that account has second charts to do; nor the other way round.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addCharts, closeRound, fillIn, openRound, pairsOf, signedIn } from '../lib/second.mjs';
import { sql } from '../lib/sql.mjs';
import { makeToken, program } from '../lib/tokens.mjs';

let s, pair, second, theirs, ours;

const answersOf = (chart) => sql(`SELECT element, value, version, changed_by FROM answer WHERE chart_id = ${chart} ORDER BY element`);
const get = (path, token) => program('GET', path, token);
const files = () => [`/api/rounds/${s.round}/charts.csv`, `/api/rounds/${s.round}/charts.xlsx`, '/fhir/QuestionnaireResponse',
	`/fhir/QuestionnaireResponse/${pair.first}`, `/fhir/QuestionnaireResponse?identifier=S-${pair.number}`];
const send = (token, query, body) => program('POST', `/api/rounds/${s.round}/charts?format=csv&${query}`, token, body);
const other = (value) => (value === 'female' ? 'male' : 'female');

before(async () => {
	s = await openRound();
	await addCharts(s, 2);
	await s.physician.submit(await s.physician.get(s.at), {}, '/draw');
	[pair] = pairsOf(s);
	second = await signedIn('administrator'); // who may make tokens, and abstract
	const [[account]] = sql("SELECT id FROM account WHERE email LIKE 'whitaker@%'");
	[theirs, ours] = [await makeToken(second, s.round), await makeToken(s.physician, s.round)];
	await s.physician.submit(await s.physician.get(s.at), { abstractor: account }, `/${pair.second}/abstractor`);
});

after(() => closeRound(s));

test('a token of the second abstractor fetches no first answers', async () => {
	const values = answersOf(pair.first).map(([, value]) => value).filter((value) => value.length > 8);
	assert.ok(values.length > 5);
	for (const path of files()) {
		const { status, html } = await get(path, theirs);
		assert.equal(status, 404, path);
		assert.match(html, /Whoever made this token abstracts charts of this round a second time/);
		for (const value of values) assert.ok(!html.includes(value), `${path} shows ${value}`);
	}
});

test('nor does a dry run tell them, nor an import change them', async () => {
	const before = answersOf(pair.first);
	const sex = before.find(([element]) => element === 'sex')[1];
	const row = `chart_id,sex\r\nS-${pair.number},${other(sex)}\r\n`;
	sql(`UPDATE chart SET state = 'open' WHERE id = ${pair.first}`); // as if it was opened again
	for (const query of ['dry_run=1', 'overwrite=1']) {
		const { status, html } = await send(theirs, query, row);
		assert.equal(status, 404, query);
		assert.doesNotMatch(html, /has another answer|Female|Male/);
	}
	const form = await get('/fhir/metadata');
	const url = JSON.parse(form.html).implementation.url;
	const response = { resourceType: 'QuestionnaireResponse', status: 'in-progress', identifier: { value: `S-${pair.number}` },
		item: [{ linkId: 'sex', answer: [{ valueCoding: { system: `${url}/CodeSystem/sex`, code: other(sex) } }] }] };
	assert.equal((await program('POST', '/fhir/QuestionnaireResponse', theirs, JSON.stringify(response))).status, 404);
	sql(`UPDATE chart SET state = 'complete' WHERE id = ${pair.first}`);
	assert.deepEqual(answersOf(pair.first), before);
	assert.deepEqual(sql(`SELECT COUNT(*) FROM import WHERE round_id = ${s.round}`), [['0']]);
});

test('an import that was checked before the draw does not start after it', async () => {
	const [[account]] = sql("SELECT id FROM account WHERE email LIKE 'whitaker@%'");
	sql(`UPDATE chart SET abstractor_id = NULL WHERE id = ${pair.second}`);
	const checked = await second.submit(await second.get(`/rounds/${s.round}/import`), { list: 'chart_id,sex\r\nN-1,male' }, '/import');
	sql(`UPDATE chart SET abstractor_id = ${account} WHERE id = ${pair.second}`);
	const late = await second.submit(checked, {}, '/start');
	assert.equal(late.status, 404);
	assert.match(late.text, /You abstract charts of this round a second time/);
	assert.deepEqual(sql(`SELECT state FROM import WHERE round_id = ${s.round}`), [['shown']]);
});

test('a token of the first abstractor neither shows nor changes the second answers', async () => {
	await fillIn(second, `/charts/${pair.second}`, [['sex', 'female'], ['birth_date', '1931-07-19']]);
	const before = answersOf(pair.second);
	assert.deepEqual(before.map(([element]) => element), ['birth_date', 'sex']);
	for (const path of files()) assert.ok(!(await get(path, ours)).html.includes('1931-07-19'), path);
	const [, ...rows] = (await get(files()[0], ours)).html.trim().split('\r\n');
	assert.equal(rows.length, 2, 'the first charts, and no others');
	assert.equal((await get(`/fhir/QuestionnaireResponse/${pair.second}`, ours)).status, 404);
	assert.equal((await get('/fhir/QuestionnaireResponse/999999999', ours)).status, 404);
	const named = await send(ours, 'dry_run=1', `chart_id,birth_date\r\nS-${pair.number},1931-07-20\r\n`);
	assert.equal(named.status, 422, 'the name is that of the first chart, which is complete');
	assert.ok(!named.html.includes('1931-07-19'));
	assert.deepEqual(answersOf(pair.second), before);
});

test('once the pair is compared the token works again', async () => {
	const known = new Map([['sex', 'female'], ['birth_date', '1931-07-19']]);
	const rest = s.answers[pair.number - 1].filter(([element]) => !known.has(element));
	await fillIn(second, `/charts/${pair.second}`, rest);
	const [[compared]] = sql(`SELECT compared_at IS NOT NULL FROM second_chart WHERE chart_id = ${pair.second}`);
	assert.equal(compared, '1');
	for (const path of files()) assert.equal((await get(path, theirs)).status, 200, path);
});
