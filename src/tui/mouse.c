/* SPDX-License-Identifier: MIT */
#include "mouse.h"

#include <stdlib.h>

/* Bits of the button's number: keys held down with it, and the wheel. */
enum { WITH_KEYS = 4 | 8 | 16, BUTTON_LEFT = 0, WHEEL_AWAY = 64, WHEEL_TOWARDS = 65, MOST = 10000 };

static bool number(const char **text, char after, long *value)
{
	char *end;

	*value = strtol(*text, &end, 10);
	if (end == *text || *value < 0 || *value > MOST || (after != 0 && *end != after))
		return false;
	*text = after != 0 ? end + 1 : end;
	return true;
}

struct key mouse_read(const char *text)
{
	struct key key = {.kind = PRESS_NONE};
	long button, column, row;

	if (!number(&text, ';', &button) || !number(&text, ';', &column) || !number(&text, 0, &row))
		return key;
	button &= ~(long)WITH_KEYS;
	key.row = (int)row - 1;
	key.column = (int)column - 1;
	if (text[0] != 'M' || text[1] != '\0')
		return key;
	if (button == BUTTON_LEFT) {
		key.kind = PRESS_CLICK;
	} else if (button == WHEEL_AWAY || button == WHEEL_TOWARDS) {
		key.kind = PRESS_WHEEL;
		key.code = button == WHEEL_AWAY ? NAMED_UP : NAMED_DOWN;
	}
	return key;
}
