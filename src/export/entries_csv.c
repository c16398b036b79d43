/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "base/mem.h"
#include "export/csv_layout.h"
#include "tracker.h"

struct table {
	struct csv_log *log; /* owned; NULL until it is open */
	struct dose dose;
};

static bool open_table(struct entries *entries, struct err *err)
{
	const struct entries_source *from = &entries->source;
	bool named = from->layout != NULL && !from->layout->by_name;
	struct csv_source source = {
		.default_unit = from->unit == UNIT_NONE && !named ? from->usual_unit : from->unit,
		.layout = from->layout,
		.default_product = from->usual_product,
		.local_time = from->local_time,
		.context = from->context,
	};
	struct table *table = mem_alloc(1, sizeof(*table));

	entries->state = table;
	if (!from->begin(from->context, &source.feed, err) ||
	    !csv_log_open(&source, entries->problems, &table->log, err))
		return false;
	entries->own = csv_log_is_own(table->log);
	return true;
}

static bool next_row(struct entries *entries, struct record *record, int *line, struct err *err)
{
	struct table *table = entries->state;

	*record = (struct record){.kind = RECORD_DOSE, .dose = &table->dose};
	return csv_log_next(table->log, &table->dose, line, err);
}

static void close_table(struct entries *entries)
{
	struct table *table = entries->state;

	csv_log_close(table->log);
	free(table);
}

const struct entries_format entries_csv = {
	.name = "csv",
	.title = "CSV",
	.open = open_table,
	.next = next_row,
	.close = close_table,
};
