// Peer groups in every form of a performance report, figure by figure; and an attack on what a
// round's reports show, by adding and subtracting.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { textOf } from '../lib/forms.mjs';
import {
	absentOf, fetchReport, figure, near, onDisk, percent, populationsOf, readCsv, readSheet, run, squeezed, tests,
	thousands, verdicts, words,
} from '../lib/report_files.mjs';
import { sql, until } from '../lib/sql.mjs';

const kinds = ['private_academic', 'private_independent', 'employed', 'academic'];
const sizes = [2, 5, 14];
let round, report;

/** Many more practices in the finished round, with scores near those of its first practice. */
function addPractices() {
	const values = Array.from({ length: 56 }, (_, i) => `('Peer ${i}', '${kinds[i % 4]}', 'approved', UTC_TIMESTAMP(), 'verified',
		'${300000 + i}', 'Peer', '1 Main Street', 'Town', '${i % 5 === 0 ? 'BR' : 'US'}', ${sizes[i % 3]}, 100, UTC_TIMESTAMP())`);
	sql(`INSERT INTO practice (name, kind, status, status_at, member_state, member_id, member_last_name, address_line1,
	       city, country_code, fte, new_patients_a_year, created_at) VALUES ${values.join(',')};
	     INSERT INTO entry (round_id, practice_id, track, fte, joined_by, joined_at)
	     SELECT ${round}, id, 'standard', fte, (SELECT MIN(id) FROM account), UTC_TIMESTAMP()
	       FROM practice WHERE name LIKE 'Peer %';
	     INSERT INTO score (round_id, practice_id, measure, met, not_met, excluded, excepted, missing)
	     SELECT ${round}, p.id, s.measure, s.met DIV 2 + p.id MOD 7, s.not_met DIV 2 + p.id MOD 5, 0, 0, 0
	       FROM score s JOIN practice p ON p.name LIKE 'Peer %'
	      WHERE s.round_id = ${round} AND s.practice_id = (SELECT MIN(practice_id) FROM entry WHERE round_id = ${round});
	     INSERT INTO certification_term (practice_id, certified_on, ends_on, recorded_by, recorded_at)
	     SELECT p.id, r.closes, r.closes, (SELECT MIN(id) FROM account), UTC_TIMESTAMP() FROM practice p JOIN round r
	      WHERE r.id = ${round} AND (p.name LIKE 'Lakeside%' OR (p.name LIKE 'Peer %' AND p.id MOD 2 = 0))`);
}

function removePractices() {
	const of = 'practice_id IN (SELECT id FROM practice WHERE name LIKE \'Peer %\')';
	sql('DELETE FROM certification_term');
	sql(['report_part', 'report_file', 'report', 'score', 'entry'].map((table) => `DELETE FROM ${table} WHERE ${of};`).join('')
		+ "DELETE FROM practice WHERE name LIKE 'Peer %'");
}

/** The aggregates and reports of the round once more. */
async function releaseAgain() {
	sql(`UPDATE round SET state = 'closed' WHERE id = ${round};
	     UPDATE report SET state = 'built' WHERE round_id = ${round};
	     INSERT INTO job (kind, subject, run_after, created_at)
	     VALUES ('aggregate', 'round:${round}', UTC_TIMESTAMP(), UTC_TIMESTAMP())`);
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
}

before(async () => {
	[[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	addPractices();
	await releaseAgain();
	report = await fetchReport('okafor@lakeside');
	report.peers = report.result.peers.map((p) => ({
		...p,
		lines: p.lines.map(([all, test, pValue, mark, verdict]) => ({ all, test, p: pValue, mark, verdict })),
	}));
});

after(async () => {
	removePractices();
	await releaseAgain();
});

const hidden = (all) => ({
	practices: 'Too few practices to show', charts: 'Too few charts to show',
	dominant: 'Not shown: most charts are of one practice', complement: 'Not shown: it would tell of a few others',
}[all.hidden]);
/** A cell in words: the group's rate, and how the own one lies. */
const told = (l) => (l.all.rate === undefined ? hidden(l.all) ?? 'No figures'
	: `${percent(l.all.rate)} of ${thousands(l.all.of)} ${words(l)}`);
const anyShown = (i) => report.peers.some((p) => p.lines[i].all.rate !== undefined);

test('the groups are those of the practice, with figures from the scores', () => {
	assert.deepEqual(report.peers.map((p) => p.code), ['kind:private_independent', 'size:middle', 'country:us', 'certified:yes']);
	const alike = ["p.kind = 'private_independent'", 'e.fte > 3 AND e.fte <= 10', "p.country_code = 'US'",
		'p.id IN (SELECT practice_id FROM certification_term)'];
	let shown = 0;
	report.peers.forEach((peer, g) => {
		const all = new Map(sql(`SELECT s.measure, SUM(s.met), SUM(s.met + s.not_met), SUM(s.met + s.not_met > 0),
			AVG(IF(s.met + s.not_met > 0, s.met / (s.met + s.not_met), NULL))
			FROM score s JOIN entry e ON e.practice_id = s.practice_id AND e.round_id = s.round_id
			JOIN practice p ON p.id = s.practice_id WHERE s.round_id = ${round} AND ${alike[g]} GROUP BY s.measure`)
			.map(([measure, ...figures]) => [measure, figures.map(Number)]));
		peer.lines.forEach((l, i) => {
			if (l.all.rate === undefined) return;
			const [met, of, practices, mean] = all.get(report.lines[i].number);
			assert.deepEqual([l.all.met, l.all.of, l.all.practices], [met, of, practices]);
			assert.equal(l.all.rate, met / of);
			assert.ok(Math.abs(l.all.mean - mean) < 1e-3);
			shown++;
		});
	});
	assert.ok(shown > report.lines.length, `${shown} figures of groups are shown`);
});

test('the page has a row for each measure and a column for each group', () => {
	const section = report.page.html.split('<section aria-labelledby="peers">')[1].split('</section>')[0];
	const rows = [...section.matchAll(/<tr\b[^>]*><th scope="row".*?<\/tr>/gs)].map(([row]) => row);
	const wanted = report.lines.map((l, i) => ({ l, i })).filter(({ i }) => anyShown(i));
	assert.equal(rows.length, wanted.length);
	wanted.forEach(({ l, i }, r) => {
		assert.equal(textOf(rows[r].match(/class="measure-number">(.*?)</)[1]), l.number);
		for (const p of report.peers) {
			const cell = rows[r].match(new RegExp(`data-label="${p.title}">(.*?)</td>`, 's'))[1];
			assert.equal(textOf(cell), told(p.lines[i]));
		}
	});
});

test('the CSV has the columns of each group in every row', () => {
	const [head, ...rows] = readCsv(report.files.csv.body.toString());
	const all = rows.map((row) => Object.fromEntries(head.map((name, c) => [name, row[c]])));
	const own = all.filter((row) => row.level === 'practice');
	report.peers.forEach((p) => p.lines.forEach((l, i) => {
		const got = (name) => own[i][`${p.code.replace(':', '_')}_${name}`];
		const number = (name) => (got(name) === '' ? '' : Number(got(name)));
		const y = l.all;
		assert.equal(got('hidden'), y.rate === undefined ? (y.hidden ?? 'none') : '');
		assert.deepEqual(['practices', 'met', 'charts', 'rate', 'mean', 'q1', 'median', 'q3', 'p'].map(number),
			[y.practices, y.met, y.of, y.rate, y.mean, y.q1, y.median, y.q3, l.test ? l.p : undefined].map(figure));
		assert.deepEqual([got('test'), got('compared')], [tests[l.test], verdicts[l.verdict]]);
	}));
});

test('the workbook has a sheet of the groups', () => {
	const [head, ...rows] = readSheet(onDisk(report, 'xlsx'), 5);
	const columns = Object.fromEntries(Object.entries(head).map(([column, name]) => [name, column]));
	const wanted = report.peers.flatMap((p) => p.lines.map((l, i) => ({ p, l, line: report.lines[i] })));
	assert.equal(rows.length, wanted.length);
	wanted.forEach(({ p, l, line }, r) => {
		const got = (name) => rows[r][columns[name]];
		assert.deepEqual([got('Division'), got('Peer group'), got('Measure'), got('Compared')],
			[p.division, p.title, line.number, words(l)]);
		if (l.all.rate === undefined) {
			assert.equal(got('Group: why hidden'), hidden(l.all) ?? 'No figures');
			return;
		}
		near(got('Group: rate'), l.all.rate, line.number);
		near(got('Group: median'), l.all.median, line.number);
		assert.deepEqual([got('Group: charts met'), got('Group: of charts'), got('Group: how many')],
			[l.all.met, l.all.of, l.all.practices]);
		if (l.test) near(got('p'), l.p, line.number);
	});
});

test('the groups are strata of all practices in FHIR', () => {
	const all = JSON.parse(report.files.json.body.toString()).entry.map((e) => e.resource);
	report.lines.forEach((line, i) => {
		const [group] = all.find((r) => r.id === `${line.number.replaceAll(' ', '-')}-all-practices`).group;
		assert.deepEqual(group.stratifier.map((s) => s.code[0].text), ['Kind', 'Size', 'Country', 'Certification']);
		report.peers.forEach((p, g) => {
			const [stratum] = group.stratifier[g].stratum, y = p.lines[i].all;
			assert.deepEqual([stratum.value.coding[0].code, stratum.value.text], [p.code, p.title]);
			if (y.rate === undefined) {
				assert.equal(absentOf({ group: [stratum] }), y.hidden ? 'masked' : 'not-applicable');
				return;
			}
			assert.deepEqual(populationsOf({ group: [stratum] }), { denominator: y.of, numerator: y.met });
			near(stratum.measureScore.value, y.rate, line.number);
		});
	});
});

test('the PDF has a table of the groups', () => {
	const text = squeezed(run('pdftotext', '-raw', onDisk(report, 'pdf'), '-'));
	let at = text.indexOf('Yourpeergroups');
	report.lines.forEach((l, i) => {
		const own = l.of === 0 ? 'No rate' : percent(l.rate);
		const row = squeezed([l.number, l.title, l.lower ? '(lower is better)' : '', own,
			...report.peers.map((p) => told(p.lines[i]))].join(''));
		const found = text.indexOf(row, at);
		assert.ok(found >= 0, `no "${row}" behind "${text.slice(at, at + 400)}"`);
		at = found + row.length;
	});
});

/** The rank of rows of 0 and 1, in columns that are not `out`. */
function rank(rows, out) {
	const left = rows.map((row) => row.filter((_, i) => !out.has(i)));
	let found = 0;
	for (let c = 0; c < (left[0]?.length ?? 0) && found < left.length; c++) {
		const pivot = left.findIndex((row, r) => r >= found && Math.abs(row[c]) > 1e-9);
		if (pivot < 0) continue;
		[left[found], left[pivot]] = [left[pivot], left[found]];
		for (let r = found + 1; r < left.length; r++) {
			const by = left[r][c] / left[found][c];
			if (by !== 0) left[r] = left[r].map((x, i) => x - by * left[found][i]);
		}
		found++;
	}
	return found;
}

test('no practice can be singled out of all the reports of the round', () => {
	const members = sql(`SELECT p.id, p.kind, e.fte, p.country_code FROM entry e JOIN practice p ON p.id = e.practice_id
		WHERE e.round_id = ${round} ORDER BY p.id`);
	const isIn = {
		national: () => true, fellowship: ([, kind]) => kind === 'fellowship',
		'size:small': ([, , fte]) => fte <= 3, 'size:middle': ([, , fte]) => fte > 3 && fte <= 10, 'size:large': ([, , fte]) => fte > 10,
		'country:us': (m) => m[3] === 'US', 'country:other': (m) => m[3] !== 'US',
		...Object.fromEntries(kinds.map((kind) => [`kind:${kind}`, (m) => m[1] === kind])),
	};
	const shown = sql(`SELECT measure, IF(level = 'peer', peer, level) FROM aggregate
		WHERE round_id = ${round} AND hidden IS NULL ORDER BY measure`);
	let attacked = 0;
	for (const measure of new Set(shown.map(([m]) => m))) {
		const counted = new Set(sql(`SELECT practice_id FROM score WHERE round_id = ${round}
			AND measure = '${measure}' AND met + not_met > 0`).flat());
		const there = members.filter(([id]) => counted.has(id));
		const rows = shown.filter(([m]) => m === measure).map(([, cell]) => there.map((m) => (isIn[cell](m) ? 1 : 0)));
		attacked += rows.length;
		for (const reader of [0, there.length - 1]) {
			const whole = rank(rows, new Set([reader]));
			for (let i = 0; i < there.length; i++)
				assert.equal(rank(rows, new Set([reader, i])), whole, `${measure}: practice ${there[i]} as told to ${there[reader]}`);
		}
	}
	assert.ok(attacked > 100, `${attacked} cells were attacked`);
});
