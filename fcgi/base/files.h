/* Small helpers of this folder about files: names below a folder, whole contents. */
#ifndef BASE_FILES_H
#define BASE_FILES_H

#include <stddef.h>

#include "base/arena.h"

/*
 * Names of the regular files below `dir`, relative to it and in the order of
 * strcmp, so that all machines agree. Hidden ones are left out. Sets *count;
 * NULL when a folder cannot be read.
 */
char **files_below(struct arena *a, const char *dir, size_t *count);

/*
 * The content of a file with a NUL behind it, from malloc: for ClearSilver,
 * which frees it. Sets *len; NULL when it cannot be read or is over 8 MB.
 */
char *files_content(const char *path, size_t *len);

/* The same as text of the arena; NULL likewise. */
char *files_text(struct arena *a, const char *path);

#endif
