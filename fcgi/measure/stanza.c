/* Stanzas of `key: value` lines: see stanza.h. */
#include "measure/stanza.h"

#include <string.h>

#include "base/text.h"
#include "cql/lex.h"

struct reader {
	struct arena *arena;
	struct buf *errors;
	struct stanza *first, **last;
	struct stanza *current;
	struct stanza_line **last_line;
	bool wrong;
};

static bool
is_key(const char *line, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!((line[i] >= 'a' && line[i] <= 'z') || line[i] == '_'))
			return false;
	return len > 0;
}

/* Splits "key: value"; false if the line is not of that form. */
static bool
split(struct reader *r, const char *line, size_t indent, struct cql_place place,
	struct stanza_line *out)
{
	const char *colon = strchr(line + indent, ':');
	const char *value;

	place.column = (int)indent + 1;
	if (colon == NULL || !is_key(line + indent, (size_t)(colon - line) - indent)) {
		cql_error(r->errors, place, "expected \"key: value\"");
		r->wrong = true;
		return false;
	}
	for (value = colon + 1; *value == ' '; value++)
		;
	out->key = arena_strn(r->arena, line + indent, (size_t)(colon - line) - indent);
	out->value = text_trim(r->arena, value);
	out->place = out->value_place = place;
	out->value_place.column = (int)(value - line) + 1;
	out->next = NULL;
	return true;
}

static void
read_head(struct reader *r, const char *line, struct cql_place place)
{
	struct stanza *stanza = arena_alloc(r->arena, sizeof *stanza);

	if (!split(r, line, 0, place, &stanza->head))
		return;
	*r->last = stanza;
	r->last = &stanza->next;
	r->current = stanza;
	r->last_line = &stanza->lines;
}

static void
read_line(struct reader *r, const char *line, size_t indent, struct cql_place place)
{
	struct stanza_line *entry;

	if (r->current == NULL) {
		cql_error(r->errors, place, "an indented line stands before any stanza");
		r->wrong = true;
		return;
	}
	entry = arena_alloc(r->arena, sizeof *entry);
	if (!split(r, line, indent, place, entry))
		return;
	*r->last_line = entry;
	r->last_line = &entry->next;
}

struct stanza *
stanza_read(struct arena *a, const char *file, const char *text, struct buf *errors, bool *wrong)
{
	struct reader r = { .arena = a, .errors = errors };
	struct cql_place place = { file, 0, 1 };
	size_t count;
	char **lines = text_split(a, text, '\n', &count);

	r.last = &r.first;
	for (size_t i = 0; i < count; i++) {
		size_t indent = strspn(lines[i], " \t");

		place.line = (int)i + 1;
		if (lines[i][indent] == '\0' || lines[i][indent] == '\r' || lines[i][indent] == '#')
			continue;
		if (indent == 0)
			read_head(&r, lines[i], place);
		else
			read_line(&r, lines[i], indent, place);
	}
	*wrong = *wrong || r.wrong;
	return r.first;
}

const char *
stanza_value(const struct stanza *stanza, const char *key)
{
	for (const struct stanza_line *line = stanza->lines; line != NULL; line = line->next)
		if (text_equal(line->key, key))
			return line->value;
	return NULL;
}
