/* SPDX-License-Identifier: MIT */
#include "views_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/settings.h"
#include "base/mem.h"
#include "engine/readiness.h"

#include "tui/keymap.h"
#include "tui/own_change.h"
#include "tui/urge_more.h"
#include "tui/view.h"
#include "tui/view_care.h"
#include "tui/view_changes.h"
#include "tui/view_diff.h"
#include "tui/view_export.h"
#include "tui/view_guide.h"
#include "tui/view_own.h"
#include "tui/view_pick.h"
#include "tui/view_preview.h"
#include "tui/view_ready.h"
#include "tui/view_report.h"
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
	return view_export_new(app, "log");
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

static struct view *make_urge_edit(struct app *app)
{
	struct urge urge = {.outcome = URGE_TOOK, .tags = "stress", .helped = "", .note = ""};

	(void)app;
	return view_urge_edit_new(&urge);
}

static struct view *make_wipe(struct app *app)
{
	(void)app;
	return view_wipe_new();
}

const struct keymap *views_kit_keys(void)
{
	static struct keymap keys;

	keymap_default(&keys);
	return &keys;
}

static struct view *make_keys(struct app *app)
{
	(void)app;
	return view_keys_new(views_kit_keys(), SCOPE_TODAY);
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
PLAIN_MAKER(urge_past)
PLAIN_MAKER(settings)
PLAIN_MAKER(setup)
PLAIN_MAKER(safety)
PLAIN_MAKER(self_check)
PLAIN_MAKER(import)
PLAIN_MAKER(cope)
PLAIN_MAKER(thought)
PLAIN_MAKER(signs)
PLAIN_MAKER(care)
PLAIN_MAKER(report)

static struct view *make_week(struct app *app)
{
	return view_week_new(app_today_day(app));
}

static struct view *make_edit(struct app *app)
{
	struct dose dose = {.amount = {.nano = 3000000000}, .unit = UNIT_GRAM};
	struct view *view;

	(void)app;
	snprintf(dose.product, sizeof(dose.product), "leaf");
	dose.tags = mem_dup("");
	dose.note = mem_dup("");
	view = view_edit_new(&dose);
	dose_free(&dose);
	return view;
}

static struct view *make_columns(struct app *app)
{
	(void)app;
	return view_columns_new("tests/data/csv/good-tab.csv", 1);
}

static struct view *make_own_edit(struct app *app)
{
	static const struct own_place place = {.part = OWN_REASON, .number = 1};
	static const struct own_entry entry = {.part = OWN_REASON, .text = "the sea"};

	(void)app;
	return view_own_edit_new(&place, &entry, &change);
}

static struct view *make_diff(struct app *app)
{
	(void)app;
	return view_diff_new("Two plans compared", "gentle", "steady", &texts);
}

static struct view *make_tool(struct app *app)
{
	(void)app;
	return view_tool_new("box");
}

const struct every views_kit[] = {
	{"today", make_today, "left of", "Welcome", NULL},
	{"plan", make_plan, "Tue 17 Nov", "Gentle", "explain"},
	{"history", make_history, "Fri 20 Nov", "Nothing is logged", "show day"},
	{"check-in", make_checkin, "How is today?", "How is today?", NULL},
	{"support", make_support, "the sea", "Why I do this", "open"},
	{"guide", make_guide, "Sleep", "Sleep", "read"},
	{"guide page", make_guide_page, "Sleep", "Sleep", NULL},
	{"help now", make_help_now, "Help now", "Help now", NULL},
	{"urge", make_urge, "Breathe in", "Breathe in", NULL},
	{"urge, more", make_urge_more, "Set off", "Set off", "save"},
	{"urge, changed", make_urge_edit, "Set off", "Set off", "save"},
	{"urge, past", make_urge_past, "Set off", "Set off", "save"},
	{"remove everything", make_wipe, "Remove everything", "Remove everything", "remove all"},
	{"trends", make_trends, "Doses a day", "No complete day", NULL},
	{"journal", make_journal, "evening walk", "N writes a", "read"},
	{"changes", make_changes, "From", NULL, NULL},
	{"settings", make_settings, "day starts", "day starts", "change"},
	{"setting", make_setting, "Value", "Value", "set"},
	{"first run", make_setup, "What taper is", "What taper is", NULL},
	{"safety", make_safety, "What your answers mean", "What taper is", NULL},
	{"self-check", make_self_check, "Self-check", "Self-check", NULL},
	{"log", make_log, "Amount", "Amount", "log"},
	{"day", make_day, "Fri 20 Nov", "Fri 20 Nov", NULL},
	{"month", make_month, "November 2026", "November 2026", NULL},
	{"note", make_note, "Write a note", "Write a note", "new line"},
	{"export", make_export, "Format", "Format", "write"},
	{"import", make_import, "File", "File", "show"},
	{"own", make_own, "Reason", "Reason", "save"},
	{"pick", make_pick, "Ireland", "Ireland", "choose"},
	{"options", make_options, "everything", "everything", "choose"},
	{"preview", make_preview, "Gentle", NULL, "start"},
	{"start", make_start, "First day", "First day", "lay out"},
	{"ready", make_ready, "hold the amount", "hold the amount", "choose"},
	{"hold", make_hold, "How long", NULL, "do it"},
	{"question", make_confirm, "yes", "yes", NULL},
	{"filter", make_filter, "Enter alone", "Enter alone", "filter"},
	{"page", make_read, "A page to read", "A page to read", NULL},
	{"cope", make_cope, "Slow sighs", "Slow sighs", "open"},
	{"thought", make_thought, "Thought", "Thought", "save"},
	{"signs", make_signs, "Can't be woken", "Can't be woken", NULL},
	{"week", make_week, "Fri 20", "Fri 20", NULL},
	{"edit", make_edit, "Change a dose", "Change a dose", "save"},
	{"columns", make_columns, "Columns of the table", "Columns of the table", "go on"},
	{"care", make_care, "keep a copy", "keep a copy", "choose"},
	{"own, edit", make_own_edit, "the sea", "the sea", "save"},
	{"report", make_report, "Report for a clinician", "Report for a clinician", NULL},
	{"diff", make_diff, "last day", NULL, NULL},
	{"tool", make_tool, "Box breathing", "Box breathing", NULL},
	{"keys", make_keys, "Today", "Today", NULL},
};

const size_t views_kit_count = sizeof(views_kit) / sizeof(views_kit[0]);

void views_kit_end(void)
{
	start_texts_free(&texts);
}
