/* SPDX-License-Identifier: MIT */
#include "safety_ask.h"

#include <ctype.h>

#include "app/support.h"

#include "ask_yes.h"

void safety_ask_consent(struct session *session, const struct safety_book *book)
{
	for (size_t i = 0; i < book->consent_count; i++) {
		looks_wrap(&session->looks, 0, book->consent[i], &session->out);
		str_add_char(&session->out, '\n');
	}
}

static bool ask_one(struct session *session, const struct safety_question *question, bool *yes)
{
	if (!ask_yes(session, question->ask, question->why, yes))
		return false;
	if (*yes) {
		looks_wrap(&session->looks, 2, question->why, &session->out);
		looks_wrap(&session->looks, 2, question->whom, &session->out);
	}
	return true;
}

bool safety_ask(struct session *session, const struct safety_book *book, struct safety_given *given)
{
	bool clinician = false;

	*given = (struct safety_given){.count = 0};
	looks_wrap(&session->looks, 0,
		   "Some questions come before a plan. Answer y or n; ? tells why it is asked.",
		   &session->out);
	for (size_t i = 0; i < book->count; i++) {
		bool yes;

		if (!ask_one(session, &book->questions[i], &yes))
			return false;
		if (!yes)
			continue;
		given->flags[given->count++] = book->questions[i].id;
		clinician = clinician || book->questions[i].gate == SAFETY_ASK;
	}
	return !clinician ||
	       ask_yes(session, "Does a clinician know of this, and agree that you reduce?",
		       "A yes is kept with its date, and is printed on your schedule.",
		       &given->agrees);
}

static void tell_yeses(struct session *session, const struct app_safety *safety)
{
	static const char *const words[] = {
		[SAFETY_STOP] = "no plan while it holds",
		[SAFETY_ASK] = "for a clinician to know first",
		[SAFETY_NOTE] = "to mind",
	};
	struct str line = STR_INIT;

	for (size_t i = 0; i < safety->book.count; i++) {
		const struct safety_question *question = &safety->book.questions[i];

		if (!safety->answers.yes[i])
			continue;
		str_reset(&line);
		str_addf(&line, "yes: %s (%s)", question->name, words[question->gate]);
		looks_wrap(&session->looks, 2, line.data, &session->out);
		looks_wrap(&session->looks, 4, question->whom, &session->out);
	}
	if (safety->answers.agrees)
		looks_wrap(&session->looks, 2, "a clinician knows and agrees", &session->out);
	str_free(&line);
}

/* Where a yes stops, the numbers are there at once: who can be called now, of the person's country. */
static void tell_numbers(struct session *session)
{
	struct support support;
	struct err ignored;

	if (!app_support(session->app, NULL, &support, &ignored))
		return;
	for (size_t i = 0; support.country != NULL && i < support.country->line_count; i++) {
		const struct help_line *line = &support.country->lines[i];
		struct str text = STR_INIT;

		if (line->kind != LINE_EMERGENCY && line->kind != LINE_CRISIS)
			continue;
		str_addf(&text, "%s: %s", line->name,
			 line->number[0] != '\0' ? line->number : line->web);
		looks_wrap(&session->looks, 2, text.data, &session->out);
		str_free(&text);
	}
	support_free(&support);
}

void safety_ask_tell(struct session *session, const struct app_safety *safety)
{
	struct str text = STR_INIT;
	char day[DAY_TEXT_SIZE];

	if (safety->answered) {
		str_addf(&text, "Safety questions, answered %s", day_full(safety->on, day));
		looks_ink(&session->looks, INK_HEAD, text.data, &session->out);
		str_add_char(&session->out, '\n');
		tell_yeses(session, safety);
		str_reset(&text);
	}
	switch (safety->stand) {
	case SAFETY_FREE:
		str_add(&text, "A plan may begin.");
		break;
	case SAFETY_UNASKED:
	case SAFETY_OLD:
	case SAFETY_CHANGED:
		app_safety_say(safety, safety->stand, safety->question, &text);
		text.data[0] = (char)toupper((unsigned char)text.data[0]);
		str_add(&text, "; 'taper safety' at a terminal asks them, and 'taper safety "
			       "--none' or 'taper safety FLAG' answers them in one go");
		break;
	case SAFETY_STOPPED:
		str_add(&text, "No plan begins while this holds. 'taper support' has more "
			       "numbers to call.");
		break;
	case SAFETY_CLINICIAN:
		str_add(&text, "No plan begins until a clinician knows and agrees; 'taper safety "
			       "--clinician-agrees' records it. Logging, history and help are "
			       "always there.");
		break;
	}
	looks_wrap(&session->looks, 0, text.data, &session->out);
	str_free(&text);
	if (safety->stand == SAFETY_STOPPED)
		tell_numbers(session);
}
