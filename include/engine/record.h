/* SPDX-License-Identifier: MIT */
/*
 * Any one thing a person's store holds, whichever kind it is of: what goes out and comes in when everything does. Knows the
 * kinds and what is true of each; not how they are kept or written.
 */
#ifndef ENGINE_RECORD_H
#define ENGINE_RECORD_H

#include "engine/course.h"
#include "engine/diary.h"
#include "engine/dose.h"

enum record_kind {
	RECORD_REVISION,
	RECORD_CHECKIN,
	RECORD_URGE,
	RECORD_NOTE,
	RECORD_ANSWERS,
	RECORD_DOSE,
	RECORD_KIND_COUNT
};

/* Borrowed; the one that kind names. */
struct record {
	enum record_kind kind;
	struct revision *revision;
	struct checkin *checkin;
	struct urge *urge;
	struct note *note;
	struct answers *answers;
	struct dose *dose;
};

/* "doses", "check_ins": the word for all of a kind, in files and JSON. */
const char *record_kind_word(enum record_kind kind);

int64_t record_id(const struct record *record);

/* When it was: UTC seconds. A revision: when it was made. */
int64_t record_utc(const struct record *record);

/* How far the wall was from UTC then, in minutes east. A revision: 0. */
int16_t record_offset(const struct record *record);

/* As dose_valid and its like. */
MUST_USE bool record_valid(struct record *record, struct err *err);

/*
 * Proves what every revision holds: lengths, units, and levels and steps that follow one another with doses that add up.
 * ERR_INVALID names what does not. That its plan text can be read is not proved.
 */
MUST_USE bool revision_valid(const struct revision *revision, struct err *err);

#endif
