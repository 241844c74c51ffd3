/* Mails to a real SMTP server, with and without TLS and login. */
#include "../test.h"

#include "base/fault.h"
#include "base/secret.h"
#include "remote/mail.h"
#include "server.h"

#include <stdio.h>
#include <string.h>

static struct server server;
static struct arena *a;
static struct conf conf;

static enum mail_outcome
send_to(struct mailer *m, const char *to)
{
	struct mail mail = { .to = to, .subject = "Round opens: Größe ≥ 5",
		.body = "Dear Zoë,\n.a line with a dot\nBye \n" };

	return mail_send(m, a, &mail);
}

/* What the server has left in one of its files. */
static const char *
left(const char *name)
{
	char *text = arena_alloc(a, 4096);
	FILE *in = fopen(arena_printf(a, "%s/%s", server.dir, name), "re");

	assert_non_null(in);
	text[fread(text, 1, 4095, in)] = '\0';
	fclose(in);
	return text;
}

static void
a_mail_arrives_as_it_was_written(void **state)
{
	struct mailer *m = mailer_new(a, &conf);

	(void)state;
	assert_int_equal(send_to(m, "ana@practice.example"), MAIL_SENT);
	assert_string_equal(left("last.read"),
			    "Round opens: Größe ≥ 5\n\nDear Zoë,\n.a line with a dot\nBye \n");
	assert_string_equal(left("last.envelope"),
		"tls=False login= from=<no-reply@myqopi.example> to=<ana@practice.example>\n");
	assert_int_equal(send_to(m, "eva@practice.example"), MAIL_SENT);
	assert_non_null(strstr(left("last.envelope"), "to=<eva@practice.example>"));
}

static void
what_the_server_refuses_for_good_is_refused(void **state)
{
	struct mailer *m = mailer_new(a, &conf);

	(void)state;
	assert_int_equal(send_to(m, "refused@practice.example"), MAIL_REFUSED);
	assert_int_equal(send_to(m, "refused-text@practice.example"), MAIL_REFUSED);
	assert_int_equal(send_to(m, "ana@practice.example"), MAIL_SENT);
}

static void
what_may_pass_is_tried_later(void **state)
{
	struct mailer *m = mailer_new(a, &conf);

	(void)state;
	assert_int_equal(send_to(m, "later@practice.example"), MAIL_LATER);
	mailer_set_times(m, 100, 200);
	assert_int_equal(send_to(m, "slow@practice.example"), MAIL_LATER);
	conf.smtp_url = "smtp://127.0.0.1:1"; /* nobody listens there */
	assert_int_equal(send_to(mailer_new(a, &conf), "ana@practice.example"), MAIL_LATER);
}

static void
addresses_and_subjects_cannot_carry_headers(void **state)
{
	struct mailer *m = mailer_new(a, &conf);
	struct mail mail = { .to = "ana@practice.example", .subject = "Hi\r\nBcc: eve@else.example",
		.body = "" };

	(void)state;
	assert_int_equal(mail_send(m, a, &mail), MAIL_REFUSED);
	assert_int_equal(send_to(m, "ana@practice.example>\r\nRCPT TO:<eve@else.example"), MAIL_REFUSED);
}

static void
with_an_authority_tls_is_demanded(void **state)
{
	(void)state;
	conf.smtp_ca_file = server.cert;
	assert_int_equal(send_to(mailer_new(a, &conf), "ana@practice.example"), MAIL_SENT);
	assert_non_null(strstr(left("last.envelope"), "tls=True"));
	conf.smtp_ca_file = server.other;
	assert_int_equal(send_to(mailer_new(a, &conf), "ana@practice.example"), MAIL_LATER);
}

static void
the_mailer_logs_in_when_it_has_a_name(void **state)
{
	char good[96], wrong[96];

	(void)state;
	server_file(&server, "password", "let-me-send\n", good);
	server_file(&server, "wrong-password", "guess\n", wrong);
	conf.smtp_ca_file = server.cert;
	conf.smtp_user = "myqopi";
	conf.smtp_password_file = good;
	assert_int_equal(send_to(mailer_new(a, &conf), "ana@practice.example"), MAIL_SENT);
	assert_non_null(strstr(left("last.envelope"), "login=myqopi"));
	conf.smtp_password_file = wrong;
	assert_int_equal(send_to(mailer_new(a, &conf), "ana@practice.example"), MAIL_LATER);
	/* A password never goes over a line that is not encrypted or not trusted. */
	conf.smtp_password_file = good;
	conf.smtp_ca_file = "";
	assert_int_equal(send_to(mailer_new(a, &conf), "ana@practice.example"), MAIL_LATER);
}

static void
make_mailer(void *arg)
{
	mailer_new(a, arg);
}

static void
a_sender_without_an_address_is_a_fault(void **state)
{
	(void)state;
	conf.mail_from = "myQOPI";
	assert_int_equal(fault_frame(make_mailer, &conf), FAULT_INTERNAL);
	assert_non_null(strstr(fault_message(), "mail_from"));
}

static int
fresh(void **state)
{
	(void)state;
	a = arena_new(64 << 20);
	conf_defaults(&conf);
	conf.smtp_url = arena_printf(a, "smtp://127.0.0.1:%d", server.port);
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
	cmocka_unit_test_setup_teardown(a_mail_arrives_as_it_was_written, fresh, done),
	cmocka_unit_test_setup_teardown(what_the_server_refuses_for_good_is_refused, fresh, done),
	cmocka_unit_test_setup_teardown(what_may_pass_is_tried_later, fresh, done),
	cmocka_unit_test_setup_teardown(addresses_and_subjects_cannot_carry_headers, fresh, done),
	cmocka_unit_test_setup_teardown(with_an_authority_tls_is_demanded, fresh, done),
	cmocka_unit_test_setup_teardown(the_mailer_logs_in_when_it_has_a_name, fresh, done),
	cmocka_unit_test_setup_teardown(a_sender_without_an_address_is_a_fault, fresh, done),
};

static int
begin(void **state)
{
	(void)state;
	secret_init();
	server_start(&server, "smtp_server.py");
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
