/*
 * The catalogue: modules, tracks, questions and measures of one edition.
 *
 * It is read from the files of a folder (measures/), never changes afterwards,
 * and is shared by all requests of a process. measures/README.md describes the
 * files. Nothing here knows a database, a page or the time of day.
 */
#ifndef MEASURE_CATALOGUE_H
#define MEASURE_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "cql/plan.h"
#include "cql/tree.h"
#include "cql/type.h"

enum module_kind { MODULE_CORE, MODULE_DISEASE, MODULE_DOMAIN };

/* A set of modules: bit i is module i of the catalogue. */
typedef uint32_t module_set;
enum { MAX_MODULES = 32 };

struct module {
	size_t index;
	const char *id;       /* "CORE": what rounds and addresses use */
	const char *name;     /* "Core": what measure numbers and questions use */
	const char *title;
	enum module_kind kind;
	const char *file;     /* "core.cql" */
	bool rounds;          /* offered in rounds; false: scored on request only */
};

struct track {
	const char *id;       /* "certification" */
	const char *title;
	module_set modules;
	const char *takes;    /* the measures tagged so: "certification" or "fellowship" */
};

enum element_type {
	ELEMENT_SINGLE,       /* one of the choices */
	ELEMENT_YES_NO,       /* the same, shown as a short question */
	ELEMENT_MULTIPLE,     /* any of the choices */
	ELEMENT_DATE,
	ELEMENT_INTEGER,
};

struct choice {
	const char *code;     /* "by_practice" */
	const char *label;    /* "Yes, ordered by this practice" */
};

/* What must (hard) or should (soft) hold for a chart's answers. */
struct rule {
	size_t element;       /* the question beside which the message stands */
	bool hard;
	const char *text;     /* the condition, as written */
	const char *message;  /* for a person */
	struct cql_node *condition;
	struct rule *next;    /* of the same question */
};

struct element {
	size_t index;         /* place in the form, and in a packed chart */
	const char *id;
	const char *section;
	const char *question;
	enum element_type type;
	const struct choice *choices;
	size_t n_choices;
	bool not_documented;  /* a date, number or multiple choice may be answered so */
	bool unknown;         /* (a single choice has these among its choices) */
	bool system;          /* filled by the program; a form does not ask it */
	bool optional;        /* may be left without an answer */
	bool has_range;
	int32_t min, max;     /* of a number with a range */
	const char *asked_when;  /* the condition as written, or NULL: always */
	struct cql_node *condition;
	struct rule *rules;
	const char *help;
	const char *fhir;
	module_set modules;   /* the modules whose charts are asked it */
};

enum clause_kind {
	CLAUSE_DENOMINATOR,
	CLAUSE_EXCLUSIONS,
	CLAUSE_NUMERATOR,
	CLAUSE_EXCEPTIONS,
	CLAUSE_KINDS,
};

struct clause {
	const char *text;     /* as written, or NULL: the measure has none */
	struct cql_node *condition;
};

/* What a measure says of a chart, in the order in which it is asked. */
enum outcome {
	OUTCOME_NOT_IN,       /* not in the denominator */
	OUTCOME_EXCLUDED,     /* in it, but taken out before the numerator is asked */
	OUTCOME_NOT_MET,
	OUTCOME_EXCEPTED,     /* not met for an accepted reason: not counted */
	OUTCOME_MET,
	OUTCOME_KINDS,
};

struct measure {
	size_t index;         /* place in the catalogue, and in packed outcomes */
	const char *number;   /* "Core 6e" */
	const char *title;
	const struct module *module;
	const char *nqf;      /* "0384 (adapted)", or NULL */
	bool lower_is_better;
	bool certification, fellowship, new_to_qopi, patient_centered;
	const char *confidence; /* "high", "medium", "low": how sure we are of number and logic */
	const char *source;
	const char *parts;    /* "Core 3; Core 4a": of a defect-free measure, or NULL */
	const char *any_of;   /* of an either-or measure, or NULL */
	struct clause clauses[CLAUSE_KINDS];
	const size_t *elements; /* the questions it reads, in form order */
	size_t n_elements;
	int32_t steps[OUTCOME_KINDS]; /* masks of the plan; none for OUTCOME_NOT_IN (-1) */
};

struct catalogue {
	const char *hash;     /* of the edition: 64 hex digits over all its files */
	const struct module *modules;
	size_t n_modules;
	const struct track *tracks;
	size_t n_tracks;
	const struct element *elements; /* in form order */
	size_t n_elements;
	const struct measure *measures; /* modules in their order, measures as written */
	size_t n_measures;
	/* for the evaluator */
	struct cql_dictionary dictionary;
	struct cql_library library;
	const struct cql_plan *plan;
	size_t measure_steps; /* the first steps of the plan: enough for all outcomes */
	const int32_t *asked_steps; /* by element: the mask of when it is asked; -1 always */
	const struct rule **rules;  /* all rules, in form order */
	const int32_t *rule_steps;  /* their masks */
	size_t n_rules;
	const struct cql_selection *form_part; /* of the plan: what is asked, and all rules */
};

/* A file of a catalogue, read whole. */
struct catalogue_file {
	const char *name;  /* "core.cql" */
	const char *text;
	struct catalogue_file *next;
};

/*
 * Reads the catalogue of a folder. On any error it is NULL and `errors` holds
 * every error of every file, a line "file:line:column: text" each.
 */
struct catalogue *catalogue_load(struct arena *a, const char *dir, struct buf *errors);

/* The same from files in memory, in the order of their names; they must live as long. */
struct catalogue *catalogue_of_files(struct arena *a, const struct catalogue_file *files,
	struct buf *errors);

/* Each by its id, number or name; NULL if there is none. */
const struct module *catalogue_module(const struct catalogue *cat, const char *id_or_name);
const struct track *catalogue_track(const struct catalogue *cat, const char *id);
const struct element *catalogue_element(const struct catalogue *cat, const char *id);
const struct measure *catalogue_measure(const struct catalogue *cat, const char *number);

/* The modules named in "CORE SMT"; names that the catalogue does not know are left out. */
module_set catalogue_modules(const struct catalogue *cat, struct arena *a, const char *names);

/* The measure whose clause or outcome a definition is ("Core 3 Met"), or NULL: shared. */
const struct measure *catalogue_measure_of(const struct catalogue *cat,
	const struct cql_definition *definition);

/* The choice of a code; its index, or -1. */
int element_choice(const struct element *element, const char *code);

/* Whether a track scores a measure. */
bool track_takes(const struct track *track, const struct measure *measure);

/* "Denominator" ...: behind a measure's number the name of the definition. */
const char *clause_title(enum clause_kind kind);

/* "denominator" ...; "not_in" ... as in files; "Not in the measure" ... for people. */
const char *clause_name(enum clause_kind kind);
const char *outcome_code(enum outcome outcome);
const char *outcome_words(enum outcome outcome);

/* A module's bit in a set. */
module_set module_bit(const struct module *module);

#endif
