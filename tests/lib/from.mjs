// Requests from another address of this machine, so that what one test uses up of a
// limit (tries an hour, requests a second) is nobody else's.
import { randomInt } from 'node:crypto';
import { request } from 'node:http';
import { Client } from './client.mjs';

/** A random loopback address: the whole of 127.0.0.0/8 is ours. */
export const someAddress = () => `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`;

/** As fetch(), as far as Client needs it, from `localAddress`. */
export function fetchFrom(localAddress) {
	return (url, { method, headers, body }) =>
		new Promise((resolve, reject) => {
			const coded = body === undefined ? undefined : String(body);
			const type = body instanceof URLSearchParams ? 'application/x-www-form-urlencoded' : undefined;
			const sent = request(
				url,
				{
					method,
					localAddress,
					headers: {
						...(type ? { 'content-type': type } : {}),
						...(coded === undefined ? {} : { 'content-length': Buffer.byteLength(coded) }),
						...headers,
					},
				},
				async (answer) => {
					const parts = [];
					for await (const part of answer) parts.push(part);
					const found = new Headers();
					for (let i = 0; i < answer.rawHeaders.length; i += 2)
						found.append(answer.rawHeaders[i], answer.rawHeaders[i + 1]);
					const text = Buffer.concat(parts).toString('utf8');
					resolve({ status: answer.statusCode, headers: found, text: async () => text });
				},
			);
			sent.on('error', reject);
			sent.end(coded);
		});
}

/** A visitor with an address of their own. */
export const visitorFrom = (localAddress = someAddress()) =>
	new Client(undefined, fetchFrom(localAddress));
