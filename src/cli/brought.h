/* SPDX-License-Identifier: MIT */
/*
 * How many doses brought into the log at once are told, wherever they came from.
 */
#ifndef BROUGHT_H
#define BROUGHT_H

#include "session.h"

#include "app/transfer.h"

typedef bool bring_verb(struct app *app, const struct import_request *request,
			struct import_result *result, struct problems *problems, struct err *err);

/* Does it, and adds to what is printed what was read, added and passed over; tells every bad line. */
MUST_USE bool brought_run(struct session *session, bring_verb *verb,
			  const struct import_request *request, struct err *err);

/* The same as JSON. */
void brought_json(struct session *session, const struct import_request *request,
		  const struct import_result *result);

#endif
