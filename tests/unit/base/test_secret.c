/* Secrets: tokens, passwords, CSRF tokens, sealed texts. */
#include "../test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/secret.h"

static struct arena *arena;
static char key_path[40];

static int
start(void **state)
{
	FILE *out;

	(void)state;
	arena = arena_new(64 << 20);
	secret_init();
	snprintf(key_path, sizeof key_path, "/tmp/myqopi-key-XXXXXX");
	out = fdopen(mkstemp(key_path), "w");
	for (int i = 0; i < SECRET_KEY_SIZE; i++)
		fprintf(out, "%02x", i);
	fputc('\n', out);
	fclose(out);
	secret_load_key(key_path);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	unlink(key_path);
	arena_free(arena);
	return 0;
}

static void
load_key(void *path)
{
	secret_load_key(path);
}

static void
a_key_that_others_can_read_is_refused(void **state)
{
	(void)state;
	chmod(key_path, 0644);
	assert_int_equal(fault_frame(load_key, key_path), FAULT_INTERNAL);
	assert_non_null(strstr(fault_message(), "0600"));
	chmod(key_path, 0600);
}

static void
tokens_are_long_and_differ(void **state)
{
	char *one = secret_token(arena), *other = secret_token(arena);

	(void)state;
	assert_int_equal(strlen(one), SECRET_TOKEN_LENGTH);
	assert_string_not_equal(one, other);
	assert_memory_equal(secret_digest(arena, one).data, secret_digest(arena, one).data, 32);
	assert_memory_not_equal(secret_digest(arena, one).data, secret_digest(arena, other).data,
				32);
}

static void
a_password_fits_its_hash_only(void **state)
{
	char *hash = secret_password_hash(arena, "correct horse");

	(void)state;
	assert_true(secret_password_fits(hash, "correct horse"));
	assert_false(secret_password_fits(hash, "correct hors"));
	assert_false(secret_password_fits("no hash", "correct horse"));
	assert_non_null(strstr(hash, "$argon2id$v=19$m=19456,t=2,p=1$"));
}

static void
csrf_tokens_are_masked_and_of_one_session(void **state)
{
	char *session = secret_token(arena), *other = secret_token(arena);
	char *one = secret_csrf(arena, session), *two = secret_csrf(arena, session);

	(void)state;
	assert_string_not_equal(one, two);
	assert_true(secret_csrf_fits(session, one));
	assert_true(secret_csrf_fits(session, two));
	assert_false(secret_csrf_fits(other, one));
	assert_false(secret_csrf_fits(session, ""));
	assert_false(secret_csrf_fits(session, "AAAA"));
	one[5] = one[5] == 'A' ? 'B' : 'A';
	assert_false(secret_csrf_fits(session, one));
}

static void
sealed_texts_open_unchanged_only(void **state)
{
	char *sealed = secret_seal(arena, "half 123 7");

	(void)state;
	assert_string_equal(secret_open(arena, sealed), "half 123 7");
	sealed[10] = sealed[10] == 'A' ? 'B' : 'A';
	assert_null(secret_open(arena, sealed));
	assert_null(secret_open(arena, ""));
	assert_null(secret_open(arena, "not base64 !"));
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_key_that_others_can_read_is_refused),
	cmocka_unit_test(tokens_are_long_and_differ),
	cmocka_unit_test(a_password_fits_its_hash_only),
	cmocka_unit_test(csrf_tokens_are_masked_and_of_one_session),
	cmocka_unit_test(sealed_texts_open_unchanged_only),
};

int
main(void)
{
	return cmocka_run_group_tests(tests, start, end);
}
