/* SPDX-License-Identifier: MIT */
/*
 * The store's schema as the steps that lead to it. Append only: a step that was released never
 * changes.
 */
#ifndef STORE_STEPS_H
#define STORE_STEPS_H

#include <stddef.h>

/* The application id in the file's header: "TaPr". */
#define STORE_APPLICATION_ID INT64_C(0x54615072)

struct steps {
	const char *const *sql; /* sql[n] leads from version n to n + 1 */
	size_t count;
};

extern const struct steps store_steps;

#endif
