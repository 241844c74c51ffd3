// Chart selection: criteria that staff edit, a log of candidates, draws that make charts
// and can be repeated, replacing a chart.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';
import { accounts } from '../lib/instance.mjs';
import { makeStaff } from '../lib/staff.mjs';
import { lines as rows } from '../lib/sql.mjs';

const person = (mail) => accounts().find((a) => a.email.includes(mail));
const signedIn = async (who) => {
	const client = new Client();
	await client.signIn(typeof who === 'string' ? person(who) : who);
	return client;
};

/** As assert.match, with a message that fits a screen. */
function says(page, pattern) {
	assert.ok(pattern.test(page.text), `${page.url.pathname} does not say ${pattern}: ${page.text.slice(0, 600)}`);
}

const day = (fromNow) => new Date(Date.now() + fromNow * 864e5).toISOString().slice(0, 10);
const token = (page) => ({ _csrf: page.html.match(/name="_csrf" value="([^"]*)"/)[1] });
const head = 'label,cancer_type,age_at_diagnosis,diagnosis_date,first_visit,visits,death_date';
/** Somebody who is eligible, with the last visit so many days ago. */
const patient = (label, ago, change = {}) => {
	const p = { cancer: 'breast', age: 61, diagnosis: -200, first: -150, ...change };
	const visits = [day(-120), day(-ago)].join(';');
	return `${label},${p.cancer},${p.age},${day(p.diagnosis)},${day(p.first)},${visits},`;
};
const list = (...lines) => [head, ...lines].join('\r\n');

let staff, practice, round, at;

/** Makes a round that ends soon, with few charts, through the pages; gives its id. */
async function makeRound(name, change = {}) {
	const form = { name, opens: day(1), closes: day(60), reports_expected: '', row_0_charts: '3' };
	for (let i = 1; i < 8; i++) Object.assign(form, { [`row_${i}_from`]: '', [`row_${i}_charts`]: '' });
	const made = await staff.submit(await staff.get('/staff/rounds/new'), { ...form, ...change });
	assert.equal(made.status, 303, made.text.slice(0, 400));
	return made.location.split('/').pop();
}

const open = async (id) => staff.submit(await staff.get(`/staff/rounds/${id}`), {}, '/open');

before(async () => {
	staff = await signedIn(makeStaff());
	practice = await signedIn('nakagawa');
	round = await makeRound(`Selection ${process.pid}`);
	at = `/rounds/${round}/selection`;
});

test('a new round has criteria of each module, which staff change until it opens', async () => {
	const path = `/staff/rounds/${round}/criteria`;
	const page = await staff.get(path);
	assert.match(page.html, /name="c_EOL_death_months" value="12"/);
	assert.match(page.html, /name="c_BREAST_cancer_breast" value="yes" checked/);
	assert.match(page.html, /name="c_CORE_min_age" value="18"/);
	const wrong = await staff.submit(page, { c_CORE_min_age: 'old', c_SMT_visits: '21', reference: '2026-02-30' });
	assert.equal(wrong.status, 422);
	says(wrong, /Core: "Age at diagnosis, at least" must be a whole number from 0 to 90/);
	assert.equal(wrong.text.match(/must be a whole number from 0 to (90|20)/g).length, 4);
	says(wrong, /Reference date must be a day of the calendar/);
	assert.match(wrong.html, /value="old"/);
	const half = await staff.submit(page, { c_CORE_visits: '0' });
	says(half, /belong together/);
	const saved = await staff.follow(
		await staff.submit(page, { c_CORE_min_age: '21', c_BREAST_min_age: '21', c_NSCLC_cancer_sclc: 'yes', reference: day(-1) }),
	);
	says(saved, /criteria are saved/);
	assert.match(saved.html, /name="c_CORE_min_age" value="21"/);
	const [nsclc] = rows(`SELECT cancers FROM criteria WHERE round_id = ${round} AND module = 'NSCLC'`);
	assert.equal(nsclc, 'nsclc;sclc');
	assert.equal(rows(`SELECT id FROM audit WHERE action = 'criteria_changed' AND detail = 'round:${round}'`).length, 1);
});

test('the worksheet says them in plain words', async () => {
	const page = await practice.get(`/rounds/${round}/criteria`);
	says(page, /At least 21 years old at diagnosis/);
	says(page, /Invasive cancer of: Non-small cell lung, Small cell lung/);
	says(page, /with at least 2 office visits in the 9 months before death/);
});

test('once it is open, the criteria stay', async () => {
	const before = await staff.get(`/staff/rounds/${round}/criteria`);
	await open(round);
	const late = await staff.submit(before, { c_CORE_min_age: '50' });
	assert.equal(late.status, 409);
	says(late, /criteria stay as they are/);
	const page = await staff.get(`/staff/rounds/${round}/criteria`);
	assert.doesNotMatch(page.html, /name="c_CORE_min_age"/);
	says(page, /At least 21 years old/);
});

test('without a sign-up there is no log', async () => {
	assert.equal((await practice.get(at)).status, 404);
	const page = await practice.get(`/rounds/${round}`);
	await practice.submit(page, { track: 'standard', fte: '4', module_BREAST: 'yes' }, '/join');
	says(await practice.get(at), /List the patients to choose from/);
});

/** Sends a list; the page that comes. */
async function send(text, more = {}) {
	return practice.follow(await practice.post(at, { ...token(await practice.get(at)), list: text, ...more }));
}

const candidates = () => rows(`SELECT label FROM candidate WHERE round_id = ${round} ORDER BY number`);

test('a list with mistakes is shown with line and column, and nothing of it is stored', async () => {
	const page = await send(list('John Smith,breast,61,,,,', patient('B-1', 20), '123-45-6789,x,y,1,2,3,4'));
	assert.equal(page.status, 422);
	says(page, /2 label That may be a name/);
	says(page, /2 diagnosis_date is not a day of the calendar/);
	says(page, /4 label That looks like a record or social security number/);
	says(page, /4 cancer_type is none of the cancers/);
	says(page, /Add only the one clean row/);
	assert.deepEqual(candidates(), []);
	assert.deepEqual(rows(`SELECT id FROM audit WHERE detail LIKE '%Smith%' OR detail LIKE '%6789%'`), []);
});

test('what is no list at all is told so', async () => {
	says(await send(''), /The list is empty/);
	says(await send(head), /there is no row in it yet/);
	says(await send('label,mrn\nB-1,1'), /Column 2 is none of those/);
	says(await send(`${head}\n"B-1,breast`), /not CSV.*a quoted field has no end/);
	says(await send(`${head}\n${'B-1,,,,,,\n'.repeat(5001)}`), /more than 5,000 rows/);
	assert.deepEqual(candidates(), []);
	const page = await practice.get(at);
	const body = new FormData();
	body.append('_csrf', token(page)._csrf);
	body.append('file', new Blob([Buffer.from(`\ufeff${list(patient('B-1', 20))}`, 'utf16le')]), 'list.csv');
	const utf16 = await practice.request('POST', at, { body });
	assert.equal(utf16.status, 400);
	says(utf16, /UTF-8/);
	const huge = await practice.request('POST', at, {
		body: new URLSearchParams({ ...token(page), list: 'x'.repeat(1_100_000) }),
	});
	assert.equal(huge.status, 413);
	assert.deepEqual(candidates(), []);
});

test('the clean rows may be chosen', async () => {
	const page = await send(list('Smith,breast,61,,,,', patient('B-1', 20), patient('B-2', 10)), { take: 'clean' });
	says(page, /The candidates are in the log/);
	assert.deepEqual(candidates(), ['B-1', 'B-2']);
});

test('a file counts as a list; a label that was not drawn is corrected', async () => {
	const page = await practice.get(at);
	const body = new FormData();
	body.append('_csrf', token(page)._csrf);
	body.append('list', '');
	const lines = [
		patient('b-1', 15),
		patient('B-2', 10),
		patient('B-3', 30),
		patient('B-4', 40, { age: 20 }),
		patient('B-5', 5, { first: -800 }),
		patient('C-1', 12, { cancer: 'colon' }),
	];
	body.append('file', new Blob([list(...lines)]), 'list.csv');
	const added = await practice.follow(await practice.request('POST', at, { body }));
	says(added, /The candidates are in the log/);
	assert.deepEqual(candidates(), ['B-2', 'b-1', 'B-3', 'B-4', 'B-5', 'C-1']);
	says(added, /B-4 Core: 20 years old at diagnosis, under 21; /);
	says(added, /B-5 Core: first visit \d{4}-\d\d-\d\d, before \d{4}-\d\d-\d\d/);
	const again = await practice.follow(await practice.request('POST', at, { body }));
	says(again, /in the log already, so nothing was changed/);
});

const charts = () =>
	rows(`SELECT h.label, h.state, GROUP_CONCAT(m.module ORDER BY m.module) FROM chart h
	        LEFT JOIN chart_module m ON m.chart_id = h.id WHERE h.round_id = ${round} GROUP BY h.id, h.label, h.state ORDER BY h.id`);

test('a draw takes the most recent first, until each module has its charts', async () => {
	const before = await practice.get(at);
	says(before, /Draw 4 charts/);
	const drawn = await practice.follow(await practice.submit(before, {}, '/draw'));
	says(drawn, /The charts are drawn/);
	assert.deepEqual(charts(), [
		'B-2\topen\tBREAST,CORE',
		'C-1\topen\tCORE',
		'b-1\topen\tBREAST,CORE',
		'B-3\topen\tBREAST,CORE',
	]);
	const twice = await practice.follow(await practice.submit(before, {}, '/draw'));
	says(twice, /Nothing was drawn/);
	assert.equal(charts().length, 4);
	says(await practice.get(`/rounds/${round}/charts`), /Chart 1 B-2/);
});

test('a drawn candidate does not come again', async () => {
	const page = await send(list(patient('B-2', 1), patient('B-6', 50), patient('B-7', 60)));
	says(page, /2 label is in the log and drawn/);
	await send(list(patient('B-2', 1), patient('B-6', 50), patient('B-7', 60)), { take: 'clean' });
	says(await practice.get(at), /B-6 .* Not needed .*B-7 .* Not needed/);
});

test('a chart that is not eligible is replaced by the next in the order, with the reason', async () => {
	const page = await practice.get(at);
	const [action] = page.html.match(/\/selection\/\d+\/refuse/);
	const none = await practice.submit(page, { reason: '' }, action);
	assert.equal(none.status, 422);
	says(none, /Reason/);
	const odd = await practice.submit(page, { reason: 'MRN 123456' }, action);
	assert.equal(odd.status, 422);
	const done = await practice.follow(await practice.submit(page, { reason: 'visits' }, action));
	says(done, /The next eligible one in the order took its place/);
	says(done, /Not eligible Fewer office visits than asked for/);
	assert.deepEqual(charts()[0], 'B-2\tineligible\tBREAST,CORE');
	assert.deepEqual(charts()[4], 'B-6\topen\tBREAST,CORE');
	const twice = await practice.follow(await practice.submit(page, { reason: 'visits' }, action));
	says(twice, /Somebody put that down already/);
	assert.equal(charts().length, 5);
	const list5 = await practice.get(`/rounds/${round}/charts`);
	says(list5, /Not eligible/);
});

test('an auditor repeats each draw to the same result', async () => {
	for (const number of [1, 2]) {
		const page = await practice.get(`${at}/draws/${number}`);
		assert.equal(page.status, 200);
		says(page, /takes the same candidates as it did then/);
	}
	assert.equal((await practice.get(`${at}/draws/3`)).status, 404);
	rows(`UPDATE candidate SET age = 20 WHERE round_id = ${round} AND label = 'B-3'`);
	const changed = await practice.get(`${at}/draws/1`);
	says(changed, /does not take the candidates that it took then/);
	rows(`UPDATE candidate SET age = 61 WHERE round_id = ${round} AND label = 'B-3'`);
});

test('ASCO staff read the log of a practice and repeat its draws', async () => {
	const [id] = rows(`SELECT practice_id FROM entry WHERE round_id = ${round}`);
	const list = await staff.get(`/staff/rounds/${round}`);
	const path = `/staff/practices/${id}/rounds/${round}/selection`;
	assert.ok(list.html.includes(`href="${path}"`), 'no link to the log');
	const log = await staff.get(path);
	says(log, /Harborview Oncology Group.*how the practice selected its charts/);
	assert.doesNotMatch(log.html, /\/refuse"|selection\/draw"|name="list"/);
	says(await staff.get(`${path}/draws/1`), /takes the same candidates as it did then/);
	assert.equal((await staff.get(`/staff/practices/1/rounds/${round}/selection`)).status, 404);
	assert.equal((await staff.get(`/staff/practices/${id}/rounds/9999/selection`)).status, 404);
	assert.equal((await practice.get(path)).status, 404);
});

test('a random order is that of its seed', async () => {
	const id = await makeRound(`Random ${process.pid}`);
	const path = `/staff/rounds/${id}/criteria`;
	await staff.submit(await staff.get(path), { ordering: 'random', reference: day(-1) }, path);
	await open(id);
	at = `/rounds/${id}/selection`;
	await practice.submit(await practice.get(`/rounds/${id}`), { track: 'standard', fte: '4', module_SMT: 'yes' }, '/join');
	await send(list(...Array.from({ length: 12 }, (_, i) => patient(`R-${i + 1}`, i + 2))));
	await practice.submit(await practice.get(at), {}, '/draw');
	const [seed] = rows(`SELECT seed FROM selection WHERE round_id = ${id}`);
	const mask = (1n << 64n) - 1n;
	const key = (number) => {
		let z = ((BigInt(seed) << 32n) + BigInt(number) + 0x9e3779b97f4a7c15n) & mask;
		z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
		z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
		return z ^ (z >> 31n);
	};
	const order = Array.from({ length: 12 }, (_, i) => i + 1).sort((a, b) => (key(a) < key(b) ? -1 : 1));
	const drawn = rows(`SELECT number FROM candidate WHERE round_id = ${id} AND draw = 1 ORDER BY number`);
	assert.deepEqual(drawn.map(Number), order.slice(0, 3).sort((a, b) => a - b));
	assert.match((await practice.get(`${at}/draws/1`)).text, new RegExp(`Seed ${seed}`));
});

test("another practice's log cannot be reached", async () => {
	const other = await signedIn('okafor');
	assert.equal((await other.get(at)).status, 404);
	assert.equal((await other.get(`${at}/draws/1`)).status, 404);
	const page = await other.get('/dashboard');
	const [candidate] = rows(`SELECT id FROM candidate WHERE round_id = ${round} AND label = 'B-6'`);
	const open2 = page.html.match(/\/rounds\/(\d+)\/charts/)[1];
	const own = await other.get(`/rounds/${open2}/selection`);
	const answer = await other.post(`/rounds/${open2}/selection/${candidate}/refuse`, { ...token(own), reason: 'age' });
	assert.equal(answer.status, 303);
	assert.deepEqual(rows(`SELECT refused FROM candidate WHERE id = ${candidate}`), ['NULL']);
});

test('two people draw at once: each chart is made once', async () => {
	const id = at.split('/')[2];
	rows(`UPDATE entry_module SET required = 9 WHERE entry_id IN (SELECT id FROM entry WHERE round_id = ${id})`);
	const page = await practice.get(at);
	const two = await Promise.all([practice.submit(page, {}, '/draw'), practice.submit(page, {}, '/draw')]);
	assert.deepEqual(two.map((answer) => answer.status), [303, 303]);
	assert.equal(rows(`SELECT id FROM chart WHERE round_id = ${id}`).length, 9);
});

test('fewer eligible charts are declared with count and reason, and block nothing', async () => {
	const path = `/rounds/${round}/fewer`;
	const page = await practice.get(path);
	const tried = async (values, words) => {
		const answer = await practice.submit(page, values, path);
		assert.equal(answer.status, 422);
		says(answer, words);
	};
	await tried({ n_BREAST: '3', r_BREAST: 'No more.' }, /Breast Cancer: Eligible charts must be a whole number below 3/);
	await tried({ n_BREAST: 'few', r_BREAST: 'No more.' }, /must be a whole number/);
	await tried({ n_BREAST: '2' }, /A reason is needed/);
	await tried({ n_BREAST: '2', r_BREAST: 'See MRN 12345678' }, /may be a record number/);
	await tried({ n_BREAST: '2', r_BREAST: 'x'.repeat(501) }, /longer than 500/);
	await tried({ r_BREAST: 'No more.' }, /must be a whole number/);
	const done = await practice.follow(
		await practice.submit(page, { n_BREAST: '2', r_BREAST: 'Only two were treated <here>.' }, path),
	);
	says(done, /Your declaration is saved/);
	says(done, /2 eligible in all: Only two were treated <here>\./);
	says(await practice.get('/dashboard'), /declared: 2 eligible/);
	says(await staff.get(`/staff/rounds/${round}`), /Breast Cancer 2 3 Only two were treated/);
	const again = await practice.get(path);
	assert.match(again.html, /name="n_BREAST" value="2"/);
});

test('a declaration stands in the report; a chart that is not eligible does not', async () => {
	await staff.submit(await staff.get(`/staff/rounds/${round}`), {}, '/close');
	const released = () => rows(`SELECT id FROM report WHERE round_id = ${round} AND state = 'released'`);
	for (let tries = 0; tries < 120 && released().length === 0; tries++) await pause(500);
	const report = await practice.get(`/reports/${released()[0]}`);
	says(report, /declared that it has no more than 2 eligible charts in this module: Only two were treated <here>/);
	says(report, /Charts that were not scored .*C-1/);
	assert.doesNotMatch(report.text, /B-2/);
	assert.equal((await practice.get(`/rounds/${round}/fewer`)).status, 409);
	assert.equal((await practice.get(`/rounds/${round}/selection`)).status, 200);
});
