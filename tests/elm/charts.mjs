// Random charts that come close to what the measures ask: each is drawn towards one
// measure, whose codes, limits and spans of days are read from the ELM.
import { isoDay, dayOf, yearsBefore } from './days.mjs';

// A repeatable source of numbers (mulberry32): next() is 0 to 1, below(n) 0 to n - 1.
export function dice(seed) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let z = state;
		z = Math.imul(z ^ (z >>> 15), z | 1);
		z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
		return ((z ^ (z >>> 14)) >>> 0) / 4294967296;
	};
	const below = (n) => Math.floor(next() * n);
	return { next, below, one: (list) => list[below(list.length)] };
}

const relations = new Set(['Equal', 'Less', 'LessOrEqual', 'Greater', 'GreaterOrEqual']);
const ofChoices = new Set(['Equal', 'Equivalent', 'In', 'Contains', 'Includes', 'Intersect']);

// What makes a definition true, as far as it can be read off, with all it uses:
// { codes: [[id, code, wanted]], limits: [[id, number]], days: [[from, to, number]],
// years: [[id, number]] }.
export function wishesOf(library, elements, name) {
	const definitions = new Map(library.statements.def.map((d) => [d.name, d.expression]));
	const ids = new Set(elements.map((e) => e.id));
	const wishes = { codes: [], limits: [], days: [], years: [] };
	const seen = new Set();
	const wishFor = (node, wanted) => {
		const [left, right] = node.operand;
		const number = Number(right.value);
		if (ofChoices.has(node.type) && ids.has(left.name))
			for (const item of right.element ?? [right])
				wishes.codes.push([left.name, item.value, wanted]);
		if (relations.has(node.type) && left.type === 'DifferenceBetween')
			wishes.days.push([left.operand[0].name, left.operand[1].name, number]);
		else if (relations.has(node.type) && left.type === 'DurationBetween')
			wishes.years.push([left.operand[1].name, number]);
		else if (relations.has(node.type) && ids.has(left.name))
			wishes.limits.push([left.name, number]);
	};
	const look = (node, wanted) => {
		if (node === null || typeof node !== 'object')
			return;
		const key = `${node.name} ${wanted}`;
		if (node.type === 'ExpressionRef' && !seen.has(key)) {
			seen.add(key);
			look(definitions.get(node.name), ids.has(node.name) || wanted);
		}
		if (node.operand?.length === 2)
			wishFor(node, wanted);
		Object.values(node).forEach((part) => look(part, node.type === 'Not' ? !wanted : wanted));
	};
	look({ type: 'ExpressionRef', name }, true);
	return wishes;
}

function anyAnswer(d, element) {
	if (d.next() < 0.2)
		return '';
	if (element.without.length > 0 && d.next() < 0.1)
		return d.one(element.without);
	switch (element.type) {
	case 'date':
		return isoDay(19600 + d.below(900));
	case 'integer':
		return String(d.below(13));
	case 'multiple':
		return element.codes.filter(() => d.next() < 0.4).join(';');
	default:
		return element.codes.includes('yes') && d.next() < 0.5 ? 'yes' : d.one(element.codes);
	}
}

const shuffled = (d, list) => list.map((item) => [d.next(), item])
	.sort((a, b) => a[0] - b[0]).map(([, item]) => item);

function grantCodes(d, chart, wishes, kinds) {
	for (const [id, code, wanted] of shuffled(d, wishes.codes)) {
		const others = chart[id].split(';')
			.filter((c) => !['', 'not_documented', 'unknown', code].includes(c));
		if (d.next() < 0.05)
			continue;
		if (!wanted && chart[id].includes(code))
			chart[id] = kinds.get(id) === 'multiple' ? others.join(';') : '';
		else if (wanted)
			chart[id] = kinds.get(id) === 'multiple' && d.next() < 0.8
				? [code, ...others].join(';') : code;
	}
}

const isDay = (text) => /^\d{4}-/.test(text);

// Dates exactly on a limit, a day before or a day behind it.
function grantDates(d, chart, wishes) {
	for (const [from, to, number] of shuffled(d, wishes.days)) {
		const span = number + d.below(3) - 1;
		if (isDay(chart[to]) && d.next() < 0.4)
			chart[from] = isoDay(dayOf(chart[to]) - span);
		else if (isDay(chart[from]) && d.next() < 0.8)
			chart[to] = isoDay(dayOf(chart[from]) + span);
	}
	if (d.next() < 0.1)
		chart.dx_date = d.one(['2024-02-29', '2025-02-28', '2025-03-01']);
	chart.birth_date = isDay(chart.dx_date)
		? isoDay(dayOf(chart.dx_date) - 7000 - d.below(20000)) : '1960-02-29';
	for (const [id, years] of wishes.years)
		if (isDay(chart[id]) && d.next() < 0.2)
			chart.birth_date = isoDay(dayOf(yearsBefore(chart[id], years)) + d.below(3) - 1);
	if (d.next() < 0.02)
		chart.birth_date = '';
}

// A chart: its answers by question as text, '' for none; drawn towards these wishes.
export function drawChart(d, elements, kinds, wishes) {
	const chart = Object.fromEntries(elements.map((e) => [e.id, anyAnswer(d, e)]));
	grantCodes(d, chart, wishes, kinds);
	for (const [id, number] of wishes.limits)
		if (Number.isInteger(number) && d.next() < 0.6)
			chart[id] = String(number + d.below(3) - 1);
	if (d.next() < 0.95)
		chart.office_visits_2plus = 'yes';
	grantDates(d, chart, wishes);
	return chart;
}
