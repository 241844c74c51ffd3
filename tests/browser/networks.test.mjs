// A network as people see it: staff found one and invite, a practice reads what it would share,
// accepts, looks at the members side by side, and leaves.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clickThrough, fillIn, launch, look, press, readText, signIn, visit } from '../lib/browser.mjs';
import { makeStaff } from '../lib/staff.mjs';
import { sql, until } from '../lib/sql.mjs';

const name = `Lakes and Rivers ${process.pid}`;
let browser;

before(async () => {
	const [[round]] = sql("SELECT MIN(id) FROM round WHERE state IN ('closed', 'released')");
	await until(`SELECT state FROM round WHERE id = ${round}`, 'released');
	browser = await launch();
});

after(async () => {
	await browser.close();
	sql(`DELETE m FROM network_member m JOIN network n ON n.id = m.network_id WHERE n.name = '${name}';
	     DELETE FROM network WHERE name = '${name}';
	     UPDATE network_member SET state = 'invited', decided_by = NULL, decided_at = NULL, shares_from = NULL,
	            left_at = NULL WHERE network_id = 1 AND practice_id = 1;
	     UPDATE practice SET stamp = stamp + 1 WHERE id = 1`);
});

test('staff found a network and invite a practice', async () => {
	const page = await browser.page();
	await signIn(page, makeStaff());
	await visit(page, '/staff/networks');
	await fillIn(page, { name, purpose: 'Practices along the lakes compare how they treat symptoms.' });
	await look(page, 'networks-staff', { narrow: true, dark: true });
	await press(page, 'Found the network');
	await fillIn(page, { find: 'aegean' });
	await press(page, 'Search');
	await clickThrough(page, 'form[action$="/invite"] button');
	await look(page, 'networks-staff-one', { narrow: true, dark: true });
	assert.match(await readText(page), /The practice is invited/);
	await visit(page, '/staff/networks/1');
	await look(page, 'networks-staff-members', { narrow: true });
	assert.match(await readText(page), /Take out/);
});

test('a practice reads, accepts, compares and leaves', async () => {
	const page = await browser.page();
	await signIn(page, 'physician');
	await look(page, 'networks-dashboard', { narrow: true });
	await press(page, 'Read what would be shared');
	await look(page, 'networks-invitation', { narrow: true, dark: true });
	await press(page, 'Accept and join');
	await look(page, 'networks-wrong', { narrow: true });
	assert.match(await readText(page), /Tick the box to agree/);
	await fillIn(page, { agree: true });
	await press(page, 'Accept and join');
	await look(page, 'networks-member', { narrow: true, dark: true });
	await press(page, 'See the members side by side');
	await look(page, 'networks-side-by-side', { narrow: true, dark: true });
	const text = await readText(page);
	assert.match(text, /Not side by side: too few practices/);
	assert.match(text, /Higher: better/);
	await press(page, 'Members and agreement');
	await press(page, 'Leave the network');
	assert.match(await readText(page), /has left the network/);
	await press(page, 'Your networks');
	await look(page, 'networks-list', { narrow: true });
});
