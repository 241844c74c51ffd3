/*
 * The example charts of tests/measures: each measure's outcome is as the line
 * says, and the lines reach every outcome and every clause both ways.
 */
#include "../test.h"
#include "catalogue.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "measure/explain.h"

enum { MAX_GIVENS = 200, MAX_LINE = 2000 };

struct given {
	const char *name, *answers;
};

/* One file being run, and what its cases have reached. */
struct run {
	struct fixture f;
	const char *file;
	int line;
	struct given givens[MAX_GIVENS];
	size_t n_givens;
	size_t cases, wrong;
	bool (*reached)[OUTCOME_KINDS];       /* by measure */
	bool (*clause_was)[CLAUSE_KINDS][2];  /* by measure: false, true */
};

static void
complain(struct run *r, const char *what, const char *which)
{
	print_error("%s:%d: %s: %s\n", r->file, r->line, what, which);
	r->wrong++;
}

static void put_answers(struct run *r, struct answer *chart, const char *answers);

static void
put_given(struct run *r, struct answer *chart, const char *name)
{
	for (size_t i = 0; i < r->n_givens; i++) {
		if (text_equal(r->givens[i].name, name)) {
			put_answers(r, chart, r->givens[i].answers);
			return;
		}
	}
	complain(r, "there is no given of that name", name);
}

static void
put_answer(struct run *r, struct answer *chart, const char *text)
{
	const char *sign = strchr(text, '=');
	const struct element *e;
	const char *message = "";

	if (sign == NULL) {
		put_given(r, chart, text);
		return;
	}
	e = catalogue_element(r->f.cat, text_trim(r->f.arena,
		arena_strn(r->f.arena, text, (size_t)(sign - text))));
	if (e == NULL)
		complain(r, "there is no such question", text);
	else if (!answer_read(e, sign + 1, &chart[e->index], r->f.arena, &message))
		complain(r, message, text);
}

static void
put_answers(struct run *r, struct answer *chart, const char *answers)
{
	size_t count;
	char **parts = text_split(r->f.arena, answers, ',', &count);

	for (size_t i = 0; i < count; i++)
		put_answer(r, chart, text_trim(r->f.arena, parts[i]));
}

static void
run_case(struct run *r, char **parts)
{
	const struct measure *m = catalogue_measure(r->f.cat, text_trim(r->f.arena, parts[0]));
	const char *wanted = text_trim(r->f.arena, parts[1]);
	struct answer *chart = chart_new(r->f.arena, r->f.cat);
	const struct explanation *x;

	if (m == NULL) {
		complain(r, "there is no such measure", parts[0]);
		return;
	}
	put_answers(r, chart, parts[2]);
	x = chart_explain(r->f.cat, chart, m, r->f.arena);
	r->cases++;
	r->reached[m->index][x->outcome] = true;
	for (int kind = 0; kind < CLAUSE_KINDS; kind++)
		r->clause_was[m->index][kind][x->clauses[kind].holds] = true;
	if (!text_equal(outcome_code(x->outcome), wanted))
		complain(r, arena_printf(r->f.arena, "%s is %s, not %s", m->number,
			outcome_code(x->outcome), wanted), parts[2]);
}

static void
run_line(struct run *r, const char *line)
{
	static const char given[] = "given ";
	const char *colon = strchr(line, ':');
	size_t count;
	char **parts = text_split(r->f.arena, line, '|', &count);

	if (text_starts(line, given) && colon != NULL && r->n_givens < MAX_GIVENS) {
		r->givens[r->n_givens].name = arena_strn(r->f.arena, line + strlen(given),
			(size_t)(colon - line) - strlen(given));
		r->givens[r->n_givens++].answers = arena_str(r->f.arena, colon + 1);
	} else if (count == 3 || count == 4) {
		run_case(r, parts);
	} else {
		complain(r, "expected measure | outcome | answers | why", line);
	}
}

static void
run_file(struct run *r)
{
	FILE *in = fopen(arena_printf(r->f.arena, "%s/tests/measures/%s", SOURCE_DIR, r->file), "r");
	char line[MAX_LINE];

	assert_non_null(in);
	while (fgets(line, sizeof line, in) != NULL) {
		r->line++;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] != '#' && line[0] != '\0')
			run_line(r, line);
	}
	fclose(in);
}

static bool
may_be(const struct measure *m, int outcome)
{
	if (outcome == OUTCOME_EXCLUDED)
		return m->clauses[CLAUSE_EXCLUSIONS].text != NULL;
	if (outcome == OUTCOME_EXCEPTED)
		return m->clauses[CLAUSE_EXCEPTIONS].text != NULL;
	return true;
}

/* Every outcome that a measure may have, and every clause both ways. */
static void
check_reached(struct run *r, const struct measure *m)
{
	for (int o = 0; o < OUTCOME_KINDS; o++)
		if (may_be(m, o) && !r->reached[m->index][o])
			complain(r, "no case with this outcome",
				arena_printf(r->f.arena, "%s %s", m->number,
					outcome_code((enum outcome)o)));
	for (int kind = 0; kind < CLAUSE_KINDS; kind++)
		for (int value = 0; value < 2; value++)
			if (m->clauses[kind].text != NULL
				&& !r->clause_was[m->index][kind][value])
				complain(r, value ? "never true" : "never false",
					arena_printf(r->f.arena, "%s %s", m->number,
						clause_name((enum clause_kind)kind)));
}

static void
run_module(const char *file, const char *module)
{
	struct run *r;
	struct fixture f = fixture_new();
	size_t clauses = 0;

	r = arena_alloc(f.arena, sizeof *r);
	r->f = f;
	r->file = file;
	r->reached = arena_array(f.arena, f.cat->n_measures, sizeof *r->reached);
	r->clause_was = arena_array(f.arena, f.cat->n_measures, sizeof *r->clause_was);
	run_file(r);
	for (size_t i = 0; i < f.cat->n_measures; i++) {
		const struct measure *m = &f.cat->measures[i];

		if (m->module != catalogue_module(f.cat, module))
			continue;
		check_reached(r, m);
		for (int kind = 0; kind < CLAUSE_KINDS; kind++)
			clauses += m->clauses[kind].text != NULL;
	}
	print_message("%s: %zu cases, %zu clauses each true and false\n", file, r->cases, clauses);
	assert_int_equal(r->wrong, 0);
	arena_free(f.arena);
}

static void
core_charts_score_as_written(void **state)
{
	(void)state;
	run_module("core.case", "CORE");
}

static void
symptom_and_toxicity_charts_score_as_written(void **state)
{
	(void)state;
	run_module("smt.case", "SMT");
}

static void
end_of_life_charts_score_as_written(void **state)
{
	(void)state;
	run_module("eol.case", "EOL");
}

static void
lymphoma_charts_score_as_written(void **state)
{
	(void)state;
	run_module("nhl.case", "NHL");
}

static void
breast_charts_score_as_written(void **state)
{
	(void)state;
	run_module("breast.case", "BREAST");
}

static void
registry_charts_score_as_written(void **state)
{
	(void)state;
	run_module("registry.case", "REGISTRY");
}

static void
colorectal_charts_score_as_written(void **state)
{
	(void)state;
	run_module("crc.case", "CRC");
}

static void
lung_charts_score_as_written(void **state)
{
	(void)state;
	run_module("nsclc.case", "NSCLC");
}

static void
gynecologic_charts_score_as_written(void **state)
{
	(void)state;
	run_module("gynonc.case", "GYNONC");
}

static void
prostate_charts_score_as_written(void **state)
{
	(void)state;
	run_module("prostate.case", "PROSTATE");
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(core_charts_score_as_written),
	cmocka_unit_test(symptom_and_toxicity_charts_score_as_written),
	cmocka_unit_test(end_of_life_charts_score_as_written),
	cmocka_unit_test(breast_charts_score_as_written),
	cmocka_unit_test(colorectal_charts_score_as_written),
	cmocka_unit_test(lymphoma_charts_score_as_written),
	cmocka_unit_test(lung_charts_score_as_written),
	cmocka_unit_test(gynecologic_charts_score_as_written),
	cmocka_unit_test(prostate_charts_score_as_written),
	cmocka_unit_test(registry_charts_score_as_written),
};
TEST_MAIN(tests)
