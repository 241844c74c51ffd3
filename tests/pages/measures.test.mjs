// The public page of a measure: its clauses in words and in CQL.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '../lib/client.mjs';

const count = (html, pattern) => [...html.matchAll(pattern)].length;

test('a measure is told in the words of the form, and in CQL', async () => {
	const page = await new Client().get('/measures/Core%205');
	const { html } = page;
	assert.equal(page.status, 200);
	assert.match(html, /Is there a plan for that pain, recorded by the second visit\?: <strong>Yes<\/strong>/);
	assert.match(html, /Completed years from “[^”]+” to “[^”]+”: <strong>at least 18<\/strong>/);
	assert.match(html, /<code>pain_plan_2v = &#39;yes&#39;<\/code>/);
	const outline = html.slice(html.indexOf('class="outline"'), html.indexOf('<details>'));
	assert.equal(count(outline, /<li>/g), count(outline, /<\/li>/g));
	assert.equal(count(outline, /<ul>/g) + 1, count(outline, /<\/ul>/g));
});
