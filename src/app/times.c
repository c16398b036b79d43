/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "app_private.h"

/* The person's times, in the order of the clock. */
struct times {
	int16_t minutes[PLAN_SLOT_MAX];
	size_t count;
};

static bool add_time(struct times *times, int16_t minute, struct err *err)
{
	char text[MOMENT_TEXT_SIZE];
	size_t at = times->count;

	for (size_t i = 0; i < times->count; i++) {
		if (times->minutes[i] == minute)
			return err_set(err, ERR_USAGE, "%s is there twice",
				       minute_text(minute, text));
	}
	if (times->count == PLAN_SLOT_MAX)
		return err_set(err, ERR_USAGE, "a day has at most %d doses", PLAN_SLOT_MAX);
	for (; at > 0 && times->minutes[at - 1] > minute; at--)
		times->minutes[at] = times->minutes[at - 1];
	times->minutes[at] = minute;
	times->count++;
	return true;
}

/* "08:00,13:00": parted by commas or blanks. */
static bool read_times(const char *asked, struct times *times, struct err *err)
{
	while (*asked != '\0') {
		size_t len = strcspn(asked, ", ");
		char word[32];
		int16_t minute;

		snprintf(word, sizeof(word), "%.*s", len < 30 ? (int)len : 30, asked);
		if (len > 0 && (!minute_read(word, &minute, err) || !add_time(times, minute, err)))
			return false;
		asked += len + strspn(asked + len, ", ");
	}
	return times->count > 0 ||
	       err_set(err, ERR_USAGE, "no time is named; write them like 08:00,13:00,18:00");
}

static const char *part_of_day(int16_t minute)
{
	static const struct {
		int16_t until;
		const char *name;
	} parts[] = {
		{4 * 60, "night"},      {11 * 60, "morning"}, {14 * 60, "midday"},
		{17 * 60, "afternoon"}, {21 * 60, "evening"}, {MINUTES_A_DAY, "night"},
	};
	size_t i = 0;

	while (minute >= parts[i].until)
		i++;
	return parts[i].name;
}

/* A second dose in the same part of the day has only its time to be called by. */
static void name_slot(struct plan *plan, size_t slot)
{
	const char *name = part_of_day(plan->slots[slot].minute);

	for (size_t i = 0; i < slot; i++) {
		if (strcmp(plan->slots[i].name, name) == 0)
			name = "";
	}
	snprintf(plan->slots[slot].name, sizeof(plan->slots[slot].name), "%s", name);
}

/* The usual order, counted from where the person's day begins: a dose at 01:00 is the last one of it. */
static void set_shrink(struct plan *plan, int16_t day_starts)
{
	size_t late = 0;

	while (late < plan->slot_count && plan->slots[late].minute < day_starts)
		late++;
	plan_default_shrink(plan);
	for (size_t i = 0; i < plan->slot_count; i++)
		plan->shrink[i] = (uint8_t)((plan->shrink[i] + late) % plan->slot_count);
}

static bool has_written_doses(const struct plan *plan)
{
	for (size_t i = 0; i < plan->phase_count; i++) {
		for (size_t k = 0; k < plan->phases[i].level_count; k++) {
			if (plan->phases[i].levels[k].has_doses)
				return true;
		}
	}
	return false;
}

bool plan_set_times(struct app *app, const char *asked, struct plan *plan, struct err *err)
{
	const struct settings *settings = &app->settings;
	struct times times = {.count = 0};
	bool written;

	if (asked != NULL && !read_times(asked, &times, err))
		return err_wrap(err, "--times");
	for (size_t i = 0; asked == NULL && i < settings->time_count; i++) {
		if (!add_time(&times, settings->times[i], err))
			return false;
	}
	written = has_written_doses(plan) && times.count != plan->slot_count;
	if (written && asked != NULL)
		return err_set(err, ERR_USAGE,
			       "--times: the plan has its doses written out, %zu a day; give as "
			       "many times",
			       plan->slot_count);
	if (times.count == 0 || written)
		return true;
	plan->slot_count = times.count;
	for (size_t i = 0; i < times.count; i++) {
		plan->slots[i] =
			(struct slot){.minute = times.minutes[i], .share = {.nano = AMOUNT_UNIT}};
		name_slot(plan, i);
	}
	set_shrink(plan, settings->day_starts);
	return plan_valid(plan, err);
}
