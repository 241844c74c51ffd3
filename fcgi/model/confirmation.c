/* Soft findings and their confirmations: see confirmation.h. */
#include "model/confirmation.h"

#include "base/date.h"
#include "base/text.h"

/* "ajcc_stage=1 m_category=2": what a rule reads, in form order. */
static const char *
versions_read(struct arena *a, const struct abstraction *abs, const struct rule *rule)
{
	bool *read = arena_array(a, abs->cat->n_elements, sizeof *read);
	const char *text = "";

	chart_rule_reads(rule, read);
	for (size_t i = 0; i < abs->cat->n_elements; i++)
		if (read[i] && !abs->cat->elements[i].system)
			text = arena_printf(a, "%s%s%s=%u", text, *text == '\0' ? "" : " ",
					    abs->cat->elements[i].id, abs->versions[i]);
	return text;
}

/* The latest confirmation that speaks of this finding and these answers; NULL if none does. */
static const struct confirmation_list_row *
confirmed(const struct soft_finding *soft, const struct confirmation_list_row *rows, size_t n)
{
	while (n-- > 0)
		if (text_equal(rows[n].element, soft->element->id) &&
		    text_equal(rows[n].finding, soft->message) &&
		    text_equal(rows[n].answers, soft->answers))
			return &rows[n];
	return NULL;
}

const struct soft_finding *
confirmation_find(struct db *db, struct arena *a, const struct abstraction *abs,
		  const struct finding *all, size_t n, size_t *count)
{
	struct soft_finding *soft = arena_array(a, n + 1, sizeof *soft);
	struct confirmation_list_row *rows;
	size_t n_rows;

	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (all[i].kind == FINDING_SOFT)
			soft[(*count)++] = (struct soft_finding){
				all[i].element, all[i].message,
				versions_read(a, abs, all[i].rule), NULL
			};
	if (*count == 0)
		return soft;
	rows = q_confirmation_list(db, abs->practice_id, abs->chart_id, &n_rows);
	for (size_t i = 0; i < *count; i++)
		soft[i].confirmed = confirmed(&soft[i], rows, n_rows);
	return soft;
}

size_t
confirmation_lacking(const struct soft_finding *soft, size_t n)
{
	size_t lacking = 0;

	for (size_t i = 0; i < n; i++)
		lacking += soft[i].confirmed == NULL;
	return lacking;
}

void
confirmation_give(struct db *db, const struct abstraction *abs, const struct soft_finding *soft,
		  const char *reason, uint64_t account)
{
	q_confirmation_add(db, abs->chart_id, abs->practice_id, soft->element->id, soft->message,
			   soft->answers, reason, account, time_now());
}
