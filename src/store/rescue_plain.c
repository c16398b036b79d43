/* SPDX-License-Identifier: MIT */
#include "rescue_plain.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "copy.h"
#include "migrate.h"
#include "part.h"
#include "rescue_parts.h"

enum { PAGE = 4096, SIZE_AT = 28, BLOCK = 65536 };

struct rescue {
	const char *path;   /* resolved */
	struct str scratch; /* the damaged file again, to be worked on */
	struct str fresh;   /* what is saved; removed at the end, as scratch is */
	struct stat seen;
	const struct store_rescue *asked;
};

static bool refused(const char *path, struct err *err)
{
	return err_set(err, ERR_IO, "'%.300s' can't be read or copied: %s", path, strerror(errno));
}

static bool copy_to(int from, int to)
{
	char block[BLOCK];
	ssize_t got;

	while ((got = read(from, block, sizeof(block))) > 0) {
		for (ssize_t at = 0; at < got;) {
			ssize_t put = write(to, block + at, (size_t)(got - at));

			if (put < 0)
				return false;
			at += put;
		}
	}
	return got == 0;
}

static bool copy_file(const char *from, const char *to, struct stat *seen, struct err *err)
{
	int in = open(from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
	bool ok = in >= 0 && out >= 0 && fstat(in, seen) == 0 && copy_to(in, out);

	if (!ok)
		refused(from, err);
	if (in >= 0)
		close(in);
	if (out >= 0 && close(out) != 0 && ok)
		ok = refused(to, err);
	return ok;
}

static void add_journal(const struct str *path, struct str *journal)
{
	str_addf(journal, "%s-journal", path->data);
}

/* With the journal of a change that was interrupted, for that belongs to what is there. */
static bool copy_damaged(struct rescue *rescue, struct err *err)
{
	struct str path = STR_INIT, from = STR_INIT, to = STR_INIT;
	struct stat found;
	bool ok = copy_file(rescue->path, rescue->scratch.data, &rescue->seen, err);

	str_add(&path, rescue->path);
	add_journal(&path, &from);
	add_journal(&rescue->scratch, &to);
	if (ok && lstat(from.data, &found) == 0)
		ok = copy_file(from.data, to.data, &found, err);
	str_free(&path);
	str_free(&from);
	str_free(&to);
	return ok;
}

static void put_big_endian(unsigned char *at, uint32_t number)
{
	for (int i = 3; i >= 0; i--, number >>= 8)
		at[i] = (unsigned char)number;
}

/* Writes the first page of the store at model over that of the scratch file. */
static bool lend_page(const char *model, const struct rescue *rescue, struct err *err)
{
	int from = open(model, O_RDONLY | O_CLOEXEC);
	int to = open(rescue->scratch.data, O_WRONLY | O_CLOEXEC);
	unsigned char page[PAGE];
	bool ok = from >= 0 && to >= 0 && read(from, page, PAGE) == PAGE;

	put_big_endian(page + SIZE_AT, (uint32_t)(rescue->seen.st_size / PAGE));
	ok = ok && write(to, page, PAGE) == PAGE;
	if (from >= 0)
		close(from);
	if (to >= 0)
		close(to);
	return ok || refused(model, err);
}

/* An empty store, into a file that is emptied. */
static bool make_fresh(const struct str *path, size_t steps_back, sqlite3 **db, struct err *err)
{
	struct steps steps = {.sql = store_steps.sql, .count = store_steps.count - steps_back};

	if (truncate(path->data, 0) != 0)
		return refused(path->data, err);
	if (!db_open(path->data, 0, db, err))
		return false;
	if (db_exec(*db, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", err) &&
	    migrate(*db, &steps, NULL, err))
		return true;
	sqlite3_close(*db);
	return false;
}

static bool lend_first_page(const struct rescue *rescue, enum first_page which, struct err *err)
{
	const struct rescue_model *model = &rescue_models[which];
	struct str copied = STR_INIT;
	bool late, ok;
	sqlite3 *db;

	if (!make_fresh(&rescue->fresh, model->steps_back, &db, err))
		return false;
	ok = !model->copied || (part_begin(rescue->path, &copied, err) &&
				copy_fill(db, NULL, copied.data, 0, &late, err));
	sqlite3_close(db);
	ok = ok && lend_page(model->copied ? copied.data : rescue->fresh.data, rescue, err);
	part_free(&copied, false);
	return ok;
}

/* Leaves what was saved in the file fresh. */
static bool try_one(struct rescue *rescue, enum first_page which, struct salvaged *salvaged,
		    struct err *err)
{
	const struct salvage_now now = {rescue->asked->now_utc, rescue->asked->utc_offset};
	sqlite3 *from, *to;
	bool ok;

	if (!copy_damaged(rescue, err))
		return false;
	if (which != FIRST_OWN && !lend_first_page(rescue, which, err))
		return false;
	if (!db_open_there(rescue->scratch.data, 0, &from, err))
		return false;
	ok = make_fresh(&rescue->fresh, 0, &to, err);
	if (ok) {
		ok = salvage(from, to, &now, salvaged, err);
		sqlite3_close(to);
	}
	sqlite3_close(from);
	return ok;
}

static bool try_all(struct rescue *rescue, struct salvaged *best, struct err *err)
{
	enum first_page which = FIRST_OWN, best_which = FIRST_OWN;

	for (; which < FIRST_COUNT; which++) {
		struct salvaged now = {.doses = 0};

		if (!try_one(rescue, which, &now, err))
			return false;
		if (salvage_worth(&now) > salvage_worth(best)) {
			*best = now;
			best_which = which;
		}
		if (which == FIRST_OWN && salvage_worth(best) > 0)
			return true;
	}
	if (salvage_worth(best) == 0)
		return err_set(err, ERR_STORE, "nothing in '%.300s' could be read as a taper store",
			       rescue->path);
	return best_which == FIRST_COUNT - 1 || try_one(rescue, best_which, best, err);
}

/* What was saved, read back and lasting, in the place of what it was saved from. */
static bool put_in_place(const struct rescue *rescue, char **aside, struct err *err)
{
	struct str part = STR_INIT;
	sqlite3 *db;
	bool late, ok;

	if (!db_open_there(rescue->fresh.data, 0, &db, err))
		return false;
	ok = part_begin(rescue->path, &part, err) && copy_fill(db, NULL, part.data, 0, &late, err);
	sqlite3_close(db);
	ok = ok && rescue_put(rescue->asked, rescue->path, &rescue->seen, part.data, aside, err);
	part_free(&part, ok);
	return ok;
}

static void drop_scratch(struct rescue *rescue)
{
	struct str journal = STR_INIT;

	if (rescue->scratch.len > 0) {
		add_journal(&rescue->scratch, &journal);
		unlink(journal.data);
	}
	str_free(&journal);
	part_free(&rescue->scratch, false);
	part_free(&rescue->fresh, false);
}

bool rescue_plain(const struct store_rescue *asked, const char *path, struct salvaged *salvaged,
		  char **aside, struct err *err)
{
	struct rescue rescue = {
		.path = path, .scratch = STR_INIT, .fresh = STR_INIT, .asked = asked};
	bool ok = part_begin(path, &rescue.scratch, err) && part_begin(path, &rescue.fresh, err) &&
		  try_all(&rescue, salvaged, err) && put_in_place(&rescue, aside, err);

	drop_scratch(&rescue);
	return ok;
}
