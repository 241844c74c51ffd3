// A practice registers: the way through, and what may go wrong on it.
import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { directoryMode } from '../lib/directory.mjs';
import { forms } from '../lib/forms.mjs';
import { visitorFrom } from '../lib/from.mjs';
import { linkOf, mails, waitForMail } from '../lib/mail.mjs';
import { answers, fill, fillUntilMail, openMailLink, registerPractice } from '../lib/registration.mjs';
import { makeStaff } from '../lib/staff.mjs';

let staffClient;
async function staff() {
	if (!staffClient) {
		staffClient = visitorFrom();
		await staffClient.signIn(makeStaff());
	}
	return staffClient;
}

// The page of a practice for staff, found by its name.
async function staffPageOf(name) {
	const client = await staff();
	const list = await client.get('/staff/practices?state=waiting');
	const link = list.html.match(new RegExp(`href="(/staff/practices/\\d+)">${name}<`));
	assert.ok(link, `${name} is among the practices that wait`);
	return client.get(link[1]);
}

const here = (page) => page.url.pathname;

after(() => directoryMode('ok'));

test('a practice registers, staff approve it, and it signs in', async () => {
	const visitor = visitorFrom();
	const steps = answers();

	assert.match((await visitor.get('/register')).text, /New registration/);
	const { page, before } = await fillUntilMail(visitor, steps);
	assert.equal(here(page), '/register/mail');
	assert.match(page.text, /Look into your mail/);
	assert.ok(page.text.includes(steps.account.email));
	const agreements = await openMailLink(visitor, steps.account.email, before, /login\/confirm/);
	assert.equal(here(agreements), '/register/agreements');
	assert.match(agreements.text, /limited data set/);
	const done = await fill(visitor, 'agreements', steps.agreements);
	assert.equal(here(done), '/register/done');
	const receipt = await waitForMail({ to: steps.account.email, subject: 'received' });
	assert.ok(receipt.body.includes(steps.practice.name));

	const practice = visitorFrom();
	await practice.signIn(steps.account);
	assert.match((await practice.get('/practice')).text, /Waiting for approval/);
	assert.match((await practice.get('/practice/sites')).text, /West clinic Washington, DC/);
	assert.match((await practice.get('/practice/agreements')).text, /Dana Reyes/);

	let page2 = await staffPageOf(steps.practice.name);
	assert.match(page2.text, /Less than a day/);
	assert.match(page2.text, /Dana Reyes Administrat[a-z ]+ d\.reyes/);
	const asked = mails().length;
	page2 = await (await staff()).follow(
		await (await staff()).submit(page2, { decision: 'approve', reason: '' }, '/decision'),
	);
	assert.match(page2.text, /The practice is approved/);
	assert.match((await practice.get('/practice')).text, /Approved on/);
	await waitForMail({ to: steps.account.email, subject: 'approved', after: asked });
});

test('a practice that is declined reads why', async () => {
	const visitor = visitorFrom();
	const steps = answers();
	const client = await staff();

	await registerPractice(visitor, steps);
	let page = await staffPageOf(steps.practice.name);
	const unsaid = await client.submit(page, { decision: 'decline', reason: ' ' }, '/decision');
	assert.equal(unsaid.status, 422);
	assert.match(unsaid.text, /Say why/);
	const reason = 'The practice is registered already under <another> name.';
	page = await client.follow(await client.submit(page, { decision: 'decline', reason }, '/decision'));
	assert.match(page.text, /The practice is declined/);
	const mail = await waitForMail({ to: steps.account.email, subject: 'declined' });
	assert.ok(mail.body.includes(reason));
	const practice = visitorFrom();
	await practice.signIn(steps.account);
	assert.ok((await practice.get('/practice')).text.includes(reason));
});

test('two decisions at once: the second says that it came too late', async () => {
	const steps = answers();
	const client = await staff();

	await registerPractice(visitorFrom(), steps);
	const page = await staffPageOf(steps.practice.name);
	await client.submit(page, { decision: 'approve', reason: '' }, '/decision');
	const late = await client.follow(
		await client.submit(page, { decision: 'decline', reason: 'No.' }, '/decision'),
	);
	assert.match(late.text, /Somebody decided about this practice already/);
	assert.match(late.text, /Approved/);
});

test('Back keeps what was typed, valid or not, and nobody gets ahead', async () => {
	const visitor = visitorFrom();
	const steps = answers();

	await fill(visitor, 'member', steps.member);
	assert.equal(here(await visitor.get('/register/agreements')), '/register/terms');
	await fill(visitor, 'terms', steps.terms);
	const typed = { ...steps.practice, fte: 'about five', site_city_2: '', _go: 'back' };
	const back = await fill(visitor, 'practice', typed);
	assert.equal(here(back), '/register/terms');
	assert.match(back.html, /name="permission" value="yes" checked/);
	const again = await visitor.get('/register/practice');
	const { fields } = forms(again.html).find((f) => f.action === '/register/practice');
	assert.equal(fields.get('fte'), 'about five');
	assert.equal(fields.get('site_name_2'), 'West clinic');
	assert.equal(fields.get('site_city_2'), '');
	assert.equal(fields.get('country'), 'US');
	assert.equal(here(await visitor.get('/register/contacts')), '/register/practice');
});

test('there is room for as many sites as a practice has', async () => {
	const visitor = visitorFrom();
	const steps = answers();
	const rows = async () => {
		const page = await visitor.get('/register/practice');
		return page.html.match(/name="site_name_\d+"/g).length;
	};

	await fill(visitor, 'member', steps.member);
	await fill(visitor, 'terms', steps.terms);
	assert.equal(await rows(), 3);
	const third = { site_name_3: 'East clinic', site_city_3: 'Peoria' };
	const more = await fill(visitor, 'practice', { ...steps.practice, ...third, _go: 'more' });
	assert.equal(here(more), '/register/practice');
	assert.equal(more.url.hash, '#more');
	assert.match(more.html, /value="East clinic"/);
	assert.equal(await rows(), 5);
	const last = { site_name_5: 'South clinic', site_city_5: 'Alton' };
	assert.equal(here(await fill(visitor, 'practice', last)), '/register/contacts');
	assert.match((await visitor.get('/register/practice')).html, /name="site_name_4" value="South clinic"/);
});

test('a step that was made wrong again holds up the later ones', async () => {
	const visitor = visitorFrom();
	const steps = answers();

	const { before } = await fillUntilMail(visitor, steps);
	await openMailLink(visitor, steps.account.email, before);
	await fill(visitor, 'practice', { ...steps.practice, new_patients: '', _go: 'back' });
	assert.equal(here(await visitor.get('/register/agreements')), '/register/practice');
	await fill(visitor, 'practice', steps.practice);
	await fill(visitor, 'contacts', steps.contacts);
	const account = await visitor.get('/register/account');
	assert.ok(account.text.includes(steps.account.email), 'the account is there already');
	const next = await visitor.follow(await visitor.submit(account, { role: 'physician' }, '/role'));
	assert.equal(here(next), '/register/agreements');
});

test('the link in the mail brings the registration to another browser, and it goes on there', async () => {
	const first = visitorFrom();
	const second = visitorFrom();
	const steps = answers();

	const { before } = await fillUntilMail(first, steps);
	const resumed = await openMailLink(second, steps.account.email, before);
	assert.equal(here(resumed), '/register/agreements');
	assert.match(resumed.text, /Your e-mail address is confirmed/);
	assert.ok(resumed.text.includes(steps.practice.name));
	assert.equal(here(await first.get('/register/agreements')), '/register/member');
	assert.equal(here(await fill(second, 'agreements', steps.agreements)), '/register/done');
});

test('who signs in before the end is taken back to the registration', async () => {
	const steps = answers();
	const first = visitorFrom();
	const later = visitorFrom();

	const { before } = await fillUntilMail(first, steps);
	await openMailLink(first, steps.account.email, before);
	const page = await later.signIn(steps.account);
	assert.equal(here(page), '/register/agreements');
	assert.equal(here(await fill(later, 'agreements', steps.agreements)), '/register/done');
	assert.match((await later.get('/practice')).text, /Waiting for approval/);
});

test('an address that has an account is told so by mail only', async () => {
	const steps = answers();
	await registerPractice(visitorFrom(), steps);

	const visitor = visitorFrom();
	const again = answers({ account: { email: steps.account.email, your_name: 'Somebody Else' } });
	const { page, before } = await fillUntilMail(visitor, again);
	assert.equal(here(page), '/register/mail');
	const mail = await waitForMail({ to: steps.account.email, subject: 'already', after: before });
	assert.equal(here(await visitor.get('/register/agreements')), '/register/account');

	// The owner signs in, in the same browser, and goes on with the account there is.
	let login = await visitor.get(linkOf(mail, /login\?next/));
	const { email, password } = steps.account;
	login = await visitor.follow(await visitor.submit(login, { email, password }, '/login'));
	assert.equal(here(login), '/register/account');
	const next = await visitor.follow(await visitor.submit(login, { role: 'physician' }, '/role'));
	assert.equal(here(next), '/register/agreements');
	assert.equal(here(await fill(visitor, 'agreements', again.agreements)), '/register/done');
});

test('a country without QOPI leads to the survey, and nothing is lost', async () => {
	const visitor = visitorFrom();
	const steps = answers({ practice: { country: 'CH' } });

	await fill(visitor, 'member', steps.member);
	await fill(visitor, 'terms', steps.terms);
	const page = await fill(visitor, 'practice', steps.practice);
	assert.equal(here(page), '/register/elsewhere');
	assert.match(page.text, /Practices in Switzerland cannot register today/);
	const survey = await visitor.get('/interest?country=CH');
	assert.match(survey.html, /value="CH" selected/);
	const thanks = await visitor.follow(
		await visitor.submit(
			survey,
			{ name: 'Anna Keller', email: 'a.keller@praxis.example', organization: 'Praxis', message: 'Bitte.' },
			'/interest',
		),
	);
	assert.match(thanks.text, /Thank you/);
	assert.match((await visitor.get('/register/practice')).html, /value="12 Harbor Street"/);
	const on = await fill(visitor, 'practice', { ...steps.practice, country: 'BR' });
	assert.equal(here(on), '/register/contacts');
});

test('a wrong name, a wrong ID and a lapsed member are one message; tries end at the limit', async () => {
	const visitor = visitorFrom();
	const wrong = [
		{ last_name: 'Johnsen', member_id: '100024' },
		{ last_name: 'Johnson', member_id: '999999' },
		{ last_name: 'Thompson', member_id: '100047' },
	];
	const said = new Set();
	let page;

	for (const values of wrong) {
		page = await fill(visitor, 'member', values);
		assert.equal(page.status, 422);
		said.add(page.text.replaceAll(values.last_name, '').replaceAll(values.member_id, ''));
		assert.match(page.text, /There is no active ASCO member/);
		assert.match(page.html, new RegExp(`value="${values.last_name}"`));
	}
	for (let tries = wrong.length; tries < 10; tries++) await fill(visitor, 'member', wrong[0]);
	page = await fill(visitor, 'member', answers().member);
	assert.equal(page.status, 429);
	assert.match(page.text, /too many look-ups/);
	const other = await fill(visitorFrom(), 'member', answers().member);
	assert.equal(here(other), '/register/terms');
});

test('names fit without accents, hyphens and capitals', async () => {
	const page = await fill(visitorFrom(), 'member', { last_name: 'garcia lopez', member_id: '100001' });
	assert.equal(here(page), '/register/terms');
});

// Members that no other test asks for: a positive answer is kept for an hour.
const unasked = [
	{ last_name: 'Papadopoulos', member_id: '100017' },
	{ last_name: 'Horvat', member_id: '100018' },
	{ last_name: 'Ionescu', member_id: '100019' },
	{ last_name: 'Haddad', member_id: '100028' },
	{ last_name: 'Ferreira', member_id: '100032' },
	{ last_name: 'Dvořák', member_id: '100035' },
	{ last_name: 'Chukwu', member_id: '100038' },
];

test('with the directory down a practice registers; it is approved once the member is verified', async () => {
	const visitor = visitorFrom();
	const client = await staff();
	const steps = answers({ member: unasked[randomInt(unasked.length)] });

	await directoryMode('error', 1000);
	const next = await fill(visitor, 'member', steps.member);
	assert.equal(here(next), '/register/terms');
	assert.match(next.text, /directory does not answer/);
	const before = mails().length;
	for (const step of ['terms', 'practice', 'contacts', 'account']) await fill(visitor, step, steps[step]);
	await openMailLink(visitor, steps.account.email, before);
	const done = await fill(visitor, 'agreements', steps.agreements);
	assert.match(done.text, /We ask it again by ourselves/);

	let page = await staffPageOf(steps.practice.name);
	assert.match(page.text, /Not verified yet/);
	const refused = await client.submit(page, { decision: 'approve', reason: '' }, '/decision');
	assert.equal(refused.status, 422);
	assert.match(refused.text, /is not verified/);
	await directoryMode('ok');
	page = await client.follow(await client.submit(refused, {}, '/verify'));
	assert.match(page.text, /Verified/);
	page = await client.follow(await client.submit(page, { decision: 'approve', reason: '' }, '/decision'));
	assert.match(page.text, /The practice is approved/);
});

test('the last step sent twice at once makes one practice', async () => {
	const visitor = visitorFrom();
	const steps = answers();

	const { before } = await fillUntilMail(visitor, steps);
	const page = await openMailLink(visitor, steps.account.email, before);
	const sent = await Promise.all(
		[1, 2, 3].map(() => visitor.submit(page, steps.agreements, '/register/agreements')),
	);
	for (const answer of sent) assert.equal(answer.location, '/register/done');
	const list = await (await staff()).get('/staff/practices?state=waiting');
	assert.equal(list.html.split(steps.practice.name).length - 1, 1);
});

test('unknown, repeated, over-long and badly encoded fields change nothing', async () => {
	const visitor = visitorFrom();
	const steps = answers();

	await fill(visitor, 'member', steps.member);
	await fill(visitor, 'terms', steps.terms);
	const page = await visitor.get('/register/practice');
	const csrf = forms(page.html).find((f) => f.action === '/register/practice').fields.get('_csrf');
	const form = (values) => new URLSearchParams({ _csrf: csrf, ...steps.practice, ...values });

	const unknown = await visitor.post('/register/practice', form({ is_staff: 'yes' }));
	assert.equal(unknown.status, 400);
	for (const name of ['site_name_0', 'site_name_61', 'site_name_1x', 'site_zip_1', 'site_']) {
		const odd = await visitor.post('/register/practice', form({ [name]: 'x' }));
		assert.equal(odd.status, 400, name);
	}
	const twice = form({});
	twice.append('name', 'A second name');
	assert.equal((await visitor.post('/register/practice', twice)).status, 400);
	const long = await visitor.post('/register/practice', form({ name: 'x'.repeat(3000) }));
	assert.equal(long.status, 422);
	assert.match(long.text, /too long/);
	const back = await visitor.post('/register/practice', form({ name: 'x'.repeat(3000), _go: 'back' }));
	assert.equal(back.status, 422);
	const broken = await visitor.post('/register/practice', `${form({})}&city=%ff`, {});
	assert.equal(broken.status, 400);
	assert.equal((await visitor.post('/register/practice', { ...steps.practice })).status, 403);
	assert.equal((await visitor.request('PUT', '/register/practice')).status, 405);
	assert.equal((await visitor.get('/register/nowhere')).status, 404);
	assert.doesNotMatch((await visitor.get('/register/practice')).html, /Lakeside/);
	assert.equal(here(await visitor.get('/register/contacts')), '/register/practice');
});

test('what cannot be is said beside its field', async () => {
	const visitor = visitorFrom();
	const steps = answers();
	const said = async (step, values, words) => {
		const page = await fill(visitor, step, { ...steps[step], ...values });
		assert.equal(page.status, 422, JSON.stringify(values));
		assert.match(page.text, words);
	};

	await fill(visitor, 'member', steps.member);
	await said('terms', { audits: null }, /Tick this box to go on: random audits/);
	await fill(visitor, 'terms', steps.terms);
	await said('practice', { kind: 'fellowship' }, /must have the word Fellow/);
	await said('practice', { name: 'Lakeside Fellowship' }, /choose that kind/);
	await said('practice', { fte: '0' }, /from 0.1 to 500/);
	await said('practice', { fte: '4.55' }, /at most one digit/);
	await said('practice', { site_city_2: '' }, /Site 2 is not complete/);
	await said('practice', { site_name_1: 'x'.repeat(161) }, /Site 1 is not complete/);
	const none = { site_name_1: '', site_city_1: ' ', site_name_2: '', site_city_2: '' };
	await said('practice', none, /At least one site is needed/);
	await said('practice', { country: 'XX' }, /Choose a country/);
	await said('practice', { country: '' }, /Country is needed/);
	await fill(visitor, 'practice', steps.practice);
	await said('contacts', { administrator_email: '' }, /or leave out the name/);
	await said('contacts', { physician_email: 'nobody' }, /must look like/);
	await fill(visitor, 'contacts', steps.contacts);
	await said('account', { role: 'director' }, /Only a fellowship program/);
	await said('account', { password: 'short', password_again: 'short' }, /at least 10 characters/);
	await said('account', { password_again: 'three quiet boats' }, /not the same/);
});

test('people who are added get a link, set a password and sign in', async () => {
	const steps = answers();
	const manager = visitorFrom();
	const email = `new.${randomUUID().slice(0, 8)}@practice.example`;
	const person = { name: 'Noor Haddad', email, role: 'abstractor' };
	const password = 'seven slow green turtles';

	await registerPractice(visitorFrom(), steps);
	await manager.signIn(steps.account);
	const before = mails().length;
	const page = await manager.get('/practice/people');
	const added = await manager.follow(await manager.submit(page, person, '/practice/people'));
	assert.match(added.text, /Noor Haddad Abstractor/);
	const twice = await manager.submit(page, person, '/practice/people');
	assert.equal(twice.status, 422);
	assert.match(twice.text, /one of your people already/);

	const visitor = visitorFrom();
	const form = await openMailLink(visitor, email, before, /password\/new/);
	await visitor.submit(form, { password }, '/password/new');
	await visitor.signIn({ email, password });
	const people = await visitor.get('/practice/people');
	assert.match(people.text, /Noor Haddad Abstractor/);
	assert.doesNotMatch(people.text, /Add a person/);
	assert.equal((await visitor.post('/practice/people', person)).status, 404);
	assert.equal((await visitor.get('/staff/practices')).status, 404);
	assert.equal((await visitor.get(linkOf(await waitForMail({ to: email, after: before })))).status, 404);
});
