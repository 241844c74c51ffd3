// A second, blind abstraction of a sample: drawn, given to somebody else, compared when both are
// done; and nothing else of the product counts it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addCharts, closeRound, fillIn, openRound, pairsOf, signedIn } from '../lib/second.mjs';
import { one, sql, until } from '../lib/sql.mjs';

const CHARTS = 3;
let s, counts, pairs;

/** What pages and the reports' statements say of the round, which second charts must not change. */
async function counted() {
	const text = async (client, path, pattern) => (await client.get(path)).text.match(pattern)?.[0];
	return {
		progress: await text(s.physician, `/rounds/${s.round}/charts`, /Progress .* Next chart/),
		all: (await s.physician.get(`/rounds/${s.round}/charts`)).html.match(/>Chart&#160;\d+<\/a>/g),
		dashboard: (await s.physician.get('/dashboard')).html.match(/<progress[^>]*>/g),
		staff: (await s.staff.get(`/staff/rounds/${s.round}`)).html.match(/<td class="num".*/g),
		staffCharts: (await s.staff.get(`/staff/practices/${s.practice}/charts`)).html.match(/charts\/\d+"/g),
		selection: await text(s.physician, `/rounds/${s.round}/selection`, /Core .*?Symptom.*?\d+/),
	};
}

const second = (i) => `/charts/${pairs[i].second}`;
const first = (i) => `/charts/${pairs[i].first}`;
const not404 = (page) => assert.notEqual(page.status, 404, page.url.pathname);

before(async () => {
	s = await openRound();
});

after(() => closeRound(s));

test('without a completed chart there is nothing to draw', async () => {
	const page = await s.physician.get(s.at);
	assert.match(page.text, /No chart is complete yet: the sample is drawn from completed charts/);
	assert.doesNotMatch(page.html, /reabstraction\/draw"/);
});

test('a manager draws a sample, which can be repeated', async () => {
	await addCharts(s, CHARTS);
	counts = await counted();
	assert.ok(Object.values(counts).every((one) => one?.length > 0), JSON.stringify(counts));
	const page = await s.physician.get(s.at);
	assert.match(page.text, /5 % of the completed charts, at least 2\. 3 charts are complete/);
	assert.doesNotMatch((await s.abstractor.get(s.at)).html, /reabstraction\/draw"/);
	assert.equal((await s.abstractor.post(`${s.at}/draw`, {})).status, 404);
	const drawn = await s.physician.follow(await s.physician.submit(page, {}, '/draw'));
	assert.match(drawn.text, /The sample is drawn\. Each chart waits/);
	assert.match(drawn.text, /Drawn again just now, it takes the same charts/);
	assert.match(drawn.text, /From the completed charts 1-3 Seed \d+ Charts to take 2/);
	pairs = pairsOf(s);
	assert.equal(pairs.length, 2);
	assert.doesNotMatch(drawn.html, /reabstraction\/draw"/);
	sql(`UPDATE second_draw SET seed = seed + 1, take = 1 WHERE round_id = ${s.round}`);
	assert.match((await s.physician.get(s.at)).text, /it takes other charts than then/);
	sql(`UPDATE second_draw SET seed = seed - 1, take = 2 WHERE round_id = ${s.round}`);
});

test('each chart goes to somebody who had no hand in it', async () => {
	const page = await s.physician.get(s.at);
	assert.match(page.text, /Rivera/);
	const choices = page.html.match(/<select.*?<\/select>/s)[0];
	assert.match(choices, /Rivera.*selected|selected.*Rivera/s);
	assert.doesNotMatch(choices, /Okafor|Brandt/, 'neither the first abstractor nor a viewer');
	const [[okafor]] = sql("SELECT id FROM account WHERE email LIKE 'okafor@%'");
	const wrong = await s.physician.submit(page, { abstractor: okafor }, `/${pairs[0].second}/abstractor`);
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /had no hand in the first abstraction/);
	assert.equal((await s.abstractor.get(`${second(0)}/people`)).status, 404);
});

test('the second abstractor sees nothing of the first, nobody anything of the second', async () => {
	const list = await s.abstractor.get(`/rounds/${s.round}/charts`);
	assert.match(list.text, /Second abstractions You abstract these charts a second time/);
	assert.equal(list.html.match(/Chart \d+, second abstraction/g).length, 2);
	for (const below of ['', '/history', '/print', '/standing', '/questions/sex']) {
		const closed = await s.abstractor.get(first(0) + below);
		assert.equal(closed.status, 404, below);
		assert.match(closed.text, /You abstract this chart a second time/);
		assert.equal((await s.physician.get(second(0) + below)).status, 404, below);
	}
	const file = await s.abstractor.get(`/rounds/${s.round}/export.csv`);
	assert.equal(file.status, 404);
	assert.match(file.text, /files would show you the first answers/);
	assert.equal((await s.physician.get(`/rounds/${s.round}/export.csv`)).html.trim().split('\r\n').length, 1 + CHARTS);
	assert.equal((await s.staff.get(`/staff/practices/${s.practice}/charts/${pairs[0].second}`)).status, 404);
	const early = await s.physician.get(`${s.at}/${pairs[0].second}`);
	assert.equal(early.status, 404);
	assert.match(early.text, /What differs is shown when both abstractions are complete/);
	const form = await s.abstractor.get(second(0));
	assert.match(form.text, /Chart \d+, second abstraction S-\d/);
	assert.doesNotMatch(form.html, /data-answered="1"/);
	assert.doesNotMatch((await s.abstractor.get(`${second(0)}/questions/sex`)).html, /name="ask"/);
	assert.doesNotMatch((await s.physician.get(`/rounds/${s.round}/charts`)).text, /Second abstractions/);
});

test('the second abstractor cannot become the first', async () => {
	const reopened = await s.physician.submit(await s.physician.get(first(1)), { reason: 'A typing slip' }, '/reopen');
	assert.equal(reopened.status, 303);
	const [[rivera]] = sql("SELECT id FROM account WHERE email LIKE 'rivera@%'");
	const people = await s.physician.submit(await s.physician.get(`${first(1)}/people`), { abstractor: rivera });
	assert.equal(people.status, 422);
	assert.match(people.text, /abstracts the chart a second time/);
});

test('differences are there when both are done, and stay as they were', async () => {
	const answers = s.answers[pairs[0].number - 1].map(([id, value]) => {
		if (id === 'sex') return [id, value === 'female' ? 'male' : 'female'];
		if (id === 'birth_date') return [id, new Date(Date.parse(value) + 5 * 864e5).toISOString().slice(0, 10)];
		return [id, value];
	});
	const done = await fillIn(s.abstractor, second(0), answers);
	assert.match(done.text, /The second abstraction is complete/, done.text.slice(0, 800));
	const page = await s.physician.get(`${s.at}/${pairs[0].second}`);
	assert.match(page.text, /questions differ, as both abstractions stood on/);
	assert.match(page.text, /Differ 5 days later/);
	const differing = page.html.split('What agrees')[0];
	assert.match(differing, /Female.*Male|Male.*Female/s);
	await s.physician.submit(await s.physician.get(first(0)), { reason: 'The second is right' }, '/reopen');
	const corrected = answers.filter(([id]) => id === 'sex');
	await fillIn(s.physician, first(0), corrected);
	assert.equal((await s.physician.get(`${s.at}/${pairs[0].second}`)).text, page.text);
	for (const [client, path] of [[s.abstractor, first(0)], [s.physician, second(0)]]) not404(await client.get(path));
	const late = await s.abstractor.submit(await s.abstractor.get(`${second(0)}/questions/sex`), { comment: 'Late' }, '/remarks/');
	assert.equal(late.status, 409);
});

/** The first chart again from a file, born a day later, and completed by the import. */
async function importNextDay(number) {
	const file = (await s.physician.get(`/rounds/${s.round}/export.csv`)).html.trim().split('\r\n');
	const at = file[0].split(',').indexOf('birth_date');
	const row = file[number].split(',');
	row[at] = new Date(Date.parse(row[at]) + 864e5).toISOString().slice(0, 10);
	const form = await s.physician.get(`/rounds/${s.round}/import`);
	const sent = { list: [file[0], row.join(',')].join('\r\n'), overwrite: 'yes', complete: 'yes' };
	const found = await s.physician.submit(form, sent, '/import');
	const started = await s.physician.submit(found, {}, '/start');
	assert.equal(started.status, 303, started.text.slice(0, 1500));
	await until(`SELECT state = 'running' FROM import WHERE id = ${started.location.split('/').pop()}`, '0');
}

test('a second that is complete waits for a first that is open again', async () => {
	await fillIn(s.abstractor, second(1), s.answers[pairs[1].number - 1]);
	assert.match((await s.physician.get(s.at)).text, /Waits The first chart is open again/);
	assert.equal((await s.physician.get(`${s.at}/${pairs[1].second}`)).status, 404);
	await importNextDay(pairs[1].number);
	const page = await s.physician.get(`${s.at}/${pairs[1].second}`);
	assert.match(page.text, /1 of \d+ questions differ.* Differ 1 day earlier/);
	assert.equal((await s.abstractor.get(`/rounds/${s.round}/export.csv`)).status, 200);
});

test('the summary counts what was compared, question by question', async () => {
	const page = await s.physician.get(s.at);
	assert.match(page.text, /Charts compared so far: 2\. With fewer than 20/);
	const birth = page.html.split('<tr>').find((tr) => /birth/i.test(tr.split('</th>')[0]));
	assert.match(birth, /0 of 2, 0\.0 %/);
	assert.match(birth, />3 days/);
	assert.match(birth, /at most 5/);
	assert.match(page.html, /<span class="muted">not defined</);
	assert.doesNotMatch(page.text, /\bnan\b|\binf\b/i);
	const staff = await s.staff.get(`/staff/practices/${s.practice}`);
	assert.match(staff.text, /Second abstraction Agreement of first and second/);
	const detail = await s.staff.get(`/staff/practices/${s.practice}/rounds/${s.round}/reabstraction`);
	assert.match(detail.text, /Charts compared so far: 2/);
	assert.doesNotMatch(detail.text, /S-\d/, 'the practice\'s labels stay with it');
});

test('quota, lists, dashboard and staff count the first charts alone', async () => {
	assert.equal(counts.all.length, CHARTS);
	assert.deepEqual(await counted(), counts);
});

test('staff set the share, within bounds', async () => {
	const path = `/staff/rounds/${s.round}`;
	const wrong = await s.staff.submit(await s.staff.get(path), { second_share: '101' }, '/settings');
	assert.equal(wrong.status, 422);
	assert.match(wrong.text, /whole number from 1 to 100/);
	await s.staff.submit(await s.staff.get(path), { second_share: '100' }, '/settings');
	assert.match((await s.physician.get(s.at)).text, /100 % of the completed charts.*the sample holds 2\. .*Draw one chart/);
});

test('score and report count the first charts alone', async () => {
	await s.staff.submit(await s.staff.get(`/staff/rounds/${s.round}`), {}, '/close');
	await until(`SELECT state FROM round WHERE id = ${s.round}`, 'released', 90);
	assert.equal(one(`SELECT charts FROM report WHERE round_id = ${s.round} AND practice_id = ${s.practice}`), `${CHARTS}`);
	const [[most, any]] = sql(`SELECT MAX(met + not_met + excluded + excepted), COUNT(*) FROM score
	  WHERE round_id = ${s.round} AND practice_id = ${s.practice}`);
	assert.equal(most, `${CHARTS}`);
	assert.ok(Number(any) > 10);
	const [[report]] = sql(`SELECT id FROM report WHERE round_id = ${s.round} AND practice_id = ${s.practice}`);
	const json = await s.physician.get(`/reports/${report}.json`);
	const figures = [...json.html.matchAll(/"count": ?(\d+)/g)].map(([, count]) => Number(count));
	assert.ok(figures.length > 10);
	assert.equal(Math.max(...figures), CHARTS);
	const closed = await s.physician.get(s.at);
	assert.doesNotMatch(closed.html, /reabstraction\/draw"/);
	assert.match(closed.text, /Charts compared so far: 2/);
});

test('another practice finds none of it', async () => {
	const other = await signedIn('director');
	for (const path of [s.at, `${s.at}/${pairs[0].second}`, second(0)]) assert.equal((await other.get(path)).status, 404);
});
