/* SPDX-License-Identifier: MIT */
#include "revising.h"

#include "base/plural.h"

static const char *first_amount(const struct revision *revision, char *buf)
{
	const struct schedule *schedule = &revision->schedule;

	return amount_fixed_with_unit(schedule->levels[0].target,
				      app_decimals(schedule->unit, schedule->measure),
				      schedule->unit, buf);
}

static const char *factor_text(int32_t factor, char *buf)
{
	return amount_text((struct amount){.nano = factor * (AMOUNT_UNIT / FACTOR_ONE)}, buf);
}

static void describe_hold(const struct revision *revision, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	str_addf(out, "hold at %s", first_amount(revision, text));
	if (revision->days > 0)
		str_addf(out, plural_of(revision->days, " for %d day", " for %d days"),
			 revision->days);
	else
		str_add(out, " until you go on");
}

void revision_describe(const struct revision *revision, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	switch (revision->kind) {
	case REVISION_START:
		str_addf(out, "start '%s' from %s", revision->name,
			 amount_with_unit(revision->schedule.start, revision->schedule.unit, text));
		break;
	case REVISION_STOP:
		str_add(out, "end the plan");
		break;
	case REVISION_HOLD:
		describe_hold(revision, out);
		break;
	case REVISION_RESUME:
		str_add(out, "go on with the plan");
		break;
	case REVISION_SLOW:
		str_addf(out, "slower: all cuts \u00d7 %s", factor_text(revision->factor, text));
		break;
	case REVISION_BACK:
		str_addf(out, "step back to %s for %d days", first_amount(revision, text),
			 revision->days);
		break;
	case REVISION_REPLAN:
		str_addf(out, "plan anew: '%s' from %s", revision->name,
			 amount_with_unit(revision->schedule.start, revision->schedule.unit, text));
		break;
	case REVISION_KIND_COUNT:
		break;
	}
}

static const char tolerance[] = "After some time with less, an old dose can hit much harder: never "
				"go back to it.";

static void say_hold(const struct draft *draft, struct str *out)
{
	const struct course_hold present = course_hold_at(&draft->course, draft->ask.today);
	const struct revision *revision = &draft->preview.revision;
	char text[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE];

	if (revision->days == 0) {
		str_addf(out,
			 "%s a day stays until you go on; every later day waits as long. After %d "
			 "days taper asks whether to go on, go slower, or stay.",
			 first_amount(revision, text), HOLD_PROMPT_DAYS);
		if (present.on && !present.open)
			str_addf(out, " It takes the place of the hold up to %s.",
				 day_full(day_add(present.until, -1), day));
		return;
	}
	str_addf(out,
		 plural_of(revision->days,
			   "%s a day stays %d day longer, from %s; then the plan goes on where it "
			   "was. Every later day moves by as much, and nothing else changes.",
			   "%s a day stays %d days longer, from %s; then the plan goes on where it "
			   "was. Every later day moves by as much, and nothing else changes."),
		 first_amount(revision, text), revision->days, day_full(revision->from, day));
}

static void say_resume(const struct draft *draft, struct str *out)
{
	struct course_hold hold = course_hold_at(&draft->course, draft->ask.today);
	struct day from = draft->preview.revision.from;
	int32_t held = day_between(hold.since, from);
	char day[DAY_TEXT_SIZE];

	str_addf(out, "From %s the plan goes on where it was. ", day_full(from, day));
	if (held <= 0)
		str_add(out, "No day was held.");
	else
		str_addf(out,
			 plural_of(held,
				   "It was held for %d day, and every later day moved by as much.",
				   "It was held for %d days, and every later day moved by as "
				   "much."),
			 held);
}

static void say_slow(const struct draft *draft, struct str *out)
{
	const struct revision *revision = &draft->preview.revision;
	char text[AMOUNT_TEXT_SIZE];

	str_addf(out,
		 "The present amount keeps its days. From the next step on every cut is %s of what "
		 "the plan file says, in the same rhythm.",
		 rate_text((struct rate){.bp = revision->factor}, text));
}

/* Made within as many days before, and not taken back. */
static bool back_before(const struct draft *draft)
{
	const struct course *course = &draft->course;

	for (size_t i = 0; i < course->count; i++) {
		const struct revision *revision = &course->revisions[i];

		if (revision->kind == REVISION_BACK &&
		    day_between(revision->from, draft->preview.revision.from) <= BACK_AGAIN_DAYS)
			return true;
	}
	return false;
}

static void say_back(const struct draft *draft, struct str *out)
{
	const struct revision *revision = &draft->preview.revision;
	char text[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE], factor[AMOUNT_TEXT_SIZE];

	str_addf(out,
		 "%s a day for %d days from %s, the level before this one. After that the cuts are "
		 "%s of what the plan file says. It is a step in the plan, not the end of it.",
		 first_amount(revision, text), revision->days, day_full(revision->from, day),
		 rate_text((struct rate){.bp = revision->factor}, factor));
	if (back_before(draft))
		str_addf(out,
			 "\nThis is the second step back within %d days. A doctor or another "
			 "professional can make this easier; it is a good time to ask one.",
			 BACK_AGAIN_DAYS);
}

static void say_replan(const struct draft *draft, struct str *out)
{
	const struct schedule *schedule = &draft->preview.revision.schedule;
	int decimals = app_decimals(schedule->unit, schedule->measure);
	char from[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE], text[AMOUNT_TEXT_SIZE];

	str_addf(out, "%s goes on from %s%s, on %s with %s a day.", draft->preview.revision.title,
		 amount_fixed_with_unit(schedule->start, decimals, schedule->unit, from),
		 draft->preview.from_recent ? ", which is what you took lately" : "",
		 day_full(draft->preview.revision.from, day),
		 first_amount(&draft->preview.revision, text));
	if (schedule->start.nano < draft->limit.nano)
		str_addf(out, "\n%s", tolerance);
	str_addf(out, "\n%s", plan_start_notice());
}

static void say_stop(const struct draft *draft, struct str *out)
{
	char day[DAY_TEXT_SIZE];

	str_addf(out,
		 "From %s no plan is in use. Its history stays, and the log goes on.\n"
		 "Ending a plan does not ask you to stop at once: what you take is yours to "
		 "choose. %s",
		 day_full(draft->preview.revision.from, day), tolerance);
}

void revise_say(const struct draft *draft, struct str *out)
{
	switch (draft->preview.revision.kind) {
	case REVISION_HOLD:
		say_hold(draft, out);
		break;
	case REVISION_RESUME:
		say_resume(draft, out);
		break;
	case REVISION_SLOW:
		say_slow(draft, out);
		break;
	case REVISION_BACK:
		say_back(draft, out);
		break;
	case REVISION_REPLAN:
		say_replan(draft, out);
		break;
	case REVISION_STOP:
		say_stop(draft, out);
		break;
	case REVISION_START:
	case REVISION_KIND_COUNT:
		break;
	}
}
