/* The answer: see resp.h. */
#include "web/resp.h"

#include <string.h>

#include "base/fault.h"

void
resp_header(struct req *r, const char *name, const char *value)
{
	if (strpbrk(value, "\r\n") != NULL)
		fault("a line break in the header %s", name);
	if (!buf_printf(r->resp.headers, "%s: %s\r\n", name, value))
		fault("too many headers: %s", name);
}

void
resp_type(struct req *r, int status, const char *type)
{
	r->resp.status = status;
	resp_header(r, "Content-Type", type);
}

void
resp_redirect(struct req *r, const char *path)
{
	must(path[0] == '/' && path[1] != '/');
	r->resp.status = 303;
	resp_header(r, "Location", path);
}

const char *
resp_cookie_name(struct req *r, bool https, const char *name)
{
	return https ? arena_printf(r->arena, "__Host-%s", name) : name;
}

void
resp_cookie(struct req *r, bool https, const char *name, const char *value)
{
	resp_header(r, "Set-Cookie",
		    arena_printf(r->arena, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s",
				 resp_cookie_name(r, https, name), value == NULL ? "" : value,
				 https ? "; Secure" : "", value == NULL ? "; Max-Age=0" : ""));
}

const char *
resp_reason(int status)
{
	switch (status) {
	case 200: return "OK";
	case 303: return "See Other";
	case 304: return "Not Modified";
	case 400: return "Bad Request";
	case 401: return "Unauthorized";
	case 403: return "Forbidden";
	case 404: return "Not Found";
	case 405: return "Method Not Allowed";
	case 409: return "Conflict";
	case 413: return "Content Too Large";
	case 415: return "Unsupported Media Type";
	case 422: return "Unprocessable Content";
	case 429: return "Too Many Requests";
	case 500: return "Internal Server Error";
	case 503: return "Service Unavailable";
	default: return "Status";
	}
}

void
resp_clear(struct req *r)
{
	r->resp.status = 200;
	buf_clear(r->resp.headers);
	buf_clear(r->resp.body);
}
