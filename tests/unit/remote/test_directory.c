/* Who counts as a member, and what is no usable answer of the directory. */
#include "../test.h"

#include "base/fault.h"
#include "base/secret.h"
#include "remote/directory.h"
#include "remote/http.h"
#include "server.h"

#include <string.h>

static struct server server;
static struct arena *a;
static struct conf conf;
static struct directory *directory;
static struct member member;

/* A client that waits `ms` for one answer. */
static struct directory *
directory_waiting(uint32_t ms)
{
	struct conf c = conf;

	c.directory_total_ms = ms;
	return directory_new(a, &c, directory_breaker(a, &c));
}

static enum directory_outcome
verify(const char *last_name, const char *member_id)
{
	return directory_verify(directory, a, last_name, member_id, &member);
}

/* The paths asked for since the last call, one a line. */
static const char *
requests(void)
{
	struct http_settings set = { .ca_file = server.cert, .connect_ms = 2000, .total_ms = 5000,
		.pause_ms = 1, .body_max = 65536 };
	struct http *http = http_new(a, &set, breaker_new(a, 5, 30));
	struct http_answer answer;

	assert_int_equal(http_get(http, a, arena_printf(a, "%s/log", conf.directory_base), &answer),
			 HTTP_OK);
	return answer.body;
}

static void
an_active_member_is_verified(void **state)
{
	(void)state;
	assert_int_equal(verify("García-López", "1001"), DIRECTORY_VERIFIED);
	assert_string_equal(member.member_id, "1001");
	assert_string_equal(member.last_name, "García-López");
	assert_string_equal(member.first_name, "Ana");
	assert_string_equal(member.designation, "");
	assert_string_equal(member.country, "US");
}

static void
names_may_be_written_otherwise(void **state)
{
	(void)state;
	assert_int_equal(verify("garcia lopez", "1001"), DIRECTORY_VERIFIED);
	assert_int_equal(verify("OBRIEN", "1002"), DIRECTORY_VERIFIED);
	assert_int_equal(verify("WEISS", "1004"), DIRECTORY_VERIFIED);
	assert_int_equal(verify("Garci\xcc\x81"
				"a-Lo\xcc\x81pez", "1001"), DIRECTORY_VERIFIED);
}

static void
whatever_is_wrong_is_one_outcome(void **state)
{
	(void)state;
	assert_int_equal(verify("García", "1001"), DIRECTORY_NO_MATCH);
	assert_int_equal(verify("Okafor", "1003"), DIRECTORY_NO_MATCH); /* lapsed */
	assert_int_equal(verify("Okafor", "9999"), DIRECTORY_NO_MATCH); /* unknown */
}

static void
ids_and_names_reach_the_directory_escaped(void **state)
{
	(void)state;
	requests();
	assert_int_equal(verify("Müller & Sons", "a/b c"), DIRECTORY_NO_MATCH);
	assert_string_equal(requests(), "/members/a%2Fb%20c?last_name=M%C3%BCller%20%26%20Sons\n");
	assert_int_equal(verify("{id}", "1001"), DIRECTORY_NO_MATCH);
	assert_string_equal(requests(), "/members/1001?last_name=%7Bid%7D\n");
}

static void
what_cannot_be_a_member_is_not_asked_for(void **state)
{
	static char long_name[300];

	(void)state;
	memset(long_name, 'a', sizeof long_name - 1);
	requests();
	assert_int_equal(verify("Okafor", ""), DIRECTORY_NO_MATCH);
	assert_int_equal(verify("Okafor", ".."), DIRECTORY_NO_MATCH);
	assert_int_equal(verify("Okafor", "1\n2"), DIRECTORY_NO_MATCH);
	assert_int_equal(verify("", "1001"), DIRECTORY_NO_MATCH);
	assert_int_equal(verify(" - ", "1001"), DIRECTORY_NO_MATCH);
	assert_int_equal(verify("\xff", "1001"), DIRECTORY_NO_MATCH);
	assert_int_equal(verify(long_name, "1001"), DIRECTORY_NO_MATCH);
	assert_string_equal(requests(), "");
}

static void
rubbish_is_no_answer(void **state)
{
	static const char *const ids[] = { "rubbish", "array", "empty", "numbers", "nameless", "twice",
		"lines", "other", "huge", "redirect" };

	(void)state;
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
		assert_int_equal(verify("Okafor", ids[i]), DIRECTORY_DOWN);
	assert_int_equal(verify("Weiss", "1004"), DIRECTORY_VERIFIED);
}

static void
a_directory_that_fails_is_down(void **state)
{
	(void)state;
	assert_int_equal(verify("Okafor", "broken"), DIRECTORY_DOWN);
	assert_int_equal(verify("Weiss", "1004"), DIRECTORY_VERIFIED);
	directory = directory_waiting(300);
	assert_int_equal(verify("Okafor", "slow"), DIRECTORY_DOWN);
	directory = directory_waiting(5000);
	assert_int_equal(verify("Weiss", "fail-1-1004"), DIRECTORY_VERIFIED);
	assert_int_equal(verify("Okafor", "busy"), DIRECTORY_DOWN);
	assert_int_equal(verify("Weiss", "1004"), DIRECTORY_DOWN); /* it asked to be left alone */
}

static void
a_refused_token_is_not_the_members_fault(void **state)
{
	char path[96];

	(void)state;
	server_file(&server, "wrong-token", "somebody else's\n", path);
	conf.directory_token_file = path;
	directory = directory_new(a, &conf, directory_breaker(a, &conf));
	assert_int_equal(verify("Weiss", "1004"), DIRECTORY_DOWN);
}

static void
make_directory(void *arg)
{
	directory_new(a, arg, directory_breaker(a, arg));
}

static void
a_wrong_configuration_says_what_is_wanted(void **state)
{
	(void)state;
	conf.directory_base = "http://127.0.0.1";
	assert_int_equal(fault_frame(make_directory, &conf), FAULT_INTERNAL);
	assert_non_null(strstr(fault_message(), "begins with https:// is wanted"));
	conf.directory_base = "https://127.0.0.1";
	conf.directory_path = "/members";
	assert_int_equal(fault_frame(make_directory, &conf), FAULT_INTERNAL);
	assert_non_null(strstr(fault_message(), "a path with {id} is wanted"));
	conf.directory_path = "/{id}";
	conf.directory_ca_file = "/nowhere/ca.pem";
	assert_int_equal(fault_frame(make_directory, &conf), FAULT_INTERNAL);
	assert_non_null(strstr(fault_message(), "/nowhere/ca.pem"));
}

/* Before each test: a closed breaker. */
static int
fresh(void **state)
{
	(void)state;
	a = arena_new(16 << 20);
	conf_defaults(&conf);
	conf.directory_base = arena_printf(a, "https://127.0.0.1:%d", server.port);
	conf.directory_ca_file = server.cert;
	conf.directory_token_file = server.token;
	directory = directory_new(a, &conf, directory_breaker(a, &conf));
	return 0;
}

static int
done(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test_setup_teardown(an_active_member_is_verified, fresh, done),
	cmocka_unit_test_setup_teardown(names_may_be_written_otherwise, fresh, done),
	cmocka_unit_test_setup_teardown(whatever_is_wrong_is_one_outcome, fresh, done),
	cmocka_unit_test_setup_teardown(ids_and_names_reach_the_directory_escaped, fresh, done),
	cmocka_unit_test_setup_teardown(what_cannot_be_a_member_is_not_asked_for, fresh, done),
	cmocka_unit_test_setup_teardown(rubbish_is_no_answer, fresh, done),
	cmocka_unit_test_setup_teardown(a_directory_that_fails_is_down, fresh, done),
	cmocka_unit_test_setup_teardown(a_refused_token_is_not_the_members_fault, fresh, done),
	cmocka_unit_test_setup_teardown(a_wrong_configuration_says_what_is_wanted, fresh, done),
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
