/* One HTTPS GET: see http.h. */
#include "remote/http.h"

#include <errno.h>
#include <string.h>
#include <time.h>

#include "base/conf.h"
#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"
#include "remote/handle.h"

enum {
	PAUSE_MAX_MS = 2000,
	WHOLE_TRIES = 2, /* all tries together may take this many times total_ms */
};

struct http {
	CURL *curl;
	struct http_settings set;
	struct breaker *breaker;
};

/* Where libcurl puts the body: room for `max` bytes, made before the try. */
struct sink {
	char *bytes;
	size_t size, max;
	bool full;
};

/* How one try ended, and whether another makes sense. */
enum verdict { ANSWERED, TRY_AGAIN, GIVE_UP, TOO_LARGE, UNTRUSTED };

/* Called by libcurl; must not fault, since that would unwind through libcurl. */
static size_t
take_bytes(char *bytes, size_t one, size_t count, void *arg)
{
	struct sink *sink = arg;
	size_t size = one * count;

	if (size > sink->max - sink->size) {
		sink->full = true;
		return CURL_WRITEFUNC_ERROR;
	}
	memcpy(sink->bytes + sink->size, bytes, size);
	sink->size += size;
	return size;
}

static struct curl_slist *
request_headers(struct arena *a, const char *token_file)
{
	struct curl_slist *headers = handle_list(a, NULL, "Accept: application/json");

	if (text_is_empty(token_file))
		return headers;
	return handle_list(a, headers,
		arena_printf(a, "Authorization: Bearer %s", conf_secret(a, token_file)));
}

struct http *
http_new(struct arena *a, const struct http_settings *s, struct breaker *b)
{
	struct http *h = arena_alloc(a, sizeof *h);

	h->set = *s;
	h->breaker = b;
	h->curl = handle_new(a, "https", s->ca_file);
	handle_set(h->curl, CURLOPT_HTTPHEADER, request_headers(a, s->token_file));
	handle_set(h->curl, CURLOPT_USERAGENT, "myQOPI");
	handle_set(h->curl, CURLOPT_PATH_AS_IS, 1L);
	handle_set(h->curl, CURLOPT_CONNECTTIMEOUT_MS, (long)s->connect_ms);
	handle_set(h->curl, CURLOPT_WRITEFUNCTION, take_bytes);
	return h;
}

/* Whether a try that ran out of time had come through to the service; the
 * time to connect does not tell, it is 0 on a connection used again. */
static bool
was_connected(CURL *curl)
{
	curl_off_t us = 0;

	return curl_easy_getinfo(curl, CURLINFO_PRETRANSFER_TIME_T, &us) == CURLE_OK && us > 0;
}

static enum verdict
judge_status(struct http *h, long status)
{
	curl_off_t seconds = 0;

	if (status == 429 || status == 503)
		curl_easy_getinfo(h->curl, CURLINFO_RETRY_AFTER, &seconds);
	if (seconds > 0)
		breaker_hold(h->breaker, seconds);
	if (status < 500)
		return ANSWERED;
	return seconds > 0 ? GIVE_UP : TRY_AGAIN;
}

/* All of these are a broken connection but the few that say more. */
static enum verdict
judge_error(struct http *h, CURLcode code, const struct sink *sink)
{
	if (sink->full)
		return TOO_LARGE;
	if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE)
		return UNTRUSTED;
	if (code == CURLE_OPERATION_TIMEDOUT && was_connected(h->curl))
		return GIVE_UP;
	if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_URL_MALFORMAT)
		fault("not an address of a service: %s", curl_easy_strerror(code));
	return TRY_AGAIN;
}

/* One try of at most `limit_ms`; tells the breaker how it went. */
static enum verdict
try_once(struct http *h, const char *url, int64_t limit_ms, struct sink *sink,
	 struct http_answer *answer)
{
	enum verdict verdict;
	CURLcode code;

	sink->size = 0;
	sink->full = false;
	handle_set(h->curl, CURLOPT_URL, url);
	handle_set(h->curl, CURLOPT_TIMEOUT_MS, (long)limit_ms);
	handle_set(h->curl, CURLOPT_WRITEDATA, sink);
	code = curl_easy_perform(h->curl);
	answer->tries++;
	answer->status = 0;
	answer->error = code == CURLE_OK ? "" : curl_easy_strerror(code);
	if (sink->full)
		answer->error = "a body over the limit";
	if (code != CURLE_OK) {
		verdict = judge_error(h, code, sink);
		breaker_report(h->breaker, false);
		return verdict;
	}
	curl_easy_getinfo(h->curl, CURLINFO_RESPONSE_CODE, &answer->status);
	breaker_report(h->breaker, answer->status < 500);
	return judge_status(h, answer->status);
}

/* Waits between 0 and pause_ms doubled `n` times (full jitter); false if time is up. */
static bool
pause_before_retry(const struct http *h, uint32_t n, int64_t end)
{
	uint64_t most = (uint64_t)h->set.pause_ms << (n < 16 ? n : 16);
	uint32_t limit = (uint32_t)(most < PAUSE_MAX_MS ? most : PAUSE_MAX_MS);
	uint32_t ms = secret_random_below(limit + 1);
	struct timespec left = { .tv_sec = ms / 1000, .tv_nsec = (long)(ms % 1000) * 1000000 };

	if (clock_ms() + ms >= end)
		return false;
	while (nanosleep(&left, &left) != 0 && errno == EINTR)
		;
	return true;
}

/* Of one try: `most`, or what is left until `end`; never 0, libcurl's "no limit". */
static int64_t
time_left(int64_t end, int64_t most)
{
	int64_t left = end - clock_ms();

	if (left > most)
		return most;
	return left > 0 ? left : 1;
}

static enum http_outcome
outcome_of(enum verdict verdict)
{
	switch (verdict) {
	case ANSWERED:
		return HTTP_OK;
	case TOO_LARGE:
		return HTTP_TOO_LARGE;
	case UNTRUSTED:
		return HTTP_UNTRUSTED;
	case TRY_AGAIN:
	case GIVE_UP:
		return HTTP_DOWN;
	}
	return HTTP_DOWN;
}

enum http_outcome
http_get(struct http *h, struct arena *a, const char *url, struct http_answer *answer)
{
	struct sink sink = { .bytes = arena_alloc(a, h->set.body_max + 1), .max = h->set.body_max };
	int64_t start = clock_ms(), end = start + (int64_t)h->set.total_ms * WHOLE_TRIES;
	enum verdict verdict = GIVE_UP;

	*answer = (struct http_answer){ .body = sink.bytes, .error = "" };
	for (uint32_t n = 0; breaker_allows(h->breaker); n++) {
		int64_t left = time_left(end, h->set.total_ms);

		verdict = try_once(h, url, left, &sink, answer);
		if (verdict != TRY_AGAIN || n == h->set.retries || !pause_before_retry(h, n, end))
			break;
	}
	sink.bytes[sink.size] = '\0';
	answer->size = sink.size;
	answer->ms = (uint32_t)(clock_ms() - start);
	return outcome_of(verdict);
}

char *
http_escape(struct arena *a, const char *text)
{
	char *escaped = curl_easy_escape(NULL, text, 0);
	char *copy;

	if (escaped == NULL)
		fault("out of memory: a part of an address");
	copy = arena_str(a, escaped);
	curl_free(escaped);
	return copy;
}
