// The forms of a performance report: page, PDF, workbook, CSV and FHIR are read back as
// others would read them, and every figure is compared with the one stored result.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import {
	absentOf, fetchReport, figure, HIGHER, LOWER, near, onDisk, percent, populationsOf, readCsv, readSheet, run,
	signedIn, squeezed, tenths, tests, thousands, types, verdicts, words,
} from '../lib/report_files.mjs';
import { readReport } from '../lib/report_page.mjs';
import { sql, until } from '../lib/sql.mjs';
import { signedInStaff } from '../lib/staff.mjs';

const practiceMail = 'okafor@lakeside';
const fellowshipMail = 'lindqvist@riverbend';
const reports = [];
let round;

before(async () => {
	[[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	reports.push(await fetchReport(practiceMail), await fetchReport(fellowshipMail));
});

function hiddenWords(y, who) {
	return {
		undefined: 'No figures',
		practices: `Too few ${who}s to show`,
		charts: 'Too few charts to show',
		dominant: `Not shown: most charts are of one ${who}`,
		complement: 'Not shown: it would tell of a few others',
	}[y.hidden];
}

const yardsticks = (report, l) =>
	[[l.national, 'practice', 'all'], ...(report.result.fellowship ? [[l.fellowship, 'program', 'programs']] : [])];

test('the result is worth comparing', () => {
	for (const { lines, result } of reports) {
		assert.ok(lines.length > 20);
		assert.ok(lines.some((l) => l.national.rate > 0), 'an aggregate is shown');
		assert.ok(lines.some((l) => l.national.hidden), 'another one is hidden');
		assert.ok(lines.some((l) => l.lower), 'lower is better somewhere');
		assert.ok(lines.every((l) => l.mark !== LOWER || l.rate < l.national.rate));
		assert.match(result.edition, /^[0-9a-f]{64}$/);
		assert.ok(result.version && result.cut > 0);
	}
	assert.deepEqual(reports.map((r) => r.result.fellowship), [false, true]);
});

test('files are attachments of their types and are kept by nobody on the way', () => {
	for (const { files, id } of reports) {
		for (const [format, type] of Object.entries(types)) {
			const { status, headers } = files[format];
			assert.equal(status, 200, format);
			assert.equal(headers.get('content-type'), type);
			assert.equal(headers.get('content-disposition'),
				`attachment; filename="performance-report-${id}.${format}"`);
			assert.equal(headers.get('cache-control'), 'no-store');
		}
	}
});

test('the page says what the result says', () => {
	for (const report of reports) {
		const page = readReport(report.page.html);
		assert.equal(page.length, report.lines.length);
		report.lines.forEach((l, i) => {
			const got = page[i];
			assert.equal(got.number, l.number);
			assert.equal(got.met, `${thousands(l.met)} of ${thousands(l.of)}`);
			assert.equal(got.rate.replace(/ ?small number/, '').replaceAll(' ', ''), l.of === 0 ? 'Norate'
				: `${percent(l.rate)}${tenths(l.low)}–${percent(l.high)}`.replaceAll(' ', ''), l.number);
			for (const [y, who, name] of yardsticks(report, l)) {
				assert.equal(got[name === 'all' ? 'all' : 'fellowship'], y.rate === undefined
					? hiddenWords(y, who) : `${percent(y.rate)} of ${thousands(y.of)}`);
			}
			assert.equal(got.compared, words(l));
		});
	}
});

test('the CSV has every figure with all its digits', () => {
	for (const report of reports) {
		const [head, ...all] = readCsv(report.files.csv.body.toString());
		const rows = all.filter((row) => row[head.indexOf('level')] === 'practice');
		assert.equal(rows.length, report.lines.length);
		report.lines.forEach((l, i) => {
			const got = Object.fromEntries(head.map((name, c) => [name, rows[i][c]]));
			const number = (name) => (got[name] === '' ? '' : Number(got[name]));
			const wanted = {
				met: l.met, charts: l.of, excluded: l.excluded, excepted: l.excepted, missing: l.missing,
				rate: l.of ? l.rate : '', interval_low: l.of ? l.low : '', interval_high: l.of ? l.high : '',
				p: l.test ? l.p : '',
			};
			for (const [y, , name] of yardsticks(report, l)) {
				wanted[`${name}_practices`] = figure(y.practices);
				wanted[`${name}_met`] = figure(y.met);
				wanted[`${name}_charts`] = figure(y.of);
				for (const of of ['rate', 'mean', 'q1', 'median', 'q3']) wanted[`${name}_${of}`] = figure(y[of]);
				assert.equal(got[`${name}_hidden`], y.rate === undefined ? (y.hidden ?? 'none') : '');
			}
			for (const [name, value] of Object.entries(wanted)) assert.equal(number(name), value, `${l.number}: ${name}`);
			assert.deepEqual(
				[got.practice, got.round, got.edition, got.version, got.module, got.measure, got.title],
				[report.result.practice, report.result.round, report.result.edition, report.result.version,
					l.module, l.number, l.title]);
			assert.equal(Date.parse(got.data_cut), report.result.cut * 1000);
			assert.deepEqual([got.lower_is_better, got.test, got.compared],
				[l.lower ? 'yes' : 'no', tests[l.test], verdicts[l.verdict]]);
		});
	}
});

test('the workbook has every figure as a number', () => {
	for (const report of reports) {
		const file = onDisk(report, 'xlsx');
		run('unzip', '-tq', file);
		const [head, ...rows] = readSheet(file, 2);
		const columns = Object.fromEntries(Object.entries(head).map(([column, name]) => [name, column]));
		assert.equal(rows.length, report.lines.length);
		report.lines.forEach((l, i) => {
			const got = (name) => rows[i][columns[name]];
			const numbers = {
				Met: l.met, 'Of charts': l.of, Excluded: l.excluded, Excepted: l.excepted, 'An answer missing': l.missing,
				...(l.of && { 'Your rate': l.rate, '95 % interval, low': l.low, '95 % interval, high': l.high }),
				...(l.verdict && { p: l.p }),
			};
			for (const [y, who, name] of yardsticks(report, l)) {
				const of = name === 'all' ? 'All practices' : 'Fellowship programs';
				if (y.rate === undefined) {
					assert.equal(got(`${of}: why hidden`), hiddenWords(y, who));
					assert.equal(got(`${of}: rate`), undefined);
					continue;
				}
				Object.assign(numbers, {
					[`${of}: rate`]: y.rate, [`${of}: charts met`]: y.met, [`${of}: of charts`]: y.of,
					[`${of}: how many`]: y.practices, [`${of}: mean of their rates`]: y.mean,
					[`${of}: first quartile`]: y.q1, [`${of}: median`]: y.median, [`${of}: third quartile`]: y.q3,
				});
			}
			for (const [name, value] of Object.entries(numbers)) near(got(name), value, `${l.number}: ${name}`);
			assert.deepEqual([got('Module'), got('Measure'), got('Title'), got('Compared')],
				[l.module, l.number, l.title, words(l)]);
			if (l.of === 0) assert.equal(got('Your rate'), 'No rate');
		});
		const front = readSheet(file, 1).map((row) => Object.values(row).join(' ')).join('\n');
		for (const [i, name] of ['Nothing to compare in', 'The same in', 'Better than the others in', 'Worse in'].entries()) {
			const count = report.lines.filter((l) => l.verdict === i).length;
			assert.match(front, new RegExp(`^${name} ${count}$`, 'm'));
		}
		assert.ok(front.includes(report.result.edition));
	}
});

test('the FHIR bundle has a MeasureReport for each measure and each aggregate', () => {
	for (const report of reports) {
		const bundle = JSON.parse(report.files.json.body.toString());
		const all = bundle.entry.map((e) => e.resource);
		const byId = new Map(all.map((r) => [r.id, r]));
		const ways = report.result.fellowship ? 3 : 2;
		assert.deepEqual([bundle.resourceType, bundle.type], ['Bundle', 'collection']);
		assert.equal(Date.parse(bundle.timestamp), report.result.cut * 1000);
		assert.equal(bundle.meta.tag.find((t) => t.system.endsWith('/edition')).code, report.result.edition);
		assert.equal(byId.get('practice').name, report.result.practice);
		assert.equal(all.length, 1 + ways * report.lines.length);
		assert.equal(new Set(bundle.entry.map((e) => e.fullUrl)).size, all.length);
		for (const l of report.lines) {
			const id = l.number.replaceAll(' ', '-');
			const own = byId.get(id);
			assert.deepEqual([own.resourceType, own.type, own.status], ['MeasureReport', 'summary', 'complete']);
			assert.equal(own.reporter.reference, bundle.entry[0].fullUrl);
			assert.equal(own.improvementNotation.coding[0].code, l.lower ? 'decrease' : 'increase');
			assert.deepEqual(populationsOf(own), {
				'initial-population': l.of + l.excluded + l.excepted, denominator: l.of + l.excluded + l.excepted,
				'denominator-exclusion': l.excluded, 'denominator-exception': l.excepted, numerator: l.met,
			});
			if (l.of === 0) assert.equal(absentOf(own), 'not-applicable');
			else near(own.group[0].measureScore.value, l.rate, l.number);
			for (const [y, , name] of yardsticks(report, l)) {
				const other = byId.get(`${id}-${name === 'all' ? 'all-practices' : 'fellowship-programs'}`);
				if (y.rate === undefined) {
					assert.equal(absentOf(other), y.hidden ? 'masked' : 'not-applicable');
					assert.equal(other.group[0].population, undefined);
					continue;
				}
				assert.deepEqual(populationsOf(other), { denominator: y.of, numerator: y.met });
				near(other.group[0].measureScore.value, y.rate, other.id);
			}
		}
	}
});

/** What a row of the PDF says, in the order in which it is drawn. */
function printed(report, l) {
	const note = [
		l.lower ? 'Lower is better.' : '',
		l.parts ? `All of: ${l.parts}.` : l.any_of ? `Any of: ${l.any_of}.` : '',
		l.lower && l.missing > 0
			? `In ${thousands(l.missing)} of these charts an answer is missing, which may make this rate look better than it is.` : '',
	];
	const own = l.of === 0 ? ['No rate']
		: [percent(l.rate), `${tenths(l.low)}–${percent(l.high)}`, l.of < 10 ? 'few charts' : ''];
	const others = yardsticks(report, l).map(([y, who]) => (y.rate === undefined
		? hiddenWords(y, who) : `${percent(y.rate)} of ${thousands(y.of)}`));
	return [l.number, l.title, ...note, `${thousands(l.met)} of ${thousands(l.of)}`, ...own, ...others, words(l)].join('');
}

test('the PDF says in print what the result says', () => {
	for (const report of reports) {
		const file = onDisk(report, 'pdf');
		const text = squeezed(run('pdftotext', '-raw', file, '-'));
		let at = text.indexOf(squeezed(`${report.result.sections[0].title} Measure`));
		assert.ok(text.includes(squeezed(report.result.practice)));
		for (const l of report.lines) {
			const row = squeezed(printed(report, l));
			const found = text.indexOf(row, at < 0 ? 0 : at);
			assert.ok(found >= 0, `${l.number}: no "${row}" behind "${text.slice(at, at + 400)}"`);
			at = found + row.length;
		}
		assert.ok(text.includes(report.result.edition.slice(0, 12)));
		const info = run('pdfinfo', file);
		const pages = Number(info.match(/^Pages: +(\d+)/m)[1]);
		assert.ok(pages >= 3 && text.includes(`Page${pages}of${pages}`));
		assert.match(info, /^Page size: +612 x 792 pts/m); // the practices are in the United States
		assert.match(info, /^Tagged: +yes/m);
	}
});

test('nobody else may have the files, and there are no others', async () => {
	const [{ path }, { client: other }] = reports;
	const staff = await signedInStaff();
	for (const format of Object.keys(types)) {
		assert.equal((await other.request('GET', `${path}.${format}`)).status, 404);
		assert.equal((await staff.request('GET', `${path}.${format}`)).status, 404);
		assert.equal((await new Client().request('GET', `${path}.${format}`)).status, 303);
	}
	for (const wrong of ['.html', '.csv.csv', '.', '.CSV', '/csv'])
		assert.equal((await reports[0].client.request('GET', path + wrong)).status, 404, wrong);
	assert.equal((await reports[0].client.request('POST', `${path}.csv`)).status, 405);
});

const everything = () => sql(
	`SELECT r.id, SHA2(r.result, 256), SHA2(r.page, 256),
	        (SELECT GROUP_CONCAT(f.format, SHA2(f.content, 256) ORDER BY f.format, f.named)
	           FROM report_file f WHERE f.report_id = r.id),
	        (SELECT GROUP_CONCAT(p.part, SHA2(p.content, 256) ORDER BY p.part, p.physician_id)
	           FROM report_part p WHERE p.report_id = r.id)
	   FROM report r WHERE r.round_id = ${round} ORDER BY r.id`);

/** Has the reports of the round built once more; released ones are asked for in vain. */
async function buildAgain(state) {
	sql(`UPDATE round SET state = 'closed' WHERE id = ${round};
	     UPDATE report SET state = '${state}' WHERE round_id = ${round};
	     INSERT INTO job (kind, subject, run_after, created_at)
	     SELECT 'report', CONCAT('round:${round}/practice:', practice_id), UTC_TIMESTAMP(), UTC_TIMESTAMP()
	       FROM entry WHERE round_id = ${round}`);
	await until("SELECT COUNT(*) FROM job WHERE kind IN ('report', 'files') AND state IN ('waiting', 'running')", '0');
	sql(`UPDATE report SET state = 'released' WHERE round_id = ${round};
	     UPDATE round SET state = 'released' WHERE id = ${round};
	     UPDATE practice SET stamp = stamp + 1`); // what is released never changes but here
}

test('made a second time from the same cut, every form has the same bytes', async () => {
	await buildAgain('built');
	const before = everything();
	assert.ok(before.length > 5 && before.every(([, , , files]) => [4, 8].includes(files.split(',').length)));
	sql(`UPDATE report SET result = NULL, page = '' WHERE round_id = ${round};
	     DELETE f FROM report_file f JOIN report r ON r.id = f.report_id WHERE r.round_id = ${round}`);
	await buildAgain('built');
	assert.deepEqual(everything(), before);
});

test('a released report is never written again', async () => {
	const [{ id, path, client }] = reports;
	sql(`UPDATE report SET page = 'as released' WHERE id = ${id}`);
	const before = everything();
	await buildAgain('released');
	assert.deepEqual(everything(), before);
	assert.match((await client.get(path)).text, /as released/);
	await buildAgain('built');
	assert.match((await client.get(path)).text, /How to read this report/);
});

/** Two-sided p of the Cochran-Armitage test by the series of erfc, as reference.py does it. */
function trendP(rates) {
	const sum = (of) => rates.reduce((total, rate, i) => total + of(rate, i), 0);
	const n = sum(([, of]) => of), met = sum(([m]) => m), score = sum(([, of], i) => of * i);
	const xy = sum(([m], i) => m * i) - (met * score) / n;
	const xx = sum(([, of], i) => of * i * i) - (score * score) / n;
	const yy = met - (met * met) / n;
	return xx * yy > 1e-9 ? erfc(Math.sqrt((n * xy * xy) / (xx * yy) / 2)) : 1;
}

/** The complementary error function: 1 - 2/sqrt(pi) x sum of x^(2k) 2^k / (1 3 5 ... (2k + 1)) e^(-x^2). */
function erfc(x) {
	let term = x, total = x;
	for (let k = 1; k < 400; k++) total += term *= (2 * x * x) / (2 * k + 1);
	return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * total;
}

/** Two rounds before this one, in which fewer charts met each measure. */
function addEarlierRounds() {
	for (const [number, back] of [[1, 400], [2, 200]]) {
		sql(`INSERT INTO round (name, state, opens, closes, reports_expected, edition_id, created_at, closed_at)
		     SELECT 'Earlier ${number}', 'released', opens - INTERVAL ${back} DAY, closes - INTERVAL ${back} DAY,
		            reports_expected, edition_id, created_at, closed_at FROM round WHERE id = ${round};
		     INSERT INTO entry (round_id, practice_id, track, fte, joined_by, joined_at)
		     SELECT r.id, e.practice_id, e.track, e.fte, e.joined_by, e.joined_at
		       FROM entry e JOIN round r ON r.name = 'Earlier ${number}' WHERE e.round_id = ${round};
		     INSERT INTO score (round_id, practice_id, measure, met, not_met, excluded, excepted, missing)
		     SELECT r.id, s.practice_id, s.measure, s.met DIV (4 - ${number}), s.not_met + 5, 0, 0, 0
		       FROM score s JOIN round r ON r.name = 'Earlier ${number}'
		      WHERE s.round_id = ${round} AND s.measure <> 'Core 2'`);
	}
}

function removeEarlierRounds() {
	sql(`DELETE s FROM score s JOIN round r ON r.id = s.round_id WHERE r.name LIKE 'Earlier %';
	     DELETE e FROM entry e JOIN round r ON r.id = e.round_id WHERE r.name LIKE 'Earlier %';
	     DELETE FROM round WHERE name LIKE 'Earlier %'`);
}

test("the practice's earlier rounds stand beside this one", async () => {
	addEarlierRounds();
	await buildAgain('built');
	const report = await fetchReport(practiceMail);
	const lines = report.lines.filter((l) => l.past);
	const paper = squeezed(run('pdftotext', '-raw', onDisk(report, 'pdf'), '-'));
	const [head, ...rows] = readSheet(onDisk(report, 'xlsx'), 3);
	const page = [...report.page.html.split('id="rounds"')[1].split('</section>')[0].matchAll(/<tr><th scope="row".*?<\/tr>/gs)].map(([row]) => row);
	assert.deepEqual(report.result.rounds.map((r) => r.name), ['Earlier 1', 'Earlier 2', report.result.round]);
	assert.deepEqual(Object.values(head).slice(2, 4), ['Earlier 1: rate', 'Earlier 1: charts']);
	assert.ok(lines.length > 20 && !lines.some((l) => l.number === 'Core 2'));
	assert.equal(rows.length, lines.length);
	assert.equal(page.length, lines.length);
	assert.ok(lines.some((l) => l.past.mark === HIGHER) && lines.some((l) => l.past.mark === 0));
	for (const [i, l] of lines.entries()) {
		const rates = l.past.rounds.map(([met, of]) => [met, of]);
		const [[met, notMet]] = sql(`SELECT s.met, s.not_met FROM score s JOIN round r ON r.id = s.round_id
			WHERE r.name = 'Earlier 1' AND s.measure = '${l.number}' AND s.practice_id =
			(SELECT practice_id FROM report WHERE id = ${report.id})`);
		assert.deepEqual(rates[0], [Number(met), Number(met) + Number(notMet)], l.number);
		assert.deepEqual(rates[2], [l.met, l.of]);
		assert.ok(Math.abs(l.past.p - trendP(rates)) < 1e-9, `${l.number}: ${l.past.p}, not ${trendP(rates)}`);
		const sentence = page[i].match(/aria-label="([^"]*)"/)[1];
		const shares = rates.map(([m, of]) => percent(m / of));
		assert.ok(sentence.startsWith(`From ${shares[0]} to ${shares[2]} over 3 rounds: `), sentence);
		assert.match(sentence, l.past.mark === 0 ? /chance would explain/ : (l.past.mark === HIGHER) === l.lower ? /for the worse/ : /for the better/);
		assert.deepEqual([...page[i].matchAll(/class="figures">([\d.]+ %)</g)].map(([, rate]) => rate), shares);
		assert.ok(paper.includes(squeezed(sentence)), sentence);
		assert.equal(Object.values(rows[i]).at(-1), sentence);
		near(rows[i].C, l.past.rounds[0][2], l.number);
		assert.equal(rows[i].H, rates[2][1]);
		near(rows[i].I, l.past.p, l.number);
	}
	removeEarlierRounds();
	await buildAgain('built');
	assert.ok(!(await fetchReport(practiceMail)).page.html.includes('id="rounds"'));
});
