/* The member directory: see directory.h. The contract is DESIGN section 17's. */
#include "remote/directory.h"

#include <jansson.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "remote/http.h"

enum {
	BODY_MAX = 64 * 1024, /* bytes of an answer */
	FIELD_MAX = 200,      /* bytes of a name or an ID, ours or theirs */
	URL_MAX = 2000,
	PAUSE_MS = 200,       /* before the first retry, at most */
};

/* Names of the directory's answer. */
static const char FIELD_ID[] = "member_id";
static const char FIELD_LAST_NAME[] = "last_name";
static const char FIELD_FIRST_NAME[] = "first_name";
static const char FIELD_STATUS[] = "status";
static const char FIELD_DESIGNATION[] = "designation";
static const char FIELD_COUNTRY[] = "country";
static const char STATUS_ACTIVE[] = "active";

/* What the options name in the path. */
static const char PLACE_ID[] = "{id}";
static const char PLACE_NAME[] = "{name}";

struct directory {
	struct http *http;
	const char *address; /* base and path, with places */
};

/* What one answer says. */
struct record {
	struct member member;
	const char *status;
};

struct breaker *
directory_breaker(struct arena *a, const struct conf *c)
{
	return breaker_new(a, c->directory_breaker_failures, c->directory_breaker_s);
}

struct directory *
directory_new(struct arena *a, const struct conf *c, struct breaker *b)
{
	struct directory *d = arena_alloc(a, sizeof *d);
	struct http_settings set = {
		.ca_file = c->directory_ca_file,
		.token_file = c->directory_token_file,
		.connect_ms = c->directory_connect_ms,
		.total_ms = c->directory_total_ms,
		.retries = c->directory_retries,
		.pause_ms = PAUSE_MS,
		.body_max = BODY_MAX,
	};

	if (!text_starts(c->directory_base, "https://"))
		fault("directory_base is \"%s\": an address that begins with https:// is wanted",
		      c->directory_base);
	if (strstr(c->directory_path, PLACE_ID) == NULL)
		fault("directory_path is \"%s\": a path with %s is wanted", c->directory_path, PLACE_ID);
	d->http = http_new(a, &set, b);
	d->address = arena_printf(a, "%s%s", c->directory_base, c->directory_path);
	return d;
}

/* The address with its places filled; the values are escaped. NULL if over-long. */
static const char *
address_of(const struct directory *d, struct arena *a, const char *id, const char *name)
{
	struct buf *url = buf_new(a, URL_MAX);

	for (const char *at = d->address; *at != '\0';) {
		if (text_starts(at, PLACE_ID)) {
			buf_str(url, http_escape(a, id));
			at += strlen(PLACE_ID);
		} else if (text_starts(at, PLACE_NAME)) {
			buf_str(url, http_escape(a, name));
			at += strlen(PLACE_NAME);
		} else {
			buf_char(url, *at++);
		}
	}
	return url->full ? NULL : url->data;
}

static bool
is_fit_text(const char *text)
{
	size_t len = strlen(text);

	return len <= FIELD_MAX && text_is_clean_utf8(text, len) && strpbrk(text, "\r\n\t") == NULL;
}

/* A text of the answer: "" if it is not there, NULL if it is not fit. */
static const char *
field_text(struct arena *a, const json_t *object, const char *name)
{
	const json_t *value = json_object_get(object, name);

	if (value == NULL || json_is_null(value))
		return "";
	if (!json_is_string(value) || !is_fit_text(json_string_value(value)))
		return NULL;
	return arena_str(a, json_string_value(value));
}

static void
end_json(void *root)
{
	json_decref(root);
}

/* Reads the answer; false if it is rubbish. */
static bool
read_record(struct arena *a, const struct http_answer *answer, struct record *r)
{
	json_t *root = json_loadb(answer->body, answer->size, JSON_REJECT_DUPLICATES, NULL);
	const struct { const char *name, **to; bool wanted; } fields[] = {
		{ FIELD_ID, &r->member.member_id, true },
		{ FIELD_LAST_NAME, &r->member.last_name, true },
		{ FIELD_FIRST_NAME, &r->member.first_name, false },
		{ FIELD_STATUS, &r->status, true },
		{ FIELD_DESIGNATION, &r->member.designation, false },
		{ FIELD_COUNTRY, &r->member.country, false },
	};

	if (root == NULL)
		return false;
	arena_defer(a, end_json, root);
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		*fields[i].to = field_text(a, root, fields[i].name);
		if (*fields[i].to == NULL || (fields[i].wanted && text_is_empty(*fields[i].to)))
			return false;
	}
	return true;
}

static bool
is_member_asked_for(struct arena *a, const struct record *r, const char *last_name)
{
	return text_equal(r->status, STATUS_ACTIVE) &&
	       text_equal(text_fold_name(a, r->member.last_name), text_fold_name(a, last_name));
}

/* What an answer that came whole means. */
static enum directory_outcome
judge_answer(struct arena *a, const struct http_answer *answer, const char *last_name,
	     const char *member_id, struct member *out)
{
	struct record r;

	switch (answer->status) {
	case 200:
		break;
	case 404:
		return DIRECTORY_NO_MATCH;
	case 401:
	case 403:
		log_error("directory_refused_token", "status=%ld todo=%s", answer->status,
			  log_quote("see that directory_token_file holds this service's token"));
		return DIRECTORY_DOWN;
	default:
		return DIRECTORY_DOWN;
	}
	if (!read_record(a, answer, &r) || !text_equal(r.member.member_id, member_id)) {
		log_error("directory_rubbish", "bytes=%zu", answer->size);
		return DIRECTORY_DOWN;
	}
	if (!is_member_asked_for(a, &r, last_name))
		return DIRECTORY_NO_MATCH;
	*out = r.member;
	return DIRECTORY_VERIFIED;
}

static enum directory_outcome
ask(struct directory *d, struct arena *a, const char *url, const char *last_name,
    const char *member_id, struct http_answer *answer, struct member *out)
{
	switch (http_get(d->http, a, url, answer)) {
	case HTTP_OK:
		return judge_answer(a, answer, last_name, member_id, out);
	case HTTP_UNTRUSTED:
		log_error("directory_untrusted", "todo=%s",
			  log_quote("see directory_ca_file and the name in directory_base"));
		return DIRECTORY_DOWN;
	case HTTP_TOO_LARGE:
	case HTTP_DOWN:
		return DIRECTORY_DOWN;
	}
	return DIRECTORY_DOWN;
}

enum directory_outcome
directory_verify(struct directory *d, struct arena *a, const char *last_name,
		 const char *member_id, struct member *out)
{
	static const char *const words[] = {
		[DIRECTORY_VERIFIED] = "verified",
		[DIRECTORY_NO_MATCH] = "no_match",
		[DIRECTORY_DOWN] = "down",
	};
	struct http_answer answer = { .error = "" };
	enum directory_outcome outcome;
	const char *url;

	if (!is_fit_text(last_name) || !is_fit_text(member_id) || text_is_empty(member_id) ||
	    text_equal(member_id, ".") || text_equal(member_id, "..") ||
	    text_is_empty(text_fold_name(a, last_name)))
		return DIRECTORY_NO_MATCH;
	url = address_of(d, a, member_id, last_name);
	if (url == NULL)
		return DIRECTORY_NO_MATCH;
	outcome = ask(d, a, url, last_name, member_id, &answer, out);
	log_info("directory", "member=%s outcome=%s status=%ld tries=%u ms=%u error=%s",
		 secret_keyed_hex(a, "member", member_id), words[outcome], answer.status,
		 answer.tries, answer.ms, log_quote(answer.error));
	return outcome;
}
