/* SPDX-License-Identifier: MIT */
/*
 * Whole sentences about a number of things. Knows how English counts, and is the one place that does.
 */
#ifndef BASE_PLURAL_H
#define BASE_PLURAL_H

#include <stdint.h>

/*
 * The format for that many: one for exactly one, else many. Both are whole, with the same arguments in the same order, so that
 * the compiler checks them and a translator sees a sentence; no ending is glued to a word.
 */
__attribute__((format_arg(2), format_arg(3))) const char *plural_of(int64_t count, const char *one,
								    const char *many);

#endif
