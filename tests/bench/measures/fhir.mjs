// The flat library and charts as FHIR R4: a chart is a QuestionnaireResponse with an
// item a question, and each question is looked up in it by its linkId.
import fhir from 'cql-exec-fhir';

const FHIR = 'http://hl7.org/fhir';
const literal = (value) => ({ type: 'Literal', value, valueType: '{urn:hl7-org:elm-types:r1}String' });
const property = (source, path) => ({ type: 'Property', path, source });
const scoped = (scope, path) => ({ type: 'Property', path, scope });

// The values of the answers of one item, as FHIRHelpers would convert them.
function answersOf(id) {
	const responses = { type: 'Retrieve', dataType: `{${FHIR}}QuestionnaireResponse` };
	const items = property({ type: 'SingletonFrom', operand: responses }, 'item');
	return { type: 'Flatten', operand: { type: 'Query', relationship: [],
		source: [{ alias: 'I', expression: items }],
		where: { type: 'Equal', operand: [scoped('I', 'linkId.value'), literal(id)] },
		return: { distinct: false, expression: { type: 'Query', relationship: [],
			source: [{ alias: 'A', expression: scoped('I', 'answer') }],
			return: { distinct: false, expression: scoped('A', 'value.value') } } } } };
}

const nullWhenEmpty = (list) => ({ type: 'If', condition: { type: 'Exists', operand: list },
	then: list, else: { type: 'Null' } });

// The same library over FHIR: where a question was a property, it is looked up.
export function overFhir(elm, kinds) {
	const change = (node) => {
		if (Array.isArray(node))
			return node.map(change);
		if (node === null || typeof node !== 'object')
			return node;
		if (node.type === 'Property' && node.source?.name === 'Patient')
			return kinds.get(node.path) === 'multiple' ? nullWhenEmpty(answersOf(node.path))
				: { type: 'First', source: answersOf(node.path) };
		return Object.fromEntries(Object.entries(node).map(([k, v]) => [k, change(v)]));
	};
	const def = elm.library.statements.def.map((d) => (d.name !== 'Patient' ? change(d)
		: { ...d, expression: { type: 'SingletonFrom',
			operand: { type: 'Retrieve', dataType: `{${FHIR}}Patient` } } }));
	return { library: { ...elm.library, statements: { def }, usings: { def: [
		{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' },
		{ localIdentifier: 'FHIR', uri: FHIR, version: '4.0.1' }] } } };
}

function answerOf(kind, text) {
	if (kind === 'date')
		return { valueDate: text };
	return kind === 'integer' ? { valueInteger: Number(text) } : { valueString: text };
}

function itemOf(kind, id, text) {
	const texts = kind === 'multiple' ? text.split(';') : [text];
	return { linkId: id, answer: texts.map((t) => answerOf(kind, t)) };
}

// Charts as a patient source; what has no real value has no item.
export function fhirSource(charts, kinds) {
	const source = fhir.PatientSource.FHIRv401();
	const real = (id, text) => text !== '' && (!['date', 'integer', 'multiple'].includes(kinds.get(id))
		|| (text !== 'not_documented' && text !== 'unknown'));
	source.loadBundles(charts.map((chart, i) => ({ resourceType: 'Bundle', type: 'collection', entry: [
		{ resource: { resourceType: 'Patient', id: String(i) } },
		{ resource: { resourceType: 'QuestionnaireResponse', id: `r${i}`, status: 'completed',
			subject: { reference: `Patient/${i}` },
			item: Object.entries(chart).filter(([id, text]) => real(id, text))
				.map(([id, text]) => itemOf(kinds.get(id), id, text)) } }] })));
	return source;
}
