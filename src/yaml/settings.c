/* SPDX-License-Identifier: MIT */
#include "yaml/settings.h"

#include <string.h>

#include <cyaml/cyaml.h>

#include "file.h"
#include "load.h"
#include "value.h"

#define SETTINGS_FORMAT "taper-config/1"

struct wire_product {
	char *name, *unit, *holds;
};

struct wire_settings {
	char *format, *day_starts, *product, *unit, *measure, *plain, *ascii, *light;
	struct wire_product *products;
	unsigned products_count;
};

enum { NEEDED = CYAML_FLAG_POINTER, MAY_BE = CYAML_FLAG_POINTER | CYAML_FLAG_OPTIONAL, SHORT = 32 };

static const cyaml_schema_field_t product_fields[] = {
	CYAML_FIELD_STRING_PTR("name", NEEDED, struct wire_product, name, 1, DOSE_PRODUCT_SIZE - 1),
	CYAML_FIELD_STRING_PTR("unit", NEEDED, struct wire_product, unit, 1, SHORT),
	CYAML_FIELD_STRING_PTR("holds", MAY_BE, struct wire_product, holds, 1, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t product_schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_DEFAULT, struct wire_product, product_fields),
};

static const cyaml_schema_field_t fields[] = {
	CYAML_FIELD_STRING_PTR("format", NEEDED, struct wire_settings, format, 1, SHORT),
	CYAML_FIELD_STRING_PTR("day_starts", MAY_BE, struct wire_settings, day_starts, 1, SHORT),
	CYAML_FIELD_STRING_PTR("product", MAY_BE, struct wire_settings, product, 1,
			       DOSE_PRODUCT_SIZE - 1),
	CYAML_FIELD_STRING_PTR("unit", MAY_BE, struct wire_settings, unit, 1, SHORT),
	CYAML_FIELD_STRING_PTR("measure", MAY_BE, struct wire_settings, measure, 1, SHORT),
	CYAML_FIELD_SEQUENCE("products", MAY_BE, struct wire_settings, products, &product_schema, 1,
			     PRODUCT_MAX),
	CYAML_FIELD_STRING_PTR("plain", MAY_BE, struct wire_settings, plain, 1, SHORT),
	CYAML_FIELD_STRING_PTR("ascii", MAY_BE, struct wire_settings, ascii, 1, SHORT),
	CYAML_FIELD_STRING_PTR("light", MAY_BE, struct wire_settings, light, 1, SHORT),
	CYAML_FIELD_END,
};

static const cyaml_schema_value_t schema = {
	CYAML_VALUE_MAPPING(CYAML_FLAG_POINTER, struct wire_settings, fields),
};

struct settings settings_default(void)
{
	return (struct settings){
		.day_starts = 4 * 60,
		.product = DOSE_DEFAULT_PRODUCT,
		.unit = UNIT_GRAM,
	};
}

static void read_product(struct reading *reading, const struct node *map,
			 const struct wire_product *wire, struct product *product)
{
	const struct value holds = value_of(reading, map, "holds", wire->holds);
	const enum unit usual = reading->unit;

	value_text(reading, value_of(reading, map, "name", wire->name), product->name,
		   sizeof(product->name));
	value_unit(reading, value_of(reading, map, "unit", wire->unit), &product->unit);
	reading->unit = UNIT_GRAM;
	if (value_amount(reading, holds, &product->holds) && product->unit != UNIT_CAPSULE)
		value_wrong(reading, holds.node,
			    "'holds' is the grams of leaf in one capsule, and '%s' is not counted "
			    "in capsules",
			    product->name);
	reading->unit = usual;
}

static void read_products(struct reading *reading, const struct wire_settings *wire,
			  struct settings *settings)
{
	const struct node *list = tree_get(reading->tree, tree_root(reading->tree), "products");
	const struct node *map = list != NULL ? tree_first(reading->tree, list) : NULL;

	for (size_t i = 0; map != NULL && i < wire->products_count; i++) {
		struct product product = {.unit = UNIT_NONE};

		read_product(reading, map, &wire->products[i], &product);
		if (product_named(settings->products, settings->product_count, product.name) !=
		    NULL)
			value_wrong(reading, map, "the product '%s' is there already",
				    product.name);
		settings->products[settings->product_count++] = product;
		map = tree_next(reading->tree, map);
	}
}

static void read_settings(struct reading *reading, const struct wire_settings *wire,
			  struct settings *settings)
{
	const struct node *root = tree_root(reading->tree);
	const struct value measure = value_of(reading, root, "measure", wire->measure);
	const struct {
		const char *key, *text;
		bool *answer;
	} switches[] = {
		{"plain", wire->plain, &settings->plain},
		{"ascii", wire->ascii, &settings->ascii},
		{"light", wire->light, &settings->light},
	};

	value_minute(reading, value_of(reading, root, "day_starts", wire->day_starts),
		     &settings->day_starts);
	value_text(reading, value_of(reading, root, "product", wire->product), settings->product,
		   sizeof(settings->product));
	value_unit(reading, value_of(reading, root, "unit", wire->unit), &settings->unit);
	reading->unit = settings->unit;
	if (value_amount(reading, measure, &settings->measure) && settings->measure.nano == 0)
		value_wrong(reading, measure.node,
			    "'measure' is 0; it is the smallest amount the scale can weigh");
	read_products(reading, wire, settings);
	for (size_t i = 0; i < sizeof(switches) / sizeof(switches[0]); i++)
		value_bool(reading, value_of(reading, root, switches[i].key, switches[i].text),
			   switches[i].answer);
}

static bool parse(const struct str *text, struct settings *settings, struct problems *problems,
		  struct err *err)
{
	struct settings read = settings_default();
	struct problems found = PROBLEMS_INIT;
	struct loaded loaded;
	bool ok;

	if (load_text(text, SETTINGS_FORMAT, &schema, &loaded, &found)) {
		const struct wire_settings *wire = loaded.data;
		struct reading reading = {.tree = &loaded.tree, .problems = &found};

		read_settings(&reading, wire, &read);
	}
	load_free(&loaded);
	ok = found.count == 0;
	if (ok)
		*settings = read;
	else
		load_refuse(&found, err);
	load_hand_over(&found, problems);
	return ok;
}

bool settings_read(const char *path, struct settings *settings, struct problems *problems,
		   struct err *err)
{
	struct str text = STR_INIT;
	struct err trouble;
	bool ok = file_load(path, &text, &trouble);

	if (ok) {
		ok = parse(&text, settings, problems, err) || err_wrap(err, "%s", path);
	} else if (trouble.code == ERR_NOT_FOUND) {
		*settings = settings_default();
		ok = true;
	} else {
		*err = trouble;
	}
	str_free(&text);
	return ok;
}
