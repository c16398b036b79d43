/* SPDX-License-Identifier: MIT */
/* What a terminal says of its mouse, in the form of xterm's mode 1006. Knows no terminal. */
#ifndef MOUSE_H
#define MOUSE_H

#include "key.h"

enum { MOUSE_TEXT_SIZE = 24 };

/* Reads what follows "\033[<", such as "0;12;3M"; PRESS_NONE for what no view cares about, and for what is no such text. */
struct key mouse_read(const char *text);

#endif
