// The dry run of a file of 10,000 charts, from the upload's first byte to the page that tells
// what would be imported.
import { fileURLToPath } from 'node:url';
import { dice } from '../../elm/charts.mjs';
import { readElements } from '../../elm/elements.mjs';
import { Client } from '../../lib/client.mjs';
import { row, share } from '../rows.mjs';

const charts = 10_000;
const columns = 60;
const times = 5;
const dictionary = fileURLToPath(new URL('../../../measures/elements.def', import.meta.url));

/** Charts with answers to the first questions, each of its own choices. */
function csv() {
	const d = dice(20260711);
	const elements = readElements(dictionary).filter((e) => e.codes.length > 0).slice(0, columns);
	const lines = [['chart_id', ...elements.map((e) => e.id)]];
	for (let i = 1; i <= charts; i++)
		lines.push([`F-${i}`, ...elements.map((e) => d.one(e.codes))]);
	return lines.map((line) => line.join(',')).join('\r\n');
}

const visitor = new Client();
const dashboard = await visitor.signIn('abstractor');
const round = /href="(\/rounds\/\d+)\/charts"/.exec(dashboard.html)[1];
const page = await visitor.get(`${round}/import`);
const token = /name="_csrf" value="([^"]+)"/.exec(page.html)[1];
const file = csv();
const took = [];
for (let i = 0; i < times; i++) {
	const form = new FormData();
	for (const [name, value] of Object.entries({ _csrf: token, source: 'own', list: '', module_SMT: 'yes' }))
		form.set(name, value);
	form.set('file', new File([file], 'charts.csv'));
	const begun = performance.now();
	const got = await visitor.request('POST', `${round}/import`, { body: form });
	took.push(performance.now() - begun);
	if (got.status !== 200 || !/10,?000 charts/.test(got.text))
		throw new Error(`the dry run is answered ${got.status}: ${got.text.slice(0, 300)}`);
}
row('import-dry-run-10000', share(took, 0.5) / 1000, 's', 'limit', 5);
