/* Bodies: see body.h. */
#define _GNU_SOURCE
#include "web/body.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"

/* The value of a parameter of a header, `boundary` in `multipart/form-data; boundary=x`. */
static char *
header_parameter(struct arena *a, const char *header, const char *name)
{
	size_t count;
	char **parts = text_split(a, header, ';', &count);

	for (size_t i = 1; i < count; i++) {
		char *part = text_trim(a, parts[i]);
		size_t len = strlen(name);

		if (strncasecmp(part, name, len) != 0 || part[len] != '=')
			continue;
		part += len + 1;
		len = strlen(part);
		if (len >= 2 && part[0] == '"' && part[len - 1] == '"')
			return arena_strn(a, part + 1, len - 2);
		return part;
	}
	return NULL;
}

/* The line of a part's headers that names it, or NULL. */
static char *
part_disposition(struct arena *a, const char *headers, size_t len)
{
	char *copy = arena_strn(a, headers, len);
	char *line = strcasestr(copy, "content-disposition:");

	if (line != NULL)
		line[strcspn(line, "\r\n")] = '\0';
	return line;
}

/* A part is left where it lies in the body: the CR behind it becomes its NUL. */
static enum req_problem
add_part(struct req *r, char *part, size_t len)
{
	char *gap = memmem(part, len, "\r\n\r\n", 4), *line;
	struct pair *pair = &r->fields.all[r->fields.n];

	if (gap == NULL)
		return REQ_BAD_BODY;
	line = part_disposition(r->arena, part, (size_t)(gap - part));
	pair->name = line == NULL ? NULL : header_parameter(r->arena, line, "name");
	if (pair->name == NULL)
		return REQ_BAD_BODY;
	pair->file = header_parameter(r->arena, line, "filename") != NULL;
	pair->value = gap + 4;
	pair->size = len - (size_t)(gap + 4 - part);
	part[len] = '\0';
	if ((!pair->file && !text_is_clean_utf8(pair->value, pair->size)) ||
	    !text_is_clean_utf8(pair->name, strlen(pair->name)))
		return REQ_BAD_ENCODING;
	r->fields.n++;
	return REQ_FINE;
}

static enum req_problem
read_multipart(struct req *r, char *body, size_t len)
{
	const char *boundary = header_parameter(r->arena, r->content_type, "boundary");
	char *end = body + len;
	char *mark;
	size_t mark_len;

	if (text_is_empty(boundary) || strlen(boundary) > 70)
		return REQ_BAD_BODY;
	mark = arena_printf(r->arena, "--%s", boundary);
	mark_len = strlen(mark);
	if (len < mark_len || memcmp(body, mark, mark_len) != 0)
		return REQ_BAD_BODY;
	r->fields.all = arena_array(r->arena, REQ_FIELDS_MAX, sizeof *r->fields.all);
	for (char *at = body + mark_len;;) {
		char *next;
		enum req_problem problem;

		if (end - at >= 2 && memcmp(at, "--", 2) == 0)
			return REQ_FINE;
		if (end - at < 2 || memcmp(at, "\r\n", 2) != 0)
			return REQ_BAD_BODY;
		next = memmem(at, (size_t)(end - at), mark, mark_len);
		if (next == NULL || next - at < 4 || memcmp(next - 2, "\r\n", 2) != 0)
			return REQ_BAD_BODY;
		if (r->fields.n >= REQ_FIELDS_MAX)
			return REQ_TOO_MANY;
		problem = add_part(r, at + 2, (size_t)(next - 2 - at - 2));
		if (problem != REQ_FINE)
			return problem;
		at = next + mark_len;
	}
}

/* The whole body with a NUL behind it. */
static enum req_problem
take_body(struct req *r, size_t max, char **body)
{
	if (r->content_length > max)
		return REQ_BODY_TOO_LARGE;
	*body = arena_alloc(r->arena, r->content_length + 1);
	if (r->read(r->from, *body, r->content_length) < r->content_length)
		return REQ_BAD_BODY;
	return REQ_FINE;
}

enum req_problem
body_read_raw(struct req *r, size_t max, struct bytes *body)
{
	char *text = NULL;
	enum req_problem problem = take_body(r, max, &text);

	*body = (struct bytes){ text, r->content_length };
	return problem;
}

enum req_problem
body_read(struct req *r, size_t max)
{
	char *body;
	size_t len = r->content_length;
	enum req_problem problem = take_body(r, max, &body);

	if (problem != REQ_FINE)
		return problem;
	if (strncasecmp(r->content_type, "application/x-www-form-urlencoded", 33) == 0)
		return req_pairs(r->arena, body, len, &r->fields);
	if (strncasecmp(r->content_type, "multipart/form-data", 19) == 0)
		return read_multipart(r, body, len);
	return len == 0 ? REQ_FINE : REQ_BODY_TYPE;
}
