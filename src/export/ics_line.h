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
void ics_add_text(struct str *out, const char *text);

/* Ends the line that begins there, folded where it is too long. */
void ics_end_line(struct str *out, size_t begin);

/* "20261208". buf holds ICS_TIME_SIZE. Returns buf. */
const char *ics_date(struct day day, char *buf);

/* "20261121T141000Z". buf holds ICS_TIME_SIZE. Returns buf. */
const char *ics_utc(int64_t utc, char *buf);

#endif
