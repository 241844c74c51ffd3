// Who abstracts a chart: fellows not those of their own patients; and charts on paper.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Client } from '../lib/client.mjs';
import { lines as rows } from '../lib/sql.mjs';

const signedIn = async (role) => {
	const client = new Client();
	await client.signIn(role);
	return client;
};

/** As assert.match, with a message that fits a screen. */
function says(page, pattern) {
	assert.ok(pattern.test(page.text), `${page.url.pathname} does not say ${pattern}: ${page.text.slice(0, 600)}`);
}

const token = (page) => ({ _csrf: page.html.match(/name="_csrf" value="([^"]*)"/)[1] });
const account = (name) => rows(`SELECT id FROM account WHERE name = '${name}'`)[0];
const option = (page, name) => page.html.match(new RegExp(`<option value="(\\d+)"[^>]*>${name}`))[1];

let fellow, director, charts, own, raman, lindqvist, ramanPatient, lindqvistPatient;

before(async () => {
	fellow = await signedIn('fellow');
	director = await signedIn('director');
	const dashboard = await fellow.get('/dashboard');
	charts = dashboard.html.match(/\/rounds\/\d+\/charts/)[0];
	const page = await fellow.get(charts);
	ramanPatient = option(page, 'Dr. Priya Raman, fellow');
	lindqvistPatient = option(page, 'Dr. Maja Lindqvist');
	raman = account('Dr. Priya Raman');
	lindqvist = account('Dr. Maja Lindqvist');
});

test('a fellow starts a chart and abstracts it', async () => {
	const made = await fellow.submit(await fellow.get(charts), { label: 'F-1', physician: lindqvistPatient }, charts);
	assert.equal(made.status, 303);
	own = made.location;
	const id = own.split('/').pop();
	assert.deepEqual(rows(`SELECT abstractor_id, physician_id FROM chart WHERE id = ${id}`), [`${raman}\t${lindqvistPatient}`]);
	says(await fellow.get(charts), /F-1 In work Dr\. Maja Lindqvist Dr\. Priya Raman/);
	says(await fellow.get(charts), /Charts of each fellow .*Dr\. Priya Raman \d+ of 10/);
});

test('not that of an own patient', async () => {
	const refused = await fellow.submit(await fellow.get(charts), { label: 'F-2', physician: ramanPatient }, charts);
	assert.equal(refused.status, 422);
	says(refused, /A fellow may not abstract charts of their own patients/);
	assert.match(refused.html, /value="F-2"/);
	const page = await director.get(`${own}/people`);
	const both = await director.submit(page, { abstractor: raman, physician: ramanPatient }, '/people');
	assert.equal(both.status, 422);
	says(both, /A fellow may not abstract charts of their own patients/);
});

test('somebody else is only warned', async () => {
	const made = await director.follow(
		await director.submit(await director.get(charts), { label: 'D-1', physician: lindqvistPatient }, charts),
	);
	says(made, /better abstracted by somebody else/);
	says(made, /You are named as the treating physician of this chart/);
	const page = await director.get(`${own}/people`);
	const saved = await director.follow(await director.submit(page, { abstractor: lindqvist, physician: lindqvistPatient }, '/people'));
	says(saved, /better abstracted by somebody else/);
});

test('once named as its fellow, nothing is taken from them any more', async () => {
	const before = await fellow.get(own);
	await director.submit(await director.get(`${own}/people`), { abstractor: lindqvist, physician: ramanPatient }, '/people');
	const answer = await fellow.post(`${own}/answers`, { ...token(before), a_cancer_type: 'breast', v_cancer_type: '0' });
	assert.equal(answer.status, 409);
	says(answer, /You are named as the treating fellow/);
	assert.equal((await fellow.post(`${own}/people`, { ...token(before), physician: '', abstractor: raman })).status, 409);
	const after = await fellow.get(own);
	says(after, /so somebody else abstracts it/);
	assert.match(after.html, /<fieldset class="abstraction-questions" disabled>/);
	assert.deepEqual(rows(`SELECT element FROM answer WHERE chart_id = ${own.split('/').pop()}`), []);
	await director.submit(await director.get(`${own}/people`), { abstractor: '', physician: '' }, '/people');
});

test('whoever answers first in a chart that nobody abstracts does', async () => {
	const page = await fellow.get(own);
	const saved = await fellow.post(`${own}/answers`, { ...token(page), a_cancer_type: 'breast', v_cancer_type: '0' });
	assert.equal(saved.status, 303);
	assert.deepEqual(rows(`SELECT abstractor_id FROM chart WHERE id = ${own.split('/').pop()}`), [raman]);
});

test('people of other practices cannot be named', async () => {
	const page = await director.get(`${own}/people`);
	for (const wrong of ['1', '999999', 'x', '-1']) {
		const answer = await director.submit(page, { abstractor: wrong, physician: '' }, '/people');
		assert.equal(answer.status, 422, wrong);
	}
	const other = await signedIn('physician');
	assert.equal((await other.get(`${own}/people`)).status, 404);
	assert.equal((await other.get(`${own}/print`)).status, 404);
});

test('the form is printed empty, with every question of the modules', async () => {
	const page = await fellow.get(charts.replace('charts', 'form'));
	says(page, /Core, Symptom and Toxicity Management/);
	says(page, /Which invasive cancer was this chart chosen for\? cancer_type/);
	says(page, /Only if /);
	assert.doesNotMatch(page.text, /Estrogen receptor/);
	const questions = page.html.match(/class="paper-question"/g).length;
	assert.ok(questions > 50, `${questions} questions`);
});

test('a chart is printed with its answers, and only with what is asked', async () => {
	const page = await fellow.get(`${own}/print`);
	says(page, /F-1 .*Not complete\./);
	says(page, /Which invasive cancer was this chart chosen for\? Breast/);
	says(page, /not answered/);
});
