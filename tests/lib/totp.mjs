// One-time codes (RFC 6238: SHA-1, six digits, 30 seconds) from a base32 secret.
import { createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

function base32(text) {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
	const bits = [...text.toUpperCase().replace(/[\s=-]/g, '')]
		.map((letter) => {
			const value = alphabet.indexOf(letter);
			if (value < 0) throw new Error(`"${letter}" is not a base32 letter`);
			return value.toString(2).padStart(5, '0');
		})
		.join('');
	return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

/** The code of `secret` at `seconds` since 1970; now unless given. */
export function totp(secret, seconds = Date.now() / 1000) {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
	const mac = createHmac('sha1', base32(secret)).update(counter).digest();
	const number = mac.readUInt32BE(mac[19] & 15) & 0x7fffffff;
	return String(number % 1_000_000).padStart(6, '0');
}

/**
 * The number of a step whose code is good now and that was not given out before, as
 * `file` remembers: a code is good once. Servers take codes of one step before and
 * after the present one, so three are at hand; for a fourth this waits.
 */
export async function freshStep(file, now = () => Math.floor(Date.now() / 1000 / 30)) {
	let last = 0;
	try {
		last = Number(readFileSync(file, 'utf8'));
	} catch (error) {
		if (error.code !== 'ENOENT') throw error;
	}
	while (last >= now() + 1) await pause(500);
	const step = Math.max(last + 1, now() - 1);
	writeFileSync(file, String(step));
	return step;
}
