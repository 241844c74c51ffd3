/* The audit log: see audit.h. */
#include "model/audit.h"

#include <string.h>

#include "base/date.h"
#include "base/secret.h"
#include "db/queries.h"

/* The hash of a line: of the one before it and of all that it says. */
static struct bytes
line_hash(struct arena *a, struct bytes before, int64_t at, uint64_t account, uint64_t practice,
	  const char *action, const char *detail)
{
	char *text = arena_printf(a, "%s %lld %llu %llu %s %s",
				  secret_hex(a, before), (long long)at, (unsigned long long)account,
				  (unsigned long long)practice, action, detail);

	return secret_digest(a, text);
}

void
audit_add(struct db *db, struct arena *a, uint64_t account, uint64_t practice, const char *action,
	  const char *detail)
{
	struct audit_lock_row head;
	int64_t now = time_now();
	struct bytes hash;

	q_audit_lock(db, &head);
	hash = line_hash(a, head.hash, now, account, practice, action, detail);
	q_audit_add(db, now, account == 0 ? NULL : &account, practice == 0 ? NULL : &practice,
		    action, detail, hash);
	q_audit_set_head(db, hash);
}

struct walk {
	struct arena *a;
	unsigned char hash[SECRET_DIGEST_SIZE];
	uint64_t lines, broken;
};

static void
check_line(const struct audit_all_row *row, void *arg)
{
	struct walk *w = arg;
	struct bytes before = { w->hash, sizeof w->hash }, hash;

	w->lines++;
	hash = line_hash(w->a, before, row->at, row->account_id == NULL ? 0 : *row->account_id,
			 row->about_practice == NULL ? 0 : *row->about_practice, row->action,
			 row->detail);
	if (w->broken == 0 && memcmp(hash.data, row->hash.data, sizeof w->hash) != 0)
		w->broken = row->id;
	memcpy(w->hash, row->hash.data, sizeof w->hash);
}

bool
audit_verify(struct db *db, struct arena *a, uint64_t *lines, uint64_t *broken)
{
	struct walk w = { .a = a };
	struct audit_lock_row head;

	q_audit_all(db, check_line, &w);
	q_audit_lock(db, &head);
	if (w.broken == 0 && memcmp(head.hash.data, w.hash, sizeof w.hash) != 0)
		w.broken = w.lines + 1;
	*lines = w.lines;
	*broken = w.broken;
	return w.broken == 0;
}
