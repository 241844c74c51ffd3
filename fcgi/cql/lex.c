/* Measure text to tokens: see lex.h. Comments are skipped, their tags kept. */
#include "cql/lex.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"

enum { MAX_NUMBER = 1000000000, MESSAGE_SIZE = 600 };

void
cql_error(struct buf *errors, struct cql_place place, const char *fmt, ...)
{
	char text[MESSAGE_SIZE];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	buf_printf(errors, "%s:%d:%d: %s\n", place.file, place.line, place.column, text);
}

#define report(lex, place, ...) \
	((lex)->wrong = true, cql_error((lex)->errors, place, __VA_ARGS__))

void
cql_lex_start(struct cql_lexer *lex, struct arena *a, const char *source,
	struct cql_place place, struct buf *errors)
{
	memset(lex, 0, sizeof *lex);
	lex->arena = a;
	lex->errors = errors;
	lex->at = source;
	lex->line_start = source - (place.column - 1);
	lex->place = place;
	lex->last_tag = &lex->tags;
}

struct cql_tag *
cql_take_tags(struct cql_lexer *lex)
{
	struct cql_tag *tags = lex->tags;

	lex->tags = NULL;
	lex->last_tag = &lex->tags;
	return tags;
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static void
step(struct cql_lexer *lex)
{
	if (*lex->at++ == '\n') {
		lex->place.line++;
		lex->line_start = lex->at;
	}
	lex->place.column = (int)(lex->at - lex->line_start) + 1;
}

/* A tag if the comment's text, from `text` to `end`, begins "@name: value". */
static void
keep_tag(struct cql_lexer *lex, const char *text, const char *end, struct cql_place place)
{
	const char *name, *colon;
	struct cql_tag *tag;

	while (text < end && (*text == ' ' || *text == '\t'))
		text++;
	if (text == end || *text != '@')
		return;
	name = text + 1;
	for (colon = name; colon < end && is_letter(*colon); colon++)
		;
	if (colon == name || colon == end || *colon != ':') {
		report(lex, place, "a tag is written \"@name: value\"");
		return;
	}
	tag = arena_alloc(lex->arena, sizeof *tag);
	tag->name = arena_strn(lex->arena, name, (size_t)(colon - name));
	tag->value = text_trim(lex->arena,
		arena_strn(lex->arena, colon + 1, (size_t)(end - colon - 1)));
	tag->place = place;
	*lex->last_tag = tag;
	lex->last_tag = &tag->next;
}

static void
skip_line_comment(struct cql_lexer *lex)
{
	struct cql_place place = lex->place;
	const char *text = lex->at + 2;

	while (*lex->at != '\0' && *lex->at != '\n')
		step(lex);
	keep_tag(lex, text, lex->at, place);
}

static void
skip_block_comment(struct cql_lexer *lex)
{
	struct cql_place place = lex->place;

	step(lex);
	step(lex);
	while (*lex->at != '\0' && !(lex->at[0] == '*' && lex->at[1] == '/'))
		step(lex);
	if (*lex->at == '\0') {
		report(lex, place, "this comment has no end; expected */");
		return;
	}
	step(lex);
	step(lex);
}

static void
skip_space(struct cql_lexer *lex)
{
	for (;;) {
		if (*lex->at == ' ' || *lex->at == '\t' || *lex->at == '\r' || *lex->at == '\n')
			step(lex);
		else if (lex->at[0] == '/' && lex->at[1] == '/')
			skip_line_comment(lex);
		else if (lex->at[0] == '/' && lex->at[1] == '*')
			skip_block_comment(lex);
		else
			return;
	}
}

/* 'text' or "text"; no escapes, and it ends on its line. */
static void
lex_quoted(struct cql_lexer *lex, struct cql_token *token)
{
	char quote = *lex->at;
	const char *text;

	step(lex);
	text = lex->at;
	while (*lex->at != quote && *lex->at != '\0' && *lex->at != '\n')
		step(lex);
	token->text = arena_strn(lex->arena, text, (size_t)(lex->at - text));
	if (*lex->at != quote) {
		report(lex, token->place, "this text has no end; expected %c", quote);
		token->kind = CQL_TOKEN_WRONG;
		return;
	}
	step(lex);
	token->kind = quote == '"' ? CQL_TOKEN_QUOTED : CQL_TOKEN_STRING;
}

static void
lex_number(struct cql_lexer *lex, struct cql_token *token)
{
	const char *text = lex->at;
	int64_t n;

	while (is_digit(*lex->at))
		step(lex);
	token->text = arena_strn(lex->arena, text, (size_t)(lex->at - text));
	token->kind = CQL_TOKEN_NUMBER;
	if (!text_to_i64(token->text, &n) || n > MAX_NUMBER) {
		report(lex, token->place, "%s is too large a number; at most %d",
			token->text, MAX_NUMBER);
		token->kind = CQL_TOKEN_WRONG;
		return;
	}
	token->number = (int32_t)n;
}

static void
lex_day(struct cql_lexer *lex, struct cql_token *token)
{
	const char *text;

	step(lex);
	text = lex->at;
	while (is_digit(*lex->at) || *lex->at == '-')
		step(lex);
	token->text = arena_strn(lex->arena, text, (size_t)(lex->at - text));
	token->kind = CQL_TOKEN_DAY;
	if (!date_parse(token->text, &token->number)) {
		report(lex, token->place,
			"@%s is no date; expected a day as @YYYY-MM-DD", token->text);
		token->kind = CQL_TOKEN_WRONG;
	}
}

static void
lex_sign(struct cql_lexer *lex, struct cql_token *token)
{
	static const char *const signs[] = { "!=", "!~", "<=", ">=", "(", ")", "{", "}", ",", ":",
		"-", "=", "~", "<", ">" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		size_t len = strlen(signs[i]);

		if (strncmp(lex->at, signs[i], len) != 0)
			continue;
		while (len-- > 0)
			step(lex);
		token->kind = CQL_TOKEN_SIGN;
		token->text = signs[i];
		return;
	}
	token->text = arena_strn(lex->arena, lex->at, 1);
	token->kind = CQL_TOKEN_WRONG;
	report(lex, token->place, "\"%s\" means nothing here", token->text);
	step(lex);
}

static void
lex_word(struct cql_lexer *lex, struct cql_token *token)
{
	const char *text = lex->at;

	while (is_letter(*lex->at) || is_digit(*lex->at))
		step(lex);
	token->kind = CQL_TOKEN_WORD;
	token->text = arena_strn(lex->arena, text, (size_t)(lex->at - text));
}

struct cql_token
cql_lex_next(struct cql_lexer *lex)
{
	struct cql_token token = { .kind = CQL_TOKEN_END, .text = "" };

	skip_space(lex);
	token.place = lex->place;
	token.start = lex->at;
	if (*lex->at == '\0')
		;
	else if (is_letter(*lex->at))
		lex_word(lex, &token);
	else if (is_digit(*lex->at))
		lex_number(lex, &token);
	else if (*lex->at == '"' || *lex->at == '\'')
		lex_quoted(lex, &token);
	else if (*lex->at == '@')
		lex_day(lex, &token);
	else
		lex_sign(lex, &token);
	token.end = lex->at;
	return token;
}
