// Twenty people save answers while the web workers, nginx and MariaDB are killed in turn
// and come back: what was answered "saved" is there, and nothing is there twice.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../lib/client.mjs';
import { endStarted, killHard, start } from '../lib/programs.mjs';
import { sql } from '../lib/sql.mjs';

const people = 20;
const turns = ['web', 'nginx', 'mariadb', 'web', 'nginx', 'mariadb'];
const patience = 40_000; // ms, for anything to answer again
const down = 300; // ms, as a service manager that starts it anew may take
const questions = ['path_report', 'sex', 'deceased'];
const answers = { path_report: ['yes', 'no'], sex: ['female', 'male'], deceased: ['yes', 'no'] };

after(endStarted);

/** A person with a chart of their own, and what the server said that it has saved. */
class Person {
	constructor(visitor, token, chart) {
		Object.assign(this, { visitor, token, chart, saved: new Map(), unanswered: 0 });
	}

	/** Sends one answer until there is a whole answer to it, as the form's queue does. */
	async save(id, value, version) {
		const body = { _csrf: this.token, [`a_${id}`]: value, [`v_${id}`]: version };
		const options = { headers: { accept: 'application/json' } };
		for (const end = Date.now() + patience; Date.now() < end; ) {
			try {
				const got = await this.visitor.post(`/charts/${this.chart}/answers`, body, options);
				if (got.status < 429) return { status: got.status, ...JSON.parse(got.html) };
			} catch {
				// cut off, perhaps in the middle of the answer: it may be saved or not
			}
			this.unanswered++;
			await pause(50);
		}
		throw new Error(`chart ${this.chart}: no answer to a save for ${patience} ms`);
	}

	/** Changes one question to and fro; each change is made over the version before it. */
	async change(id) {
		const version = this.saved.get(id) ?? 0;
		const value = answers[id][version % 2];
		const got = await this.save(id, value, version);
		assert.equal(got.status, 200, `${id} over ${version}: ${JSON.stringify(got.current)}`);
		assert.equal(got.versions[id], version + 1, `${id} was saved once`);
		this.saved.set(id, version + 1);
	}

	async work(goesOn) {
		for (let i = 0; goesOn(); i++) {
			await this.change(questions[i % questions.length]);
			await pause(10);
		}
	}
}

/** Twenty visitors who share one account's session, each with a new chart. */
async function twenty() {
	const first = new Client();
	const dashboard = await first.signIn('abstractor');
	const list = await first.get(/href="(\/rounds\/\d+\/charts)"/.exec(dashboard.html)[1]);
	const token = /name="_csrf" value="([^"]+)"/.exec(list.html)[1];
	const all = [];
	for (let i = 0; i < people; i++) {
		const made = await first.submit(list, {}, '/charts');
		const visitor = new Client();
		visitor.cookies = new Map(first.cookies);
		all.push(new Person(visitor, token, made.location.split('/').at(-1)));
	}
	return all;
}

/** Kills one after the other while everybody works. */
async function killInTurn(goesOn) {
	for (const name of turns) {
		if (!goesOn()) return;
		await pause(500);
		await killHard(name);
		await pause(down);
		start(name);
		await back();
	}
	await pause(500);
}

/** Until a page of the whole stack answers. */
async function back() {
	const end = Date.now() + patience;
	for (;;) {
		const status = await new Client().request('GET', '/readyz').then((a) => a.status, () => 0);
		if (status === 200) return;
		assert.ok(Date.now() < end, 'it does not come back');
		await pause(100);
	}
}

test('twenty people save while workers, nginx and MariaDB are killed in turn', async () => {
	const all = await twenty();
	let working = true;
	const stop = () => (working = false);
	const work = all.map((one) => one.work(() => working).finally(stop));
	const ends = await Promise.allSettled([killInTurn(() => working).finally(stop), ...work]);
	for (const { reason } of ends) if (reason) throw reason;

	const cut = all.reduce((sum, one) => sum + one.unanswered, 0);
	assert.ok(cut >= turns.length, `the kills were felt: ${cut} requests were cut off or put off`);
	for (const one of all) checkKept(one);
});

/** Each version that was called saved stands in the history once, with its own value. */
function checkKept(person) {
	const rows = sql(`SELECT element, version, value FROM answer_history
	                   WHERE chart_id = ${person.chart} ORDER BY element, version`);
	for (const id of questions) {
		const kept = rows.filter(([element]) => element === id);
		const wanted = Array.from({ length: person.saved.get(id) }, (_, i) => [
			id, String(i + 1), answers[id][i % 2],
		]);
		assert.deepEqual(kept, wanted, `chart ${person.chart}`);
	}
	const now = sql(`SELECT element, version FROM answer WHERE chart_id = ${person.chart} ORDER BY element`);
	assert.deepEqual(now, [...questions].sort().map((id) => [id, String(person.saved.get(id))]));
}
