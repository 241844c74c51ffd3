// What the page of a performance report says, measure by measure.
import { textOf } from './forms.mjs';

/** The lines of a report: [{ module, number, met, rate, all, fellowship, compared }]. */
export function readReport(html) {
	return html.split('<section aria-labelledby="module-').slice(1).flatMap((section) => {
		const module = section.match(/^[^"]+/)[0];
		return [...section.matchAll(/<tr\b[^>]*><th scope="row".*?<\/tr>/gs)].map(([row]) => {
			const cell = (label) =>
				textOf(row.match(new RegExp(`data-label="${label}">(.*?)</td>`, 's'))?.[1] ?? '');
			return {
				module,
				number: textOf(row.match(/class="measure-number">(.*?)</)[1]),
				met: cell('Met of charts'),
				rate: cell('Your rate'),
				all: cell('All practices'),
				fellowship: cell('Fellowship programs'),
				compared: cell('Compared'),
			};
		});
	});
}
