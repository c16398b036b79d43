/* SPDX-License-Identifier: MIT */
#include "txt_ascii.h"

#include <assert.h>
#include <stddef.h>

enum { LETTERS_FIRST = 0xC0, LETTERS_LAST = 0x17F };

/* The letters of European languages, U+00C0 to U+017F, without their marks. */
static const char *const letters[] = {
	"A", "A", "A",  "A",  "A", "A", "AE", "C", "E", "E",  "E", "E", "I", "I", "I",  "I",
	"D", "N", "O",  "O",  "O", "O", "O",  "x", "O", "U",  "U", "U", "U", "Y", "Th", "ss",
	"a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e",  "e", "e", "i", "i", "i",  "i",
	"d", "n", "o",  "o",  "o", "o", "o",  "/", "o", "u",  "u", "u", "u", "y", "th", "y",
	"A", "a", "A",  "a",  "A", "a", "C",  "c", "C", "c",  "C", "c", "C", "c", "D",  "d",
	"D", "d", "E",  "e",  "E", "e", "E",  "e", "E", "e",  "E", "e", "G", "g", "G",  "g",
	"G", "g", "G",  "g",  "H", "h", "H",  "h", "I", "i",  "I", "i", "I", "i", "I",  "i",
	"I", "i", "IJ", "ij", "J", "j", "K",  "k", "k", "L",  "l", "L", "l", "L", "l",  "L",
	"l", "L", "l",  "N",  "n", "N", "n",  "N", "n", "'n", "N", "n", "O", "o", "O",  "o",
	"O", "o", "OE", "oe", "R", "r", "R",  "r", "R", "r",  "S", "s", "S", "s", "S",  "s",
	"S", "s", "T",  "t",  "T", "t", "T",  "t", "U", "u",  "U", "u", "U", "u", "U",  "u",
	"U", "u", "U",  "u",  "W", "w", "Y",  "y", "Y", "Z",  "z", "Z", "z", "Z", "z",  "s",
};

static_assert(sizeof(letters) / sizeof(letters[0]) == LETTERS_LAST - LETTERS_FIRST + 1,
	      "every letter has its place");

static const struct {
	uint32_t code;
	const char *ascii;
} signs[] = {
	{0xA0, " "},     {0xA2, "ct"},   {0xA3, "GBP"},  {0xA9, "(c)"},   {0xAB, "\""},
	{0xB0, " deg"},  {0xB1, "+/-"},  {0xB2, "2"},    {0xB3, "3"},     {0xB4, "'"},
	{0xB5, "u"},     {0xB7, "-"},    {0xB9, "1"},    {0xBB, "\""},    {0xBC, "1/4"},
	{0xBD, "1/2"},   {0xBE, "3/4"},  {0x2009, " "},  {0x2010, "-"},   {0x2011, "-"},
	{0x2012, "-"},   {0x2013, "-"},  {0x2014, "-"},  {0x2018, "'"},   {0x2019, "'"},
	{0x201A, "'"},   {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""},  {0x2022, "*"},
	{0x2026, "..."}, {0x202F, " "},  {0x2032, "'"},  {0x20AC, "EUR"}, {0x2190, "<-"},
	{0x2192, "->"},  {0x2212, "-"},  {0x2248, "~"},  {0x2264, "<="},  {0x2265, ">="},
};

void txt_add_ascii(struct str *out, uint32_t code)
{
	if (code < 0x80) {
		str_add_char(out, (char)code);
		return;
	}
	if (code >= LETTERS_FIRST && code <= LETTERS_LAST) {
		str_add(out, letters[code - LETTERS_FIRST]);
		return;
	}
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
		if (signs[i].code == code) {
			str_add(out, signs[i].ascii);
			return;
		}
	}
	str_add_char(out, '?');
}
