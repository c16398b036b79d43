/* SPDX-License-Identifier: MIT */
/* Which characters the person's locale lets through. */
#ifndef CHARSET_H
#define CHARSET_H

#include <stdbool.h>

/*
 * Sets LC_CTYPE, and nothing else of the locale, so that UTF-8 can be handled inside. True where the terminal takes UTF-8 too; else
 * only ASCII should reach it.
 */
bool charset_use(void);

#endif
