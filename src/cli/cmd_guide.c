/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#include "support_view.h"
#include "table.h"

enum { PAGE_COLUMNS = 76, HITS_SHOWN = 30 };

static const struct option_spec guide_options[] = {
	{OPTION_SOURCES, 0, "sources", NULL, "where what the page says comes from"},
	{.name = NULL},
};

static const enum ink line_inks[] = {
	[GUIDE_BLANK] = INK_NONE, [GUIDE_TITLE] = INK_HEAD, [GUIDE_HEAD] = INK_HEAD,
	[GUIDE_TEXT] = INK_NONE,  [GUIDE_POINT] = INK_NONE, [GUIDE_TABLE_HEAD] = INK_HEAD,
	[GUIDE_TABLE] = INK_NONE,
};

static void list_text(struct session *session, const struct guide *guide)
{
	static const struct table_column columns[] = {
		{.head = "Page"},
		{.head = "What it says", .shrinks = true},
	};
	struct table table = table_of(columns, sizeof(columns) / sizeof(columns[0]));

	for (size_t i = 0; i < guide->count; i++) {
		table_add(&table, INK_NONE, guide->pages[i].name);
		table_add(&table, INK_NONE, guide->pages[i].title);
	}
	table_draw(&table, &session->looks, 0, &session->out);
	table_free(&table);
	str_add(&session->out, "\n");
	looks_wrap(&session->looks, 0,
		   "'taper guide PAGE' shows one; any other word is looked for in all of them.",
		   &session->out);
}

static void list_json(struct session *session, const struct guide *guide)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (size_t i = 0; i < guide->count; i++) {
		json_open_object(&json, NULL);
		json_text(&json, "page", guide->pages[i].name);
		json_text(&json, "title", guide->pages[i].title);
		json_text(&json, "summary", guide->pages[i].summary);
		json_close_object(&json);
	}
	json_close_list(&json);
	session_take_json(session, &json);
}

static void page_text(struct session *session, const struct guide_page *page,
		      const struct source_notes *notes)
{
	bool sources = session_has(session, OPTION_SOURCES);
	int width = session->looks.width;
	struct guide_lines lines;
	struct str hint = STR_INIT;

	guide_lay_out(page, width < PAGE_COLUMNS ? width : PAGE_COLUMNS, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		looks_ink(&session->looks, line_inks[lines.items[i].look], lines.items[i].text,
			  &session->out);
		str_add_char(&session->out, '\n');
	}
	guide_lines_free(&lines);
	str_add_char(&session->out, '\n');
	if (sources) {
		looks_ink(&session->looks, INK_HEAD, "Sources", &session->out);
		str_add_char(&session->out, '\n');
		source_notes_text(session, notes);
		return;
	}
	str_addf(&hint, "%zu sources: taper guide %s --sources", notes->count, page->name);
	looks_ink(&session->looks, INK_DIM, hint.data, &session->out);
	str_add_char(&session->out, '\n');
	str_free(&hint);
}

static void section_json(struct json *json, const struct guide_section *section)
{
	json_open_object(json, NULL);
	json_known(json, "head", section->head);
	json_known(json, "text", section->text);
	json_open_list(json, "points");
	for (size_t i = 0; i < section->point_count; i++)
		json_text(json, NULL, section->points[i]);
	json_close_list(json);
	json_open_list(json, "options");
	for (size_t i = 0; i < section->option_count; i++) {
		json_open_object(json, NULL);
		json_text(json, "name", section->options[i].name);
		json_text(json, "is", section->options[i].is);
		json_text(json, "for", section->options[i].good);
		json_text(json, "against", section->options[i].bad);
		json_close_object(json);
	}
	json_close_list(json);
	json_open_list(json, "sources");
	for (size_t i = 0; i < section->source_count; i++)
		json_text(json, NULL, section->sources[i]);
	json_close_list(json);
	json_close_object(json);
}

static void page_json(struct session *session, const struct guide_page *page,
		      const struct source_notes *notes)
{
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_text(&json, "page", page->name);
	json_text(&json, "title", page->title);
	json_text(&json, "summary", page->summary);
	json_open_list(&json, "sections");
	for (size_t i = 0; i < page->section_count; i++)
		section_json(&json, &page->sections[i]);
	json_close_list(&json);
	source_notes_json(&json, "sources", notes);
	json_close_object(&json);
	session_take_json(session, &json);
}

static bool show_page(struct session *session, const struct guide_page *page, struct err *err)
{
	struct source_notes notes = {.items = NULL};

	if (!app_guide_sources(session->app, page, &notes, err))
		return false;
	if (session->json)
		page_json(session, page, &notes);
	else
		page_text(session, page, &notes);
	source_notes_free(&notes);
	return true;
}

static void hits_json(struct session *session, const struct guide_hits *hits)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (size_t i = 0; i < hits->count; i++) {
		json_open_object(&json, NULL);
		json_text(&json, "page", hits->items[i].page->name);
		json_known(&json, "head", hits->items[i].head);
		json_text(&json, "text", hits->items[i].text);
		json_close_object(&json);
	}
	json_close_list(&json);
	session_take_json(session, &json);
}

static void hits_text(struct session *session, const struct guide_hits *hits)
{
	const struct guide_page *page = NULL;
	struct str title = STR_INIT;

	for (size_t i = 0; i < hits->count && i < HITS_SHOWN; i++) {
		const struct guide_hit *hit = &hits->items[i];

		if (hit->page != page) {
			str_reset(&title);
			str_addf(&title, "%s: %s", hit->page->name, hit->page->title);
			looks_ink(&session->looks, INK_HEAD, title.data, &session->out);
			str_add_char(&session->out, '\n');
		}
		page = hit->page;
		looks_wrap(&session->looks, 2, hit->text, &session->out);
	}
	if (hits->count > HITS_SHOWN)
		str_addf(&session->out, "and %zu more; another word beside it finds fewer\n",
			 hits->count - HITS_SHOWN);
	str_free(&title);
}

static bool search(struct session *session, const struct guide *guide, const char *words,
		   struct err *err)
{
	const char *nearest = guide_nearest(guide, words);
	struct guide_hits hits;
	bool found;

	guide_search(guide, words, &hits);
	found = hits.count > 0;
	if (found && session->json)
		hits_json(session, &hits);
	else if (found)
		hits_text(session, &hits);
	else if (nearest != NULL)
		err_set(err, ERR_NOT_FOUND,
			"the guide says nothing of '%.60s'; did you mean the page '%s'?", words,
			nearest);
	else
		err_set(err, ERR_NOT_FOUND,
			"the guide says nothing of '%.60s'; 'taper guide' lists its pages", words);
	guide_hits_free(&hits);
	return found;
}

static bool run_guide(struct session *session, struct err *err)
{
	const struct guide_page *page;
	struct guide guide;
	struct str words = STR_INIT;
	bool done = true;

	if (!app_guide(session->app, &guide, err))
		return false;
	for (size_t i = 0; i < session->options.word_count; i++)
		str_addf(&words, "%s%s", i > 0 ? " " : "", session_word(session, i));
	page = guide_find(&guide, words.data);
	if (words.len == 0 && session->json)
		list_json(session, &guide);
	else if (words.len == 0)
		list_text(session, &guide);
	else if (page != NULL)
		done = show_page(session, page, err);
	else
		done = search(session, &guide, words.data, err);
	guide_free(&guide);
	str_free(&words);
	return done;
}

const struct command command_guide = {
	.name = "guide",
	.usage = "[PAGE | WORD...] [--sources]",
	.summary = "short pages: what to expect, how tapering works, sleep, cravings, treatment",
	.examples = {{"taper guide sleep", "the page on sleep"},
		     {"taper guide restless legs", "what all pages say of restless legs"}},
	.options = guide_options,
	.most_words = WORDS_ANY,
	.run = run_guide,
};
