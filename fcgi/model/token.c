/* API tokens: see token.h. */
#include "model/token.h"

#include <string.h>
#include <strings.h>

#include "base/date.h"
#include "base/secret.h"
#include "base/text.h"
#include "model/access.h"
#include "model/audit.h"

/* So that scanners of repositories and mails know one when they see it. */
static const char prefix[] = "myqopi_";

const char *
token_make(struct db *db, struct arena *a, uint64_t practice_id, uint64_t round_id,
	   uint64_t account, const char *name, const char *may, int32_t expires)
{
	const char *token = arena_printf(a, "%s%s", prefix, secret_token(a));
	uint64_t id = q_token_add(db, practice_id, round_id, name, may, secret_digest(a, token),
				  account, time_now(), expires);

	audit_add(db, a, account, practice_id, "token_made",
		  arena_printf(a, "token:%llu round:%llu may:%s", (unsigned long long)id,
			       (unsigned long long)round_id, may));
	return token;
}

bool
token_open(struct db *db, struct arena *a, const char *authorization, struct token_open_row *token)
{
	static const char scheme[] = "Bearer ";

	if (strncasecmp(authorization, scheme, sizeof scheme - 1) != 0)
		return false;
	authorization += sizeof scheme - 1;
	return strlen(authorization) == sizeof prefix - 1 + SECRET_TOKEN_LENGTH &&
	       q_token_open(db, secret_digest(a, authorization), time_day(time_now()), token) &&
	       (access_role(token->role) & MANAGERS) != 0;
}

unsigned
token_roles(const struct token_open_row *token)
{
	return (text_equal(token->may, "export") ? 0 : ROLE_IMPORTER) |
	       (text_equal(token->may, "import") ? 0 : ROLE_EXPORTER);
}

void
token_note(struct db *db, struct arena *a, const struct token_open_row *token, const char *what)
{
	db_begin(db);
	q_token_used(db, time_now(), token->practice_id, token->id);
	audit_add(db, a, token->made_by, token->practice_id, "token_used",
		  arena_printf(a, "token:%llu %s", (unsigned long long)token->id, what));
	db_commit(db);
}
