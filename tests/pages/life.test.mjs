// The life of a round: it moves by its dates, practices get more time and are reminded.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { statePath } from '../lib/instance.mjs';
import { waitForMail } from '../lib/mail.mjs';
import { day, enter, makeRound, person, practiceOf } from '../lib/rounds.mjs';
import { one, runNow, sql, until } from '../lib/sql.mjs';
import { signedInStaff } from '../lib/staff.mjs';

const signedIn = async (mail) => {
	const client = new Client();
	await client.signIn(person(mail));
	return client;
};
const token = (page) => page.html.match(/name="_csrf" value="([^"]*)"/)[1];

let staff;

before(async () => {
	staff = await signedInStaff();
});

const stateOf = (round) => `SELECT state FROM round WHERE id = ${round}`;
test('rounds open on their first day and close the day after their last', async () => {
	const opening = makeRound('planned', day(0), day(30));
	const coming = makeRound('planned', day(1), day(30));
	const missed = makeRound('planned', day(-30), day(-1));
	const lastDay = makeRound('open', day(-30), day(0));
	const over = makeRound('open', day(-30), day(-1));
	enter(over, 'nakagawa');
	await runNow('schedule');
	const states = [opening, coming, missed, lastDay].map((round) => one(stateOf(round)));
	assert.deepEqual(states, ['open', 'planned', 'planned', 'open']);
	await until(stateOf(over), 'released');
	await runNow('schedule');
	const told = one(`SELECT action, COALESCE(account_id, 'program') FROM audit
	                   WHERE detail IN ('round:${opening}', 'round:${over}') ORDER BY id`);
	assert.equal(told, 'round_opened program round_closed program round_released program');
	sql(`DELETE FROM round_module WHERE round_id IN (${coming}, ${missed});
	     DELETE FROM round_chart_count WHERE round_id IN (${coming}, ${missed});
	     DELETE FROM round WHERE id IN (${coming}, ${missed});
	     UPDATE round SET state = 'released' WHERE id IN (${opening}, ${lastDay})`);
});

test('practices sign up before abstraction opens, and have no charts yet', async () => {
	const round = makeRound('planned', day(10), day(60));
	const practice = await signedIn('novak');
	assert.match((await practice.get(`/rounds/${round}`)).text, new RegExp(`You can sign up here from`));
	sql(`UPDATE round SET registers = '${day(0)}' WHERE id = ${round}`);
	await runNow('schedule');
	assert.equal(one(stateOf(round)), 'registration');
	const form = await practice.get(`/rounds/${round}`);
	assert.match(form.text, /Sign-up from/);
	const joined = await practice.submit(form, { track: 'standard', module_SMT: 'yes', fte: '4' }, '/join');
	const own = await practice.follow(joined);
	assert.match(own.text, /Abstraction opens on/);
	assert.match((await practice.get('/dashboard')).text, /Open for sign-up/);
	const early = await practice.post(`/rounds/${round}/charts`, { _csrf: token(own), module_SMT: 'yes' });
	assert.equal(early.status, 409);
	assert.equal((await practice.get(`/rounds/${round}/modules`)).status, 200);
	sql(`UPDATE round SET opens = '${day(0)}' WHERE id = ${round}`);
	await runNow('schedule');
	assert.equal(one(stateOf(round)), 'open');
	const made = await practice.submit(await practice.get(`/rounds/${round}/charts`), { module_SMT: 'yes' }, '/charts');
	assert.equal(made.status, 303, made.text);
	sql(`UPDATE round SET state = 'released' WHERE id = ${round}`);
});

test('staff open sign-up by hand, and a closed sign-up takes nobody', async () => {
	const round = makeRound('planned', day(10), day(60), `UPDATE round SET registers = '${day(5)}' WHERE id = @round;`);
	const page = await staff.get(`/staff/rounds/${round}`);
	const opened = await staff.follow(await staff.submit(page, {}, '/register'));
	assert.match(opened.text, /Practices can sign up for the round now/);
	assert.match((await staff.follow(await staff.submit(page, {}, '/register'))).text, /moved this round on already/);
	const practice = await signedIn('novak');
	const form = await practice.get(`/rounds/${round}`);
	sql(`UPDATE round SET state = 'closed' WHERE id = ${round}`);
	const late = await practice.submit(form, { track: 'standard', module_SMT: 'yes', fte: '4' }, '/join');
	assert.equal(late.status, 409);
	assert.equal(one(`SELECT COUNT(*) FROM entry WHERE round_id = ${round}`), '0');
	sql(`UPDATE round SET state = 'released' WHERE id = ${round}`);
});

test('an archived round is read only, and its report stays with the practice', async () => {
	const round = makeRound('open', day(-30), day(-1));
	enter(round, 'nakagawa');
	await staff.submit(await staff.get(`/staff/rounds/${round}`), {}, '/close');
	await until(stateOf(round), 'released');
	const report = one(`SELECT id FROM report WHERE round_id = ${round}`);
	sql(`UPDATE round SET archives = '${day(0)}' WHERE id = ${round};
	     UPDATE report SET state = 'built' WHERE id = ${report}`);
	await runNow('schedule');
	assert.equal(one(stateOf(round)), 'released', 'a report that is held back goes out first');
	assert.match((await staff.get(`/staff/rounds/${round}`)).text, /but those that are held back/);
	sql(`UPDATE report SET state = 'released' WHERE id = ${report}`);
	await runNow('schedule');
	assert.equal(one(stateOf(round)), 'archived');
	assert.match((await staff.get(`/staff/rounds/${round}`)).text, /The round is archived/);
	const practice = await signedIn('nakagawa');
	const [name] = sql(`SELECT name FROM round WHERE id = ${round}`).flat();
	assert.match((await practice.get('/dashboard')).text, new RegExp(name));
	assert.equal((await practice.get(`/reports/${report}`)).status, 200);
	assert.match((await practice.get(`/rounds/${round}`)).text, /its report stays here/);
	assert.doesNotMatch((await new Client().get('/')).text, new RegExp(name));
	assert.equal(one(`SELECT action FROM audit WHERE detail = 'round:${round}' ORDER BY id`),
		'round_closed round_released round_archived');
});

test('staff keep a round in their own hands, and an audit line says so', async () => {
	const round = makeRound('open', day(-30), day(0));
	const page = await staff.get(`/staff/rounds/${round}`);
	assert.match(page.text, /after it the round closes by itself/);
	const saved = await staff.follow(await staff.submit(page, { by_dates: null }, '/settings'));
	assert.match(saved.text, /The settings of the round are saved/);
	assert.doesNotMatch(saved.text, /closes by itself/);
	sql(`UPDATE round SET closes = '${day(-1)}' WHERE id = ${round}`);
	await runNow('schedule');
	assert.equal(one(stateOf(round)), 'open');
	assert.equal(one(`SELECT COUNT(*) FROM audit WHERE action = 'round_by_dates' AND detail = 'round:${round} off'`), '1');
	sql(`UPDATE round SET state = 'released' WHERE id = ${round}`);
});

test('a practice with more time abstracts on; all are scored when it has ended', async () => {
	const round = makeRound('open', day(-30), day(-1));
	enter(round, 'nakagawa');
	enter(round, 'novak');
	const at = `/staff/rounds/${round}`;
	const page = await staff.get(at);
	const practice = practiceOf('nakagawa');
	const wrong = [
		[{ practice, until: day(-1), reason: 'Flood' }, /must come after the last day of the round/],
		[{ practice, until: day(90), reason: 'Flood' }, /at most 60 days after/],
		[{ practice, until: day(5), reason: '' }, /Reason is needed/],
		[{ practice: practiceOf('okafor'), until: day(5), reason: 'Flood' }, /must be one that signed up/],
	];
	for (const [values, says] of wrong) {
		const answer = await staff.submit(page, values, '/extensions');
		assert.equal(answer.status, 422);
		assert.match(answer.text, says);
	}
	const granted = await staff.follow(await staff.submit(page, { practice, until: day(5), reason: 'Flood <b>' }, '/extensions'));
	assert.match(granted.text, /The practice has more time/);
	assert.match(granted.text, /Flood <b>/);
	const [name] = sql(`SELECT name FROM round WHERE id = ${round}`).flat();
	const mail = await waitForMail({ to: 'nakagawa', subject: `More time for ${name}:` });
	assert.match(mail.body, /Their reason: Flood <b>/);

	await runNow('schedule');
	const jobs = `SELECT COUNT(*) FROM job WHERE subject LIKE 'round:${round}/%' OR subject = 'round:${round}'`;
	assert.deepEqual([one(stateOf(round)), one(jobs)], ['closed', '0']);
	assert.match((await staff.get(at)).text, /waits for practices with more time/);
	const other = await signedIn('novak');
	assert.match((await other.get(`/rounds/${round}`)).text, /closed and being scored/);
	const mine = await signedIn('nakagawa');
	assert.match((await mine.get('/dashboard')).text, /more time for your practice/);
	assert.match((await mine.get(`/rounds/${round}`)).text, /given your practice more time/);
	const charts = await mine.get(`/rounds/${round}/charts`);
	const made = await mine.submit(charts, { module_SMT: 'yes' }, '/charts');
	assert.equal(made.status, 303, made.text);
	const shut = await other.post(`/rounds/${round}/charts`, { _csrf: token(await other.get('/dashboard')) });
	assert.equal(shut.status, 409);

	sql(`UPDATE extension SET until = '${day(-1)}' WHERE round_id = ${round}`);
	assert.equal((await mine.submit(charts, { module_SMT: 'yes' }, '/charts')).status, 409);
	await runNow('schedule');
	await until(stateOf(round), 'released');
	const told = one(`SELECT action FROM audit WHERE detail = 'round:${round}' ORDER BY id`);
	assert.equal(told, 'extension_granted round_closed extension_ended round_released');
	assert.match((await staff.get(at)).text, /Flood <b>/);
	const late = await staff.submit(page, { practice, until: day(9), reason: 'Late' }, '/extensions');
	assert.match((await staff.follow(late)).text, /moved this round on already/);
});

test('staff end an extension before its day', async () => {
	const round = makeRound('open', day(-30), day(-1));
	enter(round, 'nakagawa');
	const page = await staff.get(`/staff/rounds/${round}`);
	const values = { practice: practiceOf('nakagawa'), until: day(5), reason: 'Flood' };
	const granted = await staff.follow(await staff.submit(page, values, '/extensions'));
	await staff.submit(granted, {}, '/close');
	assert.equal(one(`SELECT COUNT(*) FROM job WHERE subject = 'round:${round}'`), '0');
	const end = `/extensions/${values.practice}/end`;
	assert.match((await staff.follow(await staff.submit(granted, {}, end))).text, /The extension is ended/);
	await until(stateOf(round), 'released');
	assert.match((await staff.follow(await staff.submit(granted, {}, end))).text, /moved this round on already/);
});

test('reminders go out 14, 7 and 2 days before the last day, each once, with what is missing', async () => {
	const round = makeRound('open', day(-30), day(20));
	enter(round, 'okafor', 2);
	sql(`UPDATE entry_module SET required = 0 WHERE module = 'SMT' AND entry_id =
	     (SELECT id FROM entry WHERE round_id = ${round})`);
	const [name] = sql(`SELECT name FROM round WHERE id = ${round}`).flat();
	const sent = `SELECT GROUP_CONCAT(days ORDER BY days) FROM reminder WHERE round_id = ${round}`;
	const letters = `SELECT COUNT(*) FROM outbox WHERE subject LIKE '${name}:%'`;
	const closesIn = async (days) => {
		sql(`UPDATE round SET closes = '${day(days)}' WHERE id = ${round}; UPDATE reminder SET closes = '${day(days)}'
		     WHERE round_id = ${round}`);
		await runNow('remind');
		await runNow('remind');
	};
	const people = Number(one(`SELECT COUNT(*) FROM membership WHERE role <> 'viewer' AND practice_id = ${practiceOf('okafor')}`));
	await closesIn(15);
	assert.equal(one(letters), '0');
	await closesIn(13); // the workers were down on the day itself
	assert.equal(one(letters), String(people));
	const mail = await waitForMail({ to: 'rivera', subject: `${name}: 13 days left` });
	assert.match(mail.body, /Core: 0 of 2 done/);
	assert.doesNotMatch(mail.body, /Symptom/);
	await closesIn(7);
	await closesIn(5);
	await closesIn(2);
	assert.deepEqual([one(sent), one(letters)], ['2,7,14', String(3 * people)]);
	await closesIn(1);
	assert.equal(one(letters), String(3 * people));
	sql(`UPDATE round SET state = 'released' WHERE id = ${round}`);
});

/** How many statements the newest run of a recurring job took, by the log. */
function statementsOf(kind) {
	const log = readFileSync(statePath('log', 'worker.log'), 'utf8');
	return Number([...log.matchAll(new RegExp(`kind=${kind} .*statements=(\\d+)`, 'g'))].at(-1)[1]);
}

test('reminding many practices takes no more statements than reminding one', async () => {
	const remind = async (...people) => {
		const round = makeRound('open', day(-30), day(7));
		people.forEach((mail) => enter(round, mail));
		await runNow('remind');
		sql(`UPDATE round SET state = 'released' WHERE id = ${round}`);
		return round;
	};
	await runNow('remind'); // whom others left to be reminded
	await remind('novak');
	const few = statementsOf('remind');
	const round = await remind('nakagawa', 'novak', 'okafor');
	assert.equal(statementsOf('remind'), few);
	const [name] = sql(`SELECT name FROM round WHERE id = ${round}`).flat();
	assert.equal(one(`SELECT COUNT(DISTINCT recipient) - COUNT(*) FROM outbox WHERE subject LIKE '${name}:%'`), '0');
	assert.equal(one(`SELECT COUNT(*) FROM outbox o JOIN job j ON j.kind = 'mail' AND j.subject = CONCAT('mail:', o.id)
	                   WHERE o.subject LIKE '${name}:%'`), one(`SELECT COUNT(*) FROM entry e JOIN membership m USING (practice_id)
	                   WHERE e.round_id = ${round} AND m.role <> 'viewer'`));
});

test('a practice that has all of its charts is not reminded', async () => {
	const round = makeRound('open', day(-30), day(2));
	enter(round, 'okafor', 0);
	const [name] = sql(`SELECT name FROM round WHERE id = ${round}`).flat();
	await runNow('remind');
	assert.equal(one(`SELECT COUNT(*) FROM outbox WHERE subject LIKE '${name}:%'`), '0');
	sql(`UPDATE round SET state = 'released' WHERE id = ${round}`);
});

test('staff look at reports first, hold one back, release the others, then that one', async () => {
	const round = makeRound('open', day(-30), day(30));
	enter(round, 'nakagawa');
	enter(round, 'novak');
	const at = `/staff/rounds/${round}`;
	await staff.submit(await staff.get(at), { by_dates: 'yes', by_hand: 'yes' }, '/settings');
	await staff.submit(await staff.get(at), {}, '/close');
	const reports = (state) => `SELECT COUNT(*) FROM report WHERE round_id = ${round} AND state = '${state}'`;
	await until(`SELECT GROUP_CONCAT(kind) FROM job WHERE subject LIKE 'round:${round}%' AND state <> 'done'
	             GROUP BY 'all' HAVING MAX(kind) = 'release'`, 'release');
	assert.deepEqual([one(stateOf(round)), one(reports('built'))], ['closed', '2']);

	const page = await staff.get(at);
	assert.match(page.text, /Look at reports, then release them/);
	const [, held] = page.html.match(/href="(\/staff\/reports\/\d+)">Harborview/);
	assert.match((await staff.get(held)).text, /Performance report/);
	assert.match((await staff.follow(await staff.submit(page, {}, `${held}/hold`))).text, /The report is held back/);
	assert.match((await staff.follow(await staff.submit(page, {}, `${at}/release`))).text, /go out as soon as/);
	await until(stateOf(round), 'released');
	assert.deepEqual([one(reports('built')), one(reports('released'))], ['1', '1']);
	const own = held.replace('/staff', '');
	const practice = await signedIn('nakagawa');
	assert.equal((await practice.get(own)).status, 404);

	const [name] = sql(`SELECT name FROM round WHERE id = ${round}`).flat();
	const letters = `SELECT COUNT(*) FROM outbox WHERE recipient LIKE '%nakagawa%' AND subject LIKE '%${name} is ready'`;
	assert.equal(one(letters), '0');
	const after = await staff.get(at);
	assert.match(after.text, /Held back/);
	await staff.submit(after, {}, `${held}/release`);
	await until(reports('released'), '2');
	assert.equal((await practice.get(own)).status, 200);
	assert.equal(one(letters), '1');
	const told = one(`SELECT action FROM audit WHERE detail LIKE 'round:${round}%' AND action LIKE '%re%' ORDER BY id`);
	assert.equal(told, 'round_release_by_hand report_held release_ordered round_released report_let_go report_released');
});

test('an announcement stands on dashboards on its days, until it is taken back', async () => {
	const title = `Maintenance ${process.pid}`;
	const values = { title, body: 'On Sunday <i>at noon</i>', shown_from: day(0), shown_until: day(3) };
	const practice = await signedIn('okafor');
	await practice.get('/dashboard');
	const page = await staff.get('/staff/announcements');
	const wrong = [[{ title: '' }, /Title is needed/], [{ shown_until: day(-1) }, /must not come before/],
		[{ shown_from: day(-3), shown_until: day(-1) }, /nobody would see it/]];
	for (const [change, says] of wrong) {
		const answer = await staff.submit(page, { ...values, ...change }, '/staff/announcements');
		assert.equal(answer.status, 422);
		assert.match(answer.text, says);
	}
	assert.match((await staff.follow(await staff.submit(page, values, '/staff/announcements'))).text, /It stands on the dashboards/);
	const coming = { ...values, title: `Coming ${process.pid}`, shown_from: day(1) };
	const list = await staff.follow(await staff.submit(page, coming, '/staff/announcements'));
	const dashboard = await practice.get('/dashboard');
	assert.match(dashboard.text, new RegExp(`${title} On Sunday <i>at noon</i>`));
	assert.doesNotMatch(dashboard.text, /Coming \d/);
	const [[id]] = sql(`SELECT id FROM announcement WHERE title = '${title}'`);
	await staff.submit(list, {}, `/staff/announcements/${id}/end`);
	assert.doesNotMatch((await practice.get('/dashboard')).text, /Maintenance/);
	assert.match((await staff.get('/staff/announcements')).text, /Taken back/);
	sql(`DELETE FROM announcement WHERE title LIKE '% ${process.pid}'`);
	assert.equal(one(`SELECT GROUP_CONCAT(action ORDER BY id) FROM audit WHERE detail = 'announcement:${id}'`), 'announced,announcement_ended');
});
