// The registration wizard, step by step, as a person fills it in.
import { randomUUID } from 'node:crypto';
import { linkOf, mails, waitForMail } from './mail.mjs';

/** The terms of the second step, all ticked. */
export const allTerms = Object.fromEntries(
	['permission', 'answers', 'two_rounds', 'methodology', 'no_payment', 'sharing', 'aggregate', 'audits'].map(
		(name) => [name, 'yes'],
	),
);

/** What a person types in each step; `change` has other values by step. */
export function answers(change = {}) {
	const own = randomUUID().slice(0, 8);
	const steps = {
		member: { last_name: 'Johnson', member_id: '100024' },
		terms: allTerms,
		practice: {
			name: `Lakeside Oncology ${own}`,
			kind: 'private_independent',
			address_line1: '12 Harbor Street',
			address_line2: '',
			city: 'Springfield',
			region: 'Illinois',
			postal_code: '62701',
			country: 'US',
			site_name_1: 'Main office',
			site_city_1: 'Springfield',
			site_name_2: 'West clinic',
			site_city_2: 'Washington, DC',
			fte: '4.5',
			new_patients: '820',
		},
		contacts: {
			physician_name: 'Marcus Johnson',
			physician_email: `m.johnson.${own}@practice.example`,
			physician_phone: '',
			administrator_name: 'Dana Reyes',
			administrator_email: `d.reyes.${own}@practice.example`,
		},
		account: {
			your_name: 'Dana Reyes',
			email: `d.reyes.${own}@practice.example`,
			role: 'administrator',
			password: 'three quiet boats at dawn',
			password_again: 'three quiet boats at dawn',
		},
		agreements: { baa: 'yes', participation: 'yes', signed_name: 'Dana Reyes' },
	};
	for (const [step, values] of Object.entries(change)) Object.assign(steps[step], values);
	return steps;
}

/** Fills in one step and sends it: the page that comes, after redirects. */
export async function fill(client, step, values) {
	const page = await client.get(`/register/${step}`);
	const action = step === 'role' ? '/register/role' : `/register/${step}`;
	return client.follow(await client.submit(page, values, action));
}

/** Opens the link of the newest mail to an address, in whatever browser. */
export async function openMailLink(client, to, after, pattern = /token=/) {
	const mail = await waitForMail({ to, after });
	return client.get(linkOf(mail, pattern));
}

/** The way up to the account's mail: gives how many mails there were before. */
export async function fillUntilMail(client, steps) {
	const before = mails().length;
	let page;
	for (const step of ['member', 'terms', 'practice', 'contacts', 'account'])
		page = await fill(client, step, steps[step]);
	return { page, before };
}

/** The whole way; gives the last page. */
export async function registerPractice(client, steps = answers()) {
	const { before } = await fillUntilMail(client, steps);
	await openMailLink(client, steps.account.email, before);
	return fill(client, 'agreements', steps.agreements);
}
