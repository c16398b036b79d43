/* SPDX-License-Identifier: MIT */
#include "engine/safety.h"

#include <string.h>

size_t safety_find(const struct safety_book *book, const char *id)
{
	size_t i = 0;

	while (i < book->count && strcmp(book->questions[i].id, id) != 0)
		i++;
	return i;
}

bool safety_unit_asks(enum unit unit)
{
	return unit == UNIT_ML || unit == UNIT_TABLET || unit == UNIT_MG;
}

void safety_write(const struct safety_book *book, const struct safety_answers *answers,
		  struct str *out)
{
	str_addf(out, "product %s\nunit %s\nagrees %s\n", answers->product,
		 unit_name(answers->unit), answers->agrees ? "yes" : "no");
	if (answers->mark[0] != '\0')
		str_addf(out, "book %s\n", answers->mark);
	for (size_t i = 0; i < book->count; i++) {
		if (answers->asked[i])
			str_addf(out, "%s %s\n", answers->yes[i] ? "yes" : "no",
				 book->questions[i].id);
	}
}

static void read_line(const struct safety_book *book, const char *key, const char *value,
		      struct safety_answers *answers)
{
	bool yes = strcmp(key, "yes") == 0;
	size_t question;

	if (strcmp(key, "product") == 0) {
		if (!str_copy(answers->product, sizeof(answers->product), value))
			answers->product[0] = '\0';
	} else if (strcmp(key, "unit") == 0) {
		answers->unit = unit_from_text(value);
	} else if (strcmp(key, "agrees") == 0) {
		answers->agrees = strcmp(value, "yes") == 0;
	} else if (strcmp(key, "book") == 0) {
		if (!str_copy(answers->mark, sizeof(answers->mark), value))
			answers->mark[0] = '\0';
	} else if (yes || strcmp(key, "no") == 0) {
		answers->any = answers->any || yes;
		question = safety_find(book, value);
		if (question < book->count) {
			answers->asked[question] = true;
			answers->yes[question] = yes;
		}
	}
}

void safety_read(const struct safety_book *book, const char *text, struct safety_answers *answers)
{
	struct str line = STR_INIT;

	*answers = (struct safety_answers){.unit = UNIT_NONE};
	while (*text != '\0') {
		size_t len = strcspn(text, "\n");
		char *blank;

		str_reset(&line);
		str_add_bytes(&line, text, len);
		blank = strchr(line.data, ' ');
		if (blank != NULL) {
			*blank = '\0';
			read_line(book, line.data, blank + 1, answers);
		}
		text += len + (text[len] == '\n');
	}
	str_free(&line);
}

/* The first yes of a gate, or count. */
static size_t first_yes(const struct safety_book *book, const struct safety_answers *answers,
			enum safety_gate gate)
{
	size_t i = 0;

	while (i < book->count && !(answers->yes[i] && book->questions[i].gate == gate))
		i++;
	return i;
}

static bool all_asked(const struct safety_book *book, const struct safety_answers *answers)
{
	for (size_t i = 0; i < book->count; i++) {
		if (!answers->asked[i] && book->questions[i].gate != SAFETY_NOTE)
			return false;
	}
	return true;
}

static bool is_old(struct safety_now now)
{
	return now.today.n - now.answered.n > SAFETY_YEAR;
}

bool safety_same_product(const struct safety_answers *answers, struct safety_now now)
{
	return strcmp(answers->product, now.product) == 0 && answers->unit == now.unit;
}

bool safety_lasts(const struct safety_answers *answers, struct safety_now now, const char *mark)
{
	return mark[0] != '\0' && strcmp(answers->mark, mark) == 0 && !is_old(now) &&
	       safety_same_product(answers, now);
}

enum safety_stand safety_stand(const struct safety_book *book, const struct safety_answers *answers,
			       struct safety_now now, size_t *question)
{
	*question = book->count;
	if (answers == NULL)
		return SAFETY_UNASKED;
	*question = first_yes(book, answers, SAFETY_STOP);
	if (*question < book->count)
		return SAFETY_STOPPED;
	if (is_old(now))
		return SAFETY_OLD;
	if (!safety_same_product(answers, now) || !all_asked(book, answers))
		return SAFETY_CHANGED;
	if (answers->agrees)
		return SAFETY_FREE;
	*question = first_yes(book, answers, SAFETY_ASK);
	if (*question < book->count || safety_unit_asks(now.plan_unit) ||
	    safety_unit_asks(now.unit))
		return SAFETY_CLINICIAN;
	return SAFETY_FREE;
}
