/* SPDX-License-Identifier: MIT */
#include "rescue_locked.h"

#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "copy.h"
#include "image.h"
#include "migrate.h"
#include "part.h"
#include "rescue_parts.h"
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
	if (ok && salvage_worth(&got) > salvage_worth(best)) {
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

/* A file that is locked as the damaged one is. */
static bool write_saved(const struct image *saved, const char *part, struct err *err)
{
	const struct image_view bytes = {.bytes = saved->bytes, .size = saved->size};
	struct sealed_header header = saved->header;

	return vault_write_part(part, &header, saved->key, bytes, err) &&
	       vault_prove_part(part, saved->key, bytes, err);
}

bool rescue_locked(const struct store_rescue *asked, const char *path, struct salvaged *salvaged,
		   bool *lock, char **aside, struct err *err)
{
	struct str part = STR_INIT;
	struct salvaged got = {.doses = 0};
	struct image image, saved = {.bytes = NULL};
	struct stat seen;
	bool ok, mended;

	if (!image_read_parts(path, asked, &image, &seen, &mended, err))
		return false;
	ok = try_all(&image, asked, &saved, &got, err);
	image_free(&image);
	if (ok && salvage_worth(&got) == 0)
		ok = err_set(
			err, ERR_STORE,
			"nothing in '%.300s' could be read: the damage is where all of it begins",
			path);
	ok = ok && part_begin(path, &part, err) && write_saved(&saved, part.data, err) &&
	     rescue_put(asked, path, &seen, part.data, aside, err);
	part_free(&part, ok);
	image_free(&saved);
	if (ok) {
		*salvaged = got;
		*lock = mended;
	}
	return ok;
}
