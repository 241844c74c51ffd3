// Performance reports: the figures against another way of working them out (the answers
// through `qopi evaluate`, counted here), and who may read them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from '../lib/client.mjs';
import { textOf } from '../lib/forms.mjs';
import { accounts, statePath } from '../lib/instance.mjs';
import { linkOf, waitForMail } from '../lib/mail.mjs';
import { readReport, readUnits } from '../lib/report_page.mjs';
import { sql, until } from '../lib/sql.mjs';
import { signedInStaff } from '../lib/staff.mjs';

const qopi = `${process.env.MYQOPI_PROGRAMS ?? fileURLToPath(new URL('../../fcgi', import.meta.url))}/qopi`;
const practiceMail = 'okafor@lakeside';
const fellowshipMail = 'lindqvist@riverbend';
const person = (mail) => accounts().find((a) => a.email.includes(mail));
const signedIn = async (mail) => {
	const client = new Client();
	await client.signIn(person(mail));
	return client;
};

let round, charts, outcomes;

/** Outcomes by chart and measure, worked out by `qopi evaluate` from the answers. */
function evaluate() {
	const answers = new Map(charts.map(([id, , , day]) => [id, { abstraction_date: day }]));
	for (const [chart, element, value] of sql(
		`SELECT a.chart_id, a.element, a.value FROM answer a JOIN chart c ON c.id = a.chart_id
		 WHERE c.round_id = ${round} AND c.state = 'complete' AND a.value <> ''`,
	)) {
		answers.get(chart)[element] = value;
	}
	const columns = [...new Set([...answers.values()].flatMap(Object.keys))];
	const lines = [...answers].map(([id, a]) => [id, ...columns.map((c) => a[c] ?? '')].join(','));
	const input = [['chart_id', ...columns].join(','), ...lines, ''].join('\n');
	const out = execFileSync(qopi, ['evaluate'], {
		input,
		maxBuffer: 1 << 28,
		cwd: fileURLToPath(new URL('../..', import.meta.url)),
	}).toString();
	const found = new Map();
	for (const line of out.trim().split('\n').slice(1)) {
		const [chart, measure, outcome] = line.split(',');
		found.set(`${chart} ${measure}`, outcome.trim());
	}
	return found;
}

/** Of these charts that were abstracted for a module: { met, of } of a measure of it. */
function count(some, module, measure) {
	const said = some
		.filter(([, , modules]) => modules.split(' ').includes(module))
		.map(([id]) => outcomes.get(`${id} ${measure}`));
	const met = said.filter((o) => o === 'met').length;
	return { met, of: met + said.filter((o) => o === 'not_met').length };
}

const percent = ({ met, of }) => `${(Math.round((met / of) * 1000) / 10).toFixed(1)} %`;

/** What a report shows for all practices, by the small-number rule (5 and 20, or 3 and 20). */
function together(practices, module, measure, least) {
	const parts = practices.map((p) => count(charts.filter((c) => c[1] === p), module, measure));
	const all = parts.reduce((s, p) => ({ met: s.met + p.met, of: s.of + p.of }), { met: 0, of: 0 });
	const who = least === 3 ? 'program' : 'practice';
	if (parts.filter((p) => p.of > 0).length < least) return `Too few ${who}s to show`;
	if (all.of < 20) return 'Too few charts to show';
	if (Math.max(...parts.map((p) => p.of)) > all.of / 2) return `Not shown: most charts are of one ${who}`;
	return `${percent(all)} of ${all.of}`;
}

/** The report of the demonstration's round; other tests may have closed rounds since. */
async function openReport(client) {
	const list = await client.get('/reports');
	const ofRound = sql(`SELECT CONCAT('/reports/', id) FROM report WHERE round_id = ${round}`).flat();
	const path = [...list.html.matchAll(/href="(\/reports\/\d+)"/g)].map(([, to]) => to)
		.find((to) => ofRound.includes(to));
	assert.ok(path, list.text);
	const page = await client.get(path);
	assert.equal(page.status, 200);
	return page;
}

function checkReport(page, practice, fellowship) {
	const entered = sql(`SELECT practice_id FROM entry WHERE round_id = ${round}`).flat();
	const programs = sql(
		`SELECT e.practice_id FROM entry e JOIN practice p ON p.id = e.practice_id
		 WHERE e.round_id = ${round} AND p.kind = 'fellowship'`,
	).flat();
	const own = charts.filter((c) => c[1] === practice);
	const lines = readReport(page.html);
	assert.ok(lines.length > 20, `${lines.length} measures`);
	for (const line of lines) {
		const mine = count(own, line.module, line.number);
		assert.equal(line.met, `${mine.met} of ${mine.of}`, line.number);
		if (mine.of === 0) assert.equal(line.rate, 'No rate', line.number);
		else assert.ok(line.rate.startsWith(percent(mine)), `${line.number}: ${line.rate}`);
		assert.equal(line.all, together(entered, line.module, line.number, 5), line.number);
		if (fellowship) {
			assert.equal(line.fellowship, together(programs, line.module, line.number, 3), line.number);
		}
	}
	return lines;
}

before(async () => {
	[[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	// The demonstration's charts say that they were abstracted ten days before the last day.
	charts = sql(
		`SELECT c.id, c.practice_id, (SELECT GROUP_CONCAT(m.module SEPARATOR ' ') FROM chart_module m
		  WHERE m.chart_id = c.id), r.closes - INTERVAL 10 DAY
		 FROM chart c JOIN round r ON r.id = c.round_id
		 WHERE c.round_id = ${round} AND c.state = 'complete'`,
	);
	outcomes = evaluate();
});

test('a report shows the figures that the answers give', async () => {
	const client = await signedIn(practiceMail);
	const page = await openReport(client);
	const [[practice]] = sql(
		`SELECT m.practice_id FROM membership m JOIN account a ON a.id = m.account_id
		 WHERE a.email = '${person(practiceMail).email}'`,
	);
	const lines = checkReport(page, practice, false);
	assert.ok(lines.some((l) => l.all.includes('%')), 'no aggregate is shown at all');
	assert.match(page.text, /How to read this report/);
	assert.match(page.text, /with the measure definitions [0-9a-f]{12}\b/);
});

/** The figures of each unit against its own charts: `key` gives what a chart names, by level. */
function checkUnits(page, practice, key) {
	const own = charts.filter((c) => c[1] === practice);
	const units = readUnits(page.html);
	const modules = new Map(readReport(page.html).map((l) => [l.number, l.module]));
	assert.ok(units.length > 1);
	for (const unit of units) {
		const theirs = own.filter(([id]) => key(unit.level, id) === unit.name);
		assert.ok(theirs.length > 0, unit.name);
		assert.equal(unit.charts, theirs.length, unit.name);
		for (const line of unit.lines) {
			const { met, of } = count(theirs, modules.get(line.number), line.number);
			assert.equal(line.met, `${met} of ${of}`, `${unit.name}: ${line.number}`);
			if (of > 0) assert.ok(line.rate.startsWith(percent({ met, of })), `${unit.name}: ${line.number}`);
			if (of > 0 && of < 10) assert.ok(['Too few to tell', 'Not compared'].includes(line.all), line.all);
		}
	}
}

/** What each chart of the round names: its site, its physician, and who abstracted it. */
function namesOfCharts() {
	const names = new Map(sql(`SELECT c.id, s.name, p.name, a.name FROM chart c
		LEFT JOIN practice_site s ON s.id = c.site_id LEFT JOIN physician p ON p.id = c.physician_id
		LEFT JOIN account a ON a.id = c.abstractor_id WHERE c.round_id = ${round}`).map(([id, ...names]) => [id, names]));
	return (level, id) => names.get(id)[['site', 'physician', 'fellow'].indexOf(level)];
}

test('sites, physicians and fellows have the figures of their own charts', async () => {
	for (const [mail, name] of [[practiceMail, 'Lakeside%'], [fellowshipMail, 'Riverbend%']]) {
		const [[practice]] = sql(`SELECT id FROM practice WHERE name LIKE '${name}'`);
		checkUnits(await openReport(await signedIn(mail)), practice, namesOfCharts());
	}
});

test("a fellowship program's report has the fellowship aggregate beside the national one", async () => {
	const page = await openReport(await signedIn(fellowshipMail));
	const [[practice]] = sql(
		`SELECT m.practice_id FROM membership m JOIN account a ON a.id = m.account_id
		 WHERE a.email = '${person(fellowshipMail).email}'`,
	);
	checkReport(page, practice, true);
});

test('a mail says that the report is ready, and its link opens it', async () => {
	const mail = await waitForMail({ to: person(practiceMail).email, subject: 'performance report' });
	const client = await signedIn(practiceMail);
	const page = await client.get(new URL(linkOf(mail, /reports/)).pathname);
	assert.equal(page.status, 200);
	assert.match(page.text, /Performance report/);
});

test('nobody else may read it', async () => {
	const path = (await openReport(await signedIn(practiceMail))).url.pathname;
	for (const other of [await signedIn(fellowshipMail), await signedInStaff()])
		assert.equal((await other.request('GET', path)).status, 404);
	assert.equal((await new Client().request('GET', path)).status, 303);
	const viewer = accounts().find((a) => a.role === 'viewer');
	assert.equal((await (await signedIn(viewer.email)).request('GET', path)).status, 200);
});

const scoresOf = () => sql(`SELECT * FROM score WHERE round_id = ${round} ORDER BY 2, 3`);
const aggregatesOf = () => sql(`SELECT * FROM aggregate WHERE round_id = ${round} ORDER BY 2, 3, 4`);
const reportsOf = () =>
	sql(`SELECT id, practice_id, state, charts FROM report WHERE round_id = ${round} ORDER BY 1`);

test('scoring a closed round a second time gives the same rows once', async () => {
	const before = [scoresOf(), aggregatesOf(), reportsOf()];
	const [[practice]] = sql(`SELECT MIN(practice_id) FROM report WHERE round_id = ${round}`);
	sql(`UPDATE round SET state = 'closed' WHERE id = ${round};
	     UPDATE report SET state = 'built' WHERE round_id = ${round};
	     INSERT INTO chart (practice_id, round_id, number, state, created_by, created_at)
	     SELECT ${practice}, ${round}, 999, 'open', MIN(id), UTC_TIMESTAMP() FROM account;
	     INSERT INTO job (kind, subject, run_after, created_at)
	     SELECT 'score', CONCAT('round:${round}/practice:', practice_id), UTC_TIMESTAMP(), UTC_TIMESTAMP()
	       FROM entry WHERE round_id = ${round};
	     INSERT INTO job (kind, subject, run_after, created_at)
	     VALUES ('aggregate', 'round:${round}', UTC_TIMESTAMP(), UTC_TIMESTAMP())`);
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	assert.deepEqual([scoresOf(), aggregatesOf(), reportsOf()], before);
	const [[page]] = sql(
		`SELECT page FROM report WHERE round_id = ${round} AND practice_id = ${practice}`,
	);
	assert.match(textOf(page), /Charts that were not scored .* number 999/);
	sql(`DELETE FROM chart WHERE practice_id = ${practice} AND round_id = ${round} AND number = 999`);
});

test('jobs about a released round change nothing', async () => {
	const before = [scoresOf(), aggregatesOf(), reportsOf()];
	for (const kind of ['aggregate', 'release']) {
		sql(`INSERT INTO job (kind, subject, run_after, created_at)
		     VALUES ('${kind}', 'round:${round}', UTC_TIMESTAMP(), UTC_TIMESTAMP())`);
	}
	await until(
		`SELECT COUNT(*) FROM job WHERE subject = 'round:${round}' AND state IN ('waiting', 'running')`,
		'0',
	);
	assert.deepEqual([scoresOf(), aggregatesOf(), reportsOf()], before);
});

/** How many statements the last requests for a path took, by the log. */
function statementsOf(path) {
	const log = readFileSync(statePath('log', 'web.log'), 'utf8');
	return [...log.matchAll(new RegExp(`path="${path}" status=200 .*statements=(\\d+)`, 'g'))].map(([, n]) => Number(n));
}

test('a report read again is the same page for one statement at most, packed or not', async () => {
	const reader = await signedIn(practiceMail);
	const [, path] = /href="(\/reports\/\d+)"/.exec((await reader.get('/reports')).html);
	const bare = (page) => page.html.replace(/name="_csrf" value="[^"]*"/g, '');
	const first = await reader.get(path);
	const known = statementsOf(path).length;
	for (let i = 0; i < 20; i++) {
		const again = await reader.get(path, i % 2 ? {} : { headers: { 'accept-encoding': 'identity' } });
		assert.equal(again.headers.get('content-encoding'), i % 2 ? 'gzip' : null);
		assert.equal(bare(again), bare(first));
		assert.notEqual(again.html, first.html, 'the token is a new one each time');
	}
	const counted = statementsOf(path).slice(known);
	assert.ok(counted.some((n) => n <= 1) && counted.every((n) => n <= 2), `statements: ${counted.join(' ')}`);
	const cookie = `session=${reader.cookies.get('session')}`;
	await reader.submit(first, {}, '/logout');
	const after = await new Client().request('GET', path, { headers: { cookie } });
	assert.equal(after.status, 303, 'signing out works at once');
});
