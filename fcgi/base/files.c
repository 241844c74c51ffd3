/* Files below a folder and their content: see files.h. */
#include "base/files.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_FILES = 2000, MAX_DEPTH = 6, MAX_SIZE = 8 << 20 };

struct walk {
	struct arena *arena;
	const char *dir;
	char **names;
	size_t count;
};

static bool walk_folder(struct walk *w, const char *below, int depth);

static bool
walk_entry(struct walk *w, const char *below, const char *name, int depth)
{
	char *relative = arena_printf(w->arena, "%s%s%s", below, *below == '\0' ? "" : "/", name);
	char *path = arena_printf(w->arena, "%s/%s", w->dir, relative);
	struct stat st;

	if (stat(path, &st) != 0)
		return false;
	if (S_ISDIR(st.st_mode))
		return walk_folder(w, relative, depth + 1);
	if (!S_ISREG(st.st_mode))
		return true;
	if (w->count == MAX_FILES)
		return false;
	w->names[w->count++] = relative;
	return true;
}

static bool
walk_folder(struct walk *w, const char *below, int depth)
{
	DIR *folder;
	struct dirent *entry;
	bool good = true;

	if (depth > MAX_DEPTH)
		return false;
	folder = opendir(arena_printf(w->arena, "%s/%s", w->dir, below));
	if (folder == NULL)
		return false;
	while (good && (entry = readdir(folder)) != NULL) {
		if (entry->d_name[0] != '.')
			good = walk_entry(w, below, entry->d_name, depth);
	}
	closedir(folder);
	return good;
}

static int
by_name(const void *one, const void *other)
{
	return strcmp(*(char *const *)one, *(char *const *)other);
}

char **
files_below(struct arena *a, const char *dir, size_t *count)
{
	struct walk w = { .arena = a, .dir = dir };

	w.names = arena_array(a, MAX_FILES, sizeof *w.names);
	*count = 0;
	if (!walk_folder(&w, "", 0))
		return NULL;
	qsort(w.names, w.count, sizeof *w.names, by_name);
	*count = w.count;
	return w.names;
}

static char *
read_all(FILE *file, size_t *len)
{
	char *content = malloc(MAX_SIZE + 1), *fitted;

	if (content == NULL)
		return NULL;
	*len = fread(content, 1, MAX_SIZE, file);
	if (ferror(file) || (*len == MAX_SIZE && fgetc(file) != EOF)) {
		free(content);
		return NULL;
	}
	content[*len] = '\0';
	fitted = realloc(content, *len + 1);
	return fitted == NULL ? content : fitted;
}

char *
files_content(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	char *content;

	*len = 0;
	if (file == NULL)
		return NULL;
	content = read_all(file, len);
	fclose(file);
	return content;
}

char *
files_text(struct arena *a, const char *path)
{
	size_t len;
	char *content = files_content(path, &len);

	if (content != NULL)
		arena_defer(a, free, content);
	return content;
}
