// Passwords and mailed links: setting a new one, and links that are not good any more.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visitorFrom } from '../lib/from.mjs';
import { linkOf, mails, waitForMail } from '../lib/mail.mjs';
import { answers, fillUntilMail, registerPractice } from '../lib/registration.mjs';

const here = (page) => page.url.pathname;

async function askForLink(visitor, email) {
	const form = await visitor.get('/password');
	return visitor.follow(await visitor.submit(form, { email }, '/password'));
}

test('a forgotten password is set anew by a mailed link, which is good once', async () => {
	const steps = answers();
	const { email } = steps.account;
	const signedIn = visitorFrom();
	const visitor = visitorFrom();
	const password = 'nine brown owls in the barn';

	await registerPractice(visitorFrom(), steps);
	await signedIn.signIn(steps.account);
	const before = mails().length;
	assert.match((await askForLink(visitor, email)).text, /If there is an account/);
	const link = linkOf(await waitForMail({ to: email, subject: 'new password', after: before }));
	const form = await visitor.get(link);
	const weak = await visitor.submit(form, { password: 'password12' }, '/password/new');
	assert.equal(weak.status, 422);
	assert.match(weak.text, /too easy to guess/);
	const set = await visitor.follow(await visitor.submit(form, { password }, '/password/new'));
	assert.match(set.text, /Your new password is set/);
	assert.equal(here(await signedIn.get('/practice')), '/login', 'other sessions end');
	await visitor.signIn({ email, password });
	assert.equal(here(await visitor.get('/practice')), '/practice');
	const stale = await visitorFrom().get(link);
	assert.equal(stale.status, 404);
	assert.match(stale.text, /not good any more/);
});

test('nobody learns whether an address has an account', async () => {
	const visitor = visitorFrom();
	const known = answers();

	await registerPractice(visitorFrom(), known);
	const one = await askForLink(visitor, known.account.email);
	const other = await askForLink(visitor, 'nobody@practice.example');
	assert.equal(one.text, other.text);
});

test('who has not confirmed the address yet gets the link again when signing in', async () => {
	const steps = answers();
	const visitor = visitorFrom();

	await fillUntilMail(visitor, steps);
	await waitForMail({ to: steps.account.email, subject: 'Confirm' });
	const before = mails().length;
	const other = visitorFrom();
	const page = await other.signIn(steps.account);
	assert.equal(page.status, 422);
	assert.match(page.text, /not confirmed yet/);
	const mail = await waitForMail({ to: steps.account.email, subject: 'Confirm', after: before });
	assert.equal(here(await other.get(linkOf(mail, /confirm/))), '/register/agreements');
});

test('a made-up link says that it is not good, and what to do', async () => {
	const visitor = visitorFrom();

	for (const path of ['/login/confirm', '/login/confirm?token=x', '/password/new?token=x']) {
		const page = await visitor.get(path);
		assert.equal(page.status, 404, path);
		assert.match(page.text, /Ask for a new link/);
	}
});

test('the page asked for comes after signing in, and never another site', async () => {
	const steps = answers();
	await registerPractice(visitorFrom(), steps);
	const { email, password } = steps.account;

	const visitor = visitorFrom();
	const login = await visitor.get('/practice/people');
	assert.equal(here(login), '/login');
	const page = await visitor.follow(await visitor.submit(login, { email, password }, '/login'));
	assert.equal(here(page), '/practice/people');
	for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
		const other = visitorFrom();
		const form = await other.get(`/login?next=${encodeURIComponent(next)}`);
		const sent = await other.submit(form, { email, password }, '/login');
		assert.equal(sent.location, '/dashboard', next);
	}
});
