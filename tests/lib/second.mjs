// A round of a test's own in which the demonstration practice has completed charts, for second
// abstractions: made through the pages, with the answers of charts of the demonstration.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Client } from './client.mjs';
import { account } from './instance.mjs';
import { sql } from './sql.mjs';
import { makeStaff } from './staff.mjs';

const day = (fromNow) => new Date(Date.now() + fromNow * 864e5).toISOString().slice(0, 10);

export async function signedIn(who) {
	const client = new Client();
	await client.signIn(typeof who === 'string' ? account(who) : who);
	return client;
}

/** Answers of a demonstration chart of Core and symptom management: [[element, value]]. */
export function answersLike(nth) {
	const [[chart]] = sql(`SELECT c.id FROM chart c JOIN round r ON r.id = c.round_id
	  JOIN account a ON a.id = c.abstractor_id
	 WHERE r.state = 'released' AND c.state = 'complete' AND a.email LIKE 'okafor@%' ORDER BY c.id LIMIT ${nth}, 1`);
	return sql(`SELECT element, value FROM answer WHERE chart_id = ${chart} AND value <> ''`);
}

/** Types answers into a chart's form, all at once, and completes it; the page that comes. */
export async function fillIn(client, path, answers) {
	const page = await client.get(path);
	const fields = new URLSearchParams({ _csrf: page.html.match(/name="_csrf" value="([^"]*)"/)[1], then: 'complete' });
	const asked = new Set([...page.html.matchAll(/data-element="([a-z_0-9]+)"/g)].map(([, id]) => id));
	const versions = Object.fromEntries([...page.html.matchAll(/name="v_(\w+)" value="(\d+)"/g)].map(([, id, v]) => [id, v]));
	for (const [element, value] of answers) {
		if (!asked.has(element)) continue;
		fields.append(`v_${element}`, versions[element]);
		for (const one of value.split(';')) fields.append(`a_${element}`, one);
	}
	return client.follow(await client.post(`${path}/answers`, fields));
}

/**
 * A round for the demonstration practice alone: { staff, physician, abstractor, practice, round,
 * at, answers }. It closes long after the others, so that it comes last on dashboards.
 */
export async function openRound() {
	const [staff, physician, abstractor] = await Promise.all([makeStaff(), 'physician', 'abstractor'].map(signedIn));
	const name = `Second ${randomUUID().slice(0, 8)}`;
	const form = { name, opens: day(1), closes: day(300), reports_expected: '', row_0_charts: '3' };
	for (let i = 1; i < 8; i++) Object.assign(form, { [`row_${i}_from`]: '', [`row_${i}_charts`]: '' });
	const round = (await staff.submit(await staff.get('/staff/rounds/new'), form)).location.split('/').pop();
	await staff.submit(await staff.get(`/staff/rounds/${round}`), {}, '/open');
	await physician.submit(await physician.get(`/rounds/${round}`), { track: 'standard', fte: '4', module_SMT: 'yes' }, '/join');
	const practice = sql(`SELECT practice_id FROM entry WHERE round_id = ${round}`)[0][0];
	return { staff, physician, abstractor, practice, round, at: `/rounds/${round}/reabstraction`, answers: [] };
}

/** The physician completes so many charts of the round; `answers` holds what each says. */
export async function addCharts(s, charts) {
	for (let i = 0; i < charts; i++) {
		s.answers.push(answersLike(i));
		const list = await s.physician.get(`/rounds/${s.round}/charts`);
		const path = (await s.physician.submit(list, { label: `S-${i + 1}` }, '/charts')).location;
		const done = await fillIn(s.physician, path, s.answers[i]);
		assert.match(done.text, /The chart is complete and counts/, done.text.slice(0, 800));
	}
}

/** The pairs of the round's sample: [{ second, first, number }]. */
export const pairsOf = (s) =>
	sql(`SELECT chart_id, first_id, c.number FROM second_chart s JOIN chart c ON c.id = s.chart_id
	      WHERE s.round_id = ${s.round} ORDER BY c.number`)
		.map(([second, first, number]) => ({ second, first, number: Number(number) }));

/** No other test finds the round open, nor a report of it. */
export function closeRound(s) {
	sql(`UPDATE round SET state = 'archived', closed_at = UTC_TIMESTAMP() WHERE id = ${s.round};
	     UPDATE site SET stamp = stamp + 1`);
}
