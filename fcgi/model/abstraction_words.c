/* What may not stand in labels and remarks: see abstraction.h. */
#define _GNU_SOURCE
#include <string.h>

#include "model/abstraction.h"

enum { LONGEST_DIGITS = 5 };

/* The most digits without a letter between them. */
static int
longest_digits(const char *label)
{
	int run = 0, longest = 0;

	for (const char *c = label; *c != '\0'; c++) {
		if (*c >= '0' && *c <= '9')
			run++;
		else if ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z'))
			run = 0;
		if (run > longest)
			longest = run;
	}
	return longest;
}

const char *
abstraction_remark_problem(const char *text)
{
	return longest_digits(text) <= LONGEST_DIGITS
		       ? NULL
		       : "That holds what may be a record number, a social security number or a birth "
			 "date. Say it without.";
}

const char *
abstraction_label_problem(const char *label)
{
	static const char *const words[] = { "mrn", "ssn", "dob" };
	int longest = longest_digits(label);

	for (const char *c = label; *c != '\0'; c++)
		if (*c < ' ' || *c > '~')
			return "A label is made of the letters a to z, digits, spaces and signs such as "
			       "- and /.";
	if (longest > LONGEST_DIGITS)
		return "That looks like a record or social security number or a date. Use a label "
		       "that only your practice can trace to the chart, such as \"B-017\".";
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcasestr(label, words[i]) != NULL)
			return "That looks like a record number, social security number or birth date. "
			       "Use a label of your own, such as \"B-017\".";
	if (*label != '\0' && longest == 0)
		return "That may be a name. Use a label with a number in it, such as \"B-017\".";
	return NULL;
}
