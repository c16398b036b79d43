/* SPDX-License-Identifier: MIT */
/* What holds for every screen and dialog, in every size and mode, with a log and without one. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <unistd.h>

#include "app/app.h"
#include "app/settings.h"
#include "dump_kit.h"
#include "engine/readiness.h"
#include "view_kit.h"

#include "tui/keymap.h"
#include "tui/own_change.h"
#include "tui/urge_more.h"
#include "tui/view.h"
#include "tui/view_changes.h"
#include "tui/view_export.h"
#include "tui/view_guide.h"
#include "tui/view_own.h"
#include "tui/view_pick.h"
#include "tui/view_preview.h"
#include "tui/view_ready.h"
#include "tui/view_revise.h"
#include "tui/view_safety.h"
#include "tui/view_self_check.h"
#include "tui/view_settings.h"
#include "tui/view_setup.h"
#include "tui/view_start.h"

static struct start_texts texts = START_TEXTS_INIT;
static struct own_change change;

static struct view *make_log(struct app *app)
{
	(void)app;
	return view_log_new("3 g", "now");
}

static struct view *make_day(struct app *app)
{
	return view_day_new(day_add(app_today_day(app), -1));
}

static struct view *make_month(struct app *app)
{
	return view_month_new(app_today_day(app));
}

static struct view *make_note(struct app *app)
{
	(void)app;
	return view_note_new(NULL);
}

static struct view *make_export(struct app *app)
{
	return view_export_new(app, true);
}

static struct view *make_guide_page(struct app *app)
{
	(void)app;
	return view_guide_page_new("sleep", NULL, NULL);
}

static struct view *make_own(struct app *app)
{
	(void)app;
	return view_own_add_new(OWN_REASON, &change);
}

static struct view *make_pick(struct app *app)
{
	static const char *const names[] = {"Germany", "Ireland", "Norway"};

	(void)app;
	return view_pick_new("Your country", "Country", names, 3, 1);
}

static struct view *make_options(struct app *app)
{
	static const struct option options[] = {{"4 weeks", "how it goes now"},
						{"everything", "from the first entry on"}};

	(void)app;
	return view_options_new("Trends of", options, 2, 0);
}

static struct view *make_preview(struct app *app)
{
	(void)app;
	return view_preview_new(&texts, "gentle");
}

static struct view *make_start(struct app *app)
{
	static const struct plan none = PLAN_INIT;
	const struct start_offer offer = {.plan = &none, .amount = "12 g", .day = "tomorrow"};

	(void)app;
	return view_start_new(&texts, &offer);
}

static struct view *make_ready(struct app *app)
{
	struct readiness readiness = {.verdict = VERDICT_HOLD, .speaks = true};

	(void)app;
	snprintf(readiness.say, sizeof(readiness.say), "The last days were above plan.");
	return view_ready_new(&readiness);
}

static struct view *make_hold(struct app *app)
{
	(void)app;
	return view_revise_new(REVISION_HOLD);
}

static struct view *make_setting(struct app *app)
{
	struct app_setting setting;
	struct view *view;
	struct err err;

	assert_true(app_settings_get(app, "measure", &setting, &err));
	view = view_setting_new(&setting);
	app_setting_free(&setting);
	return view;
}

static struct view *make_confirm(struct app *app)
{
	struct question question = {.title = "Delete this dose?", .text = STR_INIT};

	(void)app;
	str_add(&question.text, "3.0 g at 08:05. It can be undone.");
	return view_confirm_new(&question);
}

static struct view *make_filter(struct app *app)
{
	(void)app;
	return view_prompt_new("Filter", "tag:stress >3g; {find} alone shows all", "tag:work");
}

static struct view *make_read(struct app *app)
{
	struct str text = STR_INIT;

	(void)app;
	str_add(&text, "# A heading\nA long line of words that goes on and on until it has to be "
		       "broken somewhere.\nPgDn, Ctrl-F\tgoes on\n! danger\n");
	return view_read_new("A page to read", &text);
}

static struct view *make_urge_more(struct app *app)
{
	static char none[] = "", tags[] = "stress";
	struct urge urge = {.id = 1, .seconds = 600, .tags = tags, .helped = none, .note = none};

	(void)app;
	return view_urge_more_new(&urge);
}

static const struct keymap *keys_of(void)
{
	static struct keymap keys;

	keymap_default(&keys);
	return &keys;
}

static struct view *make_keys(struct app *app)
{
	(void)app;
	return view_keys_new(keys_of());
}

#define PLAIN_MAKER(name)                                                                          \
	static struct view *make_##name(struct app *app)                                           \
	{                                                                                          \
		(void)app;                                                                         \
		return view_##name##_new();                                                        \
	}
PLAIN_MAKER(today)
PLAIN_MAKER(plan)
PLAIN_MAKER(history)
PLAIN_MAKER(checkin)
PLAIN_MAKER(support)
PLAIN_MAKER(guide)
PLAIN_MAKER(help_now)
PLAIN_MAKER(trends)
PLAIN_MAKER(urge)
PLAIN_MAKER(journal)
PLAIN_MAKER(changes)
PLAIN_MAKER(settings)
PLAIN_MAKER(setup)
PLAIN_MAKER(safety)
PLAIN_MAKER(self_check)
PLAIN_MAKER(import)
PLAIN_MAKER(cope)
PLAIN_MAKER(thought)
PLAIN_MAKER(signs)

static struct view *make_week(struct app *app)
{
	return view_week_new(app_today_day(app));
}

static struct view *make_tool(struct app *app)
{
	(void)app;
	return view_tool_new("box");
}

/* A word it has with a log, and one it has in a new home; NULL where it does not open there. */
static const struct every {
	const char *name;
	struct view *(*make)(struct app *app);
	const char *full, *empty;
} views[] = {
	{"today", make_today, "left of", "Welcome"},
	{"plan", make_plan, "Tue 17 Nov", "Gentle"},
	{"history", make_history, "Fri 20 Nov", "Nothing is logged"},
	{"check-in", make_checkin, "How is today?", "How is today?"},
	{"support", make_support, "the sea", "Why I do this"},
	{"guide", make_guide, "Sleep", "Sleep"},
	{"guide page", make_guide_page, "Sleep", "Sleep"},
	{"help now", make_help_now, "Help now", "Help now"},
	{"urge", make_urge, "Breathe in", "Breathe in"},
	{"urge, more", make_urge_more, "Set off", "Set off"},
	{"trends", make_trends, "Doses a day", "No complete day"},
	{"journal", make_journal, "evening walk", "N writes a"},
	{"changes", make_changes, "From", NULL},
	{"settings", make_settings, "day starts", "day starts"},
	{"setting", make_setting, "Value", "Value"},
	{"first run", make_setup, "What taper is", "What taper is"},
	{"safety", make_safety, "What your answers mean", "What taper is"},
	{"self-check", make_self_check, "Self-check", "Self-check"},
	{"log", make_log, "Amount", "Amount"},
	{"day", make_day, "Fri 20 Nov", "Fri 20 Nov"},
	{"month", make_month, "November 2026", "November 2026"},
	{"note", make_note, "Write a note", "Write a note"},
	{"export", make_export, "Format", "Format"},
	{"import", make_import, "File", "File"},
	{"own", make_own, "Reason", "Reason"},
	{"pick", make_pick, "Ireland", "Ireland"},
	{"options", make_options, "everything", "everything"},
	{"preview", make_preview, "Gentle", NULL},
	{"start", make_start, "First day", "First day"},
	{"ready", make_ready, "hold the amount", "hold the amount"},
	{"hold", make_hold, "How long", NULL},
	{"question", make_confirm, "yes", "yes"},
	{"filter", make_filter, "Enter alone", "Enter alone"},
	{"page", make_read, "A page to read", "A page to read"},
	{"cope", make_cope, "Slow sighs", "Slow sighs"},
	{"thought", make_thought, "Thought", "Thought"},
	{"signs", make_signs, "Can't be woken", "Can't be woken"},
	{"week", make_week, "Fri 20", "Fri 20"},
	{"tool", make_tool, "Box breathing", "Box breathing"},
	{"keys", make_keys, "Everywhere", "Everywhere"},
};

static const struct mode {
	const char *name;
	int rows, columns;
	bool plain, ascii;
} modes[] = {
	{"80x24", 24, 80, false, false},      {"120x40", 40, 120, false, false},
	{"40x12", 12, 40, false, false},      {"200x60", 60, 200, false, false},
	{"plain 80x24", 24, 80, true, false}, {"plain 40x12", 12, 40, true, false},
	{"ASCII 80x24", 24, 80, false, true}, {"ASCII 40x12", 12, 40, false, true},
	{"plain ASCII", 24, 80, true, true},
};

enum { AROUND = 3, BOXES_FIRST = 0x2500, BRAILLE_LAST = 0x28FF, OUTSIDE = '~' };

/* What the frame leaves of a window, with a margin that nothing may touch. */
static struct rect place_of(const struct mode *mode, struct canvas *canvas)
{
	bool tall = mode->rows >= 16;
	struct rect area = {.row = AROUND,
			    .column = AROUND,
			    .rows = mode->rows - (tall ? 5 : 3),
			    .columns = mode->columns};

	canvas_resize(canvas, area.rows + 2 * AROUND, area.columns + 2 * AROUND);
	canvas->plain = mode->plain;
	canvas->ascii = mode->ascii;
	canvas_fill(canvas, canvas_area(canvas), ROLE_TEXT, OUTSIDE);
	canvas_fill(canvas, area, ROLE_TEXT, ' ');
	return area;
}

static void nothing_outside(const struct canvas *canvas, struct rect area, const char *what)
{
	for (int row = 0; row < canvas->rows; row++) {
		for (int column = 0; column < canvas->columns; column++) {
			const struct cell *cell = canvas_cell(canvas, row, column);

			if (!rect_has(area, row, column) && cell->code != OUTSIDE)
				fail_msg("%s draws outside, at %d, %d", what, row - area.row,
					 column - area.column);
			if (canvas->ascii && cell->code >= 0x7F)
				fail_msg("%s lets U+%04X out", what, (unsigned)cell->code);
			if (canvas->plain && cell->code >= BOXES_FIRST &&
			    cell->code <= BRAILLE_LAST)
				fail_msg("%s draws U+%04X where plain", what, (unsigned)cell->code);
		}
	}
}

/* The bytes of the view, to see that drawing changed none. */
static void draw_twice(const struct view *view, struct canvas *canvas, struct rect area,
		       const char *what)
{
	struct str before = STR_INIT, once = STR_INIT, again = STR_INIT;

	str_add_bytes(&before, (const char *)view, view->class->size);
	view->class->draw(view, canvas, area);
	canvas_dump(canvas, &once);
	if (memcmp(before.data, view, view->class->size) != 0)
		fail_msg("%s changes by being drawn", what);
	canvas_fill(canvas, area, ROLE_TEXT, ' ');
	view->class->draw(view, canvas, area);
	canvas_dump(canvas, &again);
	assert_string_equal(once.data, again.data);
	str_free(&before);
	str_free(&once);
	str_free(&again);
}

static void look_at(struct view *view, const struct every *every, const struct mode *mode,
		    const char *word)
{
	struct canvas canvas = CANVAS_INIT;
	struct rect area = place_of(mode, &canvas);
	struct str dump = STR_INIT;
	char what[80];

	snprintf(what, sizeof(what), "%s at %s", every->name, mode->name);
	view->area = area;
	view->plain = mode->plain;
	if (view->class->place != NULL)
		view->class->place(view, area);
	draw_twice(view, &canvas, area, what);
	nothing_outside(&canvas, area, what);
	canvas_dump(&canvas, &dump);
	if (strstr(dump.data, word) == NULL)
		fail_msg("%s has no '%s':\n%s", what, word, dump.data);
	str_free(&dump);
	canvas_free(&canvas);
}

static void look_at_all(struct app *app, bool full)
{
	for (size_t i = 0; i < sizeof(views) / sizeof(views[0]); i++) {
		const char *word = full ? views[i].full : views[i].empty;
		struct view *view;
		struct err err = {.code = ERR_NONE};

		if (word == NULL)
			continue;
		view = views[i].make(app);
		view->keys = keys_of();
		if (view->class->load != NULL && !view->class->load(view, app, &err))
			fail_msg("%s: %s", views[i].name, err.msg);
		for (size_t n = 0; n < sizeof(modes) / sizeof(modes[0]); n++)
			look_at(view, &views[i], &modes[n], word);
		view_free(view);
	}
	start_texts_free(&texts);
}

static void every_view_is_whole_in_a_new_home(void **state)
{
	struct app *app = view_kit_open();

	(void)state;
	look_at_all(app, false);
	app_close(app);
}

static void every_view_is_whole_with_a_log(void **state)
{
	struct app *app = view_kit_open();

	(void)state;
	view_kit_fill(app);
	look_at_all(app, true);
	app_close(app);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_view_is_whole_in_a_new_home, view_kit_begin,
						view_kit_end),
		cmocka_unit_test_setup_teardown(every_view_is_whole_with_a_log, view_kit_begin,
						view_kit_end),
	};

	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
