// Rounds: staff make, open and close them; practices sign up; dashboards say what is next.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';
import { accounts, statePath } from '../lib/instance.mjs';
import { signedInStaff } from '../lib/staff.mjs';
import { lines as rows } from '../lib/sql.mjs';

const person = (mail) => accounts().find((a) => a.email.includes(mail));
const signedIn = async (mail) => {
	const client = new Client();
	await client.signIn(person(mail));
	return client;
};

const day = (fromNow) => new Date(Date.now() + fromNow * 864e5).toISOString().slice(0, 10);
const name = `Trial Round ${process.pid}`;
const roundForm = { name, opens: day(1), closes: day(140), reports_expected: '' };
const id = (answer) => answer.location.split('/').pop();

let staff, round;

before(async () => {
	staff = await signedInStaff();
});

after(() => rows(`UPDATE round SET release_by_hand = FALSE WHERE id = ${round}`));

/** What a refused form says, and that it kept what was typed. */
async function refused(client, path, values, says) {
	const answer = await client.submit(await client.get(path), values, path);
	assert.equal(answer.status, 422, `${JSON.stringify(values)}: ${answer.text.slice(0, 200)}`);
	assert.match(answer.text, says);
	return answer;
}

test('a round with bad input is refused with a message each', async () => {
	const at = '/staff/rounds/new';
	await refused(staff, at, { ...roundForm, name: '' }, /Name is needed/);
	await refused(staff, at, { ...roundForm, name: 'x'.repeat(81) }, /Name is too long/);
	await refused(staff, at, { ...roundForm, opens: '2027-02-30' }, /must be a day of the calendar/);
	await refused(staff, at, { ...roundForm, closes: day(-2) }, /must come after the first day/);
	await refused(staff, at, { ...roundForm, closes: day(500) }, /more than a year/);
	await refused(staff, at, { ...roundForm, reports_expected: day(3) }, /after the last day/);
	await refused(staff, at, { ...roundForm, row_0_from: '3' }, /begin at 0 or 1/);
	await refused(staff, at, { ...roundForm, row_1_from: '30' }, /must rise from row to row/);
	await refused(staff, at, { ...roundForm, row_2_charts: '2' }, /must not fall/);
	await refused(staff, at, { ...roundForm, row_2_charts: '' }, /Row 3 of the chart counts/);
	await refused(staff, at, { ...roundForm, row_2_charts: '9e9' }, /Row 3 of the chart counts/);
	const all = await refused(staff, at, { name: '', opens: '', closes: '', row_1_from: '0' }, /must rise/);
	assert.match(all.text, /Please correct these 4 things/);
	const kept = await refused(staff, at, { ...roundForm, name: '', row_6_from: '44', row_6_charts: '99' }, /Name/);
	assert.match(kept.html, /value="44"/);
	assert.equal(rows(`SELECT id FROM round WHERE name = '${name}'`).length, 0);
});

test('a round needs a module beside Core', async () => {
	const page = await staff.get('/staff/rounds/new');
	const none = Object.fromEntries(
		[...page.html.matchAll(/name="(module_\w+)"/g)].map(([, field]) => [field, null]),
	);
	await refused(staff, '/staff/rounds/new', { ...roundForm, ...none }, /at least one module beside Core/);
	await refused(staff, '/staff/rounds/new', { ...roundForm, module_NOSUCH: 'yes' }, /must be among those/);
});

test('a good round is planned, with reports three weeks after it', async () => {
	const made = await staff.submit(await staff.get('/staff/rounds/new'), roundForm);
	assert.equal(made.status, 303);
	round = id(made);
	const page = await staff.follow(made);
	assert.match(page.text, /The round is made/);
	assert.match(page.text, /Open the round/);
	const [line] = rows(`SELECT state, reports_expected FROM round WHERE id = ${round}`);
	assert.equal(line, `planned\t${day(161)}`);
	await refused(staff, '/staff/rounds/new', roundForm, /a round of that name already/);
});

test('nobody signs up for a planned round', async () => {
	const practice = await signedIn('nakagawa');
	const page = await practice.get(`/rounds/${round}`);
	assert.match(page.text, /You can sign up here from/);
	const early = await practice.post(`/rounds/${round}/join`, { ...token(page), track: 'standard' });
	assert.equal(early.status, 409);
});

/** The token of a page, for forms that it does not hold. */
function token(page) {
	return { _csrf: page.html.match(/name="_csrf" value="([^"]*)"/)[1] };
}

test('opening it twice opens it once', async () => {
	const page = await staff.get(`/staff/rounds/${round}`);
	const first = await staff.follow(await staff.submit(page, {}, '/open'));
	assert.match(first.text, /The round is open/);
	const second = await staff.follow(await staff.submit(page, {}, '/open'));
	assert.match(second.text, /moved this round on already/);
	const [lines] = rows(`SELECT COUNT(*) FROM audit WHERE action = 'round_opened' AND detail = 'round:${round}'`);
	assert.equal(lines, '1');
});

test('a standard sign-up: errors first, then Core and one more', async () => {
	const practice = await signedIn('nakagawa');
	const at = `/rounds/${round}`;
	await refused(practice, at, { track: 'standard', fte: '4' }, /at least one more module beside Core/);
	await refused(practice, at, { track: 'standard', fte: '', module_SMT: 'yes' }, /FTE oncologists is needed/);
	await refused(practice, at, { track: 'standard', fte: '0', module_SMT: 'yes' }, /must be more than 0/);
	await refused(practice, at, { track: 'standard', fte: 'four', module_SMT: 'yes' }, /must be a number/);
	await refused(practice, at, { track: 'certification', fte: '4' }, /at least one disease module/);
	await refused(practice, at, { track: 'fellowship', fte: '4' }, /registered as a fellowship program/);
	await refused(practice, at, { track: 'gold', fte: '4' }, /one of the choices/);
	await refused(practice, at, { track: 'standard', fte: '4', module_REGISTRY: 'yes' }, /must be among those/);
	const all = await refused(practice, at, { track: 'standard', fte: 'x' }, /must be a number/);
	assert.match(all.text, /at least one more module/);
	assert.equal(rows(`SELECT id FROM entry WHERE round_id = ${round}`).length, 0);

	const page = await practice.get(at);
	const values = { track: 'standard', fte: '3.91', module_BREAST: 'yes' };
	const joined = await practice.follow(await practice.submit(page, values));
	assert.match(joined.text, /You are signed up for the round/);
	assert.match(joined.text, /0 of 40 Core charts done/);
	const again = await practice.follow(await practice.submit(page, values));
	assert.match(again.text, /signed up already/);
	assert.deepEqual(
		rows(`SELECT e.track, e.fte, m.module, m.required FROM entry e
		       JOIN entry_module m ON m.entry_id = e.id WHERE e.round_id = ${round} ORDER BY m.module`),
		['standard\t4\tBREAST\t40', 'standard\t4\tCORE\t40'],
	);
});

test('a fellowship program brings ten charts a fellow', async () => {
	const program = await signedIn('novak');
	const at = `/rounds/${round}`;
	await refused(program, at, { track: 'fellowship', fte: '9', fellows: '' }, /Number of fellows is needed/);
	await refused(program, at, { track: 'fellowship', fte: '9', fellows: '1.5' }, /whole number/);
	const page = await program.get(at);
	assert.match(page.text, /With 9.0 FTE: 48 charts a module/);
	const values = { track: 'fellowship', fte: '9', fellows: '3', module_EOL: 'yes' };
	const joined = await program.follow(await program.submit(page, values));
	assert.match(joined.text, /0 of 30 Core charts done/);
	assert.deepEqual(
		rows(`SELECT m.module, m.required FROM entry e JOIN entry_module m ON m.entry_id = e.id
		       WHERE e.round_id = ${round} AND e.track = 'fellowship' ORDER BY m.module`),
		['CORE\t30', 'EOL\t48', 'SMT\t30'],
	);
});

test('modules come and go while no chart is in them', async () => {
	const practice = await signedIn('nakagawa');
	const at = `/rounds/${round}/modules`;
	await refused(practice, at, { module_BREAST: null }, /at least one more module beside Core/);
	const changed = await practice.follow(
		await practice.submit(await practice.get(at), { module_BREAST: null, module_SMT: 'yes' }),
	);
	assert.match(changed.text, /Your sign-up is changed/);
	assert.match(changed.text, /Symptom and Toxicity Management 0 of 40/);
	assert.doesNotMatch(changed.text, /Breast/);

	rows(`INSERT INTO chart (practice_id, round_id, number, state, created_by, created_at)
	      SELECT practice_id, round_id, 1, 'open', joined_by, NOW() FROM entry
	       WHERE round_id = ${round} AND track = 'standard';
	      INSERT INTO chart_module SELECT id, practice_id, 'SMT' FROM chart WHERE round_id = ${round}`);
	const page = await practice.get(at);
	assert.match(page.text, /stays: one chart is in it/);
	await practice.submit(page, { module_SMT: null, module_CRC: 'yes' });
	assert.deepEqual(
		rows(`SELECT m.module FROM entry e JOIN entry_module m ON m.entry_id = e.id
		       WHERE e.round_id = ${round} AND e.track = 'standard' ORDER BY m.module`),
		['CORE', 'CRC', 'SMT'],
	);
});

test('who may not sign up is told who may; what is not theirs is not there', async () => {
	const viewer = await signedIn('brandt');
	const page = await viewer.get(`/rounds/${round}`);
	assert.match(page.text, /corresponding physician or administrative contact can do that/);
	const tried = await viewer.post(`/rounds/${round}/join`, { ...token(page), track: 'standard', fte: '4' });
	assert.equal(tried.status, 404);
	assert.equal((await viewer.get(`/rounds/${round}/modules`)).status, 404);
	assert.equal((await viewer.get('/rounds/999999')).status, 404);
	assert.equal((await viewer.get('/rounds/0x1')).status, 404);
	assert.equal((await viewer.get(`/staff/rounds/${round}`)).status, 404);
	const [owned] = rows(`SELECT id FROM chart WHERE round_id = ${round}`);
	assert.equal((await viewer.get(`/charts/${owned}`)).status, 404);
	const manager = await signedIn('okafor');
	assert.equal((await manager.get(`/rounds/${round}/modules`)).status, 404);
});

/** Statements of the newest dashboard requests, from the request log. */
function dashboardStatements() {
	const log = readFileSync(statePath('log', 'web.log'), 'utf8');
	return [...log.matchAll(/path="\/dashboard" status=200 .*statements=(\d+)/g)].map(([, n]) => Number(n));
}

test('a dashboard that did not change costs one statement at most', async () => {
	const practice = await signedIn('whitaker');
	const known = dashboardStatements().length;
	for (let i = 0; i < 40; i++) {
		const page = await practice.get('/dashboard');
		assert.match(page.text, /What to do next/);
	}
	let counted = [];
	for (let i = 0; i < 50 && counted.length < 40; i++) {
		counted = dashboardStatements().slice(known);
		await pause(20);
	}
	assert.ok(counted.filter((n) => n <= 1).length >= 20, `statements: ${counted.join(' ')}`);
});

test('dashboards say what is next, and change with the round', async () => {
	const practice = await signedIn('nakagawa');
	const page = await practice.get('/dashboard');
	assert.match(page.text, new RegExp(`${name} Open for abstraction`));
	assert.match(page.text, /Core 0 of 40/);
	const waiting = await signedIn('delgado');
	assert.match((await waiting.get('/dashboard')).text, /ASCO staff are looking at your registration/);
	assert.match((await waiting.get(`/rounds/${round}`)).text, /have not approved your practice yet/);
});

test('closing twice makes one set of jobs, and nothing more can be changed', async () => {
	const practice = await signedIn('nakagawa');
	const modules = await practice.get(`/rounds/${round}/modules`);
	rows(`UPDATE round SET release_by_hand = TRUE WHERE id = ${round}`); // it stays closed
	const page = await staff.get(`/staff/rounds/${round}`);
	const answers = await Promise.all([staff.submit(page, {}, '/close'), staff.submit(page, {}, '/close')]);
	assert.deepEqual(answers.map((answer) => answer.status), [303, 303]);
	assert.match((await staff.get(`/staff/rounds/${round}`)).text, /report workers score this round/);
	const jobs = rows(`SELECT kind, COUNT(*) FROM job WHERE kind IN ('score', 'aggregate')
	       AND (subject = 'round:${round}' OR subject LIKE 'round:${round}/%') GROUP BY kind ORDER BY kind`);
	assert.deepEqual(jobs, ['aggregate\t1', 'score\t1'], 'both practices in one job');
	const [closed] = rows(`SELECT COUNT(*) FROM audit WHERE action = 'round_closed' AND detail = 'round:${round}'`);
	assert.equal(closed, '1');

	const late = await practice.submit(modules, { module_EOL: 'yes' });
	assert.equal(late.status, 409);
	assert.match((await practice.get(`/rounds/${round}`)).text, /(closed and being scored|reports of this round)/);
	const other = await signedIn('okafor');
	assert.match((await other.get(`/rounds/${round}`)).text, /Your practice did not take part/);
});

test('the staff dashboard says what waits', async () => {
	const page = await staff.get('/dashboard');
	assert.match(page.text, /practices? waits? for approval/);
	assert.match(page.text, new RegExp(name));
});
