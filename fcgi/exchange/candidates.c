/* Lists of candidate patients: see candidates.h. */
#include "exchange/candidates.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"
#include "measure/csv.h"
#include "model/abstraction.h"
#include "model/selection.h"

enum { LABEL_MAX = 40, OLDEST_YEAR = 1900 };

enum column { LABEL, CANCER, AGE, DIAGNOSIS, FIRST_VISIT, VISITS, DEATH, COLUMNS };

static const struct {
	const char *name;
	bool required;
} columns[COLUMNS] = {
	[LABEL] = { "label", true },
	[CANCER] = { "cancer_type", true },
	[AGE] = { "age_at_diagnosis", true },
	[DIAGNOSIS] = { "diagnosis_date", true },
	[FIRST_VISIT] = { "first_visit", true },
	[VISITS] = { "visits", true },
	[DEATH] = { "death_date", false },
};

struct reading {
	struct arena *a;
	const struct catalogue *cat;
	struct csv *csv;
	int32_t today;
	bool (*is_drawn)(const void *about, const char *label);
	const void *about;
	struct candidate_list *list;
	int *lines;               /* of the clean rows */
	int at[COLUMNS];          /* the column's place in a row, or -1 */
	size_t n_columns;
	int line;                 /* of the row at hand */
	const char *texts[COLUMNS]; /* of the row at hand, trimmed */
	bool wrong;               /* so is the row at hand */
};

static void
add_problem(struct reading *r, const char *column, const char *text)
{
	struct candidate_list *list = r->list;

	if (list->n_problems < CANDIDATE_PROBLEMS_MAX)
		list->problems[list->n_problems] =
			(struct candidate_problem){ r->line, column, arena_str(r->a, text) };
	list->n_problems++;
	r->wrong = true;
}

/* The list cannot be read beyond this, so that alone is worth telling. */
static void
give_up(struct reading *r, const char *text)
{
	r->list->n_problems = 0;
	add_problem(r, NULL, text);
	r->list->unreadable = true;
	r->list->n = 0;
}

/* "Diagnosis date" is diagnosis_date. */
static char *
plain_name(struct arena *a, const char *text)
{
	char *name = text_trim(a, text);

	for (char *c = name; *c != '\0'; c++) {
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
		else if (*c == ' ' || *c == '-')
			*c = '_';
	}
	return name;
}

static int
column_named(const char *name)
{
	for (int i = 0; i < COLUMNS; i++)
		if (text_equal(columns[i].name, name))
			return i;
	return -1;
}

static void
take_column(struct reading *r, size_t place)
{
	int i = column_named(plain_name(r->a, csv_text(r->csv, place)));

	if (i < 0)
		give_up(r, arena_printf(r->a, "Column %zu is none of those below. Take it out: names, "
					"record numbers and birth dates may not be in the list.",
					place + 1));
	else if (r->at[i] >= 0)
		give_up(r, arena_printf(r->a, "The column %s stands there twice.", columns[i].name));
	else
		r->at[i] = (int)place;
}

static void
take_heading(struct reading *r)
{
	for (int i = 0; i < COLUMNS; i++)
		r->at[i] = -1;
	r->n_columns = r->csv->n_fields;
	for (size_t i = 0; i < r->csv->n_fields && !r->list->unreadable; i++)
		take_column(r, i);
	for (int i = 0; i < COLUMNS && !r->list->unreadable; i++)
		if (columns[i].required && r->at[i] < 0)
			give_up(r, arena_printf(r->a, "The first row must name the columns; %s is "
						"missing.", columns[i].name));
}

/* "7/4/2026" as in "MM/DD/YYYY". */
static bool
read_us_date(struct arena *a, const char *text, int32_t *day)
{
	size_t n;
	char **parts = text_split(a, text, '/', &n);
	uint64_t month, date, year;

	if (n != 3 || strlen(parts[2]) != 4 || !text_to_u64(parts[0], &month) ||
	    !text_to_u64(parts[1], &date) || !text_to_u64(parts[2], &year) || month > 12 ||
	    date > 31)
		return false;
	return date_from_parts((struct date_parts){ (int)year, (int)month, (int)date }, day);
}

/* Reads a date of a column, with a problem if it is none or cannot be. */
static bool
read_date(struct reading *r, enum column column, const char *text, int32_t *day)
{
	if (!date_parse(text, day) && !read_us_date(r->a, text, day)) {
		add_problem(r, columns[column].name, "is not a day of the calendar, written "
			    "YYYY-MM-DD or MM/DD/YYYY.");
		return false;
	}
	if (*day > r->today || date_to_parts(*day).year < OLDEST_YEAR) {
		add_problem(r, columns[column].name, *day > r->today ? "lies in the future."
								     : "lies before 1900.");
		return false;
	}
	return true;
}

static void
take_label(struct reading *r, struct patient *p)
{
	const char *problem = abstraction_label_problem(r->texts[LABEL]);

	if (*r->texts[LABEL] == '\0')
		problem = "is empty.";
	else if (strlen(r->texts[LABEL]) > LABEL_MAX)
		problem = "is longer than 40 characters.";
	if (problem != NULL) {
		add_problem(r, columns[LABEL].name, problem);
		return;
	}
	p->label = arena_str(r->a, r->texts[LABEL]);
	for (size_t i = 0; i < r->list->n; i++)
		if (strcasecmp(r->list->patients[i].label, p->label) == 0) {
			add_problem(r, columns[LABEL].name,
				    arena_printf(r->a, "is that of line %d, too.", r->lines[i]));
			return;
		}
	if (r->is_drawn(r->about, p->label))
		add_problem(r, columns[LABEL].name, "is in the log and drawn; it stays as it is.");
}

static void
take_cancer(struct reading *r, struct patient *p)
{
	const struct element *e = catalogue_element(r->cat, "cancer_type");

	must(e != NULL);
	for (size_t i = 0; i < e->n_choices; i++)
		if (strcasecmp(e->choices[i].code, r->texts[CANCER]) == 0 ||
		    strcasecmp(e->choices[i].label, r->texts[CANCER]) == 0)
			p->cancer = e->choices[i].code;
	if (p->cancer == NULL)
		add_problem(r, columns[CANCER].name, "is none of the cancers below.");
}

static void
take_age(struct reading *r, struct patient *p)
{
	uint64_t age;

	if (!text_to_u64(r->texts[AGE], &age) || age > 120)
		add_problem(r, columns[AGE].name, "is not a number of years from 0 to 90 (90 stands "
			    "for 90 and more).");
	else
		p->age = age > CRITERIA_AGE_MAX ? CRITERIA_AGE_MAX : (uint32_t)age;
}

static void
take_visits(struct reading *r, struct patient *p)
{
	size_t n;
	char **texts = text_split(r->a, r->texts[VISITS], ';', &n);
	int32_t *days = arena_array(r->a, n, sizeof *days);

	if (n > SELECTION_VISITS_MAX) {
		add_problem(r, columns[VISITS].name, "has more than 60 dates. Those in the windows of "
			    "the criteria are enough.");
		return;
	}
	p->visits = days;
	for (size_t i = 0; i < n; i++) {
		const char *text = text_trim(r->a, texts[i]);

		if (*text == '\0')
			continue;
		if (!read_date(r, VISITS, text, &days[p->n_visits]))
			return;
		p->n_visits++;
	}
	if (p->n_visits == 0)
		add_problem(r, columns[VISITS].name, "is empty: at least one office visit is needed.");
}

/* What cannot be together. */
static void
check_dates(struct reading *r, const struct patient *p)
{
	for (size_t i = 0; i < p->n_visits && !r->wrong; i++) {
		if (p->visits[i] < p->first_visit)
			add_problem(r, columns[VISITS].name, "has a date before the first visit.");
		else if (p->died && p->visits[i] > p->death)
			add_problem(r, columns[VISITS].name, "has a date after the death.");
	}
	if (!r->wrong && p->died && p->death < p->diagnosis)
		add_problem(r, columns[DEATH].name, "lies before the diagnosis.");
}

static void
take_row(struct reading *r)
{
	struct patient p = { .label = NULL };

	for (int i = 0; i < COLUMNS; i++) {
		bool there = r->at[i] >= 0 && (size_t)r->at[i] < r->csv->n_fields;

		r->texts[i] = there ? text_trim(r->a, csv_text(r->csv, (size_t)r->at[i])) : "";
	}
	take_label(r, &p);
	take_cancer(r, &p);
	take_age(r, &p);
	read_date(r, DIAGNOSIS, r->texts[DIAGNOSIS], &p.diagnosis);
	read_date(r, FIRST_VISIT, r->texts[FIRST_VISIT], &p.first_visit);
	take_visits(r, &p);
	p.died = *r->texts[DEATH] != '\0' && read_date(r, DEATH, r->texts[DEATH], &p.death);
	if (!r->wrong)
		check_dates(r, &p);
	if (r->wrong)
		return;
	r->lines[r->list->n] = r->line;
	r->list->patients[r->list->n++] = p;
}

static bool
is_blank(const struct csv *csv)
{
	for (size_t i = 0; i < csv->n_fields; i++)
		if (!text_is_empty(csv_text(csv, i) + strspn(csv_text(csv, i), " \t")))
			return false;
	return true;
}

/* One row behind the heading; false when there is none or no use in going on. */
static bool
next_row(struct reading *r)
{
	enum csv_state state = csv_next(r->csv);

	r->wrong = false;
	if (state == CSV_END)
		return false;
	if (state == CSV_WRONG) {
		r->line = r->csv->error_line;
		give_up(r, arena_printf(r->a, "This is not CSV from field %d on: %s.",
					r->csv->error_column, r->csv->error));
		return false;
	}
	r->line = csv_line(r->csv, 0);
	if (is_blank(r->csv))
		return true;
	if (++r->list->n_rows > CANDIDATE_ROWS_MAX) {
		give_up(r, "The list has more than 5,000 rows. Divide it, or leave out patients without "
			   "a visit in the windows of the criteria.");
		return false;
	}
	if (r->csv->n_fields > r->n_columns)
		add_problem(r, NULL, "There are more fields than columns in the first row.");
	else
		take_row(r);
	r->list->n_wrong += r->wrong;
	return true;
}

static void
close_file(void *file)
{
	fclose(file);
}

/* Reads the first row: which columns there are. */
static void
begin(struct reading *r, const char *text)
{
	size_t first = strcspn(text, "\n");

	if (memchr(text, '\t', first) != NULL)
		r->csv->separator = '\t';
	r->line = 1;
	if (csv_next(r->csv) == CSV_ROW)
		take_heading(r);
	else
		give_up(r, "The list is empty, or its first row is not CSV.");
}

struct candidate_list *
candidates_read(struct arena *a, const struct catalogue *cat, const char *text, int32_t today,
		bool (*is_drawn)(const void *about, const char *label), const void *about)
{
	struct candidate_list *list = arena_alloc(a, sizeof *list);
	struct reading r = { .a = a, .cat = cat, .today = today, .is_drawn = is_drawn,
			     .about = about, .list = list };
	FILE *in = fmemopen((void *)(uintptr_t)(*text == '\0' ? "\n" : text),
			    *text == '\0' ? 1 : strlen(text), "r");

	must(in != NULL);
	arena_defer(a, close_file, in);
	r.csv = csv_new(a, in);
	list->patients = arena_array(a, CANDIDATE_ROWS_MAX, sizeof *list->patients);
	list->problems = arena_array(a, CANDIDATE_PROBLEMS_MAX, sizeof *list->problems);
	r.lines = arena_array(a, CANDIDATE_ROWS_MAX, sizeof *r.lines);
	begin(&r, text);
	while (!list->unreadable && next_row(&r))
		continue;
	return list;
}
