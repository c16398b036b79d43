/* SPDX-License-Identifier: MIT */
/*
 * Lines of a calendar file: escaped, folded at 75 octets, ended by CR LF.
 */
#ifndef ICS_LINE_H
#define ICS_LINE_H

#include "base/str.h"
#include "engine/day.h"

enum { ICS_TIME_SIZE = 32, ICS_DATE_LEN = 8 };

/* Adds text as a value: cleaned, with \, ; , and line breaks escaped. */
void ics_add_text(struct str *line, const char *text);

/* Adds the line, folded, to out and empties it. */
void ics_end_line(struct str *line, struct str *out);

/* "20261208". buf holds ICS_TIME_SIZE. Returns buf. */
const char *ics_date(struct day day, char *buf);

/* "20261121T141000Z". buf holds ICS_TIME_SIZE. Returns buf. */
const char *ics_utc(int64_t utc, char *buf);

#endif
