// Charts as FHIR: forms for anybody, responses out and in for a practice's programs, and what is wrong.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { visitorFrom } from '../lib/from.mjs';
import { day, enter, makeRound, person } from '../lib/rounds.mjs';
import { sql } from '../lib/sql.mjs';
import { makeToken, program } from '../lib/tokens.mjs';

let round, token, site;

const one = (query) => sql(query).flat().join(' ');
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
	const physician = new Client();
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
