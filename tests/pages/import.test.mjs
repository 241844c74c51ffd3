// Charts in and out as files: a dry run, conflicts, the job that writes, and the way round.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from '../lib/client.mjs';
import { day, enter, makeRound, person } from '../lib/rounds.mjs';
import { runNow, sql, until } from '../lib/sql.mjs';

const programs = process.env.MYQOPI_PROGRAMS ?? join(dirname(fileURLToPath(import.meta.url)), '../../fcgi');
const signedIn = async (mail) => {
	const client = new Client();
	await client.signIn(person(mail));
	return client;
};
const token = (page) => page.html.match(/name="_csrf" value="([^"]*)"/)[1];

/** As assert.match, with a message that fits a screen. */
function says(page, pattern) {
	assert.ok(pattern.test(page.text), `${page.url.pathname} does not say ${pattern}: ${page.text.slice(0, 900)}`);
}

let practice;
before(async () => {
	practice = await signedIn('nakagawa');
});

/** An open round of the practice's, without charts; its number. */
function openRound() {
	const round = makeRound('open', day(-10), day(60));
	enter(round, 'nakagawa');
	return round;
}

/** Has a file checked; the page that comes. */
async function check(round, file, more = {}, name = 'charts.csv') {
	const form = new FormData();
	form.set('_csrf', token(await practice.get(`/rounds/${round}/import`)));
	for (const [key, value] of Object.entries({ source: 'own', list: '', module_SMT: 'yes', ...more })) form.set(key, value);
	form.set('file', new File([file], name));
	return practice.request('POST', `/rounds/${round}/import`, { body: form });
}

/** Presses the button below a dry run and waits until the job is done; the page then. */
async function confirm(round, page) {
	const to = await practice.submit(page, {}, '/start');
	assert.equal(to.status, 303, to.text.slice(0, 300));
	const id = to.location.split('/').pop();
	await until(`SELECT state = 'running' FROM import WHERE id = ${id}`, '0');
	return practice.get(to.location);
}

const answers = (round) => sql(`SELECT COALESCE(c.label, c.number), a.element, a.value FROM chart c
	JOIN answer a ON a.chart_id = c.id WHERE c.round_id = ${round} AND a.value <> '' ORDER BY 1, 2`);
const head = 'chart_id,cancer_type,birth_date,dx_date,deceased,death_date,chemo_plan_elements,pain_score_2v';
const good = 'B-1,breast,1958-03-14,2026-01-12,no,,route;doses,4';

test('a file with mistakes is shown by row and column, and nothing of it is written', async () => {
	const round = openRound();
	const page = await check(round, [head, good, 'John Smith,x,1958-02-30,,,,nonsense,ten',
		'123-45-6789,,,,,,,', 'b-1,,,,,,,', ',,,,,,,', 'B-2,,1958-03-14,1950-01-01,,,,', 'B-3,colon,,,,,,,,,,9'].join('\r\n'));
	assert.equal(page.status, 200);
	says(page, /5 of 6 charts have errors/);
	says(page, /3 – chart_id John Smith That may be a name/);
	says(page, /3 – cancer_type x It must be breast, colon, rectal, .* or another code of the dictionary/);
	says(page, /3 – birth_date 1958-02-30 There is no such day/);
	says(page, /3 – chemo_plan_elements nonsense It must be doses, route, intervals or none, or several with ; between/);
	says(page, /3 – pain_score_2v ten Write a whole number/);
	says(page, /4 – chart_id 123-45-6789 That looks like a record or social security number/);
	says(page, /5 b-1 chart_id b-1 Line 2 has the same name/);
	says(page, /7 B-2 dx_date 1950-01-01 The date of diagnosis must not be before the date of birth/);
	says(page, /8 B-3 – – There are more fields than columns/);
	says(page, /Import the one clean chart/);
	assert.deepEqual(sql(`SELECT id FROM chart WHERE round_id = ${round}`), []);
	const kept = sql(`SELECT name, HEX(packed) FROM import_chart JOIN import ON id = import_id WHERE round_id = ${round}`);
	assert.deepEqual(kept.map(([name]) => name), ['B-1'], 'what was refused is kept nowhere');
	const done = await confirm(round, page);
	says(done, /The import is done/);
	assert.deepEqual(answers(round).filter(([, element]) => element === 'chemo_plan_elements'), [['B-1', 'chemo_plan_elements', 'doses;route']]);
});

test('columns that are no questions, doubled or missing ones end it', async () => {
	const round = openRound();
	const cases = [
		['chart_id,patient_name\r\nB-1,Ann', /The column "patient_name" is no question of this round/],
		['chart_id,sex,SEX\r\nB-1,male,male', /The column (sex|SEX) stands there twice/],
		['sex\r\nmale', /chart_id is missing/],
		['chart_id,sex', /no chart in the file yet/],
		['chart_id,sex\r\nB-1,"male', /is not CSV from field 2/],
		[Buffer.from('chart_id,sex\r\nB\xff-1,male', 'latin1'), /CSV UTF-8/],
		[Buffer.from('PK\x03\x04 no workbook at all'), /workbook is damaged/],
		[Buffer.alloc(1000), /is not CSV/],
	];
	for (const [file, words] of cases) {
		const page = await check(round, file);
		assert.equal(page.status, 422, String(words));
		says(page, words);
	}
	says(await check(round, ''), /Choose a file, or paste a list/);
	assert.deepEqual(sql(`SELECT id FROM import WHERE round_id = ${round}`), []);
});

test('files are read as spreadsheets write them', async () => {
	const rows = 'chart_id,cancer_type,birth_date\nK-1,breast,1960-05-06\n';
	const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows, 'utf16le')]);
	const files = { bom: '\ufeff' + rows, utf16, big: Buffer.from(utf16).swap16(), cr: rows.replaceAll('\n', '\r'),
		semicolons: rows.replaceAll(',', ';'), tabs: rows.replaceAll(',', '\t') };
	for (const [name, file] of Object.entries(files)) {
		const page = await check(openRound(), file);
		assert.equal(page.status, 200, `${name}: ${page.text.slice(0, 500)}`);
		says(page, /All 1 charts of the file are clean/);
	}
});

test('an answer of a person is not replaced unless that is asked for', async () => {
	const round = openRound();
	await confirm(round, await check(round, `${head}\r\n${good}`));
	says(await check(round, `${head}\r\n${good}`), /Every answer of the file is in the charts already/);
	const other = `${head}\r\nB-1,colon,,,,,,\r\nB-9,colon,,,,,,`;
	const page = await check(round, other);
	says(page, /2 B-1 cancer_type colon The chart has another answer: Breast/);
	says(page, /Import the one clean chart/);
	const replaced = await check(round, other, { overwrite: 'yes' });
	says(replaced, /Answers for charts that are there 1/);
	// somebody answers between the dry run and the import: that chart is skipped
	const late = await check(round, `${head}\r\nB-1,,,,yes,,,`, { overwrite: 'yes' });
	await confirm(round, replaced);
	assert.deepEqual(sql(`SELECT h.version, h.value FROM answer_history h JOIN chart c ON c.id = h.chart_id
		WHERE c.round_id = ${round} AND c.label = 'B-1' AND element = 'cancer_type' ORDER BY 1`), [['1', 'breast'], ['2', 'colon']]);
	sql(`UPDATE chart SET state = 'ineligible' WHERE round_id = ${round} AND label = 'B-1'`);
	const done = await confirm(round, late);
	says(done, /Skipped 1/);
	says(done, /B-1 It is not open any more/);
	says(await check(round, `${head}\r\nB-1,breast,,,,,,`), /found not eligible and has other answers/);
});

test('a dry run that was confirmed once, discarded or changed is not written again', async () => {
	const round = openRound();
	const page = await check(round, `${head}\r\n${good}`);
	const twice = await practice.submit(page, {}, '/start');
	assert.equal((await practice.submit(page, {}, '/start')).location, twice.location);
	await until(`SELECT state FROM import WHERE round_id = ${round}`, 'done');
	assert.equal(sql(`SELECT id FROM chart WHERE round_id = ${round}`).length, 1);
	const second = await check(round, `${head}\r\n${good.replace('B-1', 'B-2')}`);
	const forged = await practice.follow(await practice.submit(second, { seal: 'f'.repeat(64) }, '/start'));
	says(forged, /not the one you saw/);
	says(await practice.follow(await practice.submit(second, {}, '/drop')), /discarded/);
	assert.equal((await practice.submit(second, {}, '/start')).status, 404);
	assert.equal(sql(`SELECT id FROM chart WHERE round_id = ${round}`).length, 1);
});

test('a round that closes stops the import between two charts, never within one', async () => {
	const round = openRound();
	const page = await check(round, `${head}\r\n${good}`);
	sql(`UPDATE round SET state = 'closed' WHERE id = ${round}`);
	assert.equal((await practice.submit(page, {}, '/start')).status, 409);
	assert.equal(sql(`SELECT id FROM chart WHERE round_id = ${round}`).length, 0);
});

test('what nobody confirmed is deleted after a day', async () => {
	const round = openRound(), page = await check(round, `${head}\r\n${good}`);
	const left = `SELECT COUNT(*) FROM import JOIN import_chart ON import_id = id WHERE round_id = ${round}`;
	await runNow('sweep');
	assert.deepEqual(sql(left), [['1']]);
	sql(`UPDATE import SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE round_id = ${round}`);
	assert.match((await practice.follow(await practice.submit(page, {}, '/start'))).text, /Nothing was written/);
	await runNow('sweep');
	assert.deepEqual(sql(left), [['0']]);
});

/** Every kind of answer, in charts of every state, made by the demonstration's own practice. */
async function exported(client, round, format) {
	const answer = await client.request('GET', `/rounds/${round}/export.${format}`);
	assert.equal(answer.status, 200);
	assert.match(answer.headers.get('content-disposition'), new RegExp(`charts-round-${round}\\.${format}`));
	return answer;
}

test('an export comes back into an empty round with the same answers, as CSV and as XLSX', async () => {
	const lakeside = await signedIn('okafor');
	const [, from] = (await lakeside.get('/dashboard')).html.match(/\/rounds\/(\d+)\/charts/);
	const csv = (await exported(lakeside, from, 'csv')).html;
	const charts = sql(`SELECT COUNT(*) FROM chart c JOIN membership m USING (practice_id) JOIN account a ON a.id = m.account_id
		WHERE round_id = ${from} AND a.email LIKE 'okafor%'`).flat()[0];
	const columns = (text) => text.split('\r\n').map((row) => row.split(',').filter((_, i) => i === 0 || i > 3).join(','));
	for (const format of ['csv', 'xlsx']) {
		const round = openRound();
		const file = (await exported(lakeside, from, format)).body;
		const page = await check(round, file);
		says(page, new RegExp(`All ${charts} charts of the file are clean`));
		await confirm(round, page);
		const back = (await exported(practice, round, 'csv')).html;
		const without = (text) => columns(text).map((row) => { // the program's own date
			const cells = row.split(',');
			cells.splice(columns(text)[0].split(',').indexOf('abstraction_date'), 1);
			return cells.join(',');
		});
		assert.deepEqual(without(back), without(csv), format);
	}
	assert.equal(sql(`SELECT COUNT(*) > 0 FROM audit WHERE action = 'charts_exported' AND detail LIKE 'round:${from} %'`).flat()[0], '1');
});

test('an export is what `qopi evaluate` takes', async () => {
	const lakeside = await signedIn('okafor');
	const [, round] = (await lakeside.get('/dashboard')).html.match(/\/rounds\/(\d+)\/charts/);
	const csv = (await exported(lakeside, round, 'csv')).html;
	const out = execFileSync(join(programs, 'qopi'), ['evaluate', '--only', 'CORE'], { input: csv, encoding: 'utf8' });
	const names = new Set(out.trim().split('\r\n').slice(1).map((row) => row.split(',')[0]));
	assert.equal(names.size, csv.trim().split('\r\n').length - 1);
});

test('charts that are complete are completed when that is asked for, and others stay open', async () => {
	const lakeside = await signedIn('okafor');
	const [, from] = (await lakeside.get('/dashboard')).html.match(/\/rounds\/(\d+)\/charts/);
	const csv = (await exported(lakeside, from, 'csv')).html;
	const round = openRound();
	const page = await check(round, `${csv}Open-1${','.repeat(csv.split('\r\n')[0].split(',').length - 1)}\r\n`, { complete: 'yes' });
	const ready = Number(page.text.match(/Ready to be completed (\d+)/)[1]);
	const done = await confirm(round, page);
	says(done, new RegExp(`Completed ${ready}`));
	assert.equal(sql(`SELECT COUNT(*) FROM chart WHERE round_id = ${round} AND state = 'complete' AND packed IS NOT NULL
		AND marks IS NOT NULL`).flat()[0], String(ready));
	assert.equal(sql(`SELECT state FROM chart WHERE round_id = ${round} AND label = 'Open-1'`).flat()[0], 'open');
	assert.ok(ready > 0);
});

test('a label that a spreadsheet would take for a formula is no formula in CSV', async () => {
	const round = openRound();
	await confirm(round, await check(round, 'chart_id,sex\r\n"=A1+B2",male\r\n@7,male\r\n-5,male\r\n'));
	const csv = (await exported(practice, round, 'csv')).html;
	assert.deepEqual(csv.trim().split('\r\n').slice(1).map((row) => row.split(',')[0]), ["'=A1+B2", "'@7", "'-5"]);
	says(await check(round, csv), /Every answer of the file is in the charts already/);
});

test('REDCap: the dictionary, and a record export that comes in', async () => {
	const round = openRound();
	const dictionary = await practice.request('GET', `/rounds/${round}/redcap.csv`);
	assert.equal(dictionary.status, 200);
	const rows = dictionary.html.trim().split('\r\n');
	assert.match(rows[0], /^Variable \/ Field Name,Form Name,Section Header,Field Type,/);
	assert.match(rows[2], /^chart_modules,chart,,checkbox,/);
	assert.ok(/\r\ndeath_date,chart,[^\r]*date_ymd,,,,\[deceased\] = 'yes',y/.test(dictionary.html));
	const records = ['record_id,redcap_data_access_group,chart_modules___core,chart_modules___smt,cancer_type,deceased,death_date,' +
		'birth_date,chemo_plan_elements___doses,chemo_plan_elements___route,chemo_plan_elements___nd,pain_score_2v,chart_complete',
	'R-1,,1,0,breast,yes,2026-03-01,1950-01-01,1,1,0,ND,2', 'R-2,,1,1,colon,no,,,0,0,0,3,0', ''].join('\n');
	await confirm(round, await check(round, records, { source: 'redcap' }, 'records.csv'));
	assert.deepEqual(answers(round), [
		['R-1', 'birth_date', '1950-01-01'], ['R-1', 'cancer_type', 'breast'], ['R-1', 'chemo_plan_elements', 'doses;route'],
		['R-1', 'death_date', '2026-03-01'], ['R-1', 'deceased', 'yes'], ['R-1', 'pain_score_2v', 'not_documented'],
		['R-2', 'cancer_type', 'colon'], ['R-2', 'deceased', 'no'], ['R-2', 'pain_score_2v', '3']]);
	assert.deepEqual(sql(`SELECT c.label, GROUP_CONCAT(module ORDER BY module) FROM chart c JOIN chart_module m ON m.chart_id = c.id
		WHERE c.round_id = ${round} GROUP BY 1`), [['R-1', 'CORE'], ['R-2', 'CORE,SMT']]);
	const wrong = await check(round, 'record_id,redcap_repeat_instance,chemo_plan_elements___doses\nR-5,2,\nR-6,,7\n', { source: 'redcap' });
	says(wrong, /2 R-5 redcap_repeat_instance 2 Repeated instruments/);
	says(wrong, /3 R-6 chemo_plan_elements___doses 7 A box is 1 if it is ticked/);
	says(await check(round, 'record_id,mrn\nR-5,1\n', { source: 'redcap' }), /"mrn" is no question/);
});

test('a workbook that unpacks to far more than it is, or is none, is refused', async () => {
	const dir = mkdtempSync(join(tmpdir(), 'myqopi-bomb-'));
	const sheet = '<worksheet><sheetData><row><c t="inlineStr"><is><t>' + ' '.repeat(60_000_000) + '</t></is></c></row></sheetData></worksheet>';
	const parts = {
		'xl/workbook.xml': '<workbook><sheets><sheet id="r1"/></sheets></workbook>',
		'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
		'xl/sheet.xml': sheet,
	};
	const pack = (name, changed) => {
		const file = join(dir, name);
		const script = 'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED)\n' +
			'[z.writestr(n,t) for n,t in json.load(open(sys.argv[2])).items()]\nz.close()';
		writeFileSync(`${file}.json`, JSON.stringify({ ...parts, ...changed }));
		execFileSync('python3', ['-c', script, file, `${file}.json`]);
		return execFileSync('cat', [file], { maxBuffer: 1 << 26 });
	};
	const round = openRound();
	says(await check(round, pack('bomb', {})), /unpacks to more than a list of charts can be/);
	const entities = '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>';
	says(await check(round, pack('entities', { 'xl/sheet.xml': entities })), /workbook is damaged/);
	says(await check(round, pack('none', { 'xl/workbook.xml': '<workbook/>' })), /no sheet with cells/);
	const many = Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`x${i}`, '']));
	says(await check(round, pack('many', many)), /unpacks to more than/);
	const fine = '<worksheet><sheetData><row r="1"><c t="str"><v>chart_id</v></c><c t="str"><v>birth_date</v></c></row>' +
		'<row r="4"><c t="str"><v>X-1</v></c><c><v>21000</v></c></row></sheetData></worksheet>';
	const page = await check(round, pack('fine', { 'xl/sheet.xml': fine }));
	says(page, /All 1 charts of the file are clean/);
	await confirm(round, page);
	assert.deepEqual(answers(round), [['X-1', 'birth_date', '1957-06-29']]);
	rmSync(dir, { recursive: true });
});

test('a file over the limit is refused before it is read', async () => {
	const page = await check(openRound(), Buffer.alloc(18_000_000, 'x'));
	assert.equal(page.status, 413);
});
