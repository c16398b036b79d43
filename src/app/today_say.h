/* SPDX-License-Identifier: MIT */
/*
 * The sentence that fits the day. It tells and offers; it never changes anything.
 */
#ifndef APP_TODAY_SAY_H
#define APP_TODAY_SAY_H

#include "app/today.h"

/* Fills today->say where there is something to say; everything else is filled. */
void today_say(struct today *today);

#endif
