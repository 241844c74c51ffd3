// The registration wizard in a real browser: by typing and clicking, each page looked at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, clickThrough, fill, launch, overflow, readText, shot, signIn, visit } from '../lib/browser.mjs';
import { linkOf, mails, waitForMail } from '../lib/mail.mjs';
import { answers } from '../lib/registration.mjs';
import { makeStaff } from '../lib/staff.mjs';

let chromium;
let page;
before(async () => {
	chromium = await launch();
	page = await chromium.page();
});
after(() => chromium?.close());

const next = 'main form .buttons .btn-primary';
const back = 'main form [name=_go][value=back]';

// Every page of the way: kept as a picture, accessible, no wider than a telephone.
async function look(name) {
	await axe(page);
	assert.equal(await overflow(page), 0, `${name} is too wide for a telephone`);
	await shot(page, `register-${name}`);
}

async function type(values) {
	for (const [name, value] of Object.entries(values)) {
		const kind = await page.$eval(`[name="${name}"]`, (field) => field.type);
		if (kind === 'select-one') await page.select(`[name="${name}"]`, value);
		else if (kind === 'checkbox' || kind === 'radio') {
			const box = `[name="${name}"][value="${value}"]`;
			if (!(await page.$eval(box, (field) => field.checked))) await page.click(box);
		} else await fill(page, `[name="${name}"]`, value);
	}
}

test('from the sign-in page through the wizard, with a look at every page', async () => {
	const steps = answers();

	await visit(page, '/login');
	await clickThrough(page, 'main a[href="/register"]');
	await look('1-member');
	await type({ last_name: 'Johnson', member_id: '1' });
	await clickThrough(page, next);
	assert.match(await readText(page), /There is no active ASCO member/);
	await look('1-member-wrong');
	await type(steps.member);
	await clickThrough(page, next);
	await look('2-terms');
	await type(steps.terms);
	await clickThrough(page, next);
	await look('3-practice');
	await type(steps.practice);
	await clickThrough(page, back);
	await clickThrough(page, next);
	const kept = await page.$eval('[name=site_city_2]', (field) => field.value);
	assert.equal(kept, steps.practice.site_city_2);
	await clickThrough(page, next);
	await look('4-contacts');
	await type(steps.contacts);
	await clickThrough(page, next);
	await look('5-account');
	const sent = mails().length;
	await type(steps.account);
	await clickThrough(page, next);
	await look('5-mail');
	const mail = await waitForMail({ to: steps.account.email, after: sent });
	await visit(page, linkOf(mail, /confirm/));
	await look('6-agreements');
	await type(steps.agreements);
	await clickThrough(page, next);
	await look('7-done');
	await clickThrough(page, 'main a.btn-primary');
	await type({ email: steps.account.email, password: steps.account.password });
	await clickThrough(page, next);
	for (const path of ['', '/sites', '/people', '/agreements']) {
		await visit(page, `/practice${path}`);
		await look(`8-practice${path.replace('/', '-')}`);
	}
	await visit(page, '/interest?country=CH');
	await look('9-interest');
	assert.deepEqual(page.complaints.filter((c) => !/status of 422/.test(c)), []);
});

test('staff look at the practices and at the one that registered last', async () => {
	page = await chromium.page();
	await signIn(page, makeStaff());
	await visit(page, '/staff/practices?state=waiting');
	await look('staff-practices');
	await page.$$eval('main tbody a', (links) => links.at(-1).click());
	await page.waitForSelector('[name=decision][value=decline]');
	await look('staff-practice');
	await clickThrough(page, '[name=decision][value=decline]');
	assert.match(await readText(page), /Say why the practice is declined/);
	await look('staff-practice-why');
	await type({ reason: 'This practice is registered already.' });
	await clickThrough(page, '[name=decision][value=decline]');
	assert.match(await readText(page), /The practice is declined/);
});
