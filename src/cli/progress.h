/* SPDX-License-Identifier: MIT */
/*
 * What a person sees while something takes long: one line on standard error, where that is a terminal, from half a second on.
 */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>

/* From now on, until progress_end. Does nothing where standard error is no terminal. */
void progress_begin(void);

/* While a person is asked something, the line is away and no time counts. */
void progress_hold(bool hold);

/* Takes the line away, where there is one; also where progress was never begun. */
void progress_end(void);

#endif
