// Days as numbers, as in fcgi/base/date.h: days since 1970-01-01.
const MS = 86400000;

export const isoDay = (day) => new Date(day * MS).toISOString().slice(0, 10);
export const dayOf = (text) => Date.parse(`${text}T00:00:00Z`) / MS;

// The same day of an earlier year; the last of February for one that has no 29th.
export function yearsBefore(text, years) {
	const [year, month, day] = text.split('-').map(Number);
	const last = new Date(Date.UTC(year - years, month, 0)).getUTCDate();
	return isoDay(Date.UTC(year - years, month - 1, Math.min(day, last)) / MS);
}
