// From a score to the charts: the charts that did not meet a measure are all there, by the answers
// that decided it, and how many more would reach the median is counted right.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { fetchReport, percent, populationsOf } from '../lib/report_files.mjs';
import { sql, until } from '../lib/sql.mjs';

let report, round, practice, pages;

before(async () => {
	[[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	report = await fetchReport('okafor@lakeside');
	[[practice]] = sql(`SELECT practice_id FROM report WHERE id = ${report.id}`);
	pages = new Map();
	for (const l of report.lines)
		pages.set(l, await report.client.get(`${report.path}/measures/${encodeURIComponent(l.number)}`));
});

const links = (html) => [...html.matchAll(/<li><a href="\/charts\/(\d+)">/g)].map(([, id]) => id);
const bad = (l) => (l.lower ? l.met : l.of - l.met);

test('every chart that did not meet a measure is listed once, and no other', () => {
	const charts = new Set(sql(`SELECT id FROM chart WHERE practice_id = ${practice} AND round_id = ${round}
		AND state = 'complete'`).flat());
	assert.ok(report.lines.some((l) => l.lower && bad(l) > 0));
	for (const l of report.lines) {
		const listed = links(pages.get(l).html);
		assert.equal(listed.length, bad(l), l.number);
		assert.equal(new Set(listed).size, listed.length, l.number);
		assert.ok(listed.every((id) => charts.has(id)), l.number);
		const counts = [...pages.get(l).html.matchAll(/<h3>([\d,]+) charts?<\/h3>/g)].map(([, n]) => Number(n));
		assert.equal(counts.reduce((sum, n) => sum + n, 0), bad(l), l.number);
		assert.deepEqual(counts, counts.toSorted((a, b) => b - a), `${l.number}: the largest group first`);
		assert.ok(!pages.get(l).text.includes('Not all charts'), l.number);
	}
});

test('a group says the question, its answer and what was wanted, as the answers are', () => {
	const line = report.lines.find((l) => l.number === 'Core 3');
	const wanted = sql(`SELECT c.id FROM chart c JOIN answer p ON p.chart_id = c.id AND p.element = 'pain_assessed_2v'
		JOIN answer o ON o.chart_id = c.id AND o.element = 'office_visits_2plus' AND o.value = 'yes'
		WHERE c.practice_id = ${practice} AND c.round_id = ${round} AND c.state = 'complete' AND p.value = 'no'`).flat();
	const group = pages.get(line).html.split('<h3>').slice(1)
		.find((one) => /Was pain asked about[^<]*<\/dt><dd><strong>No<\/strong>; wanted: Yes<\/dd>/.test(one));
	assert.ok(wanted.length > 0 && group, pages.get(line).text);
	const listed = links(group);
	assert.ok(listed.length > 0 && listed.every((id) => wanted.includes(id)), group);
});

test('how many charts more, or fewer, would reach the median of all practices', () => {
	let told = 0;
	for (const l of report.lines) {
		const sentence = pages.get(l).text.match(/([\d,]+) (more|fewer) charts? met would reach the median of all practices, ([\d.]+ %)/);
		const median = l.national.median;
		const reached = median === undefined || l.of === 0 || (l.lower ? l.rate <= median : l.rate >= median);
		assert.equal(!sentence, reached, `${l.number}: ${sentence}`);
		if (reached) continue;
		told++;
		const k = Number(sentence[1]);
		const after = (n) => (l.lower ? l.met - n : l.met + n) / l.of;
		const fits = (share) => (l.lower ? share <= median : share >= median);
		assert.ok(k > 0 && fits(after(k)) && !fits(after(k - 1)), `${l.number}: ${sentence[0]}`);
		assert.deepEqual(sentence.slice(2), [l.lower ? 'fewer' : 'more', percent(median)]);
	}
	assert.ok(told > 3, `${told} measures below the median`);
});

test('a chart of the list opens', async () => {
	const line = report.lines.find((l) => bad(l) > 0);
	const [id] = links(pages.get(line).html);
	assert.equal((await report.client.get(`/charts/${id}`)).status, 200);
});

test('as FHIR each chart has its own MeasureReport, and they add up to the summary', async () => {
	const answer = await report.client.request('GET', `${report.path}/charts.json`);
	assert.equal(answer.status, 200);
	assert.match(answer.headers.get('content-type'), /^application\/fhir\+json/);
	const bundle = JSON.parse(answer.html);
	const summary = JSON.parse(report.files.json.body.toString());
	assert.deepEqual([bundle.resourceType, bundle.type, bundle.meta], ['Bundle', 'collection', summary.meta]);
	const [practiceEntry, ...entries] = bundle.entry;
	assert.deepEqual(practiceEntry, summary.entry[0]);
	assert.equal(new Set(entries.map((e) => e.fullUrl)).size, entries.length, 'each has an address of its own');
	const own = new Map(summary.entry.map((e) => e.resource).filter((r) => r.reporter?.reference).map((r) => [r.measure, r]));
	const sums = new Map();
	for (const { resource } of entries) {
		assert.deepEqual([resource.type, resource.subject, resource.reporter.reference],
			['individual', undefined, practiceEntry.fullUrl]);
		const counts = populationsOf(resource);
		assert.equal(counts.denominator, 1, 'a chart stands only in measures that it is in');
		assert.ok(Object.values(counts).every((n) => n === 0 || n === 1));
		const sum = sums.get(resource.measure) ?? {};
		for (const [code, n] of Object.entries(counts)) sum[code] = (sum[code] ?? 0) + n;
		sums.set(resource.measure, sum);
	}
	for (const [measure, { group }] of own) {
		const wanted = populationsOf({ group });
		if (wanted.denominator === 0) assert.ok(!sums.has(measure), measure);
		else assert.deepEqual(sums.get(measure), wanted, measure);
	}
	assert.ok(sums.size > 20 && [...sums.keys()].every((measure) => own.has(measure)));
	const charts = new Set(entries.map((e) => e.resource.evaluatedResource[0].display));
	assert.ok(charts.size > 20 && charts.size <= report.result.charts);
	for (const label of sql(`SELECT label FROM chart WHERE practice_id = ${practice} AND round_id = ${round}
		AND label IS NOT NULL`).flat()) assert.ok(!answer.html.includes(label), 'no label of the practice goes out');
});
