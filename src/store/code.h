/* SPDX-License-Identifier: MIT */
/*
 * Recovery codes: 120 random bits as six groups of four signs and a check letter, for paper. No sign in them looks like
 * another one (no I, L, O, U).
 */
#ifndef STORE_CODE_H
#define STORE_CODE_H

#include "base/secret.h"

enum { CODE_GROUPS = 6, CODE_GROUP = 5, CODE_SIGNS = CODE_GROUPS * CODE_GROUP };

/* A new one, "7KQ2M-…", into an empty secret. */
void code_make(struct secret *code);

enum code_state { CODE_NONE, CODE_GOOD, CODE_MISTYPED };

/*
 * What was typed as the signs of a code alone, which signs (empty) is to hold; blanks, dashes and small letters do not
 * matter. CODE_MISTYPED where the length is a code's and a check letter is wrong: *group is the first such group, from 1.
 */
enum code_state code_read(const char *typed, size_t len, struct secret *signs, int *group);

#endif
