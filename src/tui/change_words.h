/* SPDX-License-Identifier: MIT */
/* A change of the plan in the fewest words, and which changes of a plan still count. */
#ifndef CHANGE_WORDS_H
#define CHANGE_WORDS_H

#include "app/planning.h"

/* "hold +7 d", "hold", "slower × 0.5", "step back to 18.1 g", "plan anew from 15.9 g": added to out. */
void change_brief(const struct revision *revision, struct str *out);

enum { CHANGES_SHOWN = 64 };

/*
 * The changes of the plan in use that at least one day belongs to, its start left out, oldest first, at most CHANGES_SHOWN of the
 * newest; borrowed from now. Returns how many there are.
 */
size_t changes_of(const struct plan_now *now, const struct revision **changes);

#endif
