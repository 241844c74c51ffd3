/* The text of a mail, byte by byte. */
#include "../test.h"

#include "remote/message.h"
#include "base/secret.h"

#include <string.h>

static struct message
message(void)
{
	return (struct message){
		.from = "myQOPI <no-reply@myqopi.example>",
		.to = "ana@practice.example",
		.subject = "Confirm your address",
		.body = "Hello,\nplease confirm.\n",
		.id = "confirm-7",
		.time = 1769846400, /* 2026-01-31 08:00:00 UTC, a Saturday */
	};
}

static void
a_plain_message_is_plain_text(void **state)
{
	struct arena *a = arena_new(4 << 20);
	struct message m = message();

	(void)state;
	assert_string_equal(message_build(a, &m)->data,
			    "From: \"myQOPI\"\r\n <no-reply@myqopi.example>\r\n"
			    "To: <ana@practice.example>\r\n"
			    "Subject: Confirm your address\r\n"
			    "Date: Sat, 31 Jan 2026 08:00:00 +0000\r\n"
			    "Message-ID: <confirm-7@myqopi.example>\r\n"
			    "Auto-Submitted: auto-generated\r\n"
			    "MIME-Version: 1.0\r\n"
			    "Content-Type: text/plain; charset=utf-8\r\n"
			    "Content-Transfer-Encoding: 7bit\r\n"
			    "\r\n"
			    "Hello,\r\nplease confirm.\r\n");
	arena_free(a);
}

static void
headers_cannot_be_injected(void **state)
{
	static const char *const to[] = { "ana@practice.example\r\nBcc: x@y", "ana@practice.example\nX: y",
		"a@b>\r\n", "<a@b>", "a@b,c@d", "a b@c", "a@b@c", "ana", "@b", "a@", "", "é@practice.example" };
	static const char *const subject[] = { "Hi\r\nBcc: x@y.example", "Hi\nthere", "Hi\rthere",
		"Hi\x01", "Hi\xff" };
	struct arena *a = arena_new(64 << 20);
	struct message m = message();

	(void)state;
	for (size_t i = 0; i < sizeof to / sizeof *to; i++) {
		m.to = to[i];
		assert_null(message_build(a, &m));
	}
	m = message();
	for (size_t i = 0; i < sizeof subject / sizeof *subject; i++) {
		m.subject = subject[i];
		assert_null(message_build(a, &m));
	}
	arena_free(a);
}

/* The value of the Subject header, folds and all. */
static const char *
subject_of(struct arena *a, const char *subject)
{
	struct message m = message();
	const char *start;

	m.subject = subject;
	start = strstr(message_build(a, &m)->data, "Subject: ") + strlen("Subject: ");
	return arena_strn(a, start, (size_t)(strstr(start, "\r\nDate: ") - start));
}

static void
a_subject_in_other_letters_becomes_encoded_words(void **state)
{
	struct arena *a = arena_new(16 << 20);

	(void)state;
	assert_string_equal(subject_of(a, "Größe"), "=?UTF-8?Q?Gr=C3=B6=C3=9Fe?=");
	assert_string_equal(subject_of(a, "a =?b?="), "=?UTF-8?Q?a_=3D=3Fb=3F=3D?=");
	arena_free(a);
}

static void
long_subjects_are_folded_between_characters(void **state)
{
	struct arena *a = arena_new(16 << 20);
	const char *subject = subject_of(a, "ééééééééééééééééééééééééééééééééééééééééééééé");
	size_t words = 0;

	(void)state;
	for (const char *line = subject; line != NULL; words++) {
		const char *end = strstr(line, "\r\n");
		size_t len = end == NULL ? strlen(line) : (size_t)(end - line);

		assert_true(len <= 76);
		assert_int_equal(strncmp(line, words == 0 ? "=?UTF-8?Q?=C3=A9" : " =?UTF-8?Q?=C3=A9", 16), 0);
		assert_int_equal(strncmp(line + len - 8, "=C3=A9?=", 8), 0);
		line = end == NULL ? NULL : end + 2;
	}
	assert_in_range(words, 4, 6);
	arena_free(a);
}

static const char *
body_of(struct arena *a, const char *body)
{
	struct message m = message();

	m.body = body;
	return strstr(message_build(a, &m)->data, "Content-Transfer-Encoding: ") +
	       strlen("Content-Transfer-Encoding: ");
}

static void
other_letters_are_quoted_printable(void **state)
{
	struct arena *a = arena_new(16 << 20);

	(void)state;
	assert_string_equal(body_of(a, "Zoë = 1 \r\nb"),
			    "quoted-printable\r\n\r\nZo=C3=AB =3D 1=20\r\nb\r\n");
	/* 76 to a line, the soft break's = counted; no =XX cut in two. */
	assert_string_equal(body_of(a, "1234567890123456789012345678901234567890123456789012345678901234"
				       "567890123é"),
			    "quoted-printable\r\n\r\n1234567890123456789012345678901234567890123456789012"
			    "345678901234567890123=\r\n=C3=A9\r\n");
	assert_string_equal(body_of(a, "1234567890123456789012345678901234567890123456789012345678901234"
				       "56789012é"),
			    "quoted-printable\r\n\r\n1234567890123456789012345678901234567890123456789012"
			    "34567890123456789012=C3=\r\n=A9\r\n");
	arena_free(a);
}

static void
overlong_lines_are_softly_broken(void **state)
{
	struct arena *a = arena_new(16 << 20);
	char line[1200];

	(void)state;
	memset(line, 'x', sizeof line);
	line[998] = '\0';
	assert_int_equal(strncmp(body_of(a, line), "7bit", 4), 0);
	line[998] = 'x';
	line[999] = '\0';
	assert_int_equal(strncmp(body_of(a, line), "quoted-printable", 16), 0);
	arena_free(a);
}

static void
a_message_without_an_id_gets_one(void **state)
{
	struct arena *a = arena_new(16 << 20);
	struct message m = message();
	const char *one, *other;

	(void)state;
	m.id = NULL;
	one = strstr(message_build(a, &m)->data, "Message-ID: <");
	other = strstr(message_build(a, &m)->data, "Message-ID: <");
	assert_int_not_equal(strncmp(one, other, 40), 0);
	arena_free(a);
}

static void
the_sender_may_have_a_name(void **state)
{
	struct arena *a = arena_new(16 << 20);
	struct message m = message();

	(void)state;
	assert_string_equal(message_address(a, "QOPI Team <qopi@asco.example>"), "qopi@asco.example");
	assert_string_equal(message_address(a, " qopi@asco.example "), "qopi@asco.example");
	assert_null(message_address(a, "QOPI <qopi@asco.example> x"));
	assert_null(message_address(a, "QOPI <qopi"));
	m.from = "Qualität <qopi@asco.example>";
	assert_int_equal(strncmp(message_build(a, &m)->data,
				 "From: =?UTF-8?Q?Qualit=C3=A4t?=\r\n <qopi@asco.example>\r\n", 55), 0);
	m.from = "qopi@asco.example";
	assert_int_equal(strncmp(message_build(a, &m)->data, "From: <qopi@asco.example>\r\n", 27), 0);
	arena_free(a);
}

static const struct CMUnitTest tests[] = {
	cmocka_unit_test(a_plain_message_is_plain_text),
	cmocka_unit_test(headers_cannot_be_injected),
	cmocka_unit_test(a_subject_in_other_letters_becomes_encoded_words),
	cmocka_unit_test(long_subjects_are_folded_between_characters),
	cmocka_unit_test(other_letters_are_quoted_printable),
	cmocka_unit_test(overlong_lines_are_softly_broken),
	cmocka_unit_test(a_message_without_an_id_gets_one),
	cmocka_unit_test(the_sender_may_have_a_name),
};
TEST_MAIN(tests)
