/* SPDX-License-Identifier: MIT */
#include "aftercare_page.h"

#include <inttypes.h>
#include <stdio.h>

#include "app/practice.h"
#include "app/support.h"
#include "bar.h"
#include "digits.h"
#include "prose.h"

enum { ROOMY_ROWS = 16, ROOMY_COLUMNS = 60, GAP = 3, DOSES_MOST = 4, NUMBER_SIZE = 16 };

void aftercare_free(struct aftercare_shown *shown)
{
	str_free(&shown->words);
	str_free(&shown->say);
	*shown = (struct aftercare_shown){.words = STR_INIT, .say = STR_INIT};
}

bool aftercare_shows(const struct aftercare_shown *shown)
{
	return shown->after.on && shown->after.care.goal.nano == 0;
}

const struct app_aftercare *aftercare_stays(const struct aftercare_shown *shown)
{
	return shown->after.on && shown->after.care.goal.nano > 0 ? &shown->after : NULL;
}

static void add_part(const struct own_plan *plan, enum own_part part, const char *title,
		     struct str *out)
{
	const struct own_entry *entry;

	for (size_t i = 0; (entry = own_plan_entry(plan, part, i)) != NULL; i++) {
		struct str words = STR_INIT;

		own_entry_words(entry, &words);
		str_addf(out, "%s%s%s•\t%s\n", i == 0 ? "\n# " : "", i == 0 ? title : "",
			 i == 0 ? "\n" : "", words.data);
		str_free(&words);
	}
}

static void add_practices(struct app *app, struct str *out)
{
	struct practices practices;
	struct err ignored;

	if (!app_practices(app, &practices, &ignored))
		return;
	for (size_t i = 0; i < practices.count; i++) {
		str_addf(out, "%s•\t%s: ", i == 0 ? "\n# A little each day\n" : "",
			 practices.items[i].name);
		practice_tell(&practices.items[i], out);
		str_add_char(out, '\n');
	}
	practices_free(&practices);
}

static void tell(struct aftercare_shown *shown, struct app *app)
{
	const struct app_aftercare *after = &shown->after;
	struct my_plan mine;
	struct err ignored;

	if (after->care.reached > 0) {
		str_add(&shown->words, "Behind you\t");
		app_aftercare_behind(after, &shown->words);
		str_add(&shown->words, "; these stay yours\n");
	}
	str_add(&shown->words, "Check-in  \t");
	app_aftercare_checkin(after, &shown->words);
	str_add_char(&shown->words, '\n');
	if (!app_my_plan(app, &mine, &ignored))
		return;
	if (after->care.recent > 0)
		add_part(&mine.plan, OWN_AFTER, own_shape(OWN_AFTER)->title, &shown->words);
	if (own_plan_count(&mine.plan, OWN_SIGN) == 0)
		str_add(&shown->words,
			"\n~ Your own early signs will stand here: Support keeps them.\n");
	add_part(&mine.plan, OWN_SIGN, "Your early signs: is one of them there?", &shown->words);
	add_practices(app, &shown->words);
	add_part(&mine.plan, OWN_REWARD, own_shape(OWN_REWARD)->title, &shown->words);
	add_part(&mine.plan, OWN_REASON, own_shape(OWN_REASON)->title, &shown->words);
	my_plan_free(&mine);
}

void aftercare_load(struct aftercare_shown *shown, struct app *app, const struct today *today)
{
	struct err ignored;

	aftercare_free(shown);
	if (!app_aftercare(app, today, &shown->after, &ignored))
		shown->after.on = false;
	if (aftercare_shows(shown))
		tell(shown, app);
	if (shown->after.on)
		app_aftercare_say(&shown->after, &shown->say);
}

struct layout {
	bool roomy;
	struct rect answer, bar, text, doses, say;
};

static struct layout layout_of(const struct aftercare_shown *shown, size_t dose_count,
			       struct rect area, bool plain)
{
	struct layout layout = {.roomy = area.rows >= ROOMY_ROWS && area.columns >= ROOMY_COLUMNS &&
					 !plain};
	struct rect rest = rect_inset(area, 0, area.columns >= ROOMY_COLUMNS ? 2 : 1);
	int doses = dose_count < DOSES_MOST ? (int)dose_count : DOSES_MOST, say;

	rect_take_top(&rest, layout.roomy && area.rows > ROOMY_ROWS ? 1 : 0);
	layout.answer = rect_take_top(&rest, DIGITS_ROWS);
	rect_take_top(&rest, layout.roomy ? 1 : 0);
	layout.bar = rect_take_top(&rest, plain ? 0 : 1);
	rect_take_top(&rest, layout.roomy ? 1 : 0);
	say = text_rows(shown->say.data, rest.columns);
	layout.say = rect_take_bottom(&rest, say < rest.rows ? say : rest.rows);
	rect_take_bottom(&rest, layout.roomy ? 1 : 0);
	if (doses > 0) {
		layout.doses = rect_take_bottom(&rest, doses < rest.rows ? doses : rest.rows);
		rect_take_bottom(&rest, layout.roomy ? 1 : 0);
	}
	layout.text = rest;
	return layout;
}

struct rect aftercare_doses(const struct aftercare_shown *shown, size_t dose_count,
			    struct rect area, bool plain)
{
	return layout_of(shown, dose_count, area, plain).doses;
}

static void draw_answer(const struct aftercare_shown *shown, const struct layout *layout,
			struct canvas *canvas)
{
	const struct aftercare *care = &shown->after.care;
	const char *what =
		care->days == 1 ? "day since your last step" : "days since your last step";
	struct rect place = layout->answer;
	char number[NUMBER_SIZE], day[DAY_TEXT_SIZE];
	char kept_room[TEXT_ROOM], next_room[TEXT_ROOM];
	struct str kept = str_in(kept_room, sizeof(kept_room));
	struct str next = str_in(next_room, sizeof(next_room));

	snprintf(number, sizeof(number), "%" PRId32, care->days);
	app_aftercare_kept(&shown->after, &kept);
	str_add(&kept, " with none noted");
	str_add(&next, "Next mark: ");
	app_aftercare_next(&shown->after, &next);
	if (layout->roomy && !canvas->ascii) {
		digits_draw(canvas, place, ROLE_GOOD | INK_BOLD, number);
		rect_take_left(&place, digits_width(number) + GAP);
		canvas_textf(canvas, rect_line(place, 0, 0), ROLE_STRONG, "%s, %s", what,
			     day_full(care->since, day));
	} else {
		canvas_textf(canvas, rect_line(place, 0, 0), ROLE_GOOD | INK_BOLD, "%s %s", number,
			     what);
	}
	canvas_text(canvas, rect_line(place, 1, 0), ROLE_TEXT, kept.data);
	canvas_text(canvas, rect_line(place, 2, 0), ROLE_DIM, next.data);
	str_free(&kept);
	str_free(&next);
}

/* From the milestone behind to the next one. */
static void draw_bar(const struct aftercare *care, struct canvas *canvas, struct rect place)
{
	int32_t from = care->reached > 0 ? aftercare_milestone(care->reached - 1) : 0;

	if (place.rows > 0)
		bar_draw(canvas, place, ROLE_GOOD, care->days - from, care->next_days - from);
}

void aftercare_draw(const struct aftercare_shown *shown, size_t dose_count, struct canvas *canvas,
		    struct rect area)
{
	struct layout layout = layout_of(shown, dose_count, area, canvas->plain);

	draw_answer(shown, &layout, canvas);
	draw_bar(&shown->after.care, canvas, layout.bar);
	prose_draw(canvas, layout.text, 0, shown->words.data);
	canvas_wrap(canvas, layout.say, ROLE_TEXT, shown->say.data);
	canvas_cursor(canvas, layout.answer.row, layout.answer.column, false);
}
