/* What all our programs do first: see start.h. */
#include "base/start.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"

enum { ERRORS_MAX = 64 * 1024 };

void
start_load(struct arena *a, const char *program, const char *path, struct conf *c)
{
	struct buf *errors = buf_new(a, ERRORS_MAX);

	conf_defaults(c);
	if (!conf_load(a, path, c, errors)) {
		fprintf(stderr, "%s: the configuration is not usable:\n%s", program, errors->data);
		exit(EXIT_USAGE);
	}
	secret_init();
	secret_load_key(c->secret_key_file);
}

void
start_with_config(struct arena *a, const char *program, int argc, char **argv, struct conf *c)
{
	log_program(program);
	if (argc != 3 || !text_equal(argv[1], "--config")) {
		fprintf(stderr, "%s: usage: %s --config FILE\n", program, argv[0]);
		exit(EXIT_USAGE);
	}
	start_load(a, program, argv[2], c);
}
