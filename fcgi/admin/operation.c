/* Calls of operation: schema, accounts, rounds, audit, statements, configuration. */
#include <liboath/oath.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "admin/calls.h"
#include "base/date.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/start.h"
#include "base/text.h"
#include "db/migrate.h"
#include "db/queries.h"
#include "model/audit.h"

enum { ERRORS_MAX = 1024 * 1024, CODE_BYTES = 20 };

int
admin_wrong(const char *fmt, ...)
{
	va_list ap;

	fputs("qopi: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	return EXIT_USAGE;
}

bool
admin_is_folder(const char *path)
{
	struct stat about;

	return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

const char *
admin_option(int argc, char **argv, const char *name)
{
	for (int i = 0; i + 1 < argc; i++)
		if (text_equal(argv[i], name))
			return argv[i + 1];
	return NULL;
}

bool
admin_flag(int argc, char **argv, const char *name)
{
	for (int i = 0; i < argc; i++)
		if (text_equal(argv[i], name))
			return true;
	return false;
}

int
call_migrate(struct admin *admin, int argc, char **argv)
{
	const char *schema = admin->conf.schema_dir;
	size_t n;

	(void)argv;
	if (argc > 0)
		return admin_wrong("migrate takes no arguments");
	n = migrate(admin->db, admin->arena, "schema", schema);
	n += migrate(admin->db, admin->arena, "seed",
		     arena_printf(admin->arena, "%s/../seed", schema));
	if (n > 0)
		admin_mark_charts(admin);
	printf(n == 0 ? "the schema is up to date\n" : "%zu steps applied\n", n);
	return EXIT_SUCCESS;
}

char *
admin_code_secret(struct arena *a)
{
	char bytes[CODE_BYTES], *text = NULL, *copy;

	for (int i = 0; i < CODE_BYTES; i++)
		bytes[i] = (char)secret_random_below(256);
	if (oath_base32_encode(bytes, sizeof bytes, &text, NULL) != OATH_OK)
		fault("out of memory: a code secret");
	copy = arena_str(a, text);
	free(text);
	return copy;
}

uint64_t
admin_account(struct admin *admin, const char *email, const char *name, const char *password,
	      const char *code_secret, bool staff)
{
	struct arena *a = admin->arena;
	int64_t now = time_now();

	return q_account_add(admin->db, email, name, secret_password_hash(a, password),
			     code_secret == NULL ? NULL : secret_seal(a, code_secret), staff, &now,
			     now);
}

FILE *
admin_private_file(const char *path)
{
	mode_t old = umask(077);
	FILE *out = fopen(path, "we");

	umask(old);
	if (out == NULL)
		fault("cannot write %s", path);
	return out;
}

static int
first_staff(struct admin *admin)
{
	const char *password = secret_token(admin->arena);
	const char *code = admin_code_secret(admin->arena);
	const char *email = "staff@myqopi.example";
	FILE *out;

	if (admin->state == NULL)
		return admin_wrong(
			"account first-staff writes into a state folder: name it by --state DIR");
	db_begin(admin->db);
	if (admin_account(admin, email, "First staff account", password, code, true) == 0) {
		printf("the first staff account is there already\n");
		return EXIT_SUCCESS;
	}
	audit_add(admin->db, admin->arena, 0, 0, "account_made", "first staff account");
	db_commit(admin->db);
	out = admin_private_file(arena_printf(admin->arena, "%s/first-staff-account.tsv", admin->state));
	fprintf(out, "role\temail\tpassword\tcode_secret\tlook_at\n");
	fprintf(out, "staff\t%s\t%s\t%s\tsign in, make accounts for your colleagues\n", email,
		password, code);
	fclose(out);
	return EXIT_SUCCESS;
}

static int
create_account(struct admin *admin, int argc, char **argv)
{
	const char *email = admin_option(argc, argv, "--email");
	const char *name = admin_option(argc, argv, "--name");
	bool staff = admin_flag(argc, argv, "--staff");
	const char *password = secret_token(admin->arena);
	const char *code = staff ? admin_code_secret(admin->arena) : NULL;

	if (email == NULL || name == NULL)
		return admin_wrong("account create needs --email and --name");
	db_begin(admin->db);
	if (admin_account(admin, email, name, password, code, staff) == 0) {
		fprintf(stderr, "qopi: there is an account with that address already\n");
		return EXIT_FAILURE;
	}
	audit_add(admin->db, admin->arena, 0, 0, "account_made", staff ? "staff" : "person");
	db_commit(admin->db);
	printf("email\t%s\npassword\t%s\n", email, password);
	if (staff)
		printf("one-time-code secret\t%s\n", code);
	return EXIT_SUCCESS;
}

int
call_account(struct admin *admin, int argc, char **argv)
{
	if (argc == 1 && text_equal(argv[0], "first-staff"))
		return first_staff(admin);
	if (argc > 1 && text_equal(argv[0], "create"))
		return create_account(admin, argc - 1, argv + 1);
	return admin_wrong("account takes first-staff, or create --email E --name N [--staff]");
}

int
call_audit(struct admin *admin, int argc, char **argv)
{
	uint64_t lines, broken;

	if (argc != 1 || !text_equal(argv[0], "verify"))
		return admin_wrong("audit takes verify");
	db_begin(admin->db); /* the head is read under its lock */
	if (audit_verify(admin->db, admin->arena, &lines, &broken)) {
		printf("%llu lines, the chain is whole\n", (unsigned long long)lines);
		return EXIT_SUCCESS;
	}
	fprintf(stderr, "qopi: the audit log does not fit its chain from line %llu on\n",
		(unsigned long long)broken);
	return EXIT_FAILURE;
}

int
call_check(struct admin *admin, int argc, char **argv)
{
	struct buf *errors = buf_new(admin->arena, ERRORS_MAX);

	(void)argv;
	if (argc > 0)
		return admin_wrong("check takes no arguments");
	for (int i = 0; i < QUERIES; i++)
		db_check(admin->db, all_queries[i], errors);
	if (errors->len == 0) {
		printf("%d statements fit the schema\n", QUERIES);
		return EXIT_SUCCESS;
	}
	fputs(errors->data, stderr);
	return EXIT_FAILURE;
}

int
call_config(struct admin *admin, int argc, char **argv)
{
	(void)argv;
	if (argc > 0)
		return admin_wrong("config takes no arguments");
	conf_print(&admin->conf, stdout);
	return EXIT_SUCCESS;
}
