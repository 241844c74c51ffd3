/* The audit log, newest first: what was done, by whom, about which practice. */
#include "page/pages.h"

void
staff_audit(struct visit *v)
{
	size_t n;
	struct audit_recent_row *rows = q_audit_recent(v->db, &n);

	view_rows(v->view, "lines", &Q_AUDIT_RECENT, rows, n);
	visit_page(v, "staff/audit.cs");
}
