/* SPDX-License-Identifier: MIT */
#include "view.h"

#include <stdio.h>
#include <string.h>

#include "app/support.h"
#include "app/urge.h"
#include "engine/pacer.h"
#include "help_words.h"
#include "keymap.h"
#include "urge_more.h"
#include "urge_page.h"

enum {
	ROUND = 15 * 60,
	KEPT_FROM = 60,
	ALL_DAYS = 40000,
	TAG_SIZE = OWN_HEAD_SIZE,
	HELPED_MAX = 5
};

struct view_urge {
	struct view view;
	bool loaded, placed, begun;
	struct help_now help;
	struct urge_stats stats;
	int64_t began, now; /* seconds of UTC; now never goes back */
	int16_t utc_offset; /* where it began */
	int32_t whole;
	int64_t answered; /* when; 0 before */
	enum urge_outcome outcome;
	int tool;           /* of help.texts; -1 for none */
	int64_t tool_began; /* 0: with the next second */
	char trigger[TAG_SIZE];
	char triggers[OPTIONS_MAX][TAG_SIZE]; /* that can be chosen */
	struct str plan, words, passed;
};

/* The way to breathe after that one; -1 once there is no other. */
static int next_tool(const struct view_urge *self, int after)
{
	for (int i = after + 1; i < (int)self->help.texts.tool_count; i++) {
		if (pacer_leads(&self->help.texts.tools[i]))
			return i;
	}
	return -1;
}

static void add_reasons(const struct view_urge *self, struct str *out)
{
	const struct own_plan *plan = &self->help.support.mine.plan;
	const struct own_entry *entry;

	for (size_t i = 0; (entry = own_plan_entry(plan, OWN_REASON, i)) != NULL; i++)
		str_addf(out, "%s•\t%s\n", i == 0 ? "# Your reasons\n" : "", entry->text);
	if (own_plan_count(plan, OWN_REASON) == 0)
		str_add(out, "~ Your own reasons will stand here. Write them down under Support on "
			     "a calm day.\n");
}

static void add_balance(const struct view_urge *self, struct str *out)
{
	struct str boxes = STR_INIT;

	help_words_balance(&self->help.support.mine.plan, &boxes);
	str_addf(out, "%s%s", boxes.len > 0 ? "\n" : "", boxes.data);
	str_free(&boxes);
}

static void add_helped(const struct view_urge *self, struct str *out)
{
	const struct urge_words *helped = &self->stats.helped;

	for (size_t i = 0; i < helped->count && i < HELPED_MAX; i++)
		str_addf(out, "%s%s", i == 0 ? "\n# What helped before\n" : ", ",
			 helped->items[i].word);
	if (helped->count > 0)
		str_add_char(out, '\n');
}

/* The plan comes first: it is what to do now. */
static void tell(struct view_urge *self)
{
	str_reset(&self->words);
	str_reset(&self->passed);
	if (self->trigger[0] != '\0') {
		str_addf(&self->words, "# Your plan for %s\n", self->trigger);
		str_add(&self->words, self->plan.len > 0 ? self->plan.data
							 : "~ There is none yet; Support keeps "
							   "plans.");
		str_add(&self->words, "\n\n");
	}
	add_reasons(self, &self->words);
	add_balance(self, &self->words);
	add_helped(self, &self->words);
	if (self->stats.answered > 0)
		urge_stats_tell(&self->stats, &self->passed);
}

/* Never without a timer: what can't be read is left out. */
static bool load(struct view *view, struct app *app, struct err *err)
{
	struct view_urge *self = (struct view_urge *)view;
	struct day today = app_today_day(app);
	struct urge_stats stats = URGE_STATS_INIT;
	struct err ignored;

	(void)err;
	if (!self->loaded) {
		app_help_now(app, &self->help);
		self->tool = next_tool(self, -1);
	}
	self->loaded = true;
	if (app_urge_stats(app, day_add(today, -ALL_DAYS), today, &stats, &ignored)) {
		urge_stats_free(&self->stats);
		self->stats = stats;
	}
	tell(self);
	return true;
}

/* A screen reader would speak every breath: there it is asked for first. */
static void place(struct view *view, struct rect area)
{
	struct view_urge *self = (struct view_urge *)view;

	(void)area;
	if (!self->placed && view->plain)
		self->tool = -1;
	self->placed = true;
}

static bool ticks(const struct view *view)
{
	const struct view_urge *self = (const struct view_urge *)view;

	return self->answered == 0 && self->now - self->began < self->whole;
}

static void tick(struct view *view, int64_t utc, int16_t utc_offset)
{
	struct view_urge *self = (struct view_urge *)view;

	if (!self->begun) {
		self->began = self->now = utc;
		self->utc_offset = utc_offset;
	}
	self->begun = true;
	if (utc > self->now)
		self->now = utc;
	if (self->tool_began == 0)
		self->tool_began = self->now;
}

/* How long it lasted: what is not answered in time ended with the time. */
static int32_t lasted(const struct view_urge *self)
{
	int64_t end = self->answered != 0 ? self->answered : self->now;

	return end - self->began < self->whole ? (int32_t)(end - self->began) : self->whole;
}

static const char *clock_text(const struct view_urge *self, int32_t seconds, char *buf)
{
	return minute_text(moment_from_utc(self->began + seconds, self->utc_offset).minute, buf);
}

static void draw(const struct view *view, struct canvas *canvas, struct rect area)
{
	const struct view_urge *self = (const struct view_urge *)view;
	char since[MOMENT_TEXT_SIZE], until[MOMENT_TEXT_SIZE];
	struct urge_page page = {
		.stage = self->answered != 0                      ? STAGE_ANSWERED
			 : self->now - self->began >= self->whole ? STAGE_OVER
								  : STAGE_RUNS,
		.outcome = self->outcome,
		.seconds = lasted(self),
		.whole = self->whole,
		.keys = view->keys,
		.since = clock_text(self, 0, since),
		.until = clock_text(self, self->whole, until),
		.wait = help_tool_find(&self->help.texts, "wait"),
		.tool = self->tool >= 0 ? &self->help.texts.tools[self->tool] : NULL,
		.tool_seconds = (int32_t)(self->now - self->tool_began),
		.words = self->words.data,
		.passed = self->passed.data,
	};

	urge_page_draw(&page, canvas, area);
}

static bool log_as(const struct view_urge *self, struct app *app, enum urge_outcome outcome,
		   struct urge_logged *logged, struct err *err)
{
	char when[MOMENT_TEXT_SIZE];
	struct urge_request request = {
		.outcome = urge_outcome_name(outcome),
		.when = moment_rfc3339(self->began, self->utc_offset, when),
		.seconds = lasted(self),
		.tags = self->trigger,
	};

	return app_urge_log(app, &request, logged, err);
}

static enum reply answer(struct view_urge *self, struct app *app, enum urge_outcome outcome,
			 struct outcome *said, struct err *err)
{
	struct urge_logged logged;

	if (!log_as(self, app, outcome, &logged, err))
		return REPLY_FAILED;
	self->answered = self->now;
	self->outcome = outcome;
	said->open = view_urge_more_new(&logged.urge);
	urge_free(&logged.urge);
	return REPLY_RELOAD;
}

/* Nothing is asked. What lasted is kept as open; a key pressed by mistake is not. */
static bool keep_open(struct view_urge *self, struct app *app, struct err *err)
{
	struct urge_logged logged;

	if (self->answered != 0 || lasted(self) < KEPT_FROM)
		return true;
	if (!log_as(self, app, URGE_OPEN, &logged, err))
		return false;
	urge_free(&logged.urge);
	self->answered = self->now;
	return true;
}

static enum reply go(struct view_urge *self, struct app *app, struct outcome *outcome,
		     struct err *err)
{
	bool open = self->answered == 0, kept = open && lasted(self) >= KEPT_FROM;

	if (!keep_open(self, app, err)) {
		/* Said once; a second Esc leaves even so. */
		self->answered = self->now;
		return REPLY_FAILED;
	}
	if (kept) {
		outcome_say(outcome, "Kept as an urge left open");
		outcome_hint(outcome, ACTION_UNDO, "undoes it");
	} else if (open) {
		outcome_say(outcome, "That was under a minute, so nothing is logged.");
	}
	return REPLY_CLOSE;
}

static void leave(struct view *view, struct app *app)
{
	struct err ignored;

	(void)!keep_open((struct view_urge *)view, app, &ignored);
}

static bool has_trigger(const struct view_urge *self, int count, const char *tag)
{
	for (int i = 0; i < count; i++) {
		if (strcmp(self->triggers[i], tag) == 0)
			return true;
	}
	return false;
}

static int add_trigger(struct view_urge *self, int count, const char *tag)
{
	if (count < OPTIONS_MAX && tag[0] != '\0' && !has_trigger(self, count, tag) &&
	    str_copy(self->triggers[count], TAG_SIZE, tag))
		count++;
	return count;
}

/* Those there is a plan for come first. */
static enum reply ask_trigger(struct view_urge *self, struct outcome *outcome)
{
	const struct own_plan *plan = &self->help.support.mine.plan;
	struct option options[OPTIONS_MAX];
	const struct own_entry *entry;
	int count = 0, planned;

	for (size_t i = 0; (entry = own_plan_entry(plan, OWN_IF_THEN, i)) != NULL; i++)
		count = add_trigger(self, count, entry->head);
	planned = count;
	for (size_t i = 0; i < self->stats.triggers.count; i++)
		count = add_trigger(self, count, self->stats.triggers.items[i].word);
	if (count == 0) {
		outcome_say(outcome, "None is known yet; you can name one when it is over.");
		return REPLY_DONE;
	}
	for (int i = 0; i < count; i++)
		options[i] = (struct option){.label = self->triggers[i],
					     .hint = i < planned ? "you have a plan for it" : ""};
	outcome->open = view_options_new("What set it off?", options, count, 0);
	return REPLY_DONE;
}

static enum reply chosen(struct view *view, struct app *app, int choice, struct outcome *outcome,
			 struct err *err)
{
	struct view_urge *self = (struct view_urge *)view;

	(void)outcome;
	(void)err;
	snprintf(self->trigger, sizeof(self->trigger), "%s", self->triggers[choice]);
	str_reset(&self->plan);
	if (!app_if_then(app, self->trigger, &self->plan))
		str_reset(&self->plan);
	tell(self);
	return REPLY_DONE;
}

static enum reply wait_more(struct view_urge *self)
{
	int32_t gone = (int32_t)(self->now - self->began);

	/* After the end it is a quarter of an hour from now. */
	self->whole = (gone > self->whole ? gone : self->whole) + ROUND;
	self->tool_began = 0;
	return REPLY_DONE;
}

static bool can(const struct view *view, enum action action)
{
	const struct view_urge *self = (const struct view_urge *)view;
	bool open = self->answered == 0;

	if (action == ACTION_RODE_OUT || action == ACTION_TOOK_SOME || action == ACTION_WAIT_MORE ||
	    action == ACTION_TRIGGER)
		return open;
	if (action == ACTION_BREATHING)
		return ticks(view);
	if (action == ACTION_UNDO || action == ACTION_REDO)
		return !open;
	if (action == ACTION_LOG_DOSE)
		return !open && self->outcome == URGE_TOOK;
	return true;
}

static enum reply act(struct view *view, struct app *app, enum action action,
		      struct outcome *outcome, struct err *err)
{
	struct view_urge *self = (struct view_urge *)view;

	if (action == ACTION_CLOSE)
		return go(self, app, outcome, err);
	if (!can(view, action))
		return REPLY_DONE;
	if (action == ACTION_RODE_OUT || action == ACTION_TOOK_SOME)
		return answer(self, app, action == ACTION_RODE_OUT ? URGE_RODE_OUT : URGE_TOOK,
			      outcome, err);
	if (action == ACTION_WAIT_MORE)
		return wait_more(self);
	if (action == ACTION_TRIGGER)
		return ask_trigger(self, outcome);
	if (action != ACTION_BREATHING)
		return REPLY_IGNORED;
	self->tool = next_tool(self, self->tool);
	self->tool_began = 0;
	return REPLY_DONE;
}

static void free_urge(struct view *view)
{
	struct view_urge *self = (struct view_urge *)view;

	if (self->loaded)
		help_now_free(&self->help);
	urge_stats_free(&self->stats);
	str_free(&self->plan);
	str_free(&self->words);
	str_free(&self->passed);
}

static const struct view_class class = {
	.title = "Urge",
	.scope = SCOPE_URGE,
	.size = sizeof(struct view_urge),
	.load = load,
	.place = place,
	.draw = draw,
	.act = act,
	.can = can,
	.chosen = chosen,
	.leave = leave,
	.ticks = ticks,
	.tick = tick,
	.free = free_urge,
};

struct view *view_urge_new(void)
{
	struct view_urge *self = view_new(&class);

	self->stats = (struct urge_stats)URGE_STATS_INIT;
	self->plan = self->words = self->passed = (struct str)STR_INIT;
	self->whole = ROUND;
	self->tool = -1;
	return &self->view;
}
