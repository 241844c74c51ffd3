/* The text of a mail: see message.h. */
#include "remote/message.h"

#include <string.h>
#include <time.h>

#include "base/fault.h"
#include "base/secret.h"
#include "base/text.h"

enum {
	MESSAGE_MAX = 1024 * 1024,
	ADDRESS_MAX = 254,
	SUBJECT_MAX = 500,    /* bytes */
	HEADER_LINE = 78,     /* RFC 5322 2.1.1: should be no longer */
	BODY_LINE = 998,      /* RFC 5322 2.1.1: must be no longer */
	WORD_MAX = 75,        /* RFC 2047 2: an encoded word */
	QP_LINE = 76,         /* RFC 2045 6.7: with the = of a soft break */
};

static const char WORD_START[] = "=?UTF-8?Q?";
static const char WORD_END[] = "?=";

static bool
is_ascii(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text >= 0x80)
			return false;
	return true;
}

bool
message_is_address(const char *text)
{
	const char *at = strchr(text, '@');
	size_t len = strlen(text);

	if (at == NULL || at == text || at[1] == '\0' || strchr(at + 1, '@') != NULL)
		return false;
	if (len > ADDRESS_MAX || strpbrk(text, "<>()[]\\,;:\"") != NULL)
		return false;
	for (; *text != '\0'; text++)
		if (*text <= ' ' || *text > '~')
			return false;
	return true;
}

char *
message_address(struct arena *a, const char *from)
{
	const char *open = strrchr(from, '<');
	char *box;

	if (open == NULL) {
		box = text_trim(a, from);
	} else {
		size_t len = strcspn(open + 1, ">");

		if (open[1 + len] != '>' || open[2 + len] != '\0')
			return NULL;
		box = arena_strn(a, open + 1, len);
	}
	return message_is_address(box) ? box : NULL;
}

/* One line of text that may stand in a header once it is encoded. */
static bool
is_header_text(const char *text)
{
	size_t len = strlen(text);

	return len <= SUBJECT_MAX && text_is_clean_utf8(text, len) && strpbrk(text, "\r\n\t") == NULL;
}

/* Bytes of the UTF-8 sequence that begins with `first`. */
static size_t
sequence_length(char first)
{
	unsigned char c = (unsigned char)first;

	return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static bool
is_word_safe(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       strchr("!*+-/", c) != NULL;
}

/* One character of an encoded word: itself, _ for a space, or =XX a byte. */
static void
add_word_char(struct buf *to, const char *text, size_t len)
{
	if (*text == ' ')
		buf_char(to, '_');
	else if (len == 1 && is_word_safe(*text))
		buf_char(to, *text);
	else
		for (size_t i = 0; i < len; i++)
			buf_printf(to, "=%02X", (unsigned char)text[i]);
}

/*
 * As encoded words of RFC 2047, one a line; a word never cuts a character. The
 * first stands behind `column` bytes of its line.
 */
static void
add_encoded_words(struct buf *out, const char *text, size_t column)
{
	size_t room = WORD_MAX - column % WORD_MAX;
	size_t used = strlen(WORD_START) + strlen(WORD_END);

	buf_str(out, WORD_START);
	while (*text != '\0') {
		size_t len = sequence_length(*text);
		size_t cost = len == 1 && (*text == ' ' || is_word_safe(*text)) ? 1 : 3 * len;

		if (used + cost > room) {
			buf_printf(out, "%s\r\n %s", WORD_END, WORD_START);
			used = strlen(WORD_START) + strlen(WORD_END);
			room = WORD_MAX;
		}
		add_word_char(out, text, len);
		used += cost;
		text += len;
	}
	buf_str(out, WORD_END);
}

/* `text` as it is, when it is short ASCII that cannot be read as an encoded word. */
static void
add_header_text(struct buf *out, const char *text, size_t column)
{
	if (is_ascii(text) && strstr(text, "=?") == NULL && column + strlen(text) <= HEADER_LINE)
		buf_str(out, text);
	else
		add_encoded_words(out, text, column);
}

/* From: an address, or a name as quoted or encoded words and the address. */
static bool
add_from(struct arena *a, struct buf *out, const char *from)
{
	const char *box = message_address(a, from), *open = strrchr(from, '<');
	const char *name;

	if (box == NULL)
		return false;
	name = open == NULL ? "" : text_trim(a, arena_strn(a, from, (size_t)(open - from)));
	if (!is_header_text(name))
		return false;
	buf_str(out, "From: ");
	if (text_is_empty(name)) {
		buf_printf(out, "<%s>\r\n", box);
		return true;
	}
	if (is_ascii(name) && strpbrk(name, "\"\\") == NULL && strstr(name, "=?") == NULL &&
	    strlen(name) + strlen("From: \"\"") <= HEADER_LINE)
		buf_printf(out, "\"%s\"", name);
	else
		add_encoded_words(out, name, strlen("From: "));
	buf_printf(out, "\r\n <%s>\r\n", box);
	return true;
}

/* RFC 5322 3.3, in English whatever the locale. */
static void
add_date(struct buf *out, int64_t seconds)
{
	static const char days[][4] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char months[][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
					  "Sep", "Oct", "Nov", "Dec" };
	time_t at = (time_t)seconds;
	struct tm t;

	must(gmtime_r(&at, &t) != NULL);
	buf_printf(out, "Date: %s, %02d %s %04d %02d:%02d:%02d +0000\r\n", days[t.tm_wday],
		   t.tm_mday, months[t.tm_mon], t.tm_year + 1900, t.tm_hour, t.tm_min, t.tm_sec);
}

static bool
is_id(const char *id)
{
	return id[0] != '\0' && strlen(id) <= 100 &&
	       strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") ==
		       strlen(id);
}

/* Bytes of the line at `text`, and in *rest where the next line begins (NULL: none). */
static size_t
line_length(const char *text, const char **rest)
{
	size_t len = strcspn(text, "\r\n");

	*rest = text[len] == '\0' ? NULL : text + len + (text[len] == '\r' && text[len + 1] == '\n') + 1;
	return len;
}

/* ASCII in short enough lines goes as it is; anything else quoted-printable. */
static bool
needs_encoding(const char *body)
{
	if (!is_ascii(body))
		return true;
	for (const char *rest; body != NULL; body = rest)
		if (line_length(body, &rest) > BODY_LINE)
			return true;
	return false;
}

/* One line as quoted-printable (RFC 2045 6.7), soft breaks where it grows too long. */
static void
add_quoted_line(struct buf *out, const char *line, size_t len)
{
	size_t column = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)line[i];
		bool blank_at_end = (c == ' ' || c == '\t') && i + 1 == len;
		bool plain = (c == '\t' || (c >= ' ' && c <= '~')) && c != '=' && !blank_at_end;
		size_t cost = plain ? 1 : 3;

		if (column + cost > QP_LINE - 1) {
			buf_str(out, "=\r\n");
			column = 0;
		}
		if (plain)
			buf_char(out, (char)c);
		else
			buf_printf(out, "=%02X", c);
		column += cost;
	}
}

static void
add_body(struct buf *out, const char *body, bool encoded)
{
	for (const char *rest; body != NULL && *body != '\0'; body = rest) {
		size_t len = line_length(body, &rest);

		if (encoded)
			add_quoted_line(out, body, len);
		else
			buf_add(out, body, len);
		buf_str(out, "\r\n");
	}
}

struct buf *
message_build(struct arena *a, const struct message *m)
{
	struct buf *out = buf_new(a, MESSAGE_MAX);
	bool encoded = needs_encoding(m->body);
	const char *box = message_address(a, m->from), *id = m->id;

	if (!message_is_address(m->to) || !is_header_text(m->subject) ||
	    !text_is_clean_utf8(m->body, strlen(m->body)) || !add_from(a, out, m->from))
		return NULL;
	if (id == NULL)
		id = secret_token(a);
	must(is_id(id));
	buf_printf(out, "To: <%s>\r\nSubject: ", m->to);
	add_header_text(out, m->subject, strlen("Subject: "));
	buf_str(out, "\r\n");
	add_date(out, m->time);
	buf_printf(out, "Message-ID: <%s@%s>\r\n", id, strchr(box, '@') + 1);
	buf_str(out, "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n");
	buf_printf(out, "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: %s\r\n\r\n",
		   encoded ? "quoted-printable" : "7bit");
	add_body(out, m->body, encoded);
	return out->full ? NULL : out;
}
