/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "app/receipts.h"
#include "app_private.h"
#include "engine/revise.h"

enum { VERIFY_UNITS = 60, VERIFY_STEPS = 600 };

static void note(struct verified *verified, const struct proof *proofs, struct amount from)
{
	if (verified->laid_out++ == 0)
		verified->from = from;
	verified->to = from;
	for (int i = 0; i < PROOF_COUNT; i++) {
		if (proofs[i].holds || !verified->proofs[i].holds)
			continue;
		verified->proofs[i] = proofs[i];
		if (verified->all)
			verified->failed_at = from;
		verified->all = false;
	}
}

static bool prove_from(const struct plan *plan, struct amount from, struct day first,
		       struct verified *verified, struct err *err)
{
	struct proof proofs[PROOF_COUNT];
	struct schedule schedule;

	if (!schedule_build(plan, from, first, FACTOR_ONE, &schedule, err))
		return false;
	(void)schedule_verify(plan, &schedule, FACTOR_ONE, proofs);
	note(verified, proofs, schedule.start);
	schedule_free(&schedule);
	return true;
}

/* A starting amount the plan can't be laid out from, such as one below levels written by hand, is passed over. */
static bool prove_range(const struct plan *plan, struct day first, struct verified *verified,
			struct err *err)
{
	int64_t measure = plan->measure.nano;
	int64_t most = VERIFY_UNITS * AMOUNT_UNIT / measure;
	int64_t from = plan->goal.nano / measure + 1;
	int64_t stride;
	struct err last;

	if (most < from)
		most = from;
	stride = (most - from) / VERIFY_STEPS + 1;

	for (int64_t i = from; i <= most && i * measure <= AMOUNT_MAX; i += stride) {
		if (!prove_from(plan, (struct amount){.nano = i * measure}, first, verified, &last))
			continue;
	}
	if (verified->laid_out > 0)
		return true;
	*err = last;
	return false;
}

static bool read_from(const char *text, enum unit unit, struct amount *from, struct err *err)
{
	return amount_read_in(text, unit, from, err) || err_wrap(err, "--from");
}

static bool verify_file(struct app *app, const struct preview_request *request,
			struct verified *verified, struct problems *problems, struct err *err)
{
	struct day today = app_today_day(app);
	struct plan plan = PLAN_INIT;
	struct amount amount;
	bool done;

	if (!app_plan_load(app, request->plan, &plan, NULL, problems, err))
		return false;
	verified->unit = plan.unit;
	done = plan_set_measure(app, request->measure, &plan, err);
	verified->measure = plan.measure;
	if (request->from == NULL)
		done = done && prove_range(&plan, today, verified, err);
	else
		done = done && read_from(request->from, plan.unit, &amount, err) &&
		       prove_from(&plan, amount, today, verified, err);
	plan_free(&plan);
	return done;
}

/* One change, as it is stored. */
static bool verify_change(const struct course *course, size_t index, struct verified *verified,
			  struct err *err)
{
	const struct revision *revision = &course->revisions[index];
	struct proof proofs[PROOF_COUNT];
	struct plan plan = PLAN_INIT;

	if (!revision_plan(revision, &plan, err))
		return false;
	(void)revise_verify(course, index, &plan, proofs);
	note(verified, proofs, revision->schedule.start);
	verified->stepped_back = verified->stepped_back || revision->kind == REVISION_BACK;
	plan_free(&plan);
	return true;
}

static bool verify_now(struct app *app, struct verified *verified, struct err *err)
{
	struct plan_now now;
	struct course_part part;
	bool done = true;

	if (!app_plan_now(app, &now, err))
		return false;
	part = course_part_of(&now.course, (size_t)(now.current - now.course.revisions));
	for (size_t i = part.first; i < part.end && done; i++)
		done = verify_change(&now.course, i, verified, err);
	verified->unit = now.schedule.unit;
	verified->measure = now.schedule.measure;
	verified->changes = verified->laid_out - 1;
	verified->laid_out = 1;
	verified->to = verified->from;
	plan_now_free(&now);
	return done;
}

bool app_plan_verify(struct app *app, const struct preview_request *request,
		     struct verified *verified, struct problems *problems, struct err *err)
{
	struct verified made = {.all = true};
	bool done;

	for (int i = 0; i < PROOF_COUNT; i++)
		made.proofs[i].holds = true;
	if (request->plan == NULL)
		done = verify_now(app, &made, err);
	else
		done = verify_file(app, request, &made, problems, err);
	if (done)
		*verified = made;
	return done;
}
