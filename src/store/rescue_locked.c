/* SPDX-License-Identifier: MIT */
#include "rescue_locked.h"

#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "copy.h"
#include "image.h"
#include "migrate.h"
#include "swap.h"
#include "vault.h"

enum { PAGE = 4096, SIZE_AT = 28 };

static bool make_model(enum first_page which, struct image *model, struct err *err)
{
	const struct steps steps = {.sql = store_steps.sql,
				    .count = store_steps.count - rescue_models[which].steps_back};
	sqlite3 *db;
	bool ok;

	if (!db_open(NULL, 0, &db, err))
		return false;
	ok = migrate(db, &steps, NULL, err) &&
	     (!rescue_models[which].copied || db_exec(db, "VACUUM", err)) &&
	     image_copy(db, model, err);
	sqlite3_close(db);
	return ok;
}

static bool is_missing(const struct image *image, size_t at)
{
	for (size_t i = at; i < at + PAGE; i++) {
		if (image->bytes[i] != 0)
			return false;
	}
	return true;
}

/* What a store has from its first moment: where a whole chunk of it is missing, a new one lends it. */
static void lend_pages(const struct image *model, struct image *image)
{
	size_t pages = image->size / PAGE;

	for (size_t at = 0; at + PAGE <= model->size && at + PAGE <= image->size; at += PAGE) {
		if (!is_missing(image, at))
			continue;
		memcpy(image->bytes + at, model->bytes + at, PAGE);
		for (size_t i = 0; at == 0 && i < 4; i++)
			image->bytes[SIZE_AT + i] = (unsigned char)(pages >> (24 - 8 * i));
	}
}

static bool misses_any(const struct image *image, const struct image *model)
{
	for (size_t at = 0; at + PAGE <= model->size && at + PAGE <= image->size; at += PAGE) {
		if (is_missing(image, at))
			return true;
	}
	return false;
}

static void copy_image(const struct image *image, struct image *copy)
{
	*copy = *image;
	copy->bytes = sqlite3_malloc64(image->size + 1);
	if (copy->bytes == NULL)
		mem_fatal();
	memcpy(copy->bytes, image->bytes, image->size);
}

/* Takes over the damaged bytes. */
static bool salvage_into(struct image *damaged, const struct store_rescue *asked,
			 struct image *saved, struct salvaged *salvaged, struct err *err)
{
	const struct salvage_now now = {asked->now_utc, asked->utc_offset};
	sqlite3 *from, *to;
	bool ok;

	if (!image_open(damaged, &from, err))
		return false;
	ok = db_open(NULL, 0, &to, err);
	if (ok) {
		ok = migrate(to, &store_steps, NULL, err) &&
		     salvage(from, to, &now, salvaged, err) && copy_is_whole(to, err) &&
		     image_copy(to, saved, err);
		sqlite3_close(to);
	}
	image_wipe(from);
	sqlite3_close(from);
	return ok;
}

static int64_t worth(const struct salvaged *salvaged)
{
	return salvaged->doses + salvaged->plans + salvaged->diary;
}

static bool try_one(const struct image *image, enum first_page which,
		    const struct store_rescue *asked, struct image *saved, struct salvaged *best,
		    struct err *err)
{
	struct salvaged got = {.doses = 0};
	struct image copy, model = {.bytes = NULL}, mine = {.bytes = NULL};
	bool ok;

	copy_image(image, &copy);
	ok = which == FIRST_OWN || make_model(which, &model, err);
	if (ok && which != FIRST_OWN)
		lend_pages(&model, &copy);
	image_free(&model);
	if (!ok) {
		image_free(&copy);
		return false;
	}
	ok = salvage_into(&copy, asked, &mine, &got, err);
	if (ok && worth(&got) > worth(best)) {
		image_free(saved);
		*saved = mine;
		*best = got;
	} else {
		image_free(&mine);
	}
	return ok;
}

/* Whichever way most of it can be read. */
static bool try_all(const struct image *image, const struct store_rescue *asked,
		    struct image *saved, struct salvaged *best, struct err *err)
{
	struct image model;
	bool ok, misses;

	if (!make_model(FIRST_MADE, &model, err))
		return false;
	misses = misses_any(image, &model);
	image_free(&model);
	ok = try_one(image, FIRST_OWN, asked, saved, best, err);
	for (enum first_page which = FIRST_MADE; ok && misses && which < FIRST_COUNT; which++)
		ok = try_one(image, which, asked, saved, best, err);
	saved->header = image->header;
	saved->key = image->key;
	return ok;
}

static bool put_in_place(const struct swap *as, const struct image *saved, char **aside,
			 struct err *err)
{
	const struct image_view bytes = {.bytes = saved->bytes, .size = saved->size};
	struct sealed_header header = saved->header;
	struct str part = STR_INIT;
	struct swap swap = *as;
	bool ok = copy_begin(swap.path, &part, err) &&
		  vault_write_part(part.data, &header, saved->key, bytes, err) &&
		  vault_prove_part(part.data, saved->key, bytes, err);

	swap.part = part.data;
	ok = ok && swap_in(&swap, aside, err);
	if (ok)
		str_free(&part);
	else
		copy_drop(&part);
	return ok;
}

bool rescue_locked(const struct store_rescue *asked, const char *path, struct salvaged *salvaged,
		   char **aside, struct err *err)
{
	struct stat seen;
	const struct swap swap = {.path = path,
				  .backups = asked->backups,
				  .word = "damaged",
				  .today = asked->today,
				  .seen = &seen};
	struct salvaged got = {.doses = 0};
	struct image image, saved = {.bytes = NULL};
	bool ok;

	if (!image_read_parts(path, asked->backups, asked->keys, &image, &seen, err))
		return false;
	ok = try_all(&image, asked, &saved, &got, err);
	image_free(&image);
	if (ok && worth(&got) == 0)
		ok = err_set(
			err, ERR_STORE,
			"nothing in '%.300s' could be read: the damage is where all of it begins",
			path);
	ok = ok && put_in_place(&swap, &saved, aside, err);
	image_free(&saved);
	if (ok)
		*salvaged = got;
	return ok;
}
