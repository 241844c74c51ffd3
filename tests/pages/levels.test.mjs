// The levels of a performance report below the practice: sites, physicians and fellows in every
// form of it, figure by figure; and who may read of named people.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	absentOf, fetchReport, figure, near, onDisk, percent, populationsOf, readCsv, readSheet, run, signedIn, squeezed,
	tenths, tests, textIn, thousands, types, verdicts, words,
} from '../lib/report_files.mjs';
import { readUnits } from '../lib/report_page.mjs';
import { sql, until } from '../lib/sql.mjs';
import { signedInStaff } from '../lib/staff.mjs';

const reports = [];

before(async () => {
	const [[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	reports.push(await fetchReport('okafor@lakeside'), await fetchReport('lindqvist@riverbend'));
});

test('the result is worth comparing', () => {
	const lines = reports.flatMap(({ units }) => units.flatMap((u) => u.lines));
	for (const side of ['all', 'rest']) {
		assert.ok(lines.some((l) => l[side].few), 'too few to tell somewhere');
		assert.ok(lines.some((l) => l[side].verdict === 1), 'the same somewhere');
		assert.ok(lines.some((l) => l[side].verdict > 1), 'better or worse somewhere');
	}
	assert.ok(lines.some((l) => l.of === 0), 'no charts somewhere');
	assert.deepEqual(reports.map(({ units }) => units.map((u) => `${u.level} ${u.name}`)), [
		['site Main office', 'site West clinic', 'physician Dr. Alan Brandt', 'physician Dr. Ngozi Okafor'],
		['fellow Dr. Priya Raman', 'fellow Dr. Tomas Herrera'],
	]);
});

/** How a unit lies to others, in words. */
const versus = (v) => (v.few ? 'Too few to tell' : words(v));
const any = (l) => l.of + l.excluded + l.excepted > 0;

test('the page says the same of sites, physicians and fellows', () => {
	for (const report of reports) {
		const page = readUnits(report.page.html);
		assert.deepEqual(page.map((u) => [u.level, u.name, u.charts]), report.units.map((u) => [u.level, u.name, u.charts]));
		report.units.forEach((unit, i) => {
			const lines = unit.lines.filter(any);
			assert.deepEqual(page[i].lines.map((l) => ({ ...l, rate: l.rate.replaceAll(' ', '') })), lines.map((l) => ({
				number: l.line.number,
				met: `${l.met} of ${l.of}`,
				rate: l.of === 0 ? 'Norate' : `${percent(l.rate)}${tenths(l.low)}–${percent(l.high)}`.replaceAll(' ', ''),
				practice: l.line.of === 0 ? 'No rate' : percent(l.line.rate),
				all: versus(l.all),
				rest: versus(l.rest),
			})));
		});
	}
});

const codes = (v) => (v.few ? 'few' : verdicts[v.verdict]);

test('the CSV has a row for each measure of each unit', () => {
	for (const report of reports) {
		const [head, ...all] = readCsv(report.files.csv.body.toString());
		const from = head.indexOf('level');
		assert.deepEqual(head.slice(from, from + 6), ['level', 'unit', 'unit_charts', 'rest_test', 'rest_p', 'rest_compared']);
		const rows = all.map((row) => Object.fromEntries(head.map((name, c) => [name, row[c]])))
			.filter((row) => row.level !== 'practice');
		const wanted = report.units.flatMap((unit) => unit.lines.map((l) => ({ unit, l })));
		assert.equal(rows.length, wanted.length);
		wanted.forEach(({ unit, l }, i) => {
			const got = rows[i];
			const text = (n) => (got[n] === '' ? '' : Number(got[n]));
			assert.deepEqual([got.level, got.unit, got.measure, got.module, got.practice],
				[unit.level, unit.name, l.line.number, l.line.module, report.result.practice]);
			const numbers = {
				unit_charts: unit.charts, met: l.met, charts: l.of, excluded: l.excluded, excepted: l.excepted,
				missing: l.missing, rate: l.of ? l.rate : '', interval_low: l.of ? l.low : '',
				interval_high: l.of ? l.high : '', p: l.all.test ? l.all.p : '', rest_p: l.rest.test ? l.rest.p : '',
				all_met: figure(l.line.national.met), all_charts: figure(l.line.national.of),
			};
			for (const [name, value] of Object.entries(numbers)) assert.equal(text(name), value, `${unit.name}, ${l.line.number}: ${name}`);
			assert.deepEqual([got.test, got.compared, got.rest_test, got.rest_compared],
				[tests[l.all.test], codes(l.all), tests[l.rest.test], codes(l.rest)]);
		});
	}
});

test('the workbook has a sheet of the units', () => {
	for (const report of reports) {
		const [head, ...rows] = readSheet(onDisk(report, 'xlsx'), 3);
		const columns = Object.fromEntries(Object.entries(head).map(([column, name]) => [name, column]));
		const wanted = report.units.flatMap((unit) => unit.lines.map((l) => ({ unit, l })));
		assert.equal(rows.length, wanted.length);
		wanted.forEach(({ unit, l }, i) => {
			const got = (name) => rows[i][columns[name]];
			assert.deepEqual(
				[got('Level'), got('Name'), got('Measure'), got('Beside all other practices'), got('Beside the rest of the practice')],
				[unit.level, unit.name, l.line.number, versus(l.all), versus(l.rest)]);
			const numbers = {
				Charts: unit.charts, Met: l.met, 'Of charts': l.of, Excluded: l.excluded, Excepted: l.excepted,
				'An answer missing': l.missing,
				...(l.of && { Rate: l.rate, '95 % interval, low': l.low, '95 % interval, high': l.high }),
				...(l.line.of && { 'Whole practice': l.line.rate }),
				...(l.all.test && { p: l.all.p }), ...(l.rest.test && { 'p of that': l.rest.p }),
			};
			for (const [name, value] of Object.entries(numbers)) near(got(name), value, `${unit.name}, ${l.line.number}: ${name}`);
			if (l.of === 0) assert.equal(got('Rate'), 'No rate');
			if (!l.all.test) assert.equal(got('p'), undefined);
		});
	}
});

test('units are strata of the group of the practice', () => {
	for (const report of reports) {
		const all = JSON.parse(report.files.json.body.toString()).entry.map((e) => e.resource);
		report.lines.forEach((l, i) => {
			const [group] = all.find((r) => r.id === l.number.replaceAll(' ', '-')).group;
			const strata = group.stratifier.flatMap((s) => s.stratum.map((stratum) => ({ level: s.code[0].text, stratum })));
			assert.deepEqual(strata.map((s) => [s.level, s.stratum.value.text]), report.units.map((u) => [u.level, u.name]));
			report.units.forEach((unit, u) => {
				const { stratum } = strata[u], own = unit.lines[i], every = own.of + own.excluded + own.excepted;
				assert.deepEqual(populationsOf({ group: [stratum] }), {
					'initial-population': every, denominator: every, 'denominator-exclusion': own.excluded,
					'denominator-exception': own.excepted, numerator: own.met,
				});
				if (own.of === 0) assert.equal(absentOf({ group: [stratum] }), 'not-applicable');
				else near(stratum.measureScore.value, own.rate, `${unit.name}, ${l.number}`);
			});
		});
	}
});

/** What a unit's row of the PDF says. */
const printedUnit = ({ line, ...l }) => [
	line.number, `${line.title}${line.lower ? ' (lower is better)' : ''}`, `${thousands(l.met)} of ${thousands(l.of)}`,
	...(l.of === 0 ? ['No rate'] : [percent(l.rate), `${tenths(l.low)}–${percent(l.high)}`]),
	line.of === 0 ? 'No rate' : percent(line.rate), versus(l.all), versus(l.rest),
].join('');

test('the PDF has a table of each unit', () => {
	for (const report of reports) {
		const text = squeezed(run('pdftotext', '-raw', onDisk(report, 'pdf'), '-'));
		let at = 0;
		for (const unit of report.units) {
			at = text.indexOf(squeezed(`${unit.name}, ${unit.charts} charts`), at);
			assert.ok(at >= 0, unit.name);
			for (const l of unit.lines.filter(any)) {
				const row = squeezed(printedUnit(l)), found = text.indexOf(row, at);
				assert.ok(found >= 0, `${unit.name}: no "${row}" behind "${text.slice(at, at + 400)}"`);
				at = found + row.length;
			}
		}
	}
});

const people = (report) => report.units.filter((u) => u.level !== 'site');

test('named people are for managers, and for themselves', async () => {
	const [practice, program] = reports;
	const brandt = await signedIn('brandt@');
	const rivera = await signedIn('rivera@');
	const raman = await signedIn('raman@');
	const names = (units) => units.map((u) => `${u.level} ${u.name}`);
	const sites = ['site Main office', 'site West clinic'];
	assert.deepEqual(names(readUnits((await rivera.get(practice.path)).html)), sites);
	assert.deepEqual(names(readUnits((await brandt.get(practice.path)).html)), [...sites, 'physician Dr. Alan Brandt']);
	assert.deepEqual(names(readUnits((await raman.get(program.path)).html)), ['fellow Dr. Priya Raman']);
	assert.match((await rivera.get(practice.path)).text, /How to read this report/);
	for (const [client, report] of [[rivera, practice], [brandt, practice], [raman, program]]) {
		for (const format of Object.keys(types)) {
			const file = await client.request('GET', `${report.path}.${format}`);
			assert.equal(file.status, 200);
			const text = textIn({ ...report, files: { [format]: file } }, format);
			assert.ok(text.includes(squeezed(report.result.practice)), format);
			for (const { name } of people(report)) {
				assert.ok(!text.includes(squeezed(name)), `${name} is in the ${format} of ${report.path}`);
				assert.ok(textIn(report, format).includes(squeezed(name)), `${name} is not in the managers' ${format}`);
			}
		}
	}
});

test('an account that is linked no more sees none', async () => {
	const [{ path }] = reports;
	const client = await signedIn('brandt@');
	const [[id, account]] = sql("SELECT id, account_id FROM physician WHERE name = 'Dr. Alan Brandt'");
	assert.ok((await client.get(path)).html.includes('id="people"'));
	const link = (to) => sql(`UPDATE physician SET account_id = ${to} WHERE id = ${id};
	     UPDATE practice SET stamp = stamp + 1`); // as the page of the physician does
	link('NULL');
	const without = (await client.get(path)).html;
	link(account);
	assert.ok(!without.includes('id="people"'));
	assert.ok((await client.get(path)).html.includes('id="people"'));
});

test('staff look at a report without named people', async () => {
	const staff = await signedInStaff();
	for (const report of reports) {
		const page = await staff.get(`/staff${report.path}`);
		assert.equal(readUnits(page.html).filter((u) => u.level !== 'site').length, 0);
		assert.match(page.text, /How to read this report/);
	}
});
