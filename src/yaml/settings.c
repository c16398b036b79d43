/* SPDX-License-Identifier: MIT */
#include "yaml/settings.h"

#include <string.h>

#include "file.h"
#include "load.h"
#include "settings_table.h"

struct settings settings_default(void)
{
	return (struct settings){
		.day_starts = 4 * 60,
		.product = DOSE_DEFAULT_PRODUCT,
		.unit = UNIT_GRAM,
	};
}

bool settings_parse(const struct str *text, struct settings *settings, struct problems *problems)
{
	struct settings read = settings_default();
	struct problems found = PROBLEMS_INIT;
	struct loaded loaded;
	bool ok;

	if (load_text(text, SETTINGS_FORMAT, &settings_schema, &loaded, &found)) {
		struct reading reading = {
			.tree = &loaded.tree, .problems = &found, .unit = read.unit};

		for (enum setting i = 0; i < SETTING_COUNT; i++)
			setting_read(&reading, loaded.data, i, &read);
	}
	load_free(&loaded);
	ok = found.count == 0;
	if (ok)
		*settings = read;
	load_hand_over(&found, problems);
	return ok;
}

bool settings_read(const char *path, struct settings *settings, struct problems *problems,
		   struct err *err)
{
	struct problems found = PROBLEMS_INIT;
	struct str text = STR_INIT;
	struct err trouble;
	bool ok = file_load(path, &text, &trouble);

	if (ok) {
		ok = settings_parse(&text, settings, &found);
		if (!ok) {
			load_refuse(&found, err);
			err_wrap(err, "%s", path);
		}
	} else if (trouble.code == ERR_NOT_FOUND) {
		*settings = settings_default();
		ok = true;
	} else {
		*err = trouble;
	}
	load_hand_over(&found, problems);
	str_free(&text);
	return ok;
}

bool setting_find(const char *key, enum setting *setting, struct err *err)
{
	const char *keys[SETTING_COUNT], *nearest;

	for (enum setting i = 0; i < SETTING_COUNT; i++) {
		keys[i] = setting_info(i)->key;
		if (strcmp(keys[i], key) == 0) {
			*setting = i;
			return true;
		}
	}
	nearest = str_nearest(key, keys, SETTING_COUNT);
	if (nearest != NULL)
		return err_set(err, ERR_USAGE, "there is no setting '%.60s'; did you mean '%s'?",
			       key, nearest);
	return err_set(err, ERR_USAGE, "there is no setting '%.60s'; 'taper config' lists them",
		       key);
}
