/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <string.h>

#include "ask_yes.h"
#include "safety_ask.h"

#include "app/settings.h"

/* The settings a first run asks for, in the words it asks with. */
static const struct {
	const char *key, *question;
} settings[] = {
	{"product", "What do you take? A name of your own"},
	{"unit", "Counted in g, capsule, ml, tablet or mg"},
	{"measure", "The smallest amount you can measure, such as 0.1 g"},
	{"times", "When do you usually take it, such as 08:00, 13:00, 18:00"},
	{"country", "Your country's two letters, for the help numbers"},
	{"price", "What one unit costs, such as 0.12 USD"},
};

/* What the scale measures is in the old unit, and is asked for next. */
static bool forget_measure(struct session *session, const char *key, const char *unit)
{
	enum unit named = unit_from_text(unit);
	struct err ignored;
	bool copied;

	if (strcmp(key, "unit") != 0 || named == UNIT_NONE || named == app_unit(session->app))
		return false;
	return app_settings_unset(session->app, "measure", &copied, &ignored);
}

/* Asks until the value is good, or nothing is typed, which keeps what there is. */
static bool ask_setting(struct session *session, size_t which, struct err *err)
{
	struct str answer = STR_INIT, question = STR_INIT;
	struct app_setting setting;
	bool asked, copied, again = true;

	if (!app_settings_get(session->app, settings[which].key, &setting, err))
		return false;
	str_addf(&question, "%s [%s]:", settings[which].question,
		 setting.value[0] != '\0' ? setting.value : setting.usual);
	do {
		struct err wrong;

		asked = ask_line(session, question.data, &answer);
		if (asked && forget_measure(session, settings[which].key, answer.data))
			session->changed = true;
		again = asked && answer.len > 0 &&
			!app_settings_set(session->app, settings[which].key, answer.data, &copied,
					  &wrong);
		if (again && wrong.code != ERR_INVALID) {
			*err = wrong;
			break;
		}
		if (again)
			looks_wrap(&session->looks, 2, wrong.msg, &session->out);
	} while (again);
	if (!asked)
		err_set(err, ERR_USAGE, "left before the end; what was set so far is kept");
	session->changed = session->changed || (asked && answer.len > 0 && !again);
	app_setting_free(&setting);
	str_free(&question);
	str_free(&answer);
	return asked && !again;
}

static bool ask_settings(struct session *session, struct err *err)
{
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0, "Some settings. Enter keeps what stands in the brackets.",
		   &session->out);
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
		if (!ask_setting(session, i, err))
			return false;
	}
	return true;
}

/* The answers are stored last: they hold for the product that is named after them. */
static bool run(struct session *session, struct err *err)
{
	struct app_safety safety;
	struct safety_given given;

	if (!ask_can(session))
		return err_set(
			err, ERR_USAGE,
			"setup asks at a terminal, and here is none; 'taper safety --none' or "
			"'taper safety FLAG' answers the safety questions, and 'taper "
			"config KEY VALUE' sets the rest");
	if (!app_safety(session->app, &safety, err))
		return false;
	safety_ask_consent(session, &safety.book);
	if (!safety_ask(session, &safety.book, &given))
		return ask_left(err);
	if (!ask_settings(session, err) ||
	    !app_safety_answer(session->app,
			       &(struct safety_reply){.flags = given.flags,
						      .count = given.count,
						      .agrees = given.agrees},
			       err) ||
	    !app_safety(session->app, &safety, err))
		return false;
	session->changed = true;
	str_add_char(&session->out, '\n');
	safety_ask_tell(session, &safety);
	looks_wrap(&session->looks, 0,
		   "Log for some days first with 'taper log AMOUNT'; a plan that begins from what "
		   "you really take fits best. 'taper plan compare' shows plans side by side.",
		   &session->out);
	return true;
}

const struct command command_setup = {
	.name = "setup",
	.usage = "",
	.summary =
		"the first questions again: what taper is, safety, product, scale, times, country",
	.examples = {{"taper setup", "asks one by one; Enter keeps what is set"},
		     {"taper config country DE", "the same for one setting, without a question"}},
	.run = run,
};
