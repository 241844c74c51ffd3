// Pages that a child keeps for all visitors: each visitor still gets a token of their own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '../lib/client.mjs';

const token = (html) => /name="_csrf" value="([^"]*)"/.exec(html)?.[1];
const wrong = { email: 'nobody@nowhere.example', password: 'not the one at all' };
const manyTimes = Array.from({ length: 24 }); // more often than there are children

test('every answer of the sign-in page has a token that fits its visitor only', async () => {
	const seen = new Set();
	const visitors = manyTimes.map(() => new Client());
	for (const visitor of visitors) {
		const page = await visitor.get('/login');
		assert.equal(page.status, 200);
		assert.match(token(page.html), /^[\w-]{43}$/);
		seen.add(token(page.html));
	}
	assert.equal(seen.size, visitors.length);

	const [first, second] = visitors;
	const page = await first.get('/login');
	assert.equal((await first.submit(page, wrong, '/login')).status, 422);
	assert.equal((await second.submit(page, wrong, '/login')).status, 403);
});

test('what a visitor is told or typed does not reach the next one', async () => {
	for (const _ of manyTimes) {
		const one = new Client();
		const told = await one.get('/dashboard');
		assert.match(told.text, /Please sign in to see that page/);
		assert.match(told.html, /name="next" value="\/dashboard"/);

		const other = await new Client().get('/login');
		assert.doesNotMatch(other.text, /Please sign in to see that page/);
		assert.doesNotMatch(other.html, /value="\/dashboard"/);
	}
});
