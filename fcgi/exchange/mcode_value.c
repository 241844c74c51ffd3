/* Single values of a resource: see mcode_value.h. */
#include "exchange/mcode_value.h"

#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/text.h"

enum { DAY_LENGTH = 10, NAME_MAX = 40, WORDS_MAX = 120 };

const char *
mcode_text(const json_t *resource, const char *path)
{
	const char *dot = strchr(path, '.');
	char name[NAME_MAX];

	if (dot == NULL)
		return fhir_text(resource, path);
	if ((size_t)(dot - path) >= sizeof name)
		return NULL;
	memcpy(name, path, (size_t)(dot - path));
	name[dot - path] = '\0';
	return fhir_text(json_object_get(resource, name), dot + 1);
}

bool
mcode_day(const char *text, int32_t *day)
{
	char only[DATE_TEXT_SIZE];

	if (text == NULL || strlen(text) < DAY_LENGTH ||
	    (text[DAY_LENGTH] != '\0' && text[DAY_LENGTH] != 'T'))
		return false;
	memcpy(only, text, DAY_LENGTH);
	only[DAY_LENGTH] = '\0';
	return date_parse(only, day);
}

bool
mcode_in_list(const char *codes, const char *code)
{
	size_t len = strlen(code);

	if (len == 0 || strchr(code, ' ') != NULL)
		return false;
	for (const char *at = codes; (at = strstr(at, code)) != NULL; at += len)
		if ((at == codes || at[-1] == ' ') && (at[len] == '\0' || at[len] == ' '))
			return true;
	return false;
}

/* The n-th code of a concept; NULL behind the last, "" for one that has none. */
static const char *
code_at(const json_t *concept, size_t n)
{
	const json_t *codings = json_object_get(concept, "coding");
	const char *code;

	if (n >= json_array_size(codings))
		return NULL;
	code = fhir_text(json_array_get(codings, n), "code");
	return code == NULL ? "" : code;
}

bool
mcode_has_code(const json_t *concept, const char *codes)
{
	const char *code;

	for (size_t i = 0; (code = code_at(concept, i)) != NULL; i++)
		if (mcode_in_list(codes, code))
			return true;
	return false;
}

const char *
mcode_answer_of(const json_t *concept, const struct mcode_answer *answers)
{
	for (; answers->codes != NULL; answers++)
		if (mcode_has_code(concept, answers->codes))
			return answers->answer;
	return NULL;
}

/* Whether a code begins with one of the list. */
static bool
begins(const char *code, const char *codes)
{
	while (*codes != '\0') {
		size_t len = strcspn(codes, " ");

		if (strncmp(code, codes, len) == 0)
			return true;
		codes += len + strspn(codes + len, " ");
	}
	return false;
}

const char *
mcode_answer_begun(const json_t *concept, const struct mcode_answer *answers)
{
	const char *code;

	for (; answers->codes != NULL; answers++)
		for (size_t i = 0; (code = code_at(concept, i)) != NULL; i++)
			if (begins(code, answers->codes))
				return answers->answer;
	return NULL;
}

bool
mcode_follows(const json_t *resource, const char *profile)
{
	const json_t *list = json_object_get(json_object_get(resource, "meta"), "profile");

	for (size_t i = 0; i < json_array_size(list); i++) {
		const char *url = json_string_value(json_array_get(list, i));

		if (url != NULL && text_ends(url, profile))
			return true;
	}
	return false;
}

/* "2B" and "ivA" as "IIB" and "IVA": roman, in capital letters. */
static const char *
roman(struct arena *a, const char *word)
{
	static const char *const romans[] = { "", "I", "II", "III", "IV" };
	char *text;

	if (*word >= '1' && *word <= '4')
		text = arena_printf(a, "%s%s", romans[*word - '0'], word + 1);
	else
		text = arena_str(a, word);
	for (char *c = text; *c != '\0'; c++)
		if (*c >= 'a' && *c <= 'z')
			*c = (char)(*c - 'a' + 'A');
	return text;
}

typedef const char *(*word_fn)(struct arena *a, const char *word);

/* A choice of the question, whatever the case of its letters. */
static const char *
choice_of(const struct element *e, const char *word)
{
	for (size_t i = 0; i < e->n_choices; i++)
		if (strcasecmp(e->choices[i].code, word) == 0)
			return e->choices[i].code;
	return NULL;
}

/* Without the letters that say how it was found: "pT2" is "T2". */
static const char *
category(struct arena *a, const char *word)
{
	(void)a;
	while (strchr("cpyra", *word) != NULL && *word != '\0')
		word++;
	return word;
}

/* The last word of a text that is a choice. */
static const char *
find_word(struct arena *a, const struct element *e, const char *text, word_fn read)
{
	const char *found = NULL;
	size_t n;
	char **words;

	if (text == NULL || strlen(text) > WORDS_MAX)
		return NULL;
	words = text_split(a, text, ' ', &n);
	for (size_t i = 0; i < n; i++) {
		const char *choice = choice_of(e, read(a, words[i]));

		found = choice != NULL ? choice : found;
	}
	return found;
}

/* Codes of SNOMED CT are numbers of six digits and more; those of AJCC's are words. */
static const char *
concept_of(struct arena *a, const json_t *concept, const struct element *e, word_fn read)
{
	const json_t *codings = json_object_get(concept, "coding");
	const char *found = NULL;

	for (size_t i = 0; i < json_array_size(codings) && found == NULL; i++) {
		const json_t *coding = json_array_get(codings, i);

		found = find_word(a, e, fhir_text(coding, "code"), read);
		if (found == NULL)
			found = find_word(a, e, fhir_text(coding, "display"), read);
	}
	return found != NULL ? found : find_word(a, e, fhir_text(concept, "text"), read);
}

const char *
mcode_stage_of(struct arena *a, const json_t *concept, const struct element *e)
{
	return concept_of(a, concept, e, roman);
}

const char *
mcode_category_of(struct arena *a, const json_t *concept, const struct element *e)
{
	return concept_of(a, concept, e, category);
}
