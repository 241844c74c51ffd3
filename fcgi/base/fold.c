/*
 * Folding of names for comparison: text_fold_name of text.h.
 *
 * libunistring does the Unicode: compatibility decomposition (NFKD) with case
 * folding takes letters and their diacritics apart; only letters and digits
 * are kept of what comes out.
 */
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/text.h"

/* Copies the letters and digits of `from` to `to`, which has as much room. */
static void
keep_letters(const uint8_t *from, size_t len, char *to)
{
	while (len > 0) {
		ucs4_t c;
		int n = u8_mbtouc(&c, from, len);

		if (uc_is_general_category(c, UC_CATEGORY_L) ||
		    uc_is_general_category(c, UC_CATEGORY_N)) {
			memcpy(to, from, (size_t)n);
			to += n;
		}
		from += n;
		len -= (size_t)n;
	}
}

char *
text_fold_name(struct arena *a, const char *text)
{
	size_t len = 0;
	uint8_t *folded = u8_casefold((const uint8_t *)text, strlen(text), NULL, UNINORM_NFKD, NULL,
				      &len);
	char *name;

	if (folded == NULL)
		fault("out of memory: a name to fold");
	arena_defer(a, free, folded);
	name = arena_alloc(a, len + 1);
	keep_letters(folded, len, name);
	return name;
}
