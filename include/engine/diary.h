/* SPDX-License-Identifier: MIT */
/*
 * What a person tells taper besides doses: how a day felt, urges and what became of them, notes, and answers to
 * taper's own questions. Plain values, timed as doses are. Knows neither the list of symptoms nor what follows from
 * an answer.
 */
#ifndef ENGINE_DIARY_H
#define ENGINE_DIARY_H

#include "engine/moment.h"

#include <stddef.h>

enum {
	SCORE_ITEM_SIZE = 32,
	SCORE_WORST = 4,
	CHECKIN_SCORE_MAX = 64,
	CHECKIN_NOTE_MAX = 2000,
	SLEEP_UNKNOWN = -1,
	URGE_SECONDS_MAX = 86400,
	URGE_TAGS_MAX = 200,
	URGE_HELPED_MAX = 200,
	URGE_NOTE_MAX = 2000,
	NOTE_TEXT_MAX = 20000,
	ANSWERS_KIND_SIZE = 32,
	ANSWERS_BODY_MAX = 8000,
};

/* What an id can name. */
enum entry_kind { ENTRY_DOSE, ENTRY_CHECKIN, ENTRY_URGE, ENTRY_NOTE, ENTRY_KIND_COUNT };

/* "dose", "check-in", "urge", "note": words for a person and JSON. */
const char *entry_kind_name(enum entry_kind kind);

/* One item of a check-in. */
struct score {
	char item[SCORE_ITEM_SIZE]; /* a symptom's id, see engine/symptom.h */
	int8_t value;               /* 0 (none) to 4 (extreme) */
};

struct checkin {
	int64_t id;            /* short and stable; 0 before it is stored */
	int64_t utc;           /* seconds */
	int16_t utc_offset;    /* minutes east */
	int16_t sleep_minutes; /* of the night before; SLEEP_UNKNOWN where it was not said */
	struct score *scores;  /* owned; each item once */
	size_t count, cap;
	char *note; /* owned; never NULL in a stored one, "" for none */
};

#define CHECKIN_INIT                                                                               \
	{                                                                                          \
		.sleep_minutes = SLEEP_UNKNOWN                                                     \
	}

void checkin_free(struct checkin *checkin);

/* A copy that owns its own memory; *to is overwritten, not freed. */
void checkin_copy(struct checkin *to, const struct checkin *from);

/* An item's value, or -1 where it was not rated. */
int checkin_score(const struct checkin *checkin, const char *item);

/* Sets an item's value, over one that is there. The caller's word that the item fits; checkin_valid proves the rest. */
void checkin_set(struct checkin *checkin, const char *item, int value);

/* The mean of all items in hundredths of a point, rounded half up; -1 where none was rated. */
int checkin_mean(const struct checkin *checkin);

/* Proves ranges, lengths and valid UTF-8; a NULL note becomes "". ERR_INVALID names the field; also where it says nothing. */
MUST_USE bool checkin_valid(struct checkin *checkin, struct err *err);

/* What became of an urge. */
enum urge_outcome { URGE_OPEN, URGE_RODE_OUT, URGE_TOOK, URGE_OUTCOME_COUNT };

struct urge {
	int64_t id, utc;    /* utc: when it began, as far as is known */
	int16_t utc_offset; /* minutes east */
	int32_t seconds;    /* how long it was timed or said to last; 0 where that is not known */
	enum urge_outcome outcome;
	char *tags;   /* owned; what set it off, words parted by one blank; "" for none */
	char *helped; /* owned; own words; "" for none */
	char *note;   /* owned; "" for none */
};

#define URGE_INIT                                                                                  \
	{                                                                                          \
		.tags = NULL                                                                       \
	}

void urge_free(struct urge *urge);
void urge_copy(struct urge *to, const struct urge *from);

/* As checkin_valid; tags become one blank apart, as a dose's. */
MUST_USE bool urge_valid(struct urge *urge, struct err *err);

/* "open", "rode-it-out", "took": stable words for the store, the command line and JSON. */
const char *urge_outcome_name(enum urge_outcome outcome);

/* The outcome a word names; false where none does. */
MUST_USE bool urge_outcome_read(const char *word, enum urge_outcome *outcome);

/* A note of the journal. */
struct note {
	int64_t id, utc;
	int16_t utc_offset;
	char *text; /* owned; may have several lines */
};

#define NOTE_INIT                                                                                  \
	{                                                                                          \
		.text = NULL                                                                       \
	}

void note_free(struct note *note);
void note_copy(struct note *to, const struct note *from);

/* As checkin_valid; blanks and line ends go from the end of the text. ERR_INVALID where nothing is left. */
MUST_USE bool note_valid(struct note *note, struct err *err);

/* Answers to one set of questions of taper's own, such as the safety questions. */
struct answers {
	int64_t id, utc;
	int16_t utc_offset;
	char kind[ANSWERS_KIND_SIZE]; /* which questions: "safety" */
	char *body;                   /* owned; lines "key value", as their owner writes them */
};

#define ANSWERS_INIT                                                                               \
	{                                                                                          \
		.body = NULL                                                                       \
	}

void answers_free(struct answers *answers);
void answers_copy(struct answers *to, const struct answers *from);

/* As checkin_valid. */
MUST_USE bool answers_valid(struct answers *answers, struct err *err);

/* Minutes on the wall since 1970-01-01 00:00: what all of these are ordered and grouped by. */
int64_t diary_wall(int64_t utc, int16_t utc_offset);

#endif
