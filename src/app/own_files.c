/* SPDX-License-Identifier: MIT */
#include "own_files.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "app/transfer.h"
#include "app_private.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "files.h"
#include "source.h"

enum { FILES_MAX = 500, TEXT_MAX = 1048576, ALL_MAX = 16 * TEXT_MAX, NAME_MAX_BYTES = 80 };

static const char plans[] = "plans/", ending[] = ".yaml";
static const char *const single[] = {"guidance.yaml", "support.yaml", "symptoms.yaml"};

/* A plain name of its own: letters, digits and - _ with the ending, no folder. */
static bool is_plan_name(const char *name)
{
	size_t len = strlen(name), stem = len - (sizeof(ending) - 1);

	if (len <= sizeof(ending) - 1 || len > NAME_MAX_BYTES || strcmp(name + stem, ending) != 0)
		return false;
	for (size_t i = 0; i < stem; i++) {
		char c = name[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_')
			return false;
	}
	return true;
}

static bool is_ours(const char *name)
{
	for (size_t i = 0; i < sizeof(single) / sizeof(single[0]); i++) {
		if (strcmp(name, single[i]) == 0)
			return true;
	}
	return str_starts(name, plans) && is_plan_name(name + sizeof(plans) - 1);
}

static bool read_text(const char *path, struct str *text)
{
	struct source source;
	struct feed feed;
	struct err ignored;
	size_t got = 1;
	bool good = source_open(path, NULL, true, &source, &ignored);

	if (!good)
		return false;
	good = source_feed(&source, &feed, &ignored);
	while (good && got > 0 && text->len <= TEXT_MAX) {
		char part[4096];

		good = feed.read(feed.context, part, sizeof(part), &got, &ignored);
		if (good)
			str_add_bytes(text, part, got);
	}
	source_close(&source);
	return good && text->len <= TEXT_MAX && utf8_valid(text->data, text->len);
}

/* One there is not, or that is no text, is passed over. */
static bool visit_file(struct app *app, const char *name, own_file_visit *visit, void *context,
		       struct err *err)
{
	char *path = paths_join(app->paths.config, name);
	struct str text = STR_INIT;
	bool done = true;

	if (paths_exists(path) && read_text(path, &text))
		done = visit(context, name, text.data, err);
	str_free(&text);
	free(path);
	return done;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The names of the plan files; none where there is no folder. */
static char **list_plans(const char *folder, size_t *count)
{
	DIR *dir = opendir(folder);
	char **names = NULL;
	size_t cap = 0;

	*count = 0;
	for (struct dirent *entry; dir != NULL && (entry = readdir(dir)) != NULL;) {
		struct str name = STR_INIT;

		if (!is_plan_name(entry->d_name) || *count == FILES_MAX)
			continue;
		str_addf(&name, "%s%s", plans, entry->d_name);
		names = mem_grow(names, &cap, *count + 1, sizeof(*names));
		names[(*count)++] = str_take(&name);
	}
	if (dir != NULL)
		closedir(dir);
	if (names != NULL)
		qsort(names, *count, sizeof(*names), by_name);
	return names;
}

bool own_files_walk(struct app *app, own_file_visit *visit, void *context, struct err *err)
{
	char *folder = paths_join(app->paths.config, plans);
	size_t count;
	char **names = list_plans(folder, &count);
	bool done = true;

	for (size_t i = 0; done && i < sizeof(single) / sizeof(single[0]); i++)
		done = visit_file(app, single[i], visit, context, err);
	for (size_t i = 0; i < count; i++) {
		done = done && visit_file(app, names[i], visit, context, err);
		free(names[i]);
	}
	free(names);
	free(folder);
	return done;
}

bool own_files_keep(struct app *app, struct own_files *files, const char *name, const char *text,
		    struct err *err)
{
	char *path;

	if (!is_ours(name))
		return err_set(err, ERR_FORMAT, "'%.80s' is no file of taper's own", name);
	files->bytes += strlen(text);
	if (files->count == FILES_MAX || files->bytes > ALL_MAX)
		return err_set(err, ERR_FORMAT, "its files are more than taper can hold");
	path = paths_join(app->paths.config, name);
	if (paths_exists(path)) {
		files->there++;
	} else {
		files->items = mem_grow(files->items, &files->cap, files->count + 1,
					sizeof(*files->items));
		files->items[files->count++] =
			(struct own_file){.name = mem_dup(name), .text = mem_dup(text)};
	}
	free(path);
	return true;
}

static bool write_file(struct app *app, const struct own_file *file, struct err *err)
{
	char *path = paths_join(app->paths.config, file->name), *slash = strrchr(path, '/');
	struct str text = STR_INIT;
	bool done;

	str_add(&text, file->text);
	*slash = '\0';
	done = files_make_folder(path, err);
	*slash = '/';
	done = done && app_write_file(path, &text, err);
	str_free(&text);
	free(path);
	return done;
}

bool own_files_write(struct app *app, const struct own_files *files, struct err *err)
{
	for (size_t i = 0; i < files->count; i++) {
		if (!write_file(app, &files->items[i], err))
			return err_wrap(err, "the log was brought in, but not all files were");
	}
	return true;
}

void own_files_free(struct own_files *files)
{
	for (size_t i = 0; i < files->count; i++) {
		free(files->items[i].name);
		free(files->items[i].text);
	}
	free(files->items);
	*files = (struct own_files){.items = NULL};
}
