/* SPDX-License-Identifier: MIT */
#include "keep.h"
#include "store/care.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "copy.h"
#include "names.h"
#include "place.h"

void store_keep_daily(struct store *store, struct day today)
{
	if (store->keeps && store->today.n == today.n)
		return;
	store->keeps = true;
	store->tried = false;
	store->today = today;
}

const char *store_note(const struct store *store)
{
	return store->note[0] != '\0' ? store->note : NULL;
}

static bool has_changes(sqlite3 *db, bool *has, struct err *err)
{
	int64_t one = 0;

	if (!db_number(db, "SELECT 1 FROM change LIMIT 1", NULL, 0, &one, err))
		return false;
	*has = one == 1;
	return true;
}

static void prune_after(const char *folder, const char *path)
{
	names_prune(folder, strrchr(path, '/') + 1);
}

/* So that only the first change of the day has to wait. */
static void mark_skipped(struct store *store)
{
	struct str path = STR_INIT;
	int fd;

	name_add_day(&path, store->backups, store->today, ".skipped");
	fd = open(path.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd >= 0)
		close(fd);
	prune_after(store->backups, path.data);
	str_free(&path);
}

static bool is_there(struct store *store, const char *ending)
{
	struct str path = STR_INIT;
	struct stat found;
	bool there;

	name_add_day(&path, store->backups, store->today, ending);
	there = lstat(path.data, &found) == 0;
	str_free(&path);
	return there;
}

static bool make_day(struct store *store, struct err *err)
{
	struct str path = STR_INIT;
	bool has = false, late = false;
	bool ok = has_changes(store->db, &has, err);

	if (ok && has) {
		name_add_day(&path, store->backups, store->today, ".db");
		ok = place_own_folder(store->backups, err) &&
		     copy_keep(store->db, store->vault, path.data, STORE_DAILY_LIMIT_MS, &late,
			       err);
		/* Another program that made it at the same moment has made ours too. */
		ok = ok || is_there(store, ".db");
		if (ok)
			prune_after(store->backups, path.data);
		if (late)
			mark_skipped(store);
	}
	str_free(&path);
	return ok;
}

void keep_day(struct store *store)
{
	struct err err = {.code = ERR_NONE};

	if (!store->keeps || store->tried || store->backups == NULL || store->path == NULL)
		return;
	store->tried = true;
	store->note[0] = '\0';
	if (is_there(store, ".db") || is_there(store, ".skipped") || make_day(store, &err))
		return;
	err_wrap(&err, "today's automatic backup is missing");
	snprintf(store->note, sizeof(store->note), "%s", err.msg);
}

bool keep_before(sqlite3 *db, const struct vault *vault, const char *folder, const char *word,
		 struct str *made, struct err *err)
{
	struct str path = STR_INIT;
	bool late;
	bool ok = place_own_folder(folder, err) && name_add_before(&path, folder, word, err) &&
		  copy_keep(db, vault, path.data, 0, &late, err);

	if (ok)
		str_add(made, path.data);
	str_free(&path);
	return ok || err_wrap(err, "no copy could be kept before the %s", word);
}

void keep_end(const char *folder, bool done, struct str *made)
{
	if (made->len > 0 && done)
		prune_after(folder, made->data);
	else if (made->len > 0)
		unlink(made->data);
	str_free(made);
}

bool keep_before_change(struct store *store, const char *word, struct str *made, struct err *err)
{
	bool has = false;

	if (store->backups == NULL || store->path == NULL)
		return true;
	return has_changes(store->db, &has, err) &&
	       (!has || keep_before(store->db, store->vault, store->backups, word, made, err));
}
