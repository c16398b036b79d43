/* SPDX-License-Identifier: MIT */
#include "engine/guide.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static void free_section(struct guide_section *section)
{
	for (size_t i = 0; i < section->point_count; i++)
		free(section->points[i]);
	for (size_t i = 0; i < section->option_count; i++) {
		free(section->options[i].name);
		free(section->options[i].is);
		free(section->options[i].good);
		free(section->options[i].bad);
	}
	free(section->points);
	free(section->options);
	free(section->text);
}

void guide_page_free(struct guide_page *page)
{
	for (size_t i = 0; i < page->section_count; i++)
		free_section(&page->sections[i]);
	free(page->sections);
	free(page->summary);
	free(page->words);
	*page = (struct guide_page){.name = ""};
}

void guide_free(struct guide *guide)
{
	for (size_t i = 0; i < guide->count; i++)
		guide_page_free(&guide->pages[i]);
	free(guide->pages);
	*guide = (struct guide)GUIDE_INIT;
}

static bool same(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static bool begins(const char *text, const char *part, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\0' || !same(text[i], part[i]))
			return false;
	}
	return true;
}

static bool is(const char *text, const char *whole)
{
	size_t len = strlen(whole);

	return strlen(text) == len && begins(text, whole, len);
}

static bool has_word(const char *words, const char *word)
{
	size_t len = strlen(word);

	while (len > 0 && *words != '\0') {
		size_t here = strcspn(words, " ");

		if (here == len && begins(words, word, len))
			return true;
		words += here;
		words += strspn(words, " ");
	}
	return false;
}

const struct guide_page *guide_find(const struct guide *guide, const char *topic)
{
	for (size_t i = 0; i < guide->count; i++) {
		if (is(guide->pages[i].name, topic) || is(guide->pages[i].title, topic))
			return &guide->pages[i];
	}
	for (size_t i = 0; i < guide->count; i++) {
		if (has_word(guide->pages[i].words, topic))
			return &guide->pages[i];
	}
	return NULL;
}

const char *guide_nearest(const struct guide *guide, const char *topic)
{
	const char **names = mem_alloc(guide->count, sizeof(*names));
	const char *nearest;

	for (size_t i = 0; i < guide->count; i++)
		names[i] = guide->pages[i].name;
	nearest = str_nearest(topic, names, guide->count);
	free(names);
	return nearest;
}

static bool contains(const char *text, const char *part, size_t len)
{
	for (; *text != '\0'; text++) {
		if (begins(text, part, len))
			return true;
	}
	return false;
}

static bool contains_all(const char *text, const char *words)
{
	bool any = false;

	for (words += strspn(words, " "); *words != '\0'; words += strspn(words, " ")) {
		size_t len = strcspn(words, " ");

		if (!contains(text, words, len))
			return false;
		any = true;
		words += len;
	}
	return any;
}

static void look_at(const char *words, struct guide_hit hit, struct guide_hits *hits)
{
	if (!contains_all(hit.text, words))
		return;
	hits->items = mem_grow(hits->items, &hits->cap, hits->count + 1, sizeof(*hits->items));
	hits->items[hits->count++] = hit;
}

static void search_section(const char *words, const struct guide_page *page,
			   const struct guide_section *section, struct guide_hits *hits)
{
	struct guide_hit hit = {.page = page, .head = section->head, .text = section->head};

	look_at(words, hit, hits);
	hit.text = section->text;
	look_at(words, hit, hits);
	for (size_t i = 0; i < section->point_count; i++) {
		hit.text = section->points[i];
		look_at(words, hit, hits);
	}
	for (size_t i = 0; i < section->option_count; i++) {
		const struct guide_option *option = &section->options[i];
		const char *const cells[] = {option->name, option->is, option->good, option->bad};

		hit.head = option->name;
		for (size_t k = 0; k < sizeof(cells) / sizeof(cells[0]); k++) {
			hit.text = cells[k];
			look_at(words, hit, hits);
		}
	}
}

void guide_search(const struct guide *guide, const char *words, struct guide_hits *hits)
{
	*hits = (struct guide_hits){.items = NULL};
	for (size_t i = 0; i < guide->count; i++) {
		const struct guide_page *page = &guide->pages[i];

		look_at(words, (struct guide_hit){.page = page, .head = "", .text = page->title},
			hits);
		look_at(words, (struct guide_hit){.page = page, .head = "", .text = page->summary},
			hits);
		for (size_t k = 0; k < page->section_count; k++)
			search_section(words, page, &page->sections[k], hits);
	}
}

void guide_hits_free(struct guide_hits *hits)
{
	free(hits->items);
	*hits = (struct guide_hits){.items = NULL};
}
