// Charts as FHIR: forms for anybody, responses out and in for a practice's programs, and what is wrong.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { visitorFrom } from '../lib/from.mjs';
import { day, enter, makeRound, person } from '../lib/rounds.mjs';
import { answersLike } from '../lib/second.mjs';
import { one, sql, until } from '../lib/sql.mjs';
import { makeToken, program } from '../lib/tokens.mjs';

let round, token, site, physician;

const get = async (path) => {
	const answer = await program('GET', path, token);
	return { ...answer, json: JSON.parse(answer.html) };
};
const send = async (resource, by = token) => {
	const body = typeof resource === 'string' ? resource : JSON.stringify(resource);
	const answer = await program('POST', '/fhir/QuestionnaireResponse', by, body);
	return { ...answer, json: JSON.parse(answer.html) };
};
const stored = () => one(`SELECT COUNT(*) FROM chart WHERE round_id = ${round}`);
const coded = (linkId, code) => ({ linkId, answer: [{ valueCoding: { system: `${site}/fhir/CodeSystem/${linkId}`, code } }] });
const response = (label, ...items) => ({
	resourceType: 'QuestionnaireResponse', status: 'in-progress', identifier: { value: label },
	questionnaire: `${site}/fhir/Questionnaire/CORE.SMT`, ...(items.length ? { item: [{ linkId: 'section-1', item: items }] } : {}),
});

before(async () => {
	round = makeRound('open', day(-10), day(60));
	enter(round, 'nakagawa');
	physician = new Client();
	await physician.signIn(person('nakagawa'));
	token = await makeToken(physician, round);
	site = JSON.parse((await visitorFrom().get('/fhir/metadata')).html).implementation.url.replace('/fhir', '');
});

test('anybody may have the forms, the measures and their libraries', async () => {
	const visitor = visitorFrom();
	const forms = await visitor.get('/fhir/Questionnaire');
	assert.equal(forms.headers.get('content-type'), 'application/fhir+json');
	const { resourceType, type, entry, total } = JSON.parse(forms.html);
	assert.deepEqual([resourceType, type, entry.length], ['Bundle', 'searchset', total]);
	const ids = new Set();
	for (const group of entry[0].resource.item) for (const item of group.item) ids.add(item.linkId);
	for (const group of entry[0].resource.item)
		for (const item of group.item)
			for (const { question } of item.enableWhen ?? []) assert.ok(ids.has(question), `${item.linkId} asks for ${question}`);
	const measure = JSON.parse((await visitor.get('/fhir/Measure/Core-1')).html);
	assert.deepEqual(measure.group[0].population.map((p) => p.code.coding[0].code).slice(0, 2), ['initial-population', 'denominator']);
	const library = JSON.parse((await visitor.get('/fhir/Library/CORE')).html);
	const [elm, cql] = library.content.map((c) => Buffer.from(c.data, 'base64').toString());
	const criteria = measure.group[0].population[1].criteria.expression;
	assert.ok(cql.includes(`define ${criteria}:`));
	assert.ok(JSON.parse(elm).library.statements.def.some((d) => `"${d.name}"` === criteria));
	assert.equal(measure.library[0], `${library.url}|${library.version}`);
	assert.equal((await visitor.get('/fhir/Questionnaire/NONE')).status, 404);
});

test('a response makes a chart, and is fetched as it came', async () => {
	const made = await send(response('F-1', coded('sex', 'male'), { linkId: 'birth_date', answer: [{ valueDate: '1950-03-01' }] }));
	assert.equal(made.status, 201, made.html);
	const path = made.headers.get('location');
	const back = await get(path);
	assert.deepEqual(back.json, made.json);
	assert.deepEqual([back.json.identifier.value, back.json.status], ['F-1', 'in-progress']);
	assert.equal(back.json.item[0].item.find((i) => i.linkId === 'birth_date').answer[0].valueDate, '1950-03-01');
	assert.equal(back.json.item[0].item.find((i) => i.linkId === 'sex').answer[0].valueCoding.display, 'Male');
	assert.equal(one(`SELECT GROUP_CONCAT(module) FROM chart_module m JOIN chart c ON c.id = m.chart_id WHERE c.id = ${path.split('/').pop()}`), 'CORE,SMT');
	assert.equal((await send(back.json)).status, 200, 'what goes out comes back in');
});

test('an open chart takes further answers and keeps those that a person gave', async () => {
	const more = await send(response('F-1', coded('cancer_type', 'colon')));
	assert.equal(more.status, 200);
	const against = await send(response('F-1', coded('sex', 'female'), coded('opioid_prescribed', 'yes')));
	assert.equal(against.status, 422);
	const issue = against.json.issue.find((i) => i.severity === 'error');
	assert.deepEqual([issue.code, issue.expression[0]], ['conflict', "QuestionnaireResponse.repeat(item).where(linkId='sex')"]);
	assert.match(issue.diagnostics, /has another answer: Male/);
	const { json } = await get(more.headers.get('location'));
	const answers = json.item.flatMap((g) => g.item.map((i) => i.linkId));
	assert.ok(answers.includes('cancer_type') && !answers.includes('opioid_prescribed'));
});

test('what names a patient, breaks a rule or is no resource is told, and nothing is stored', async () => {
	const count = stored();
	const deep = '{"a":'.repeat(3000);
	const cases = [
		[response('Ann Lee'), /may be a name/], [response('MRN 7'), /record number/], [response('123-45-6789'), /social security/],
		[{ ...response('F-2'), subject: { display: 'Ann Lee' } }, /who the patient is/],
		[{ ...response('F-2'), contained: [{ resourceType: 'Patient', name: [{ family: 'Lee' }] }] }, /contained/],
		[response('F-2', coded('sex', 'man')), /must be female/], [response('F-2', { linkId: 'name' }), /no question/],
		[response('F-2', { linkId: 'dx_date', answer: [{ valueDate: '2026-02-30' }] }), /date/],
		[{ resourceType: 'Patient', name: [{ family: 'Lee' }] }, /QuestionnaireResponse/],
		['{"resourceType":', /ends too early/], [deep, /deeper/], ['[1]', /JSON object/], ['', /empty/], ['{"a":1,"a":1}', /twice/],
		[`{"resourceType":"Bundle","entry":[${'7,'.repeat(100_000)}7]}`, /no resource/],
		[{ resourceType: 'Bundle', entry: [{ resource: response('F-2') }, { resource: response('F-3') }] }, /at a time/],
	];
	for (const [resource, words] of cases) {
		const { status, json, headers } = await send(resource);
		assert.equal(status, 422, JSON.stringify(resource).slice(0, 80));
		assert.equal(json.resourceType, 'OperationOutcome');
		assert.equal(headers.get('content-type'), 'application/fhir+json');
		assert.match(json.issue.map((i) => i.diagnostics).join(' '), words);
		assert.doesNotMatch(JSON.stringify(json), /Ann Lee|123-45/);
	}
	assert.equal((await program('POST', '/fhir/QuestionnaireResponse', token, Buffer.alloc(1_100_000, 'x'))).status, 413);
	assert.equal(stored(), count);
});

test('charts are fetched page by page, or by their label, with the token of their round alone', async () => {
	await send(response('F-4'));
	await send(response('F-5'));
	const first = await get('/fhir/QuestionnaireResponse?_count=2');
	const next = first.json.link.find((l) => l.relation === 'next').url;
	const second = await get(next.slice(site.length));
	assert.deepEqual([first.json.total, first.json.entry.length, second.json.entry.length], [3, 2, 1]);
	assert.equal(second.json.link.some((l) => l.relation === 'next'), false);
	const named = await get('/fhir/QuestionnaireResponse?identifier=F-4');
	assert.deepEqual(named.json.entry.map((e) => e.resource.identifier.value), ['F-4']);
	assert.equal((await get('/fhir/QuestionnaireResponse?_count=201')).status, 400);
	assert.equal((await get('/fhir/QuestionnaireResponse/1')).status, 404);
	const none = await program('GET', '/fhir/QuestionnaireResponse');
	assert.equal(none.status, 401);
	assert.equal(JSON.parse(none.html).issue[0].code, 'login');
	sql(`UPDATE round SET state = 'closed' WHERE id = ${round}`);
	assert.equal((await send(response('F-6'))).status, 409);
	assert.equal(stored(), '3');
	sql(`UPDATE round SET state = 'open' WHERE id = ${round}`);
});

/** A made-up chart with all its answers as a response. */
async function whole(label, status, nth = 0) {
	const { item: groups } = JSON.parse((await visitorFrom().get('/fhir/Questionnaire/CORE.SMT')).html);
	const types = new Map(groups.flatMap((group) => group.item).map(({ linkId, type }) => [linkId, type]));
	const items = answersLike(nth).filter(([element]) => types.has(element)).map(([linkId, value]) => {
		if (value === 'not_documented' || value === 'unknown') return absent(linkId, value, types.get(linkId));
		if (types.get(linkId) === 'date') return { linkId, answer: [{ valueDate: value }] };
		if (types.get(linkId) === 'integer') return { linkId, answer: [{ valueInteger: Number(value) }] };
		return { linkId, answer: value.split(';').map((code) => coded(linkId, code).answer[0]) };
	});
	return { ...response(label, ...items), status };
}

function absent(linkId, value, type) {
	const code = value === 'unknown' ? 'unknown' : 'asked-unknown';
	const extension = [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: code }];
	if (type === 'date') return { linkId, answer: [{ _valueDate: { extension } }] };
	if (type === 'integer') return { linkId, answer: [{ _valueInteger: { extension } }] };
	return { linkId, answer: [{ valueCoding: { system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code } }] };
}

const stateOf = (label) => one(`SELECT state FROM chart WHERE round_id = ${round} AND label = '${label}'`);

test('a completed response completes its chart', async () => {
	const made = await send(await whole('C-1', 'completed'));
	assert.deepEqual([made.status, made.json.resourceType, made.json.status], [201, 'QuestionnaireResponse', 'completed'], made.html);
	assert.equal(stateOf('C-1'), 'complete');
	const again = await send(await whole('C-1', 'amended'));
	assert.deepEqual([again.status, again.json.status], [200, 'completed'], 'nothing new, and nothing to do');
	assert.equal((await send(await whole('C-2', 'in-progress', 1))).status, 201);
	assert.equal(stateOf('C-2'), 'open');
	const done = await send(await whole('C-2', 'completed', 1));
	assert.deepEqual([done.status, done.json.status], [200, 'completed'], 'the same answers, now completed');
	assert.equal(stateOf('C-2'), 'complete');
	assert.equal(one(`SELECT COUNT(*) FROM audit WHERE action = 'chart_completed' AND detail = 'chart:${done.json.id}'`), '1');
});

test('what is not ready stays open, and the answer says what is open', async () => {
	for (const [status, sent] of [[201, [coded('sex', 'female')]], [200, [coded('sex', 'female')]]]) {
		const open = await send({ ...response('C-3', ...sent), status: 'completed' });
		assert.deepEqual([open.status, open.json.resourceType, stateOf('C-3')], [status, 'OperationOutcome', 'open'], open.html);
		const [first, ...warnings] = open.json.issue;
		assert.match(first.diagnostics, /answers are stored\. The chart stays open/);
		assert.ok(warnings.length > 5 && warnings.every((i) => i.severity === 'warning' && i.diagnostics.length > 5));
		assert.ok(warnings.some((i) => i.code === 'required' && i.expression[0].includes("linkId='birth_date'")));
		assert.ok(!warnings.some((i) => i.expression[0].includes("linkId='sex'")));
		assert.equal((await get(open.headers.get('location'))).json.identifier.value, 'C-3');
	}
	const broken = await whole('C-4', 'completed');
	const answer = (id) => broken.item[0].item.find((i) => i.linkId === id).answer[0];
	answer('dx_date').valueDate = '1901-01-01'; // before the birth
	const refused = await send(broken);
	assert.equal(refused.status, 422);
	assert.match(refused.html, /must not be before the date of birth/);
	assert.match(refused.html, /Nothing was stored/);
	assert.equal(stateOf('C-4'), '');
	assert.equal((await send({ ...response('C-5', coded('sex', 'male')), status: 'entered-in-error' })).status, 422);
});

/** Has a file of FHIR checked on the page for people; the page that comes. */
async function check(body, more = {}) {
	const page = await physician.get(`/rounds/${round}/import`);
	const form = new FormData();
	const fields = { _csrf: page.html.match(/name="_csrf" value="([^"]*)"/)[1], source: 'fhir', list: '', module_SMT: 'yes', ...more };
	for (const [key, value] of Object.entries(fields)) form.set(key, value);
	form.set('file', new File([body], 'charts.json'));
	return physician.request('POST', `/rounds/${round}/import`, { body: form });
}

test('the import page takes one response, a Bundle, or one a line', async () => {
	const two = (n) => [response(`P-${n}`, coded('sex', 'male')), response(`P-${n + 1}`, coded('sex', 'female'))];
	const bundle = (resources) => JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) });
	const files = [JSON.stringify(two(1)[0], null, 2), bundle(two(2)), two(4).map((r) => JSON.stringify(r)).join('\n')];
	for (const [i, file] of files.entries()) {
		const page = await check(file);
		assert.match(page.text, /All \d charts of the file are clean|The one chart of the file is clean|New charts [12]/, page.text.slice(0, 900));
		const to = await physician.submit(page, {}, '/start');
		await until(`SELECT state = 'running' FROM import WHERE id = ${to.location.split('/').pop()}`, '0');
		assert.match((await physician.get(to.location)).text, /The import is done/, `file ${i}`);
	}
	assert.equal(one(`SELECT COUNT(*) FROM chart WHERE round_id = ${round} AND label LIKE 'P-%'`), '5');
	const ticked = await check(JSON.stringify(await whole('P-9', 'in-progress')), { complete: 'yes' });
	const to = await physician.submit(ticked, {}, '/start');
	await until(`SELECT state = 'running' FROM import WHERE id = ${to.location.split('/').pop()}`, '0');
	assert.equal(stateOf('P-9'), 'complete', 'completing is what the page asks about');
});

test('wrong, huge and hostile files are refused on the page and at the API, and nothing is kept', async () => {
	const count = stored(), kept = one('SELECT COUNT(*) FROM import');
	const named = { ...response('H-1'), contained: [{ resourceType: 'Patient', name: [{ family: 'Secretname' }] }] };
	const cases = [['{', /ends too early/], ['[]', /JSON object/], ['{"a":1,"a":2}', /twice/], ['{"a":'.repeat(5000), /deeper/],
		[JSON.stringify({ resourceType: 'Patient' }), /QuestionnaireResponse/], [JSON.stringify(named), /contained/],
		[JSON.stringify({ resourceType: 'Bundle', entry: {} }), /must be a list/],
		[`{"resourceType":"QuestionnaireResponse","x":[${'0,'.repeat(500_000)}0]}`, /too (large|many)|more than|values/i],
		['\u0000\u0001', /./], ['{"resourceType":"QuestionnaireResponse","status":"in-progress","identifier":{"value":"\\ud800"}}', /./]];
	for (const [file, words] of cases) {
		const what = file.slice(0, 60);
		const page = await check(file);
		assert.equal(page.status, 422, what);
		assert.match(page.text, words);
		assert.doesNotMatch(page.text, /Secretname/);
		const answer = await program('POST', `/api/rounds/${round}/charts?format=fhir`, token, file);
		assert.equal(answer.status, 422, what);
		assert.match(JSON.parse(answer.html).message, words);
		assert.doesNotMatch(answer.html, /Secretname/);
	}
	const wrong = await program('POST', `/api/rounds/${round}/charts?format=fhir&clean_only=1`, token,
		[response('H-2', coded('sex', 'man')), response('Ann Lee')].map((r) => JSON.stringify(r)).join('\n'));
	const told = JSON.parse(wrong.html);
	assert.deepEqual([told.rows, told.clean, told.wrong], [2, 0, 2]);
	assert.deepEqual(told.errors.map((e) => [e.row, e.column]), [[1, 'sex'], [2, 'chart_id']]);
	assert.deepEqual([stored(), one('SELECT COUNT(*) FROM import')], [count, kept]);
});

test('at the API a file of responses is checked, then imported by a job', async () => {
	const file = [response('A-1', coded('sex', 'male')), response('A-2', coded('sex', 'other'))].map((r) => JSON.stringify(r)).join('\r\n');
	const dry = await program('POST', `/api/rounds/${round}/charts?format=fhir&dry_run=1`, token, file);
	assert.deepEqual([dry.status, JSON.parse(dry.html).new], [200, 2]);
	const taken = await program('POST', `/api/rounds/${round}/charts?format=fhir`, token, file);
	assert.equal(taken.status, 202, taken.html);
	const path = JSON.parse(taken.html).import;
	await until(`SELECT state FROM import WHERE id = ${path.split('/').pop()}`, 'done');
	assert.deepEqual(JSON.parse((await program('GET', path, token)).html).made, 2);
	assert.deepEqual([stateOf('A-1'), stateOf('A-2')], ['open', 'open']);
});
