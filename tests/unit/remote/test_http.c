/* One GET against a real HTTPS server that behaves and misbehaves. */
#include "../test.h"

#include "base/fault.h"
#include "base/secret.h"
#include "remote/http.h"
#include "server.h"

#include <stdlib.h>
#include <string.h>

static struct server server;

/* What each test has of its own. */
struct client {
	struct arena *a;
	struct breaker *breaker;
	struct http *http;
	struct http_answer answer;
};

static struct http_settings
settings(void)
{
	return (struct http_settings){ .ca_file = server.cert, .token_file = server.token,
		.connect_ms = 2000, .total_ms = 5000, .retries = 2, .pause_ms = 1,
		.body_max = 65536 };
}

static struct client
client_with(struct http_settings set)
{
	struct client c = { .a = arena_new(8 << 20) };

	c.breaker = breaker_new(c.a, 5, 30);
	c.http = http_new(c.a, &set, c.breaker);
	return c;
}

static enum http_outcome
get(struct client *c, const char *path)
{
	return http_get(c->http, c->a, arena_printf(c->a, "https://127.0.0.1:%d%s", server.port, path),
			&c->answer);
}

/* The paths asked for since the last call, one a line. */
static const char *
requests(struct client *c)
{
	struct client asking = client_with(settings());
	const char *log;

	assert_int_equal(get(&asking, "/log"), HTTP_OK);
	log = arena_str(c->a, asking.answer.body);
	arena_free(asking.a);
	return log;
}

static void
an_answer_comes_whole(void **state)
{
	struct client c = client_with(settings());

	(void)state;
	assert_int_equal(get(&c, "/members/1001"), HTTP_OK);
	assert_int_equal(c.answer.status, 200);
	assert_int_equal(c.answer.tries, 1);
	assert_int_equal(c.answer.size, strlen(c.answer.body));
	assert_non_null(strstr(c.answer.body, "\"member_id\": \"1001\""));
	assert_int_equal(get(&c, "/members/9999"), HTTP_OK);
	assert_int_equal(c.answer.status, 404);
	arena_free(c.a);
}

static void
the_token_is_sent_only_when_there_is_one(void **state)
{
	struct http_settings set = settings();
	struct client with = client_with(set), without;

	(void)state;
	set.token_file = "";
	without = client_with(set);
	get(&with, "/members/1001");
	assert_int_equal(with.answer.status, 200);
	get(&without, "/members/1001");
	assert_int_equal(without.answer.status, 401);
	arena_free(with.a);
	arena_free(without.a);
}

static void
a_failing_service_is_asked_again(void **state)
{
	struct client c = client_with(settings());

	(void)state;
	requests(&c);
	assert_int_equal(get(&c, "/members/fail-2-1001"), HTTP_OK);
	assert_int_equal(c.answer.status, 200);
	assert_int_equal(c.answer.tries, 3);
	assert_string_equal(requests(&c), "/members/fail-2-1001\n"
					  "/members/fail-2-1001\n"
					  "/members/fail-2-1001\n");
	assert_int_equal(get(&c, "/members/fail-3-1002"), HTTP_DOWN);
	assert_int_equal(c.answer.status, 500);
	assert_int_equal(c.answer.tries, 3);
	arena_free(c.a);
}

static void
a_slow_service_is_left_once_its_time_is_over(void **state)
{
	struct http_settings set = settings();
	struct client c;

	(void)state;
	set.total_ms = 600; /* enough for the handshake on a busy machine */
	c = client_with(set);
	assert_int_equal(get(&c, "/members/slow"), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 1);
	assert_in_range(c.answer.ms, 500, 3000);
	assert_string_not_equal(c.answer.error, "");
	/* The same on a connection that is used again. */
	assert_int_equal(get(&c, "/members/1001"), HTTP_OK);
	assert_int_equal(get(&c, "/members/slow"), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 1);
	arena_free(c.a);
}

static void
a_body_over_the_limit_is_not_read(void **state)
{
	struct client c = client_with(settings());

	(void)state;
	assert_int_equal(get(&c, "/members/huge"), HTTP_TOO_LARGE);
	assert_int_equal(c.answer.tries, 1);
	assert_true(c.answer.size <= 65536);
	arena_free(c.a);
}

static void
an_answer_broken_off_is_no_answer(void **state)
{
	struct client c = client_with(settings());

	(void)state;
	assert_int_equal(get(&c, "/members/broken"), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 3);
	arena_free(c.a);
}

static void
nobody_listening_is_down(void **state)
{
	struct client c = client_with(settings());

	(void)state;
	/* Port 1 of the loopback: nothing may listen there but a privileged service. */
	assert_int_equal(http_get(c.http, c.a, "https://127.0.0.1:1/", &c.answer), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 3);
	assert_int_equal(c.answer.status, 0);
	/* Two failures more make five in a row: the breaker is open. */
	assert_int_equal(http_get(c.http, c.a, "https://127.0.0.1:1/", &c.answer), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 2);
	assert_int_equal(get(&c, "/members/1001"), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 0);
	arena_free(c.a);
}

static void
only_the_named_authority_is_trusted(void **state)
{
	struct http_settings set = settings();
	struct client stranger, system;

	(void)state;
	set.ca_file = server.other;
	stranger = client_with(set);
	assert_int_equal(get(&stranger, "/members/1001"), HTTP_UNTRUSTED);
	assert_int_equal(stranger.answer.tries, 1);
	set.ca_file = "";
	system = client_with(set);
	assert_int_equal(get(&system, "/members/1001"), HTTP_UNTRUSTED);
	arena_free(stranger.a);
	arena_free(system.a);
}

static void
the_certificate_must_be_of_that_name(void **state)
{
	struct client c = client_with(settings());
	const char *url = arena_printf(c.a, "https://localhost:%d/members/1001", server.port);

	(void)state;
	assert_int_equal(http_get(c.http, c.a, url, &c.answer), HTTP_UNTRUSTED);
	arena_free(c.a);
}

static void
redirects_are_not_followed(void **state)
{
	struct client c = client_with(settings());

	(void)state;
	requests(&c);
	assert_int_equal(get(&c, "/members/redirect"), HTTP_OK);
	assert_int_equal(c.answer.status, 302);
	assert_string_equal(requests(&c), "/members/redirect\n");
	arena_free(c.a);
}

static void
ask_in_the_clear(void *arg)
{
	struct client *c = arg;

	http_get(c->http, c->a, "http://127.0.0.1:1/", &c->answer);
}

static void
an_address_without_tls_is_a_fault(void **state)
{
	struct client c = client_with(settings());

	(void)state;
	assert_int_equal(fault_frame(ask_in_the_clear, &c), FAULT_INTERNAL);
	arena_free(c.a);
}

static int64_t now;

static int64_t
test_clock(void)
{
	return now;
}

static void
a_broken_service_is_left_alone_and_found_again(void **state)
{
	struct client c = client_with(settings());

	(void)state;
	breaker_set_clock(c.breaker, test_clock);
	requests(&c);
	assert_int_equal(get(&c, "/members/fail-9-1001"), HTTP_DOWN);
	assert_int_equal(get(&c, "/members/fail-9-1001"), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 2); /* five failures in a row: open */
	requests(&c);
	assert_int_equal(get(&c, "/members/1001"), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 0);
	assert_string_equal(requests(&c), "");
	now += 30000;
	assert_int_equal(get(&c, "/members/fail-9-1001"), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 1); /* the one try */
	assert_int_equal(get(&c, "/members/1001"), HTTP_DOWN);
	now += 30000;
	assert_int_equal(get(&c, "/members/1001"), HTTP_OK);
	assert_int_equal(get(&c, "/members/1001"), HTTP_OK);
	arena_free(c.a);
}

static void
a_service_that_asks_for_rest_gets_it(void **state)
{
	struct client c = client_with(settings());

	(void)state;
	breaker_set_clock(c.breaker, test_clock);
	assert_int_equal(get(&c, "/members/busy"), HTTP_OK);
	assert_int_equal(c.answer.status, 429);
	assert_int_equal(get(&c, "/members/1001"), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 0);
	now += 7000;
	assert_int_equal(get(&c, "/members/1001"), HTTP_OK);
	assert_int_equal(get(&c, "/members/resting"), HTTP_DOWN);
	assert_int_equal(c.answer.tries, 1);
	now += 8999;
	assert_int_equal(get(&c, "/members/1001"), HTTP_DOWN);
	now += 21001;
	assert_int_equal(get(&c, "/members/1001"), HTTP_OK);
	arena_free(c.a);
}

static void
parts_of_an_address_are_escaped(void **state)
{
	struct arena *a = arena_new(1 << 20);

	(void)state;
	assert_string_equal(http_escape(a, "a/b?c&d #%"), "a%2Fb%3Fc%26d%20%23%25");
	assert_string_equal(http_escape(a, "Zoë"), "Zo%C3%AB");
	assert_string_equal(http_escape(a, ""), "");
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(an_answer_comes_whole),
	cmocka_unit_test(the_token_is_sent_only_when_there_is_one),
	cmocka_unit_test(a_failing_service_is_asked_again),
	cmocka_unit_test(a_slow_service_is_left_once_its_time_is_over),
	cmocka_unit_test(a_body_over_the_limit_is_not_read),
	cmocka_unit_test(an_answer_broken_off_is_no_answer),
	cmocka_unit_test(nobody_listening_is_down),
	cmocka_unit_test(only_the_named_authority_is_trusted),
	cmocka_unit_test(the_certificate_must_be_of_that_name),
	cmocka_unit_test(redirects_are_not_followed),
	cmocka_unit_test(an_address_without_tls_is_a_fault),
	cmocka_unit_test(a_broken_service_is_left_alone_and_found_again),
	cmocka_unit_test(a_service_that_asks_for_rest_gets_it),
	cmocka_unit_test(parts_of_an_address_are_escaped),
};

static int
begin(void **state)
{
	(void)state;
	secret_init();
	server_start(&server, "https_server.py");
	return 0;
}

static int
end(void **state)
{
	(void)state;
	server_stop(&server);
	return 0;
}

int
main(void)
{
	return cmocka_run_group_tests(tests, begin, end);
}
