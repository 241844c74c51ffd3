/* The page of a performance report, for the template report/part.cs. */
#ifndef REPORT_PART_H
#define REPORT_PART_H

#include "report/result.h"
#include "view/view.h"

/* Puts a result into a view; `id` is the report's, for the addresses of its files. */
void report_show(struct view *v, struct arena *a, const struct result *r, uint64_t id);

#endif
