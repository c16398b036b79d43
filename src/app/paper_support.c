/* SPDX-License-Identifier: MIT */
#include "paper_support.h"

#include <string.h>

#include "app/practice.h"
#include "app/support.h"

enum { FOOTER_MOST = 78, BOXES = 14 };

#define NOT_ADVICE "This is not medical advice."

static void add_line(const struct help_line *line, struct report_part *part)
{
	struct str name = STR_INIT, text = STR_INIT;

	str_add(&name, help_line_reach(line));
	help_line_add_name(line, &text);
	if (line->text[0] != '\0' && strcmp(name.data, line->text) != 0)
		str_addf(&text, "; text %s", line->text);
	if (line->hours[0] != '\0')
		str_addf(&text, "; %s", line->hours);
	report_add_cell(part, name.data);
	report_add_cell(part, text.data);
	str_free(&name);
	str_free(&text);
}

static void add_people(const struct own_plan *plan, enum own_part which, struct report_part *part)
{
	const struct own_entry *entry;

	for (size_t i = 0; (entry = own_plan_entry(plan, which, i)) != NULL; i++) {
		struct str text = STR_INIT;

		str_addf(&text, "%s%s%s", entry->head, entry->text[0] != '\0' ? ": " : "",
			 entry->text);
		report_add_cell(part, entry->detail);
		report_add_cell(part, text.data);
		str_free(&text);
	}
}

static void add_blank(struct report_part *part)
{
	report_add_cell(part, "____________________");
	report_add_cell(part, "somebody I would call");
}

/* The emergency number first; with room for somebody the person has not named yet. */
static void add_numbers(const struct help_now *help, struct report *report)
{
	const struct help_country *country = help->support.country;
	const struct own_plan *plan = &help->support.mine.plan;
	static const struct report_column columns[] = {{"Number", false}, {"Who", false}};
	struct report_part *part = report_add_part(report, 0, "Numbers to call");

	report_set_columns(part, columns, sizeof(columns) / sizeof(columns[0]));
	add_line(&country->lines[0], part);
	add_people(plan, OWN_PERSON, part);
	add_people(plan, OWN_CLINICIAN, part);
	if (own_plan_count(plan, OWN_PERSON) == 0)
		add_blank(part);
	for (size_t i = 1; i < country->line_count; i++)
		add_line(&country->lines[i], part);
}

static void add_signs(const struct help_texts *texts, struct report *report)
{
	for (int when = 0; when < SIGN_SOON; when++) {
		struct report_part *part =
			report_add_part(report, 0, sign_when_title((enum sign_when)when));

		part->list = true;
		for (size_t i = 0; i < texts->sign_count; i++) {
			if ((int)texts->signs[i].when == when)
				report_add_paragraph(part, texts->signs[i].say);
		}
	}
}

/* A box a day for two weeks, to be ticked by hand. */
static void add_practice(const struct practice *practice, struct report_part *part)
{
	struct str text = STR_INIT;

	for (int i = 0; i < BOXES; i++)
		str_add(&text, i == BOXES / 2 ? "  [ ]" : i > 0 ? " [ ]" : "[ ]");
	report_add_fact(part, practice->name, text.data);
	str_free(&text);
}

static void add_practices(struct app *app, struct report *report)
{
	struct practices practices;
	struct report_part *part;
	struct err ignored;

	if (!app_practices(app, &practices, &ignored))
		return;
	if (practices.count > 0) {
		part = report_add_part(report, 0, own_shape(OWN_PRACTICE)->title);
		for (size_t i = 0; i < practices.count; i++)
			add_practice(&practices.items[i], part);
	}
	practices_free(&practices);
}

/* A part that matters in a hard moment is there with a line to write on, though nothing is set down yet. */
static void add_own(const struct own_plan *plan, enum own_part which, struct report *report)
{
	bool blank = which == OWN_REASON || which == OWN_SIGN || which == OWN_IF_THEN ||
		     which == OWN_AFTER;
	const struct own_entry *entry;
	struct report_part *part;

	if (own_plan_count(plan, which) == 0 && !blank)
		return;
	part = report_add_part(report, 0, own_shape(which)->title);
	part->list = true;
	for (size_t i = 0; (entry = own_plan_entry(plan, which, i)) != NULL; i++) {
		struct str words = STR_INIT;

		own_entry_words(entry, &words);
		report_add_paragraph(part, words.data);
		str_free(&words);
	}
	if (own_plan_count(plan, which) == 0)
		report_add_fact(part, "", "");
}

static void add_cautions(const struct help_texts *texts, struct report *report)
{
	struct report_part *part;

	if (texts->caution_count == 0)
		return;
	part = report_add_part(report, 0, "To mind");
	part->list = true;
	for (size_t i = 0; i < texts->caution_count; i++)
		report_add_paragraph(part, texts->cautions[i].say);
}

static char *footer_of(const struct help_now *help)
{
	struct str text = STR_INIT;

	str_addf(&text, "In an emergency call %s. " NOT_ADVICE,
		 help_line_reach(&help->support.country->lines[0]));
	if (text.len > FOOTER_MOST)
		str_cut(&text, FOOTER_MOST);
	return str_take(&text);
}

static void fill(struct app *app, const struct help_now *help, struct report *report)
{
	static const enum own_part parts[] = {
		OWN_REASON, OWN_SIGN,     OWN_IF_THEN,  OWN_ACTIVITY,    OWN_AFTER,
		OWN_AVOID,  OWN_NOW_GOOD, OWN_NOW_HARD, OWN_CHANGE_GOOD, OWN_CHANGE_HARD,
		OWN_AIM,    OWN_REWARD,   OWN_GOAL,     OWN_SLEEP};
	struct str title = STR_INIT;

	str_add(&title, "My plan for hard moments");
	report->title = str_take(&title);
	report->footer = footer_of(help);
	add_numbers(help, report);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		add_own(&help->support.mine.plan, parts[i], report);
	add_practices(app, report);
	add_signs(&help->texts, report);
	add_cautions(&help->texts, report);
}

bool paper_support_begin(struct app *app, const struct export_request *request,
			 struct report *report, struct err *err)
{
	struct help_now help;
	bool good;

	(void)request;
	app_help_now(app, &help);
	good = help.support.mine.problems.count == 0 ||
	       err_set(err, ERR_FORMAT, "%s: has mistakes; mend them first",
		       help.support.mine.path);
	*report = (struct report)REPORT_INIT;
	if (good)
		fill(app, &help, report);
	help_now_free(&help);
	return good;
}
