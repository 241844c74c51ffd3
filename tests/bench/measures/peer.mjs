// The reference CQL engine, cql-execution, by the clock on the same charts and the
// same ELM: node peer.mjs flat|fhir LIBRARY CHARTS COUNT [MEASURE ...] prints charts a
// second. Reading the charts is not counted for it.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readElements } from '../../elm/elements.mjs';
import { isOutcome, loadLibrary, patientOf, run, sourceOf } from '../../elm/engine.mjs';
import { fhirSource, overFhir } from './fhir.mjs';

const BATCH = 250;
const [model, file, csv, count, ...only] = process.argv.slice(2);
const elements = readElements(fileURLToPath(new URL('../../../measures/elements.def',
	import.meta.url)));
const kinds = new Map(elements.map((e) => [e.id, e.type]));

async function readCharts(path, wanted) {
	const charts = [];
	let names;
	for await (const line of createInterface({ input: createReadStream(path) })) {
		const fields = line.split(',');
		names ??= fields;
		if (fields !== names)
			charts.push(Object.fromEntries(names.slice(1).map((n, i) => [n, fields[i + 1]])));
		if (charts.length === wanted)
			break;
	}
	return charts;
}

const elm = JSON.parse(readFileSync(file, 'utf8'));
const numberOf = (name) => name.replace(/ (Met|Not met|Excluded|Excepted)$/, '');
const isWanted = (name) => isOutcome(name)
	&& (only.length === 0 || only.includes(numberOf(name)));
const engine = loadLibrary(model === 'fhir' ? overFhir(elm, kinds) : elm, isWanted);
const charts = await readCharts(csv, Number(count));
const batches = [];
for (let from = 0; from < charts.length; from += BATCH) {
	const some = charts.slice(from, from + BATCH);
	batches.push(() => (model === 'fhir' ? fhirSource(some, kinds)
		: sourceOf(some.map((chart, i) => patientOf(String(i), chart, kinds)))));
}
const sources = batches.map((make) => make());

await run(engine, batches[0]()); // compiled and warm before the clock starts
const begun = process.cpuUsage();
const begunAt = performance.now();
for (const source of sources)
	await run(engine, source);
const { user, system } = process.cpuUsage(begun);
// The kinder of the two: its collector's threads, or other work on the machine.
const seconds = Math.min((user + system) / 1e6, (performance.now() - begunAt) / 1e3);
console.log(Math.round(charts.length / seconds));
