/* Suggestions beside the questions of a chart: suggestion.c, shown by chart_form.c too. */
#ifndef PAGE_SUGGESTION_H
#define PAGE_SUGGESTION_H

#include "model/abstraction.h"
#include "page/visit.h"

struct suggestions {
	const struct suggestion_list_row *all;
	size_t n;
};

/* Those of the visit's chart that wait. */
struct suggestions suggestion_load(struct visit *v);

/* Those for a question, but for one that is its answer: `key`.N.{id,label,source,source_date}. */
void suggestion_show(struct visit *v, const struct suggestions *s, const struct abstraction *abs,
		     const struct element *e, const char *key);

#endif
