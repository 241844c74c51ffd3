/* REDCap's data dictionary and the columns of its record exports: see redcap.h. */
#include "exchange/redcap.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "exchange/redcap_code.h"
#include "measure/csv.h"

static const char *const dictionary_columns[] = {
	"Variable / Field Name",
	"Form Name",
	"Section Header",
	"Field Type",
	"Field Label",
	"Choices, Calculations, OR Slider Labels",
	"Field Note",
	"Text Validation Type OR Show Slider Number",
	"Text Validation Min",
	"Text Validation Max",
	"Identifier?",
	"Branching Logic (Show field only if...)",
	"Required Field?",
	"Custom Alignment",
	"Question Number (surveys only)",
	"Matrix Group Name",
	"Matrix Ranking?",
	"Field Annotation",
};

/* The columns that we fill, by their place above. */
enum {
	NAME,
	FORM,
	SECTION,
	TYPE,
	LABEL,
	CHOICES,
	NOTE,
	VALIDATION,
	MIN,
	MAX,
	LOGIC = 11,
	REQUIRED,
	FIELDS = sizeof dictionary_columns / sizeof *dictionary_columns
};

static const char form_name[] = "chart";

/* Columns that REDCap adds to every export. */
static const char *const passed_over[] = {
	"redcap_data_access_group",
	"redcap_survey_identifier",
	"redcap_event_name",
	NULL,
};
static const char *const once[] = { "redcap_repeat_instrument", "redcap_repeat_instance", NULL };

bool
redcap_is_yes_no(const struct element *e)
{
	return e->type == ELEMENT_YES_NO && e->n_choices == 2 && element_choice(e, "yes") >= 0 &&
	       element_choice(e, "no") >= 0;
}

const char *
redcap_code(struct arena *a, const struct element *e, size_t choice)
{
	char *code = arena_str(a, e->choices[choice].code);

	if (redcap_is_yes_no(e))
		return text_equal(code, "yes") ? "1" : "0";
	for (char *c = code; *c != '\0'; c++)
		if (!(*c >= 'a' && *c <= 'z') && !(*c >= 'A' && *c <= 'Z') &&
		    !(*c >= '0' && *c <= '9'))
			*c = '_';
	return code;
}

static bool
is_among(const char *const *names, const char *name)
{
	for (; *names != NULL; names++)
		if (text_equal(*names, name))
			return true;
	return false;
}

/* "field___code": a box of a question, or of the modules. */
static struct chart_column
box_column(struct arena *a, const struct catalogue *cat, const char *heading, const char *gap)
{
	const char *field = arena_strn(a, heading, (size_t)(gap - heading)), *code = gap + 3;
	struct chart_column c = { .kind = COLUMN_UNKNOWN };

	if (text_equal(field, REDCAP_MODULES)) {
		for (size_t i = 0; i < cat->n_modules; i++)
			if (strcasecmp(cat->modules[i].id, code) == 0)
				c = (struct chart_column){ .kind = COLUMN_MODULE,
							   .module = &cat->modules[i] };
		return c;
	}
	c.element = catalogue_element(cat, field);
	if (c.element == NULL || c.element->type != ELEMENT_MULTIPLE)
		return c;
	if (c.element->not_documented && strcasecmp(code, REDCAP_NOT_DOCUMENTED) == 0) {
		c.kind = COLUMN_BOX;
		c.choice = BOX_NOT_DOCUMENTED;
	} else if (c.element->unknown && strcasecmp(code, REDCAP_UNKNOWN) == 0) {
		c.kind = COLUMN_BOX;
		c.choice = BOX_UNKNOWN;
	}
	for (size_t i = 0; i < c.element->n_choices; i++)
		if (strcasecmp(redcap_code(a, c.element, i), code) == 0) {
			c.kind = COLUMN_BOX;
			c.choice = (int)i;
		}
	return c;
}

/*
 * "bmi___unk" of a missing data code that the question does not have: REDCap exports
 * it all the same.
 */
static bool
is_code_box(const struct catalogue *cat, struct arena *a, const char *heading, const char *gap)
{
	const char *field = arena_strn(a, heading, (size_t)(gap - heading));

	return (strcasecmp(gap + 3, REDCAP_NOT_DOCUMENTED) == 0 ||
		strcasecmp(gap + 3, REDCAP_UNKNOWN) == 0) &&
	       (text_equal(field, REDCAP_MODULES) || catalogue_element(cat, field) != NULL);
}

struct chart_column
redcap_column(struct arena *a, const struct catalogue *cat, const char *heading)
{
	const char *gap = strstr(heading, "___");
	struct chart_column c = { .kind = COLUMN_UNKNOWN };

	if (gap != NULL) {
		c = box_column(a, cat, heading, gap);
		if (c.kind == COLUMN_UNKNOWN && is_code_box(cat, a, heading, gap))
			c = (struct chart_column){ .kind = COLUMN_BOX, .choice = BOX_NONE };
		return c;
	}
	if (text_equal(heading, REDCAP_RECORD))
		c.kind = COLUMN_RECORD;
	else if (is_among(passed_over, heading) || text_ends(heading, "_complete") ||
		 text_ends(heading, "_timestamp"))
		c.kind = COLUMN_NOTHING;
	else if (is_among(once, heading))
		c.kind = COLUMN_ONCE;
	c.element = catalogue_element(cat, heading);
	if (c.element != NULL && c.element->type != ELEMENT_MULTIPLE)
		c.kind = c.element->system ? COLUMN_NOTHING : COLUMN_ANSWER;
	return c;
}

const char *
redcap_answer(const struct element *e, const char *text)
{
	bool coded = e->type == ELEMENT_SINGLE || e->type == ELEMENT_YES_NO;

	if (redcap_is_yes_no(e) && (text_equal(text, "0") || text_equal(text, "1")))
		return *text == '1' ? "yes" : "no";
	if (!coded && e->not_documented && strcasecmp(text, REDCAP_NOT_DOCUMENTED) == 0)
		return "not_documented";
	if (!coded && e->unknown && strcasecmp(text, REDCAP_UNKNOWN) == 0)
		return "unknown";
	return text;
}

bool
redcap_box(const struct chart_column *column, const char *text, struct answer *answer)
{
	enum answer_state state = column->choice >= 0             ? ANSWER_VALUE
				  : column->choice == BOX_UNKNOWN ? ANSWER_UNKNOWN
								  : ANSWER_NOT_DOCUMENTED;

	if (text_equal(text, "") || text_equal(text, "0"))
		return true;
	if (!text_equal(text, "1") || (answer->state != ANSWER_NONE && answer->state != state))
		return false;
	answer->state = state;
	if (state == ANSWER_VALUE)
		answer->value |= 1 << column->choice;
	return true;
}

/* "0, No | 1, Yes": a bar in a label would begin another choice. */
static const char *
choices_of(struct arena *a, const struct element *e)
{
	const char *text = "";

	for (size_t i = 0; i < e->n_choices; i++) {
		char *label = arena_str(a, e->choices[i].label);

		for (char *bar = label; (bar = strchr(bar, '|')) != NULL;)
			*bar = '/';
		text = arena_printf(a, "%s%s%s, %s", text, i == 0 ? "" : " | ",
				    redcap_code(a, e, i), label);
	}
	return text;
}

static const char *
type_of(const struct element *e)
{
	if (e->type == ELEMENT_MULTIPLE)
		return "checkbox";
	if (redcap_is_yes_no(e))
		return "yesno";
	return e->type == ELEMENT_SINGLE || e->type == ELEMENT_YES_NO ? "radio" : "text";
}

/* Help, how to say that there is no value, and what REDCap cannot say. */
static const char *
note_of(struct arena *a, const struct element *e, bool told)
{
	const char *text = e->help == NULL ? "" : e->help;

	if (e->not_documented)
		text = arena_printf(a, "%s%sNot documented: missing data code %s.", text,
				    *text == '\0' ? "" : " ", REDCAP_NOT_DOCUMENTED);
	if (e->unknown)
		text = arena_printf(a, "%s%sUnknown: missing data code %s.", text,
				    *text == '\0' ? "" : " ", REDCAP_UNKNOWN);
	if (!told)
		text = arena_printf(a, "%s%sAnswer only if: %s.", text, *text == '\0' ? "" : " ",
				    e->asked_when);
	return text;
}

/* Only charts of these modules are asked: "" if all are. */
static const char *
module_logic(struct arena *a, const struct catalogue *cat, const struct element *e,
	     module_set modules)
{
	const char *text = "";

	for (size_t i = 0; i < cat->n_modules; i++) {
		const struct module *m = &cat->modules[i];

		if ((e->modules & modules & module_bit(m)) == 0)
			continue;
		if (m->kind == MODULE_CORE)
			return "";
		text = arena_printf(a, "%s%s[%s(%s)] = '1'", text, *text == '\0' ? "" : " or ",
				    REDCAP_MODULES, redcap_lower(a, m->id));
	}
	return text;
}

static const char *
both(struct arena *a, const char *one, const char *other)
{
	if (*one == '\0' || *other == '\0')
		return *one == '\0' ? other : one;
	return arena_printf(a, "(%s) and (%s)", one, other);
}

static void
write_row(struct buf *out, const char *const *fields)
{
	for (size_t i = 0; i < FIELDS; i++) {
		if (i > 0)
			buf_char(out, ',');
		csv_add_field(out, fields[i] == NULL ? "" : fields[i]);
	}
	buf_str(out, "\r\n");
}

static void
write_element(struct buf *out, struct arena *a, const struct catalogue *cat, module_set modules,
	      const struct element *e, const char *section)
{
	const char *fields[FIELDS] = { [NAME] = e->id,
				       [FORM] = form_name,
				       [SECTION] = section,
				       [TYPE] = type_of(e),
				       [LABEL] = e->question };
	const char *logic = e->condition == NULL ? "" : redcap_logic(a, cat, e->condition);

	if (e->n_choices > 0 && !redcap_is_yes_no(e))
		fields[CHOICES] = choices_of(a, e);
	if (e->type == ELEMENT_DATE)
		fields[VALIDATION] = "date_ymd";
	if (e->type == ELEMENT_INTEGER)
		fields[VALIDATION] = "integer";
	if (e->has_range) {
		fields[MIN] = arena_printf(a, "%d", e->min);
		fields[MAX] = arena_printf(a, "%d", e->max);
	}
	fields[NOTE] = note_of(a, e, logic != NULL);
	fields[LOGIC] = both(a, module_logic(a, cat, e, modules), logic == NULL ? "" : logic);
	fields[REQUIRED] = e->optional ? NULL : "y";
	write_row(out, fields);
}

/* The record's own field and the modules, which come before all questions. */
static void
write_first(struct buf *out, struct arena *a, const struct catalogue *cat, module_set modules)
{
	const char *record[FIELDS] = { [NAME] = REDCAP_RECORD,
				       [FORM] = form_name,
				       [TYPE] = "text",
				       [LABEL] = "Label of the chart",
				       [NOTE] = "A label of your own with a number in it, such as "
						"B-017: no names, record numbers or "
						"birth dates. This project needs the missing data "
						"codes " REDCAP_NOT_DOCUMENTED
						" (not documented) and " REDCAP_UNKNOWN
						" (unknown)." };
	const char *set[FIELDS] = { [NAME] = REDCAP_MODULES,
				    [FORM] = form_name,
				    [TYPE] = "checkbox",
				    [LABEL] = "Modules this chart is eligible for",
				    [NOTE] = "Core applies to every chart." };
	const char *choices = "";

	for (size_t i = 0; i < cat->n_modules; i++)
		if ((modules & module_bit(&cat->modules[i])) != 0)
			choices = arena_printf(
				a, "%s%s%s, %s", choices, *choices == '\0' ? "" : " | ",
				redcap_lower(a, cat->modules[i].id), cat->modules[i].title);
	set[CHOICES] = choices;
	write_row(out, dictionary_columns);
	write_row(out, record);
	write_row(out, set);
}

void
redcap_dictionary(struct buf *out, struct arena *a, const struct catalogue *cat, module_set modules)
{
	const char *section = "";

	write_first(out, a, cat, modules);
	for (size_t i = 0; i < cat->n_elements; i++) {
		const struct element *e = &cat->elements[i];

		if (e->system || (e->modules & modules) == 0)
			continue;
		write_element(out, a, cat, modules, e,
			      text_equal(section, e->section) ? NULL : e->section);
		section = e->section;
	}
}
