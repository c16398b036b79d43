/* SPDX-License-Identifier: MIT */
#include "support_page.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "key_words.h"
#include "support_lines.h"

enum {
	INDENT = 1,
	ENTRY = 3,
	PANE_GAP = 3,
	TITLE_COLUMNS = 40,
	TITLE_ROOM = 54,
	QUESTION_COLUMNS = 18,
	ROOMY_ROWS = 14,
	EMERGENCY_COLUMNS = 50,
	MARGIN_COLUMNS = 60
};

void support_shown_free(struct support_shown *shown)
{
	support_free(&shown->support);
	practices_free(&shown->practices);
	str_free(&shown->trouble);
	str_free(&shown->reached);
	str_free(&shown->safety);
}

void support_page_free(struct support_page *page)
{
	free(page->items);
	blocks_free(&page->columns[0]);
	blocks_free(&page->columns[1]);
}

/* The words of an entry without what stands before them. */
static void add_words(const struct own_entry *entry, struct str *out)
{
	switch (entry->part) {
	case OWN_PERSON:
	case OWN_CLINICIAN:
		str_addf(out, "%s%s%s", entry->detail,
			 entry->detail[0] != '\0' && entry->text[0] != '\0' ? "  " : "",
			 entry->text);
		return;
	case OWN_IF_THEN:
		str_addf(out, "%s%s%s", entry->detail, entry->detail[0] != '\0' ? ": " : "",
			 entry->text);
		return;
	case OWN_AIM:
	case OWN_GOAL:
		str_addf(out, "%s%s%s", entry->text, entry->detail[0] != '\0' ? ", " : "",
			 entry->detail);
		return;
	case OWN_REASON:
	case OWN_NOW_GOOD:
	case OWN_NOW_HARD:
	case OWN_CHANGE_GOOD:
	case OWN_CHANGE_HARD:
	case OWN_SIGN:
	case OWN_AVOID:
	case OWN_ACTIVITY:
	case OWN_AFTER:
	case OWN_PRACTICE:
	case OWN_REWARD:
	case OWN_SLEEP:
	case OWN_BREATHING:
	case OWN_PART_COUNT:
		break;
	}
	str_add(out, entry->text);
}

/* "9 of the last 14 days, today too; after breakfast": the count is what one looks for. */
static void add_practice(const struct practices *practices, const struct own_entry *entry,
			 struct str *out)
{
	const struct practice *practice = practices_find(practices, entry->head);

	if (practice != NULL) {
		practice_tell(practice, out);
		str_add(out, practice_today(practice) ? ", today too" : "");
	}
	str_addf(out, "%s%s", practice != NULL && entry->text[0] != '\0' ? "; " : "", entry->text);
}

/* The widest head of a part, with its gap; 0 where it has none. */
static int lead_width(const struct own_plan *plan, enum own_part part)
{
	const struct own_entry *entry;
	int widest = 0;

	for (size_t i = 0; (entry = own_plan_entry(plan, part, i)) != NULL; i++) {
		int width = utf8_width(entry->head);

		widest = width > widest ? width : widest;
	}
	if (widest > 0)
		widest += 2;
	return widest > 20 ? 20 : widest;
}

static void add_entries(struct support_page *page, const struct support_shown *shown,
			enum own_part part, int columns)
{
	const struct own_plan *plan = &shown->support.mine.plan;
	struct blocks *blocks = &page->columns[0];
	int width = lead_width(plan, part);
	const struct own_entry *entry;

	support_parts_part(page, blocks, columns, own_shape(part)->title);
	for (size_t i = 0; (entry = own_plan_entry(plan, part, i)) != NULL; i++) {
		char room[TEXT_ROOM];
		struct str words = str_in(room, sizeof(room));

		if (part == OWN_PRACTICE)
			add_practice(&shown->practices, entry, &words);
		else
			add_words(entry, &words);
		blocks_item(blocks, (struct block){.columns = columns,
						   .column = ENTRY,
						   .width = width,
						   .lead_ink = ROLE_ACCENT,
						   .ink = ROLE_TEXT,
						   .lead = entry->head,
						   .text = words.data});
		support_parts_item(page, SUPPORT_OWN,
				   (struct own_place){.part = part, .number = i + 1});
		str_free(&words);
	}
}

/* A part with nothing in it is one line, so that it can be gone to and added to. */
static void add_empty(struct support_page *page, enum own_part part, int columns)
{
	const char *title = own_shape(part)->title;
	bool beside = columns >= TITLE_ROOM;

	blocks_item(&page->columns[0], (struct block){.columns = columns,
						      .column = INDENT,
						      .width = beside ? TITLE_COLUMNS : 0,
						      .lead_ink = ROLE_DIM,
						      .ink = ROLE_DIM,
						      .lead = beside ? title : NULL,
						      .text = beside ? "nothing yet" : title});
	support_parts_item(page, SUPPORT_EMPTY, (struct own_place){.part = part});
}

static void add_mistakes(struct support_page *page, const struct my_plan *mine, int columns)
{
	struct block block = {.columns = columns, .column = INDENT, .ink = ROLE_WARN};
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	str_addf(&text, "Your own plan is left out until its file is mended: %s", mine->path);
	block.text = text.data;
	blocks_words(&page->columns[0], block);
	for (size_t i = 0; i < mine->problems.count; i++) {
		const struct problem *problem = &mine->problems.items[i];

		str_reset(&text);
		if (problem->line > 0)
			str_addf(&text, "line %d: ", problem->line);
		str_add(&text, problem->text);
		block.text = text.data;
		block.column = ENTRY;
		block.ink = ROLE_TEXT;
		blocks_words(&page->columns[0], block);
	}
	str_free(&text);
}

/* In the order a hard moment asks for them; after the last step what to do after use comes first. */
static const enum own_part usual_order[] = {
	OWN_REASON,   OWN_PERSON,      OWN_CLINICIAN,   OWN_IF_THEN, OWN_PRACTICE, OWN_NOW_GOOD,
	OWN_NOW_HARD, OWN_CHANGE_GOOD, OWN_CHANGE_HARD, OWN_SIGN,    OWN_AVOID,    OWN_ACTIVITY,
	OWN_AFTER,    OWN_AIM,         OWN_REWARD,      OWN_GOAL,    OWN_SLEEP,    OWN_BREATHING};
static const enum own_part after_order[] = {
	OWN_AFTER,       OWN_SIGN,  OWN_PERSON,   OWN_CLINICIAN, OWN_REASON,   OWN_PRACTICE,
	OWN_IF_THEN,     OWN_AVOID, OWN_ACTIVITY, OWN_NOW_GOOD,  OWN_NOW_HARD, OWN_CHANGE_GOOD,
	OWN_CHANGE_HARD, OWN_AIM,   OWN_REWARD,   OWN_GOAL,      OWN_SLEEP,    OWN_BREATHING};

static_assert(sizeof(usual_order) / sizeof(usual_order[0]) == OWN_PART_COUNT, "every part");
static_assert(sizeof(after_order) / sizeof(after_order[0]) == OWN_PART_COUNT, "every part");

static void add_own(struct support_page *page, const struct support_shown *shown, int columns)
{
	const struct own_plan *plan = &shown->support.mine.plan;
	struct block block = {.columns = columns, .column = INDENT, .ink = ROLE_DIM};
	const char *text = NULL;

	support_parts_head(&page->columns[0], columns, "My plan for hard moments");
	if (shown->support.mine.problems.count > 0) {
		add_mistakes(page, &shown->support.mine, columns);
		return;
	}
	if (plan->count == 0)
		text = "What you set down here stands in Help now too. Go to a line and press "
		       "{add}.";
	else if (shown->after)
		text = "Your last step is behind you. Look through the signs now and then: is one "
		       "of them there?";
	if (text != NULL)
		support_parts_say(shown, &page->columns[0], block, text);
	if (shown->reached.len > 0)
		support_parts_say(shown, &page->columns[0], block, shown->reached.data);
	for (size_t i = 0; i < OWN_PART_COUNT; i++) {
		enum own_part part = shown->after ? after_order[i] : usual_order[i];

		if (own_plan_count(plan, part) > 0)
			add_entries(page, shown, part, columns);
		else
			add_empty(page, part, columns);
	}
}

static void add_questions(struct support_page *page, const struct support_shown *shown, int columns)
{
	struct block block = {.columns = columns,
			      .column = INDENT,
			      .width = QUESTION_COLUMNS,
			      .lead_ink = ROLE_TEXT,
			      .ink = ROLE_DIM};

	support_parts_head(&page->columns[0], columns, "Questions to yourself");
	block.lead = "Safety questions";
	block.text = shown->safety.data;
	blocks_item(&page->columns[0], block);
	support_parts_item(page, SUPPORT_SAFETY, (struct own_place){.part = OWN_REASON});
	block.lead = "Self-check";
	block.text = "kept only if you ask";
	blocks_item(&page->columns[0], block);
	support_parts_item(page, SUPPORT_SELF_CHECK, (struct own_place){.part = OWN_REASON});
}

/* What comes first on every size: the number to call. */
static void emergency(const struct support_shown *shown, int columns, struct str *out)
{
	const struct help_country *country = shown->support.country;
	const struct help_line *line =
		country != NULL && country->line_count > 0 ? &country->lines[0] : NULL;

	if (line == NULL || line->number[0] == '\0' || line->number[0] > '9')
		str_add(out, columns < EMERGENCY_COLUMNS
				     ? "Call your local emergency number"
				     : "In an emergency, call your local emergency number");
	else
		str_addf(out, "In an emergency, call %s", line->number);
}

static void place_cursor(struct support_page *page, int cursor)
{
	int first = page->columns[0].items;

	page->columns[0].cursor = cursor < first ? cursor : -1;
	page->columns[1].cursor = cursor >= first ? cursor - first : -1;
	for (int i = 0; i < 2; i++)
		blocks_place(&page->columns[i], page->places[i].rows);
}

static void fill(struct support_page *page, const struct support_shown *shown, bool airy)
{
	int lines = page->places[1].columns > 0 ? 1 : 0;

	page->airy = airy;
	page->count = 0;
	blocks_begin(&page->columns[0]);
	blocks_begin(&page->columns[1]);
	add_own(page, shown, page->places[0].columns - 1);
	add_questions(page, shown, page->places[0].columns - 1);
	support_lines_add(page, lines, shown, page->places[lines].columns - 1);
}

static bool fits(const struct support_page *page)
{
	return (int)page->columns[0].count <= page->places[0].rows &&
	       (int)page->columns[1].count <= page->places[1].rows;
}

static bool talks(const struct support_shown *shown)
{
	const struct help_country *country = shown->support.country;

	for (size_t i = 0; country != NULL && i < country->line_count; i++) {
		if (country->lines[i].kind == LINE_CRISIS)
			return true;
	}
	return false;
}

void support_page_lay(struct support_page *page, const struct support_shown *shown,
		      struct rect area, int cursor)
{
	struct rect rest = rect_inset(area, 0, area.columns >= MARGIN_COLUMNS ? 1 : 0);

	page->head = rect_take_top(
		&rest,
		area.rows >= ROOMY_ROWS && area.columns < PANEL_COLUMNS && talks(shown) ? 2 : 1);
	rect_take_top(&rest, area.rows >= ROOMY_ROWS ? 1 : 0);
	page->places[1] = (struct rect){.row = 0};
	if (area.columns >= PANEL_COLUMNS) {
		page->places[1] = rect_take_right(&rest, (area.columns - PANE_GAP) / 2);
		rect_take_right(&rest, PANE_GAP);
	}
	page->places[0] = rest;
	fill(page, shown, true);
	if (!fits(page))
		fill(page, shown, false);
	page->area = area;
	place_cursor(page, cursor);
}

void support_page_place(struct support_page *page, const struct support_shown *shown,
			struct rect area, int cursor)
{
	if (memcmp(&page->area, &area, sizeof(area)) != 0)
		support_page_lay(page, shown, area, cursor);
	else
		place_cursor(page, cursor);
}

/* The lines for a crisis in one row, as many as it has room for: they stand whole further down. */
static void draw_talk(const struct support_shown *shown, struct canvas *canvas, struct rect line)
{
	const struct help_country *country = shown->support.country;
	const char *gap = "Somebody to talk to, now: ";

	for (size_t i = 0; country != NULL && i < country->line_count; i++) {
		const struct help_line *each = &country->lines[i];
		const char *reach = help_line_reach(each);
		const char *how = each->number[0] == '\0' && each->text[0] != '\0' ? "text " : "";

		if (each->kind != LINE_CRISIS)
			continue;
		if (utf8_width(gap) + utf8_width(how) + utf8_width(reach) > line.columns)
			return;
		rect_take_left(&line, canvas_text(canvas, line, ROLE_TEXT, gap));
		rect_take_left(&line, canvas_text(canvas, line, ROLE_TEXT, how));
		rect_take_left(&line, canvas_text(canvas, line, ROLE_ACCENT | INK_BOLD, reach));
		gap = ", ";
	}
}

/* With one column the lines are out of sight at first. */
static void draw_below(const struct support_page *page, struct canvas *canvas, struct rect head)
{
	const struct blocks *blocks = &page->columns[0];
	const char *text = "further down: help lines, groups";

	if (page->places[1].columns == 0 && blocks->top + blocks->height < (int)blocks->count &&
	    utf8_width(text) <= head.columns)
		canvas_text_right(canvas, head, ROLE_DIM, text);
}

void support_page_draw(const struct support_page *page, const struct support_shown *shown,
		       struct canvas *canvas)
{
	struct rect below = rect_inset(page->head, 0, 1), head = rect_take_top(&below, 1);
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	emergency(shown, head.columns, &text);
	rect_take_left(&head, 2 + canvas_text(canvas, head, ROLE_SAFETY | INK_BOLD, text.data));
	draw_below(page, canvas, head);
	if (below.rows > 0)
		draw_talk(shown, canvas, below);
	for (int i = 0; i < 2; i++) {
		if (page->places[i].columns > 0)
			blocks_draw(&page->columns[i], canvas, page->places[i]);
	}
	str_free(&text);
}

int support_page_at(const struct support_page *page, int row, int column)
{
	for (int i = 0; i < 2; i++) {
		int item = blocks_at_row(&page->columns[i], row - page->places[i].row);

		if (item >= 0 && rect_has(page->places[i], row, column))
			return item + (i == 1 ? page->columns[0].items : 0);
	}
	return -1;
}

void support_page_line(const struct support_page *page, int item, struct str *out)
{
	int column = item < page->columns[0].items ? 0 : 1;
	const struct blocks *blocks = &page->columns[column];

	if (column == 1)
		item -= page->columns[0].items;
	for (size_t i = 0; i < blocks->count; i++) {
		if (blocks->lines[i].item != item)
			continue;
		blocks_say(blocks, i, out);
		str_add_char(out, ' ');
	}
}
