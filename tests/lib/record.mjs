// A made-up patient's record as an electronic health record exports it: FHIR R4, mCODE profiles.
const MCODE = 'http://hl7.org/fhir/us/mcode/StructureDefinition/';
const LOINC = 'http://loinc.org', SNOMED = 'http://snomed.info/sct';
const coded = (system, code, display) => ({ coding: [{ system, code, display }] });
const subject = { reference: 'Patient/p1' };
const of = (resourceType, id, more) => ({ resource: { resourceType, id, subject, ...more } });
const visit = (id, start) => of('Encounter', id, { status: 'finished', class: { code: 'AMB' }, period: { start } });
const observed = (id, day, code, value) => of('Observation', id, { status: 'final', code: coded(LOINC, code), effectiveDateTime: day, ...value });

/** The bundle; `more` are entries beside it. */
export const record = (...more) => ({
	resourceType: 'Bundle', type: 'collection', entry: [
		{ resource: { resourceType: 'Patient', id: 'p1', gender: 'female', birthDate: '1961-05-02', deceasedBoolean: false,
			name: [{ family: 'Secretname' }], identifier: [{ value: '99887766' }], telecom: [{ value: '555-0100' }] } },
		of('Condition', 'c1', { meta: { profile: [`${MCODE}mcode-primary-cancer-condition`] },
			code: coded(SNOMED, '363406005', 'Malignant tumor of colon'), onsetDateTime: '2026-01-12', recordedDate: '2026-01-14' }),
		of('Condition', 'c2', { code: coded('http://hl7.org/fhir/sid/icd-10-cm', 'C79.51'), verificationStatus: coded('x', 'refuted') }),
		observed('stage', '2026-01-20', '21902-2', { valueCodeableConcept: coded('http://cancerstaging.org', '3B', 'IIIB') }),
		observed('t', '2026-01-20', '21899-0', { valueCodeableConcept: coded(SNOMED, '1', 'pT4a category') }),
		observed('m', '2026-01-20', '21901-4', { valueCodeableConcept: coded(SNOMED, '2', 'cM0') }),
		observed('smoking', '2026-01-26', '72166-2', { valueCodeableConcept: coded(SNOMED, '8517006', 'Former smoker') }),
		observed('pain', '2026-02-09', '72514-3', { valueInteger: 6 }),
		observed('nodes', '2026-01-22', '92833-3', { valueQuantity: { value: 14 } }),
		visit('v3', '2026-03-02'), visit('v1', '2026-01-26T09:00:00-05:00'), visit('v2', '2026-02-09'),
		of('Procedure', 's1', { meta: { profile: [`${MCODE}mcode-cancer-related-surgical-procedure`] }, status: 'completed', performedDateTime: '2026-01-21' }),
		of('MedicationAdministration', 'd1', { meta: { profile: [`${MCODE}mcode-cancer-related-medication-administration`] }, status: 'completed',
			medicationCodeableConcept: coded('http://www.nlm.nih.gov/research/umls/rxnorm', '4492'), effectivePeriod: { start: '2026-02-16' },
			dosage: { route: coded(SNOMED, '47625008') } }),
		...more,
	],
});
