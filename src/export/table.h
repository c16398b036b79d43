/* SPDX-License-Identifier: MIT */
/*
 * Another program's log as a table, record by record: what its readers share.
 */
#ifndef TABLE_H
#define TABLE_H

#include "tracker.h"

/* The state of a table's reader. */
struct table_entries {
	struct csv csv;
	size_t columns; /* that the header has */
	bool good;      /* nothing bad in the record so far */
	struct dose dose;
};

/* From the beginning, behind the header, which has so many columns in the format that is read. */
MUST_USE bool table_entries_open(struct entries *entries, size_t columns, struct err *err);
void table_entries_close(struct entries *entries);

/* The next record with as many values as there are columns; false at the end, or with err filled. */
MUST_USE bool table_entries_next(struct entries *entries, int *line, struct err *err);

/* A value of the record, without the blanks round it and what keeps it from a spreadsheet; to be changed in place at will. */
char *table_value(const struct entries *entries, size_t column);

/* Tells what is wrong with the record. */
void table_refuse(struct entries *entries, const char *column, const struct err *err);

/* True where the dose read from the record is good and valid; else it is told and counted. */
MUST_USE bool table_take(struct entries *entries, struct record *record);

#endif
