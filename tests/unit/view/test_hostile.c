/*
 * Every template of the source tree, with every name it uses full of hostile text.
 *
 * The names are found by reading the templates: what stands in their commands, with the
 * names of each, with and macro parameters followed to where they come from. Pages are
 * rendered with many mixes of present, absent and compared-with values, so that both ways
 * of each `if` are walked; in none may the hostile text come out as markup.
 */
#include "../test.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "view/cache.h"
#include "base/files.h"
#include "view/view.h"

enum { MAX_NAMES = 64000, MAX_ALIASES = 80000, MAX_PARTS = 16, MAX_LITERALS = 8 };
enum { DEPTH = 5, ROUNDS = 40 };

static const char folder[] = SOURCE_DIR "/templates";

static const char *const attacks[] = {
	"\"><mark onx=1>'",
	"javascript:mark()//\"><mark onx=1>",
	"<?cs var:Csrf ?><mark onx=1>&",
};

/* `name` of an each, a with or a macro's parameter stands for `target`. */
struct alias {
	const char *name, *target;
};

struct name {
	const char *key;
	const char *literals[MAX_LITERALS]; /* what templates compare it with */
	size_t n_literals;
};

struct macro {
	const char *name;
	char **params;
	size_t n_params;
};

struct scan {
	struct arena *arena;
	struct alias *aliases;
	struct name *used;  /* as they stand in the templates */
	struct name *roots; /* with aliases followed: keys of a page */
	struct macro *macros;
	size_t n_aliases, n_used, n_roots, n_macros;
};

static bool
is_name_char(char c)
{
	return isalnum((unsigned char)c) || c == '_' || c == '.' || c == '-';
}

static struct name *
add_name(struct name *names, size_t *n, const char *key)
{
	for (size_t i = 0; i < *n; i++) {
		if (text_equal(names[i].key, key))
			return &names[i];
	}
	assert_true(*n < MAX_NAMES);
	names[*n].key = key;
	return &names[(*n)++];
}

static void
add_literal(struct name *name, const char *literal)
{
	for (size_t i = 0; i < name->n_literals; i++) {
		if (text_equal(name->literals[i], literal))
			return;
	}
	if (name->n_literals < MAX_LITERALS)
		name->literals[name->n_literals++] = literal;
}

static void
add_alias(struct scan *s, const char *name, const char *target)
{
	if (text_equal(name, target))
		return;
	for (size_t i = 0; i < s->n_aliases; i++) {
		if (text_equal(s->aliases[i].name, name) &&
		    text_equal(s->aliases[i].target, target))
			return;
	}
	assert_true(s->n_aliases < MAX_ALIASES);
	s->aliases[s->n_aliases++] = (struct alias){ name, target };
}

/* A literal that stands behind "==" or "!=", or NULL. */
static const char *
compared_with(struct scan *s, const char *at)
{
	const char *end;

	at += strspn(at, " ");
	if (!text_starts(at, "==") && !text_starts(at, "!="))
		return NULL;
	at += 2;
	at += strspn(at, " ");
	if (*at != '"' || (end = strchr(at + 1, '"')) == NULL)
		return NULL;
	return arena_strn(s->arena, at + 1, (size_t)(end - at) - 1);
}

/* All names in an expression; words in quotes and before "(" are none. */
static void
names_in(struct scan *s, const char *at)
{
	while (*at != '\0') {
		const char *start = at, *literal;
		char *key;

		if (*at == '"') {
			at = strchr(at + 1, '"');
			assert_non_null(at);
			at++;
			continue;
		}
		while (is_name_char(*at))
			at++;
		if (at == start) {
			at++;
			continue;
		}
		if (*at == '(' || !isalpha((unsigned char)*start))
			continue;
		key = arena_strn(s->arena, start, (size_t)(at - start));
		literal = compared_with(s, at);
		if (literal != NULL)
			add_literal(add_name(s->used, &s->n_used, key), literal);
		else
			add_name(s->used, &s->n_used, key);
	}
}

/* "each:chart = charts" and "with:p = practice" */
static void
scan_alias(struct scan *s, const char *expression, bool of_list)
{
	size_t count;
	char **sides = text_split(s->arena, expression, '=', &count);
	char *target;

	assert_int_equal(count, 2);
	target = text_trim(s->arena, sides[1]);
	add_alias(s, text_trim(s->arena, sides[0]),
		  of_list ? arena_printf(s->arena, "%s.0", target) : target);
	names_in(s, target);
}

/* The parts between the parentheses, split at commas outside quotes. */
static char **
arguments(struct scan *s, const char *call, size_t *count)
{
	const char *at = strchr(call, '('), *start;
	char **parts = arena_array(s->arena, MAX_PARTS, sizeof *parts);
	bool quoted = false;

	assert_non_null(at);
	*count = 0;
	for (start = ++at; *at != '\0' && (quoted || *at != ')'); at++) {
		if (*at == '"')
			quoted = !quoted;
		if (*at != ',' || quoted)
			continue;
		assert_true(*count < MAX_PARTS - 1);
		parts[(*count)++] = text_trim(s->arena,
					      arena_strn(s->arena, start, (size_t)(at - start)));
		start = at + 1;
	}
	parts[*count] = text_trim(s->arena, arena_strn(s->arena, start, (size_t)(at - start)));
	*count += *parts[*count] != '\0';
	return parts;
}

static char *
macro_name(struct scan *s, const char *call)
{
	return text_trim(s->arena, arena_strn(s->arena, call, strcspn(call, "(")));
}

static void
scan_def(struct scan *s, const char *expression)
{
	struct macro *m = &s->macros[s->n_macros++];

	m->name = macro_name(s, expression);
	m->params = arguments(s, expression, &m->n_params);
}

/* A name and nothing else: what a macro's parameter can stand for. */
static bool
is_name(const char *text)
{
	if (!isalpha((unsigned char)*text))
		return false;
	while (is_name_char(*text))
		text++;
	return *text == '\0';
}

static void
scan_call(struct scan *s, const char *expression)
{
	size_t n;
	char **values = arguments(s, expression, &n), *name = macro_name(s, expression);

	names_in(s, expression);
	for (size_t i = 0; i < s->n_macros; i++) {
		for (size_t k = 0; k < n && text_equal(s->macros[i].name, name); k++) {
			if (k < s->macros[i].n_params && is_name(values[k]))
				add_alias(s, s->macros[i].params[k], values[k]);
		}
	}
}

static void
scan_command(struct scan *s, const char *command, bool definitions)
{
	if (text_starts(command, "def:") && definitions)
		scan_def(s, command + 4);
	else if (definitions || text_starts(command, "def:") || text_starts(command, "include:"))
		return;
	else if (text_starts(command, "each:"))
		scan_alias(s, command + 5, true);
	else if (text_starts(command, "with:"))
		scan_alias(s, command + 5, false);
	else if (text_starts(command, "call:"))
		scan_call(s, command + 5);
	else if (strchr(command, ':') != NULL)
		names_in(s, strchr(command, ':') + 1);
}

static void
scan_text(struct scan *s, const char *text, bool definitions)
{
	for (const char *at = strstr(text, "<?cs"); at != NULL; at = strstr(at, "<?cs")) {
		const char *end = strstr(at, "?>");
		char *command;

		assert_non_null(end);
		command = text_trim(s->arena, arena_strn(s->arena, at + 4, (size_t)(end - at) - 4));
		if (*command != '#' && *command != '/')
			scan_command(s, command, definitions);
		at = end;
	}
}

/* Follows the first part of a name to all it may stand for. */
static void
resolve(struct scan *s, const struct name *used, const char *key, int depth)
{
	size_t first = strcspn(key, ".");
	struct name *root;

	for (size_t i = 0; i < s->n_aliases && depth < DEPTH; i++) {
		const struct alias *a = &s->aliases[i];

		if (strlen(a->name) == first && strncmp(a->name, key, first) == 0)
			resolve(s, used, arena_printf(s->arena, "%s%s", a->target, key + first),
				depth + 1);
	}
	root = add_name(s->roots, &s->n_roots, key);
	for (size_t i = 0; i < used->n_literals; i++)
		add_literal(root, used->literals[i]);
}

static struct scan *
scan_all(struct arena *a)
{
	struct scan *s = arena_alloc(a, sizeof *s);
	size_t n, len;
	char **names = files_below(a, folder, &n);

	assert_non_null(names);
	s->arena = a;
	s->aliases = arena_array(a, MAX_ALIASES, sizeof *s->aliases);
	s->used = arena_array(a, MAX_NAMES, sizeof *s->used);
	s->roots = arena_array(a, MAX_NAMES, sizeof *s->roots);
	s->macros = arena_array(a, MAX_NAMES, sizeof *s->macros);
	for (size_t i = 0; i < 2 * n; i++) {
		char *content = files_content(arena_printf(a, "%s/%s", folder, names[i % n]), &len);

		assert_non_null(content);
		scan_text(s, content, i < n);
		free(content);
	}
	for (size_t i = 0; i < s->n_used; i++)
		resolve(s, &s->used[i], s->used[i].key, 0);
	return s;
}

/* Numbers that look random and are the same in every run (Numerical Recipes' LCG). */
static uint32_t
next(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

/* Round 0 fills all; later ones leave out about a third and use compared values. */
static void
fill(const struct scan *s, struct view *v, uint32_t round)
{
	uint32_t seed = round * 7919u + 1;

	for (size_t i = 0; i < s->n_roots; i++) {
		const struct name *name = &s->roots[i];
		const char *value = attacks[(i + round) % 3];

		if (round > 0 && next(&seed, 10) < 3)
			continue;
		if (name->n_literals > 0 && next(&seed, 10) < 7)
			value = name->literals[next(&seed, (uint32_t)name->n_literals)];
		view_str(v, name->key, value);
	}
}

/* What is wrong with a page, or NULL. */
static const char *
leak_in(const char *page)
{
	static const char *const signs[] = {
		"<mark", "onx=1>", "<?cs", "href=\"javascript:", "href='javascript:",
		"action=\"javascript:", "action='javascript:", "src=\"javascript:",
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (strstr(page, signs[i]) != NULL)
			return strstr(page, signs[i]);
	}
	return NULL;
}

struct world {
	struct arena *arena;
	struct templates *templates;
	struct scan *scan;
	struct buf *out;
};

static int
setup(void **state)
{
	static struct world w;
	struct buf *errors;

	w.arena = arena_new(256 << 20);
	errors = buf_new(w.arena, 1 << 16);
	w.out = buf_new(w.arena, 8 << 20);
	w.templates = templates_load(w.arena, folder, VIEW_HTML, errors);
	if (w.templates == NULL || templates_load(w.arena, folder, VIEW_TEXT, errors) == NULL) {
		print_error("%s", errors->data);
		return 1;
	}
	w.scan = scan_all(w.arena);
	*state = &w;
	return 0;
}

static int
teardown(void **state)
{
	arena_free(((struct world *)*state)->arena);
	return 0;
}

static void
the_scan_follows_names_to_their_roots(void **state)
{
	struct scan *s = ((struct world *)*state)->scan;
	size_t before = s->n_roots;

	add_name(s->roots, &s->n_roots, "Page.title");
	add_name(s->roots, &s->n_roots, "Crumb.0.href");     /* by each */
	add_name(s->roots, &s->n_roots, "Form.email.error"); /* by a macro in a macro */

	assert_int_equal(s->n_roots, before);
}

static void
hostile_text_never_becomes_markup(void **state)
{
	struct world *w = *state;

	for (uint32_t round = 0; round < ROUNDS; round++) {
		struct arena_mark mark = arena_mark(w->arena);
		struct view *v = view_new(w->arena);

		fill(w->scan, v, round);
		for (size_t i = 0; i < templates_count(w->templates); i++) {
			const char *name = templates_name(w->templates, i), *leak;

			buf_clear(w->out);
			view_render(w->templates, name, v, w->out);
			leak = leak_in(w->out->data);
			if (leak != NULL)
				fail_msg("%s, round %u: %.80s", name, round, leak);
		}
		arena_back(w->arena, mark);
	}
}

/* Without this the test above could pass on empty pages. */
static void
hostile_text_is_on_every_page(void **state)
{
	struct world *w = *state;
	struct view *v = view_new(w->arena);

	fill(w->scan, v, 0);
	for (size_t i = 0; i < templates_count(w->templates); i++) {
		const char *name = templates_name(w->templates, i);

		buf_clear(w->out);
		view_render(w->templates, name, v, w->out);
		if (!text_starts(name, "layout/") && strstr(w->out->data, "&lt;mark") == NULL)
			fail_msg("%s shows none of the names it uses", name);
	}
}

static void
a_leak_would_be_seen(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++)
		assert_non_null(leak_in(attacks[i]));
	assert_non_null(leak_in("<a href=\"javascript:x\">"));
	assert_null(leak_in("<p title=\"&quot;&gt;&lt;mark onx=1&gt;\">"));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(the_scan_follows_names_to_their_roots, setup, teardown),
	cmocka_unit_test_setup_teardown(hostile_text_never_becomes_markup, setup, teardown),
	cmocka_unit_test_setup_teardown(hostile_text_is_on_every_page, setup, teardown),
	cmocka_unit_test(a_leak_would_be_seen),
};

TEST_MAIN(tests)
