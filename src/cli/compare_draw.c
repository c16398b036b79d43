/* SPDX-License-Identifier: MIT */
#include "compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#include "compare_rows.h"
#include "format.h"

/* A column is cut at blanks down to CELL_LEAST, which holds every date and figure whole. */
enum { INDENT = 2, GAP = 2, CELL_LEAST = 12, HEAD_MOST = 15 };

struct column {
	const struct candidate *candidate; /* borrowed */
	int width;
};

/* Columns drawn side by side. */
struct block {
	struct column *columns; /* borrowed */
	size_t count;
	int label; /* width of the rows' names */
};

/* "Gentle" of "Gentle, 5 % every two weeks"; the name where that is long or there is none. */
static void add_head(const struct candidate *candidate, struct str *out)
{
	const struct plan *plan = &candidate->preview.plan;
	size_t len = strcspn(plan->title, ",:;(");
	struct str head = STR_INIT;

	while (len > 0 && plan->title[len - 1] == ' ')
		len--;
	str_add_bytes(&head, plan->title, len);
	if (len == 0 || utf8_width(head.data) > HEAD_MOST) {
		str_reset(&head);
		str_add(&head, plan->name);
	}
	utf8_add_clean(out, head.data);
	str_free(&head);
}

/* The cell's lines, each ended, at most width columns wide. */
static void fold(const char *text, int width, const struct looks *looks, struct str *out)
{
	struct looks narrow = *looks;
	struct str line = STR_INIT, folded = STR_INIT;

	narrow.width = width;
	do {
		size_t len = strcspn(text, "\n");

		str_reset(&line);
		str_add_bytes(&line, text, len);
		looks_wrap(&narrow, 0, line.data, &folded);
		text += len;
		text += *text == '\n';
	} while (*text != '\0');
	compare_add_plain(folded.data, out);
	str_free(&line);
	str_free(&folded);
}

static void cell_of(const struct compare_row *row, const struct candidate *candidate,
		    const struct looks *looks, struct str *out)
{
	if (row == NULL)
		add_head(candidate, out);
	else
		row->cell(candidate, looks, out);
	if (out->len == 0)
		str_add(out, looks_symbol(looks, SYMBOL_DASH));
}

static int widest_line(const char *text)
{
	struct str line = STR_INIT;
	int widest = 0;

	while (*text != '\0') {
		size_t len = strcspn(text, "\n");
		int width;

		str_reset(&line);
		str_add_bytes(&line, text, len);
		width = utf8_width(line.data);
		widest = width > widest ? width : widest;
		text += len;
		text += *text == '\n';
	}
	str_free(&line);
	return widest;
}

static int natural_width(const struct compare *compare, const struct candidate *candidate,
			 const struct looks *looks)
{
	struct str cell = STR_INIT;
	int widest;

	cell_of(NULL, candidate, looks, &cell);
	widest = widest_line(cell.data);
	for (const struct compare_row *row = compare_rows; row->name != NULL; row++) {
		int width;

		if (!row->shown(compare))
			continue;
		str_reset(&cell);
		cell_of(row, candidate, looks, &cell);
		width = widest_line(cell.data);
		widest = width > widest ? width : widest;
	}
	str_free(&cell);
	return widest;
}

static int label_width(const struct compare *compare)
{
	int widest = 0;

	for (const struct compare_row *row = compare_rows; row->name != NULL; row++) {
		int width = row->shown(compare) ? utf8_width(row->name) : 0;

		widest = width > widest ? width : widest;
	}
	return widest;
}

static int total_width(const struct block *block, int most)
{
	int total = 0;

	for (size_t i = 0; i < block->count; i++)
		total += GAP + (block->columns[i].width < most ? block->columns[i].width : most);
	return total;
}

/* Leaves in block as many plans as fit side by side, at least one, and folds what is widest in them. */
static void fit(struct block *block, int room)
{
	int most = 0;

	while (block->count > 1 && total_width(block, CELL_LEAST) > room)
		block->count--;
	for (size_t i = 0; i < block->count; i++)
		most = block->columns[i].width > most ? block->columns[i].width : most;
	while (most > CELL_LEAST && total_width(block, most) > room)
		most--;
	for (size_t i = 0; i < block->count; i++) {
		if (block->columns[i].width > most)
			block->columns[i].width = most;
	}
}

/* The next line of a folded cell into line; false where there is none left. */
static bool next_line(const char **cell, struct str *line)
{
	size_t len = strcspn(*cell, "\n");

	str_reset(line);
	if (**cell == '\0')
		return false;
	str_add_bytes(line, *cell, len);
	*cell += len + 1;
	return true;
}

static void draw_row(const struct block *block, const struct compare_row *row,
		     const struct looks *looks, struct str *out)
{
	struct str *cells = mem_alloc(block->count, sizeof(*cells));
	const char **rest = mem_alloc(block->count, sizeof(*rest));
	struct str line = STR_INIT;
	bool more = true;

	for (size_t i = 0; i < block->count; i++) {
		struct str whole = STR_INIT;

		cells[i] = (struct str)STR_INIT;
		cell_of(row, block->columns[i].candidate, looks, &whole);
		fold(whole.data, block->columns[i].width, looks, &cells[i]);
		rest[i] = cells[i].data;
		str_free(&whole);
	}
	for (bool first = true; more; first = false) {
		size_t begin = out->len, filled = out->len;

		more = false;
		str_addf(out, "%*s%-*s", INDENT, "", block->label,
			 first && row != NULL ? row->name : "");
		for (size_t i = 0; i < block->count; i++) {
			bool any = next_line(&rest[i], &line);

			more = more || (any && *rest[i] != '\0');
			str_add_repeat(out, " ", GAP);
			looks_ink(looks, row == NULL ? INK_HEAD : INK_NONE, line.data, out);
			filled = any ? out->len : filled;
			str_add_repeat(out, " ",
				       (size_t)(block->columns[i].width - utf8_width(line.data)));
		}
		str_cut(out, filled > begin ? filled : begin);
		str_add_char(out, '\n');
	}
	for (size_t i = 0; i < block->count; i++)
		str_free(&cells[i]);
	free(cells);
	free(rest);
	str_free(&line);
}

static void draw_rows(const struct compare *compare, const struct block *block, bool replay,
		      const struct looks *looks, struct str *out)
{
	draw_row(block, NULL, looks, out);
	for (const struct compare_row *row = compare_rows; row->name != NULL; row++) {
		if (row->replay == replay && row->shown(compare))
			draw_row(block, row, looks, out);
	}
}

/* All plans that are laid out, in as many blocks as they need. */
static void draw_blocks(const struct compare *compare, bool replay, const struct looks *looks,
			struct str *out)
{
	struct column *columns = mem_alloc(compare->count, sizeof(*columns));
	size_t count = 0;

	for (size_t i = 0; i < compare->count; i++) {
		const struct candidate *candidate = &compare->items[i];

		if (candidate->laid_out)
			columns[count++] =
				(struct column){.candidate = candidate,
						.width = natural_width(compare, candidate, looks)};
	}
	for (size_t at = 0; at < count;) {
		struct block block = {.columns = columns + at,
				      .count = count - at,
				      .label = label_width(compare)};

		fit(&block, looks->width - INDENT - block.label);
		if (at > 0)
			str_add_char(out, '\n');
		draw_rows(compare, &block, replay, looks, out);
		at += block.count;
	}
	free(columns);
}

static void add_begin(const struct compare *compare, const struct looks *looks, struct str *out)
{
	const struct preview *preview = &compare_first(compare)->preview;
	const struct schedule *schedule = &preview->schedule;
	int decimals = amount_decimals(schedule->measure);
	char text[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	if (!compare_starts_differ(compare)) {
		str_addf(&line, "From %s a day",
			 format_amount(schedule->from, decimals, schedule->unit, text));
		if (schedule->from.nano != schedule->start.nano)
			str_addf(&line, ", counted as %s",
				 format_amount(schedule->start, decimals, schedule->unit, text));
		str_add(&line, preview->from_baseline ? " (your baseline), " : ", ");
	}
	if (!compare_measures_differ(compare))
		str_addf(&line, "%s %s, ", line.len > 0 ? "scale" : "Scale",
			 format_amount(schedule->measure, 0, schedule->unit, text));
	str_addf(&line, "%s day %s", line.len > 0 ? "first" : "First",
		 day_long(schedule_first_day(schedule), day));
	if (compare->by_date)
		str_addf(&line, ", goal by %s", day_long(compare->by, day));
	looks_wrap(looks, INDENT, line.data, out);
	str_free(&line);
}

static void add_replay_begin(const struct compare *compare, const struct looks *looks,
			     struct str *out)
{
	const struct candidate *first = compare_first(compare);
	char text[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];
	struct str line = STR_INIT;

	str_add(&line, "Over your log");
	if (!compare_replays_differ(compare))
		str_addf(&line, ", started %s from %s a day", day_long(first->replay.first, day),
			 format_amount(first->replay.from,
				       amount_decimals(first->preview.schedule.measure),
				       first->preview.schedule.unit, text));
	str_add_char(out, '\n');
	looks_wrap(looks, INDENT, line.data, out);
	str_free(&line);
}

static bool any_replayed(const struct compare *compare)
{
	for (size_t i = 0; i < compare->count; i++) {
		if (compare->items[i].replayed)
			return true;
	}
	return false;
}

/* Why a plan has no column, or no replay: one paragraph a plan, and one for all where the reason is the same. */
static void add_reasons(const struct compare *compare, const struct looks *looks, struct str *out)
{
	for (size_t i = 0; i < compare->count; i++) {
		const struct candidate *candidate = &compare->items[i];
		bool no_replay =
			compare->with_replay && candidate->laid_out && !candidate->replayed;
		struct str line = STR_INIT;

		if (!candidate->laid_out)
			str_addf(&line, "%s can't be laid out: %s", candidate->word,
				 candidate->err.msg);
		else if (no_replay)
			str_addf(&line, "%s can't be replayed: %s", candidate->word,
				 candidate->replay_err.msg);
		if (line.len > 0) {
			str_add(out, out->len > 0 ? "\n" : "");
			looks_wrap(looks, INDENT, line.data, out);
		}
		str_free(&line);
	}
}

void compare_text(const struct compare *compare, const struct looks *looks, struct str *out)
{
	if (compare_first(compare) != NULL) {
		add_begin(compare, looks, out);
		draw_blocks(compare, false, looks, out);
		if (any_replayed(compare)) {
			add_replay_begin(compare, looks, out);
			draw_blocks(compare, true, looks, out);
		}
	}
	add_reasons(compare, looks, out);
}
