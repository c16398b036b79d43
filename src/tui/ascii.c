/* SPDX-License-Identifier: MIT */
#include "ascii.h"

#include <stddef.h>

struct stand_in {
	uint32_t code;
	char ascii;
};

static const struct stand_in stand_ins[] = {
	{U'─', '-'}, {U'━', '='},  {U'╸', '='},  {U'╍', '+'}, {U'│', '|'}, {U'┤', '|'}, {U'┼', '+'},
	{U'┌', '+'}, {U'┐', '+'},  {U'└', '+'},  {U'┘', '+'}, {U'╭', '+'}, {U'╮', '+'}, {U'╰', '+'},
	{U'╯', '+'}, {U'├', '+'},  {U'┬', '+'},  {U'┴', '+'}, {U'█', '#'}, {U'▓', '#'}, {U'▒', '+'},
	{U'░', '.'}, {U'▌', '#'},  {U'■', '#'},  {U'▣', '+'}, {U'▁', '_'}, {U'▂', '_'}, {U'▃', '-'},
	{U'▄', '-'}, {U'▅', '='},  {U'▆', '='},  {U'▇', '#'}, {U'✓', '*'}, {U'○', 'o'}, {U'●', '*'},
	{U'•', '*'}, {U'▶', '>'},  {U'▸', '>'},  {U'→', '>'}, {U'←', '<'}, {U'↑', '^'}, {U'↓', 'v'},
	{U'▲', '^'}, {U'▾', 'v'},  {U'−', '-'},  {U'–', '-'}, {U'—', '-'}, {U'…', '.'}, {U'·', '-'},
	{U'×', 'x'}, {U'’', '\''}, {U'‘', '\''}, {U'“', '"'}, {U'”', '"'}, {U'⏎', '>'}, {0xA0, ' '},
};

/* Latin letters with accents, U+00C0 to U+00FF, without them. */
static const char letters[] = "AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTs"
			      "aaaaaaaceeeeiiiidnooooo/ouuuuyty";

uint32_t ascii_for(uint32_t code)
{
	if (code < 0x7F)
		return code;
	for (size_t i = 0; i < sizeof(stand_ins) / sizeof(stand_ins[0]); i++) {
		if (stand_ins[i].code == code)
			return (uint32_t)stand_ins[i].ascii;
	}
	if (code >= 0xC0 && code <= 0xFF)
		return (uint32_t)letters[code - 0xC0];
	return '?';
}
