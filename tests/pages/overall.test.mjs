// The Overall Quality Score of certification: its settings, and each form of a report that tells it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { textOf } from '../lib/forms.mjs';
import {
	fetchReport, near, onDisk, percent, populationsOf, readCsv, readSheet, run, signedIn, squeezed, thousands,
} from '../lib/report_files.mjs';
import { sql, until } from '../lib/sql.mjs';
import { signedInStaff } from '../lib/staff.mjs';

let round, practice, required;

/** The practice's report once more, as a practice of that track. */
async function buildAs(track) {
	sql(`UPDATE entry SET track = '${track}' WHERE round_id = ${round} AND practice_id = ${practice};
	     UPDATE round SET state = 'closed' WHERE id = ${round};
	     UPDATE report SET state = 'built' WHERE round_id = ${round};
	     INSERT INTO job (kind, subject, run_after, created_at)
	     VALUES ('report', 'round:${round}/practice:${practice}', UTC_TIMESTAMP(), UTC_TIMESTAMP())`);
	await until("SELECT COUNT(*) FROM job WHERE kind IN ('report', 'files') AND state IN ('waiting', 'running')", '0');
	sql(`UPDATE report SET state = 'released' WHERE round_id = ${round};
	     UPDATE round SET state = 'released' WHERE id = ${round};
	     UPDATE practice SET stamp = stamp + 1`); // what is released never changes but here
	return fetchReport('okafor@lakeside');
}

const setRule = (formula, fewest) => sql(`UPDATE round SET score_formula = '${formula}', score_fewest = ${fewest} WHERE id = ${round}`);

const rowsOf = (csv) => {
	const [head, ...rows] = readCsv(csv.body.toString());
	assert.ok(rows.every((row) => row.length === head.length));
	return rows.map((row) => Object.fromEntries(head.map((name, c) => [name, row[c]])));
};

const scoreOf = (json) => JSON.parse(json.body.toString()).entry.map((e) => e.resource)
	.find((r) => r.id === 'Overall-Quality-Score').group[0];

const extension = (group, name) => group.extension.find((e) => e.url.endsWith(name));

const setCore = (n) => sql(`UPDATE entry_module m JOIN entry e ON e.id = m.entry_id SET m.required = ${n}
	WHERE e.round_id = ${round} AND e.practice_id = ${practice} AND m.module = 'CORE'`);

before(async () => {
	[[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	[[practice]] = sql("SELECT id FROM practice WHERE name LIKE 'Lakeside%'");
	[[required]] = sql(`SELECT m.required FROM entry_module m JOIN entry e ON e.id = m.entry_id
		WHERE e.round_id = ${round} AND e.practice_id = ${practice} AND m.module = 'CORE'`);
});

after(async () => {
	setCore(required);
	setRule('overall_percentage', 1);
	await buildAs('standard');
});

test('a practice of another track has no score', async () => {
	const report = await buildAs('standard');
	assert.equal(report.result.overall, undefined);
	assert.ok(!report.page.html.includes('Overall Quality Score'));
});

test('every form tells the score, its measures and its last day', async () => {
	const report = await buildAs('certification');
	const o = report.result.overall;
	const lines = new Map(report.lines.map((l) => [l.number, l]));
	assert.ok(o.parts.length > 5 && o.scorable);
	for (const p of o.parts) {
		const l = lines.get(p.number);
		assert.deepEqual([p.good, p.of], [l.lower ? l.of - l.met : l.met, l.of], p.number);
	}
	const good = o.parts.reduce((sum, p) => sum + p.good, 0), of = o.parts.reduce((sum, p) => sum + p.of, 0);
	assert.deepEqual([o.good, o.of, o.rate, o.reached], [good, of, good / of, good / of >= 0.75]);
	const verdict = o.reached ? 'Reached' : 'Not reached';
	const [[closes]] = sql(`SELECT DATE(score_valid) FROM (SELECT COALESCE((SELECT n.closes FROM round n JOIN round r ON r.id = ${round}
		WHERE n.closes BETWEEN r.closes + INTERVAL 10 MONTH AND r.closes + INTERVAL 14 MONTH LIMIT 1),
		(SELECT closes + INTERVAL 1 YEAR FROM round WHERE id = ${round})) AS score_valid) x`);
	const day = new Date(o.valid_until * 86_400_000).toISOString().slice(0, 10);
	assert.equal(day, closes);

	const section = report.page.html.split('aria-labelledby="overall"')[1].split('</section>')[0];
	assert.match(textOf(section), new RegExp(`Overall Quality Score ${percent(o.rate)} ${verdict} Certification asks for 75 %`));
	assert.equal(section.match(/class="measure-number"/g).length, o.parts.length);

	const csv = rowsOf(report.files.csv);
	const [total] = csv.filter((row) => row.level === 'overall');
	assert.deepEqual([Number(total.met), Number(total.charts), Number(total.rate), total.compared, total.unit, total.formula],
		[good, of, o.rate, o.reached ? 'reached' : 'not_reached', day, 'overall_percentage']);
	assert.deepEqual(csv.filter((row) => row.level === 'overall_part').map((row) => [row.measure, Number(row.met), Number(row.charts)]),
		o.parts.map((p) => [p.number, p.good, p.of]));

	const sheet = readSheet(onDisk(report, 'xlsx'), 6).map((row) => Object.values(row));
	near(sheet[0][1], o.rate, 'the workbook');
	assert.deepEqual(sheet.slice(1, 6).map((row) => row[1]), [verdict, 0.75, day, 'Overall percentage', 1]);
	assert.deepEqual(sheet.slice(-o.parts.length).map((row) => [row[0], row.at(-4), row.at(-3), row.at(-1)]),
		o.parts.map((p) => [p.number, p.good, p.of, p.counted ? 'yes' : 'no']));

	const fhir = scoreOf(report.files.json);
	const populations = populationsOf({ group: [fhir] });
	assert.deepEqual([populations.numerator, populations.denominator], [good, of]);
	near(fhir.measureScore.value, o.rate, 'FHIR');
	assert.equal(extension(fhir, '/valid-until').valueDate, day);
	assert.equal(extension(fhir, '/overall-formula').valueCode, 'overall_percentage');

	const paper = squeezed(run('pdftotext', '-raw', onDisk(report, 'pdf'), '-'));
	assert.ok(paper.includes(squeezed(`Overall Quality Score: ${percent(o.rate)}. ${verdict}`)));
	for (const p of o.parts) {
		assert.ok(paper.includes(squeezed(`${p.number}${p.title}${p.lower ? ' (lower is better)' : ''}${thousands(p.good)} of ${thousands(p.of)}, ${p.counted ? percent(p.good / p.of) : 'not counted'}`)), p.number);
	}
});

test('the average of measures, of those with charts enough, is another score in every form', async () => {
	const many = (await buildAs('certification')).result.overall.parts.map((p) => p.of).sort((a, b) => a - b);
	const fewest = many[Math.floor(many.length / 2)];
	assert.ok(many[0] < fewest, 'some measure has fewer charts');
	setRule('indicator_average', fewest);
	const report = await buildAs('certification');
	const o = report.result.overall;
	const counting = o.parts.filter((p) => p.of >= fewest);
	const mean = counting.reduce((sum, p) => sum + p.good / p.of, 0) / counting.length;
	near(o.rate, mean, 'the average');
	assert.deepEqual(o.parts.map((p) => p.counted), o.parts.map((p) => p.of >= fewest));
	assert.equal(o.of, counting.reduce((sum, p) => sum + p.of, 0));

	const section = report.page.html.split('aria-labelledby="overall"')[1].split('</section>')[0];
	assert.ok(textOf(section).includes(`Overall Quality Score ${percent(o.rate)}`));
	assert.match(textOf(section), new RegExp(`shares are averaged.* with fewer than ${fewest} charts does not count`));
	assert.equal(section.match(/Too few charts to count/g).length, o.parts.length - counting.length);

	const csv = rowsOf(report.files.csv);
	const [total] = csv.filter((row) => row.level === 'overall');
	assert.deepEqual([Number(total.rate), total.formula], [o.rate, 'indicator_average']);
	assert.deepEqual(csv.filter((row) => row.level === 'overall_part').map((row) => row.compared),
		o.parts.map((p) => (p.counted ? 'counted' : 'not_counted')));
	const sheet = readSheet(onDisk(report, 'xlsx'), 6).map((row) => Object.values(row));
	near(sheet[0][1], o.rate, 'the workbook');
	assert.deepEqual(sheet.slice(4, 6).map((row) => row[1]), ['Indicator average', fewest]);
	const fhir = scoreOf(report.files.json);
	near(fhir.measureScore.value, o.rate, 'FHIR');
	assert.equal(extension(fhir, '/overall-formula').valueCode, 'indicator_average');
	const paper = squeezed(run('pdftotext', '-raw', onDisk(report, 'pdf'), '-'));
	assert.ok(paper.includes(squeezed(`Overall Quality Score: ${percent(o.rate)}.`)));
	assert.equal(paper.split(',notcounted').length - 1, o.parts.length - counting.length);
	setRule('overall_percentage', 1);
});

test('with fewer charts than asked for there is no score', async () => {
	setCore(500);
	const report = await buildAs('certification');
	assert.equal(report.result.overall.scorable, false);
	assert.match(textOf(report.page.html), /Overall Quality Score Not scorable There are fewer charts of the module/);
	assert.match(report.files.csv.body.toString(), /not_scorable/);
	assert.ok(squeezed(run('pdftotext', '-raw', onDisk(report, 'pdf'), '-')).includes('OverallQualityScore:notscorable'));
});

test('staff set how a score is made and judged until the round closes', async () => {
	const staff = await signedInStaff();
	const [[open]] = sql("SELECT MIN(id) FROM round WHERE state = 'open'");
	const path = `/staff/rounds/${open}/score`;
	const page = await staff.get(path);
	assert.match(page.html, /value="75"/);
	const wrong = await staff.submit(page, { threshold: '0' }, '/score');
	assert.match(textOf(wrong.html), /more than 0 percent/);
	const none = await staff.submit(page, { fewest: '0' }, '/score');
	assert.match(textOf(none.html), /Charts that a measure needs to count/);
	const rule = () => sql(`SELECT score_formula, score_fewest, score_threshold FROM round WHERE id = ${open}`)[0];
	assert.deepEqual(rule(), ['overall_percentage', '1', '75']);
	const saved = await staff.submit(page, { formula: 'indicator_average', fewest: '5', threshold: '80' }, '/score');
	assert.equal(saved.status, 303);
	assert.deepEqual(rule(), ['indicator_average', '5', '80']);
	assert.match((await staff.get(path)).html, /value="indicator_average"[^>]* checked/);
	await staff.submit(page, { formula: 'overall_percentage', fewest: '1', threshold: '75' }, '/score');
	const [, token] = page.html.match(/name="_csrf" value="([^"]+)"/);
	const late = await staff.post(`/staff/rounds/${round}/score`, { _csrf: token, formula: 'overall_percentage', fewest: '1', threshold: '60' });
	assert.match(textOf(late.html), /The round has closed/);
	assert.deepEqual(sql(`SELECT score_threshold FROM round WHERE id = ${round}`), [['75']]);
});
