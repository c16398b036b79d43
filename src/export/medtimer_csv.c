/* SPDX-License-Identifier: MIT */
/*
 * medTimer, its table of events: Reminded;Name;Dosage;Taken;Tags;Interval;Notes;Reminded (ISO 8601);Taken (ISO 8601), with the
 * names in the language of the telephone. The last column is empty where it was not taken.
 */
#include "table.h"

enum { NAME = 1, DOSAGE = 2, TAGS = 4, NOTES = 6, TAKEN = 8, COLUMNS = 9 };

static bool open_table(struct entries *entries, struct err *err)
{
	return table_entries_open(entries, COLUMNS, err);
}

static void read_dose(struct entries *entries, struct dose *dose)
{
	struct err err;

	*dose = (struct dose){.tags = table_value(entries, TAGS)};
	dose->note = table_value(entries, NOTES);
	if (!tracker_read_time(entries, table_value(entries, TAKEN), dose, &err))
		table_refuse(entries, "Taken (ISO 8601)", &err);
	if (!tracker_read_amount(entries, table_value(entries, DOSAGE), dose, &err))
		table_refuse(entries, "Dosage", &err);
	if (!tracker_set_product(entries, table_value(entries, NAME), dose, &err))
		table_refuse(entries, "Name", &err);
}

static bool next_row(struct entries *entries, struct record *record, int *line, struct err *err)
{
	struct table_entries *table = entries->state;

	while (table_entries_next(entries, line, err)) {
		if (*table_value(entries, TAKEN) == '\0') {
			entries->aside.not_taken++;
			continue;
		}
		if (!tracker_wants(entries, table_value(entries, NAME)))
			continue;
		read_dose(entries, &table->dose);
		if (table_take(entries, record))
			return true;
	}
	return false;
}

const struct entries_format entries_medtimer_csv = {
	.name = "medtimer",
	.title = "medTimer",
	.open = open_table,
	.next = next_row,
	.close = table_entries_close,
};
