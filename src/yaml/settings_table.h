/* SPDX-License-Identifier: MIT */
/*
 * The one table of the settings: how each is read from a file and written into one. Knows the keys; does not know
 * where the file is or how one of its lines is changed.
 */
#ifndef SETTINGS_TABLE_H
#define SETTINGS_TABLE_H

#include "yaml/settings.h"

#include <cyaml/cyaml.h>

#include "value.h"

#define SETTINGS_FORMAT "taper-config/1"

/* The keys that hold one text: the name and how long it may be. */
#define SETTING_TEXTS(X)                                                                           \
	X(day_starts, 32)                                                                          \
	X(product, DOSE_PRODUCT_SIZE - 1)                                                          \
	X(unit, 32)                                                                                \
	X(measure, 32)                                                                             \
	X(price, 40)                                                                               \
	X(country, 32)                                                                             \
	X(plain, 32)                                                                               \
	X(ascii, 32)                                                                               \
	X(light, 32)                                                                               \
	X(dates, 32)                                                                               \
	X(decimal, 32)

struct wire_product {
	char *name, *unit, *holds;
};

struct wire_settings {
	char *format;
#define X(name, most) char *name;
	SETTING_TEXTS(X)
#undef X
	char **times;
	unsigned times_count;
	struct wire_product *products;
	unsigned products_count;
};

extern const cyaml_schema_value_t settings_schema;

/* Reads what the file says of one setting; its mistakes go to reading->problems. */
void setting_read(struct reading *reading, const struct wire_settings *wire, enum setting setting,
		  struct settings *settings);

/* Adds the value as YAML on one line. */
void setting_write(const struct settings *settings, enum setting setting, struct str *out);

/* Adds what was typed as YAML on one line, to be read like a file. */
void setting_typed(enum setting setting, const char *typed, struct str *out);

/* Reads text as a settings file over the defaults; *settings is untouched where there is any mistake. */
MUST_USE bool settings_parse(const struct str *text, struct settings *settings,
			     struct problems *problems);

#endif
