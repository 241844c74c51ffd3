/*
 * Charts out of a file, checked before anything is written: the dry run of an import.
 *
 * The columns are those of `qopi evaluate` (chart_id and ids of questions) or those
 * of a REDCap record export (exchange/redcap.h). What an export adds is understood:
 *   chart_number, chart_state   passed over
 *   chart_modules               the modules of a new chart, joined by ";"
 * Columns that the program itself fills (abstraction_date) are passed over, too. No
 * other column is taken, so that none can hold what may not be here.
 *
 * FHIR's QuestionnaireResponses are such rows, too (exchange/fhir_rows.h).
 *
 * A row is clean if its name may be a label, every answer is one of its question,
 * no `must` rule is broken, and nothing is changed that a person answered, unless
 * that was asked for. An empty cell changes nothing. Nothing is stored here.
 */
#ifndef EXCHANGE_CHARTS_IN_H
#define EXCHANGE_CHARTS_IN_H

#include "exchange/fhir.h"
#include "model/there.h"

enum { CHARTS_IN_PROBLEMS_MAX = 500 };

enum charts_source { CHARTS_OWN, CHARTS_REDCAP, CHARTS_FHIR };

/* Into what the charts would go. */
struct charts_wanted {
	const struct catalogue *cat;
	enum charts_source source;
	const char *site; /* this site's address, below which FHIR's forms and codes are */
	const struct there *there;
	module_set practice; /* the modules that the practice signed up for */
	module_set modules;  /* of new charts whose row does not say; Core among them */
	bool overwrite;      /* answers that differ are replaced */
	uint64_t fellow;     /* who imports, if a fellow: not into charts of patients of theirs */
	int32_t today;
};

struct charts_problem {
	unsigned line;      /* of the file; 0: of it as a whole */
	const char *chart;  /* its name, or NULL */
	const char *column; /* its heading, or NULL */
	const char *value;  /* as written, shortened; or NULL */
	const char *text;
	bool conflict; /* somebody answered otherwise */
};

enum charts_what { CHARTS_NEW, CHARTS_CHANGED, CHARTS_SAME };

/* A clean row. */
struct charts_row {
	unsigned line;
	const char *name;
	enum charts_what what;
	const struct there_chart *chart; /* NULL: a new one */
	module_set modules;
	struct bytes packed; /* the answers of the row alone */
	bool complete;       /* could be completed as it is */
};

struct charts_in {
	struct charts_row *rows;
	size_t n;                   /* clean rows */
	size_t n_rows, n_wrong;     /* all rows below the heading; those that are not clean */
	size_t of[CHARTS_SAME + 1]; /* clean rows by what they do */
	size_t complete, soft,
		unanswered;              /* clean ones that are complete; have something to confirm,
					      else a question open */
	struct charts_problem *problems; /* by line; the first CHARTS_IN_PROBLEMS_MAX */
	size_t n_problems;
	size_t n_completed;      /* rows whose FHIR resource says that it is completed */
	const char *unreadable;  /* why no row of it can be taken, or NULL */
	struct fhir_problem fhir; /* the same, of a FHIR resource */
};

struct charts_in *charts_read(struct arena *a, const struct charts_wanted *wanted,
			      struct bytes file);

#endif
