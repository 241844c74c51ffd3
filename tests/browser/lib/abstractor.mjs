// Somebody who abstracts charts: reads each question that is asked and answers it.
import { fill, fillDate, press, visit } from '../../lib/browser.mjs';

/** A patient with colon cancer, treated with oral drugs, whose chart answers everything. */
export const chart = {
	birth_date: '1958-03-14',
	sex: 'female',
	cancer_type: 'colon',
	dx_date: '2026-01-12',
	stage_doc_date: '2026-01-20',
	ajcc_stage: 'IIIB',
	first_visit_date: '2026-01-26',
	third_visit_date: '2026-02-23',
	deceased: 'no',
	pain_severity_2v: 'moderate',
	pain_score_2v: '5',
	recent_pain_severity: 'mild',
	recent_pain_score: '2',
	chemo_route: 'both',
	chemo_first_dose_date: '2026-02-02',
	chemo_plan_elements: 'doses',
	chemo_intent: 'curative',
	chemo_intent_date: '2026-01-28',
	intent_discussed_date: '2026-01-28',
	chemo_end_date: '2026-07-06',
	tx_summary_date: '2026-07-20',
	tx_summary_patient_date: '2026-07-22',
	tx_summary_provider_date: '2026-07-23',
	tobacco_status_date: '2026-01-26',
	adv_directive_date: '2026-01-26',
	fertility_na: 'yes',
	fertility_risk_date: '2026-01-28',
	chemo_for_mets: 'no',
	kps_mets: '80',
};

/** Starts a chart of the practice in its open round; its path. */
export async function newChart(page) {
	await visit(page, '/dashboard');
	await press(page, 'Abstract charts');
	await press(page, 'Start a chart');
	return new URL(page.url()).pathname;
}

/** The questions asked now that have no answer, in the form's order: [{ id, kind }]. */
function open(page) {
	return page.$$eval('.asking:not([hidden])', (blocks) =>
		blocks
			.filter((block) => block.dataset.answered !== '1')
			.map((block) => ({
				id: block.dataset.element,
				kind: block.querySelector('.answer input').type,
			})),
	);
}

/** Answers one question with the mouse or by typing, as `kind` wants it. */
export async function answer(page, id, value, kind) {
	const named = `[name="a_${id}"]`;
	if (kind === 'date') await fillDate(page, named, value);
	else if (kind === 'text') {
		await fill(page, named, value);
		await page.keyboard.press('Tab');
	} else {
		const choice = value ? `${named}[value="${value}"]` : named;
		// At once: a click on what still glides lands on its neighbor.
		await page.$eval(choice, (box) => box.scrollIntoView({ behavior: 'instant', block: 'center' }));
		await page.click(choice);
	}
}

/** Waits until the page says that nothing is left to save. */
export function saved(page) {
	return page.waitForSelector('#save-state[data-state="saved"]');
}

/** Answers what is asked until nothing is; `values` over `chart`, else the first choice. */
export async function abstract(page, values = {}) {
	const plan = { ...chart, ...values };
	for (let todo = await open(page); todo.length > 0; todo = await open(page)) {
		const { id, kind } = todo[0];
		await answer(page, id, plan[id], kind);
		await page.waitForSelector(`[data-element="${id}"][data-answered="1"]`);
	}
	await saved(page);
}

/** The same without script: everything that is asked, then the button, until nothing is new. */
export async function abstractPlainly(page, values = {}) {
	const plan = { ...chart, ...values };
	for (let todo = await open(page); todo.length > 0; todo = await open(page)) {
		for (const { id, kind } of todo) await answer(page, id, plan[id], kind);
		await press(page, 'Save and stay');
	}
}
