/* SPDX-License-Identifier: MIT */
/* The form that writes a document to a file, and the one that reads a log from one. */
#ifndef VIEW_EXPORT_H
#define VIEW_EXPORT_H

#include "view.h"

/* The document is what is offered first, by a name of app_export_documents. */
struct view *view_export_new(const struct app *app, const char *document);

struct view *view_import_new(void);

/* Which column of a table is which; unit is the place of a word among those of its row, 0 for none. */
struct view *view_columns_new(const char *path, int unit);

#endif
