// The forms of a performance report, read back as others would read them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './client.mjs';
import { accounts } from './instance.mjs';
import { sql } from './sql.mjs';

export const types = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8; header=present',
	json: 'application/fhir+json; charset=utf-8',
};

const folder = mkdtempSync(join(tmpdir(), 'myqopi-formats-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

export const signedIn = async (mail) => {
	const client = new Client();
	await client.signIn(accounts().find((a) => a.email.includes(mail)));
	return client;
};

/** A unit's line as it is stored, by names, with the measure that it is of. */
function unitLine([met, of, excluded, excepted, missing, rate, low, high, ...sides], line) {
	const [all, rest] = sides.map(([few, test, p, mark, verdict]) => ({ few, test, p, mark, verdict }));
	return { line, met, of, excluded, excepted, missing, rate, low, high, all, rest };
}

/** One report in all its forms: { client, path, result, lines, page, files }. */
export async function fetchReport(mail) {
	const client = await signedIn(mail);
	const list = await client.get('/reports');
	const path = list.html.match(/href="(\/reports\/\d+)"/)[1];
	const page = await client.get(path);
	const files = {};
	for (const format of Object.keys(types)) {
		assert.ok(page.html.includes(`href="${path}.${format}"`), `no link to the ${format}`);
		files[format] = await client.request('GET', `${path}.${format}`);
	}
	const id = path.split('/').at(-1);
	const [[hex]] = sql(`SELECT HEX(result) FROM report WHERE id = ${id}`);
	const result = JSON.parse(Buffer.from(hex, 'hex').toString());
	const lines = result.sections.flatMap((s) => s.lines.map((l) => ({ ...l, module: s.title })));
	const units = result.units.map((u) => ({
		level: ['site', 'physician', 'fellow'][u.level], name: u.name, charts: u.charts, id: u.id,
		lines: u.lines.map((l, i) => unitLine(l, lines[i])),
	}));
	return { client, path, id, result, lines, units, page, files };
}

/** Writes a file of a report to disk, for the programs that read it. */
export function onDisk(report, format) {
	const file = join(folder, `${report.id}.${format}`);
	writeFileSync(file, report.files[format].body);
	return file;
}

export const run = (...command) =>
	execFileSync(command[0], command.slice(1), { maxBuffer: 1 << 26 }).toString();

// How figures are written for people.
export const tenths = (share) => (Math.round(share * 1000) / 10).toFixed(1);
export const percent = (share) => `${tenths(share)} %`;
export const thousands = (n) => n.toLocaleString('en-US');
export const verdicts = ['none', 'same', 'better', 'worse'];
export const tests = ['none', 'fisher', 'chi_square'];
export const [LOWER, HIGHER] = [2, 1]; // marks
export const words = (l) =>
	l.verdict === 0 ? 'Not compared' : l.verdict === 1 ? 'Same'
		: `${l.mark === HIGHER ? 'Higher' : 'Lower'}: ${verdicts[l.verdict]}`;

/** Rows of CSV after RFC 4180. */
export function readCsv(text) {
	const rows = [[]];
	for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/g)) {
		rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
		if (end === '\r\n') rows.push([]);
	}
	assert.ok(rows.pop().join('') === '', 'the last line ends');
	return rows;
}

/** "" or a number: how the CSV writes a figure that may be missing. */
export const figure = (n) => (n === undefined ? '' : n);

const decoded = (xml) => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
	.replaceAll('&apos;', "'").replaceAll('&amp;', '&');

/** The cells of a sheet of a workbook, by column letter, a row each. */
export function readSheet(file, sheet) {
	const shared = [...run('unzip', '-p', file, 'xl/sharedStrings.xml').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)]
		.map(([, text]) => decoded(text));
	return [...run('unzip', '-p', file, `xl/worksheets/sheet${sheet}.xml`).matchAll(/<row [^>]*>(.*?)<\/row>/gs)]
		.map(([, row]) => Object.fromEntries(
			[...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)><v>(.*?)<\/v><\/c>/g)]
				.map(([, column, how, value]) => [column, how.includes('t="s"') ? shared[value] : Number(value)])));
}

/** Equal in the 16 digits that a workbook keeps. */
export const near = (got, wanted, what) =>
	assert.ok(Math.abs(got - wanted) <= 1e-15 * Math.max(1, Math.abs(wanted)), `${what}: ${got}, not ${wanted}`);

export const populationsOf = (measureReport) => Object.fromEntries(
	(measureReport.group[0].population ?? []).map((p) => [p.code.coding[0].code, p.count]));
export const absentOf = (measureReport) => measureReport.group[0].measureScore.extension?.[0].valueCode;

export const squeezed = (text) => text.replace(/\s+/g, '');

/** All text of a file, without its spaces. */
export function textIn(report, format) {
	const file = onDisk(report, format);
	return squeezed(format === 'pdf' ? run('pdftotext', '-raw', file, '-')
		: format === 'xlsx' ? run('unzip', '-p', file) : report.files[format].body.toString());
}
