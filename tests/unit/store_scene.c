/* SPDX-License-Identifier: MIT */
#include "store_scene.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "store/care.h"
#include "store/db.h"
#include "store/migrate.h"

const struct day scene_today = {.n = 20778};

void scene_enter(struct scene *scene, const struct scene_model *model)
{
	kit_enter(&scene->place);
	snprintf(scene->backups, sizeof(scene->backups), "%s/state", scene->place.folder);
	snprintf(scene->copy, sizeof(scene->copy), "%s/copy.db", scene->place.folder);
	if (model->store.len > 0)
		kit_write(scene->place.path, model->store.data, model->store.len);
	if (model->copy.len > 0)
		kit_write(scene->copy, model->copy.data, model->copy.len);
}

void scene_leave(const struct scene *scene)
{
	kit_leave(&scene->place);
}

void scene_model_free(struct scene_model *model)
{
	str_free(&model->store);
	str_free(&model->copy);
}

static bool next_dose(void *context, struct dose *dose, struct err *err)
{
	int *left = context;

	(void)err;
	*dose = kit_dose(600 + 60 * *left, 0, 100);
	return --*left >= 0;
}

bool scene_import(struct store *store, int count, struct err *err)
{
	struct dose_import asked = {
		.source = next_dose, .context = &count, .now_utc = 5, .what = "import"};

	return store_dose_import(store, &asked, err);
}

struct str scene_look(const char *path)
{
	static const char *const questions[] = {
		"SELECT group_concat(row || ':' || id || ':' || milli || ':' || live) FROM dose",
		"SELECT group_concat(id || what || ':' || undone || ':' || last) FROM change",
		"SELECT count(*) FROM part",
		"SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema ORDER BY name)",
		"PRAGMA user_version",
		"PRAGMA integrity_check",
		"SELECT count(*) FROM pragma_foreign_key_check",
	};
	struct str out = STR_INIT;
	struct err err;
	sqlite3 *db;

	kit_ok(db_open_there(path, 1000, &db, &err), &err);
	for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++) {
		sqlite3_stmt *stmt;
		bool row = false;

		kit_ok(db_prepare(db, questions[i], NULL, 0, &stmt, &err), &err);
		kit_ok(db_step(stmt, &row, &err), &err);
		str_addf(&out, "%s\n", db_text(stmt, 0));
		sqlite3_finalize(stmt);
	}
	sqlite3_close(db);
	assert_non_null(strstr(out.data, "\nok\n0\n"));
	return out;
}

bool scene_with_store(const struct scene *scene, bool (*work)(struct store *, struct err *),
		      struct err *err)
{
	struct store *store;
	bool ok;

	if (!store_open(scene->place.path, scene->backups, &store, err))
		return false;
	store_keep_daily(store, scene_today);
	ok = work(store, err);
	store_close(store);
	return ok;
}

bool scene_restore(const struct scene *scene, struct err *err)
{
	const struct store_restore asked = {.path = scene->place.path,
					    .from = scene->copy,
					    .backups = scene->backups,
					    .today = scene_today};
	char *aside = NULL;
	bool ok = store_restore(&asked, &aside, err);

	free(aside);
	return ok;
}

bool scene_update(const struct scene *scene, const char *one, const char *two, struct err *err)
{
	const char *const sql[] = {store_steps.sql[0], one, two};
	const struct steps steps = {.sql = sql, .count = 3};
	sqlite3 *db;
	bool ok;

	if (!db_open(scene->place.path, 0, &db, err))
		return false;
	ok = migrate(db, &steps, scene->backups, err);
	sqlite3_close(db);
	return ok;
}

void scene_must_be(const struct scene *scene, const struct str *before, const struct str *after)
{
	struct str now = scene_look(scene->place.path);

	if (before == NULL || strcmp(now.data, before->data) != 0)
		assert_string_equal(now.data, after->data);
	str_free(&now);
}

int scene_rounds(const char *name, int usual)
{
	const char *asked = getenv(name);
	long wanted = asked != NULL ? strtol(asked, NULL, 10) : 0;

	return wanted > 0 && wanted < 100000 ? (int)wanted : usual;
}
