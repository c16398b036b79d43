/* SPDX-License-Identifier: MIT */
#include "day_panel.h"

#include "words.h"

enum { TIME_COLUMNS = 7, AMOUNT_COLUMNS = 8 };

const char *day_status_text(enum day_status status, int *ink)
{
	switch (status) {
	case DAY_AT_OR_BELOW:
		*ink = ROLE_GOOD;
		return "✓ on plan";
	case DAY_ABOVE:
		*ink = ROLE_WARN;
		return "above plan";
	case DAY_NO_DATA:
		*ink = ROLE_DIM;
		return "no entry";
	case DAY_TODAY:
		*ink = ROLE_ACCENT;
		return "today";
	case DAY_NO_PLAN:
		break;
	}
	*ink = ROLE_DIM;
	return "";
}

void day_describe(const struct history_days *days, const struct history_day *day, struct str *out)
{
	char amount[AMOUNT_TEXT_SIZE];

	if (day->total.entries == 0) {
		str_add(out, "nothing logged");
		return;
	}
	str_addf(out, "%s taken",
		 amount_fixed_with_unit(day->total.taken, days->decimals, days->unit, amount));
	if (day->has_target)
		str_addf(out, ", plan %s",
			 amount_fixed_with_unit(day->target, days->decimals, days->unit, amount));
}

void day_head_draw(const struct history_days *days, const struct history_day *day,
		   struct canvas *canvas, struct rect *rest)
{
	char date[DAY_TEXT_SIZE];
	char room[TEXT_ROOM];
	struct str text = str_in(room, sizeof(room));
	const char *status;
	int ink;

	canvas_text(canvas, rect_take_top(rest, 1), INK_TITLE, day_full(day->total.day, date));
	day_describe(days, day, &text);
	canvas_text(canvas, rect_take_top(rest, 1), ROLE_TEXT, text.data);
	str_free(&text);
	status = day_status_text(day->status, &ink);
	if (day->has_target && day->total.entries > 0)
		canvas_text(canvas, rect_take_top(rest, 1), ink, status);
	rect_take_top(rest, 1);
}

static void describe_dose(const struct dose *dose, struct str *out)
{
	if (dose->tags != NULL && dose->tags[0] != '\0')
		str_add(out, dose->tags);
	if (dose->note != NULL && dose->note[0] != '\0')
		str_addf(out, "%s“%s”", out->len > 0 ? "  " : "", dose->note);
}

/* Time and amount; what is left is for the words. */
static struct rect draw_figures(const struct dose *dose, struct canvas *canvas, struct rect line)
{
	char amount[AMOUNT_TEXT_SIZE], time[WORDS_SIZE];

	canvas_text(canvas, rect_take_left(&line, TIME_COLUMNS), ROLE_DIM,
		    words_time(dose_wall(dose), time));
	canvas_text_right(canvas, rect_take_left(&line, AMOUNT_COLUMNS), ROLE_TEXT,
			  amount_with_unit(dose->amount, dose->unit, amount));
	rect_take_left(&line, 2);
	return line;
}

void day_dose_draw(const struct dose *dose, struct canvas *canvas, struct rect line)
{
	struct rect rest = draw_figures(dose, canvas, line);
	char room[TEXT_ROOM];
	struct str words = str_in(room, sizeof(room));

	describe_dose(dose, &words);
	canvas_text(canvas, rest, ROLE_DIM, words.data);
	str_free(&words);
}

void day_doses_draw(const struct history_doses *doses, struct canvas *canvas, struct rect rest)
{
	for (size_t i = 0; i < doses->count && rest.rows > 0; i++) {
		struct rect line = draw_figures(&doses->doses[i], canvas, rest);
		char room[TEXT_ROOM];
		struct str words = str_in(room, sizeof(room));
		int rows;

		describe_dose(&doses->doses[i], &words);
		rows = canvas_wrap(canvas, line, ROLE_DIM, words.data);
		str_free(&words);
		rect_take_top(&rest, rows > 1 ? rows : 1);
	}
}
