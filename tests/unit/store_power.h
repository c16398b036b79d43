/* SPDX-License-Identifier: MIT */
/*
 * A power cut: every change of a file that SQLite asks for is remembered, and any state a disk may be left in at any moment can
 * be made of it. What was synced is there; of the rest each write may be there or not, or half of it, in whatever order, and
 * where one is missing there may be rubbish. Names come and go in order, and last from the next sync of their folder on.
 */
#ifndef STORE_POWER_H
#define STORE_POWER_H

#include <stddef.h>

/* From here on what is done to path and its journal is remembered; what path holds now was there before. */
void power_begin(const char *path);

/* So many things were done so far. */
size_t power_done(void);

/* Of what was done but not made to last, this is there. */
enum power_luck { POWER_NOTHING, POWER_ALL, POWER_LAST, POWER_ALL_BUT_LAST, POWER_RANDOM };

/* Writes the files of the moment at which so many things were done to path and its journal. */
void power_cut(size_t done, enum power_luck luck, unsigned *seed, const char *path);

/* Forgets it all. */
void power_end(void);

#endif
