/* SPDX-License-Identifier: MIT */
/* What stands for a character where only ASCII can be shown. */
#ifndef ASCII_H
#define ASCII_H

#include <stdint.h>

/* One ASCII character for any other; "?" where none comes near. */
uint32_t ascii_for(uint32_t code);

#endif
