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
const zoomed = { width: wide.width / 2, height: wide.height / 2, deviceScaleFactor: 2 };
// Colors that are on their way from one to another are neither to be read nor measured.
const still = [{ name: 'prefers-reduced-motion', value: 'reduce' }];
const dark = [...still, { name: 'prefers-color-scheme', value: 'dark' }];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Starts Chromium with a profile of its own; end it with close(). Debian's headless shell is
 * the same engine without windows and menus, which cost more than our pages do.
 */
export async function launch() {
	return started('chromium', {
		executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--lang=en-US',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--disable-dev-shm-usage',
		],
	});
}

/** The same with Firefox, over WebDriver BiDi. */
export async function launchFirefox() {
	return started('firefox', {
		browser: 'firefox',
		executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
		extraPrefsFirefox: {
			'intl.accept_languages': 'en-US',
			'app.update.enabled': false,
			'datareporting.policy.dataSubmissionEnabled': false,
			'network.captive-portal-service.enabled': false,
			'network.connectivity-service.enabled': false,
			'extensions.getAddons.cache.enabled': false,
			'ui.prefersReducedMotion': 1,
		},
	});
}

async function started(name, options) {
	const profile = mkdtempSync(join(tmpdir(), `myqopi-${name}-`));
	const browser = await puppeteer.launch({
		...options, userDataDir: profile, defaultViewport: wide, protocolTimeout: 60_000,
	});
	return {
		name,
		browser,
		/** A page with cookies of its own, as of another person. */
		async page() {
			const context = await browser.createBrowserContext();
			const page = watched(await context.newPage());
			if (name === 'chromium') await page.emulateMediaFeatures(still);
			return page;
		},
		async close() {
			await browser.close();
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

// Keeps what the browser complains about: script errors, what the CSP refuses, files that
// are not there. A page's own status is for the test to look at.
function watched(page) {
	page.complaints = [];
	page.setDefaultTimeout(15_000);
	page.on('pageerror', (error) => page.complaints.push(`script: ${error.message}`));
	page.on('console', (message) => {
		if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
			page.complaints.push(`console: ${message.text()}`);
	});
	page.on('response', (answer) => {
		if (answer.status() >= 400 && !answer.request().isNavigationRequest())
			page.complaints.push(`${answer.status()}: ${answer.url()}`);
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

/** Clicks the link or button that says `words`, in the page's own part before the frame. */
export async function press(page, words) {
	const found = await page.evaluateHandle((wanted) => {
		const all = ['main :is(a, button)', 'a, button'].flatMap((where) => [
			...document.querySelectorAll(where),
		]);
		const seen = (one) => one.checkVisibility() && !one.closest('[aria-hidden=true]');
		return all.find((one) => seen(one) && one.innerText.trim() === wanted);
	}, words);
	const target = found.asElement();
	if (!target) {
		const text = await page.$eval('main', (main) => main.innerText.slice(0, 300));
		throw new Error(`${page.url()} has no "${words}" to press; it begins: ${text}`);
	}
	const [answer] = await Promise.all([page.waitForNavigation(), target.click()]);
	return answer;
}

/** What the page says, as a reader sees it. */
export function readText(page) {
	return page.$eval('body', (body) => body.innerText);
}

/** Types over what stands in a field. */
export async function fill(page, selector, text) {
	await page.focus(selector);
	await page.keyboard.down('Control');
	await page.keyboard.press('a');
	await page.keyboard.up('Control');
	await page.keyboard.press('Backspace');
	await page.keyboard.type(text);
}

/** Types a day, "2026-03-01", as one does where months come first, and leaves the field. */
export async function fillDate(page, selector, day) {
	const [year, month, date] = day.split('-');
	await page.focus(selector);
	await page.keyboard.type(month + date + year);
	await page.$eval(selector, (field) => field.blur());
}

// One control, by what it is.
async function fillControl(page, name, value) {
	const named = `main [name="${name}"]`;
	const kind = await page.$eval(named, (field) => field.type);
	if (kind === 'radio') await page.click(`${named}[value="${value}"]`);
	else if (kind === 'checkbox') {
		if ((await page.$eval(named, (box) => box.checked)) !== Boolean(value)) await page.click(named);
	} else if (kind === 'select-one') await page.select(named, value);
	else if (kind === 'date') await fillDate(page, named, value);
	else await fill(page, named, value);
}

/** Fills in controls by name: text is typed, buttons are clicked, boxes hold true or false. */
export async function fillIn(page, values) {
	for (const [name, value] of Object.entries(values)) await fillControl(page, name, value);
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

/** The whole page to tests/output/NAME.png, 1280 pixels wide; `narrow`: 360; `zoomed`: 200 %. */
export async function shot(page, name, options = {}) {
	mkdirSync(output, { recursive: true });
	await page.setViewport(options.narrow ? narrow : options.zoomed ? zoomed : wide);
	const file = join(output, `${name}.png`);
	await page.screenshot({ path: file, fullPage: true });
	await page.setViewport(wide);
	return file;
}

/** What a window of 1280 by 800 pixels shows, to tests/output/NAME.png. */
export async function picture(page, name) {
	mkdirSync(output, { recursive: true });
	await page.setViewport(wide);
	await page.screenshot({ path: join(output, `${name}.png`) });
}

/** How many pixels the page is wider than its window, of 360 pixels or zoomed; 0 is right. */
export async function overflow(page, options = {}) {
	await page.setViewport(options.zoomed ? zoomed : narrow);
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

/**
 * Looks at a page as a careful person would: keeps pictures (`narrow`, `dark`: those, too),
 * and fails on what axe finds, on any complaint and on what sticks out of a phone.
 */
export async function look(page, name, options = {}) {
	await shot(page, name);
	if (options.narrow) await shot(page, `${name}-narrow`, { narrow: true });
	if (options.dark) {
		await page.emulateMediaFeatures(dark);
		await shot(page, `${name}-dark`);
		await axe(page);
		await page.emulateMediaFeatures(still);
	}
	await axe(page);
	const over = await overflow(page);
	if (over > 0) throw new Error(`${page.url()} is ${over} pixels wider than a phone`);
	if (page.complaints.length > 0)
		throw new Error(`${page.url()}: the browser complains:\n${page.complaints.join('\n')}`);
}
