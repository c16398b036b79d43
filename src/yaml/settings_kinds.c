/* SPDX-License-Identifier: MIT */
#include "settings_kinds.h"

#include <string.h>

#include "base/utf8.h"
#include "engine/moment.h"
#include "quote.h"

/* Minutes since the day of taper began: 01:00 is late where a day begins at 04:00. */
static int since_start(const struct settings *settings, int16_t minute)
{
	return (minute + MINUTES_A_DAY - settings->day_starts) % MINUTES_A_DAY;
}

static void add_time(struct reading *reading, const struct node *node, int16_t minute,
		     struct settings *settings)
{
	char text[MOMENT_TEXT_SIZE];
	size_t at = settings->time_count;

	for (size_t i = 0; i < settings->time_count; i++) {
		if (settings->times[i] == minute) {
			value_wrong(reading, node, "%s is there twice", minute_text(minute, text));
			return;
		}
	}
	for (; at > 0 &&
	       since_start(settings, settings->times[at - 1]) > since_start(settings, minute);
	     at--)
		settings->times[at] = settings->times[at - 1];
	settings->times[at] = minute;
	settings->time_count++;
}

void times_read(struct reading *reading, struct value value, const struct wire_settings *wire,
		struct settings *settings)
{
	const struct node *node = value.node == NULL ? NULL : tree_first(reading->tree, value.node);

	for (size_t i = 0; node != NULL && i < wire->times_count; i++) {
		int16_t minute;

		if (value_minute(reading, value_item(node, wire->times[i]), &minute))
			add_time(reading, node, minute, settings);
		node = tree_next(reading->tree, node);
	}
}

void times_write(const struct settings *settings, bool yaml, struct str *out)
{
	char text[MOMENT_TEXT_SIZE];

	if (settings->time_count == 0)
		return;
	str_add(out, yaml ? "[" : "");
	for (size_t i = 0; i < settings->time_count; i++) {
		str_add(out, i > 0 ? ", " : "");
		minute_text(settings->times[i], text);
		str_addf(out, yaml ? "\"%s\"" : "%s", text);
	}
	str_add(out, yaml ? "]" : "");
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

void products_read(struct reading *reading, struct value value, const struct wire_settings *wire,
		   struct settings *settings)
{
	const struct node *map = value.node == NULL ? NULL : tree_first(reading->tree, value.node);

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

void products_write(const struct settings *settings, bool yaml, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	(void)yaml;
	if (settings->product_count == 0)
		return;
	str_add_char(out, '[');
	for (size_t i = 0; i < settings->product_count; i++) {
		const struct product *product = &settings->products[i];

		str_add(out, i > 0 ? ", {name: " : "{name: ");
		quote_where_needed(product->name, out);
		str_addf(out, ", unit: %s", unit_name(product->unit));
		if (product->holds.nano > 0)
			str_addf(out, ", holds: %s",
				 amount_plain_with_unit(product->holds, UNIT_GRAM, text));
		str_add_char(out, '}');
	}
	str_add_char(out, ']');
}

static void read_binding(struct reading *reading, const struct node *node,
			 struct settings *settings)
{
	struct key_binding *binding = &settings->keys[settings->key_count];
	const char *action = tree_key(reading->tree, node);
	size_t letters = strspn(action, "abcdefghijklmnopqrstuvwxyz0123456789-");

	if (action[letters] != '\0' || !str_copy(binding->action, KEY_ACTION_SIZE, action))
		value_wrong(reading, node, "'%.40s' is not the name of an action", action);
	else if (node->kind != NODE_TEXT)
		value_wrong(reading, node, "'%s' wants its keys as one text: \"a <Enter>\"",
			    action);
	else if (value_text(reading, value_item(node, tree_text(reading->tree, node)),
			    binding->keys, KEY_NAMES_SIZE))
		settings->key_count++;
}

/* Any name may stand before a colon, so libcyaml's fixed fields can't hold this group: it is read from the tree. */
void keys_read(struct reading *reading, struct value value, const struct wire_settings *wire,
	       struct settings *settings)
{
	const struct tree *tree = reading->tree;

	(void)wire;
	if (value.node == NULL)
		return;
	if (value.node->kind != NODE_MAP) {
		value_wrong(reading, value.node,
			    "'keys' is a group of actions and their keys: {hold: h}");
		return;
	}
	for (const struct node *node = tree_first(tree, value.node); node != NULL;
	     node = tree_next(tree, node)) {
		if (settings->key_count == KEY_BINDING_MAX) {
			value_wrong(reading, node, "'keys' has more than %d entries",
				    KEY_BINDING_MAX);
			return;
		}
		read_binding(reading, node, settings);
	}
}

void keys_write(const struct settings *settings, bool yaml, struct str *out)
{
	(void)yaml;
	if (settings->key_count == 0)
		return;
	str_add_char(out, '{');
	for (size_t i = 0; i < settings->key_count; i++) {
		str_addf(out, "%s%s: ", i > 0 ? ", " : "", settings->keys[i].action);
		quote_always(settings->keys[i].keys, out);
	}
	str_add_char(out, '}');
}

/* Where the currency of "0.12 USD", "€ 0,12" or "$0.12" begins and how long it is; the figure is copied out. */
static bool part_price(const char *text, char *figure, size_t size, struct str *currency)
{
	size_t before = strcspn(text, "0123456789"), digits;

	digits = strspn(text + before, "0123456789.,");
	if (digits == 0 || digits >= size)
		return false;
	memcpy(figure, text + before, digits);
	figure[digits] = '\0';
	str_add_bytes(currency, text, before);
	str_add(currency, text + before + digits);
	while (currency->len > 0 && currency->data[currency->len - 1] == ' ')
		str_cut(currency, currency->len - 1);
	return true;
}

static bool is_currency(const char *text)
{
	while (*text != '\0') {
		uint32_t code;

		text += utf8_decode(text, &code);
		if (code < 0x80 && strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$",
					  (int)code) == NULL)
			return false;
		if (utf8_is_harmful(code) || code == UTF8_REPLACEMENT || utf8_char_width(code) < 1)
			return false;
	}
	return true;
}

void price_read(struct reading *reading, struct value value, const struct wire_settings *wire,
		struct settings *settings)
{
	struct str currency = STR_INIT;
	char figure[AMOUNT_TEXT_SIZE];
	struct amount amount;
	const char *name;
	struct err err;

	(void)wire;
	if (value.text == NULL)
		return;
	if (!part_price(value.text, figure, sizeof(figure), &currency) ||
	    !amount_read_in(figure, UNIT_GRAM, &amount, &err)) {
		value_wrong(reading, value.node,
			    "'%.40s' is not a price like \"0.12 USD\": a figure with at most three "
			    "decimals, and the currency",
			    value.text);
		str_free(&currency);
		return;
	}
	name = currency.data + strspn(currency.data, " ");
	if (amount.nano == 0)
		value_wrong(reading, value.node,
			    "'price' is 0; leave it out where you pay nothing");
	else if (name[0] == '\0')
		value_wrong(reading, value.node, "the price '%.40s' names no currency, like USD",
			    value.text);
	else if (!is_currency(name) || !str_copy(settings->currency, CURRENCY_SIZE, name))
		value_wrong(reading, value.node, "'%.40s' is not a currency like USD", name);
	else
		settings->price_milli = amount_milli(amount);
	str_free(&currency);
}

void price_write(const struct settings *settings, bool yaml, struct str *out)
{
	char figure[AMOUNT_TEXT_SIZE];
	struct str text = STR_INIT;

	if (settings->price_milli == 0)
		return;
	str_addf(&text, "%s %s", amount_plain(amount_from_milli(settings->price_milli), figure),
		 settings->currency);
	if (yaml)
		quote_where_needed(text.data, out);
	else
		str_add(out, text.data);
	str_free(&text);
}
