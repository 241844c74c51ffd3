/* One message over SMTP: see mail.h. */
#include "remote/mail.h"

#include <string.h>

#include "base/date.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "remote/handle.h"
#include "remote/message.h"

enum { CONNECT_MS = 5000, TOTAL_MS = 30000 };

struct mailer {
	CURL *curl;
	const char *from;   /* as in the header */
	const char *sender; /* its address, for the envelope */
};

/* What libcurl reads the message from. */
struct source {
	const char *bytes;
	size_t left;
};

/* Called by libcurl. */
static size_t
give_bytes(char *to, size_t one, size_t count, void *arg)
{
	struct source *source = arg;
	size_t room = one * count, n = source->left < room ? source->left : room;

	memcpy(to, source->bytes, n);
	source->bytes += n;
	source->left -= n;
	return n;
}

static void
log_in(struct arena *a, CURL *curl, const struct conf *c)
{
	if (text_is_empty(c->smtp_user))
		return;
	handle_set(curl, CURLOPT_USERNAME, c->smtp_user);
	handle_set(curl, CURLOPT_PASSWORD, conf_secret(a, c->smtp_password_file));
}

struct mailer *
mailer_new(struct arena *a, const struct conf *c)
{
	struct mailer *m = arena_alloc(a, sizeof *m);
	bool secure = !text_is_empty(c->smtp_ca_file) || !text_is_empty(c->smtp_user);

	m->from = arena_str(a, c->mail_from);
	m->sender = message_address(a, c->mail_from);
	if (m->sender == NULL)
		fault("mail_from is \"%s\": \"Name <box@domain>\" is wanted", c->mail_from);
	m->curl = handle_new(a, "smtp,smtps", c->smtp_ca_file);
	handle_set(m->curl, CURLOPT_URL, c->smtp_url);
	handle_set(m->curl, CURLOPT_USE_SSL, (long)(secure ? CURLUSESSL_ALL : CURLUSESSL_NONE));
	handle_set(m->curl, CURLOPT_MAIL_FROM, arena_printf(a, "<%s>", m->sender));
	handle_set(m->curl, CURLOPT_UPLOAD, 1L);
	handle_set(m->curl, CURLOPT_READFUNCTION, give_bytes);
	log_in(a, m->curl, c);
	mailer_set_times(m, CONNECT_MS, TOTAL_MS);
	return m;
}

void
mailer_set_times(struct mailer *m, uint32_t connect_ms, uint32_t total_ms)
{
	handle_set(m->curl, CURLOPT_CONNECTTIMEOUT_MS, (long)connect_ms);
	handle_set(m->curl, CURLOPT_TIMEOUT_MS, (long)total_ms);
}

/* A 5xx that is about us and the server, not about this message. */
static bool
is_about_login(CURLcode code, long reply)
{
	return code == CURLE_LOGIN_DENIED || reply == 530 || reply == 534 || reply == 535 ||
	       reply == 538;
}

/*
 * What an error means. `begun` says that the server had begun to take the
 * text: libcurl does not tell a refused text from a refused connection.
 */
static enum mail_outcome
judge(CURLcode code, long reply, bool begun)
{
	if (code == CURLE_OK)
		return MAIL_SENT;
	if (is_about_login(code, reply)) {
		log_error("mail_login", "reply=%ld todo=%s", reply,
			  log_quote("see smtp_user and smtp_password_file"));
		return MAIL_LATER;
	}
	if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_USE_SSL_FAILED) {
		log_error("mail_untrusted", "todo=%s", log_quote("see smtp_ca_file and smtp_url"));
		return MAIL_LATER;
	}
	if ((code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_REMOTE_ACCESS_DENIED) && !begun)
		return MAIL_LATER; /* the greeting or EHLO, nothing about this message */
	return reply >= 500 ? MAIL_REFUSED : MAIL_LATER;
}

/* One conversation with the server. */
static enum mail_outcome
transmit(struct mailer *m, struct arena *a, const char *to, const struct buf *text)
{
	struct source source = { text->data, text->len };
	struct arena_mark mark = arena_mark(a);
	enum mail_outcome outcome;
	CURLcode code;
	long reply = 0;

	handle_set(m->curl, CURLOPT_MAIL_RCPT, handle_list(a, NULL, arena_printf(a, "<%s>", to)));
	handle_set(m->curl, CURLOPT_READDATA, &source);
	code = curl_easy_perform(m->curl);
	curl_easy_getinfo(m->curl, CURLINFO_RESPONSE_CODE, &reply);
	handle_set(m->curl, CURLOPT_MAIL_RCPT, NULL);
	arena_back(a, mark);
	outcome = judge(code, reply, source.left < text->len);
	log_info("mail", "outcome=%s reply=%ld error=%s",
		 outcome == MAIL_SENT ? "sent" : outcome == MAIL_REFUSED ? "refused" : "later", reply,
		 log_quote(code == CURLE_OK ? "" : curl_easy_strerror(code)));
	return outcome;
}

enum mail_outcome
mail_send(struct mailer *m, struct arena *a, const struct mail *mail)
{
	struct message message = {
		.from = m->from,
		.to = mail->to,
		.subject = mail->subject,
		.body = mail->body,
		.id = mail->id,
		.time = time_now(),
	};
	struct buf *text = message_build(a, &message);

	if (text == NULL) {
		log_error("mail", "outcome=refused error=%s",
			  log_quote("an address, subject or text that no mail can have"));
		return MAIL_REFUSED;
	}
	return transmit(m, a, mail->to, text);
}
