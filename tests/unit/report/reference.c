/* Figures from scripts: see reference.h. */
#include "../test.h"

#include "reference.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

bool
close_to(double got, double wanted)
{
	double bound = 1e-9 * fmin(1, fabs(wanted)) + 1e-15;

	if (fabs(got - wanted) <= bound)
		return true;
	print_error("%.17g is not %.17g\n", got, wanted);
	return false;
}

size_t
reference_numbers(char *line, double *out, size_t most)
{
	size_t count = 0;
	char *at = strchr(line, ' ');

	while (at != NULL && count < most) {
		char *end;
		double number = strtod(at, &end);

		if (end == at)
			break;
		out[count++] = number;
		at = end;
	}
	return count;
}

/* Starts a script, whose output is read from *in. */
static pid_t
start(const char *script, FILE **in)
{
	char path[4096];
	int ends[2];
	pid_t pid;

	snprintf(path, sizeof path, "%s/tests/unit/report/%s", SOURCE_DIR, script);
	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		execlp("python3", "python3", path, NULL);
		_exit(127);
	}
	close(ends[1]);
	*in = fdopen(ends[0], "r");
	assert_non_null(*in);
	return pid;
}

size_t
reference_run(const char *script, void (*check)(char *line))
{
	FILE *in;
	pid_t reference = start(script, &in);
	char line[8192];
	size_t cases = 0;
	int status;

	for (; fgets(line, sizeof line, in) != NULL; cases++)
		check(line);
	fclose(in);
	assert_int_equal(waitpid(reference, &status, 0), reference);
	assert_int_equal(status, 0);
	return cases;
}
