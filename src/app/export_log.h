/* SPDX-License-Identifier: MIT */
/*
 * Writing the log part by part, however long it is: what its formats share.
 */
#ifndef APP_EXPORT_LOG_H
#define APP_EXPORT_LOG_H

#include "app/export.h"
#include "app_private.h"

enum { EXPORT_PART = 64 * 1024 };

/* Where the parts go. at_leisure: it may take its time, and the store is not held meanwhile. */
struct log_parts {
	export_part *take;
	void *context; /* handed to take */
	bool at_leisure;
};

/* Hands part over and empties it, where it is long or all of it is wanted. */
MUST_USE bool log_parts_pass(const struct log_parts *parts, struct str *part, bool all,
			     struct err *err);

/* A format of the log. span is that of --from and --to. */
typedef bool log_writer(struct app *app, struct store *store, const struct export_request *request,
			struct span span, const struct log_parts *parts, struct err *err);
MUST_USE bool log_write_csv(struct app *app, struct store *store,
			    const struct export_request *request, struct span span,
			    const struct log_parts *parts, struct err *err);
MUST_USE bool log_write_json(struct app *app, struct store *store,
			     const struct export_request *request, struct span span,
			     const struct log_parts *parts, struct err *err);

/* All that is asked for, csv or json. ERR_STORE where the log was changed before the end. */
MUST_USE bool log_write(struct app *app, const struct export_request *request,
			const struct log_parts *parts, struct err *err);

#endif
