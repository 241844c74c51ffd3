// Signs in as an abstractor and makes COUNT charts; prints, with tabs
// between: the cookie, its token, a question, two answers to it, the charts' ids.
import { Client, namedControl } from '../../lib/client.mjs';

const count = Number(process.argv[2]);
const visitor = new Client();
const dashboard = await visitor.signIn('abstractor');
const round = /href="(\/rounds\/\d+\/charts)"/.exec(dashboard.html)[1];
const list = await visitor.get(round);
const charts = [];

let form;
for (let i = 0; i < count; i++) {
	const made = await visitor.submit(list, {}, '/charts');
	if (made.status !== 303) throw new Error(`no chart was made: status ${made.status}`);
	charts.push(made.location.split('/').at(-1));
	form ??= await visitor.get(made.location);
}

const name = namedControl(form.html, /^a_sex$/);
if (!name) throw new Error('the form does not ask for the sex any more: choose another question');
const token = /name="_csrf" value="([^"]+)"/.exec(form.html)[1];
const cookie = `session=${visitor.cookies.get('session')}`;
console.log([cookie, token, name.slice(2), 'female', 'male', charts.join(' ')].join('\t'));
