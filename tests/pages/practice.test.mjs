// A practice's own data: its sites, its physicians and fellows, its address; and what they
// mean for charts and for the charts that a sign-up asks for.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { sql } from '../lib/sql.mjs';
import { signedInStaff } from '../lib/staff.mjs';

const signedIn = async (role) => {
	const client = new Client();
	await client.signIn(role);
	return client;
};
const says = (page, pattern) =>
	assert.ok(pattern.test(page.text), `${page.url.pathname} does not say ${pattern}: ${page.text.slice(0, 900)}`);
const value = (query) => sql(query)[0]?.[0];
const idOf = (table, name) => value(`SELECT id FROM ${table} WHERE name = '${name}'`);

let manager, abstractor, viewer, practice, charts;

before(async () => {
	[manager, abstractor, viewer] = await Promise.all(['physician', 'abstractor', 'viewer'].map(signedIn));
	practice = value("SELECT id FROM practice WHERE name LIKE 'Lakeside%'");
	charts = (await manager.get('/dashboard')).html.match(/\/rounds\/\d+\/charts/)[0];
});

/** Fills a page's form and shows what comes of it. */
const send = async (client, path, fields) => client.submit(await client.get(path), fields, path);

test('a manager adds, renames and closes a site', async () => {
	const added = await manager.follow(await send(manager, '/practice/sites', { name: 'Harbor annex', city: 'Monona' }));
	says(added, /The site is added\. .*Harbor annex Monona Open/);
	const path = `/practice/sites/${idOf('practice_site', 'Harbor annex')}`;
	says(await manager.follow(await send(manager, path, { name: 'Harbor clinic' })), /Saved\. .*Harbor clinic Monona Open/);
	says(await manager.follow(await send(manager, path, { closed: 'yes' })), /Harbor clinic Monona Closed/);
	assert.ok(!(await manager.get(charts)).html.includes('>Harbor clinic</option>'), 'a closed site is offered');
	for (const client of [abstractor, viewer]) {
		assert.equal((await client.get(path)).status, 404);
		assert.ok(!(await client.get('/practice/sites')).html.includes('Add a site'));
	}
});

test('a site needs a name of its own, and one stays open', async () => {
	const twice = await send(manager, '/practice/sites', { name: 'West clinic', city: 'Verona' });
	assert.equal(twice.status, 422);
	says(twice, /Your practice has a site of that name/);
	assert.match(twice.html, /value="Verona"/);
	assert.equal((await send(manager, '/practice/sites', { name: '', city: '' })).status, 422);
	const director = await signedIn('director');
	const only = `/practice/sites/${value("SELECT MIN(s.id) FROM practice_site s JOIN practice p ON p.id = s.practice_id WHERE p.name LIKE 'Riverbend%'")}`;
	const refused = await send(director, only, { closed: 'yes' });
	assert.equal(refused.status, 422);
	says(refused, /This is your only open site/);
	assert.equal((await manager.get(only)).status, 404);
});

test('the list of physicians takes people with and without an account', async () => {
	const added = await manager.follow(await send(manager, '/practice/physicians', { name: 'Dr. Ida Quist', kind: 'physician' }));
	says(added, /Added to the list\. .*Dr\. Ida Quist Physician – –/);
	const brandt = value("SELECT account_id FROM physician WHERE name = 'Dr. Alan Brandt'");
	const path = `/practice/physicians/${idOf('physician', 'Dr. Ida Quist')}`;
	const taken = await send(manager, path, { account: brandt });
	assert.equal(taken.status, 422);
	says(taken, /This account belongs to another one on the list already/);
	const twice = await send(manager, path, { name: 'Dr. Ngozi Okafor' });
	says(twice, /There is somebody of that name on the list/);
	const other = value("SELECT m.account_id FROM membership m WHERE m.role = 'director' LIMIT 1");
	says(await send(manager, path, { account: other }), /Choose one of the people of your practice/);
	says(await manager.follow(await send(manager, path, { closed: 'yes' })), /Dr\. Ida Quist Physician No longer here/);
	assert.ok(!(await manager.get(charts)).html.includes('Dr. Ida Quist</option>'), 'one who left is offered');
	assert.equal((await viewer.get(path)).status, 404);
});

test('a new person who treats patients is on the list by itself', async () => {
	const director = await signedIn('director');
	await send(director, '/practice/people', { name: 'Dr. Noor Haddad', email: `noor${Date.now()}@riverbend.example`, role: 'fellow' });
	says(await director.get('/practice/physicians'), /Dr\. Noor Haddad Fellow Dr\. Noor Haddad/);
});

test('address and contacts are kept up to date by managers', async () => {
	const wrong = await send(manager, '/practice/details', { address_line1: '', administrator_phone: '555 0100' });
	assert.equal(wrong.status, 422);
	const half = await send(manager, '/practice/details', { administrator_name: '', administrator_email: '', administrator_phone: '555 0100' });
	says(half, /Enter the name of the administrative contact/);
	const page = await manager.follow(await send(manager, '/practice/details', {
		address_line1: '7 Lake Road', physician_phone: '+1 555 0100', administrator_name: 'Grace Whitaker',
		administrator_email: 'whitaker@lakeside.example', administrator_phone: '',
	}));
	says(page, /7 Lake Road, Madison, WI/);
	says(page, /okafor@lakeside\.example , \+1 555 0100/);
	says(page, /Administrative contact Grace Whitaker, whitaker@lakeside\.example/);
	says(await manager.follow(await send(manager, '/practice/details', {
		address_line1: '100 Main Street', physician_phone: '', administrator_name: '', administrator_email: '',
	})), /100 Main Street/);
	assert.equal(value(`SELECT COUNT(*) FROM practice_contact WHERE practice_id = ${practice} AND kind = 'administrator'`), '0');
});

test('a chart takes its site from its physician, and both may change until it is complete', async () => {
	const sorensen = idOf('physician', 'Dr. Vera Sorensen'), main = idOf('practice_site', 'Main office');
	const made = await send(abstractor, charts, { label: 'P-1', physician: sorensen, site: '' });
	const id = made.location.split('/').pop();
	const where = () => sql(`SELECT s.name, p.name FROM chart c LEFT JOIN practice_site s ON s.id = c.site_id
		LEFT JOIN physician p ON p.id = c.physician_id WHERE c.id = ${id}`)[0];
	assert.deepEqual(where(), ['West clinic', 'Dr. Vera Sorensen']);
	await send(abstractor, `/charts/${id}/people`, { site: main });
	assert.equal(value(`SELECT site_id FROM chart WHERE id = ${id}`), main);
	for (const wrong of ['999999', 'x'])
		assert.equal((await send(abstractor, `/charts/${id}/people`, { site: wrong })).status, 422, wrong);
	const list = (query) => abstractor.get(`${charts}?${query}`);
	says(await list(`site=${main}&physician=${sorensen}`), /P-1 In work Dr\. Vera Sorensen Main office/);
	assert.doesNotMatch((await list(`site=${main}&physician=${sorensen}`)).text, /Dr\. Alan Brandt West clinic/);
	says(await list(`site=${idOf('practice_site', 'West clinic')}&physician=${idOf('physician', 'Dr. Ngozi Okafor')}`), /No chart of this round is theirs/);
	const complete = value(`SELECT c.id FROM chart c JOIN round r ON r.id = c.round_id
		WHERE c.practice_id = ${practice} AND c.state = 'complete' AND r.state = 'open' LIMIT 1`);
	const kept = await abstractor.get(`/charts/${complete}/people`);
	assert.equal(kept.status, 409);
	says(kept, /Open the chart again to change them/);
});

test('with one site nobody is asked for it', async () => {
	const director = await signedIn('director');
	const list = (await director.get('/dashboard')).html.match(/\/rounds\/\d+\/charts/)[0];
	const page = await director.get(list);
	assert.ok(!page.html.includes('name="site"'));
	const made = await director.submit(page, { label: 'O-1' }, list);
	assert.equal(value(`SELECT s.name FROM chart c JOIN practice_site s ON s.id = c.site_id WHERE c.id = ${made.location.split('/').pop()}`), 'Main office');
});

test('physicians with figures of their own raise what a module asks for', async () => {
	const path = charts.replace('charts', 'modules');
	const [okafor, brandt, sorensen] = ['Ngozi Okafor', 'Alan Brandt', 'Vera Sorensen'].map((n) => idOf('physician', `Dr. ${n}`));
	says(await manager.get(charts), /Charts of each physician .*Dr\. Alan Brandt Core \d+ of 24 .*Dr\. Ngozi Okafor Core \d+ of 24/);
	const three = await manager.follow(await send(manager, path, { [`physician_${sorensen}`]: 'yes' }));
	says(three, /Your sign-up is changed/);
	says(three, /Core \d+ of 72/);
	says(three, /Figures of physicians Dr\. Alan Brandt, Dr\. Ngozi Okafor, Dr\. Vera Sorensen/);
	const page = await manager.get(path);
	const form = { _csrf: page.html.match(/name="_csrf" value="([^"]*)"/)[1], module_SMT: 'yes' };
	const one = await manager.follow(await manager.post(path, { ...form, [`physician_${okafor}`]: 'yes' }));
	says(one, /Core \d+ of 40/); // by FTE again
	assert.equal((await manager.post(path, { ...form, physician_999999: 'yes' })).status, 422);
	const back = await manager.post(path, { ...form, [`physician_${okafor}`]: 'yes', [`physician_${brandt}`]: 'yes' });
	says(await manager.follow(back), /Core \d+ of 48/);
});

test('staff record for how long a practice is certified; the practice reads it', async () => {
	const staff = await signedInStaff();
	const path = `/staff/practices/${practice}/certification`;
	const inYears = (n) => `${new Date().getFullYear() + n}-06-30`;
	says(await staff.get(path), /No term is recorded/);
	const wrong = await send(staff, path, { certified_on: inYears(0), ends_on: inYears(-1) });
	assert.equal(wrong.status, 422);
	says(wrong, /Last day must not come before the first day/);
	says(await send(staff, path, { certified_on: inYears(0), ends_on: inYears(6) }), /at most 5 years after/);
	says(await staff.follow(await send(staff, path, { certified_on: inYears(-4), ends_on: inYears(-1) })), /Not now/);
	says(await staff.follow(await send(staff, path, { certified_on: inYears(-1), ends_on: inYears(2) })),
		/The term is recorded\. .*Certified .*Not now/);
	says(await abstractor.get('/practice'), /QOPI certification Certified until/);
	says(await staff.follow(await send(staff, path, { certified_on: inYears(-1), ends_on: inYears(-1) })), /Not now .*Not now/);
	assert.ok(!/Certified until/.test((await abstractor.get('/practice')).text));
	sql(`DELETE FROM certification_term WHERE practice_id = ${practice}`);
});

test('a fellowship program cannot be certified', async () => {
	const staff = await signedInStaff();
	const program = value("SELECT MIN(id) FROM practice WHERE name LIKE 'Riverbend%'");
	const page = await staff.get(`/staff/practices/${program}/certification`);
	says(page, /A fellowship program cannot be certified/);
	assert.ok(!page.html.includes('Record it'));
});
