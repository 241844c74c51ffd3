// The whole way, by clicking and typing: a practice registers, is approved, abstracts
// charts in a round, the round closes, and the practice reads its report.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fillIn, launch, look, press, readText, shot, signIn, visit } from '../lib/browser.mjs';
import { linkOf, mails, waitForMail } from '../lib/mail.mjs';
import { answers } from '../lib/registration.mjs';
import { makeStaff } from '../lib/staff.mjs';
import { abstract, abstractPlainly, answer, saved } from './lib/abstractor.mjs';

const steps = answers({
	member: { last_name: 'Mäkinen', member_id: '100034' },
	contacts: { physician_name: 'Päivi Mäkinen' },
});
const round = `Winter Round ${process.pid}`;
const day = (fromNow) => new Date(Date.now() + fromNow * 864e5).toISOString().slice(0, 10);
const says = async (page, words) => assert.match(await readText(page), words);

let chromium, practice, staff;

before(async () => {
	chromium = await launch();
	practice = await chromium.page();
	staff = await chromium.page();
});
after(() => chromium.close());

// One chart of the walk; later tests go on where earlier ones ended.
describe('from the home page to the performance report', () => {
	test('a visitor reads the home page and finds New Registration', async () => {
		await visit(practice, '/');
		await look(practice, '01-home', { narrow: true, dark: true });
		await press(practice, 'Sign in');
		await look(practice, '02-sign-in', { narrow: true, dark: true });
		await press(practice, 'New Registration');
		await says(practice, /Your corresponding physician/);
	});

	test('the wizard is filled in step by step', async () => {
		await look(practice, '03-register-member', { narrow: true });
		await fillIn(practice, steps.member);
		await press(practice, 'Verify and continue');
		await look(practice, '04-register-terms', { narrow: true });
		await fillIn(practice, steps.terms);
		await press(practice, 'Continue');
		await look(practice, '05-register-practice', { narrow: true });
		await fillIn(practice, steps.practice);
		await press(practice, 'Continue');
		await look(practice, '06-register-contacts');
		await fillIn(practice, steps.contacts);
		await press(practice, 'Continue');
		await look(practice, '07-register-account');
	});

	test('the mail brings the visitor back to sign the agreements', async () => {
		const earlier = mails().length;
		await fillIn(practice, steps.account);
		await press(practice, 'Send me the mail');
		await look(practice, '08-register-mail');
		const mail = await waitForMail({ to: steps.account.email, after: earlier });
		await visit(practice, linkOf(mail, /token=/));
		await look(practice, '09-register-agreements', { narrow: true });
		await fillIn(practice, steps.agreements);
		await press(practice, 'Sign and finish');
		await look(practice, '10-register-done');
		await says(practice, /is registered/);
	});

	test('ASCO staff sign in with a one-time code and approve the practice', async () => {
		const robin = makeStaff();
		const earlier = mails().length;
		await signIn(staff, { ...robin, secret: undefined });
		await look(staff, '11-one-time-code');
		await signIn(staff, robin);
		await look(staff, '12-staff-dashboard', { narrow: true, dark: true });
		await press(staff, 'Practices');
		await look(staff, '13-staff-practices', { narrow: true });
		await press(staff, steps.practice.name);
		await look(staff, '14-staff-practice', { narrow: true });
		await press(staff, 'Approve');
		await says(staff, /The practice is approved/);
		await waitForMail({ to: steps.account.email, subject: 'approved', after: earlier });
	});

	test('ASCO staff make a round and open it', async () => {
		await press(staff, 'Rounds');
		await look(staff, '15-staff-rounds', { narrow: true });
		await press(staff, 'Make a round');
		await look(staff, '16-staff-new-round', { narrow: true });
		await fillIn(staff, { name: round, opens: day(1), closes: day(60), row_0_from: '0', row_0_charts: '2' });
		for (const n of [1, 2, 3, 4, 5, 6, 7])
			if (await staff.$(`[name="row_${n}_from"]`))
				await fillIn(staff, { [`row_${n}_from`]: '', [`row_${n}_charts`]: '' });
		await press(staff, 'Make the round');
		await look(staff, '17-staff-round-planned');
		await press(staff, 'Open the round');
		await says(staff, /The round is open/);
	});

	test('the practice signs in and signs up for Core and Symptom and Toxicity', async () => {
		await signIn(practice, steps.account);
		await look(practice, '18-dashboard-join', { narrow: true });
		await press(practice, round);
		await look(practice, '19-round-join', { narrow: true });
		await fillIn(practice, { track: 'standard', module_SMT: true, fte: '4.5' });
		await press(practice, 'Sign up');
		await says(practice, /You are signed up for the round/);
		await look(practice, '20-round-signed-up', { narrow: true });
		await press(practice, 'Abstract charts');
		await look(practice, '21-charts-none');
	});

	test('a chart is abstracted: each answer is saved as it is given', async () => {
		await fillIn(practice, { label: 'J-001' });
		await press(practice, 'Start a chart');
		await look(practice, '22-chart-empty', { narrow: true, dark: true });
		await answer(practice, 'cancer_type', 'colon', 'radio');
		await answer(practice, 'birth_date', '1958-03-14', 'date');
		await saved(practice);
		await practice.reload();
		assert.ok(await practice.$('[name="a_cancer_type"][value="colon"]:checked'));
		assert.equal(await practice.$eval('[name="a_birth_date"]', (f) => f.value), '1958-03-14');
		await abstract(practice);
		await practice.reload();
		assert.equal((await practice.$$('.asking:not([hidden])[data-answered="0"]')).length, 0);
		await look(practice, '23-chart-full', { narrow: true });
		await press(practice, 'Complete the chart');
		await says(practice, /The chart is complete and counts/);
	});
	test('another chart is abstracted without script, by the buttons of the form', async () => {
		await practice.setJavaScriptEnabled(false);
		await fillIn(practice, { label: 'J-002' });
		await press(practice, 'Start a chart');
		await shot(practice, '24-chart-without-script');
		await says(practice, /Answers are kept when you save below/);
		await abstractPlainly(practice, { pain_assessed_2v: 'no', tobacco_status: 'never' });
		await press(practice, 'Complete the chart');
		await says(practice, /The chart is complete and counts/);
		await practice.setJavaScriptEnabled(true);
		await practice.reload();
		await look(practice, '25-charts-done', { narrow: true });
		await press(practice, 'Dashboard');
		await look(practice, '26-dashboard-done');
		await says(practice, /Symptom and Toxicity Management\s+2 of 2/);
	});

	test('ASCO staff close the round, and the report workers score it', async () => {
		const earlier = mails().length;
		await press(staff, 'Rounds');
		await press(staff, round);
		await look(staff, '27-staff-round-open', { narrow: true });
		await press(staff, 'Close the round');
		await says(staff, /The round is closed/);
		await look(staff, '28-staff-round-closed');
		await waitForMail({ to: steps.account.email, subject: /report/, after: earlier, seconds: 30 });
		await staff.reload();
		await says(staff, /The reports are released/);
		await press(staff, 'Jobs');
		await look(staff, '29-staff-jobs', { narrow: true });
	});

	test('the practice reads its performance report from the dashboard', async () => {
		await visit(practice, '/dashboard');
		await look(practice, '30-dashboard-report', { narrow: true, dark: true });
		await press(practice, round);
		await look(practice, '31-report', { narrow: true, dark: true });
		await says(practice, /Pathology report confirming malignancy/);
		await press(practice, 'Reports');
		await look(practice, '32-reports', { narrow: true });
	});

	test('signing out ends the session', async () => {
		await press(practice, 'Sign out');
		await says(practice, /You are signed out/);
		await visit(practice, '/dashboard');
		await says(practice, /Please sign in/);
		await look(practice, '33-signed-out');
	});
});

test('a practice of the demonstration reads its report beside the aggregate of all', async () => {
	const reader = await chromium.page();

	await signIn(reader, 'director');
	await press(reader, 'Reports');
	await press(reader, 'Round One 2026');
	await look(reader, '34-report-of-many', { narrow: true, dark: true });
	await says(reader, /All practices/);
	assert.ok((await reader.$$('.rate-bar .rate-aggregate')).length > 5);
});
