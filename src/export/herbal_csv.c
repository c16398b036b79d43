/* SPDX-License-Identifier: MIT */
/*
 * Herbal Tracker+, its table: date,time,iso_timestamp,strain_code,strain_name,amount_g,notes; a dose of a strain that was
 * removed is of "Unknown strain".
 */
#include "table.h"

#include <string.h>

enum { STAMP = 2, STRAIN = 4, AMOUNT = 5, NOTES = 6, COLUMNS = 7 };

static bool open_table(struct entries *entries, struct err *err)
{
	return table_entries_open(entries, COLUMNS, err);
}

static void read_dose(struct entries *entries, struct dose *dose)
{
	const char *strain = table_value(entries, STRAIN);
	struct err err;

	*dose = (struct dose){.unit = UNIT_GRAM, .tags = str_empty};
	dose->note = table_value(entries, NOTES);
	if (!tracker_read_time(entries, table_value(entries, STAMP), dose, &err))
		table_refuse(entries, "iso_timestamp", &err);
	if (!tracker_read_number(entries, table_value(entries, AMOUNT), &dose->amount, &err))
		table_refuse(entries, "amount_g", &err);
	if (strcmp(strain, "Unknown strain") == 0)
		strain = "";
	if (!tracker_set_product(entries, strain, dose, &err))
		table_refuse(entries, "strain_name", &err);
}

static bool next_row(struct entries *entries, struct record *record, int *line, struct err *err)
{
	struct table_entries *table = entries->state;

	while (table_entries_next(entries, line, err)) {
		read_dose(entries, &table->dose);
		if (table_take(entries, record))
			return true;
	}
	return false;
}

const struct entries_format entries_herbal_csv = {
	.name = "herbal-tracker",
	.title = "Herbal Tracker+",
	.open = open_table,
	.next = next_row,
	.close = table_entries_close,
};
