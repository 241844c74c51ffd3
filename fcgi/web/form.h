/*
 * Forms: a table of fields in, typed values and messages out.
 *
 * A handler never sees a raw string: it asks for values of the fields that its
 * table declares. What a user typed is kept beside each message, so that a
 * page with errors shows all of it again.
 */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/row.h"
#include "view/view.h"
#include "web/req.h"

enum field_type {
	FIELD_TEXT,     /* one line; trimmed; min and max in code points */
	FIELD_LINES,    /* several lines */
	FIELD_EMAIL,
	FIELD_PASSWORD, /* never shown again, not trimmed */
	FIELD_WHOLE,    /* whole number from min to max */
	FIELD_DECIMAL,  /* number with at most two decimals, from min to max */
	FIELD_DATE,     /* YYYY-MM-DD */
	FIELD_CHOICE,   /* one of the choices */
	FIELD_CHOICES,  /* any of the choices; the field repeats */
	FIELD_TICK,     /* a check box; required means it must be ticked */
	FIELD_FILE,     /* a file of at most max bytes, whatever is in it */
	FIELD_TABLE,    /* many fields whose names begin with this one's: "count_" */
};

struct form_choice {
	const char *value, *label;
};

struct field {
	const char *name;
	const char *label; /* as in "Enter the %s" and in the summary of errors */
	enum field_type type;
	bool required;
	int32_t min, max;
	const struct form_choice *choices; /* ends with a NULL value */
};

struct form;

/* What came of reading a form. */
enum form_outcome {
	FORM_FINE,
	FORM_ERRORS, /* for the person: each has a message beside its field */
	FORM_BROKEN, /* for nobody: unknown, repeated or missing fields; answer 400 */
};

/* An empty form of a table that ends with a NULL name. */
struct form *form_new(struct arena *a, const struct field *fields);

/* Reads and checks the request's fields. */
enum form_outcome form_read(struct form *f, const struct req *r);

/* What is wrong with a broken one, in a sentence. */
const char *form_broken(const struct form *f);

/* Values of fields; those without a value are "", 0, false or -1 for no date. */
const char *form_text(const struct form *f, const char *name);
int64_t form_whole(const struct form *f, const char *name);
double form_decimal(const struct form *f, const char *name);
bool form_date(const struct form *f, const char *name, int32_t *day);
bool form_tick(const struct form *f, const char *name);
bool form_has_choice(const struct form *f, const char *name, const char *value);

/* A file's bytes, of the request; of no size if none was chosen. */
struct bytes form_file(const struct form *f, const char *name);

/* The fields of a FIELD_TABLE: names without the prefix. */
struct pairs form_table(const struct form *f, const char *name);

/* Fills a field as if typed, for a form that starts with what is known. */
void form_set(struct form *f, const char *name, const char *value);

/* Adds a message of the handler's own; after that the form is FORM_ERRORS. */
void form_error(struct form *f, const char *name, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
bool form_has_errors(const struct form *f);

/*
 * Puts the form into the view: Form.<field>.{name,label,value,error,required,
 * checked,choices.N.{value,label,selected}} and Form_errors.N.{field,text}.
 */
void form_show(const struct form *f, struct view *v);

#endif
