/* Forms: see form.h. */
#include "web/form.h"

#include <stdarg.h>
#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/text.h"

enum { FIELDS_MAX = 64 };

/* One field with what was typed and what it means. */
struct slot {
	const struct field *field;
	const char *text;    /* as typed, trimmed; "" for nothing */
	struct bytes file;   /* of FIELD_FILE */
	struct pairs many;   /* of FIELD_CHOICES and FIELD_TABLE */
	double number;
	int32_t day;
	bool has_day;
	const char *error;
};

struct form {
	struct arena *arena;
	const struct field *fields;
	struct slot *slots;
	size_t n;
	const char *broken;
};

struct form *
form_new(struct arena *a, const struct field *fields)
{
	struct form *f = arena_alloc(a, sizeof *f);

	f->arena = a;
	f->fields = fields;
	while (fields[f->n].name != NULL)
		f->n++;
	must(f->n <= FIELDS_MAX);
	f->slots = arena_array(a, f->n, sizeof *f->slots);
	for (size_t i = 0; i < f->n; i++) {
		f->slots[i].field = &fields[i];
		f->slots[i].text = "";
	}
	return f;
}

static struct slot *
slot_named(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++)
		if (text_equal(f->slots[i].field->name, name))
			return &f->slots[i];
	fault("the form has no field %s", name);
}

/* The slot that takes a field of the request, or NULL. */
static struct slot *
slot_for(const struct form *f, const char *name)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct field *field = f->slots[i].field;

		if (field->type == FIELD_TABLE ? text_starts(name, field->name)
					       : text_equal(name, field->name))
			return &f->slots[i];
	}
	return NULL;
}

static bool
holds_many(const struct field *field)
{
	return field->type == FIELD_CHOICES || field->type == FIELD_TABLE;
}

/* Puts one field of the request where it belongs; false if it belongs nowhere. */
static bool
take(struct form *f, const struct pair *p, bool *seen)
{
	struct slot *slot = slot_for(f, p->name);
	size_t at;

	if (slot == NULL) {
		f->broken = "The form holds a field that this page does not know.";
		return false;
	}
	at = (size_t)(slot - f->slots);
	if (holds_many(slot->field)) {
		if (slot->many.all == NULL)
			slot->many.all =
				arena_array(f->arena, REQ_FIELDS_MAX, sizeof *slot->many.all);
		slot->many.all[slot->many.n].name = p->name + (slot->field->type == FIELD_TABLE
							       ? strlen(slot->field->name) : 0);
		slot->many.all[slot->many.n++].value = text_trim(f->arena, p->value);
		return true;
	}
	if (seen[at]) {
		f->broken = "The form holds the same field twice.";
		return false;
	}
	seen[at] = true;
	if (slot->field->type == FIELD_FILE) {
		slot->file = (struct bytes){ p->value, p->size };
		return p->file || *p->value == '\0';
	}
	if (p->file && !text_is_clean_utf8(p->value, p->size)) {
		f->broken = "The file is no text in UTF-8.";
		return false;
	}
	slot->text = slot->field->type == FIELD_PASSWORD ? p->value : text_trim(f->arena, p->value);
	return true;
}

static void
slot_error(struct form *f, struct slot *s, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static void
slot_error(struct form *f, struct slot *s, const char *fmt, ...)
{
	va_list ap;

	if (s->error != NULL)
		return;
	va_start(ap, fmt);
	s->error = arena_vprintf(f->arena, fmt, ap);
	va_end(ap);
}

static bool
is_choice(const struct field *field, const char *value)
{
	for (const struct form_choice *c = field->choices; c->value != NULL; c++)
		if (text_equal(c->value, value))
			return true;
	return false;
}

static void
check_length(struct form *f, struct slot *s)
{
	size_t length = text_length(s->text);

	if (s->field->max > 0 && length > (size_t)s->field->max)
		slot_error(f, s, "%s is too long: %zu characters, %d are allowed.", s->field->label,
			   length, s->field->max);
	else if (s->field->min > 0 && length < (size_t)s->field->min)
		slot_error(f, s, "%s is too short: at least %d characters.", s->field->label,
			   s->field->min);
	if (s->field->type != FIELD_LINES && strpbrk(s->text, "\r\n") != NULL)
		slot_error(f, s, "%s must be one line.", s->field->label);
}

/* A mail address as RFC 5321 servers take it: no spaces, one @, a dot behind it. */
static bool
is_email(const char *text)
{
	const char *at = strchr(text, '@');

	return at != NULL && at != text && strchr(at + 1, '@') == NULL &&
	       strpbrk(text, " \t\r\n<>(),;:\\\"[]") == NULL && strlen(text) <= 254 &&
	       strchr(at, '.') != NULL && at[1] != '.' && text[strlen(text) - 1] != '.';
}

static void
check_number(struct form *f, struct slot *s)
{
	bool fine = text_to_f64(s->text, &s->number);
	const char *point = strchr(s->text, '.');

	if (s->field->type == FIELD_WHOLE && point != NULL)
		fine = false;
	if (point != NULL && strlen(point + 1) > 2)
		fine = false;
	if (!fine || s->number < s->field->min || s->number > s->field->max)
		slot_error(f, s, "%s must be a %snumber from %d to %d.", s->field->label,
			   s->field->type == FIELD_WHOLE ? "whole " : "", s->field->min, s->field->max);
}

static void
check_value(struct form *f, struct slot *s)
{
	switch (s->field->type) {
	case FIELD_TEXT: case FIELD_LINES: case FIELD_PASSWORD:
		check_length(f, s);
		break;
	case FIELD_EMAIL:
		if (!is_email(s->text))
			slot_error(f, s, "%s must look like name@example.org.", s->field->label);
		break;
	case FIELD_WHOLE: case FIELD_DECIMAL:
		check_number(f, s);
		break;
	case FIELD_DATE:
		s->has_day = date_parse(s->text, &s->day);
		if (!s->has_day)
			slot_error(f, s, "%s must be a day of the calendar, written YYYY-MM-DD.",
				   s->field->label);
		break;
	case FIELD_CHOICE:
		if (!is_choice(s->field, s->text))
			slot_error(f, s, "%s must be one of the choices.", s->field->label);
		break;
	case FIELD_TICK:
		if (!text_equal(s->text, "yes"))
			slot_error(f, s, "%s must be ticked or left empty.", s->field->label);
		break;
	case FIELD_CHOICES: case FIELD_FILE: case FIELD_TABLE:
		break;
	}
}

static void
check_slot(struct form *f, struct slot *s)
{
	bool empty = holds_many(s->field) ? s->many.n == 0
					  : s->text[0] == '\0' && s->file.size == 0;

	if (s->field->type == FIELD_CHOICES)
		for (size_t i = 0; i < s->many.n; i++)
			if (!is_choice(s->field, s->many.all[i].value))
				slot_error(f, s, "%s must be among the choices.", s->field->label);
	if (s->file.size > (size_t)s->field->max)
		slot_error(f, s, "%s is too large: %zu MB, %d MB are allowed.", s->field->label,
			   s->file.size / 1000000 + 1, s->field->max / 1000000);
	if (!empty && !holds_many(s->field))
		check_value(f, s);
	else if (empty && s->field->required && s->field->type == FIELD_TICK)
		slot_error(f, s, "Tick this box to go on: %s.", s->field->label);
	else if (empty && s->field->required)
		slot_error(f, s, "%s is needed.", s->field->label);
}

enum form_outcome
form_read(struct form *f, const struct req *r)
{
	bool seen[FIELDS_MAX] = { false };

	for (size_t i = 0; i < r->fields.n; i++)
		if (r->fields.all[i].name[0] != '_' && !take(f, &r->fields.all[i], seen))
			return FORM_BROKEN;
	for (size_t i = 0; i < f->n; i++)
		check_slot(f, &f->slots[i]);
	return form_has_errors(f) ? FORM_ERRORS : FORM_FINE;
}

const char *
form_broken(const struct form *f)
{
	return f->broken;
}

const char *
form_text(const struct form *f, const char *name)
{
	return slot_named(f, name)->text;
}

int64_t
form_whole(const struct form *f, const char *name)
{
	return (int64_t)slot_named(f, name)->number;
}

double
form_decimal(const struct form *f, const char *name)
{
	return slot_named(f, name)->number;
}

bool
form_date(const struct form *f, const char *name, int32_t *day)
{
	const struct slot *s = slot_named(f, name);

	*day = s->day;
	return s->has_day;
}

bool
form_tick(const struct form *f, const char *name)
{
	return text_equal(slot_named(f, name)->text, "yes");
}

bool
form_has_choice(const struct form *f, const char *name, const char *value)
{
	const struct slot *s = slot_named(f, name);

	for (size_t i = 0; i < s->many.n; i++)
		if (text_equal(s->many.all[i].value, value))
			return true;
	return false;
}

struct bytes
form_file(const struct form *f, const char *name)
{
	return slot_named(f, name)->file;
}

struct pairs
form_table(const struct form *f, const char *name)
{
	return slot_named(f, name)->many;
}

void
form_set(struct form *f, const char *name, const char *value)
{
	struct slot *s = slot_named(f, name);

	if (!holds_many(s->field)) {
		s->text = value == NULL ? "" : value;
		return;
	}
	if (s->many.all == NULL)
		s->many.all = arena_array(f->arena, REQ_FIELDS_MAX, sizeof *s->many.all);
	must(s->many.n < REQ_FIELDS_MAX);
	s->many.all[s->many.n++] = (struct pair){ .name = s->field->name, .value = value };
}

void
form_error(struct form *f, const char *name, const char *fmt, ...)
{
	struct slot *s = slot_named(f, name);
	va_list ap;

	va_start(ap, fmt);
	s->error = arena_vprintf(f->arena, fmt, ap);
	va_end(ap);
}

bool
form_has_errors(const struct form *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->slots[i].error != NULL)
			return true;
	return false;
}

static void
show_choices(const struct form *f, const struct slot *s, struct view *v)
{
	const struct form_choice *c = s->field->choices;
	const char *name = s->field->name;

	for (size_t i = 0; c[i].value != NULL; i++) {
		bool selected = s->field->type == FIELD_CHOICES
					? form_has_choice(f, name, c[i].value)
					: text_equal(s->text, c[i].value);

		view_str(v, arena_printf(f->arena, "Form.%s.choices.%zu.value", name, i), c[i].value);
		view_str(v, arena_printf(f->arena, "Form.%s.choices.%zu.label", name, i), c[i].label);
		view_bool(v, arena_printf(f->arena, "Form.%s.choices.%zu.selected", name, i), selected);
	}
}

void
form_show(const struct form *f, struct view *v)
{
	size_t errors = 0;

	for (size_t i = 0; i < f->n; i++) {
		const struct slot *s = &f->slots[i];
		const char *name = s->field->name;

		view_str(v, arena_printf(f->arena, "Form.%s.name", name), name);
		view_str(v, arena_printf(f->arena, "Form.%s.label", name), s->field->label);
		view_bool(v, arena_printf(f->arena, "Form.%s.required", name), s->field->required);
		if (s->field->type != FIELD_PASSWORD && !holds_many(s->field))
			view_str(v, arena_printf(f->arena, "Form.%s.value", name), s->text);
		if (s->field->type == FIELD_TICK)
			view_bool(v, arena_printf(f->arena, "Form.%s.checked", name), text_equal(s->text, "yes"));
		if (s->field->choices != NULL)
			show_choices(f, s, v);
		if (s->error == NULL)
			continue;
		view_str(v, arena_printf(f->arena, "Form.%s.error", name), s->error);
		view_str(v, arena_printf(f->arena, "Form_errors.%zu.field", errors), name);
		view_str(v, arena_printf(f->arena, "Form_errors.%zu.text", errors++), s->error);
	}
}
