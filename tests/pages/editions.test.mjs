// `qopi catalogue diff` between editions in the database and folders.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';

const top = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'myqopi-edition-'));
after(() => rmSync(folder, { recursive: true }));

const qopi = (...args) => spawnSync(`${process.env.MYQOPI_PROGRAMS ?? `${top}/fcgi`}/qopi`,
	['--state', process.env.MYQOPI_STATE, ...args], { encoding: 'utf8' });

test('an edition is compared with a folder, by its number or its hash', () => {
	cpSync(`${top}/measures`, folder, { recursive: true });
	const file = join(folder, 'core.cql');
	writeFileSync(file, readFileSync(file, 'utf8').replace("path_report = 'yes'",
		"path_report ~ 'yes'"));
	const wanted = "Measure Core 1 changed\n\tnumerator\n\t\t- path_report = 'yes'\n" +
		"\t\t+ path_report ~ 'yes'\n";
	const hash = /edition ([0-9a-f]{64})/.exec(qopi('catalogue', 'check').stdout)[1];
	assert.equal(qopi('catalogue', 'diff', '1', folder).stdout, wanted);
	assert.equal(qopi('catalogue', 'diff', hash.slice(0, 8), folder).stdout, wanted);
	assert.equal(qopi('catalogue', 'diff', '1', hash).stdout, 'the same measures and questions\n');
});

test('what is no edition is said', () => {
	for (const name of ['99', 'abc', '%%%%%%']) {
		const run = qopi('catalogue', 'diff', name, folder);
		assert.equal(run.status, 2);
		assert.match(run.stderr, new RegExp(`${name} is no catalogue: name a folder`));
	}
});
