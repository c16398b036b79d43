/* SPDX-License-Identifier: MIT */
/*
 * What the readers of other programs' logs share: which entries are meant, amounts and times as those programs write them.
 */
#ifndef TRACKER_H
#define TRACKER_H

#include "csv_when.h"
#include "pick.h"

extern const struct entries_format entries_csv, entries_herbal_json, entries_herbal_csv,
	entries_psychonaut, entries_medtimer_json, entries_medtimer_csv;

/* True where a substance is the one that is meant; else it is counted among what was left aside. */
bool tracker_wants(struct entries *entries, const char *name);

/* A number as JSON writes it, in units; more than three decimals are rounded, and counted. ERR_INVALID. */
MUST_USE bool tracker_read_number(struct entries *entries, const char *text, struct amount *amount,
				  struct err *err);

/* "2.5 g", "2 caps": ERR_INVALID where neither it nor the person says a unit. */
MUST_USE bool tracker_read_amount(const struct entries *entries, const char *text,
				  struct dose *dose, struct err *err);

/* The unit a word names, or else the one the person said. ERR_INVALID asks for --unit. */
MUST_USE bool tracker_read_unit(const struct entries *entries, const char *word, enum unit *unit,
				struct err *err);

/* RFC 3339 in UTC is seen from here; a time without an offset is one on the wall here. */
MUST_USE bool tracker_read_time(const struct entries *entries, const char *text, struct dose *dose,
				struct err *err);

/* A moment in UTC seconds, seen from here. */
void tracker_set_utc(const struct entries *entries, int64_t utc, struct dose *dose);

/* The product's name; the usual one where there is none. ERR_INVALID where it is too long. */
MUST_USE bool tracker_set_product(const struct entries *entries, const char *name,
				  struct dose *dose, struct err *err);

#endif
