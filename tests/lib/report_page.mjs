// What the page of a performance report says, measure by measure.
import { textOf } from './forms.mjs';

/** The lines of a report: [{ module, number, met, rate, all, fellowship, compared }]. */
export function readReport(html) {
	return html.split('<section aria-labelledby="module-').slice(1).flatMap((section) => {
		const module = section.match(/^[^"]+/)[0];
		return [...section.split('</section>')[0].matchAll(/<tr\b[^>]*><th scope="row".*?<\/tr>/gs)].map(([row]) => {
			const cell = (label) =>
				textOf(row.match(new RegExp(`data-label="${label}">(.*?)</td>`, 's'))?.[1] ?? '');
			return {
				module,
				number: textOf(row.match(/class="measure-number"[^>]*>(.*?)</)[1]),
				met: cell('Met of charts'),
				rate: cell('Your rate'),
				all: cell('All practices'),
				fellowship: cell('Fellowship programs'),
				compared: cell('Compared'),
			};
		});
	});
}

/** The sites, physicians and fellows of a report: [{ level, name, charts, lines: [{ number, ... }] }]. */
export function readUnits(html) {
	return html.split('<section aria-labelledby="level-').slice(1).flatMap((section) => {
		const level = section.match(/^[^"]+/)[0];
		const units = section.split('</section>')[0].split('<details class="unit">').slice(1);
		return units.map((unit) => {
			const body = unit.split('</details>')[0];
			const [, name, charts] = textOf(body.match(/<summary>(.*?)<\/summary>/s)[1])
				.match(/^(.*) (\d+|one) charts?; beside/);
			const lines = [...body.matchAll(/<tr\b[^>]*><th scope="row".*?<\/tr>/gs)].map(([row]) => {
				const cell = (label) =>
					textOf(row.match(new RegExp(`data-label="${label}">(.*?)</td>`, 's'))[1]);
				return {
					number: textOf(row.match(/class="measure-number"[^>]*>(.*?)</)[1]),
					met: cell('Met of charts'),
					rate: cell('Rate'),
					practice: cell('Whole practice'),
					all: cell('All other practices'),
					rest: cell('Rest of the practice'),
				};
			});
			return { level, name, charts: charts === 'one' ? 1 : Number(charts), lines };
		});
	});
}
