/* Bodies: application/x-www-form-urlencoded and multipart/form-data (RFC 7578), with limits. */
#ifndef WEB_BODY_H
#define WEB_BODY_H

#include "web/req.h"

/*
 * Reads the body of at most `max` bytes and its fields into r->fields. A file
 * of a multipart body becomes a field with its content as text; content that
 * is no clean UTF-8 is REQ_BAD_ENCODING.
 */
enum req_problem body_read(struct req *r, size_t max);

#endif
