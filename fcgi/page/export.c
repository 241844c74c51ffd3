/* Charts of a round as files, the empty template, and REDCap's data dictionary. */
#include "base/text.h"
#include "exchange/charts_out.h"
#include "exchange/redcap.h"
#include "page/import.h"
#include "page/pages.h"
#include "page/reabstraction.h"

static const char csv_type[] = "text/csv; charset=utf-8; header=present";
static const char xlsx_type[] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

static void
send_headers(struct visit *v, const char *type, const char *name, const char *format)
{
	resp_type(v->req, 200, type);
	resp_header(v->req, "Content-Disposition",
		    arena_printf(v->a, "attachment; filename=\"%s-round-%llu.%s\"", name,
				 (unsigned long long)v->round->id, format));
	resp_header(v->req, "Cache-Control", "no-store");
}

/* Ends an answer whose body is made; `fits` says whether all of it went in. */
static void
finish(struct visit *v, bool fits, const char *name, const char *format)
{
	if (!fits) {
		resp_clear(v->req);
		visit_error(v, 413, "These are more charts than one file can hold.");
		return;
	}
	send_headers(v, text_equal(format, "csv") ? csv_type : xlsx_type, name, format);
}

static bool
put_bytes(struct visit *v, struct bytes bytes)
{
	return buf_add(v->req->resp.body, bytes.data, bytes.size);
}

/* The format that the address names; NULL, and answered, if there is no such. */
static const char *
format_of(struct visit *v)
{
	const char *format = v->match.values[1];

	if (text_equal(format, "csv") || text_equal(format, "xlsx"))
		return format;
	visit_error(v, 404, NULL);
	return NULL;
}

void
export_template(struct visit *v)
{
	const char *format = format_of(v);
	const struct catalogue *cat;
	bool fits;

	if (format == NULL)
		return;
	cat = visit_catalogue(v);
	if (text_equal(format, "csv"))
		fits = charts_template_csv(v->req->resp.body, cat, import_modules(v));
	else
		fits = put_bytes(v, charts_template_xlsx(v->a, cat, import_modules(v)));
	finish(v, fits, "template", format);
}

void
export_charts(struct visit *v)
{
	const char *format = format_of(v);
	const struct catalogue *cat;
	struct there there;
	bool fits;

	if (format == NULL || !reabstraction_allows_files(v))
		return;
	cat = visit_catalogue(v);
	there = there_load(v->db, v->a, cat, v->practice_id, v->round->id);
	if (text_equal(format, "csv"))
		fits = charts_csv(v->req->resp.body, v->a, cat, &there);
	else
		fits = put_bytes(v, charts_xlsx(v->a, cat, &there));
	db_begin(v->db);
	visit_audit(v, v->practice_id, "charts_exported",
		    arena_printf(v->a, "round:%llu charts:%zu as:%s",
				 (unsigned long long)v->round->id, there.n, format));
	db_commit(v->db);
	finish(v, fits, "charts", format);
}

void
export_redcap(struct visit *v)
{
	redcap_dictionary(v->req->resp.body, v->a, visit_catalogue(v), import_modules(v));
	finish(v, !v->req->resp.body->full, "redcap-dictionary", "csv");
}
