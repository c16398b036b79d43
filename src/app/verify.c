/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "app/receipts.h"
#include "app_private.h"
#include "yaml/planfile.h"

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

static bool verify_file(struct app *app, const char *name, const char *from,
			struct verified *verified, struct problems *problems, struct err *err)
{
	struct day today = app_today_day(app);
	struct plan plan = PLAN_INIT;
	struct amount amount;
	bool done;

	if (!app_plan_load(app, name, &plan, NULL, problems, err))
		return false;
	verified->unit = plan.unit;
	if (from == NULL)
		done = prove_range(&plan, today, verified, err);
	else
		done = read_from(from, plan.unit, &amount, err) &&
		       prove_from(&plan, amount, today, verified, err);
	plan_free(&plan);
	return done;
}

/* The stored levels themselves are proved, with the steps of the plan text kept beside them. */
static bool verify_now(struct app *app, struct verified *verified, struct problems *problems,
		       struct err *err)
{
	struct plan plan = PLAN_INIT;
	struct schedule again, *stored;
	struct proof proofs[PROOF_COUNT];
	struct plan_now now;
	const struct revision *current;
	bool done;

	if (!app_plan_now(app, &now, err))
		return false;
	current = now.current;
	done = planfile_parse(current->plan_text, strlen(current->plan_text), &plan, problems,
			      err) &&
	       schedule_build(&plan, current->schedule.from, schedule_first_day(&current->schedule),
			      current->factor, &again, err);
	if (done) {
		stored = &now.course.revisions[current - now.course.revisions].schedule;
		stored->steps = again.steps;
		stored->step_count = again.step_count;
		again.steps = NULL;
		again.step_count = 0;
		(void)schedule_verify(&plan, stored, current->factor, proofs);
		note(verified, proofs, stored->start);
		verified->unit = stored->unit;
		schedule_free(&again);
	}
	plan_free(&plan);
	plan_now_free(&now);
	return done;
}

bool app_plan_verify(struct app *app, const char *name, const char *from, struct verified *verified,
		     struct problems *problems, struct err *err)
{
	struct verified made = {.all = true};
	bool done;

	for (int i = 0; i < PROOF_COUNT; i++)
		made.proofs[i].holds = true;
	if (name == NULL)
		done = verify_now(app, &made, problems, err);
	else
		done = verify_file(app, name, from, &made, problems, err);
	if (done)
		*verified = made;
	return done;
}
