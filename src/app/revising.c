/* SPDX-License-Identifier: MIT */
#include "revising.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/safety.h"
#include "app/undo.h"
#include "base/mem.h"
#include "yaml/planfile.h"

static void side_free(struct revise_side *side)
{
	schedule_free(&side->schedule);
}

void revise_preview_free(struct revise_preview *preview)
{
	revision_free(&preview->revision);
	side_free(&preview->before);
	side_free(&preview->after);
	free(preview->said);
	*preview = (struct revise_preview)REVISE_PREVIEW_INIT;
}

static void draft_free(struct draft *draft)
{
	course_free(&draft->course);
	plan_free(&draft->plan);
	revise_preview_free(&draft->preview);
}

static bool fill_side(const struct course *course, struct day today, struct day from,
		      struct revise_side *side)
{
	bool in_use = course_revision_at(course, today) != NULL;
	struct day day = in_use ? today : course_day_in(course, today);
	const struct level *level, *next;

	if (!course_projected(course, day, &side->schedule))
		return false;
	side->open = course_hold_at(course, day).open;
	side->last = schedule_last_day(&side->schedule);
	side->needed = schedule_total(&side->schedule, from);
	level = schedule_at(&side->schedule, day);
	next = level;
	while (next != NULL && next->target.nano == level->target.nano)
		next = schedule_next(&side->schedule, next);
	if (next == NULL || side->open)
		return true;
	side->has_step = true;
	side->step = next->first;
	side->step_target = next->target;
	return true;
}

/* The course as it will be, its revisions borrowed. */
static void fill_after(struct draft *draft)
{
	struct revise_preview *preview = &draft->preview;
	size_t count = draft->course.count;
	struct course after = {.count = count + 1};

	if (preview->revision.kind == REVISION_STOP)
		return;
	after.revisions = mem_alloc(count + 1, sizeof(*after.revisions));
	memcpy(after.revisions, draft->course.revisions, count * sizeof(*after.revisions));
	after.revisions[count] = preview->revision;
	preview->has_after =
		fill_side(&after, preview->today, preview->revision.from, &preview->after);
	free(after.revisions);
	if (preview->revision.kind == REVISION_REPLAN)
		preview->pace = replan_pace(draft, &preview->after.schedule);
	else
		preview->pace = pace_since(&preview->after.schedule, preview->revision.from);
}

/* Of what a person agrees to, only a new plan can hold anything new: all else is no faster than what was agreed to. */
static void take_plan(struct draft *draft)
{
	struct revision *revision = &draft->preview.revision;
	struct str text = STR_INIT, agreed = STR_INIT;

	planfile_write(&draft->plan, &text);
	plan_note_acknowledged(&draft->preview.pace, &agreed);
	free(revision->plan_text);
	free(revision->acknowledged);
	revision->plan_text = str_take(&text);
	revision->acknowledged = str_take(&agreed);
	draft->preview.asks = pace_needs_acknowledgement(&draft->preview.pace);
}

static void fill_preview(struct draft *draft)
{
	struct revise_preview *preview = &draft->preview;
	struct revision *revision = &preview->revision;
	struct str said = STR_INIT;
	const struct level *level;

	preview->today = draft->ask.today;
	revision->made_utc = app_now_utc(draft->app);
	free(revision->reason);
	revision->reason = mem_dup(draft->request->reason != NULL ? draft->request->reason : "");
	if (revision->kind == REVISION_REPLAN) {
		memcpy(revision->name, draft->plan.name, sizeof(revision->name));
		memcpy(revision->title, draft->plan.title, sizeof(revision->title));
	}
	if (!fill_side(&draft->course, preview->today, revision->from, &preview->before))
		return;
	level = schedule_at(&preview->before.schedule, preview->today);
	preview->present = level != NULL ? level->target : preview->before.schedule.start;
	preview->decimals =
		app_decimals(preview->before.schedule.unit, preview->before.schedule.measure);
	fill_after(draft);
	if (revision->kind == REVISION_REPLAN)
		take_plan(draft);
	revise_say(draft, &said);
	preview->said = str_take(&said);
}

static bool read_ask(struct draft *draft, struct problems *problems, struct err *err)
{
	const struct revise_request *request = draft->request;
	const struct revision *last = course_current(&draft->course, draft->ask.today);
	bool cuts = request->kind == REVISION_SLOW || request->kind == REVISION_BACK;

	if (request->kind == REVISION_REPLAN)
		return replan_read(draft, problems, err);
	if (request->kind == REVISION_HOLD && request->days != NULL &&
	    !revise_read_days(request->days, &draft->ask.days, err))
		return false;
	if (request->kind == REVISION_SLOW &&
	    !revise_read_factor(request->factor, last != NULL ? last->factor : FACTOR_ONE,
				&draft->ask.factor, err))
		return false;
	return !cuts || last == NULL || revision_plan(last, &draft->plan, err) ||
	       err_wrap(err, "the plan in use");
}

static bool make(struct draft *draft, struct problems *problems, struct err *err)
{
	struct store *store;

	draft->ask.kind = draft->request->kind;
	draft->ask.today = app_today_day(draft->app);
	if (!app_store_read(draft->app, &store, err) || !app_course(store, &draft->course, err) ||
	    !plan_any_today(draft->app, &draft->ask.begun, err) ||
	    !read_ask(draft, problems, err) ||
	    !revise_build(&draft->course, &draft->plan, &draft->ask, &draft->preview.revision, err))
		return false;
	fill_preview(draft);
	return true;
}

bool app_revise_preview(struct app *app, const struct revise_request *request,
			struct revise_preview *preview, struct problems *problems, struct err *err)
{
	struct draft draft = {.app = app, .request = request, .plan = PLAN_INIT};
	bool made = make(&draft, problems, err);

	if (made) {
		*preview = draft.preview;
		draft.preview = (struct revise_preview)REVISE_PREVIEW_INIT;
	}
	draft_free(&draft);
	return made;
}

static bool put(struct app *app, const struct revise_preview *preview, struct err *err)
{
	const struct revision *revision = &preview->revision;
	char what[APP_WHAT_SIZE], day[DAY_TEXT_SIZE];
	struct str words = STR_INIT;
	struct store *store;
	bool done;

	revision_describe(revision, &words);
	snprintf(what, sizeof(what), "%s, from %s", words.data, day_full(revision->from, day));
	str_free(&words);
	done = app_store_write(app, &store, err) &&
	       store_revision_add(store, revision, app_now_utc(app), what, err);
	return done;
}

bool app_revise_apply(struct app *app, const struct revise_request *request,
		      struct revise_preview *preview, struct problems *problems, struct err *err)
{
	struct revise_preview made = REVISE_PREVIEW_INIT;

	if (!app_revise_preview(app, request, &made, problems, err))
		return false;
	if (request->kind == REVISION_REPLAN &&
	    !app_safety_gate(app, made.revision.schedule.unit, err)) {
		revise_preview_free(&made);
		return false;
	}
	if (made.asks && !request->acknowledge) {
		*preview = made;
		return err_set(err, ERR_ACKNOWLEDGE,
			       "this is faster than the cautions allow without a yes; read them, "
			       "and agree with --acknowledge, or choose a gentler way");
	}
	if (!put(app, &made, err)) {
		revise_preview_free(&made);
		return false;
	}
	*preview = made;
	return true;
}
