// Reading forms out of a page's HTML, as far as tests of our own pages need it:
// well-formed tags with quoted attributes, no script.

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text with its character references resolved. */
export function unescapeHtml(text) {
	return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name) => {
		if (/^#x/i.test(name)) return String.fromCodePoint(parseInt(name.slice(2), 16));
		if (name[0] === '#') return String.fromCodePoint(parseInt(name.slice(1), 10));
		return entities[name] ?? whole;
	});
}

/** What a reader sees of some HTML, in one line. */
export function textOf(html) {
	const shown = html.replace(/<(script|style)\b.*?<\/\1>/gis, ' ').replace(/<[^>]*>/g, ' ');
	return unescapeHtml(shown).replace(/\s+/g, ' ').trim();
}

function attributes(tag) {
	const found = {};
	const inside = tag.replace(/^<\w+/, '').replace(/\/?>$/, '');
	for (const [, name, double, single, bare] of inside.matchAll(
		/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g,
	)) {
		found[name.toLowerCase()] = unescapeHtml(double ?? single ?? bare ?? '');
	}
	return found;
}

// A select's value as a browser would send it: the chosen options, else the first.
function selectValues(select, options) {
	const all = [...options.matchAll(/(<option\b[^>]*>)([^<]*)/gi)].map(([, tag, text]) => {
		const own = attributes(tag);
		return { value: own.value ?? unescapeHtml(text).trim(), chosen: 'selected' in own };
	});
	const chosen = all.filter((option) => option.chosen);
	if (chosen.length > 0) return chosen.map((option) => option.value);
	return 'multiple' in select || all.length === 0 ? [] : [all[0].value];
}

function fieldsOf(html) {
	const fields = new URLSearchParams();
	const controls =
		/(<input\b[^>]*>)|(<textarea\b[^>]*>)(.*?)<\/textarea>|(<select\b[^>]*>)(.*?)<\/select>/gis;
	for (const [, input, area, text, select, options] of html.matchAll(controls)) {
		const own = attributes(input ?? area ?? select);
		if (!own.name || 'disabled' in own) continue;
		const type = (own.type ?? 'text').toLowerCase();
		if (select) selectValues(own, options).forEach((value) => fields.append(own.name, value));
		else if (area) fields.append(own.name, unescapeHtml(text.replace(/^\r?\n/, '')));
		else if (type === 'checkbox' || type === 'radio') {
			if ('checked' in own) fields.append(own.name, own.value ?? 'on');
		} else if (!['submit', 'button', 'image', 'reset', 'file'].includes(type)) {
			fields.append(own.name, own.value ?? '');
		}
	}
	return fields;
}

/**
 * The forms of a page: [{ action, method, html, fields }]; `fields` are
 * URLSearchParams with what a browser would send untouched, tokens included.
 */
export function forms(html) {
	return [...html.matchAll(/(<form\b[^>]*>)(.*?)<\/form>/gis)].map(([, tag, inside]) => {
		const own = attributes(tag);
		return {
			action: own.action ?? '',
			method: (own.method ?? 'get').toUpperCase(),
			html: inside,
			fields: fieldsOf(inside),
		};
	});
}
