// Visitors from other addresses of this machine, so that what one test uses up of a
// limit (tries an hour, requests a second) is nobody else's.
import { randomInt } from 'node:crypto';
import { Client } from './client.mjs';

const part = () => randomInt(1, 255);

/** A random loopback address: the whole of 127.0.0.0/8 is ours. */
export const someAddress = () => `127.${part()}.${part()}.${part()}`;

/** A visitor with an address of their own. */
export const visitorFrom = (from = someAddress()) => new Client(undefined, from);
