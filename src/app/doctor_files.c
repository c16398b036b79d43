/* SPDX-License-Identifier: MIT */
#include "doctor.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/plural.h"

enum { OTHERS = 077 };

/* What only its owner may read. */
struct private
{
	char **paths; /* owned, as what they point to */
	size_t count, cap;
};

static void add_path(struct private *all, char *path)
{
	struct stat found;

	if (lstat(path, &found) != 0 || S_ISLNK(found.st_mode)) {
		free(path);
		return;
	}
	all->paths = mem_grow(all->paths, &all->cap, all->count + 1, sizeof(all->paths[0]));
	all->paths[all->count++] = path;
}

/* The folder a file is in is taper's only where it is named so: TAPER_DB may be anywhere. */
static char *own_folder(const char *store)
{
	static const char own[] = "/taper";
	const char *slash = strrchr(store, '/');
	struct str folder = STR_INIT;
	size_t len = slash != NULL ? (size_t)(slash - store) : 0;

	if (len < strlen(own) || strncmp(store + len - strlen(own), own, strlen(own)) != 0)
		return NULL;
	str_add_bytes(&folder, store, len);
	return str_take(&folder);
}

static struct private private_paths(const struct paths *paths)
{
	struct private all = {.count = 0};
	struct store_copies copies;
	struct err ignored;
	char *folder = own_folder(paths->store);

	if (folder != NULL)
		add_path(&all, folder);
	add_path(&all, mem_dup(paths->store));
	add_path(&all, mem_dup(paths->backups));
	if (store_copies_names(paths->backups, &copies, &ignored)) {
		for (size_t i = 0; i < copies.count; i++)
			add_path(&all, paths_join(paths->backups, copies.items[i].name));
		store_copies_free(&copies);
	}
	add_path(&all, paths_follow(paths->config));
	return all;
}

static void private_free(struct private *all)
{
	for (size_t i = 0; i < all->count; i++)
		free(all->paths[i]);
	free(all->paths);
}

static void one_permission(struct doctor *doctor, const char *path, int *wrong)
{
	struct stat found;
	struct check *check;
	mode_t wanted;

	if (stat(path, &found) != 0 || (found.st_mode & OTHERS) == 0)
		return;
	++*wrong;
	wanted = found.st_mode & 0700;
	check = doctor_check(doctor, "permissions", CHECK_WRONG);
	check_say(check, "others may look into %.300s (%03o)", path,
		  (unsigned)(found.st_mode & 0777));
	if (doctor->mend && chmod(path, wanted) == 0) {
		check->state = CHECK_MENDED;
		check_say(check, "others could look into %.300s (%03o); now only you can", path,
			  (unsigned)(found.st_mode & 0777));
		return;
	}
	check_todo(check,
		   doctor->mend ? "chmod %03o %.200s"
				: "'taper doctor --fix', or chmod %03o %.200s",
		   (unsigned)wanted, path);
}

static void no_link(struct doctor *doctor, const char *path, int *wrong)
{
	struct stat found;
	struct check *check;

	if (lstat(path, &found) != 0 || !S_ISLNK(found.st_mode))
		return;
	++*wrong;
	check = doctor_check(doctor, "permissions", CHECK_WRONG);
	check_say(check, "%.300s is a symbolic link, and taper needs the folder itself", path);
	check_todo(check, "put the folder it leads to in its place");
}

void doctor_permissions(struct doctor *doctor)
{
	struct private all = private_paths(&doctor->app->paths);
	int wrong = 0;

	no_link(doctor, doctor->app->paths.backups, &wrong);
	for (size_t i = 0; i < all.count; i++)
		one_permission(doctor, all.paths[i], &wrong);
	if (wrong == 0)
		check_say(doctor_check(doctor, "permissions", CHECK_OK),
			  "only you can read the log and its backups");
	private_free(&all);
}

void doctor_owner(struct doctor *doctor)
{
	struct private all = private_paths(&doctor->app->paths);
	struct check *check = doctor_check(doctor, "owner", CHECK_OK);
	struct stat found;

	check_say(check, "the log and its backups are yours");
	for (size_t i = 0; i < all.count; i++) {
		if (stat(all.paths[i], &found) != 0 || found.st_uid == geteuid())
			continue;
		check->state = CHECK_WRONG;
		check_say(check, "%.300s belongs to another user (%u)", all.paths[i],
			  (unsigned)found.st_uid);
		check_todo(check, "chown %u %.200s, as the administrator", (unsigned)geteuid(),
			   all.paths[i]);
		break;
	}
	private_free(&all);
}

void doctor_leftovers(struct doctor *doctor)
{
	const struct paths *paths = &doctor->app->paths;
	struct check *check = doctor_check(doctor, "leftovers", CHECK_OK);
	int64_t count = 0, removed = 0;
	struct err err;

	if (!store_parts(paths->store, paths->backups, &count, &err) ||
	    (doctor->mend && count > 0 &&
	     !store_sweep(paths->store, paths->backups, app_now_utc(doctor->app), &removed,
			  &err))) {
		check->state = CHECK_WRONG;
		check_say(check, "%s", err.msg);
	} else if (count == 0) {
		check_say(check, "no copy was left unfinished");
	} else if (removed == count) {
		check->state = CHECK_MENDED;
		check_say(check,
			  plural_of(removed, "%" PRId64 " unfinished copy was removed",
				    "%" PRId64 " unfinished copies were removed"),
			  removed);
	} else {
		check->state = CHECK_WRONG;
		check_say(check,
			  plural_of(count - removed, "%" PRId64 " unfinished copy lies about",
				    "%" PRId64 " unfinished copies lie about"),
			  count - removed);
		check_todo(check, doctor->mend ? "they are less than an hour old; try again later"
					       : "'taper doctor --fix' removes them");
	}
}

static void say_hidden(struct check *check, size_t hidden)
{
	if (hidden == 0)
		check_say(check, "none yet; the first is made with the second change");
	else
		check_say(check, "%zu, locked, and not looked at without their key", hidden);
}

static void say_copies(struct check *check, const struct store_copies *copies, bool locked)
{
	const struct store_copy *newest = NULL, *bad = NULL;
	size_t whole = 0, count = 0, hidden = 0, open = 0;

	for (size_t i = 0; i < copies->count && !copies->items[i].aside; i++) {
		const struct store_copy *copy = &copies->items[i];

		if (copy->hidden) {
			hidden++;
			continue;
		}
		count++;
		open += !copy->locked;
		whole += copy->whole;
		if (copy->whole && newest == NULL)
			newest = copy;
		if (!copy->whole && bad == NULL)
			bad = copy;
	}
	if (count == 0) {
		say_hidden(check, hidden);
		return;
	}
	check_say(check, "%zu, the newest whole one is %.60s", count,
		  newest != NULL ? newest->name : "none of them");
	if (bad == NULL && locked && open > 0) {
		check->state = CHECK_WRONG;
		check_say(check, "%zu of %zu can be read by whoever gets at the disk", open, count);
		check_todo(check, "'taper passphrase' locks them with the log");
	}
	if (bad == NULL)
		return;
	check->state = CHECK_WRONG;
	check_say(check, "%zu of %zu can't be read, such as %.60s; the newest whole one is %.60s",
		  count - whole, count, bad->name, newest != NULL ? newest->name : "none of them");
	check_todo(check, "'taper backup FILE' makes a fresh one somewhere else");
}

void doctor_backups(struct doctor *doctor)
{
	struct check *check = doctor_check(doctor, "backups", CHECK_OK);
	struct store_copies copies;
	struct err err;

	if (!store_copies_read(doctor->app->paths.backups, doctor->app->keys, &copies, &err)) {
		check->state = CHECK_WRONG;
		check_say(check, "%s", err.msg);
		return;
	}
	say_copies(check, &copies, store_is_locked(doctor->app->paths.store));
	store_copies_free(&copies);
}
