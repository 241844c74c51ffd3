/*
 * API tokens: by them a practice's program fetches or sends the charts of one round.
 *
 * A token is shown once, when it is made; the database has its digest. It acts in
 * the name of who made it, and is good no longer than they belong to the practice.
 */
#ifndef MODEL_TOKEN_H
#define MODEL_TOKEN_H

#include "db/queries.h"

enum { TOKEN_NAME_MAX = 60, TOKEN_DAYS_AFTER = 30 };

/* A new token's text. `may` is "import", "export" or "both"; it is good until `expires`, that day
 * included. Inside a transaction, with its audit line. */
const char *token_make(struct db *db, struct arena *a, uint64_t practice_id, uint64_t round_id,
		       uint64_t account, const char *name, const char *may, int32_t expires);

/* The token of an Authorization header ("Bearer ..."); false if there is none that is good. */
bool token_open(struct db *db, struct arena *a, const char *authorization,
		struct token_open_row *token);

/* What it may: of ROLE_IMPORTER and ROLE_EXPORTER (model/access.h). */
unsigned token_roles(const struct token_open_row *token);

/* Notes a use: when, and in the audit log what for. A transaction of its own. */
void token_note(struct db *db, struct arena *a, const struct token_open_row *token,
		const char *what);

#endif
