/* SPDX-License-Identifier: MIT */
#include "today_doses.h"

#include "base/utf8.h"
#include "key_words.h"
#include "words.h"

enum { ROW_MARGIN = 1, SIGN_COLUMNS = 2 };

static const char *amount_of(const struct today *today, const struct today_dose *dose, char *buf)
{
	if (dose->unit != UNIT_NONE && dose->unit != today->unit)
		return amount_with_unit(dose->amount, dose->unit, buf);
	return amount_fixed_with_unit(dose->amount, today->decimals, today->unit, buf);
}

static int amounts_width(const struct today *today)
{
	char buf[AMOUNT_TEXT_SIZE];
	int widest = 0;

	for (size_t i = 0; i < today->dose_count; i++) {
		int width = utf8_width(amount_of(today, &today->doses[i], buf));

		widest = width > widest ? width : widest;
	}
	return widest;
}

static void describe_dose(const struct today_dose *dose, struct str *out)
{
	const char *parts[3] = {dose->name, dose->tags, dose->note};

	for (size_t i = 0; i < 3; i++) {
		if (parts[i] == NULL || parts[i][0] == '\0')
			continue;
		str_add(out, out->len > 0 ? " · " : "");
		str_add(out, parts[i]);
	}
}

static void draw_dose(const struct today *today, const struct today_dose *dose,
		      struct canvas *canvas, struct rect row)
{
	char amount[AMOUNT_TEXT_SIZE], time[WORDS_SIZE];
	int ink = dose->taken ? ROLE_TEXT : ROLE_DIM;
	char room[TEXT_ROOM];
	struct str words = str_in(room, sizeof(room));

	if (canvas->plain)
		canvas_text(canvas, rect_take_left(&row, 8), ROLE_DIM,
			    dose->taken ? "taken" : "planned");
	else
		canvas_text(canvas, rect_take_left(&row, SIGN_COLUMNS),
			    dose->taken ? ROLE_GOOD : ROLE_ACCENT, dose->taken ? "✓" : "○");
	canvas_text(canvas, rect_take_left(&row, 6), ink, words_time(dose->wall, time));
	canvas_text_right(canvas, rect_take_left(&row, amounts_width(today) + 1), ink,
			  amount_of(today, dose, amount));
	rect_take_left(&row, 2);
	describe_dose(dose, &words);
	canvas_text(canvas, row, ink, words.data);
	str_free(&words);
}

void today_doses_draw(const struct today_page *page, const struct list *doses, bool headed,
		      struct canvas *canvas, struct rect place)
{
	const struct today *today = page->today;
	int first = place.column;

	if (headed)
		canvas_text(canvas, rect_take_top(&place, 1), ROLE_STRONG, "Doses");
	if (today->dose_count == 0)
		key_words_wrap(page->keys, canvas, place, ROLE_DIM,
			       "nothing logged yet today; {log-dose} logs a dose");
	for (int i = 0; i < place.rows && doses->top + i < doses->count; i++) {
		struct rect row = rect_line(place, i, 0);
		int item = doses->top + i;

		draw_dose(today, &today->doses[item], canvas, row);
		if (item != doses->cursor)
			continue;
		/* The sign stands beside the bar: it keeps its colour, and isn't written anew with every step of the cursor. */
		if (!canvas->plain)
			rect_take_left(&row, SIGN_COLUMNS);
		row.column -= ROW_MARGIN;
		row.columns += ROW_MARGIN;
		canvas_select(canvas, row);
		canvas_cursor(canvas, row.row, first, false);
	}
}
