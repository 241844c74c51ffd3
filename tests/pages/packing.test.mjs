// What stands in for a chart's answers when it is scored is made of them, and can be made again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qopi } from '../lib/qopi.mjs';
import { sql } from '../lib/sql.mjs';

const stored = (id) => sql(`SELECT HEX(packed), HEX(marks) FROM chart WHERE id = ${id}`);

test('a damaged packed chart is found, and made again from its answers', () => {
	const [[id]] = sql("SELECT MIN(id) FROM chart WHERE state = 'complete' AND packed IS NOT NULL");
	const before = stored(id);
	const [answers] = sql(`SELECT COUNT(*) FROM answer WHERE chart_id = ${id}`);
	assert.ok(Number(answers) > 20, 'it has answers to be made of');
	sql(`UPDATE chart SET packed = CONCAT(LEFT(packed, LENGTH(packed) - 1), 'x'), marks = NULL
	      WHERE id = ${id}`);
	const check = qopi('charts', 'check');
	assert.equal(check.status, 1);
	assert.match(check.out, new RegExp(`[1-9]\\d* not as their answers make them \\(the first is ${id}\\)`));
	assert.notDeepEqual(stored(id), before, 'looking changes nothing');
	assert.match(qopi('charts', 'rebuild').out, /written again/);
	assert.deepEqual(stored(id), before);
});

test('an answer behind the back of a completed chart is found', () => {
	const [[id]] = sql("SELECT MAX(chart_id) FROM answer a JOIN chart c ON c.id = a.chart_id WHERE c.state = 'complete'");
	const [[element, value]] = sql(`SELECT element, value FROM answer
	     WHERE chart_id = ${id} AND element = 'dx_date'`);
	const before = stored(id);
	const put = (text) => sql(`UPDATE answer SET value = '${text}', version = version + 1
	     WHERE chart_id = ${id} AND element = '${element}'`);
	put('1999-01-01');
	assert.equal(qopi('charts', 'check').status, 1);
	put(value);
	qopi('charts', 'rebuild');
	assert.deepEqual(stored(id), before);
});
