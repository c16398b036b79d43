/* SPDX-License-Identifier: MIT */
/*
 * Characters for printers that know nothing but ASCII.
 */
#ifndef TXT_ASCII_H
#define TXT_ASCII_H

#include <stdint.h>

#include "base/str.h"

/* Adds the nearest there is to a character in ASCII: "e" for é, "->" for an arrow, "?" where nothing is near. */
void txt_add_ascii(struct str *out, uint32_t code);

#endif
