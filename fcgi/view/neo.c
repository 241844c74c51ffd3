/* What ClearSilver needs around it: errors, trees and escape functions. See neo.h. */
#include "view/neo.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fault.h"

/* ClearSilver's error texts run over several lines when an error was passed on. */
static void
one_line(char *text)
{
	for (char *p = text; *p != '\0'; p++) {
		if (*p == '\n' || *p == '\r')
			*p = p[1] == '\0' ? '\0' : ' ';
	}
}

char *
neo_text(struct arena *a, NEOERR *err)
{
	STRING text;
	char *copy;

	string_init(&text);
	nerr_error_string(err, &text);
	copy = arena_str(a, text.buf == NULL ? "unknown error" : text.buf);
	string_clear(&text);
	nerr_ignore(&err);
	one_line(copy);
	return copy;
}

void
neo_check(NEOERR *err, const char *doing)
{
	char copy[400];
	STRING text;

	if (err == STATUS_OK)
		return;
	string_init(&text);
	nerr_error_string(err, &text);
	snprintf(copy, sizeof copy, "%s", text.buf == NULL ? "unknown error" : text.buf);
	string_clear(&text);
	nerr_ignore(&err);
	one_line(copy);
	fault("%s: %s", doing, copy);
}

static void
tree_end(void *arg)
{
	HDF *hdf = arg;

	hdf_destroy(&hdf);
}

HDF *
neo_tree(struct arena *a)
{
	HDF *hdf = NULL;

	neo_check(hdf_init(&hdf), "a new tree");
	arena_defer(a, tree_end, hdf);
	return hdf;
}

static bool
is_unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '.' || c == '_' || c == '~';
}

/* RFC 3986, section 2.3: only unreserved characters stay. */
static NEOERR *
escape_url(const char *text, char **escaped)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t len = strlen(text);
	char *out = len > SIZE_MAX / 4 ? NULL : malloc(3 * len + 1);

	*escaped = out;
	if (out == NULL)
		return nerr_raise(NERR_NOMEM, "no memory for an address of %zu bytes", len);
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (is_unreserved(c)) {
			*out++ = (char)c;
		} else {
			*out++ = '%';
			*out++ = hex[c >> 4];
			*out++ = hex[c & 15];
		}
	}
	*out = '\0';
	return STATUS_OK;
}

/* "//host" and "/\host" leave the site in a browser, so they are no paths. */
static bool
is_good_link(const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		if ((unsigned char)*p <= ' ' || *p == '\\' || *p == 0x7f)
			return false;
	}
	return (text[0] == '/' && text[1] != '/') || strncasecmp(text, "https://", 8) == 0 ||
	       strncasecmp(text, "http://", 7) == 0 || strncasecmp(text, "mailto:", 7) == 0;
}

static const char *
entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

static NEOERR *
escape_link(const char *text, char **escaped)
{
	const char *good = is_good_link(text) ? text : "#";
	size_t len = strlen(good);
	char *out = len > SIZE_MAX / 8 ? NULL : malloc(6 * len + 1); /* "&quot;" is six bytes */

	*escaped = out;
	if (out == NULL)
		return nerr_raise(NERR_NOMEM, "no memory for an address of %zu bytes", len);
	for (; *good != '\0'; good++) {
		const char *name = entity(*good);

		if (name == NULL) {
			*out++ = *good;
		} else {
			memcpy(out, name, strlen(name));
			out += strlen(name);
		}
	}
	*out = '\0';
	return STATUS_OK;
}

NEOERR *
neo_escapes(CSPARSE *parse)
{
	NEOERR *err = cs_register_esc_strfunc(parse, (char *)"url", escape_url);

	return err != STATUS_OK ? err : cs_register_esc_strfunc(parse, (char *)"link", escape_link);
}
