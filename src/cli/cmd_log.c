/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include "app/entries.h"
#include "app/history.h"
#include "app/log.h"
#include "app/today.h"

#include "brought.h"
#include "diary.h"
#include "entry.h"
#include "format.h"
#include "typed.h"

static const struct option_spec log_options[] = {
	{OPTION_WHEN, 'w', "when", "TIME", "the same as @TIME: 08:05, -30m, yesterday 23:00"},
	{OPTION_TAG, 't', "tag", "TAG", "a word to find it by; may be given more than once"},
	{OPTION_NOTE, 'n', "note", "TEXT", "a note"},
	{OPTION_PRODUCT, 'p', "product", "NAME", "what it was, where it was not leaf"},
	{OPTION_MANY, 'm', "many", NULL,
	 "read lines of DATE TIME AMOUNT [TAGS] from a file, or from standard input"},
	{OPTION_DRY_RUN, 0, "dry-run", NULL,
	 "with --many: say what would be added, and add nothing"},
	{.name = NULL},
};

static const struct option_spec entry_options[] = {
	{OPTION_WHEN, 'w', "when", "TIME", "the same as @TIME: 08:05, -30m, yesterday 23:00"},
	{OPTION_TAG, 't', "tag", "TAG", "a word to find it by; may be given more than once"},
	{OPTION_NOTE, 'n', "note", "TEXT", "a note"},
	{OPTION_PRODUCT, 'p', "product", "NAME", "what it was, where it was not leaf"},
	{OPTION_SLEEP, 0, "sleep", "HOURS", "of a check-in: how long you slept, 7.5 or 7h30"},
	{OPTION_MINUTES, 0, "minutes", "N", "of an urge: how long it lasted"},
	{OPTION_HELPED, 0, "helped", "WORDS", "of an urge: what helped"},
	{.name = NULL},
};

/* What was typed as a dose; the request borrows from it. */
static bool make_request(const struct session *session, size_t first, struct typed *typed,
			 struct log_request *request, struct err *err)
{
	const char *product = session_option(session, OPTION_PRODUCT);

	*typed = typed_none();
	if (product != NULL && product[0] == '\0')
		return err_set(err, ERR_USAGE, "option '--product' needs a name");
	if (!typed_read(session, first, typed, err))
		return false;
	*request = (struct log_request){
		.amount = typed_or_null(&typed->text),
		.when = typed_or_null(&typed->when),
		.product = product,
		.tags = typed_tags(session, typed),
		.note = session_option(session, OPTION_NOTE),
	};
	return true;
}

static void add_balance(const struct today *today, struct str *out)
{
	char amount[AMOUNT_TEXT_SIZE], target[AMOUNT_TEXT_SIZE];

	format_amount(today->has_plan ? today->left : today->taken, today->decimals, today->unit,
		      amount);
	format_amount(today->target, today->decimals, today->unit, target);
	if (!today->has_plan) {
		str_addf(out, "; %s today", amount);
	} else if (today->above.nano > 0) {
		format_amount(today->above, today->decimals, today->unit, amount);
		str_addf(out, "; %s above the %s of today", amount, target);
	} else {
		str_addf(out, "; %s left of %s today", amount, target);
	}
}

/* No unit is turned into another one: what is in a unit of its own has no balance. */
static bool counts_in(struct session *session, const struct dose *dose, enum unit unit)
{
	if (dose->unit == unit)
		return true;
	str_addf(&session->out, "; not counted in %s", unit_many(unit));
	return false;
}

/* What the day of the dose is at now: today's balance, or the other day's total. */
static bool add_day_balance(struct session *session, const struct dose *dose, struct err *err)
{
	struct day day = app_dose_day(session->app, dose);
	struct history_days history = HISTORY_DAYS_INIT;
	struct today today = TODAY_INIT;
	char amount[AMOUNT_TEXT_SIZE], text[DAY_TEXT_SIZE];

	if (day.n == app_today_day(session->app).n) {
		if (!app_today_brief(session->app, &today, err))
			return false;
		if (counts_in(session, dose, today.unit))
			add_balance(&today, &session->out);
		today_free(&today);
		return true;
	}
	if (!app_history_days(session->app, day, day, &history, err))
		return false;
	if (history.count == 1 && counts_in(session, dose, history.unit)) {
		format_amount(history.days[0].total.taken, history.decimals, history.unit, amount);
		str_addf(&session->out, "; %s ", amount);
		if (day.n == dose_moment(dose).day.n)
			str_add(&session->out, "on that day");
		else
			str_addf(&session->out, "on %s, for which it counts", day_full(day, text));
	}
	history_days_free(&history);
	return true;
}

static bool say_logged(struct session *session, const char *verb, const struct logged *logged,
		       struct err *err)
{
	if (session->json) {
		struct json json = JSON_INIT;

		json_dose(&json, NULL, &logged->dose, app_dose_day(session->app, &logged->dose));
		session_take_json(session, &json);
		return true;
	}
	str_addf(&session->out, "%s ", verb);
	entry_add_words(session, &logged->dose, &session->out);
	/* It is on the disk: an error now would have a person log it again. */
	if (!add_day_balance(session, &logged->dose, err))
		str_addf(&session->out, "; the day can't be read: %s", err->msg);
	str_add_char(&session->out, '\n');
	if (logged->said[0] != '\0')
		looks_wrap(&session->looks, 0, logged->said, &session->out);
	diary_add_plans(session, logged->dose.tags);
	return true;
}

/* Days away from the machine, as they were written down. */
static bool run_many(struct session *session, struct err *err)
{
	static const enum option_id of_one_dose[] = {OPTION_WHEN, OPTION_TAG, OPTION_NOTE,
						     OPTION_PRODUCT};
	const char *file = session_word(session, 0);
	struct import_request request = {
		.path = file != NULL ? file : "-",
		.dry_run = session_has(session, OPTION_DRY_RUN),
	};

	for (size_t i = 0; i < sizeof(of_one_dose) / sizeof(of_one_dose[0]); i++) {
		if (session_has(session, of_one_dose[i]))
			return err_set(err, ERR_USAGE,
				       "with --many each line says its own time and tags");
	}
	if (session->options.word_count > 1)
		return err_set(err, ERR_USAGE, "--many reads one file; '%s' is one word too many",
			       session_word(session, 1));
	return brought_run(session, app_log_many, &request, err);
}

static bool run_one(struct session *session, struct err *err)
{
	struct typed typed;
	struct log_request request;
	struct logged logged;
	bool done = make_request(session, 0, &typed, &request, err);

	if (done && request.amount == NULL)
		done = err_set(err, ERR_USAGE, "AMOUNT is missing; usage: taper log %s",
			       session->command->usage);
	if (done && app_log(session->app, &request, &logged, err)) {
		session->changed = true;
		done = say_logged(session, "logged", &logged, err);
		dose_free(&logged.dose);
	} else {
		done = false;
	}
	typed_free(&typed);
	return done;
}

static bool run_log(struct session *session, struct err *err)
{
	if (session_has(session, OPTION_MANY))
		return run_many(session, err);
	if (session_has(session, OPTION_DRY_RUN))
		return err_set(err, ERR_USAGE, "--dry-run goes with --many");
	return run_one(session, err);
}

static bool edit_dose(struct session *session, int64_t id, struct err *err)
{
	struct typed typed;
	struct log_request request;
	struct logged logged;
	bool done = make_request(session, 1, &typed, &request, err);

	if (done && request.amount == NULL && request.when == NULL && request.tags == NULL &&
	    request.note == NULL && request.product == NULL)
		done = err_set(err, ERR_USAGE, "nothing to change is given; usage: taper edit %s",
			       session->command->usage);
	if (done && (session_has(session, OPTION_SLEEP) || session_has(session, OPTION_HELPED) ||
		     session_has(session, OPTION_MINUTES)))
		done = err_set(err, ERR_USAGE,
			       "%s is a dose; sleep belongs to a check-in, and how "
			       "long it lasted and what helped to an urge",
			       session_word(session, 0));
	if (done && app_edit(session->app, id, &request, &logged, err)) {
		session->changed = true;
		done = say_logged(session, "now", &logged, err);
		dose_free(&logged.dose);
	} else {
		done = false;
	}
	typed_free(&typed);
	return done;
}

static bool run_edit(struct session *session, struct err *err)
{
	enum entry_kind kind;
	int64_t id;

	if (!entry_read_id(session_word(session, 0), &id, err) ||
	    !app_entry_kind(session->app, id, &kind, err))
		return false;
	return kind == ENTRY_DOSE ? edit_dose(session, id, err)
				  : diary_edit(session, id, kind, err);
}

const struct command command_log = {
	.name = "log",
	.usage = "AMOUNT [@TIME] [-t TAG]... [-n NOTE] [-p PRODUCT] | --many [FILE]",
	.summary = "logs a dose, and says what is left today; 'log 0' says that nothing is taken "
		   "today",
	.more = "--many reads lines of DATE TIME AMOUNT [TAGS] from a file or standard input, such "
		"as "
		"'2026-11-20 08:05 2.5 stress': all of them or, where one can't be read, none. "
		"What is "
		"there already is passed over, and so is what follows a #.",
	.examples = {{"taper log 2.5g @08:05 -t stress -n \"long call\"",
		      "two and a half grams at five past eight this morning"},
		     {"taper log 3 @yesterday 23:00", "three of your usual unit, last night"}},
	.options = log_options,
	.most_words = WORDS_ANY,
	.run = run_log,
};

const struct command command_edit = {
	.name = "edit",
	.usage = "ID [AMOUNT|ITEM=0-4|OUTCOME|TEXT]... [@TIME] [-t TAG]... [-n NOTE] [-p PRODUCT]",
	.summary = "changes a dose, a check-in, an urge or a note: only what is given changes",
	.more = "Which it is follows from the id: a dose takes an amount, a check-in ratings such "
		"as "
		"craving=2 (craving= takes one out), an urge rode-it-out or took, a note its new "
		"text; a note without text opens in your editor.",
	.examples = {{"taper edit 12 3g", "dose 12 was three grams"},
		     {"taper edit 12 @08:30 -n \"\" -t \"\"",
		      "it was at half past eight; no note and no tags any more"}},
	.options = entry_options,
	.least_words = 1,
	.most_words = WORDS_ANY,
	.run = run_edit,
};
