/*
 * The result of a report: every figure it shows, worked out once.
 *
 * A report worker reads it from scores and aggregates and stores it
 * (report/stored.h). The web page and every file are made of what was stored
 * and of nothing else, so that they cannot differ: they choose words, order
 * and decimals, and count nothing.
 */
#ifndef REPORT_RESULT_H
#define REPORT_RESULT_H

#include "db/queries.h"
#include "measure/catalogue.h"
#include "report/stats.h"
#include "report/variation.h"

enum { RESULT_ROUNDS = 8 }; /* side by side, this one among them */
enum { RESULT_SMALL = 10 }; /* rates of fewer charts are grey (QOPI reference page, 14, item 18) */

/* What is known of all practices of the round, or why it is not shown. */
struct yardstick {
	bool shown;
	const char *hidden; /* "practices", "charts", "dominant", "complement"; NULL: nothing is known */
	uint32_t practices; /* the rest only where shown */
	struct rate rate;
	double share;
	double mean, q1, median, q3; /* of the practices' shares */
};

enum verdict {
	VERDICT_NONE, /* nothing to compare with, or it is not shown */
	VERDICT_SAME,
	VERDICT_BETTER,
	VERDICT_WORSE,
};

/* The practice's charts of a measure in one round; nothing more where there were none. */
struct past {
	struct rate rate;
	double share;
	struct interval limits; /* of the p-chart */
};

/* On which side of the limits of a funnel plot. */
enum funnel_place { PLACE_INSIDE, PLACE_BEYOND_NEAR, PLACE_BEYOND_FAR };

/* Where a practice stands among all, and what of that may be chance (report/variation.h). */
struct among {
	bool told;                   /* the rest only then, but for the last */
	struct variation variation;  /* of all practices */
	struct interval near, far;   /* 95 and 99.8 % limits for so many charts */
	enum funnel_place place;            /* of the own share to them */
	struct shrunken shrunken;
	bool ranked;                 /* from RESULT_SMALL charts on */
	double percentile;           /* practices of 100 that do no better */
	bool beyond_chance;          /* the mark stands among all marks of the report */
};

/* One measure. */
struct line {
	const char *number, *title;
	bool lower_is_better;
	const char *parts, *any_of; /* of a composite measure, else NULL */
	struct rate own;
	uint32_t excluded, excepted;
	uint32_t missing; /* charts in the measure with an unanswered question of it */
	double share;     /* these two only where own.of > 0 */
	struct interval interval;
	struct yardstick national, fellowship;
	struct comparison compared; /* with all other practices; STATS_NONE where it is not */
	enum verdict verdict;
	struct among among;
	struct past *past; /* one a round of the result; NULL where no earlier one has charts */
	double center;     /* these two only with past: its share over all rounds */
	struct trend trend;
};

/* A round that the practice took part in. */
struct past_round {
	const char *name;
	int32_t closes;
	bool same_edition; /* scored by the same measure definitions */
};

struct section {
	const char *id, *title;      /* of the module */
	uint32_t required, complete; /* charts */
	const char *reason;          /* why there are fewer eligible charts, as declared; or NULL */
	uint32_t eligible;           /* so many, by that declaration */
	struct line *lines;
	size_t n_lines;
};

/* Whose charts the figures of a unit are of. */
enum level {
	LEVEL_SITE,
	LEVEL_PHYSICIAN, /* whose patients they are; where the sign-up asked for it */
	LEVEL_FELLOW,    /* who abstracted them, in a fellowship program */
	LEVELS,
};

/* A unit beside others. */
struct versus {
	bool few; /* one side has fewer than RESULT_SMALL charts, too few to tell: not compared */
	struct comparison compared;
	enum verdict verdict; /* VERDICT_NONE: few, nothing to compare with, or not shown */
};

/* One measure of one unit. */
struct unit_line {
	struct rate own;
	uint32_t excluded, excepted;
	uint32_t missing; /* as in struct line */
	double share;     /* these two only where own.of > 0 */
	struct interval interval;
	struct versus all;  /* all other practices: without anything of the unit's own */
	struct versus rest; /* the rest of the practice */
};

/* A part of the practice with figures of its own. */
struct unit {
	enum level level;
	uint64_t id; /* of the site, or of the physician or fellow on the practice's list */
	const char *name;
	uint32_t charts;         /* completed */
	struct unit_line *lines; /* one each line of the sections, in their order */
};

/* One measure in a peer group. */
struct peer_line {
	struct yardstick all;       /* the practice's own charts among them */
	struct comparison compared; /* own with the others of the group; STATS_NONE where it is not */
	enum verdict verdict;
};

/* A peer group that the practice is in (report/peers.h). */
struct peer {
	const char *code, *division, *title;
	struct peer_line *lines; /* one each line of the sections, in their order */
};

/* A certification measure in the Overall Quality Score. */
struct overall_part {
	const char *number, *title;
	bool lower_is_better;
	struct rate good; /* charts that did well: where lower is better, that did not meet */
	bool counted;     /* false: it has fewer charts than a measure needs */
};

/* How the Overall Quality Score is put together (report/overall.h). */
enum overall_formula { OVERALL_PERCENTAGE, INDICATOR_AVERAGE };

/* How it is judged: settings of the round. */
struct overall_rule {
	enum overall_formula formula;
	uint32_t fewest;     /* charts that a measure needs to count, from 1 */
	double threshold;    /* percent, two decimals */
	int32_t valid_until; /* the last day */
};

/* The Overall Quality Score. */
struct overall {
	struct overall_rule rule;
	struct overall_part *parts;
	size_t n_parts;
	struct rate rate;    /* charts of all parts that count */
	double share;        /* by the formula; where rate.of > 0 */
	const char *lacking; /* a module with too few charts: then there is no score; or NULL */
	bool scorable, reached;
};

/* A chart that was not complete when the round closed. */
struct unscored {
	uint32_t number;
	const char *label; /* or NULL */
};

struct result {
	const char *practice, *country; /* its name; ISO 3166-1 code */
	bool fellowship;                /* a fellowship program: that yardstick is shown too */
	uint64_t round_id;
	const char *round;
	int32_t opens, closes;    /* days */
	int64_t cut;              /* the moment that the figures are of */
	const char *edition;      /* hash of the measure definitions */
	const char *version;      /* of the program */
	uint32_t charts;          /* completed */
	struct section *sections; /* modules in the catalogue's order */
	size_t n_sections;
	struct unscored *unscored;
	size_t n_unscored;
	struct unit *units; /* by level, then by name */
	size_t n_units;
	struct overall *overall; /* in the certification track; otherwise NULL */
	struct peer *peers; /* by kind, size, country, certification */
	size_t n_peers;
	uint32_t no_site;   /* completed charts that name no site; with units of sites only */
	struct past_round *rounds; /* oldest first, this one last; none where it is the first */
	size_t n_rounds;
	size_t verdicts[VERDICT_WORSE + 1]; /* how many measures of each */
};

/* What a report is about. */
struct report_subject {
	const struct round_by_id_row *round;
	const struct catalogue *cat;   /* of the round's edition */
	const struct figures *figures; /* of all practices, one a measure of the catalogue */
	uint64_t practice_id;
};

/* Reads a practice's scores of a closed round. */
struct result *result_make(struct db *db, struct arena *a, const struct report_subject *about);

/* Better or worse: what a comparison means in a measure. */
enum verdict result_verdict(const struct comparison *c, bool lower_is_better);

/* How many lines the sections have together. */
size_t result_lines(const struct result *r);

/* Fills what follows from a line's counts and yardsticks: share, interval, comparison, verdict. */
void result_work_out(struct line *l);

#endif
