/* The answer: status, headers, cookies, redirects. */
#ifndef WEB_RESP_H
#define WEB_RESP_H

#include "web/req.h"

/* Adds a header; a line break in the value is a fault (RFC 9110, 5.5). */
void resp_header(struct req *r, const char *name, const char *value);

/* Content-Type and status of a body that is put into r->resp.body. */
void resp_type(struct req *r, int status, const char *type);

/* 303 See Other to a path of this site. */
void resp_redirect(struct req *r, const char *path);

/*
 * Sets a cookie: HttpOnly, SameSite=Lax, path "/". With `https` its name gets
 * the prefix __Host- and Secure (RFC 6265bis). `value` NULL removes it.
 */
void resp_cookie(struct req *r, bool https, const char *name, const char *value);

/* The name a cookie has on the wire; resp_cookie and req_cookie agree by it. */
const char *resp_cookie_name(struct req *r, bool https, const char *name);

/* "Not Found" for 404, and so on. */
const char *resp_reason(int status);

/* Empties what was prepared, for an error page in its place. */
void resp_clear(struct req *r);

#endif
