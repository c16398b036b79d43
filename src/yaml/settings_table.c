/* SPDX-License-Identifier: MIT */
#include "settings_table.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

#include "engine/moment.h"
#include "quote.h"
#include "settings_kinds.h"
#include "wire.h"

static const cyaml_schema_field_t product_fields[] = {
	CYAML_FIELD_STRING_PTR("name", NEEDED, struct wire_product, name, 1, DOSE_PRODUCT_SIZE - 1),
	CYAML_FIELD_STRING_PTR("unit", NEEDED, struct wire_product, unit, 1, SHORT),
	CYAML_FIELD_STRING_PTR("holds", MAY_BE, struct wire_product, holds, 1, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t product_schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_product, product_fields),
};

static const cyaml_schema_value_t time_schema = {
	CYAML_VALUE_STRING(CYAML_FLAG_POINTER, char, 1, SHORT),
};

static const cyaml_schema_field_t fields[] = {
	CYAML_FIELD_STRING_PTR("format", NEEDED, struct wire_settings, format, 1, SHORT),
#define X(name, most) CYAML_FIELD_STRING_PTR(#name, MAY_BE, struct wire_settings, name, 1, most),
	SETTING_TEXTS(X)
#undef X
		CYAML_FIELD_SEQUENCE("times", MAY_BE, struct wire_settings, times, &time_schema, 1,
				     PLAN_SLOT_MAX),
	CYAML_FIELD_SEQUENCE("products", MAY_BE, struct wire_settings, products, &product_schema, 1,
			     PRODUCT_MAX),
	CYAML_FIELD_IGNORE("keys", CYAML_FLAG_OPTIONAL),
	CYAML_FIELD_END,
};

const cyaml_schema_value_t settings_schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_settings, fields),
};

typedef void read_fn(struct reading *reading, struct value value, const struct wire_settings *wire,
		     struct settings *settings);
typedef void write_fn(const struct settings *settings, bool yaml, struct str *out);

static void read_day_starts(struct reading *reading, struct value value,
			    const struct wire_settings *wire, struct settings *settings)
{
	(void)wire;
	value_minute(reading, value, &settings->day_starts);
}

static void write_day_starts(const struct settings *settings, bool yaml, struct str *out)
{
	char text[MOMENT_TEXT_SIZE];

	str_addf(out, yaml ? "\"%s\"" : "%s", minute_text(settings->day_starts, text));
}

static void read_product(struct reading *reading, struct value value,
			 const struct wire_settings *wire, struct settings *settings)
{
	(void)wire;
	value_text(reading, value, settings->product, sizeof(settings->product));
}

static void write_product(const struct settings *settings, bool yaml, struct str *out)
{
	if (yaml)
		quote_where_needed(settings->product, out);
	else
		str_add(out, settings->product);
}

/* Amounts that follow are in it. */
static void read_unit(struct reading *reading, struct value value, const struct wire_settings *wire,
		      struct settings *settings)
{
	(void)wire;
	value_unit(reading, value, &settings->unit);
	reading->unit = settings->unit;
}

static void write_unit(const struct settings *settings, bool yaml, struct str *out)
{
	(void)yaml;
	str_add(out, unit_name(settings->unit));
}

static void read_measure(struct reading *reading, struct value value,
			 const struct wire_settings *wire, struct settings *settings)
{
	(void)wire;
	if (value_amount(reading, value, &settings->measure) && settings->measure.nano == 0)
		value_wrong(reading, value.node,
			    "'measure' is 0; it is the smallest amount the scale can weigh");
}

static void write_measure(const struct settings *settings, bool yaml, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	(void)yaml;
	if (settings->measure.nano > 0)
		str_add(out, amount_plain_with_unit(settings->measure, settings->unit, text));
}

/* "UK" is what people type for GB. */
static void read_country(struct reading *reading, struct value value,
			 const struct wire_settings *wire, struct settings *settings)
{
	(void)wire;
	if (value.text == NULL)
		return;
	if (strlen(value.text) != 2 || !isalpha((unsigned char)value.text[0]) ||
	    !isalpha((unsigned char)value.text[1])) {
		value_wrong(reading, value.node,
			    "'%.40s' is not a country's two letters, like US, GB or DE",
			    value.text);
		return;
	}
	for (size_t i = 0; i < 2; i++)
		settings->country[i] = (char)toupper((unsigned char)value.text[i]);
	if (strcmp(settings->country, "UK") == 0)
		memcpy(settings->country, "GB", 2);
}

static void write_country(const struct settings *settings, bool yaml, struct str *out)
{
	if (yaml)
		quote_where_needed(settings->country, out);
	else
		str_add(out, settings->country);
}

static void read_plain(struct reading *reading, struct value value,
		       const struct wire_settings *wire, struct settings *settings)
{
	(void)wire;
	value_bool(reading, value, &settings->plain);
}

static void read_ascii(struct reading *reading, struct value value,
		       const struct wire_settings *wire, struct settings *settings)
{
	(void)wire;
	value_bool(reading, value, &settings->ascii);
}

static void read_light(struct reading *reading, struct value value,
		       const struct wire_settings *wire, struct settings *settings)
{
	(void)wire;
	value_bool(reading, value, &settings->light);
}

/* One word of a short list; false, with the mistake told, where it is none of them. */
static bool read_choice(struct reading *reading, struct value value, const char *const *words,
			int count, int *choice)
{
	struct str all = STR_INIT;

	for (int i = 0; value.text != NULL && i < count; i++) {
		if (strcmp(value.text, words[i]) == 0) {
			*choice = i;
			str_free(&all);
			return true;
		}
		str_addf(&all, "%s%s", i > 0 ? (i + 1 < count ? ", " : " or ") : "", words[i]);
	}
	if (value.text != NULL)
		value_wrong(reading, value.node, "'%.40s' is none of %s", value.text, all.data);
	str_free(&all);
	return false;
}

static const char *const date_words[] = {
	[DATES_DAY_MONTH] = "day-month", [DATES_MONTH_DAY] = "month-day", [DATES_ISO] = "iso"};
static const char *const mark_words[] = {"point", "comma"};

static void read_dates(struct reading *reading, struct value value,
		       const struct wire_settings *wire, struct settings *settings)
{
	static const enum typed_style typed[] = {[DATES_DAY_MONTH] = TYPED_DAY_MONTH,
						 [DATES_MONTH_DAY] = TYPED_MONTH_DAY,
						 [DATES_ISO] = TYPED_ISO};
	int choice;

	(void)wire;
	if (!read_choice(reading, value, date_words, DATES_COUNT, &choice))
		return;
	settings->style.dates = (enum date_style)choice;
	settings->style.typed = typed[choice];
}

static void read_decimal(struct reading *reading, struct value value,
			 const struct wire_settings *wire, struct settings *settings)
{
	int choice;

	(void)wire;
	if (read_choice(reading, value, mark_words, 2, &choice))
		settings->style.comma = choice == 1;
}

static void write_dates(const struct settings *settings, bool yaml, struct str *out)
{
	(void)yaml;
	str_add(out, date_words[settings->style.dates]);
}

static void write_decimal(const struct settings *settings, bool yaml, struct str *out)
{
	(void)yaml;
	str_add(out, mark_words[settings->style.comma]);
}

static void write_plain(const struct settings *settings, bool yaml, struct str *out)
{
	(void)yaml;
	str_add(out, settings->plain ? "yes" : "no");
}

static void write_ascii(const struct settings *settings, bool yaml, struct str *out)
{
	(void)yaml;
	str_add(out, settings->ascii ? "yes" : "no");
}

static void write_light(const struct settings *settings, bool yaml, struct str *out)
{
	(void)yaml;
	str_add(out, settings->light ? "yes" : "no");
}

struct row {
	struct setting_info info;
	size_t text; /* where its text is in the wire struct; 0 where it has none of its own */
	read_fn *read;
	write_fn *write;
};

#define TEXT_AT(name) offsetof(struct wire_settings, name)

static const struct row rows[] = {
	[SETTING_DAY_STARTS] = {{.key = "day_starts",
				 .type = "time of day",
				 .range = "00:00 to 23:59",
				 .usual = "04:00",
				 .meaning =
					 "When a new day begins; what you take before counts for "
					 "the day before.",
				 .example = "05:30"},
				TEXT_AT(day_starts),
				read_day_starts,
				write_day_starts},
	[SETTING_PRODUCT] = {{.key = "product",
			      .type = "text",
			      .range = "1 to 47 letters, fewer where they have accents",
			      .usual = "leaf",
			      .meaning = "What a dose is of where you name nothing else.",
			      .example = "green leaf"},
			     TEXT_AT(product),
			     read_product,
			     write_product},
	[SETTING_UNIT] = {{.key = "unit",
			   .type = "unit",
			   .range = "g, capsule, ml, tablet or mg",
			   .usual = "g",
			   .meaning = "What your usual product is counted in.",
			   .example = "capsule",
			   .choices = "g capsule ml tablet mg"},
			  TEXT_AT(unit),
			  read_unit,
			  write_unit},
	[SETTING_MEASURE] = {{.key = "measure",
			      .type = "amount",
			      .range = "above 0, in the unit of your product",
			      .usual = "the plan's own",
			      .meaning = "The smallest amount you can measure; targets are "
					 "multiples of it.",
			      .example = "0.1 g"},
			     TEXT_AT(measure),
			     read_measure,
			     write_measure},
	[SETTING_TIMES] = {{.key = "times",
			    .type = "list of times of day",
			    .range = "1 to 12 times, each once",
			    .usual = "the plan's own",
			    .meaning = "Your usual times; a plan you begin gets these instead of "
				       "its own.",
			    .example = "08:00, 13:00, 18:00, 22:00"},
			   0,
			   times_read,
			   times_write},
	[SETTING_PRICE] = {{.key = "price",
			    .type = "price",
			    .range = "above 0, at most three decimals, with a currency",
			    .usual = "none",
			    .meaning = "What one unit of your usual product costs; needed to show "
				       "money.",
			    .example = "0.12 USD"},
			   TEXT_AT(price),
			   price_read,
			   price_write},
	[SETTING_COUNTRY] = {{.key = "country",
			      .type = "country",
			      .range = "two letters, as in ISO 3166",
			      .usual = "that of your locale",
			      .meaning = "Whose emergency and help numbers are shown first.",
			      .example = "DE"},
			     TEXT_AT(country),
			     read_country,
			     write_country},
	[SETTING_PRODUCTS] = {{.key = "products",
			       .type = "list of products",
			       .range =
				       "1 to 32, with name, unit and, for capsules, what one holds",
			       .usual = "none",
			       .meaning = "Products of yours that are counted in a unit of their "
					  "own.",
			       .example = "[{name: green caps, unit: capsule, holds: 0.5 g}]"},
			      0,
			      products_read,
			      products_write},
	[SETTING_PLAIN] = {{.key = "plain",
			    .type = "yes or no",
			    .range = "no or yes",
			    .usual = "no",
			    .meaning = "The screen without drawing, for a screen reader.",
			    .example = "yes",
			    .choices = "no yes"},
			   TEXT_AT(plain),
			   read_plain,
			   write_plain},
	[SETTING_ASCII] = {{.key = "ascii",
			    .type = "yes or no",
			    .range = "no or yes",
			    .usual = "no",
			    .meaning = "Drawing in ASCII, for fonts without lines and blocks.",
			    .example = "yes",
			    .choices = "no yes"},
			   TEXT_AT(ascii),
			   read_ascii,
			   write_ascii},
	[SETTING_LIGHT] = {{.key = "light",
			    .type = "yes or no",
			    .range = "no or yes",
			    .usual = "no",
			    .meaning = "Colours for a terminal with a light background.",
			    .example = "yes",
			    .choices = "no yes"},
			   TEXT_AT(light),
			   read_light,
			   write_light},
	[SETTING_DATES] = {{.key = "dates",
			    .type = "word",
			    .range = "day-month, month-day or iso",
			    .usual = "day-month",
			    .meaning = "How dates are written: Tue 24 Nov, Tue Nov 24 or Tue "
				       "2026-11-24; once it is set, those you type are read "
				       "the same way.",
			    .example = "iso",
			    .choices = "day-month month-day iso"},
			   TEXT_AT(dates),
			   read_dates,
			   write_dates},
	[SETTING_DECIMAL] = {{.key = "decimal",
			      .type = "word",
			      .range = "point or comma",
			      .usual = "point",
			      .meaning = "How decimals are written: 2.5 or 2,5; both are always "
					 "read.",
			      .example = "comma",
			      .choices = "point comma"},
			     TEXT_AT(decimal),
			     read_decimal,
			     write_decimal},
	[SETTING_KEYS] = {{.key = "keys",
			   .type = "group of actions and keys",
			   .range = "actions by name, each with one or more keys",
			   .usual = "taper's own",
			   .meaning = "Your own keys on the screen; '?' there lists the actions.",
			   .example = "{hold: \"h\", log-dose: \"a <Enter>\"}"},
			  0,
			  keys_read,
			  keys_write},
};
static_assert(sizeof(rows) / sizeof(rows[0]) == SETTING_COUNT, "each setting has its row");

const struct setting_info *setting_info(enum setting setting)
{
	return &rows[setting].info;
}

void setting_read(struct reading *reading, const struct wire_settings *wire, enum setting setting,
		  struct settings *settings)
{
	const struct row *row = &rows[setting];
	struct value value = {
		.node = tree_get(reading->tree, tree_root(reading->tree), row->info.key)};

	settings->said[setting] = value.node != NULL;
	if (row->text != 0) {
		const char *const *text =
			(const char *const *)(const void *)((const char *)wire + row->text);

		value = value_item(value.node, *text);
	}
	row->read(reading, value, wire, settings);
}

void setting_write(const struct settings *settings, enum setting setting, struct str *out)
{
	rows[setting].write(settings, true, out);
}

void setting_show(const struct settings *settings, enum setting setting, struct str *out)
{
	rows[setting].write(settings, false, out);
}

/* "08:00, 13:00" as a list; commas and blanks part the times. */
static void list_of(const char *typed, struct str *out)
{
	str_add_char(out, '[');
	while (*typed != '\0') {
		struct str item = STR_INIT;
		size_t len = strcspn(typed, ", ");

		if (len > 0) {
			str_add_bytes(&item, typed, len);
			str_add(out, out->data[out->len - 1] == '[' ? "" : ", ");
			quote_always(item.data, out);
		}
		str_free(&item);
		typed += len + strspn(typed + len, ", ");
	}
	str_add_char(out, ']');
}

void setting_typed(enum setting setting, const char *typed, struct str *out)
{
	if (rows[setting].text != 0)
		quote_always(typed, out);
	else if (setting == SETTING_TIMES && typed[0] != '[')
		list_of(typed, out);
	else
		str_add(out, typed);
}
