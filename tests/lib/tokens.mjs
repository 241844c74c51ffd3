// API tokens for tests: made on the page of a manager, used by a program.
import assert from 'node:assert/strict';
import { visitorFrom } from './from.mjs';
import { day } from './rounds.mjs';

/** Sends the form for a token of a round; the page that comes. `manager` is signed in. */
export async function askForToken(manager, round, values = {}) {
	const [, csrf] = (await manager.get('/practice/tokens')).html.match(/name="_csrf" value="([^"]*)"/);
	const form = { _csrf: csrf, name: 'Registry', round, may: 'both', expires: day(30), ...values };
	return manager.post('/practice/tokens', form);
}

/** Makes a token; its text. */
export async function makeToken(manager, round, values = {}) {
	const page = await askForToken(manager, round, values);
	assert.equal(page.status, 200, page.text.slice(0, 600));
	return page.html.match(/myqopi_[A-Za-z0-9_-]{43}/)[0];
}

/** A program's request: no cookies, an address of its own. */
export const program = (method, path, token, body, headers = {}) => visitorFrom().request(method, path, {
	body, headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
});
