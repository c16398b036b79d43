/* SPDX-License-Identifier: MIT */
/*
 * The settings that are more than one text: times, products, own keys, and a price with its currency.
 */
#ifndef SETTINGS_KINDS_H
#define SETTINGS_KINDS_H

#include "settings_table.h"

/* Each reads the value of its key, where there is one; the node is the list or the map. */
void times_read(struct reading *reading, struct value value, const struct wire_settings *wire,
		struct settings *settings);
void products_read(struct reading *reading, struct value value, const struct wire_settings *wire,
		   struct settings *settings);
void keys_read(struct reading *reading, struct value value, const struct wire_settings *wire,
	       struct settings *settings);
void price_read(struct reading *reading, struct value value, const struct wire_settings *wire,
		struct settings *settings);

/* Each adds its value, as YAML on one line or as a person would type it; nothing where there is nothing. */
void times_write(const struct settings *settings, bool yaml, struct str *out);
void products_write(const struct settings *settings, bool yaml, struct str *out);
void keys_write(const struct settings *settings, bool yaml, struct str *out);
void price_write(const struct settings *settings, bool yaml, struct str *out);

#endif
