/*
 * From a request to its page and back. The order of the checks is the order
 * of the seven steps in HACKING.md.
 */
#include "page/dispatch.h"

#include <string.h>

#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "page/chrome.h"
#include "page/guard.h"
#include "page/routes.h"
#include "web/body.h"

enum { BODY_MAX = 1024 * 1024, UPLOAD_MAX = 17 * 1024 * 1024 };

static void
visit_start(struct visit *v, struct req *r, struct app *app)
{
	memset(v, 0, sizeof *v);
	v->app = app;
	v->req = r;
	v->a = r->arena;
	v->db = app->db;
	v->view = view_new(r->arena);
}

/* The page for a method and path; NULL, and whether the path exists for another method. */
static const struct page *
page_for(struct visit *v, bool *path_exists)
{
	*path_exists = false;
	for (size_t i = 0; i < n_pages; i++) {
		if (!route_fits(v->a, pages[i].path, v->req->path, &v->match))
			continue;
		*path_exists = true;
		if (pages[i].method == v->req->method)
			return &pages[i];
	}
	return NULL;
}

/* A POST's body: read, token checked, form filled. False when it is answered. */
static bool
take_body(struct visit *v)
{
	bool program = (v->page->who & TOKENS) != 0;
	size_t max = (v->page->needs & NEEDS_UPLOAD) != 0 ? UPLOAD_MAX : BODY_MAX;
	enum req_problem problem = program ? body_read_raw(v->req, max, &v->body)
					   : body_read(v->req, max);
	const char *csrf;

	if (problem != REQ_FINE) {
		visit_error(v, req_problem_status(problem), req_problem_text(problem));
		return false;
	}
	if (program) /* it has no cookie, so no other site can make it send one */
		return true;
	csrf = pairs_get(&v->req->fields, "_csrf");
	if (csrf == NULL)
		csrf = req_env(v->req, "HTTP_X_CSRF");
	if (!secret_csrf_fits(v->token, csrf)) {
		visit_error(v, 403, NULL);
		return false;
	}
	if (v->page->form == NULL)
		return true;
	v->form = form_new(v->a, v->page->form);
	if (form_read(v->form, v->req) != FORM_BROKEN)
		return true;
	visit_error(v, 400, form_broken(v->form));
	return false;
}

void
dispatch(struct req *r, enum req_problem problem, void *arg)
{
	struct visit v;
	bool path_exists;

	visit_start(&v, r, arg);
	if (problem == REQ_FINE)
		v.page = page_for(&v, &path_exists);
	if (v.page != NULL && (v.page->needs & NEEDS_NO_DATABASE) != 0) {
		v.page->handler(&v);
		return;
	}
	db_use(v.db, v.a);
	if (v.page != NULL && (v.page->who & TOKENS) != 0)
		guard_token(&v);
	else
		guard_session(&v);
	if (problem != REQ_FINE)
		visit_error(&v, req_problem_status(problem), req_problem_text(problem));
	else if (v.page == NULL)
		visit_error(&v, path_exists ? 405 : 404, NULL);
	else if (guard_admit(&v) && (r->method != METHOD_POST || take_body(&v)))
		v.page->handler(&v);
}

void
dispatch_apology(struct req *r, enum fault_kind fault, void *arg)
{
	struct visit v;
	bool gone = fault != FAULT_INTERNAL;

	visit_start(&v, r, arg);
	if (gone)
		resp_header(r, "Retry-After", "5");
	visit_error(&v, gone ? 503 : 500, NULL);
}

void
dispatch_log(const struct req *r, double ms, void *arg)
{
	const struct app *app = arg;

	log_info("request", "method=%s path=%s status=%d ms=%.1f bytes=%zu statements=%u",
		 r->method == METHOD_POST ? "POST" : r->head ? "HEAD" : "GET", log_quote(r->path),
		 r->resp.status, ms, r->resp.body->len, db_cost(app->db)->statements);
}
