// Networks of practices: founded and joined, members side by side in page and file, rows hidden
// because members know each other's counts, and who leaves is gone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { textOf } from '../lib/forms.mjs';
import { waitForMail } from '../lib/mail.mjs';
import { rank } from '../lib/rank.mjs';
import { percent, readCsv, signedIn, verdicts, words } from '../lib/report_files.mjs';
import { day, makeRound, person, practiceOf } from '../lib/rounds.mjs';
import { makeStaff } from '../lib/staff.mjs';
import { sql, until } from '../lib/sql.mjs';

const name = `Prairie Network ${process.pid}`, purpose = 'Two neighbors learn from each other.';
const mails = { cedar: 'marchetti@cedar', north: 'abernathy@northshore', lakeside: 'okafor@lakeside' };
const people = {}, practices = {}, results = {};
let staff, round, past, network, here;

/** The lines of a practice's stored report, by measure. */
function linesOf(practice) {
	const [[hex]] = sql(`SELECT HEX(result) FROM report WHERE round_id = ${round} AND practice_id = ${practice}`);
	const { sections } = JSON.parse(Buffer.from(hex, 'hex').toString());
	return new Map(sections.flatMap((s) => s.lines.map((l) => [l.number, l])));
}

before(async () => {
	[[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	staff = new Client();
	await staff.signIn(makeStaff());
	for (const [key, mail] of Object.entries(mails)) {
		people[key] = await signedIn(mail);
		practices[key] = practiceOf(mail);
		results[key] = linesOf(practices[key]);
	}
	// A round of long ago, with reports that are copies of those of today.
	past = makeRound('released', day(-900), day(-880), `
		INSERT INTO report (round_id, practice_id, state, edition_hash, charts, page, result, built_at, released_at)
		SELECT @round, practice_id, state, edition_hash, charts, '', result, built_at, built_at FROM report
		 WHERE round_id = ${round} AND practice_id IN (${practices.cedar}, ${practices.north});`);
});

after(() => sql(`DELETE m FROM network_member m JOIN network n ON n.id = m.network_id WHERE n.name LIKE '%${process.pid}%';
	DELETE FROM network WHERE name LIKE '%${process.pid}%'; DELETE FROM report WHERE round_id = ${past};
	DELETE FROM round_module WHERE round_id = ${past}; DELETE FROM round_chart_count WHERE round_id = ${past};
	DELETE FROM round WHERE id = ${past}`));

/** The address of the form that invites, takes back, and so on. */
const at = (what = '') => `/staff/networks/${network}${what}`;

async function invite(key, words) {
	const page = await staff.get(`${at()}?find=${encodeURIComponent(words)}`);
	assert.ok(page.html.includes(`name="practice" value="${practices[key]}"`), page.text);
	return staff.submit(page, { practice: practices[key] }, at('/invite'));
}

test('staff found a network and invite practices by name; a mail and the dashboard say so', async () => {
	const list = await staff.get('/staff/networks');
	assert.equal((await staff.submit(list, { name, purpose: '' }, '/staff/networks')).status, 422);
	const made = await staff.submit(list, { name, purpose }, '/staff/networks');
	network = made.location.split('/').at(-1);
	here = `/practice/networks/${network}`;
	const twice = await staff.submit(list, { name, purpose }, '/staff/networks');
	assert.match(twice.text, /There is a network of that name/);
	assert.match((await staff.get(`${at()}?find=Hill+Country`)).text, /No approved practice/, 'one that waits for approval');
	for (const [key, part] of [['cedar', 'Cedar Val'], ['north', 'northshore'], ['lakeside', 'Lakeside']])
		assert.equal((await invite(key, part)).status, 303);
	const mail = await waitForMail({ to: mails.cedar, subject: name });
	assert.ok(mail.body.includes(purpose) && mail.body.includes(here), mail.body);
	for (const client of Object.values(people))
		assert.ok((await client.get('/dashboard')).html.includes(`href="${here}"`));
	assert.equal((await people.cedar.get(`/networks/${network}`)).status, 404, 'an invitation shows nothing');
	assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE action = 'network_invited' AND detail = 'network:${network}'`)[0][0], '3');
});

test('a viewer reads the invitation and cannot answer it; a manager refuses, and sees nothing', async () => {
	const viewer = new Client();
	await viewer.signIn('viewer');
	const page = await viewer.get(here);
	assert.match(page.text, /Which results: of each measure/);
	assert.ok(!page.html.includes('Accept and join'));
	const token = page.html.match(/name="_csrf" value="([^"]+)"/)[1];
	for (const path of [here, `${here}/refuse`, `${here}/leave`])
		assert.equal((await viewer.request('POST', path, { body: new URLSearchParams({ _csrf: token }) })).status, 404);
	const { lakeside } = people;
	const refused = await lakeside.submit(await lakeside.get(here), {}, `${here}/refuse`);
	assert.match((await lakeside.follow(refused)).text, /The invitation is refused/);
	assert.equal((await lakeside.get(`/networks/${network}`)).status, 404);
	assert.ok(!(await lakeside.get('/dashboard')).html.includes(`href="${here}"`));
});

test('accepting is an agreement: who, when, and from which results on', async () => {
	for (const [key, from] of [['cedar', round], ['north', past]]) {
		const client = people[key], page = await client.get(here);
		const bare = await client.submit(page, { from });
		assert.equal(bare.status, 422);
		assert.match(bare.text, /Tick the box to agree/);
		const strange = await client.submit(page, { from: 999999, agree: 'yes' });
		assert.match(strange.text, /Choose the first round/);
		const joined = await client.submit(page, { from, agree: 'yes' });
		assert.match((await client.follow(joined)).text, /Your practice is in the network/);
		const twice = await client.submit(page, { from, agree: 'yes' });
		assert.match((await client.follow(twice)).text, /That was decided already/);
	}
	assert.deepEqual(sql(`SELECT m.state, a.email, m.shares_from = o.closes FROM network_member m
		JOIN account a ON a.id = m.decided_by JOIN round o ON o.id = ${round}
		WHERE m.network_id = ${network} AND m.practice_id = ${practices.cedar} AND m.decided_at IS NOT NULL`),
	[['member', person(mails.cedar).email, '1']]);
	assert.equal(sql(`SELECT COUNT(*) FROM audit WHERE action = 'network_joined' AND detail = 'network:${network}'`)[0][0], '2');
});

/** The rows of the page: { number, hidden, all, [member]: text }. */
function rowsOf(html) {
	return [...html.matchAll(/<tr><th scope="row".*?<\/tr>/gs)].map(([row]) => ({
		number: textOf(row.match(/class="measure-number">(.*?)</)[1]),
		hidden: textOf(row.match(/class="network-hidden">(.*?)<\/td>/s)?.[1] ?? ''),
		cells: Object.fromEntries([...row.matchAll(/<td data-label="([^"]+)"[^>]*>(.*?)<\/td>/gs)].map(([, who, cell]) => [who, textOf(cell)])),
	}));
}

const titles = { cedar: 'Cedar Valley Cancer Center', north: 'Northshore Hematology Oncology' };
const told = (l) => (!l || l.of === 0 ? 'No charts'
	: `${percent(l.rate)} ${l.met} of ${l.of} ${l.of < 10 ? 'Too few to tell' : words(l)}`);

test('members are side by side with the figures of their reports, or the row says why not', async () => {
	const page = await people.cedar.get(`/networks/${network}`);
	const rows = rowsOf(page.html);
	assert.ok(rows.filter((r) => r.hidden).length > 10 && rows.filter((r) => !r.hidden).length > 10);
	for (const row of rows) {
		const all = results.cedar.get(row.number).national;
		if (all.rate !== undefined) assert.equal(row.cells['All practices'], `${percent(all.rate)} ${all.met} of ${all.of}`);
		if (row.hidden) assert.deepEqual([Object.keys(row.cells), row.hidden.startsWith('Not side by side: ')], [['All practices'], true]);
		else for (const key of ['cedar', 'north']) assert.equal(row.cells[titles[key]], told(results[key].get(row.number)), row.number);
	}
	assert.deepEqual(rowsOf((await staff.get(`/networks/${network}`)).html), rows, 'staff see the same');
});

test('the CSV says what the page says', async () => {
	const rows = rowsOf((await people.north.get(`/networks/${network}?round=${round}`)).html);
	const file = await people.north.request('GET', `/networks/${network}.csv?round=${round}`);
	assert.equal(file.headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
	const [head, ...lines] = readCsv(file.body.toString());
	const all = lines.map((line) => Object.fromEntries(head.map((column, i) => [column, line[i]])));
	const compared = (r) => (r.compared === 'few' ? 'Too few to tell' : r.compared === 'none' ? 'Not compared'
		: r.compared === 'same' ? 'Same' : `${Number(r.rate) > Number(r.all_rate) ? 'Higher' : 'Lower'}: ${r.compared}`);
	for (const row of rows) {
		const of = all.filter((r) => r.measure === row.number);
		if (row.hidden) {
			assert.deepEqual(of.map((r) => [r.member, r.met, r.charts, r.rate, r.p]), [['', '', '', '', '']]);
			assert.ok(['few_outside', 'singles_out'].includes(of[0].hidden));
		} else {
			assert.deepEqual(Object.fromEntries(of.map((r) => [r.member, Number(r.charts) === 0 ? 'No charts'
				: `${percent(Number(r.rate))} ${r.met} of ${r.charts} ${compared(r)}`])),
			Object.fromEntries(Object.entries(row.cells).filter(([who]) => who !== 'All practices')));
			assert.ok(of.every((r) => r.hidden === '' && [...verdicts, 'few'].includes(r.compared)));
		}
	}
	assert.equal(new Set(all.map((r) => r.measure)).size, rows.length);
});

/** The sets of one to `most` of a list. */
function* setsOf(list, most, from = 0) {
	for (let i = from; i < list.length; i++) {
		yield [list[i]];
		if (most > 1) for (const rest of setsOf(list, most - 1, i + 1)) yield [list[i], ...rest];
	}
}

/** Whether these counts of charts are fewer than 20, or mostly of one practice. */
const thin = (charts) => {
	const all = charts.reduce((sum, n) => sum + n, 0);
	return charts.length > 0 && (all < 20 || 2 * Math.max(...charts) > all);
};

test('the members together single out no few practices of a row; of hidden rows they could', async () => {
	const isIn = { national: () => true, fellowship: (id) => kinds.get(id) === 'fellowship' };
	const kinds = new Map(sql('SELECT id, kind FROM practice'));
	const cells = sql(`SELECT measure, level FROM aggregate WHERE round_id = ${round} AND hidden IS NULL`);
	for (const row of rowsOf((await people.cedar.get(`/networks/${network}`)).html)) {
		const counts = sql(`SELECT practice_id, met + not_met FROM score WHERE round_id = ${round} AND measure = '${row.number}' AND met + not_met > 0`);
		const there = counts.map(([id]) => id);
		const shown = cells.filter(([measure]) => measure === row.number).map(([, level]) => there.map((id) => (isIn[level](id) ? 1 : 0)));
		const known = there.flatMap((id, i) => ([practices.cedar, practices.north].includes(id) ? [i] : []));
		const others = there.map((_, i) => i).filter((i) => !known.includes(i));
		const whole = rank(shown, new Set(known));
		const programs = (set) => set.length > 2 && set.every((i) => isIn.fellowship(there[i])); // published as they are
		const broken = [...setsOf(others, 4)].filter((set) => !programs(set.filter((i) => isIn.fellowship(there[i])))
			&& rank(shown, new Set([...known, ...set])) < whole);
		const apart = shown.length > 1 ? others.filter((i) => !isIn.fellowship(there[i])) : others;
		const few = shown.length > 0 && thin(apart.map((i) => Number(counts[i][1])));
		assert.equal(broken.length > 0 || few, row.hidden !== '', `${row.number}: ${JSON.stringify(broken[0])}`);
	}
});

test('a member sees the rounds whose results it shares; nobody else sees anything', async () => {
	const path = `/networks/${network}?round=${past}`;
	const own = await people.north.get(path);
	assert.match(own.text, /Without results in this round: Cedar Valley Cancer Center/);
	assert.equal((await people.cedar.get(path)).status, 404);
	assert.ok(!(await people.cedar.get(`/networks/${network}`)).html.includes(`value="${past}"`));
	const stranger = await signedIn('carvalho@hospital');
	for (const one of [`/networks/${network}`, `/networks/${network}.csv`, here, `/networks/${network}?round=x`])
		assert.equal((await stranger.get(one)).status, 404, one);
	assert.match((await new Client().request('GET', `/networks/${network}`)).location, /^\/login/);
});

test('who leaves is gone at once, and what was seen of it still counts as known', async () => {
	const hiddenOf = async () => rowsOf((await people.cedar.get(`/networks/${network}`)).html).filter((r) => r.hidden).map((r) => r.number);
	const before = await hiddenOf();
	const left = await people.north.submit(await people.north.get(here), {}, `${here}/leave`);
	assert.match((await people.north.follow(left)).text, /has left the network/);
	assert.equal((await people.north.get(`/networks/${network}`)).status, 404);
	const page = await people.cedar.get(`/networks/${network}`);
	assert.ok(!page.html.includes(titles.north) && page.html.includes(titles.cedar));
	assert.deepEqual(await hiddenOf(), before);
	assert.match((await staff.get(at())).text, /Northshore Hematology Oncology ?, Evanston Left/);
	assert.equal((await invite('north', 'Northshore')).status, 303, 'it may be invited again');
	const taken = await staff.submit(await staff.get(at()), { practice: practices.north }, at('/withdraw'));
	assert.match((await staff.follow(taken)).text, /The invitation is taken back/);
});

test('staff take a member out: it is gone at once, and told', async () => {
	await invite('north', 'Northshore');
	const agreed = await people.north.submit(await people.north.get(here), { from: String(past), agree: 'yes' });
	assert.match((await people.north.follow(agreed)).text, /Your practice is in the network/);
	const page = await staff.get(at());
	const out = await staff.submit(page, { practice: practices.north }, at('/remove'));
	assert.match((await staff.follow(out)).text, /taken out of the network.*Northshore Hematology Oncology ?, Evanston Left/);
	assert.equal((await people.north.get(`/networks/${network}`)).status, 404);
	assert.ok(!(await people.cedar.get(`/networks/${network}`)).html.includes(titles.north));
	await waitForMail({ to: mails.north, subject: `no longer in the network ${name}` });
	const again = await staff.submit(page, { practice: practices.north }, at('/remove'));
	assert.match((await staff.follow(again)).text, /had left already/);
});

test('a network is renamed and ended; then nothing of it is shown', async () => {
	const page = await staff.get(at());
	const renamed = await staff.submit(page, { name: `${name} West` });
	assert.match((await staff.follow(renamed)).text, /West/);
	const ended = await staff.submit(page, {}, at('/end'));
	assert.match((await staff.follow(ended)).text, /This network has ended/);
	for (const client of [people.cedar, staff]) assert.equal((await client.get(`/networks/${network}`)).status, 404);
	assert.match((await people.cedar.get(here)).text, /Left/);
	assert.deepEqual(sql(`SELECT action FROM audit WHERE detail = 'network:${network}' ORDER BY id`).flat(), [
		'network_founded', 'network_invited', 'network_invited', 'network_invited', 'network_refused', 'network_joined',
		'network_joined', 'network_left', 'network_invited', 'network_withdrawn', 'network_invited', 'network_joined',
		'network_removed', 'network_renamed', 'network_ended',
	]);
});
