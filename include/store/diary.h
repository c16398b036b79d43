/* SPDX-License-Identifier: MIT */
/*
 * Check-ins, urges, notes and answers in the store, kept as doses are: every change can be undone, nothing is
 * overwritten, an edited entry keeps its id. Values are valid (see engine/diary.h) before they come here. what is the
 * words for the list of changes, shorter than 160 bytes.
 */
#ifndef STORE_DIARY_H
#define STORE_DIARY_H

#include "engine/diary.h"
#include "store/store.h"

/* Which kind of living entry an id names. ERR_NOT_FOUND where there is none. */
MUST_USE bool store_entry_kind(struct store *store, int64_t id, enum entry_kind *kind,
			       struct err *err);

/* Removes one entry. ERR_NOT_FOUND where there is none of that kind. */
MUST_USE bool store_entry_remove(struct store *store, enum entry_kind kind, int64_t id,
				 int64_t now_utc, const char *what, struct err *err);

/*
 * Adds one and gives its id; gives one, to be freed; replaces one by its id. ERR_NOT_FOUND where there is none. The walks
 * are as store_dose_walk's.
 */
MUST_USE bool store_checkin_add(struct store *store, const struct checkin *checkin, int64_t now_utc,
				const char *what, int64_t *id, struct err *err);
MUST_USE bool store_checkin_get(struct store *store, int64_t id, struct checkin *checkin,
				struct err *err);
MUST_USE bool store_checkin_edit(struct store *store, const struct checkin *checkin,
				 int64_t now_utc, const char *what, struct err *err);
typedef bool checkin_visit(void *context, const struct checkin *checkin, struct err *err);
MUST_USE bool store_checkin_walk(struct store *store, struct span span, bool backward,
				 checkin_visit *visit, void *context, struct err *err);

MUST_USE bool store_urge_add(struct store *store, const struct urge *urge, int64_t now_utc,
			     const char *what, int64_t *id, struct err *err);
MUST_USE bool store_urge_get(struct store *store, int64_t id, struct urge *urge, struct err *err);
MUST_USE bool store_urge_edit(struct store *store, const struct urge *urge, int64_t now_utc,
			      const char *what, struct err *err);
typedef bool urge_visit(void *context, const struct urge *urge, struct err *err);
MUST_USE bool store_urge_walk(struct store *store, struct span span, bool backward,
			      urge_visit *visit, void *context, struct err *err);

MUST_USE bool store_note_add(struct store *store, const struct note *note, int64_t now_utc,
			     const char *what, int64_t *id, struct err *err);
MUST_USE bool store_note_get(struct store *store, int64_t id, struct note *note, struct err *err);
MUST_USE bool store_note_edit(struct store *store, const struct note *note, int64_t now_utc,
			      const char *what, struct err *err);
typedef bool note_visit(void *context, const struct note *note, struct err *err);
MUST_USE bool store_note_walk(struct store *store, struct span span, bool backward,
			      note_visit *visit, void *context, struct err *err);

/* Adds one set of answers; those given before are kept. */
MUST_USE bool store_answers_add(struct store *store, const struct answers *answers, int64_t now_utc,
				const char *what, int64_t *id, struct err *err);

/* The newest answers of a kind, to be freed. ERR_NOT_FOUND where there are none. */
MUST_USE bool store_answers_last(struct store *store, const char *kind, struct answers *answers,
				 struct err *err);

/* Walks all answers in the order they were given. */
typedef bool answers_visit(void *context, const struct answers *answers, struct err *err);
MUST_USE bool store_answers_walk(struct store *store, answers_visit *visit, void *context,
				 struct err *err);

/* The same for those of one kind given at from_utc or later. */
MUST_USE bool store_answers_of(struct store *store, const char *kind, int64_t from_utc,
			       answers_visit *visit, void *context, struct err *err);

/* The answers a change brought, in force or undone, to be freed. ERR_NOT_FOUND where it brought none. */
MUST_USE bool store_change_answers(struct store *store, const struct change *change,
				   struct answers *answers, struct err *err);

#endif
