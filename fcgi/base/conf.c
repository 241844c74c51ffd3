/* Configuration: see conf.h. The table below is the manual. */
#include "base/conf.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "base/fault.h"
#include "base/text.h"

enum option_type { OPT_TEXT, OPT_NUMBER, OPT_BOOL };

struct option {
	const char *name;
	enum option_type type;
	size_t offset;
	const char *standard; /* the default, as it would stand in the file */
	uint32_t min, max;    /* of numbers */
	const char *sentence;
};

#define TEXT(field, standard, sentence) \
	{ #field, OPT_TEXT, offsetof(struct conf, field), standard, 0, 0, sentence }
#define NUMBER(field, standard, min, max, sentence) \
	{ #field, OPT_NUMBER, offsetof(struct conf, field), standard, min, max, sentence }
#define BOOL(field, standard, sentence) \
	{ #field, OPT_BOOL, offsetof(struct conf, field), standard, 0, 0, sentence }

static const struct option options[] = {
	TEXT(site_address, "http://127.0.0.1:8080", "Address of this site as its users type it, without a slash at the end; links in mails begin with it."),
	BOOL(site_https, "no", "Whether users reach the site by HTTPS; then cookies are Secure and __Host- prefixed. Say yes everywhere but on a developer's machine."),
	TEXT(support_mail, "qopi-help@myqopi.example", "Where users write for help; shown on pages and in mails."),
	TEXT(secret_key_file, "secret.key", "File with 32 random bytes in hex, mode 0600: key of CSRF tokens, sealed secrets and hashed ids."),
	TEXT(templates_dir, "templates", "Folder of the page and mail templates."),
	TEXT(measures_dir, "measures", "Folder of the measure catalogue."),
	TEXT(schema_dir, "sql/schema", "Folder of the schema steps that `qopi migrate` applies."),
	TEXT(static_dir, "nginx/static", "Folder of the style sheets, scripts and images that nginx serves."),
	TEXT(database_socket, "", "Unix socket of MariaDB; empty means a connection over TCP with TLS."),
	TEXT(database_host, "localhost", "Host of MariaDB when there is no socket."),
	NUMBER(database_port, "3306", 1, 65535, "Port of MariaDB when there is no socket."),
	TEXT(database_name, "myqopi", "Name of the database."),
	TEXT(database_user, "myqopi", "Account in MariaDB: may read and write rows, not change the schema."),
	TEXT(database_password_file, "", "File with that account's password; empty means none (a socket with peer rights)."),
	TEXT(database_ca_file, "", "Certificate authority of MariaDB's certificate over TCP."),
	NUMBER(database_statement_ms, "10000", 100, 600000, "Longest time of one statement, in milliseconds."),
	TEXT(epoch_file, "run/epoch", "File that the programs of this host share: it says when what is remembered of sessions no longer holds."),
	TEXT(web_socket, "run/web.sock", "Unix socket on which the FastCGI workers listen for nginx."),
	NUMBER(web_children, "4", 1, 256, "FastCGI worker processes; two a core is enough."),
	NUMBER(web_memory_mb, "64", 8, 4096, "Most memory of one request, in MiB."),
	NUMBER(worker_children, "4", 1, 64, "Report worker processes of this host; two a core is enough."),
	NUMBER(worker_poll_ms, "1000", 50, 60000, "How often the report workers look for jobs, in milliseconds."),
	NUMBER(worker_lease_s, "60", 5, 3600, "How long a claimed job stays claimed unless its worker renews it, in seconds."),
	NUMBER(session_idle_min, "30", 1, 1440, "Minutes without a request after which a session ends."),
	NUMBER(session_memory_s, "5", 0, 60, "Seconds that a web worker remembers whose session a cookie is. A change made on this host counts at once all the same; of another host's one learns so much later. 0: never."),
	NUMBER(session_absolute_min, "720", 5, 10080, "Minutes after which a session ends in any case."),
	NUMBER(sign_in_tries, "5", 1, 1000, "Wrong passwords an account or an address may have within the window."),
	NUMBER(sign_in_window_min, "15", 1, 1440, "Minutes that a wrong password counts."),
	NUMBER(confirm_hours, "72", 1, 720, "Hours that a mailed link is good."),
	NUMBER(member_tries, "10", 1, 1000, "Member look-ups one address may ask for in an hour."),
	TEXT(directory_base, "https://127.0.0.1:8443", "Base address of the member directory."),
	TEXT(directory_path, "/members/{id}?last_name={name}", "Path in the directory; {id} and {name} are replaced by the escaped values."),
	TEXT(directory_token_file, "", "File with the bearer token for the directory; empty means none is sent."),
	TEXT(directory_ca_file, "", "Certificate authority of the directory; empty means the system's."),
	NUMBER(directory_connect_ms, "2000", 10, 60000, "Longest time to connect to the directory, in milliseconds."),
	NUMBER(directory_total_ms, "5000", 10, 60000, "Longest time of one request to the directory, in milliseconds."),
	NUMBER(directory_retries, "2", 0, 10, "Further tries after a connection error or a 5xx answer."),
	NUMBER(directory_breaker_failures, "5", 1, 100, "Failures in a row after which the directory is left alone for a while."),
	NUMBER(directory_breaker_s, "30", 1, 3600, "Seconds that the directory is then left alone."),
	NUMBER(directory_cache_min, "60", 0, 10080, "Minutes that a positive answer of the directory is kept."),
	TEXT(smtp_url, "smtp://127.0.0.1:8025", "Mail server: smtp://host:port (STARTTLS when a certificate authority is named) or smtps://."),
	TEXT(smtp_user, "", "Account at the mail server; empty means none."),
	TEXT(smtp_password_file, "", "File with that account's password."),
	TEXT(smtp_ca_file, "", "Certificate authority of the mail server; when set, TLS is demanded."),
	TEXT(mail_from, "myQOPI <no-reply@myqopi.example>", "Sender of all mails."),
};

enum { OPTIONS = sizeof options / sizeof options[0] };

static void *
field(struct conf *c, const struct option *o)
{
	return (char *)c + o->offset;
}

/* Sets one option from its text; false if the text is not of its type or range. */
static bool
option_set(struct conf *c, const struct option *o, const char *text)
{
	uint64_t n;

	switch (o->type) {
	case OPT_TEXT:
		*(const char **)field(c, o) = text;
		return true;
	case OPT_BOOL:
		*(bool *)field(c, o) = text_equal(text, "yes");
		return text_equal(text, "yes") || text_equal(text, "no");
	case OPT_NUMBER:
		if (!text_to_u64(text, &n) || n < o->min || n > o->max)
			return false;
		*(uint32_t *)field(c, o) = (uint32_t)n;
		return true;
	}
	return false;
}

void
conf_defaults(struct conf *c)
{
	memset(c, 0, sizeof *c);
	for (int i = 0; i < OPTIONS; i++)
		must(option_set(c, &options[i], options[i].standard));
}

static const struct option *
option_named(const char *name)
{
	for (int i = 0; i < OPTIONS; i++)
		if (text_equal(options[i].name, name))
			return &options[i];
	return NULL;
}

static void
say_wanted(struct buf *errors, const struct option *o, const char *text)
{
	if (o->type == OPT_NUMBER)
		buf_printf(errors, "%s is \"%s\": a whole number from %u to %u is wanted\n", o->name,
			   text, o->min, o->max);
	else
		buf_printf(errors, "%s is \"%s\": yes or no is wanted\n", o->name, text);
}

/* One line of the file; what is wrong with it goes to `errors`. */
static void
take_line(struct arena *a, const char *path, int number, char *line, struct conf *c,
	  struct buf *errors)
{
	char *equals = strchr(line, '=');
	const struct option *o;
	const char *name, *value;

	if (equals == NULL) {
		buf_printf(errors, "%s:%d: no \"=\": each line is `name = value`\n", path, number);
		return;
	}
	*equals = '\0';
	name = text_trim(a, line);
	value = text_trim(a, equals + 1);
	o = option_named(name);
	if (o == NULL) {
		buf_printf(errors, "%s:%d: there is no option \"%s\": `qopi config` lists them\n", path,
			   number, name);
	} else if (!option_set(c, o, value)) {
		buf_printf(errors, "%s:%d: ", path, number);
		say_wanted(errors, o, value);
	}
}

bool
conf_load(struct arena *a, const char *path, struct conf *c, struct buf *errors)
{
	char line[4096];
	FILE *in = fopen(path, "re");

	if (in == NULL) {
		buf_printf(errors, "%s: %s\n", path, strerror(errno));
		return false;
	}
	for (int number = 1; fgets(line, sizeof line, in) != NULL; number++) {
		char *text = text_trim(a, line);

		if (text[0] != '#' && text[0] != '\0')
			take_line(a, path, number, text, c, errors);
	}
	fclose(in);
	return errors->len == 0;
}

void
conf_print(const struct conf *c, FILE *out)
{
	for (int i = 0; i < OPTIONS; i++) {
		const struct option *o = &options[i];
		const void *at = (const char *)c + o->offset;

		fprintf(out, "# %s\n", o->sentence);
		if (o->type == OPT_NUMBER)
			fprintf(out, "# From %u to %u; default %s.\n%s = %u\n\n", o->min, o->max,
				o->standard, o->name, *(const uint32_t *)at);
		else if (o->type == OPT_BOOL)
			fprintf(out, "# yes or no; default %s.\n%s = %s\n\n", o->standard, o->name,
				*(const bool *)at ? "yes" : "no");
		else
			fprintf(out, "# Default %s.\n%s = %s\n\n",
				o->standard[0] == '\0' ? "empty" : o->standard, o->name,
				*(const char *const *)at);
	}
}

char *
conf_secret(struct arena *a, const char *path)
{
	char line[1024];
	FILE *in = fopen(path, "re");

	if (in == NULL || fgets(line, sizeof line, in) == NULL) {
		if (in != NULL)
			fclose(in);
		fault("cannot read the secret in %s", path);
	}
	fclose(in);
	return text_trim(a, line);
}
