/* SPDX-License-Identifier: MIT */
/*
 * The settings file config.yaml (format taper-config/1). A file that is not there means the defaults; one with
 * mistakes changes nothing and says so.
 */
#ifndef YAML_SETTINGS_H
#define YAML_SETTINGS_H

#include "base/problems.h"
#include "engine/amount.h"
#include "engine/product.h"

struct settings {
	int16_t day_starts;              /* minutes after midnight; default 04:00 */
	char product[DOSE_PRODUCT_SIZE]; /* what a dose is of where nothing is said */
	enum unit unit;                  /* and its unit */
	struct amount
		measure; /* what the scale can measure; 0 where not said, then the plan file's own counts */
	struct product products[PRODUCT_MAX]; /* named by the person */
	size_t product_count;
	bool plain; /* the screen without drawing characters */
	bool ascii; /* drawing in ASCII */
	bool light; /* colours for a light background */
};

struct settings settings_default(void);

/* Reads the file over the defaults. ERR_FORMAT with all mistakes in problems; *settings is untouched then. */
MUST_USE bool settings_read(const char *path, struct settings *settings, struct problems *problems,
			    struct err *err);

#endif
