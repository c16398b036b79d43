/* SPDX-License-Identifier: MIT */
#include "app/guide.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"
#include "yaml/content.h"
#include "yaml/guide.h"

static bool is_page(const char *file)
{
	size_t len = strlen(file);

	return len > 5 && strcmp(file + len - 5, ".yaml") == 0 && file[0] != '.';
}

static bool add_page(const char *folder, const char *file, struct guide *guide, struct err *err)
{
	char *path = paths_join(folder, file);
	struct problems problems = PROBLEMS_INIT;
	struct guide_page page;
	bool read = guide_page_read(path, &page, &problems, err);

	if (read) {
		guide->pages = mem_grow(guide->pages, &guide->cap, guide->count + 1, sizeof(page));
		guide->pages[guide->count++] = page;
	}
	problems_free(&problems);
	free(path);
	return read;
}

static int compare(const void *a, const void *b)
{
	const struct guide_page *left = a, *right = b;

	if (left->place != right->place)
		return left->place < right->place ? -1 : 1;
	return strcmp(left->name, right->name);
}

bool app_guide(struct app *app, struct guide *guide, struct err *err)
{
	struct guide found = GUIDE_INIT;
	const struct dirent *entry;
	char *folder;
	bool read = true;
	DIR *dir;

	if (!paths_shipped(&app->paths, "guide", &folder, err))
		return false;
	dir = opendir(folder);
	if (dir == NULL)
		read = err_set(err, ERR_IO, "%.300s: the folder can't be opened (%s)", folder,
			       strerror(errno));
	while (dir != NULL && read && (entry = readdir(dir)) != NULL)
		read = !is_page(entry->d_name) || add_page(folder, entry->d_name, &found, err);
	if (dir != NULL)
		closedir(dir);
	free(folder);
	if (!read) {
		guide_free(&found);
		return false;
	}
	if (found.count > 0)
		qsort(found.pages, found.count, sizeof(*found.pages), compare);
	*guide = found;
	return true;
}

static bool has(const struct source_notes *notes, const char *id)
{
	for (size_t i = 0; i < notes->count; i++) {
		if (strcmp(notes->items[i].id, id) == 0)
			return true;
	}
	return false;
}

static bool add_note(const struct sources *sources, const char *id, struct source_notes *notes,
		     struct err *err)
{
	const struct source *source = sources_find(sources, id);
	struct source_note note = {.own = strcmp(id, GUIDE_OWN_SOURCE) == 0};

	if (has(notes, id))
		return true;
	if (source == NULL || !str_copy(note.id, sizeof(note.id), source->id) ||
	    !str_copy(note.title, sizeof(note.title), source->title) ||
	    !str_copy(note.where, sizeof(note.where), source->where))
		return err_set(err, ERR_FORMAT, "sources.yaml: has no source '%s'", id);
	note.year = source->year;
	note.reported = source->mark == SOURCE_REPORTED;
	notes->items = mem_grow(notes->items, &notes->cap, notes->count + 1, sizeof(note));
	notes->items[notes->count++] = note;
	return true;
}

bool app_sources(struct app *app, const char *const *ids, size_t count, struct source_notes *notes,
		 struct err *err)
{
	char *path = NULL;
	struct source_notes found = {.items = NULL};
	struct problems problems = PROBLEMS_INIT;
	struct sources sources = SOURCES_INIT;
	bool read = paths_shipped(&app->paths, "sources.yaml", &path, err) &&
		    sources_read(path, &sources, &problems, err);

	for (size_t i = 0; i < count && read; i++)
		read = add_note(&sources, ids[i], &found, err);
	sources_free(&sources);
	problems_free(&problems);
	free(path);
	if (read)
		*notes = found;
	else
		source_notes_free(&found);
	return read;
}

bool app_guide_sources(struct app *app, const struct guide_page *page, struct source_notes *notes,
		       struct err *err)
{
	const char **ids = mem_alloc((size_t)GUIDE_SECTION_MAX * GUIDE_SOURCE_MAX, sizeof(*ids));
	size_t count = 0;
	bool found;

	for (size_t i = 0; i < page->section_count; i++) {
		for (size_t k = 0; k < page->sections[i].source_count; k++)
			ids[count++] = page->sections[i].sources[k];
	}
	found = app_sources(app, ids, count, notes, err);
	free(ids);
	return found;
}

void source_notes_free(struct source_notes *notes)
{
	free(notes->items);
	*notes = (struct source_notes){.items = NULL};
}
