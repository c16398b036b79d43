/* SPDX-License-Identifier: MIT */
#include "canvas_kit.h"

#include <string.h>

#include "tui/canvas.h"

static int between(struct random *random, int low, int high)
{
	return (int)random_between(random, low, high);
}

static void random_text(struct random *random, struct str *text)
{
	static const char *const words[] = {
		"morning",    " ",        "2.5 g",         "      ", "日本語",
		"🙂",       "한",       "e\u0301",       "…",      "─",
		"─────",      "█▌",       "a\u0301\u0302", "字",     "x",
		"above plan", "\033[31m", "日\u0301",      "\u200b", "\t"};

	for (int i = between(random, 1, 9); i > 0; i--)
		str_add(text, words[between(random, 0, sizeof(words) / sizeof(words[0]) - 1)]);
}

static struct rect random_place(struct random *random, const struct canvas *canvas)
{
	struct rect place = {.row = between(random, -1, canvas->rows - 1),
			     .column = between(random, -2, canvas->columns - 1),
			     .rows = between(random, 1, 5)};

	place.columns = random_once_in(random, 3) ? canvas->columns - place.column
						  : between(random, 1, canvas->columns);
	return place;
}

static int random_ink(struct random *random)
{
	int role = between(random, 0, ROLE_COUNT - 1);

	return random_once_in(random, 4) ? role | INK_BOLD : role;
}

static void move_rows(struct random *random, struct canvas *canvas)
{
	int by = between(random, 1, 9), first = between(random, 0, canvas->rows - 1);
	int last = between(random, first, canvas->rows - 1), kept = last + 1 - first - by;
	struct rect rows = {.row = first, .columns = canvas->columns};
	bool up = random_once_in(random, 2);
	struct cell *upper = &canvas->cells[first * canvas->columns];
	struct cell *lower = &canvas->cells[(first + by) * canvas->columns];

	if (kept <= 0)
		return;
	memmove(up ? upper : lower, up ? lower : upper,
		(size_t)kept * (size_t)canvas->columns * sizeof(*upper));
	rows.row = up ? last + 1 - by : first;
	rows.rows = by;
	canvas_fill(canvas, rows, random_ink(random), random_once_in(random, 2) ? ' ' : '.');
	if (random_once_in(random, 2))
		canvas_select_row(canvas, (struct rect){rows.row, 0, 1, canvas->columns});
}

void random_change(struct random *random, struct canvas *canvas)
{
	static const uint32_t codes[] = {' ', ' ', ' ', U'─', U'█', 'x'};
	struct rect place = random_place(random, canvas);
	struct str text = STR_INIT;

	random_text(random, &text);
	switch (between(random, 0, 9)) {
	case 0:
		canvas_fill(canvas, place, random_ink(random), codes[between(random, 0, 5)]);
		break;
	case 1:
		canvas_select(canvas, place);
		break;
	case 2:
		canvas_select_row(canvas, place);
		break;
	case 3:
		canvas_fade(canvas, place);
		break;
	case 4:
		move_rows(random, canvas);
		break;
	case 5:
		canvas_put(canvas, canvas->rows - 1, canvas->columns - 1, random_ink(random), 'Z');
		break;
	case 6:
		place.column = canvas->columns - between(random, 1, 4);
		place.row = random_once_in(random, 2) ? canvas->rows - 1 : place.row;
		canvas_text(canvas, place, random_ink(random), "日本語日本語");
		break;
	case 7:
		place.rows = 1;
		canvas_fill(canvas, place, ROLE_TEXT, ' ');
		break;
	default:
		canvas_text(canvas, place, random_ink(random), text.data);
	}
	str_free(&text);
}
