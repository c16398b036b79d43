/* SPDX-License-Identifier: MIT */
/* What a person says of a table, as the reader wants it. */
#ifndef APP_LAYOUT_H
#define APP_LAYOUT_H

#include "app/transfer.h"
#include "export/csv_layout.h"

/* ERR_USAGE names the word that can't be read. */
MUST_USE bool layout_read(const struct import_layout *said, struct csv_layout *layout,
			  struct err *err);

#endif
