/* SPDX-License-Identifier: MIT */
/*
 * Keys at random: types, pastes, clicks and resizes at the program without any sense, while another program logs now and then.
 * Whatever is pressed, it must not crash, leak, hang or end with trouble.
 */
#ifndef TUI_STORM_H
#define TUI_STORM_H

#include "play.h"

#include <stdint.h>

/* For so many seconds; says on standard output what was pressed last where something went wrong. */
bool storm_run(struct play *play, int seconds, uint64_t seed);

#endif
