/* Requests: decoding, cookies, bodies, and what is refused. */
#include "../test.h"

#include <string.h>

#include "web/body.h"
#include "web/req.h"
#include "web/route.h"

struct source {
	const char *bytes;
	size_t left;
};

static size_t
read_source(void *from, char *to, size_t size)
{
	struct source *s = from;
	size_t n = size < s->left ? size : s->left;

	memcpy(to, s->bytes, n);
	s->bytes += n;
	s->left -= n;
	return n;
}

static struct arena *arena;

static int
fresh_arena(void **state)
{
	(void)state;
	arena = arena_new(8 << 20);
	return 0;
}

static int
drop_arena(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* A POST of `body`, whose announced length is `length`. */
static enum req_problem
post(struct req *r, const char *type, const char *body, size_t length, size_t max)
{
	static struct source source;
	const char **env = arena_array(arena, 5, sizeof *env);

	env[0] = "REQUEST_METHOD=POST";
	env[1] = "REQUEST_URI=/x";
	env[2] = arena_printf(arena, "CONTENT_TYPE=%s", type);
	env[3] = arena_printf(arena, "CONTENT_LENGTH=%zu", length);
	assert_int_equal(req_open(r, arena, env), REQ_FINE);
	source = (struct source){ body, strlen(body) };
	r->read = read_source;
	r->from = &source;
	return body_read(r, max);
}

#define URLENCODED "application/x-www-form-urlencoded"

static bool
takes_gzip(const char *header)
{
	const char *env[] = { "REQUEST_METHOD=GET", "REQUEST_URI=/", header, NULL };
	struct req r;

	assert_int_equal(req_open(&r, arena, env), REQ_FINE);
	return req_takes_gzip(&r);
}

static void
gzip_goes_to_those_who_take_it(void **state)
{
	(void)state;
	assert_true(takes_gzip("HTTP_ACCEPT_ENCODING=gzip, deflate, br"));
	assert_true(takes_gzip("HTTP_ACCEPT_ENCODING=br;q=1, gzip;q=0.8"));
	assert_false(takes_gzip("HTTP_ACCEPT_ENCODING=br, gzip; q=0"));
	assert_false(takes_gzip("HTTP_ACCEPT_ENCODING=gzip;q=0.000, br"));
	assert_false(takes_gzip("HTTP_ACCEPT_ENCODING=identity"));
	assert_false(takes_gzip("HTTP_ACCEPT=text/html"));
}

static void
a_query_is_decoded(void **state)
{
	const char *env[] = { "REQUEST_METHOD=GET", "REQUEST_URI=/a%20b?q=caf%C3%A9+au&flag&q=2",
		"HTTP_COOKIE=session=abc; notice=x", NULL };
	struct req r;

	(void)state;
	assert_int_equal(req_open(&r, arena, env), REQ_FINE);
	assert_string_equal(r.path, "/a b");
	assert_string_equal(req_query(&r, "q"), "café au");
	assert_int_equal(pairs_count(&r.query, "q"), 2);
	assert_string_equal(req_query(&r, "flag"), "");
	assert_null(req_query(&r, "other"));
	assert_string_equal(req_cookie(&r, "notice"), "x");
}

static void
broken_addresses_are_refused(void **state)
{
	static const char *const wrong[] = { "/%", "/%2", "/%zz", "/%ff", "/a?b=%c3", "/%00", "x" };
	struct req r;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		const char *env[] = { "REQUEST_METHOD=GET",
			arena_printf(arena, "REQUEST_URI=%s", wrong[i]), NULL };

		assert_int_equal(req_open(&r, arena, env), REQ_BAD_ENCODING);
		assert_non_null(r.path);
	}
}

static void
bodies_are_read_within_their_limit(void **state)
{
	struct req r;

	(void)state;
	assert_int_equal(post(&r, URLENCODED, "name=A%26B&x=", 13, 100), REQ_FINE);
	assert_string_equal(pairs_get(&r.fields, "name"), "A&B");
	assert_int_equal(post(&r, URLENCODED, "name=12345", 10, 9), REQ_BODY_TOO_LARGE);
	assert_int_equal(post(&r, URLENCODED, "name=1", 10, 100), REQ_BAD_BODY);
	assert_int_equal(post(&r, URLENCODED, "name=%ff", 8, 100), REQ_BAD_ENCODING);
	assert_int_equal(post(&r, "text/plain", "hello", 5, 100), REQ_BODY_TYPE);
}

static void
more_fields_than_any_form_are_refused(void **state)
{
	struct buf *body = buf_new(arena, 1 << 20);
	struct req r;

	(void)state;
	for (int i = 0; i <= REQ_FIELDS_MAX; i++)
		buf_str(body, "a=1&");
	assert_int_equal(post(&r, URLENCODED, body->data, body->len, body->len), REQ_TOO_MANY);
}

#define PART(name, text) "--XX\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" text "\r\n"

static enum req_problem
post_multipart(struct req *r, const char *body)
{
	return post(r, "multipart/form-data; boundary=XX", body, strlen(body), 100000);
}

static void
multipart_is_read(void **state)
{
	struct req r;

	(void)state;
	assert_int_equal(post_multipart(&r, PART("a", "one\r\ntwo") PART("b", "") "--XX--\r\n"),
			 REQ_FINE);
	assert_string_equal(pairs_get(&r.fields, "a"), "one\r\ntwo");
	assert_string_equal(pairs_get(&r.fields, "b"), "");
}

static void
broken_multipart_is_refused(void **state)
{
	static const char *const wrong[] = { "", "--X", "--XX", "--XX\r\n", "--XX\r\n\r\n",
		PART("a", "x") "--XX", "--XX\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XX--",
		"--XX\r\nno headers\r\n--XX--", "garbage" };
	struct req r;

	(void)state;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_int_equal(post_multipart(&r, wrong[i]), REQ_BAD_BODY);
	assert_int_equal(post(&r, "multipart/form-data", "--XX--", 6, 100), REQ_BAD_BODY);
}

static void
routes_take_whole_parts(void **state)
{
	struct route_match m;

	(void)state;
	assert_true(route_fits(arena, "/charts/{chart}/answers", "/charts/17/answers", &m));
	assert_string_equal(m.values[0], "17");
	assert_false(route_fits(arena, "/charts/{chart}", "/charts/", &m));
	assert_false(route_fits(arena, "/charts/{chart}", "/charts/17/x", &m));
	assert_false(route_fits(arena, "/charts", "/charts/", &m));
	assert_false(route_fits(arena, "/charts", "/chart", &m));
	assert_true(route_fits(arena, "/reports/{report}.{format}", "/reports/17.csv", &m));
	assert_string_equal(m.values[0], "17");
	assert_string_equal(m.values[1], "csv");
	assert_false(route_fits(arena, "/reports/{report}.{format}", "/reports/17", &m));
	assert_false(route_fits(arena, "/reports/{report}.{format}", "/reports/17.csv/x", &m));
}

#define A_TEST(f) cmocka_unit_test_setup_teardown(f, fresh_arena, drop_arena)

static const struct CMUnitTest tests[] = {
	A_TEST(gzip_goes_to_those_who_take_it),
	A_TEST(a_query_is_decoded),
	A_TEST(broken_addresses_are_refused),
	A_TEST(bodies_are_read_within_their_limit),
	A_TEST(more_fields_than_any_form_are_refused),
	A_TEST(multipart_is_read),
	A_TEST(broken_multipart_is_refused),
	A_TEST(routes_take_whole_parts),
};
TEST_MAIN(tests)
