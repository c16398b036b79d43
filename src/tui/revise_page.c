/* SPDX-License-Identifier: MIT */
#include "revise_page.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "words.h"

enum {
	LABEL_COLUMNS = 12,
	LABEL_COLUMNS_NARROW = 11,
	SIDE_COLUMNS = 21,
	WIDE_COLUMNS = 66,
	CELL_SIZE = 96
};

/* A place of rows to fill from the top; what is above it or below is only counted. */
struct pen {
	struct canvas *canvas; /* NULL to count */
	struct rect place;
	int row;
};

static struct rect next_row(struct pen *pen)
{
	int row = pen->row++;

	if (pen->canvas == NULL || row < 0 || row >= pen->place.rows)
		return (struct rect){.rows = 0};
	return rect_line(pen->place, row, 0);
}

static void put(struct pen *pen, struct rect place, int ink, const char *text)
{
	if (pen->canvas != NULL && place.rows > 0)
		canvas_text(pen->canvas, place, ink, text);
}

/* Every line of a text broken between words; lines parted by a newline are paragraphs. */
static void write_text(struct pen *pen, int ink, const char *text)
{
	while (*text != '\0') {
		const char *next;
		size_t len = text_break(text, pen->place.columns, &next);
		struct rect row = next_row(pen);

		if (row.rows > 0)
			canvas_part(pen->canvas, row, ink, text, len);
		text = next;
	}
}

struct line {
	const char *label;
	char before[CELL_SIZE], after[CELL_SIZE], moved[CELL_SIZE];
};

static void write_line(struct pen *pen, const struct line *line, bool plain)
{
	bool same = strcmp(line->before, line->after) == 0;
	bool wide = pen->place.columns >= WIDE_COLUMNS;
	struct rect row;
	char text[4 * CELL_SIZE];

	if (plain) {
		if (same)
			snprintf(text, sizeof(text), "%s: %s, as before", line->label, line->after);
		else
			snprintf(text, sizeof(text), "%s: %s before, %s after%s%s", line->label,
				 line->before, line->after, line->moved[0] != '\0' ? ", " : "",
				 line->moved);
		write_text(pen, ROLE_TEXT, text);
		return;
	}
	row = next_row(pen);
	put(pen, rect_take_left(&row, wide ? LABEL_COLUMNS : LABEL_COLUMNS_NARROW), ROLE_DIM,
	    line->label);
	if (!wide) {
		snprintf(text, sizeof(text), "%s%s%s", same ? "" : line->before, same ? "" : " → ",
			 line->after);
		put(pen, row, same ? ROLE_TEXT : ROLE_STRONG, text);
		return;
	}
	put(pen, rect_take_left(&row, SIDE_COLUMNS), ROLE_TEXT, line->before);
	put(pen, rect_take_left(&row, SIDE_COLUMNS), same ? ROLE_TEXT : ROLE_STRONG, line->after);
	put(pen, row, ROLE_DIM, line->moved);
}

static void today_text(const struct revise_preview *preview, const struct revise_side *side,
		       char *out)
{
	const struct level *level = schedule_at(&side->schedule, preview->today);

	if (level == NULL)
		snprintf(out, CELL_SIZE, "not begun");
	else
		amount_fixed_with_unit(level->target, preview->decimals, side->schedule.unit, out);
}

static void step_text(const struct revise_preview *preview, const struct revise_side *side,
		      bool wide, char *out)
{
	char day[DAY_TEXT_SIZE], amount[AMOUNT_TEXT_SIZE];

	if (!side->has_step)
		snprintf(out, CELL_SIZE, "%s", side->open && wide ? "none while on hold" : "none");
	else if (wide)
		snprintf(out, CELL_SIZE, "%s, %s", day_short(side->step, day),
			 amount_fixed_with_unit(side->step_target, preview->decimals,
						side->schedule.unit, amount));
	else
		snprintf(out, CELL_SIZE, "%s", day_short(side->step, day));
}

static void last_text(const struct revise_side *side, bool wide, char *out)
{
	char day[DAY_TEXT_SIZE];

	snprintf(out, CELL_SIZE, "%s%s",
		 wide ? day_full(side->last, day) : day_long(side->last, day),
		 side->open ? " *" : "");
}

static void needed_text(const struct revise_preview *preview, const struct revise_side *side,
			char *out)
{
	amount_fixed_with_unit(side->needed, preview->decimals, side->schedule.unit, out);
}

static void days_moved(const struct revise_preview *preview, char *out)
{
	int32_t later = day_between(preview->before.last, preview->after.last);
	char count[WORDS_SIZE];

	if (later != 0)
		snprintf(out, CELL_SIZE, "%s %s",
			 words_count(later < 0 ? -later : later, "day", "days", count),
			 later > 0 ? "later" : "earlier");
}

static void amount_moved(const struct revise_preview *preview, char *out)
{
	int64_t more = preview->after.needed.nano - preview->before.needed.nano;
	char amount[AMOUNT_TEXT_SIZE];

	if (more != 0)
		snprintf(out, CELL_SIZE, "%s %s",
			 amount_fixed_with_unit((struct amount){.nano = more < 0 ? -more : more},
						preview->decimals, preview->after.schedule.unit,
						amount),
			 more > 0 ? "more" : "less");
}

static void write_sides(struct pen *pen, const struct revise_preview *preview, bool plain)
{
	bool wide = plain || pen->place.columns >= WIDE_COLUMNS;
	struct line today = {.label = "Today"}, step = {.label = "Next step"};
	struct line last = {.label = "Last day"}, needed = {.label = "To the end"};

	today_text(preview, &preview->before, today.before);
	step_text(preview, &preview->before, wide, step.before);
	last_text(&preview->before, wide, last.before);
	needed_text(preview, &preview->before, needed.before);
	if (preview->has_after) {
		today_text(preview, &preview->after, today.after);
		step_text(preview, &preview->after, wide, step.after);
		last_text(&preview->after, wide, last.after);
		needed_text(preview, &preview->after, needed.after);
		days_moved(preview, last.moved);
		amount_moved(preview, needed.moved);
	} else {
		struct line *const lines[] = {&today, &step, &last, &needed};

		for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
			snprintf(lines[i]->after, CELL_SIZE, "no plan");
		if (preview->revision.from.n > preview->today.n)
			snprintf(today.after, CELL_SIZE, "%s", today.before);
	}
	if (!plain && wide) {
		struct rect row = next_row(pen);

		rect_take_left(&row, LABEL_COLUMNS);
		put(pen, rect_take_left(&row, SIDE_COLUMNS), ROLE_DIM, "Before");
		put(pen, row, ROLE_DIM, "After");
	}
	write_line(pen, &today, plain);
	write_line(pen, &step, plain);
	write_line(pen, &last, plain);
	write_line(pen, &needed, plain);
	if (preview->before.open || (preview->has_after && preview->after.open))
		write_text(pen, ROLE_DIM, "* if you go on tomorrow");
}

static void write_cautions(struct pen *pen, const struct revise_preview *preview)
{
	for (size_t i = 0; i < preview->pace.caution_count; i++) {
		const struct caution *caution = &preview->pace.cautions[i];
		bool asks = caution->level == CAUTION_ACKNOWLEDGE;
		char room[TEXT_ROOM];
		struct str text = str_in(room, sizeof(room));

		next_row(pen);
		str_add(&text, asks ? "Needs your yes: " : "Note: ");
		str_addf(&text, "%s.", caution->text);
		write_text(pen, asks ? ROLE_WARN : ROLE_TEXT, text.data);
		str_free(&text);
	}
}

/* With a date to end by that is faster than the caution line: the earliest one that is not. */
static void write_gentler(struct pen *pen, const struct revise_preview *preview)
{
	const struct bydate *bydate = &preview->bydate;
	char day[DAY_TEXT_SIZE];
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	if (!preview->has_bydate || !bydate->beyond_caution || !bydate->has_gentle)
		return;
	next_row(pen);
	str_addf(&text,
		 "Gentler: without the caution about pace the earliest day at the goal is %s.",
		 day_full(bydate->gentle_goal, day));
	write_text(pen, ROLE_TEXT, text.data);
	str_free(&text);
}

static void write_said(struct pen *pen, const char *said)
{
	while (*said != '\0') {
		size_t len = strcspn(said, "\n");
		char room[TEXT_ROOM];
		struct str text = str_in(room, sizeof(room));

		next_row(pen);
		str_add_bytes(&text, said, len);
		write_text(pen, ROLE_TEXT, text.data);
		str_free(&text);
		said += len + (said[len] == '\n' ? 1 : 0);
	}
}

/* "Hold at 17.2 g for 7 days, from Sun 22 Nov" */
static void write_title(struct pen *pen, const struct revise_preview *preview, bool wide)
{
	char text_room[TEXT_ROOM], title_room[TEXT_ROOM];
	struct str text = str_in(text_room, sizeof(text_room));
	struct str title = str_in(title_room, sizeof(title_room));
	char day[DAY_TEXT_SIZE];

	revision_describe(&preview->revision, &text);
	if (wide)
		str_addf(&text, ", from %s", day_short(preview->revision.from, day));
	words_sentence(text.data, &title);
	str_cut(&title, title.len - 1);
	write_text(pen, ROLE_STRONG, title.data);
	if (wide)
		next_row(pen);
	str_free(&text);
	str_free(&title);
}

static void write_all(const struct revise_page *page, struct pen *pen, bool plain)
{
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));

	if (page->preview == NULL) {
		words_sentence(page->why, &text);
		write_text(pen, ROLE_WARN, text.data);
		str_free(&text);
		return;
	}
	write_title(pen, page->preview, pen->place.columns >= WIDE_COLUMNS);
	write_sides(pen, page->preview, plain);
	write_cautions(pen, page->preview);
	write_gentler(pen, page->preview);
	write_said(pen, page->preview->said);
}

int revise_page_rows(const struct revise_page *page, int columns, bool plain)
{
	struct pen pen = {.place = {.columns = columns}};

	write_all(page, &pen, plain);
	return pen.row;
}

void revise_page_draw(const struct revise_page *page, struct canvas *canvas, struct rect place)
{
	struct pen pen = {.canvas = canvas, .place = place, .row = -page->top};

	write_all(page, &pen, canvas->plain);
}

void revise_page_text(struct canvas *canvas, struct rect place, int ink, const char *text, int top)
{
	struct pen pen = {.canvas = canvas, .place = place, .row = -top};

	write_text(&pen, ink, text);
}

void revise_page_cautions(const struct pace *pace, struct str *out)
{
	for (size_t i = 0; i < pace->caution_count; i++) {
		if (pace->cautions[i].level != CAUTION_ACKNOWLEDGE)
			continue;
		str_add(out, out->len > 0 ? "\n\n" : "");
		words_sentence(pace->cautions[i].text, out);
	}
}
