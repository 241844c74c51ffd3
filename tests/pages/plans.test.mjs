// Improvement plans: made from a report's measure, read by the practice, shown again beside the next
// round's rate, changed and ended; every version is kept.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { fetchReport, percent, signedIn } from '../lib/report_files.mjs';
import { day, makeRound, person, practiceOf } from '../lib/rounds.mjs';
import { sql, until } from '../lib/sql.mjs';

const mail = 'okafor@lakeside';
const goal = 'Ask about pain before each visit; 20 charts in May.';
let report, line, measure, client, practice, past;
const plans = [];

before(async () => {
	const [[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	report = await fetchReport(mail);
	({ client } = report);
	practice = practiceOf(mail);
	line = report.lines.find((l) => l.number === 'Core 3');
	measure = `${report.path}/measures/Core%203`;
	// A round of long ago, with 5 of 20 charts met.
	past = makeRound('released', day(-900), day(-880), `
		INSERT INTO report (round_id, practice_id, state, edition_hash, charts, page, built_at, released_at)
		VALUES (@round, ${practice}, 'released', REPEAT('0', 64), 20, '', UTC_TIMESTAMP(), UTC_TIMESTAMP());
		INSERT INTO entry (round_id, practice_id, track, fte, joined_by, joined_at)
		SELECT @round, practice_id, track, fte, joined_by, joined_at FROM entry
		 WHERE round_id = ${round} AND practice_id = ${practice};
		INSERT INTO score VALUES (@round, ${practice}, 'Core 3', 5, 15, 0, 0, 0);`);
});

after(() => sql(`DELETE w FROM improvement_plan_version w JOIN improvement_plan p ON p.id = w.plan_id
		WHERE p.round_id = ${past} OR p.id IN (${[0, ...plans].join()});
	DELETE FROM improvement_plan WHERE round_id = ${past} OR id IN (${[0, ...plans].join()});
	DELETE FROM score WHERE round_id = ${past}; DELETE FROM entry WHERE round_id = ${past}; DELETE FROM report WHERE round_id = ${past};
	DELETE FROM round_module WHERE round_id = ${past}; DELETE FROM round_chart_count WHERE round_id = ${past};
	DELETE FROM round WHERE id = ${past}`));

const count = () => Number(sql('SELECT COUNT(*) FROM improvement_plan')[0][0]);
const owner = () => person(mail).name ?? sql(`SELECT name FROM account WHERE email = '${person(mail).email}'`)[0][0];

/** Makes a plan as the form does; its page. */
async function make(values = {}) {
	const page = await client.get(measure);
	return client.submit(page, { goal, owner: owner(), due: day(30), ...values }, `${measure}/plans`);
}

test('what is wrong is said beside each field, and nothing is kept', async () => {
	const before = count();
	const wrong = await make({ goal: 'Call MRN 00123456 again', owner: '', due: day(-1) });
	assert.equal(wrong.status, 422);
	assert.match(wrong.html, /Call MRN 00123456 again/, 'what was typed is still there');
	assert.match(wrong.text, /Please correct these 3 things/);
	assert.match(wrong.text, /The date must be today or later/);
	const path = `${measure}/plans`;
	const page = await client.get(measure);
	const token = page.html.match(/name="_csrf" value="([^"]+)"/)[1];
	const stranger = await client.request('POST', path, {
		body: new URLSearchParams({ _csrf: token, goal, owner: 'Somebody Else', due: day(30) }) });
	assert.equal(stranger.status, 422);
	assert.match(stranger.text, /Choose one of the people of your practice/);
	assert.equal(count(), before);
});

test('a plan stands beside the measure and in the list, with the rate of its round', async () => {
	const made = await make();
	assert.equal(made.status, 303);
	plans.push(made.location.split('/').at(-1));
	const page = await client.follow(made);
	const rate = `${percent(line.rate)} (${line.met} of ${line.of})`;
	for (const one of [page, await client.get(measure), await client.get('/reports/plans')]) {
		assert.ok(one.text.includes(goal) && one.text.includes(owner()), one.text);
		assert.ok(one.text.includes(rate), `${rate}: ${one.text}`);
		assert.match(one.text, /No later round yet/);
		assert.match(one.text, /Open/);
	}
	assert.equal(sql(`SELECT action FROM audit WHERE detail = 'plan:${plans[0]} measure:Core 3'`)[0][0], 'plan_made');
});

test('in the next round it stands there again, with the rate then and now', async () => {
	sql(`INSERT INTO improvement_plan (practice_id, round_id, measure, goal, owner, due, state, remark, version,
	            made_at, changed_by, changed_at)
	     SELECT ${practice}, ${past}, 'Core 3', 'A goal of long ago', 'Somebody', '${day(-600)}', 'open', '', 1,
	            UTC_TIMESTAMP(), id, UTC_TIMESTAMP() FROM account WHERE email = '${person(mail).email}'`);
	for (const path of [measure, '/reports/plans']) {
		const { text } = await client.get(path);
		const row = text.slice(text.indexOf('A goal of long ago'));
		assert.ok(row.includes('25.0 % (5 of 20)'), row);
		assert.ok(row.includes(`${percent(line.rate)} (${line.met} of ${line.of}) in ${report.result.round}`), row);
		assert.match(row, /Past its date/);
	}
});

test('ending it asks what came of it; two who change it do not overwrite each other', async () => {
	const [id] = plans;
	const path = `/reports/plans/${id}`;
	const seen = await client.get(path);
	const bare = await client.submit(seen, { state: 'done' }, path);
	assert.equal(bare.status, 422);
	assert.match(bare.text, /Say in a sentence what came of it/);
	const done = await client.submit(seen, { state: 'done', remark: 'Asked in 19 of 20 charts.' }, path);
	assert.equal(done.status, 303);
	assert.match((await client.follow(done)).text, /Asked in 19 of 20 charts/);
	const late = await client.submit(seen, { goal: 'Something else' }, path);
	assert.equal(late.status, 422);
	assert.match(late.text, /Somebody changed this plan meanwhile/);
	assert.deepEqual(sql(`SELECT version, state, remark FROM improvement_plan_version WHERE plan_id = ${id}
		ORDER BY version`), [['1', 'open', ''], ['2', 'done', 'Asked in 19 of 20 charts.']]);
	const again = await client.submit(late, {}, path);
	assert.equal(again.status, 303);
	assert.match((await client.get(path)).text, /Something else/);
});

test('a viewer reads plans and changes none; another practice finds none', async () => {
	const viewer = new Client();
	await viewer.signIn('viewer');
	const page = await viewer.get(`/reports/plans/${plans[0]}`);
	assert.equal(page.status, 200);
	assert.ok(!page.html.includes('<textarea') && !(await viewer.get(measure)).html.includes('<textarea'));
	const other = await signedIn('lindqvist@riverbend');
	assert.equal((await other.get(`/reports/plans/${plans[0]}`)).status, 404);
	assert.ok(!(await other.get('/reports/plans')).text.includes(goal));
});
