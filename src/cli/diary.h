/* SPDX-License-Identifier: MIT */
/*
 * Check-ins, urges and notes as the command line shows and changes them. Knows words and layout; the rules are app's.
 */
#ifndef DIARY_H
#define DIARY_H

#include "app/checkin.h"
#include "app/urge.h"
#include "session.h"
#include "typed.h"

/* One as an object, with its kind and the day it counts for. */
void diary_json_checkin(const struct session *session, struct json *json, const char *key,
			const struct checkin *checkin);
void diary_json_urge(const struct session *session, struct json *json, const char *key,
		     const struct urge *urge);
void diary_json_note(const struct session *session, struct json *json, const char *key,
		     const struct note *note);

/* Shows one in full, as text or JSON. */
MUST_USE bool diary_show(struct session *session, enum entry_kind kind, int64_t id,
			 struct err *err);
MUST_USE bool diary_show_checkin(struct session *session, const struct checkin *checkin,
				 struct err *err);

/* Adds "urge on Fri 20 Nov 2026 at 15:10 (id 12)", for what is removed or changed. */
MUST_USE bool diary_add_words(struct session *session, enum entry_kind kind, int64_t id,
			      struct err *err);

/* Changes one by what was typed after its id. */
MUST_USE bool diary_edit(struct session *session, int64_t id, enum entry_kind kind,
			 struct err *err);

/* Adds what the person planned for any of these tags (one blank apart); nothing where the output is JSON or there is none. */
void diary_add_plans(struct session *session, const char *tags);

/* A check-in as typed with its options; borrowed from both. */
struct checkin_request diary_request(const struct session *session, const struct typed *typed);

/* Says or gives as JSON what was stored: "checked in for Sat 21 Nov 2026 (id 3)". */
MUST_USE bool diary_say_checked(struct session *session, const struct checked_in *checked,
				struct err *err);
void diary_say_urge(struct session *session, const char *verb, const struct urge_logged *logged);

/* "median 11 min", "1 h 5 min": how long, to the minute, at least one. */
void diary_add_lasted(int32_t seconds, struct str *out);

/* A text of several lines, each broken to fit, after so many blanks. */
void diary_add_lines(const struct session *session, int indent, const char *text, struct str *out);

/* The items of the days with the cuts, for 'check-in --trend'. */
void diary_trend_text(struct session *session, const struct checkin_series *series);
void diary_trend_json(struct session *session, const struct checkin_series *series);

/* What urges say together. */
void diary_urge_stats(struct session *session, const struct urge_stats *stats);

#endif
