/* SPDX-License-Identifier: MIT */
#include "app/today.h"

#include <inttypes.h>
#include <string.h>

#include "engine/moment.h"

enum { WORD_MAX = 16 };

static void add_amount(const struct today *today, struct amount amount, struct str *out)
{
	char text[AMOUNT_TEXT_SIZE];

	str_add(out, amount_fixed(amount, today->decimals, text));
}

static void add_taken(const struct today *today, struct str *out)
{
	add_amount(today, today->taken, out);
}

static void add_target(const struct today *today, struct str *out)
{
	if (today->has_plan)
		add_amount(today, today->target, out);
}

static void add_left(const struct today *today, struct str *out)
{
	if (today->has_plan)
		add_amount(today, today->left, out);
}

static void add_above(const struct today *today, struct str *out)
{
	if (today->has_plan)
		add_amount(today, today->above, out);
}

static void add_unit(const struct today *today, struct str *out)
{
	str_add(out, unit_name(today->unit));
}

static void add_percent(const struct today *today, struct str *out)
{
	if (today->has_plan && today->target.nano > 0)
		str_addf(out, "%" PRId32,
			 (amount_ratio(today->taken, today->target).bp + 50) / 100);
}

static void add_doses(const struct today *today, struct str *out)
{
	str_addf(out, "%d", today->doses_taken);
}

static void add_next(const struct today *today, struct str *out)
{
	char text[MOMENT_TEXT_SIZE];

	if (today->has_next_dose && today->next_wall >= 0)
		str_add(out, minute_text((int16_t)(today->next_wall % MINUTES_A_DAY), text));
}

static void add_next_amount(const struct today *today, struct str *out)
{
	if (today->has_next_dose)
		add_amount(today, today->next_amount, out);
}

/* Minutes until the next dose; what is due already is 0. */
static void add_wait(const struct today *today, struct str *out)
{
	int64_t wait = today->next_wall - today->now_wall;

	if (today->has_next_dose && today->next_wall >= 0)
		str_addf(out, "%" PRId64, wait > 0 ? wait : 0);
}

static void add_step(const struct today *today, struct str *out)
{
	char text[DAY_TEXT_SIZE];

	if (today->has_next_step)
		str_add(out, day_iso(today->next_step, text));
}

static void add_day(const struct today *today, struct str *out)
{
	if (today->has_plan)
		str_addf(out, "%" PRId32, today->plan_day);
}

static void add_days(const struct today *today, struct str *out)
{
	if (today->has_plan)
		str_addf(out, "%" PRId32, today->plan_days);
}

static void add_plan(const struct today *today, struct str *out)
{
	if (today->has_plan)
		str_add(out, today->plan_name);
}

/* One word for a colour: what a status bar can go by. */
static void add_state(const struct today *today, struct str *out)
{
	const char *state = "below";

	if (!today->has_plan)
		state = "no-plan";
	else if (today->above.nano > 0)
		state = "above";
	else if (today->left.nano == 0)
		state = "all-taken";
	str_add(out, state);
}

static const struct {
	const char *word;
	void (*add)(const struct today *today, struct str *out);
} words[] = {
	{"taken", add_taken}, {"target", add_target}, {"left", add_left},
	{"above", add_above}, {"unit", add_unit},     {"percent", add_percent},
	{"doses", add_doses}, {"next", add_next},     {"amount", add_next_amount},
	{"wait", add_wait},   {"step", add_step},     {"day", add_day},
	{"days", add_days},   {"plan", add_plan},     {"state", add_state},
};

const char *today_format_word(size_t i)
{
	return i < sizeof(words) / sizeof(words[0]) ? words[i].word : NULL;
}

static bool unknown(const char *word, size_t len, struct err *err)
{
	struct str all = STR_INIT;

	for (size_t i = 0; today_format_word(i) != NULL; i++)
		str_addf(&all, "%s{%s}", i > 0 ? " " : "", today_format_word(i));
	err_set(err, ERR_USAGE, "there is no {%.*s}; there are %s",
		(int)(len < WORD_MAX ? len : WORD_MAX), word, all.data);
	str_free(&all);
	return false;
}

static bool add_word(const struct today *today, const char *word, size_t len, struct str *out,
		     struct err *err)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strlen(words[i].word) == len && strncmp(words[i].word, word, len) == 0) {
			words[i].add(today, out);
			return true;
		}
	}
	return unknown(word, len, err);
}

bool today_format(const struct today *today, const char *format, struct str *out, struct err *err)
{
	struct str line = STR_INIT;

	while (*format != '\0') {
		size_t len = *format == '{' ? strspn(format + 1, "abcdefghijklmnopqrstuvwxyz-") : 0;

		if (len == 0 || format[1 + len] != '}') {
			str_add_char(&line, *format++);
		} else if (add_word(today, format + 1, len, &line, err)) {
			format += len + 2;
		} else {
			str_free(&line);
			return false;
		}
	}
	str_append(out, &line);
	return true;
}
