/* SPDX-License-Identifier: MIT */
/*
 * The safety questions, the answers to them, and what follows for a plan. Values and rules; does not know where the
 * questions are kept, nor what else the person may do: logging and help are never a matter of these.
 */
#ifndef ENGINE_SAFETY_H
#define ENGINE_SAFETY_H

#include "base/str.h"
#include "engine/day.h"
#include "engine/dose.h"

enum {
	SAFETY_ID_SIZE = 32,
	SAFETY_NAME_SIZE = 64,
	SAFETY_ASK_SIZE = 240,
	SAFETY_WHY_SIZE = 320,
	SAFETY_SOURCE_SIZE = 48,
	SAFETY_SOURCE_MAX = 4,
	SAFETY_QUESTION_MAX = 32,
	SAFETY_CONSENT_SIZE = 400,
	SAFETY_CONSENT_MAX = 8,
	SAFETY_MARK_SIZE = 17,
	SAFETY_YEAR = 365, /* days after which the questions are asked again */
};

/* What a yes means for a plan. */
enum safety_gate {
	SAFETY_STOP, /* none is begun; nothing unlocks it */
	SAFETY_ASK,  /* none is begun until a clinician knows and agrees */
	SAFETY_NOTE, /* something to mind, and nothing more */
	SAFETY_GATE_COUNT
};

/* All texts are one line. */
struct safety_question {
	char id[SAFETY_ID_SIZE];     /* "pregnant": what is typed */
	char name[SAFETY_NAME_SIZE]; /* "pregnancy or breastfeeding": how it is told */
	enum safety_gate gate;
	char ask[SAFETY_ASK_SIZE];
	char why[SAFETY_WHY_SIZE];  /* why it is asked */
	char whom[SAFETY_ASK_SIZE]; /* who helps, where the answer is yes */
	char sources[SAFETY_SOURCE_MAX][SAFETY_SOURCE_SIZE]; /* of why; none: taper's own setting */
	size_t source_count;
};

struct safety_book {
	char consent[SAFETY_CONSENT_MAX][SAFETY_CONSENT_SIZE]; /* what taper is and is not */
	size_t consent_count;
	struct safety_question questions[SAFETY_QUESTION_MAX];
	size_t count;
};

/* One person's answers, question by question of a book. */
struct safety_answers {
	bool yes[SAFETY_QUESTION_MAX];
	bool asked[SAFETY_QUESTION_MAX]; /* false: the question came later, and has no answer */
	bool any;    /* safety_read: a line said yes, be it to a question the book has no more */
	bool agrees; /* a clinician knows, and agrees */
	char product[DOSE_PRODUCT_SIZE]; /* the usual one, and its unit, when they were given */
	enum unit unit;
	char mark
		[SAFETY_MARK_SIZE]; /* of the book that was answered, and asked all it had; "" where that was not kept */
};

/* What stands between a person and a plan. */
enum safety_stand {
	SAFETY_FREE,      /* nothing */
	SAFETY_UNASKED,   /* the questions were never answered */
	SAFETY_OLD,       /* more than a year ago */
	SAFETY_CHANGED,   /* for another product, or a question is new */
	SAFETY_STOPPED,   /* a yes that stops */
	SAFETY_CLINICIAN, /* a yes, or a product, for which a clinician is to be asked first */
};

/* What they are judged against. */
struct safety_now {
	struct day answered, today;
	const char *product; /* the usual one, and its unit */
	enum unit unit;
	enum unit plan_unit; /* of the plan to begin; UNIT_NONE for none in mind */
};

/* The number of the question in the book; count where there is none of that id. */
size_t safety_find(const struct safety_book *book, const char *id);

/* The answers as lines "key value", added to out; and back, where lines that mean nothing any more are passed over. */
void safety_write(const struct safety_book *book, const struct safety_answers *answers,
		  struct str *out);
void safety_read(const struct safety_book *book, const char *text, struct safety_answers *answers);

/* Where the answers leave a plan; NULL: there are none. *question is the one that decides, or count. */
enum safety_stand safety_stand(const struct safety_book *book, const struct safety_answers *answers,
			       struct safety_now now, size_t *question);

/* True where answers to the book of that mark are neither old nor for something else: they are not asked for again. */
bool safety_lasts(const struct safety_answers *answers, struct safety_now now, const char *mark);

/* True where they were given for the product and unit of now. */
bool safety_same_product(const struct safety_answers *answers, struct safety_now now);

/* True for units that only products other than plain leaf are counted in. */
bool safety_unit_asks(enum unit unit);

#endif
