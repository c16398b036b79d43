/* SPDX-License-Identifier: MIT */
#include "app/used.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"
#include "store/diary.h"

void used_words_free(struct used_words *words)
{
	for (size_t i = 0; i < words->count; i++)
		free(words->items[i]);
	free(words->items);
	*words = (struct used_words)USED_WORDS_INIT;
}

static void add_word(struct used_words *words, const char *word, size_t len)
{
	struct str text = STR_INIT;
	size_t at = 0;

	if (len == 0 || words->count >= USED_WORDS_MAX)
		return;
	str_add_bytes(&text, word, len);
	while (at < words->count && strcmp(words->items[at], text.data) < 0)
		at++;
	if (at < words->count && strcmp(words->items[at], text.data) == 0) {
		str_free(&text);
		return;
	}
	words->items = mem_grow(words->items, &words->cap, words->count + 1, sizeof(*words->items));
	memmove(words->items + at + 1, words->items + at,
		(words->count - at) * sizeof(*words->items));
	words->items[at] = str_take(&text);
	words->count++;
}

static void add_words(struct used_words *words, const char *text)
{
	while (*text != '\0') {
		size_t len = strcspn(text, " ");

		add_word(words, text, len);
		text += len + (text[len] == ' ');
	}
}

static struct span lately(const struct app *app)
{
	struct day today = app_today_day(app);

	return app_span(app, day_add(today, -USED_DAYS), day_add(today, 1));
}

static void take_tags(void *context, int64_t wall, const char *tags)
{
	(void)wall;
	add_words(context, tags);
}

void app_used_tags(struct app *app, struct used_words *words)
{
	struct store *store;
	struct err ignored;

	if (app_store_read(app, &store, &ignored))
		(void)!store_tag_walk(store, lately(app), take_tags, words, &ignored);
}

static bool take_trigger(void *context, const struct urge *urge, struct err *err)
{
	(void)err;
	add_words(context, urge->tags);
	return true;
}

void app_used_triggers(struct app *app, struct used_words *words)
{
	struct store *store;
	struct err ignored;

	if (app_store_read(app, &store, &ignored))
		(void)!store_urge_walk(store, lately(app), true, take_trigger, words, &ignored);
}

static bool take_product(void *context, const struct dose *dose, struct err *err)
{
	(void)err;
	add_word(context, dose->product, strlen(dose->product));
	return true;
}

void app_used_products(struct app *app, struct used_words *words)
{
	const struct settings *settings = &app->settings;
	struct store *store;
	struct err ignored;

	add_word(words, settings->product, strlen(settings->product));
	for (size_t i = 0; i < settings->product_count; i++)
		add_word(words, settings->products[i].name, strlen(settings->products[i].name));
	if (app_store_read(app, &store, &ignored))
		(void)!store_dose_walk(store, lately(app), true, take_product, words, &ignored);
}
