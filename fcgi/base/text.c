/* Text: see text.h. */
#include "base/text.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Length of the well-formed UTF-8 sequence at `s`, or 0 (RFC 3629, table 3-7). */
static size_t
sequence_length(const unsigned char *s, size_t left)
{
	size_t n = s[0] < 0x80                   ? 1
		 : s[0] >= 0xc2 && s[0] < 0xe0 ? 2
		 : s[0] >= 0xe0 && s[0] < 0xf0 ? 3
		 : s[0] >= 0xf0 && s[0] < 0xf5 ? 4
					       : 0;

	if (n == 0 || n > left)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((s[0] == 0xe0 && s[1] < 0xa0) || (s[0] == 0xed && s[1] >= 0xa0) ||
	    (s[0] == 0xf0 && s[1] < 0x90) || (s[0] == 0xf4 && s[1] >= 0x90))
		return 0;
	return n;
}

bool
text_is_clean_utf8(const char *bytes, size_t len)
{
	const unsigned char *s = (const unsigned char *)bytes;
	size_t n;

	for (size_t i = 0; i < len; i += n) {
		n = sequence_length(s + i, len - i);
		if (n == 0 || s[i] == 0x7f)
			return false;
		if (s[i] < ' ' && s[i] != '\t' && s[i] != '\r' && s[i] != '\n')
			return false;
	}
	return true;
}

size_t
text_length(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		if (((unsigned char)*text & 0xc0) != 0x80)
			n++;
	return n;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

char *
text_trim(struct arena *a, const char *text)
{
	size_t len;

	while (is_space(*text))
		text++;
	len = strlen(text);
	while (len > 0 && is_space(text[len - 1]))
		len--;
	return arena_strn(a, text, len);
}

bool
text_equal(const char *one, const char *other)
{
	return strcmp(one, other) == 0;
}

bool
text_starts(const char *text, const char *start)
{
	return strncmp(text, start, strlen(start)) == 0;
}

bool
text_ends(const char *text, const char *end)
{
	size_t len = strlen(text), tail = strlen(end);

	return len >= tail && text_equal(text + len - tail, end);
}

bool
text_is_empty(const char *text)
{
	return text == NULL || text[0] == '\0';
}

bool
text_to_u64(const char *text, uint64_t *n)
{
	char *end;

	if (text[0] < '0' || text[0] > '9')
		return false;
	errno = 0;
	*n = strtoull(text, &end, 10);
	return errno == 0 && *end == '\0';
}

bool
text_to_i64(const char *text, int64_t *n)
{
	char *end;
	const char *first = text[0] == '-' ? text + 1 : text;

	if (first[0] < '0' || first[0] > '9')
		return false;
	errno = 0;
	*n = strtoll(text, &end, 10);
	return errno == 0 && *end == '\0';
}

bool
text_to_f64(const char *text, double *n)
{
	size_t whole = strspn(text, "0123456789"), part = 0;

	if (whole == 0 || whole > 15)
		return false;
	if (text[whole] == '.') {
		part = strspn(text + whole + 1, "0123456789");
		if (part == 0 || part > 15)
			return false;
		part++;
	}
	if (text[whole + part] != '\0')
		return false;
	*n = strtod(text, NULL);
	return true;
}

char *
text_thousands(struct arena *a, int64_t n)
{
	char plain[24], *out = arena_alloc(a, 32);
	int len = snprintf(plain, sizeof plain, "%lld", (long long)n);
	size_t at = 0;

	for (int i = 0; i < len; i++) {
		out[at++] = plain[i];
		if (plain[i] != '-' && i + 1 < len && (len - 1 - i) % 3 == 0)
			out[at++] = ',';
	}
	return out;
}

char *
text_percent(struct arena *a, double share)
{
	return arena_printf(a, "%.1f %%", round(share * 1000) / 10);
}

char *
text_exact(struct arena *a, double n)
{
	enum { ENOUGH = 15, ALL = 17 };
	char text[32];
	int digits = ENOUGH;

	snprintf(text, sizeof text, "%.*g", digits, n);
	while (digits < ALL && (strtod(text, NULL) < n || strtod(text, NULL) > n))
		snprintf(text, sizeof text, "%.*g", ++digits, n);
	return arena_str(a, text);
}

char **
text_split(struct arena *a, const char *text, char separator, size_t *count)
{
	char **parts;
	size_t n = 1;

	for (const char *p = text; *p != '\0'; p++)
		n += *p == separator;
	parts = arena_array(a, n, sizeof *parts);
	for (size_t i = 0; i < n; i++) {
		const char *end = strchr(text, separator);
		size_t len = end == NULL ? strlen(text) : (size_t)(end - text);

		parts[i] = arena_strn(a, text, len);
		text += len + 1;
	}
	*count = n;
	return parts;
}
