/* Bodies: application/x-www-form-urlencoded and multipart/form-data (RFC 7578), with limits. */
#ifndef WEB_BODY_H
#define WEB_BODY_H

#include "base/row.h"
#include "web/req.h"

/*
 * Reads the body of at most `max` bytes and its fields into r->fields. What is no
 * file and no clean UTF-8 is REQ_BAD_ENCODING.
 */
enum req_problem body_read(struct req *r, size_t max);

/* Reads the body as it is, of whatever type; a NUL stands behind it. */
enum req_problem body_read_raw(struct req *r, size_t max, struct bytes *body);

#endif
