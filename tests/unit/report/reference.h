/* A script of reference values beside the tests, started, and what it prints. */
#ifndef TESTS_UNIT_REPORT_REFERENCE_H
#define TESTS_UNIT_REPORT_REFERENCE_H

#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

/* Starts tests/unit/report/NAME, whose output is read from *in. */
static inline pid_t
start_reference(const char *name, FILE **in)
{
	char path[512];
	int ends[2];
	pid_t pid;

	snprintf(path, sizeof path, "%s/tests/unit/report/%s", SOURCE_DIR, name);
	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		execlp("python3", "python3", path, (char *)NULL);
		_exit(127);
	}
	close(ends[1]);
	*in = fdopen(ends[0], "r");
	assert_non_null(*in);
	return pid;
}

/* The numbers of a line from `at` on, `most` of them; how many. */
static inline size_t
read_numbers(char *at, double *to, size_t most)
{
	size_t n = 0;
	char *rest;

	for (; n < most; n++, at = rest) {
		to[n] = strtod(at, &rest);
		if (rest == at)
			break;
	}
	return n;
}

#endif
