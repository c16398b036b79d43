/* SPDX-License-Identifier: MIT */
/*
 * Where a person may be, from the environment: the only reader of the locale's territory.
 */
#ifndef APP_COUNTRY_H
#define APP_COUNTRY_H

#include <stdbool.h>

enum { COUNTRY_CODE_SIZE = 3 };

/* The two letters after the "_" of the first of LC_ALL, LC_MESSAGES and LANG that has them; false where none has. */
bool country_from_locale(char *code);

#endif
