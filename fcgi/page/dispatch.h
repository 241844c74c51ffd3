/* From a request to its page and back: what the server calls. */
#ifndef PAGE_DISPATCH_H
#define PAGE_DISPATCH_H

#include "page/visit.h"
#include "web/server.h"

/* Answers one request; `app` is a struct app. */
void dispatch(struct req *r, enum req_problem problem, void *app);

/* Answers a request whose work ended in a fault. */
void dispatch_apology(struct req *r, enum fault_kind fault, void *app);

/* One log line a request. */
void dispatch_log(const struct req *r, double ms, void *app);

#endif
