/*
 * What a browser sends: the first line is a query, the second a content type,
 * the rest a body.
 */
#include "harness.h"

#include <string.h>

#include "base/text.h"
#include "web/body.h"

static size_t
read_rest(void *from, char *to, size_t size)
{
	struct input *rest = from;
	size_t n = size < rest->size ? size : rest->size;

	memcpy(to, rest->bytes, n);
	rest->bytes += n;
	rest->size -= n;
	return n;
}

/* The next line, taken off the input. */
static const char *
take_line(struct input *in)
{
	const char *end = memchr(in->bytes, '\n', in->size);
	size_t len = end == NULL ? in->size : (size_t)(end - in->bytes);
	const char *line = arena_strn(in->arena, in->bytes, len);

	in->bytes += end == NULL ? len : len + 1;
	in->size -= end == NULL ? len : len + 1;
	return line;
}

static void
look_at(const struct pairs *pairs)
{
	for (size_t i = 0; i < pairs->n; i++) {
		must(text_is_clean_utf8(pairs->all[i].name, strlen(pairs->all[i].name)));
		must(pairs->all[i].file ||
		     text_is_clean_utf8(pairs->all[i].value, strlen(pairs->all[i].value)));
		must(!pairs->all[i].file || pairs->all[i].value[pairs->all[i].size] == '\0');
	}
}

static void
work(void *arg)
{
	struct input *in = arg;
	struct arena *a = in->arena;
	const char *query = take_line(in), *type = take_line(in);
	const char *const env[] = { "REQUEST_METHOD=POST", "SCRIPT_NAME=/x",
		arena_printf(a, "QUERY_STRING=%s", query), arena_printf(a, "HTTP_COOKIE=%s", query),
		arena_printf(a, "DOCUMENT_URI=/%s", query), arena_printf(a, "CONTENT_TYPE=%s", type),
		arena_printf(a, "CONTENT_LENGTH=%zu", in->size), NULL };
	struct req r;

	if (req_open(&r, a, env) != REQ_FINE)
		return;
	look_at(&r.query);
	r.read = read_rest;
	r.from = in;
	if (body_read(&r, 64 * 1024) == REQ_FINE)
		look_at(&r.fields);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	return run_input(work, bytes, size);
}
