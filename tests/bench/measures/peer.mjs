// The reference CQL engine, cql-execution, by the clock on the same charts and the
// same ELM: node peer.mjs LIBRARY CHARTS COUNT [MEASURE ...] prints charts a second.
// Reading the charts is not counted for it.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readElements } from '../../elm/elements.mjs';
import { isOutcome, loadLibrary, patientOf, run } from '../../elm/engine.mjs';

const BATCH = 250;
const [file, csv, count, ...only] = process.argv.slice(2);
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
const engine = loadLibrary(elm, isWanted);

const patients = (await readCharts(csv, Number(count)))
	.map((chart, i) => patientOf(String(i), chart, kinds));
await run(engine, patients.slice(0, BATCH)); // compiled and warm before the clock starts
const begun = process.cpuUsage();
const begunAt = performance.now();
for (let from = 0; from < patients.length; from += BATCH)
	await run(engine, patients.slice(from, from + BATCH));
const { user, system } = process.cpuUsage(begun);
// The kinder of the two: its collector's threads, or other work on the machine.
const seconds = Math.min((user + system) / 1e6, (performance.now() - begunAt) / 1e3);
console.log(Math.round(patients.length / seconds));
