/* SPDX-License-Identifier: MIT */
#include "app/wipe.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app_private.h"
#include "base/mem.h"
#include "base/str.h"
#include "hooks.h"
#include "my_plan_edit.h"
#include "store/lock.h"
#include "store/wipe.h"

/* What is in the folder of settings under a name that taper reads. */
static const char *const own_names[] = {"config.yaml", "guidance.yaml", "report-note.txt",
					"support.yaml", "symptoms.yaml"};
static const char plan_ending[] = ".yaml";

enum { UNFINISHED = 7 }; /* ".XXXXXX": a file that was being written */

static void add(struct wipe_list *list, char *path, const char *why, bool folder)
{
	struct wipe_item *item;

	list->items = mem_grow(list->items, &list->cap, list->count + 1, sizeof(list->items[0]));
	item = &list->items[list->count++];
	*item = (struct wipe_item){.why = why, .folder = folder};
	item->path = path;
	list->files += why == NULL && !folder ? 1 : 0;
}

static void add_store_file(void *context, const char *path, const char *why)
{
	add(context, mem_dup(path), why, false);
}

/*
 * The length of a name without what taper puts behind it: "~" or ".by-hand-2" for a copy, and what a file has while it is written.
 */
static size_t stem_of(const char *name)
{
	static const size_t kept = sizeof(MY_PLAN_KEPT) - 1;
	size_t len = strlen(name), end;

	if (len > UNFINISHED && name[len - UNFINISHED] == '.' &&
	    strchr(name + len - UNFINISHED + 1, '.') == NULL)
		len -= UNFINISHED;
	if (len > 1 && name[len - 1] == '~')
		return len - 1;
	end = len;
	while (end > 0 && name[end - 1] >= '0' && name[end - 1] <= '9')
		end--;
	end = end > 0 && end < len && name[end - 1] == '-' ? end - 1 : len;
	return end > kept && strncmp(name + end - kept, MY_PLAN_KEPT, kept) == 0 ? end - kept : len;
}

static bool is_own(const char *name)
{
	for (size_t i = 0; i < sizeof(own_names) / sizeof(own_names[0]); i++) {
		size_t len = strlen(own_names[i]);

		if (strncmp(name, own_names[i], len) == 0 &&
		    (name[len] == '\0' || stem_of(name) == len))
			return true;
	}
	return false;
}

/* What stands beside the backups. */
static bool is_state(const char *name)
{
	size_t len = strlen(HOOK_NOTE);

	return strncmp(name, HOOK_NOTE, len) == 0 && (name[len] == '\0' || stem_of(name) == len);
}

static bool is_plan(const char *name)
{
	size_t ending = sizeof(plan_ending) - 1;
	size_t whole = strlen(name), len = stem_of(name);

	return (whole > ending && strcmp(name + whole - ending, plan_ending) == 0) ||
	       (len > ending && strncmp(name + len - ending, plan_ending, ending) == 0);
}

static int by_path(const void *a, const void *b)
{
	const struct wipe_item *left = a, *right = b;

	return strcmp(left->path, right->path);
}

static bool add_folder(struct wipe_list *list, const char *folder, bool (*is_ours)(const char *),
		       struct err *err)
{
	struct stat found;
	size_t first = list->count;
	const struct dirent *entry;
	DIR *dir;

	if (lstat(folder, &found) != 0)
		return true;
	if (S_ISLNK(found.st_mode)) {
		add(list, mem_dup(folder), "a link; what it leads to may be somebody else's",
		    false);
		return true;
	}
	dir = opendir(folder);
	if (dir == NULL)
		return err_set(err, ERR_IO, "the folder '%.300s' can't be read: %s", folder,
			       strerror(errno));
	while ((entry = readdir(dir)) != NULL) {
		char *path = paths_join(folder, entry->d_name);

		if (!is_ours(entry->d_name) || lstat(path, &found) != 0)
			free(path);
		else
			add(list, path, S_ISREG(found.st_mode) ? NULL : "not a file of taper's",
			    false);
	}
	closedir(dir);
	if (list->count > first)
		qsort(list->items + first, list->count - first, sizeof(list->items[0]), by_path);
	return true;
}

/* A folder that is called as taper calls its own; another one may be shared. */
static void add_own_folder(struct wipe_list *list, const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');
	struct stat found;

	if (slash != NULL && strcmp(slash + 1, name) == 0 && lstat(path, &found) == 0 &&
	    S_ISDIR(found.st_mode))
		add(list, mem_dup(path), NULL, true);
}

static void add_parent(struct wipe_list *list, const char *path)
{
	char *folder = paths_folder(path);

	add_own_folder(list, folder, "taper");
	free(folder);
}

/* Programs a person wrote are theirs, and said to be left. */
static void add_hooks(struct wipe_list *list, const char *folder)
{
	static const char *const hooks[] = {"post-log", "post-step"};

	for (size_t i = 0; i < sizeof(hooks) / sizeof(hooks[0]); i++) {
		char *path = paths_join(folder, hooks[i]);

		if (paths_exists(path))
			add(list, path, "a program of your own", false);
		else
			free(path);
	}
}

bool app_wipe_list(struct app *app, struct wipe_list *list, struct err *err)
{
	const struct paths *paths = &app->paths;
	struct wipe_list found = WIPE_LIST_INIT;
	char *plans = paths_join(paths->config, "plans");
	char *hooks = paths_join(paths->config, HOOK_FOLDER);
	char *state = paths_folder(paths->backups);
	bool ok = store_files_walk(paths->store, paths->backups, add_store_file, &found, err) &&
		  add_folder(&found, paths->config, is_own, err) &&
		  add_folder(&found, plans, is_plan, err) &&
		  add_folder(&found, state, is_state, err);

	if (ok) {
		add_hooks(&found, hooks);
		add_own_folder(&found, paths->backups, "backups");
		add_parent(&found, paths->backups);
		add_own_folder(&found, plans, "plans");
		add_own_folder(&found, paths->config, "taper");
		add_parent(&found, paths->store);
		found.key = keychain_stays(paths->store);
		*list = found;
	} else {
		wipe_list_free(&found);
	}
	free(plans);
	free(hooks);
	free(state);
	return ok;
}

void wipe_list_free(struct wipe_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i].path);
	free(list->items);
	*list = (struct wipe_list)WIPE_LIST_INIT;
}

const char *wipe_head(void)
{
	return "This is what taper wrote, and what goes:";
}

const char *wipe_key(void)
{
	return "the key of the log that the kernel keeps";
}

const char *wipe_reach(void)
{
	return "Out of taper's reach: copies and exports you made elsewhere, synced folders, "
	       "snapshots and backups of the system, and what a disk keeps of files that are gone.";
}

bool app_wipe(struct app *app, const struct wipe_list *list, struct err *err)
{
	struct err first = {.code = ERR_NONE}, now;

	store_close(app->store);
	app->store = NULL;
	app->stores++;
	keychain_leave(app->paths.store);
	for (size_t i = 0; i < list->count; i++) {
		const struct wipe_item *item = &list->items[i];

		if (item->why != NULL)
			continue;
		/* What others put into a folder keeps it. */
		if (item->folder)
			rmdir(item->path);
		else if (!store_file_wipe(item->path, &now) && first.code == ERR_NONE)
			first = now;
	}
	if (first.code != ERR_NONE)
		*err = first;
	return first.code == ERR_NONE;
}
