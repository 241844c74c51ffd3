// The questions, read from measures/elements.def without the program's own reader.
import { readFileSync } from 'node:fs';

// [{ id, type, codes, without }]: type is single, yes-no, multiple, date or integer.
export function readElements(file) {
	const elements = [];
	for (const line of readFileSync(file, 'utf8').split('\n')) {
		const [, indent, key, value] = /^(\t?)([a-z_]+): (.*)$/.exec(line) ?? [];
		const last = elements.at(-1);
		if (indent === '' && key === 'question')
			elements.push({ id: value, type: '', codes: [], without: [] });
		else if (key === 'type')
			last.type = value;
		else if (key === 'choice')
			last.codes.push(value.split(' = ')[0]);
		else if (key === 'without_value')
			last.without.push(value);
	}
	return elements;
}
