/* SPDX-License-Identifier: MIT */
/*
 * The settings file config.yaml (format taper-config/1), read and written: one table holds every key, its kind, range,
 * default and meaning. A file that is not there means the defaults; one with mistakes changes nothing and says so.
 */
#ifndef YAML_SETTINGS_H
#define YAML_SETTINGS_H

#include "base/problems.h"
#include "base/str.h"
#include "base/style.h"
#include "engine/amount.h"
#include "engine/plan.h"
#include "engine/product.h"

/* In the order in which they are shown and written. */
enum setting {
	SETTING_DAY_STARTS,
	SETTING_PRODUCT,
	SETTING_UNIT,
	SETTING_MEASURE,
	SETTING_TIMES,
	SETTING_PRICE,
	SETTING_COUNTRY,
	SETTING_PRODUCTS,
	SETTING_PLAIN,
	SETTING_ASCII,
	SETTING_LIGHT,
	SETTING_DATES,
	SETTING_DECIMAL,
	SETTING_KEYS,
	SETTING_COUNT
};

enum { KEY_ACTION_SIZE = 32, KEY_NAMES_SIZE = 48, KEY_BINDING_MAX = 96, CURRENCY_SIZE = 8 };

/* The person's own keys for an action of the screen; what both words mean is the screen's. */
struct key_binding {
	char action[KEY_ACTION_SIZE]; /* "log-dose" */
	char keys[KEY_NAMES_SIZE];    /* "a <Enter>" */
};

struct settings {
	bool said[SETTING_COUNT];        /* by the file; the others are the defaults */
	int16_t day_starts;              /* minutes after midnight; default 04:00 */
	char product[DOSE_PRODUCT_SIZE]; /* what a dose is of where nothing is said */
	enum unit unit;                  /* and its unit */
	struct amount
		measure; /* what the scale can measure; 0 where not said, then the plan file's own counts */
	struct product products[PRODUCT_MAX]; /* named by the person */
	size_t product_count;
	bool plain;                   /* the screen without drawing characters */
	bool ascii;                   /* drawing in ASCII */
	bool light;                   /* colours for a light background */
	struct style style;           /* how days and decimals are written */
	char country[3];              /* ISO 3166, "DE"; empty where not said */
	int16_t times[PLAN_SLOT_MAX]; /* usual minutes of the doses, in the order of taper's day */
	size_t time_count;
	int64_t price_milli;          /* for one unit of the usual product; 0 where not said */
	char currency[CURRENCY_SIZE]; /* "USD", "€" */
	struct key_binding keys[KEY_BINDING_MAX];
	size_t key_count;
};

/* What there is to know about a setting; all texts are static. */
struct setting_info {
	const char *key;     /* "day_starts" */
	const char *type;    /* "time of day" */
	const char *range;   /* what is allowed, in words */
	const char *usual;   /* what holds where nothing is said, in words */
	const char *meaning; /* one plain sentence */
	const char *example; /* as typed; reads without a mistake */
	const char *
		choices; /* "no yes": all that can be typed, parted by blanks; NULL where that is no list */
};

struct settings settings_default(void);

/* Reads the file over the defaults. ERR_FORMAT with all mistakes in problems; *settings is untouched then. */
MUST_USE bool settings_read(const char *path, struct settings *settings, struct problems *problems,
			    struct err *err);

const struct setting_info *setting_info(enum setting setting);

/* The setting of a key. ERR_USAGE suggests the nearest. */
MUST_USE bool setting_find(const char *key, enum setting *setting, struct err *err);

/* Adds what holds, as a person would type it; nothing where there is nothing. */
void setting_show(const struct settings *settings, enum setting setting, struct str *out);

/* The file as it would be with one setting changed. */
struct settings_edit {
	struct str text;
	struct str was; /* as it is now; empty where there is none */
	struct settings settings;
	bool loses; /* some comment or order of the file as it was: a copy is worth keeping */
};

#define SETTINGS_EDIT_INIT                                                                         \
	{                                                                                          \
		.text = STR_INIT, .was = STR_INIT                                                  \
	}

void settings_edit_free(struct settings_edit *edit);

/*
 * Makes *edit (to be freed) of the file, or of none: value as typed, NULL to take the setting out. Comments and order of the
 * rest stay wherever they can; nothing is written. ERR_INVALID names the setting; ERR_FORMAT where the file has mistakes.
 */
MUST_USE bool settings_edit(const char *path, enum setting setting, const char *value,
			    struct settings_edit *edit, struct err *err);

#endif
