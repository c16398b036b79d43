/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/log.h"
#include "app/today_rest.h"
#include "dose_keys.h"
#include "key_words.h"
#include "move.h"
#include "today_draw.h"
#include "view_ready.h"
#include "view_revise.h"
#include "words.h"

/*
 * Enter logs a planned dose at once only near its time. One long past may have been taken then, so the form asks when; one long
 * before its time wants a yes that is not Enter. What was just logged keeps the cursor for a while, so that a key pressed twice
 * or held meets that dose and not the next planned one; the loop sees to a key that has just closed a dialog.
 */
enum { NEAR_MINUTES = 90, REST_MINUTES = 30, DAY_MINUTES = 24 * 60 };

struct view_today {
	struct view view;
	struct today today;
	struct today_rest rest;
	bool whole; /* the rest was asked for */
	struct list doses;
	struct aftercare_shown after; /* takes the day's place once the last step is behind */
	bool loaded;
	int64_t at_id;       /* the logged dose under the cursor, or 0 */
	int at_slot;         /* else the slot of the planned one, or -1 */
	int64_t newest;      /* the highest id among today's doses */
	int64_t rests_until; /* the wall minute to which the cursor stays on a new dose; 0 for no rest */
};

static struct today_page page_of(const struct view_today *self)
{
	const struct today_rest *rest = &self->rest;

	return (struct today_page){.today = &self->today,
				   .keys = self->view.keys,
				   .waits = !self->whole,
				   .readiness = rest->has_readiness ? &rest->readiness : NULL,
				   .after = aftercare_shows(&self->after) ? &self->after : NULL,
				   .staying = aftercare_stays(&self->after),
				   .week = rest->has_week ? &rest->week : NULL,
				   .safety = rest->safety,
				   .goal = rest->goal,
				   .not_spent =
					   rest->not_spent[0] != '\0' ? rest->not_spent : NULL};
}

static const struct today_dose *selected(const struct view_today *self)
{
	if (self->doses.cursor < 0 || (size_t)self->doses.cursor >= self->today.dose_count)
		return NULL;
	return &self->today.doses[self->doses.cursor];
}

static void remember(struct view_today *self)
{
	const struct today_dose *dose = selected(self);

	self->at_id = dose != NULL && dose->taken ? dose->id : 0;
	self->at_slot = dose != NULL && !dose->taken ? dose->slot : -1;
}

static enum reply moved(struct view_today *self, enum reply reply)
{
	if (reply == REPLY_DONE) {
		self->rests_until = 0;
		remember(self);
	}
	return reply;
}

/* The open dose whose time is nearest to now; without times the first open one; -1 where none is open. */
static int nearest_open(const struct today *today)
{
	int64_t best = 0;
	int found = -1;

	for (size_t i = 0; i < today->dose_count; i++) {
		const struct today_dose *dose = &today->doses[i];
		int64_t away = dose->wall < 0 ? INT64_MAX : llabs(dose->wall - today->now_wall);

		if (!dose->taken && (found < 0 || away < best)) {
			found = (int)i;
			best = away;
		}
	}
	return found;
}

/* To a dose that was not there before, whoever logged it; and away again when it is no longer new. */
static void rest(struct view_today *self)
{
	int64_t newest = 0;

	for (size_t i = 0; i < self->today.dose_count; i++) {
		const struct today_dose *dose = &self->today.doses[i];

		if (dose->taken && dose->id > newest)
			newest = dose->id;
	}
	if (self->loaded && newest > self->newest) {
		self->at_id = newest;
		self->at_slot = -1;
		self->rests_until = self->today.now_wall + REST_MINUTES;
	} else if (self->rests_until != 0 && self->today.now_wall >= self->rests_until) {
		self->at_id = 0;
		self->at_slot = -1;
		self->rests_until = 0;
	}
	self->newest = newest;
}

/* The cursor stays on its dose; where that is gone it goes to the nearest planned one, else to the last. */
static void find_again(struct view_today *self)
{
	int count = (int)self->today.dose_count, next = nearest_open(&self->today);

	rest(self);
	list_resize(&self->doses, count);
	if (next < 0)
		next = count - 1;
	for (int i = 0; i < count; i++) {
		const struct today_dose *dose = &self->today.doses[i];

		if (dose->taken ? dose->id == self->at_id && self->at_id != 0
				: dose->slot == self->at_slot && self->at_slot >= 0)
			next = i;
	}
	list_go(&self->doses, next);
	remember(self);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_today *self = (struct view_today *)view;
	struct today read;

	if (!app_today(app, &read, err))
		return false;
	/* The slots of another day are other doses. */
	if (!self->loaded || read.day.n != self->today.day.n) {
		self->at_slot = -1;
		self->at_id = self->newest = self->rests_until = 0;
		self->loaded = false;
	}
	today_free(&self->today);
	self->today = read;
	aftercare_load(&self->after, app, &self->today);
	if (aftercare_stays(&self->after) != NULL && self->today.say[0] == '\0')
		snprintf(self->today.say, sizeof(self->today.say), "%s", self->after.say.data);
	find_again(self);
	self->loaded = true;
	return true;
}

/* On failure too the rest is new: an old word on a step would be wrong rather than missing. */
static bool follow(struct view *view, struct app *app, struct err *err)
{
	struct view_today *self = (struct view_today *)view;

	today_rest_free(&self->rest);
	self->whole = true;
	return app_today_rest(app, &self->today, &self->rest, err);
}

static struct rect list_place_of(const struct view_today *self, struct rect area)
{
	struct today_page page = page_of(self);
	struct today_layout layout = today_layout(&page, area, self->view.plain);
	struct rect place = layout.doses;

	if (layout.roomy)
		rect_take_top(&place, 1);
	return place;
}

static void place(struct view *view, struct rect area)
{
	struct view_today *self = (struct view_today *)view;

	list_place(&self->doses, list_place_of(self, area).rows);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_today *self = (const struct view_today *)view;
	struct today_page page = page_of(self);

	if (self->loaded)
		today_draw(&page, &self->doses, canvas, area);
}

static bool can(const struct view *view, enum action action)
{
	const struct view_today *self = (const struct view_today *)view;
	const struct today_dose *dose = selected(self);

	if (action == ACTION_TAKE)
		return dose != NULL && !dose->taken;
	if (action == ACTION_EDIT_DOSE || action == ACTION_REMOVE_DOSE)
		return dose != NULL && dose->taken;
	if (action == ACTION_HOLD)
		return self->today.has_plan && self->today.has_next_step;
	if (action == ACTION_RESUME)
		return self->today.on_hold;
	if (action == ACTION_REPLAN)
		return self->today.below_offers;
	if (action == ACTION_READINESS)
		return self->rest.has_readiness && self->rest.readiness.speaks;
	if (action == ACTION_NEW_PLAN)
		return aftercare_shows(&self->after) ||
		       (!self->today.has_plan && !self->today.plan_waits &&
			self->today.any_dose_ever);
	return true;
}

/* The form, with the time it was planned for; after midnight that was on the day before. */
static void ask_when(const struct view_today *self, const struct today_dose *dose,
		     const char *amount, struct outcome *outcome)
{
	bool before = dose->wall / DAY_MINUTES < self->today.now_wall / DAY_MINUTES;
	char time[WORDS_SIZE], when[2 * WORDS_SIZE], save[KEY_TEXT_SIZE];

	words_time(dose->wall, time);
	snprintf(when, sizeof(when), "%s%s", before ? "yesterday " : "", time);
	outcome_say(outcome, "That was planned for %s: %s logs it for then, or say when.", time,
		    key_words_of(self->view.keys, ACTION_FIELD_SAVE, save));
	outcome->open = view_log_new(amount, when);
}

static bool log_now(struct app *app, const char *amount, struct outcome *outcome, struct err *err)
{
	struct log_request request = {.amount = amount};
	struct logged logged;
	char time[WORDS_SIZE];

	if (!app_log(app, &request, &logged, err))
		return false;
	outcome_say(outcome, "Logged %s at %s", amount, words_time(dose_wall(&logged.dose), time));
	outcome_hint(outcome, ACTION_UNDO, "undoes it");
	dose_free(&logged.dose);
	return true;
}

static bool yes_now(struct app *app, const struct question *question, struct outcome *outcome,
		    struct err *err)
{
	return log_now(app, question->from, outcome, err);
}

static void ask_early(const struct view_today *self, const struct today_dose *dose,
		      const char *amount, struct outcome *outcome)
{
	struct question question = {.title = "Before its time", .text = STR_INIT, .yes = yes_now};
	char time[WORDS_SIZE], ahead[WORDS_SIZE];

	snprintf(question.from, sizeof(question.from), "%s", amount);
	str_addf(&question.text, "%s is planned for %s, %s. Log it as taken now?", amount,
		 words_time(dose->wall, time),
		 words_ahead(dose->wall, self->today.now_wall, ahead));
	outcome->open = view_confirm_new(&question);
}

/* Enter on what is in the log already: nothing is logged, and it says which dose that is. */
static enum reply say_taken(const struct view_today *self, const struct today_dose *dose,
			    struct outcome *outcome)
{
	char amount[AMOUNT_TEXT_SIZE], time[WORDS_SIZE], down[KEY_TEXT_SIZE];

	amount_with_unit(dose->amount, dose->unit, amount);
	words_time(dose->wall, time);
	if (nearest_open(&self->today) >= 0)
		outcome_say(outcome, "%s at %s is in the log. %s goes on to the next planned dose",
			    amount, time, key_words_of(self->view.keys, ACTION_DOWN, down));
	else
		outcome_say(outcome, "%s at %s is in the log", amount, time);
	return REPLY_DONE;
}

/* Minutes until a planned dose, below 0 once its time is over; 0 within the usual window, where it is logged at once. */
static int64_t far_ahead(const struct view_today *self, const struct today_dose *dose)
{
	int64_t ahead = dose->wall >= 0 ? dose->wall - self->today.now_wall : 0;

	return ahead >= -NEAR_MINUTES && ahead <= NEAR_MINUTES ? 0 : ahead;
}

/* That it is asked first is told before; what stands behind it in the footer stays where it is. */
static const char *brief(const struct view *view, enum action action)
{
	const struct view_today *self = (const struct view_today *)view;
	const struct today_dose *dose = selected(self);

	if (action == ACTION_TAKE)
		return dose != NULL && !dose->taken && far_ahead(self, dose) != 0 ? "take?"
										  : "take ";
	return action == ACTION_EDIT_DOSE ? "edit " : action_info(action)->brief;
}

static enum reply take(struct view_today *self, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	const struct today_dose *dose = selected(self);
	char amount[AMOUNT_TEXT_SIZE];
	int64_t ahead;

	if (dose == NULL)
		return REPLY_IGNORED;
	if (dose->taken)
		return say_taken(self, dose, outcome);
	amount_with_unit(dose->amount, self->today.unit, amount);
	if (dose->amount.nano == 0) {
		outcome_say(outcome,
			    "Nothing is left of today's amount; the form is open in case.");
		outcome->open = view_log_new("", "now");
		return REPLY_DONE;
	}
	ahead = far_ahead(self, dose);
	if (ahead == 0)
		return log_now(app, amount, outcome, err) ? REPLY_RELOAD : REPLY_FAILED;
	if (ahead < 0)
		ask_when(self, dose, amount, outcome);
	else
		ask_early(self, dose, amount, outcome);
	return REPLY_DONE;
}

/* A change of the plan, shown before it is made. */
static enum reply revise(const struct view_today *self, enum action action, struct outcome *outcome,
			 struct err *err)
{
	if (!self->today.has_plan && !self->today.plan_waits) {
		key_words_err(self->view.keys, err, ERR_NOT_FOUND,
			      "no plan is in use; the plans there are stand on {plan}");
		return REPLY_FAILED;
	}
	outcome->open = view_revise_for(action);
	return REPLY_DONE;
}

static enum reply ready(const struct view_today *self, struct outcome *outcome, struct err *err)
{
	if (!self->rest.has_readiness) {
		err_set(err, ERR_NOT_FOUND,
			"no plan is in use, so there is no step to be ready for");
		return REPLY_FAILED;
	}
	outcome->open = view_ready_new(&self->rest.readiness);
	return REPLY_DONE;
}

static enum reply chosen(struct view *view, struct app *app, int choice, struct outcome *outcome,
			 struct err *err)
{
	const struct view_today *self = (const struct view_today *)view;

	(void)app;
	(void)err;
	if (self->rest.has_readiness)
		outcome->open = view_ready_chosen(&self->rest.readiness, choice);
	return REPLY_DONE;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_today *self = (struct view_today *)view;

	if (action == ACTION_TAKE)
		return take(self, app, outcome, err);
	if (action == ACTION_EDIT_DOSE && can(view, action))
		return dose_edit(app, selected(self)->id, outcome, err);
	if (action == ACTION_REMOVE_DOSE && can(view, action))
		return dose_remove(app, selected(self)->id, outcome, err);
	if (action == ACTION_HOLD || action == ACTION_RESUME || action == ACTION_REPLAN)
		return revise(self, action, outcome, err);
	if (action == ACTION_READINESS)
		return ready(self, outcome, err);
	return moved(self, move_short_list(&self->doses, action));
}

static enum reply click(struct view *view, int row, int column)
{
	struct view_today *self = (struct view_today *)view;
	struct rect list = list_place_of(self, view->area);

	return moved(self, move_list_to(&self->doses, list, row, column));
}

static void free_today(struct view *view)
{
	struct view_today *self = (struct view_today *)view;

	today_free(&self->today);
	today_rest_free(&self->rest);
	aftercare_free(&self->after);
}

/* Taking and editing are never both there, and take about as much room: the rest of the line stays where it is. */
static const enum action first[] = {ACTION_LOG_DOSE, ACTION_TAKE, ACTION_EDIT_DOSE,
				    ACTION_UNDO,     ACTION_HOLD, ACTION_CHECK_IN,
				    ACTION_URGE,     ACTION_NONE};

static const struct view_class class = {
	.title = "Today",
	.scope = SCOPE_TODAY,
	.first = first,
	.size = sizeof(struct view_today),
	.load = load,
	.follow = follow,
	.place = place,
	.draw = draw,
	.act = act,
	.click = click,
	.can = can,
	.brief = brief,
	.chosen = chosen,
	.free = free_today,
};

struct view *view_today_new(void)
{
	return view_new(&class);
}
