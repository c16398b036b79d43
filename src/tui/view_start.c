/* SPDX-License-Identifier: MIT */
#include "view_start.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/plural.h"

#include "engine/day_typed.h"
#include "form_view.h"
#include "words.h"

enum { AMOUNT, FIRST_DAY, MEASURE, TIMES, BY, WHY, FIELD_COUNT };
enum { BOX = 18, LONG = 30 };

struct view_start {
	struct form_view base;     /* its foot says what the fields would mean */
	struct start_texts *texts; /* borrowed */
	char plan[PLAN_NAME_SIZE];
};

void start_texts_free(struct start_texts *texts)
{
	str_free(&texts->from);
	str_free(&texts->start);
	str_free(&texts->measure);
	str_free(&texts->times);
	str_free(&texts->by);
	str_free(&texts->why);
}

static const char *or_null(const char *text)
{
	return text[0] != '\0' ? text : NULL;
}

struct preview_request start_texts_request(const struct start_texts *texts, const char *plan)
{
	return (struct preview_request){.plan = plan,
					.from = or_null(texts->from.data),
					.start = or_null(texts->start.data),
					.measure = or_null(texts->measure.data),
					.times = or_null(texts->times.data),
					.by = or_null(texts->by.data),
					.reason = or_null(texts->why.data)};
}

/* What was only offered is not said: the baseline stays the baseline. */
static const char *text_of(const struct field *field)
{
	return field->offered ? NULL : or_null(field->text.data);
}

static struct preview_request request_of(const struct view_start *self)
{
	const struct field *fields = self->base.form.fields;

	return (struct preview_request){.plan = self->plan,
					.from = text_of(&fields[AMOUNT]),
					.start = text_of(&fields[FIRST_DAY]),
					.measure = text_of(&fields[MEASURE]),
					.times = text_of(&fields[TIMES]),
					.by = text_of(&fields[BY]),
					.reason = text_of(&fields[WHY])};
}

static void check_day(struct field *field, const struct app *app)
{
	struct day day;
	struct err err;

	if (field->text.len > 0 &&
	    !day_read_in(field->text.data, app_today_day(app), DAY_YEAR_AHEAD, &day, &err))
		form_view_said(field, err.msg);
}

static void check_amount(struct field *field)
{
	struct amount amount;
	struct err err;
	enum unit unit;

	if (field->touched && field->text.len > 0 &&
	    !amount_read(field->text.data, &amount, &unit, &err))
		form_view_said(field, err.msg);
}

static bool check_fields(struct view_start *self, const struct app *app)
{
	struct field *fields = self->base.form.fields;
	bool fine = true;

	for (int i = 0; i < FIELD_COUNT; i++)
		fields[i].said[0] = '\0';
	check_amount(&fields[AMOUNT]);
	check_amount(&fields[MEASURE]);
	check_day(&fields[FIRST_DAY], app);
	check_day(&fields[BY], app);
	for (int i = 0; i < FIELD_COUNT; i++)
		fine = fine && fields[i].said[0] == '\0';
	return fine;
}

static void describe_preview(const struct preview *preview, struct str *out)
{
	char first[DAY_TEXT_SIZE], last[DAY_TEXT_SIZE], percent[WORDS_SIZE];

	str_addf(out,
		 plural_of(schedule_days(&preview->schedule), "%s: %s to %s, %" PRId32 " day.",
			   "%s: %s to %s, %" PRId32 " days."),
		 preview->plan.title, day_short(schedule_first_day(&preview->schedule), first),
		 day_full(schedule_last_day(&preview->schedule), last),
		 schedule_days(&preview->schedule));
	if (preview->pace.steepest.bp > 0)
		str_addf(out, " Fastest four weeks: −%s.",
			 words_percent(preview->pace.steepest, percent));
}

/* What the fields mean as they are, below them. */
static void describe(struct view_start *self, struct app *app)
{
	struct preview_request request = request_of(self);
	struct problems problems = PROBLEMS_INIT;
	struct preview preview = PREVIEW_INIT;
	bool fine = check_fields(self, app);
	struct err err;

	str_reset(&self->base.foot);
	if (self->base.form.fields[AMOUNT].text.len == 0)
		str_add(&self->base.foot,
			"How much on a usual day? A number from memory will do; the "
			"plan can be started anew once the log knows better.");
	else if (app_plan_preview(app, &request, &preview, &problems, &err))
		describe_preview(&preview, &self->base.foot);
	else if (fine)
		words_sentence(words_said(err.msg), &self->base.foot);
	preview_free(&preview);
	problems_free(&problems);
}

static bool load(struct view *view, struct app *app, struct err *err)
{
	(void)err;
	describe((struct view_start *)view, app);
	return true;
}

static void changed(struct form_view *form, struct app *app)
{
	describe((struct view_start *)form, app);
}

static void keep(struct str *text, const char *typed)
{
	str_reset(text);
	str_add(text, typed != NULL ? typed : "");
}

static enum reply save(struct form_view *form, struct app *app, struct outcome *outcome,
		       struct err *err)
{
	struct view_start *self = (struct view_start *)form;
	struct preview_request request = request_of(self);
	struct problems problems = PROBLEMS_INIT;
	struct preview preview = PREVIEW_INIT;
	bool laid_out;

	if (form->form.fields[AMOUNT].text.len == 0) {
		form->form.at = AMOUNT;
		err_set(err, ERR_INVALID, "how much a day is missing, such as 20 g");
		return REPLY_FAILED;
	}
	laid_out = app_plan_preview(app, &request, &preview, &problems, err);
	preview_free(&preview);
	problems_free(&problems);
	if (!laid_out)
		return REPLY_FAILED;
	keep(&self->texts->from, request.from);
	keep(&self->texts->start, request.start);
	keep(&self->texts->measure, request.measure);
	keep(&self->texts->times, request.times);
	keep(&self->texts->by, request.by);
	keep(&self->texts->why, request.reason);
	outcome_say(outcome, "All plans are laid out anew");
	return REPLY_SAVED;
}

static const struct view_class class = {
	.title = "Where a plan begins",
	.size = sizeof(struct view_start),
	.load = load,
	FORM_VIEW_CLASS,
};

/* What was typed before, else what is offered. */
static void add_offered(struct form *form, const char *label, const char *hint,
			const struct str *typed, const char *offered)
{
	struct field *field =
		form_add(form, label, hint, BOX, typed->len > 0 ? typed->data : offered);

	field->offered = typed->len == 0 && offered[0] != '\0';
}

struct view *view_start_new(struct start_texts *texts, const struct start_offer *offer)
{
	struct view_start *self = view_new(&class);
	struct form *form = &self->base.form;

	self->texts = texts;
	snprintf(self->plan, sizeof(self->plan), "%s", offer->plan->name);
	form_view_begin(&self->base, "Where a plan begins", "lay out", changed, save);
	self->base.has_foot = true;
	add_offered(form, "A day", "such as 20 g", &texts->from, offer->amount);
	add_offered(form, "First day", "today, tomorrow, mon, 2026-12-01", &texts->start,
		    offer->day);
	form_add(form, "Scale", "what it can weigh; empty: as in the settings", BOX,
		 texts->measure.data);
	form_add(form, "Times", "08:00, 13:00; empty: as in the settings", LONG, texts->times.data);
	form_add(form, "End by", "a date; empty: each plan's own speed", BOX, texts->by.data);
	form_add(form, "Why", "in your own words, or nothing", 0, texts->why.data);
	return &self->base.view;
}
