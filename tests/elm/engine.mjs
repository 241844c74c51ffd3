// The reference engine (cql-execution) over the flat data model of cql/elm.h.
// As a worker thread it is given { library, kinds, charts, measures } and answers
// with the outcomes: a string a chart, a letter a measure.
import { parentPort, workerData } from 'node:worker_threads';
import cql from 'cql-execution';

const outcomes = [['Met', 'm'], ['Not met', 'n'], ['Excluded', 'x'], ['Excepted', 'e']];
export const codes = { m: 'met', n: 'not_met', x: 'excluded', e: 'excepted', '-': 'not_in' };
const BATCH = 200;

function valueOf(kind, text) {
	const real = text !== '' && (kind.startsWith('s') || kind.startsWith('y')
		|| (text !== 'not_documented' && text !== 'unknown'));
	if (!real)
		return null;
	if (kind === 'date')
		return cql.Date.parse(text);
	if (kind === 'integer')
		return Number(text);
	return kind === 'multiple' ? text.split(';') : text;
}

// A chart as the engine's patient: the one record of its type.
export function patientOf(id, chart, kinds) {
	const record = { getId: () => id, findRecords: () => [record] };
	for (const [name, text] of Object.entries(chart)) {
		const value = valueOf(kinds.get(name), text);
		if (value !== null)
			record[name] = value;
	}
	return record;
}

// Whether a definition is an outcome of a measure.
export const isOutcome = (name) => outcomes.some(([title]) => name.endsWith(` ${title}`));

// A library that works out what is wanted, and anything else only where that uses it.
export function loadLibrary(elm, isWanted = isOutcome) {
	const def = elm.library.statements.def.map((d) =>
		(isWanted(d.name) ? d : { ...d, context: 'on demand' }));
	return new cql.Library({ library: { ...elm.library, statements: { def } } });
}

// What the engine takes patients from.
export function sourceOf(patients) {
	let at = 0;
	return { currentPatient: () => patients[at], nextPatient: () => patients[++at] };
}

// What is wanted of the library for the patients of a source, by patient and name.
export async function run(library, source) {
	const executor = new cql.Executor(library, new cql.CodeService({}));
	const results = await executor.exec(source, cql.DateTime.parse('2026-01-31'));
	return results.patientResults;
}

function letter(results, measure) {
	const held = outcomes.filter(([title]) => results[`${measure} ${title}`] === true);
	if (held.length > 1)
		throw new Error(`${measure} is ${held.map(([title]) => title).join(' and ')}`);
	return held.length === 1 ? held[0][1] : '-';
}

async function outcomesOf({ library, kinds, charts, measures }) {
	const lines = [];
	const loaded = loadLibrary(library);
	for (let from = 0; from < charts.length; from += BATCH) {
		const patients = charts.slice(from, from + BATCH)
			.map((chart, i) => patientOf(String(i), chart, kinds));
		const results = await run(loaded, sourceOf(patients));
		for (let i = 0; i < patients.length; i++)
			lines.push(measures.map((m) => letter(results[i], m)).join(''));
	}
	return lines;
}

if (parentPort !== null && workerData?.library !== undefined)
	parentPort.postMessage(await outcomesOf(workerData));
