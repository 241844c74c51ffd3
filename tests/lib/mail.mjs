// Mails that the mail sink of the instance kept: waiting for one, reading it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { statePath } from './instance.mjs';

function decodeWords(text) {
	return text
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how, coded) =>
			how.toLowerCase() === 'b'
				? Buffer.from(coded, 'base64').toString('utf8')
				: decodeQuoted(coded.replaceAll('_', ' ')),
		);
}

function decodeQuoted(text) {
	const bytes = text
		.replace(/=\r?\n/g, '')
		.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** One .eml file: { to, from, subject, headers, body, links }. Plain text mails only. */
export function parseMail(bytes) {
	const raw = Buffer.from(bytes).toString('latin1');
	const [, head, coded] = raw.match(/^(.*?)\r?\n\r?\n(.*)$/s) ?? [null, raw, ''];
	const headers = {};
	for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
		const at = line.indexOf(':');
		const value = Buffer.from(line.slice(at + 1).trim(), 'latin1').toString('utf8');
		headers[line.slice(0, at).toLowerCase()] = decodeWords(value);
	}
	const coding = (headers['content-transfer-encoding'] ?? '8bit').toLowerCase();
	let body = Buffer.from(coded, 'latin1').toString('utf8');
	if (coding === 'quoted-printable') body = decodeQuoted(coded);
	if (coding === 'base64') body = Buffer.from(coded, 'base64').toString('utf8');
	return {
		to: headers['x-envelope-to'] ?? headers.to ?? '',
		from: headers.from ?? '',
		subject: headers.subject ?? '',
		headers,
		body,
		links: body.match(/https?:\/\/[^\s<>"]+/g) ?? [],
	};
}

/** All mails kept so far, in the order of arrival. */
export function mails(folder = statePath('mail')) {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.eml') && !name.startsWith('.'))
		.sort()
		.map((name) => parseMail(readFileSync(join(folder, name))));
}

/**
 * The newest mail to `to` (part of the address) with `subject` (text or pattern),
 * waiting for it up to `seconds`. `after` leaves out that many oldest mails: take
 * mails().length before the act that sends one.
 */
export async function waitForMail({ to = '', subject = '', after = 0, seconds = 20, folder } = {}) {
	const fits = (mail) =>
		mail.to.includes(to) &&
		(subject instanceof RegExp ? subject.test(mail.subject) : mail.subject.includes(subject));
	const end = Date.now() + seconds * 1000;
	for (;;) {
		const found = mails(folder).slice(after).filter(fits).pop();
		if (found) return found;
		if (Date.now() > end) {
			const there = mails(folder).map((mail) => `"${mail.subject}" to ${mail.to}`);
			throw new Error(
				`no mail "${subject}" to ${to || 'anybody'} within ${seconds} s; ` +
					`there are: ${there.slice(-10).join(', ') || 'none'}`,
			);
		}
		await pause(100);
	}
}

/** The first link of a mail whose address matches. */
export function linkOf(mail, pattern = /./) {
	const link = mail.links.find((one) => pattern.test(one));
	if (!link) throw new Error(`the mail "${mail.subject}" has no link like ${pattern}`);
	return link;
}
