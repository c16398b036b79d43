/* SPDX-License-Identifier: MIT */
/*
 * Trends as short sections for a person, and as JSON for programs, whose keys are a promise. Knows words and bars; where figures
 * rest on too little it says so.
 */
#ifndef STATS_VIEW_H
#define STATS_VIEW_H

#include "session.h"

#include "app/stats.h"

/* Each adds all of it to what is printed. */
void stats_view_text(struct session *session, const struct stats *stats);
void stats_view_json(struct session *session, const struct stats *stats);

/* Adds bars for the hours of the day, which begins at an hour, as wide as fits. */
void stats_view_hours(const struct stats_hours *hours, int first_hour, const struct looks *looks,
		      struct str *out);

/* Adds one bar of so many columns at most, part/whole of them long, at least a trace of one where part is above 0. */
void stats_view_bar(int64_t part, int64_t whole, int columns, const struct looks *looks,
		    struct str *out);

#endif
