/* SPDX-License-Identifier: MIT */
/*
 * The tags of a day: every one once, in the order they came, parted by one blank.
 */
#ifndef APP_TAGS_H
#define APP_TAGS_H

#include "base/str.h"

/* To those that stand from there on in all, adds those of tags that are not among them yet. */
void tags_add(struct str *all, size_t from, const char *tags);

#endif
