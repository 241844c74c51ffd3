// What people do wrong on the way in, and what the pages say to it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillIn, launch, look, press, readText, visit } from '../lib/browser.mjs';
import { Client } from '../lib/client.mjs';
import { linkOf, mails, waitForMail } from '../lib/mail.mjs';
import { answers } from '../lib/registration.mjs';
import { makeStaff } from '../lib/staff.mjs';

let chromium;

before(async () => {
	chromium = await launch();
});
after(() => chromium.close());

const valueOf = (page, name) => page.$eval(`main [name="${name}"]`, (field) => field.value);

test('a wrong step says what is wrong on top and beside each field, and keeps the rest', async () => {
	const page = await chromium.page();
	const steps = answers();

	await visit(page, '/register/member');
	await fillIn(page, { ...steps.member, last_name: 'Nobody' });
	await press(page, 'Verify and continue');
	await look(page, '40-wrong-member', { narrow: true });
	assert.match(await readText(page), /There is no active ASCO member/);
	assert.equal(await valueOf(page, 'last_name'), 'Nobody');

	await fillIn(page, steps.member);
	await press(page, 'Verify and continue');
	await fillIn(page, steps.terms);
	await press(page, 'Continue');
	await fillIn(page, { ...steps.practice, name: '', fte: 'about five' });
	assert.equal((await press(page, 'Continue')).status(), 422);
	await look(page, '41-wrong-practice', { narrow: true, dark: true });
	assert.match(await readText(page), /Please correct these 2 things/);
	assert.equal((await page.$$('.field-wrong .field-error')).length, 2);
	assert.equal(await valueOf(page, 'fte'), 'about five');
	assert.equal(await valueOf(page, 'address_line1'), steps.practice.address_line1);
	assert.ok(await page.$(`[name="kind"][value="${steps.practice.kind}"]:checked`));
	await page.click('#errors a');
	assert.equal(new URL(page.url()).hash, '#f-name');
});

test('Back after the last step makes no second registration', async () => {
	const page = await chromium.page();
	const steps = answers();
	const next = ['Verify and continue', 'Continue', 'Continue', 'Continue', 'Send me the mail'];
	const earlier = mails().length;

	await visit(page, '/register/member');
	for (const step of ['member', 'terms', 'practice', 'contacts', 'account']) {
		await fillIn(page, steps[step]);
		await press(page, next.shift());
	}
	const mail = await waitForMail({ to: steps.account.email, after: earlier });
	await visit(page, linkOf(mail, /token=/));
	await fillIn(page, steps.agreements);
	await press(page, 'Sign and finish');
	await page.goBack();
	await look(page, '42-back-after-the-end');
	if (await page.$('[name="signed_name"]')) {
		await fillIn(page, steps.agreements);
		await press(page, 'Sign and finish');
		await look(page, '43-signed-twice');
	}
	const staff = new Client();
	await staff.signIn(makeStaff());
	const list = await staff.get('/staff/practices?state=waiting');
	assert.equal(list.html.split(steps.practice.name).length - 1, 1);
});

test('a wrong password and a wrong code are told without saying which half was right', async () => {
	const page = await chromium.page();
	const staff = makeStaff();

	await visit(page, '/login');
	await fillIn(page, { email: staff.email, password: 'not the password' });
	await press(page, 'Sign in');
	await look(page, '44-wrong-password', { narrow: true });
	assert.match(await readText(page), /do not fit together/);
	assert.equal(await valueOf(page, 'email'), staff.email);
	await fillIn(page, { password: staff.password });
	await press(page, 'Sign in');
	await fillIn(page, { code: '000000' });
	await press(page, 'Sign in');
	await look(page, '45-wrong-code');
	assert.match(await readText(page), /code/);
});
