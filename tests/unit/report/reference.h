/* Figures that a script of this folder works out another way, a case a line. */
#ifndef TESTS_REPORT_REFERENCE_H
#define TESTS_REPORT_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

/* Both to 1e-9 and, for small figures, to 1e-9 of their size. */
#define assert_close(got, wanted) assert_true(close_to((got), (wanted)))
bool close_to(double got, double wanted);

/* The numbers of a line behind its first word, into `out`; how many. */
size_t reference_numbers(char *line, double *out, size_t most);

/* Runs a Python script and gives each of its lines to `check`; how many there were. */
size_t reference_run(const char *script, void (*check)(char *line));

#endif
