// A visitor without a browser: keeps cookies, follows redirects when asked, sends
// forms with the tokens that stand in them.
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { account, address, freshCode } from './instance.mjs';
import { forms, textOf } from './forms.mjs';

// One exchange on a connection of its own, so that a restarted server is no surprise.
async function exchange(url, method, headers, body, localAddress) {
	const packed = new Response(body ?? null); // knows the content type of each kind of body
	const bytes = Buffer.from(await packed.arrayBuffer());
	const type = packed.headers.get('content-type');
	const all = {
		'accept-encoding': 'gzip',
		...(type ? { 'content-type': type } : {}),
		...(method === 'GET' || method === 'HEAD' ? {} : { 'content-length': bytes.length }),
		...headers,
	};
	return new Promise((resolve, reject) => {
		const asked = request(url, {
			method,
			headers: all,
			localAddress,
			agent: false,
			timeout: 60_000,
		});
		asked.on('error', reject);
		asked.on('timeout', () => asked.destroy(new Error(`${url}: no answer within a minute`)));
		asked.on('response', (answer) => collect(answer).then(resolve, reject));
		asked.end(bytes);
	});
}

async function collect(answer) {
	const parts = [];
	for await (const part of answer) parts.push(part);
	const bytes = Buffer.concat(parts);
	const headers = new Headers();
	for (let i = 0; i < answer.rawHeaders.length; i += 2) {
		headers.append(answer.rawHeaders[i], answer.rawHeaders[i + 1]);
	}
	return {
		status: answer.statusCode,
		headers,
		setCookies: answer.headers['set-cookie'] ?? [],
		body: headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes,
	};
}

export class Client {
	/** `localAddress`: one of 127.0.0.0/8 to come from; see from.mjs. */
	constructor(base = address(), localAddress = undefined) {
		this.base = base;
		this.localAddress = localAddress;
		this.cookies = new Map();
	}

	/**
	 * One request, no redirect followed: { status, headers, html, body, url, location, text }.
	 * `options.body` may be URLSearchParams (a form), FormData (multipart), text or
	 * bytes; `options.headers` add to or replace what goes with it.
	 */
	async request(method, path, options = {}) {
		const url = new URL(path, this.base);
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const headers = { ...(cookie ? { cookie } : {}), ...options.headers };
		const answer = await exchange(url, method, headers, options.body, this.localAddress);
		this.#keepCookies(answer.setCookies);
		let html; // worked out where it is read: pages are large
		const read = () => (html ??= answer.body.toString('utf8'));
		return {
			status: answer.status,
			headers: answer.headers,
			location: answer.headers.get('location'),
			url,
			body: answer.body,
			get html() {
				return read();
			},
			get text() {
				return textOf(read());
			},
		};
	}

	#keepCookies(lines) {
		for (const line of lines) {
			const [pair, ...rest] = line.split(';');
			const at = pair.indexOf('=');
			const name = pair.slice(0, at).trim();
			const gone = rest.some((part) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(part));
			if (gone) this.cookies.delete(name);
			else this.cookies.set(name, pair.slice(at + 1).trim());
		}
	}

	/** GET, redirects followed (at most ten). */
	async get(path, options) {
		return this.follow(await this.request('GET', path, options));
	}

	async follow(answer) {
		for (let steps = 0; answer.location && answer.status >= 300 && answer.status < 400; steps++) {
			if (steps === 10) throw new Error(`more than ten redirects, last to ${answer.location}`);
			answer = await this.request('GET', new URL(answer.location, answer.url));
		}
		return answer;
	}

	post(path, body, options = {}) {
		const sent = body instanceof URLSearchParams ? body : new URLSearchParams(body);
		return this.request('POST', path, { ...options, body: sent });
	}

	/**
	 * Sends a form of `page` with `values` over what stands in it; an array gives a
	 * name several values, null takes it out. `which` picks the form: part of its
	 * action; without it the first POST form with a control of each name given.
	 */
	async submit(page, values = {}, which = undefined) {
		const form = pickForm(page, values, which);
		const fields = new URLSearchParams(form.fields);
		for (const [name, value] of Object.entries(values)) {
			fields.delete(name);
			for (const one of [value].flat()) if (one !== null) fields.append(name, one);
		}
		const action = new URL(form.action || page.url, page.url);
		if (form.method === 'POST') return this.post(action, fields);
		action.search = fields;
		return this.request('GET', action);
	}

	/** Signs in as the demonstration account of a role; gives the page after it. */
	async signIn(role) {
		const who = typeof role === 'string' ? account(role) : role;
		let page = await this.get('/login');
		page = await this.follow(await this.submit(page, signInValues(page, who), '/login'));
		if (who.secret && namedControl(page.html, /code/)) {
			const name = namedControl(page.html, /code/);
			page = await this.follow(await this.submit(page, { [name]: await freshCode(who) }));
		}
		return page;
	}
}

function hasControl(form, name) {
	return form.fields.has(name) || form.html.includes(`name="${name}"`);
}

function pickForm(page, values, which) {
	const all = forms(page.html);
	const form = all.find((f) =>
		which === undefined
			? f.method === 'POST' && Object.keys(values).every((name) => hasControl(f, name))
			: f.action.includes(which) || (f.action === '' && page.url.pathname.includes(which)),
	);
	if (form) return form;
	const there = all.map((f) => `${f.method} ${f.action || '(same page)'}`).join(', ') || 'none';
	throw new Error(`${page.url.pathname}: no form fits; forms there: ${there}`);
}

/** The name of the first control of a page whose name matches. */
export function namedControl(html, pattern) {
	for (const [, name] of html.matchAll(/<(?:input|select|textarea)\b[^>]*\bname="([^"]*)"/gi)) {
		if (pattern.test(name)) return name;
	}
	return undefined;
}

function signInValues(page, who) {
	const mail = namedControl(page.html, /mail|user|login/);
	const password = namedControl(page.html, /password/);
	if (!mail || !password) throw new Error('/login has no fields for an e-mail and a password');
	return { [mail]: who.email, [password]: who.password };
}
