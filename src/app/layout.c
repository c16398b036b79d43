/* SPDX-License-Identifier: MIT */
#include "layout.h"

bool layout_read(const struct import_layout *said, struct csv_layout *layout, struct err *err)
{
	const struct csv_layout_words words = {.columns = said->columns,
					       .separator = said->separator,
					       .decimal = said->decimal,
					       .dates = said->dates,
					       .no_header = said->no_header};

	return csv_layout_read(&words, layout, err);
}
