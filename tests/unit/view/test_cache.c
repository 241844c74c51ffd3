/* Templates in a folder of their own: parsed once, escaped always, fenced in. */
#include "../test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fault.h"
#include "view/cache.h"
#include "view/view.h"

static const char hostile[] = "\"><mark onx=1>'&";

#ifdef __SANITIZE_ADDRESS__
/*
 * ClearSilver 0.10.5 loses 32 bytes for each template it refuses. A program that
 * meets one ends, so we let it; templates that are good lose nothing.
 */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:cs_parse_string\n";
}
#endif

struct world {
	struct arena *arena;
	char dir[64];
	struct buf *errors;
	struct buf *out;
	struct view *view;
	const struct templates *templates;
	const char *name;
};

static int
setup(void **state)
{
	static struct world w;

	memset(&w, 0, sizeof w);
	w.arena = arena_new(32 << 20);
	w.errors = buf_new(w.arena, 1 << 16);
	w.out = buf_new(w.arena, 1 << 20);
	w.view = view_new(w.arena);
	snprintf(w.dir, sizeof w.dir, "/tmp/myqopi-view-XXXXXX");
	*state = &w;
	return mkdtemp(w.dir) == NULL;
}

static int
teardown(void **state)
{
	struct world *w = *state;
	static const char *const names[] = { "a.cs", "b.cs", "page/one.cs", "page/two.cs",
					     "mail/hello.cs", "style.css", "notes.txt" };
	static const char *const folders[] = { "page", "mail", "" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(arena_printf(w->arena, "%s/%s", w->dir, names[i]));
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		rmdir(arena_printf(w->arena, "%s/%s", w->dir, folders[i]));
	arena_free(w->arena);
	return 0;
}

static void
write_file(struct world *w, const char *name, const char *content)
{
	FILE *file;

	mkdir(arena_printf(w->arena, "%s/page", w->dir), 0700);
	mkdir(arena_printf(w->arena, "%s/mail", w->dir), 0700);
	file = fopen(arena_printf(w->arena, "%s/%s", w->dir, name), "w");
	assert_non_null(file);
	assert_true(fputs(content, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static struct templates *
load(struct world *w, enum view_mode mode)
{
	struct templates *t = templates_load(w->arena, w->dir, mode, w->errors);

	w->templates = t;
	if (t == NULL)
		print_message("%s", w->errors->data);
	return t;
}

/* The page `content` makes of the world's view. */
static const char *
page_of(struct world *w, const char *content)
{
	write_file(w, "a.cs", content);
	assert_non_null(load(w, VIEW_HTML));
	buf_clear(w->out);
	view_render(w->templates, "a.cs", w->view, w->out);
	return w->out->data;
}

static void
hostile_values_are_escaped_in_text_and_attributes(void **state)
{
	struct world *w = *state;

	view_str(w->view, "x", hostile);

	assert_string_equal(page_of(w, "<p title=\"<?cs var:x ?>\"><?cs var:x ?></p>"),
			    "<p title=\"&quot;&gt;&lt;mark onx=1&gt;&#39;&amp;\">"
			    "&quot;&gt;&lt;mark onx=1&gt;&#39;&amp;</p>");
}

static void
macros_and_lists_escape_too(void **state)
{
	struct world *w = *state;

	view_str(w->view, "rows.0.name", "<a>");
	view_str(w->view, "rows.1.name", "<b>");

	assert_string_equal(page_of(w, "<?cs def:cell(x) ?>[<?cs var:x ?>]<?cs /def ?>"
				       "<?cs each:r = rows ?><?cs call:cell(r.name) ?>"
				       "<?cs /each ?>"),
			    "[&lt;a&gt;][&lt;b&gt;]");
}

static void
flags_work_in_conditions(void **state)
{
	struct world *w = *state;

	view_bool(w->view, "yes", true);
	view_bool(w->view, "no", false);
	view_str(w->view, "text", "anything");
	view_date(w->view, "day", 0);

	assert_string_equal(page_of(w, "<?cs if:yes ?>a<?cs /if ?><?cs if:no ?>b<?cs /if ?>"
				       "<?cs if:absent ?>c<?cs /if ?><?cs if:text ?>d<?cs /if ?>"
				       "<?cs if:!no ?>e<?cs /if ?><?cs if:day ?>f<?cs /if ?>"),
			    "adef");
}

static void
url_escapes_one_part_of_an_address(void **state)
{
	struct world *w = *state;

	view_str(w->view, "q", "a b/c?d=\"é\"&'<");

	assert_string_equal(page_of(w, "<a href=\"/measures?q=<?cs var:url(q) ?>\">"),
			    "<a href=\"/measures?q=a%20b%2Fc%3Fd%3D%22%C3%A9%22%26%27%3C\">");
}

static void
link_lets_only_harmless_addresses_pass(void **state)
{
	static const struct { const char *in, *out; } cases[] = {
		{ "/charts/7?a=1&b=2", "/charts/7?a=1&amp;b=2" },
		{ "https://example.org/\"x", "https://example.org/&quot;x" },
		{ "HTTP://example.org", "HTTP://example.org" },
		{ "mailto:help@example.org", "mailto:help@example.org" },
		{ "javascript:alert(1)", "#" },
		{ " javascript:alert(1)", "#" },
		{ "data:text/html,x", "#" },
		{ "//evil.example", "#" },
		{ "/\\evil.example", "#" },
		{ "/a\nb", "#" },
		{ "", "#" },
	};
	struct world *w = *state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		view_str(w->view, "x", cases[i].in);
		assert_string_equal(page_of(w, "<?cs var:link(x) ?>"), cases[i].out);
	}
}

static void
a_template_sees_the_whole_site(void **state)
{
	struct world *w = *state;
	struct templates *t;

	write_file(w, "a.cs", "<?cs var:Site.version ?> <?cs var:x ?>");
	t = load(w, VIEW_HTML);
	templates_site(t, "Site.version", "<12>");
	view_str(w->view, "x", "y");
	view_render(t, "a.cs", w->view, w->out);

	assert_string_equal(w->out->data, "&lt;12&gt; y");
}

static void
a_cached_tree_gives_the_same_page_a_thousand_times(void **state)
{
	struct world *w = *state;
	const char *first;

	write_file(w, "page/one.cs", "<?cs def:row(r) ?><li><?cs var:r.name ?></li><?cs /def ?>");
	write_file(w, "a.cs", "<?cs include:\"page/one.cs\" ?><?cs each:r = rows ?>"
			      "<?cs call:row(r) ?><?cs /each ?><?cs with:p = practice ?>"
			      "<?cs var:p.name ?><?cs /with ?>"
			      "<?cs set:seen = seen + 1 ?><?cs var:seen ?>");
	load(w, VIEW_HTML);
	for (int i = 0; i < 1000; i++) {
		struct arena_mark mark = arena_mark(w->arena);
		struct view *v = view_new(w->arena);

		view_str(v, "practice.name", "Elm & Oak");
		for (size_t r = 0; r < 20; r++)
			view_num(v, view_key(v, "rows.%zu.name", r), (int64_t)r);
		buf_clear(w->out);
		view_render(w->templates, "a.cs", v, w->out);
		arena_back(w->arena, mark);
		if (i == 0)
			first = arena_str(w->arena, w->out->data);
		else
			assert_string_equal(w->out->data, first);
	}
	assert_non_null(strstr(w->out->data, "<li>19</li>Elm &amp; Oak1"));
}

static void
every_broken_template_is_named(void **state)
{
	struct world *w = *state;

	write_file(w, "a.cs", "<?cs if:x ?>");
	write_file(w, "b.cs", "<?cs include:\"page/absent.cs\" ?>");
	write_file(w, "page/one.cs", "fine");
	write_file(w, "page/two.cs", "<?cs call:nobody(1) ?>");

	assert_null(templates_load(w->arena, w->dir, VIEW_HTML, w->errors));

	assert_non_null(strstr(w->errors->data, "/a.cs: "));
	assert_non_null(strstr(w->errors->data, "/b.cs: "));
	assert_non_null(strstr(w->errors->data, "page/absent.cs cannot be read"));
	assert_non_null(strstr(w->errors->data, "/page/two.cs: "));
	assert_null(strstr(w->errors->data, "one.cs"));
}

static void
a_missing_folder_is_an_error(void **state)
{
	struct world *w = *state;

	assert_null(templates_load(w->arena, "/nowhere/templates", VIEW_HTML, w->errors));
	assert_non_null(strstr(w->errors->data, "/nowhere/templates"));
}

static void
templates_load_nothing_outside_their_folder(void **state)
{
	static const char *const names[] = { "/etc/passwd", "../../etc/hostname",
					     "page/../../x.cs", "style.css", "mail/hello.cs" };
	struct world *w = *state;

	write_file(w, "mail/hello.cs", "x");
	write_file(w, "style.css", "x");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		write_file(w, "a.cs", arena_printf(w->arena, "<?cs include:\"%s\" ?>", names[i]));
		buf_clear(w->errors);
		assert_null(templates_load(w->arena, w->dir, VIEW_HTML, w->errors));
		assert_non_null(strstr(w->errors->data, "may not be loaded here"));
	}
}

static void
mail_is_plain_text_and_apart_from_pages(void **state)
{
	struct world *w = *state;

	write_file(w, "mail/hello.cs", "Dear <?cs var:name ?>,");
	write_file(w, "a.cs", "page");
	view_str(w->view, "name", "Anna O'Neil & <Sons>");

	assert_non_null(load(w, VIEW_TEXT));
	view_render(w->templates, "mail/hello.cs", w->view, w->out);

	assert_string_equal(w->out->data, "Dear Anna O'Neil & <Sons>,");
	assert_false(templates_has(w->templates, "a.cs"));
	assert_int_equal(templates_count(w->templates), 1);
	assert_false(templates_has(load(w, VIEW_HTML), "mail/hello.cs"));
}

static void
render(void *arg)
{
	struct world *w = arg;

	view_render(w->templates, w->name, w->view, w->out);
}

static void
an_unknown_name_is_a_fault(void **state)
{
	struct world *w = *state;

	write_file(w, "a.cs", "x");
	load(w, VIEW_HTML);
	w->name = "b.cs";

	assert_int_equal(fault_frame(render, w), FAULT_INTERNAL);
	assert_non_null(strstr(fault_message(), "b.cs"));
}

static void
a_page_over_its_limit_is_a_fault(void **state)
{
	struct world *w = *state;

	write_file(w, "a.cs", "<?cs var:x ?><?cs var:x ?>");
	load(w, VIEW_HTML);
	view_str(w->view, "x", "0123456789");
	w->name = "a.cs";
	w->out = buf_new(w->arena, 15);

	assert_int_equal(fault_frame(render, w), FAULT_INTERNAL);
	assert_non_null(strstr(fault_message(), "over 15 bytes"));
}

static void
static_version_follows_the_bytes(void **state)
{
	struct world *w = *state;
	const char *one, *other;

	write_file(w, "style.css", "p { color: red }");
	one = view_static_version(w->arena, w->dir);
	assert_string_equal(view_static_version(w->arena, w->dir), one);
	write_file(w, "style.css", "p { color: tan }");
	other = view_static_version(w->arena, w->dir);

	assert_int_equal(strlen(one), 16);
	assert_string_not_equal(one, other);
	write_file(w, "notes.txt", "");
	assert_string_not_equal(view_static_version(w->arena, w->dir), other);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

static const struct CMUnitTest tests[] = {
	TEST(hostile_values_are_escaped_in_text_and_attributes),
	TEST(macros_and_lists_escape_too),
	TEST(flags_work_in_conditions),
	TEST(url_escapes_one_part_of_an_address),
	TEST(link_lets_only_harmless_addresses_pass),
	TEST(a_template_sees_the_whole_site),
	TEST(a_cached_tree_gives_the_same_page_a_thousand_times),
	TEST(every_broken_template_is_named),
	TEST(a_missing_folder_is_an_error),
	TEST(templates_load_nothing_outside_their_folder),
	TEST(mail_is_plain_text_and_apart_from_pages),
	TEST(an_unknown_name_is_a_fault),
	TEST(a_page_over_its_limit_is_a_fault),
	TEST(static_version_follows_the_bytes),
};

TEST_MAIN(tests)
