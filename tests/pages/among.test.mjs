// Difference or chance: what a report says of funnel limits, shrunken rates, percentiles and the
// family of marks is the one stored result in every form, and worked out right.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	fetchReport, HIGHER, LOWER, near, onDisk, percent, readCsv, readSheet, run, squeezed, tenths,
} from '../lib/report_files.mjs';
import { sql, until } from '../lib/sql.mjs';

const places = ['inside', 'beyond_95', 'beyond_998'];
const placeWords = ['Inside the limits of chance', 'Outside the 95 % limits', 'Outside the 99.8 % limits'];
const words = (low, high) => `${tenths(low)}–${percent(high)}`;
let round, report, told;

before(async () => {
	[[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	report = await fetchReport('okafor@lakeside');
	told = report.lines.filter((l) => l.among);
});

/** The practices' counts of a measure, as they were scored. */
const practices = (number) =>
	sql(`SELECT met, met + not_met FROM score WHERE round_id = ${round} AND measure = '${number}'
	        AND met + not_met > 0`).map((row) => row.map(Number));

test('it is told where all practices are shown, and worth comparing', () => {
	assert.ok(told.length > 20);
	assert.equal(told.length, report.lines.filter((l) => l.of > 0 && l.national.rate !== undefined).length);
	assert.ok(told.some((l) => l.among.place > 0) && told.some((l) => l.among.place === 0));
	assert.ok(told.some((l) => l.among.inflation > 1) && told.some((l) => l.among.inflation === 1));
	assert.ok(told.some((l) => l.among.percentile === undefined || l.of >= 10));
	assert.ok(told.some((l) => l.beyond_chance));
});

test('percentiles and limits fit the counts of all practices', () => {
	for (const l of told) {
		const shares = practices(l.number).map(([met, of]) => met / of);
		const own = l.met / l.of;
		const below = shares.filter((s) => s < own).length, equal = shares.filter((s) => s === own).length;
		const rank = (100 * (below + equal / 2)) / shares.length;
		if (l.of >= 10) near(l.among.percentile, l.lower ? 100 - rank : rank, l.number);
		else assert.equal(l.among.percentile, undefined);
		const [[low, high], [lowest, highest]] = [l.among.near, l.among.far];
		assert.ok(lowest <= low && low <= l.national.rate && l.national.rate <= high && high <= highest, l.number);
		const place = own < lowest || own > highest ? 2 : own < low || own > high ? 1 : 0;
		assert.equal(l.among.place, place, l.number);
		const [shrunken] = l.among.shrunken;
		const between = (x, a, b) => x >= Math.min(a, b) - 1e-12 && x <= Math.max(a, b) + 1e-12;
		assert.ok(between(shrunken, own, l.national.rate), `${l.number}: ${shrunken}`);
	}
});

test('marks that stand are those of Benjamini and Hochberg', () => {
	const compared = report.lines.filter((l) => l.test > 0).sort((a, b) => a.p - b.p);
	let stand = 0;
	compared.forEach((l, i) => {
		if (l.p <= (0.05 * (i + 1)) / compared.length) stand = i + 1;
	});
	assert.deepEqual(new Set(compared.slice(0, stand).map((l) => l.number)),
		new Set(report.lines.filter((l) => l.beyond_chance).map((l) => l.number)));
	const marked = report.lines.filter((l) => [LOWER, HIGHER].includes(l.mark)).length;
	const sentence = `${marked} of ${compared.length} measures ${marked === 1 ? 'is' : 'are'} marked`;
	assert.ok(report.page.text.includes(sentence), sentence);
});

test('the CSV and FHIR have every figure with all its digits', () => {
	const [head, ...all] = readCsv(report.files.csv.body.toString());
	const rows = all.filter((row) => row[head.indexOf('level')] === 'practice');
	const bundle = JSON.parse(report.files.json.body.toString());
	report.lines.forEach((l, i) => {
		const got = Object.fromEntries(head.map((name, c) => [name, rows[i][c]]));
		assert.equal(got.beyond_chance, l.beyond_chance ? 'yes' : 'no');
		if (!l.among) {
			assert.equal(got.limit_95_low + got.place + got.shrunken + got.percentile, '');
			return;
		}
		const m = l.among;
		const figures = {
			limit_95_low: m.near[0], limit_95_high: m.near[1], limit_998_low: m.far[0], limit_998_high: m.far[1],
			shrunken: m.shrunken[0], shrunken_low: m.shrunken[1], shrunken_high: m.shrunken[2],
			shrunken_weight: m.weight, inflation: m.inflation, between: m.between,
			...(m.percentile !== undefined && { percentile: m.percentile }),
		};
		const own = bundle.entry.map((e) => e.resource).find((r) => r.id === l.number.replaceAll(' ', '-'));
		const parts = new Map(own.group[0].extension[0].extension.map((e) => [e.url, e]));
		for (const [name, value] of Object.entries(figures)) {
			assert.equal(Number(got[name]), value, `${l.number}: ${name}`);
			assert.equal(parts.get(name).valueDecimal, Number(value.toPrecision(15)), `${l.number}: ${name}`);
		}
		assert.deepEqual([got.place, parts.get('place').valueCode], [places[m.place], places[m.place]]);
		assert.equal(parts.get('beyond_chance').valueBoolean, l.beyond_chance);
		if (m.percentile === undefined) assert.deepEqual([got.percentile, parts.has('percentile')], ['', false]);
	});
});

test('the workbook and the paper say the same', () => {
	const file = onDisk(report, 'xlsx');
	const names = [...run('unzip', '-p', file, 'xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)].map(([, n]) => n);
	const [head, ...rows] = readSheet(file, names.indexOf('Chance') + 1);
	const columns = Object.fromEntries(Object.entries(head).map(([column, name]) => [name, column]));
	const paper = squeezed(run('pdftotext', '-raw', onDisk(report, 'pdf'), '-'));
	assert.equal(rows.length, told.length);
	told.forEach((l, i) => {
		const m = l.among;
		const got = (name) => rows[i][columns[name]];
		const figures = {
			'Of charts': l.of, Rate: l.rate, 'All practices': l.national.rate, '95 % limit, low': m.near[0],
			'95 % limit, high': m.near[1], '99.8 % limit, low': m.far[0], '99.8 % limit, high': m.far[1],
			'Shrunken rate': m.shrunken[0], 'Its interval, low': m.shrunken[1], 'Its interval, high': m.shrunken[2],
			'Weight of your own charts': m.weight, 'Inflation of the variance': m.inflation,
			'Variance between practices': m.between,
		};
		for (const [name, value] of Object.entries(figures)) near(got(name), value, `${l.number}: ${name}`);
		if (m.percentile === undefined) assert.equal(got('Percentile'), 'Too few to tell');
		else near(got('Percentile'), m.percentile, l.number);
		assert.deepEqual([got('Measure'), got('In words'), got('Mark stands among all')],
			[l.number, placeWords[m.place], l.beyond_chance ? 'yes' : 'no']);
		const printed = [l.number, percent(l.rate), words(...m.near), words(...m.far),
			m.percentile === undefined ? 'Too few' : String(Math.floor(m.percentile)),
			`${percent(m.shrunken[0])}, ${words(m.shrunken[1], m.shrunken[2])}`, placeWords[m.place]].join('');
		assert.ok(paper.includes(squeezed(printed)), `the paper: ${printed}`);
	});
});

test("a measure's own page draws it, and says it in a sentence and a table", async () => {
	for (const l of [told.find((one) => one.among.place > 0), told.at(-1)]) {
		const page = await report.client.get(`${report.path}/measures/${encodeURIComponent(l.number)}`);
		assert.equal(page.status, 200);
		assert.ok(page.text.includes(`${percent(l.rate)} of ${l.of} charts, where chance alone leaves`), page.text);
		assert.ok(page.text.includes(`${percent(l.among.near[0])} to ${percent(l.among.near[1])}`));
		assert.ok(page.text.includes(placeWords[l.among.place]));
		assert.equal([...page.html.matchAll(/<polyline class="funnel-(?:near|far)" points="[\d., ]+">/g)].length, 4);
	}
	const hidden = report.lines.find((l) => !l.among);
	const page = await report.client.get(`${report.path}/measures/${encodeURIComponent(hidden.number)}`);
	assert.match(page.text, /nothing to compare with here/);
	assert.equal((await report.client.get(`${report.path}/measures/Core%20999`)).status, 404);
});
