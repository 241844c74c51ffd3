/* The peer groups of a stored result: see stored_json.h. */
#include "base/fault.h"
#include "report/stored_json.h"

static json_t *
write_line(const struct peer_line *l)
{
	return stored_made(json_pack("[o, i, f, i, i]", stored_yardstick(&l->all),
				     (int)l->compared.test, l->compared.p, (int)l->compared.mark,
				     (int)l->verdict));
}

static struct peer_line
read_line(struct arena *a, json_t *json)
{
	struct peer_line l;
	int test, mark, verdict;
	json_t *all;
	json_error_t e;

	stored_check(json_unpack_ex(json, &e, 0, "[o, i, f, i, i]", &all, &test, &l.compared.p,
				    &mark, &verdict),
		     &e);
	must(test >= 0 && test <= STATS_CHI_SQUARE && mark >= 0 && mark <= STATS_LOWER);
	must(verdict >= 0 && verdict <= VERDICT_WORSE);
	l.all = stored_read_yardstick(a, all);
	l.compared.test = (enum stats_test)test;
	l.compared.mark = (enum stats_mark)mark;
	l.verdict = (enum verdict)verdict;
	return l;
}

json_t *
stored_peers(const struct result *r)
{
	json_t *all = stored_made(json_array());
	size_t n_lines = result_lines(r);

	for (size_t i = 0; i < r->n_peers; i++) {
		const struct peer *p = &r->peers[i];
		json_t *lines = stored_made(json_array());

		for (size_t j = 0; j < n_lines; j++)
			json_array_append_new(lines, write_line(&p->lines[j]));
		json_array_append_new(
			all, stored_made(json_pack("{s:s, s:s, s:s, s:o}", "code", p->code,
						   "division", p->division, "title", p->title,
						   "lines", lines)));
	}
	return all;
}

static struct peer
read_peer(struct arena *a, json_t *json, size_t n_lines)
{
	struct peer p = { .lines = arena_array(a, n_lines, sizeof *p.lines) };
	const char *code, *division, *title;
	json_t *lines;
	json_error_t e;

	stored_check(json_unpack_ex(json, &e, 0, "{s:s, s:s, s:s, s:o}", "code", &code, "division",
				    &division, "title", &title, "lines", &lines),
		     &e);
	must(json_array_size(lines) == n_lines);
	p.code = arena_str(a, code);
	p.division = arena_str(a, division);
	p.title = arena_str(a, title);
	for (size_t i = 0; i < n_lines; i++)
		p.lines[i] = read_line(a, json_array_get(lines, i));
	return p;
}

void
stored_read_peers(struct arena *a, json_t *root, struct result *r)
{
	json_t *all = json_object_get(root, "peers");
	size_t n_lines = result_lines(r);

	r->n_peers = json_array_size(all);
	r->peers = arena_array(a, r->n_peers, sizeof *r->peers);
	for (size_t i = 0; i < r->n_peers; i++)
		r->peers[i] = read_peer(a, json_array_get(all, i), n_lines);
}
