// Which questions a chart is asked is the same wherever it is worked out: in the form as a
// page, in the answer to a save, and in `qopi evaluate --asked`, on 10,000 random charts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { dice, drawChart, wishesOf } from '../elm/charts.mjs';
import { readElements } from '../elm/elements.mjs';
import { Client } from '../lib/client.mjs';
import { sql } from '../lib/sql.mjs';

const count = Number(process.env.COUNT ?? 10_000);
const atOnce = 1000; // charts in the database at a time
const clients = 6;
const plain = { 'accept-encoding': 'identity' }; // packing thousands of forms would take half of the time
const seed = 20260704;
const top = fileURLToPath(new URL('../..', import.meta.url));
const program = `${process.env.MYQOPI_PROGRAMS ?? `${top}/fcgi`}/qopi`;
const dictionary = `${top}/measures/elements.def`;
const elements = readElements(dictionary).filter((e) => e.id !== 'abstraction_date');
const kinds = new Map(elements.map((e) => [e.id, e.type]));
const modulesOf = readModules();
const pairs = ['SMT', 'EOL', 'BREAST', 'CRC', 'NHL', 'NSCLC', 'GYNONC', 'PROSTATE', 'REGISTRY']
	.map((other) => ['CORE', other]);
let visitor, token, round, practice, account, library;

/** By question, the modules whose charts are asked it, in capitals as their ids. */
function readModules() {
	const all = new Map();
	let id;
	for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
		if (line.startsWith('question: ')) id = line.slice(10);
		else if (line.startsWith('\tmodules: ')) all.set(id, line.slice(10).toUpperCase().split(' '));
	}
	return all;
}

function qopi(args, input = '') {
	const run = spawnSync(program, [...args, '--measures', `${top}/measures`],
		{ input, encoding: 'utf8', maxBuffer: 2 ** 30 });
	assert.equal(run.status, 0, run.stderr);
	return run.stdout;
}

before(async () => {
	visitor = new Client();
	const dashboard = await visitor.signIn('abstractor');
	token = /name="_csrf" value="([^"]+)"/.exec(dashboard.html)[1];
	round = /href="\/rounds\/(\d+)\/charts"/.exec(dashboard.html)[1];
	[[practice, account]] = sql(`SELECT m.practice_id, m.account_id FROM membership m
	   JOIN account a ON a.id = m.account_id WHERE a.email LIKE 'rivera@%'`);
	library = JSON.parse(qopi(['elm']));
});
after(takeAway);

function takeAway() {
	const mine = `(SELECT id FROM chart WHERE practice_id = ${practice} AND number >= 100000)`;
	for (const table of ['answer', 'answer_history', 'chart_module'])
		sql(`DELETE FROM ${table} WHERE chart_id IN ${mine}`);
	sql(`DELETE FROM chart WHERE practice_id = ${practice} AND number >= 100000`);
}

/** Random charts, each drawn towards an outcome of a measure. */
function draw() {
	const d = dice(seed);
	const measures = library.library.statements.def.map((s) => s.name)
		.filter((name) => / (Met|Not met|Excluded|Excepted)$/.test(name));
	const wishes = measures.map((name) => wishesOf(library.library, elements, name));
	return Array.from({ length: count }, (_, i) => ({
		number: 100_000 + i,
		modules: pairs[i % pairs.length],
		answers: drawChart(d, elements, kinds, wishes[i % wishes.length]),
	}));
}

const isOf = (chart, id) => modulesOf.get(id).some((m) => chart.modules.includes(m));

/** By chart number, what the program says without a database. */
function byProgram(charts) {
	const lines = [['chart_id', ...elements.map((e) => e.id)], ...charts.map((c) => [
		c.number, ...elements.map((e) => (isOf(c, e.id) ? c.answers[e.id] : '')),
	])];
	const asked = new Map(charts.map((c) => [String(c.number), []]));
	for (const line of qopi(['evaluate', '--asked'], `${lines.join('\n')}\n`).split('\r\n').slice(1)) {
		const [number, id] = line.split(',');
		if (number) asked.get(number).push(id);
	}
	return (chart) => asked.get(String(chart.number)).filter((id) => kinds.has(id) && isOf(chart, id));
}

/** Puts charts into the database, all answers at once; their ids come into them. */
function store(charts) {
	const rows = (list) => list.map((row) => `(${row.join(',')})`).join(',');
	sql(`INSERT INTO chart (practice_id, round_id, number, state, created_by, created_at, abstractor_id)
	     VALUES ${rows(charts.map((c) => [practice, round, c.number, "'open'", account, 'UTC_TIMESTAMP()', account]))}`);
	const ids = new Map(sql(`SELECT number, id FROM chart
	     WHERE practice_id = ${practice} AND number >= ${charts[0].number}`));
	for (const c of charts) c.id = ids.get(String(c.number));
	sql(`INSERT INTO chart_module VALUES ${rows(charts.flatMap((c) =>
		c.modules.map((m) => [c.id, practice, `'${m}'`])))}`);
	const answers = charts.flatMap((c) => elements
		.filter((e) => c.answers[e.id] && isOf(c, e.id))
		.map((e) => [c.id, practice, `'${e.id}'`, `'${c.answers[e.id]}'`, 1, account, 'UTC_TIMESTAMP()']));
	sql(`SET foreign_key_checks = 0; -- of a million rows
	     INSERT INTO answer (chart_id, practice_id, element, value, version, changed_by, changed_at)
	     VALUES ${rows(answers)}`);
}

/** The tags that begin so, read from the bytes: to make text of each whole page takes longer. */
function tagsOf(bytes, begin) {
	const tags = [];
	for (let at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + 1))
		tags.push(bytes.toString('utf8', at, bytes.indexOf('>', at) + 1));
	return tags;
}

async function onPage(chart) {
	const page = await visitor.request('GET', `/charts/${chart.id}`, { headers: plain });
	assert.equal(page.status, 200);
	return tagsOf(page.body, '<div class="asking" ').filter((tag) => !tag.endsWith(' hidden>'))
		.map((tag) => /data-element="([^"]+)"/.exec(tag)[1]);
}

/** Saves what stands there already: nothing changes, and the answer tells what is asked. */
async function bySave(chart) {
	const { id } = elements.find((e) => isOf(chart, e.id));
	const body = new URLSearchParams({ _csrf: token, [`v_${id}`]: chart.answers[id] ? 1 : 0 });
	for (const part of chart.answers[id].split(';')) body.append(`a_${id}`, part);
	const options = { headers: { ...plain, accept: 'application/json' } };
	const saved = await visitor.post(`/charts/${chart.id}/answers`, body, options);
	assert.equal(saved.status, 200, saved.html);
	return JSON.parse(saved.html).asked;
}

async function compare(chart, wanted) {
	assert.deepEqual(await onPage(chart), wanted, `the page of chart ${chart.number}`);
	assert.deepEqual(await bySave(chart), wanted, `the save of chart ${chart.number}`);
}

test('form, save and command ask the same questions', { timeout: 600_000 }, async () => {
	const all = draw();
	const wantedOf = byProgram(all);
	const kindsOfForm = new Set();
	while (all.length > 0) {
		const some = all.splice(0, atOnce);
		store(some);
		await Promise.all(Array.from({ length: clients }, async () => {
			for (let chart = some.pop(); chart; chart = some.pop()) {
				const wanted = wantedOf(chart);
				kindsOfForm.add(wanted.join(' '));
				await compare(chart, wanted);
			}
		}));
		takeAway();
	}
	assert.ok(kindsOfForm.size > count / 10, `${kindsOfForm.size} different forms among the charts`);
});
