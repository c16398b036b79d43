/* SPDX-License-Identifier: MIT */
/*
 * The tags of a day: every one once, in the order they came, parted by one blank.
 */
#ifndef APP_TAGS_H
#define APP_TAGS_H

/* Adds those of tags that are not in *all yet; *all is owned and moves. */
void tags_add(char **all, const char *tags);

#endif
