/* SPDX-License-Identifier: MIT */
#include "app/safety.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"
#include "store/diary.h"
#include "yaml/safety.h"

#define SAFETY_KIND "safety"

static bool read_book(const struct app *app, struct safety_book *book, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	char *path = NULL;
	bool read = paths_shipped(&app->paths, "safety.yaml", &path, err) &&
		    safety_book_read(path, book, &problems, err);

	problems_free(&problems);
	free(path);
	return read;
}

static bool read_mark(const struct app *app, char *mark, struct err *err)
{
	char *path = NULL;
	bool read = paths_shipped(&app->paths, "safety.yaml", &path, err) &&
		    safety_book_mark(path, mark, err);

	free(path);
	return read;
}

/* The day on the wall of the answers; false, with *answered false, where there are none. */
static bool read_answers(struct app *app, struct app_safety *safety, struct err *err)
{
	struct answers last = ANSWERS_INIT;
	struct store *store;
	struct err none;

	if (!app_store_read(app, &store, err))
		return false;
	if (!store_answers_last(store, SAFETY_KIND, &last, &none)) {
		if (none.code == ERR_NOT_FOUND)
			return true;
		*err = none;
		return false;
	}
	safety->answered = true;
	safety->on =
		moment_counts_for(diary_wall(last.utc, last.utc_offset), app->settings.day_starts);
	safety_read(&safety->book, last.body, &safety->answers);
	answers_free(&last);
	return true;
}

static struct safety_now now_of(const struct app *app, enum unit plan_unit,
				const struct app_safety *safety)
{
	return (struct safety_now){
		.answered = safety->on,
		.today = app_today_day(app),
		.product = app->settings.product,
		.unit = app->settings.unit,
		.plan_unit = plan_unit,
	};
}

static void judge(const struct app *app, enum unit plan_unit, struct app_safety *safety)
{
	safety->stand = safety_stand(&safety->book, safety->answered ? &safety->answers : NULL,
				     now_of(app, plan_unit, safety), &safety->question);
}

static bool read_safety(struct app *app, enum unit plan_unit, struct app_safety *safety,
			struct err *err)
{
	struct app_safety read = {.answered = false};

	if (!read_book(app, &read.book, err) || !read_answers(app, &read, err))
		return false;
	judge(app, plan_unit, &read);
	*safety = read;
	return true;
}

bool app_safety(struct app *app, struct app_safety *safety, struct err *err)
{
	return read_safety(app, app->settings.unit, safety, err);
}

static bool set_flag(const struct safety_book *book, const char *id, struct safety_answers *answers,
		     struct err *err)
{
	const char *ids[SAFETY_QUESTION_MAX], *nearest;
	size_t question = safety_find(book, id);

	if (question < book->count) {
		answers->yes[question] = true;
		return true;
	}
	for (size_t i = 0; i < book->count; i++)
		ids[i] = book->questions[i].id;
	nearest = str_nearest(id, ids, book->count);
	if (nearest != NULL)
		return err_set(err, ERR_USAGE,
			       "there is no safety question '%.60s'; did you mean '%s'?", id,
			       nearest);
	return err_set(err, ERR_USAGE,
		       "there is no safety question '%.60s'; 'taper safety --list' shows them", id);
}

static bool store_answers(struct app *app, const struct safety_book *book,
			  const struct safety_answers *given, struct err *err)
{
	struct answers answers = {.kind = SAFETY_KIND};
	struct str body = STR_INIT;
	struct store *store;
	int64_t id;
	bool done;

	safety_write(book, given, &body);
	clock_now(&app->clock, &answers.utc, &answers.utc_offset);
	answers.body = str_take(&body);
	done = answers_valid(&answers, err) && app_store_write(app, &store, err) &&
	       store_answers_add(store, &answers, answers.utc, "answer the safety questions", &id,
				 err);
	answers_free(&answers);
	return done;
}

/* New answers are for the product of today, and answer every question of the book. */
static void begin_answers(const struct app *app, const struct safety_book *book,
			  struct safety_answers *given)
{
	given->unit = app->settings.unit;
	memcpy(given->product, app->settings.product, sizeof(given->product));
	for (size_t i = 0; i < book->count; i++)
		given->asked[i] = true;
}

bool app_safety_answer(struct app *app, const struct safety_reply *reply, struct err *err)
{
	struct app_safety safety;
	struct safety_answers given = {.agrees = false};
	char mark[SAFETY_MARK_SIZE];

	if (!read_mark(app, mark, err) || !app_safety(app, &safety, err))
		return false;
	if (reply->keep && (safety.stand == SAFETY_UNASKED || safety.stand == SAFETY_OLD ||
			    safety.stand == SAFETY_CHANGED))
		return err_set(err, ERR_USAGE,
			       "the questions are to be answered first; name those that apply, or "
			       "give --none");
	if (reply->keep)
		given = safety.answers;
	begin_answers(app, &safety.book, &given);
	memcpy(given.mark, mark, sizeof(mark));
	given.agrees = given.agrees || reply->agrees;
	for (size_t i = 0; i < reply->count; i++) {
		if (!set_flag(&safety.book, reply->flags[i], &given, err))
			return false;
	}
	return store_answers(app, &safety.book, &given, err);
}

static void say_clinician(const struct safety_question *question, struct str *out)
{
	if (question == NULL)
		str_add(out, "this plan or your usual product is no plain leaf, which taper plans "
			     "only where a clinician knows. Talk to a doctor or a drug service");
	else
		str_addf(out, "%s: %s %s", question->name, question->why, question->whom);
}

void app_safety_say(const struct app_safety *safety, enum safety_stand stand, size_t question,
		    struct str *out)
{
	const struct safety_question *asked =
		question < safety->book.count ? &safety->book.questions[question] : NULL;

	switch (stand) {
	case SAFETY_FREE:
		str_add(out, "nothing stands before a plan");
		return;
	case SAFETY_UNASKED:
		str_add(out, "the safety questions come before a plan, and have no answers yet");
		return;
	case SAFETY_OLD:
		str_add(out, "the safety questions were answered more than a year ago, and come "
			     "again before a plan");
		return;
	case SAFETY_CHANGED:
		str_add(out, "your product or the safety questions have changed since you answered "
			     "them, so they come again before a plan");
		return;
	case SAFETY_STOPPED:
		str_addf(out, "%s: %s %s", asked->name, asked->why, asked->whom);
		return;
	case SAFETY_CLINICIAN:
		say_clinician(asked, out);
		return;
	}
}

/* The command that goes on from there: a message ends with what to do. */
static const char *way_on(enum safety_stand stand)
{
	switch (stand) {
	case SAFETY_FREE:
		return "";
	case SAFETY_UNASKED:
	case SAFETY_OLD:
	case SAFETY_CHANGED:
		return "answer them with 'taper safety', or 'taper safety --none' where none "
		       "applies";
	case SAFETY_STOPPED:
		return "no plan begins while this holds; 'taper support' has numbers to call, and "
		       "'taper safety' asks again";
	case SAFETY_CLINICIAN:
		return "when a clinician knows and agrees, 'taper safety --clinician-agrees' "
		       "records it";
	}
	return "";
}

bool app_safety_gate(struct app *app, enum unit unit, struct err *err)
{
	struct app_safety safety;
	struct str text = STR_INIT;

	if (!read_safety(app, unit, &safety, err))
		return err_wrap(err, "the safety questions");
	if (safety.stand == SAFETY_FREE)
		return true;
	app_safety_say(&safety, safety.stand, safety.question, &text);
	while (text.len > 0 && text.data[text.len - 1] == '.')
		str_cut(&text, text.len - 1);
	err_set(err, ERR_ACKNOWLEDGE, "%s; %s", text.data, way_on(safety.stand));
	str_free(&text);
	return false;
}

/* Where nothing was said yes to, no question has to be named. */
static bool read_yeses(struct app *app, struct app_safety *safety, struct err *err)
{
	struct app_safety read = {.answered = false};

	if (!read_answers(app, &read, err))
		return false;
	if (read.answers.any)
		return app_safety(app, safety, err);
	*safety = read;
	return true;
}

/* With the questions as they were when all of them were answered, nothing has to be known of them. */
static bool answers_last(struct app *app)
{
	struct app_safety safety = {.answered = false};
	char mark[SAFETY_MARK_SIZE];
	struct err ignored;

	return read_answers(app, &safety, &ignored) && safety.answered &&
	       read_mark(app, mark, &ignored) &&
	       safety_lasts(&safety.answers, now_of(app, UNIT_NONE, &safety), mark);
}

bool app_safety_again(struct app *app, const char **why, struct err *err)
{
	struct app_safety safety;

	if (answers_last(app)) {
		*why = NULL;
		return true;
	}
	if (!app_safety(app, &safety, err))
		return false;
	*why = NULL;
	if (safety.stand == SAFETY_OLD)
		*why = "more than a year old";
	else if (safety.stand == SAFETY_CHANGED)
		*why = safety_same_product(&safety.answers, now_of(app, UNIT_NONE, &safety))
			       ? "there is a new one"
			       : "your product changed";
	return true;
}

static void add_yeses(const struct app_safety *safety, enum safety_gate gate, struct str *out)
{
	bool any = false;

	for (size_t i = 0; i < safety->book.count; i++) {
		if (!safety->answers.yes[i] || safety->book.questions[i].gate != gate)
			continue;
		str_addf(out, "%s%s", any ? "; " : "", safety->book.questions[i].name);
		any = true;
	}
}

bool app_safety_paper(struct app *app, struct str *out, bool *agrees, struct err *err)
{
	struct str asked = STR_INIT, noted = STR_INIT;
	struct app_safety safety;
	char day[DAY_TEXT_SIZE];

	if (!read_yeses(app, &safety, err))
		return false;
	add_yeses(&safety, SAFETY_ASK, &asked);
	add_yeses(&safety, SAFETY_NOTE, &noted);
	day_full(safety.on, day);
	if (asked.len > 0)
		str_addf(out, "Safety questions, answered %s: %s. %s\n", day, asked.data,
			 safety.answers.agrees ? "A clinician knows and agrees."
					       : "No clinician was asked yet.");
	else if (safety.answers.agrees)
		str_addf(out, "Safety questions, answered %s: a clinician knows and agrees.\n",
			 day);
	else if (safety.answered && noted.len == 0)
		str_addf(out, "Safety questions, answered %s: none applies.\n", day);
	if (noted.len > 0)
		str_addf(out, "To mind, as answered %s: %s.\n", day, noted.data);
	*agrees = safety.answers.agrees;
	str_free(&asked);
	str_free(&noted);
	return true;
}
