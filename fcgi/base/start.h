/* What all our programs do first: arguments, configuration, key. */
#ifndef BASE_START_H
#define BASE_START_H

#include "base/arena.h"
#include "base/conf.h"

enum { EXIT_USAGE = 2 };

/*
 * Reads "--config FILE" as the only argument, loads that file and the key.
 * On errors they are printed and the program ends with status 2.
 */
void start_with_config(struct arena *a, const char *program, int argc, char **argv,
		       struct conf *c);

/* Loads the file or ends the program with the errors. */
void start_load(struct arena *a, const char *program, const char *path, struct conf *c);

#endif
