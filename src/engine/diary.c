/* SPDX-License-Identifier: MIT */
#include "engine/diary.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "valid.h"

int64_t diary_wall(int64_t utc, int16_t utc_offset)
{
	return moment_wall(moment_from_utc(utc, utc_offset));
}

const char *entry_kind_name(enum entry_kind kind)
{
	static const char *const names[ENTRY_KIND_COUNT] = {
		[ENTRY_DOSE] = "dose",
		[ENTRY_CHECKIN] = "check-in",
		[ENTRY_URGE] = "urge",
		[ENTRY_NOTE] = "note",
	};

	return names[kind];
}

void checkin_free(struct checkin *checkin)
{
	free(checkin->scores);
	free(checkin->note);
	*checkin = (struct checkin)CHECKIN_INIT;
}

void checkin_copy(struct checkin *to, const struct checkin *from)
{
	*to = *from;
	to->cap = from->count;
	to->scores = mem_alloc(from->count, sizeof(to->scores[0]));
	if (from->count > 0)
		memcpy(to->scores, from->scores, from->count * sizeof(to->scores[0]));
	to->note = mem_dup(from->note);
}

static struct score *find_score(const struct checkin *checkin, const char *item)
{
	for (size_t i = 0; i < checkin->count; i++) {
		if (strcmp(checkin->scores[i].item, item) == 0)
			return &checkin->scores[i];
	}
	return NULL;
}

int checkin_score(const struct checkin *checkin, const char *item)
{
	const struct score *score = find_score(checkin, item);

	return score == NULL ? -1 : score->value;
}

void checkin_set(struct checkin *checkin, const char *item, int value)
{
	struct score *score = find_score(checkin, item);

	if (score == NULL) {
		bool fits;

		checkin->scores = mem_grow(checkin->scores, &checkin->cap, checkin->count + 1,
					   sizeof(checkin->scores[0]));
		score = &checkin->scores[checkin->count++];
		fits = str_copy(score->item, sizeof(score->item), item);
		assert(fits);
		(void)fits;
	}
	score->value = (int8_t)value;
}

int checkin_mean(const struct checkin *checkin)
{
	int sum = 0, count = (int)checkin->count;

	if (count == 0)
		return -1;
	for (int i = 0; i < count; i++)
		sum += checkin->scores[i].value;
	return (200 * sum + count) / (2 * count);
}

static bool scores_valid(const struct checkin *checkin, struct err *err)
{
	if (checkin->count > CHECKIN_SCORE_MAX)
		return err_set(err, ERR_INVALID, "a check-in has at most %d items",
			       CHECKIN_SCORE_MAX);
	for (size_t i = 0; i < checkin->count; i++) {
		const struct score *score = &checkin->scores[i];
		char *item = checkin->scores[i].item;

		if (item[0] == '\0')
			return err_set(err, ERR_INVALID, "an item has no name");
		if (!valid_text("item", &item, SCORE_ITEM_SIZE - 1, err))
			return false;
		if (score->value < 0 || score->value > SCORE_WORST)
			return err_set(err, ERR_INVALID, "'%s' is rated %d, not 0 to %d",
				       score->item, score->value, SCORE_WORST);
		if (find_score(checkin, score->item) != score)
			return err_set(err, ERR_INVALID, "'%s' is rated twice", score->item);
	}
	return true;
}

bool checkin_valid(struct checkin *checkin, struct err *err)
{
	if (!valid_time(checkin->utc, checkin->utc_offset, err))
		return false;
	if (checkin->sleep_minutes != SLEEP_UNKNOWN &&
	    (checkin->sleep_minutes < 0 || checkin->sleep_minutes > MINUTES_A_DAY))
		return err_set(err, ERR_INVALID, "sleep is 0 to 24 hours");
	if (!scores_valid(checkin, err) ||
	    !valid_text("note", &checkin->note, CHECKIN_NOTE_MAX, err))
		return false;
	if (checkin->count == 0 && checkin->sleep_minutes == SLEEP_UNKNOWN &&
	    checkin->note[0] == '\0')
		return err_set(err, ERR_INVALID, "the check-in says nothing");
	return true;
}

void urge_free(struct urge *urge)
{
	free(urge->tags);
	free(urge->helped);
	free(urge->note);
	*urge = (struct urge)URGE_INIT;
}

void urge_copy(struct urge *to, const struct urge *from)
{
	*to = *from;
	to->tags = mem_dup(from->tags);
	to->helped = mem_dup(from->helped);
	to->note = mem_dup(from->note);
}

bool urge_valid(struct urge *urge, struct err *err)
{
	if (!valid_time(urge->utc, urge->utc_offset, err))
		return false;
	if (urge->seconds < 0 || urge->seconds > URGE_SECONDS_MAX)
		return err_set(err, ERR_INVALID, "an urge lasts 0 minutes to 24 hours");
	if ((int)urge->outcome < 0 || urge->outcome >= URGE_OUTCOME_COUNT)
		return err_set(err, ERR_INVALID, "the outcome is unknown");
	if (!valid_text("trigger", &urge->tags, URGE_TAGS_MAX, err) ||
	    !valid_text("helped", &urge->helped, URGE_HELPED_MAX, err) ||
	    !valid_text("note", &urge->note, URGE_NOTE_MAX, err))
		return false;
	valid_tidy_tags(urge->tags);
	return true;
}

static const char *const outcomes[URGE_OUTCOME_COUNT] = {
	[URGE_OPEN] = "open",
	[URGE_RODE_OUT] = "rode-it-out",
	[URGE_TOOK] = "took",
};

const char *urge_outcome_name(enum urge_outcome outcome)
{
	return outcomes[outcome];
}

bool urge_outcome_read(const char *word, enum urge_outcome *outcome)
{
	for (size_t i = 0; i < URGE_OUTCOME_COUNT; i++) {
		if (strcmp(word, outcomes[i]) == 0) {
			*outcome = (enum urge_outcome)i;
			return true;
		}
	}
	return false;
}

void note_free(struct note *note)
{
	free(note->text);
	*note = (struct note)NOTE_INIT;
}

void note_copy(struct note *to, const struct note *from)
{
	*to = *from;
	to->text = mem_dup(from->text);
}

bool note_valid(struct note *note, struct err *err)
{
	size_t len;

	if (!valid_time(note->utc, note->utc_offset, err) ||
	    !valid_text("text", &note->text, NOTE_TEXT_MAX, err))
		return false;
	len = strlen(note->text);
	while (len > 0 && strchr(" \t\r\n", note->text[len - 1]) != NULL)
		len--;
	note->text[len] = '\0';
	return len > 0 || err_set(err, ERR_INVALID, "the note is empty");
}

void answers_free(struct answers *answers)
{
	free(answers->body);
	*answers = (struct answers)ANSWERS_INIT;
}

void answers_copy(struct answers *to, const struct answers *from)
{
	*to = *from;
	to->body = mem_dup(from->body);
}

bool answers_valid(struct answers *answers, struct err *err)
{
	char *kind = answers->kind;

	if (kind[0] == '\0')
		return err_set(err, ERR_INVALID, "the kind of the answers is missing");
	return valid_time(answers->utc, answers->utc_offset, err) &&
	       valid_text("kind", &kind, ANSWERS_KIND_SIZE - 1, err) &&
	       valid_text("answers", &answers->body, ANSWERS_BODY_MAX, err);
}
