// A real Chromium for the browser tests: open pages, look at them, check them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { account, address, freshCode } from './instance.mjs';

const output = join(dirname(fileURLToPath(import.meta.url)), '..', 'output');
const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Starts Chromium with a profile of its own; end it with close(). */
export async function launch() {
	const profile = mkdtempSync(join(tmpdir(), 'myqopi-chromium-'));
	const browser = await puppeteer.launch({
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
		userDataDir: profile,
		defaultViewport: wide,
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--disable-dev-shm-usage',
		],
	});
	return {
		browser,
		/** A page with cookies of its own, as of another person. */
		async page() {
			const context = await browser.createBrowserContext();
			return watched(await context.newPage());
		},
		async close() {
			await browser.close();
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

// Keeps what the browser complains about: script errors, refused by the CSP.
function watched(page) {
	page.complaints = [];
	page.setDefaultTimeout(15_000);
	page.on('pageerror', (error) => page.complaints.push(`script: ${error.message}`));
	page.on('console', (message) => {
		if (message.type() === 'error') page.complaints.push(`console: ${message.text()}`);
	});
	return page;
}

/** Goes to a path of the instance; gives the response. */
export function visit(page, path) {
	return page.goto(new URL(path, address()).href, { waitUntil: 'load' });
}

/** Clicks and waits for the page that comes. */
export async function clickThrough(page, selector) {
	const [answer] = await Promise.all([page.waitForNavigation(), page.click(selector)]);
	return answer;
}

/** What the page says, as a reader sees it. */
export function readText(page) {
	return page.$eval('body', (body) => body.innerText);
}

/** Types over what stands in a field. */
export async function fill(page, selector, text) {
	await page.$eval(selector, (field) => {
		field.value = '';
	});
	await page.type(selector, text);
}

/**
 * Signs in as the demonstration account of a role, by typing. Fields are found by
 * what they are, so that the form may be laid out anew.
 */
export async function signIn(page, role) {
	const who = typeof role === 'string' ? account(role) : role;
	await visit(page, '/login');
	await fill(page, 'main input[type=email], main input[name*=mail]', who.email);
	await fill(page, 'main input[type=password]', who.password);
	await clickThrough(page, 'main form[method=post] [type=submit]');
	const code = 'main input[autocomplete=one-time-code]';
	if (who.secret && (await page.$(code))) {
		await fill(page, code, await freshCode(who));
		await clickThrough(page, 'main form[method=post] [type=submit]');
	}
}

/** The whole page to tests/output/NAME.png, 1280 pixels wide (`{ narrow: true }`: 360). */
export async function shot(page, name, options = {}) {
	mkdirSync(output, { recursive: true });
	await page.setViewport(options.narrow ? narrow : wide);
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
	const file = join(output, `${name}.png`);
	await page.screenshot({ path: file, fullPage: true });
	await page.setViewport(wide);
	return file;
}

/** How many pixels the page is wider than a 360 pixel window; 0 is right. */
export async function overflow(page) {
	await page.setViewport(narrow);
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	await page.setViewport(wide);
	return over;
}

/** Fails if axe-core finds something serious or critical; says what, where, and why. */
export async function axe(page) {
	// Through the debugger, which the page's own content policy does not bind.
	await page.evaluate(axeSource);
	const found = await page.evaluate(() =>
		globalThis.axe.run(document, { resultTypes: ['violations'] }),
	);
	const grave = found.violations.filter((v) => ['serious', 'critical'].includes(v.impact));
	if (grave.length === 0) return;
	const lines = grave.flatMap((v) => [
		`${v.impact}: ${v.help} (${v.id})`,
		...v.nodes.slice(0, 5).map((node) => `    ${node.target.join(' ')}: ${node.html.slice(0, 150)}`),
	]);
	throw new Error(`${page.url()} is not accessible:\n${lines.join('\n')}`);
}
