/* One answer from text and back: see answer.h. */
#include "measure/answer.h"

#include "base/date.h"
#include "base/text.h"

enum { MAX_INTEGER = 1000000000 };

static bool
read_date(const char *text, struct answer *answer, const char **message)
{
	answer->state = ANSWER_VALUE;
	if (date_parse(text, &answer->value))
		return true;
	*message = "There is no such day: write the date as YYYY-MM-DD";
	return false;
}

static bool
read_integer(const char *text, struct answer *answer, const char **message)
{
	int64_t n;

	if (!text_to_i64(text, &n) || n < -MAX_INTEGER || n > MAX_INTEGER) {
		*message = "Write a whole number in digits";
		return false;
	}
	*answer = (struct answer){ ANSWER_VALUE, (int32_t)n };
	return true;
}

static bool
read_single(const struct element *element, const char *text, struct answer *answer,
	const char **message)
{
	int choice = element_choice(element, text);

	*answer = (struct answer){ ANSWER_VALUE, choice };
	if (choice >= 0)
		return true;
	*message = "Choose one of the answers";
	return false;
}

static bool
read_multiple(const struct element *element, const char *text, struct answer *answer,
	struct arena *a, const char **message)
{
	size_t count;
	char **codes = text_split(a, text, ';', &count);

	*answer = (struct answer){ ANSWER_VALUE, 0 };
	for (size_t i = 0; i < count; i++) {
		int choice = element_choice(element, text_trim(a, codes[i]));

		if (choice < 0) {
			*message = "Choose among the answers";
			return false;
		}
		answer->value |= 1 << choice;
	}
	return true;
}

bool
answer_read(const struct element *element, const char *text, struct answer *answer,
	struct arena *a, const char **message)
{
	bool good = false;

	text = text_trim(a, text);
	*answer = (struct answer){ ANSWER_NONE, 0 };
	if (text_is_empty(text))
		return true;
	if (element->not_documented && text_equal(text, "not_documented")) {
		answer->state = ANSWER_NOT_DOCUMENTED;
		return true;
	}
	if (element->unknown && text_equal(text, "unknown")) {
		answer->state = ANSWER_UNKNOWN;
		return true;
	}
	switch (element->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO:
		good = read_single(element, text, answer, message);
		break;
	case ELEMENT_MULTIPLE:
		good = read_multiple(element, text, answer, a, message);
		break;
	case ELEMENT_DATE:
		good = read_date(text, answer, message);
		break;
	case ELEMENT_INTEGER:
		good = read_integer(text, answer, message);
		break;
	}
	if (!good)
		*answer = (struct answer){ ANSWER_NONE, 0 };
	return good;
}

/* The ticked choices with a separator between, as codes or as labels. */
static const char *
join(const struct element *element, int32_t bits, const char *separator, bool labels,
	struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < element->n_choices; i++) {
		const struct choice *choice = &element->choices[i];

		if ((bits >> i & 1) != 0)
			text = arena_printf(a, "%s%s%s", text, text_is_empty(text) ? "" : separator,
				labels ? choice->label : choice->code);
	}
	return text;
}

static const char *
value_text(const struct element *element, int32_t value, bool labels, struct arena *a)
{
	const struct choice *choice;

	switch (element->type) {
	case ELEMENT_SINGLE:
	case ELEMENT_YES_NO:
		choice = &element->choices[value];
		return labels ? choice->label : choice->code;
	case ELEMENT_MULTIPLE:
		return join(element, value, labels ? "; " : ";", labels, a);
	case ELEMENT_DATE:
		return date_format(value, arena_alloc(a, DATE_TEXT_SIZE));
	case ELEMENT_INTEGER:
		return arena_printf(a, "%d", (int)value);
	}
	return "";
}

const char *
answer_write(const struct element *element, struct answer answer, struct arena *a)
{
	switch (answer.state) {
	case ANSWER_NONE:
		return "";
	case ANSWER_NOT_DOCUMENTED:
		return "not_documented";
	case ANSWER_UNKNOWN:
		return "unknown";
	case ANSWER_VALUE:
		return value_text(element, answer.value, false, a);
	}
	return "";
}

const char *
answer_label(const struct element *element, struct answer answer, struct arena *a)
{
	switch (answer.state) {
	case ANSWER_NONE:
		return "Not answered";
	case ANSWER_NOT_DOCUMENTED:
		return "Not documented";
	case ANSWER_UNKNOWN:
		return "Unknown";
	case ANSWER_VALUE:
		return value_text(element, answer.value, true, a);
	}
	return "";
}

bool
answer_equal(struct answer one, struct answer other)
{
	return one.state == other.state
		&& (one.state != ANSWER_VALUE || one.value == other.value);
}
