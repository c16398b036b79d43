/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tui/palette.h"

/* What a person is to be able to read; lines and the empty part of a bar are not among it. */
static const enum role text_roles[] = {ROLE_TEXT, ROLE_STRONG, ROLE_DIM,   ROLE_ACCENT,
				       ROLE_GOOD, ROLE_WARN,   ROLE_SAFETY};

enum { TEXT_ROLES = sizeof(text_roles) / sizeof(text_roles[0]) };

struct rgb {
	int red, green, blue;
};

/* Grounds and letters that terminals come with, the least different of each kind. */
static const struct rgb dark_ground = {0x1e, 0x1e, 0x1e}, dark_letters = {0xbb, 0xbb, 0xbb};
static const struct rgb light_ground = {0xff, 0xff, 0xff}, light_letters = {0x33, 0x33, 0x33};

static struct rgb of_256(int number)
{
	static const int steps[] = {0, 95, 135, 175, 215, 255};
	int cube = number - 16, grey = 8 + 10 * (number - 232);

	assert_in_range(number, 16, 255);
	if (number >= 232)
		return (struct rgb){grey, grey, grey};
	return (struct rgb){steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]};
}

/* The first sixteen as xterm and as the text console of a PC have them. */
static const struct rgb xterm[] = {{0, 0, 0},       {205, 0, 0},   {0, 205, 0},   {205, 205, 0},
				   {0, 0, 238},     {205, 0, 205}, {0, 205, 205}, {229, 229, 229},
				   {127, 127, 127}, {255, 0, 0},   {0, 255, 0},   {255, 255, 0},
				   {92, 92, 255},   {255, 0, 255}, {0, 255, 255}, {255, 255, 255}};
static const struct rgb console[] = {
	{0, 0, 0},     {170, 0, 0},    {0, 170, 0},    {170, 85, 0},
	{0, 0, 170},   {170, 0, 170},  {0, 170, 170},  {170, 170, 170},
	{85, 85, 85},  {255, 85, 85},  {85, 255, 85},  {255, 255, 85},
	{85, 85, 255}, {255, 85, 255}, {85, 255, 255}, {255, 255, 255}};

static double linear(int value)
{
	double part = value / 255.0;

	return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(struct rgb colour)
{
	return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
	       0.0722 * linear(colour.blue);
}

static double contrast(struct rgb a, struct rgb b)
{
	double high = luminance(a), low = luminance(b);

	if (high < low) {
		double other = high;

		high = low;
		low = other;
	}
	return (high + 0.05) / (low + 0.05);
}

static void expect_readable(struct shade shade, bool light, const struct rgb *first, double least,
			    enum role role)
{
	struct rgb ground = light ? light_ground : dark_ground;
	struct rgb letters = light ? light_letters : dark_letters;
	double found;

	if (shade.background != COLOUR_DEFAULT)
		ground = of_256(shade.background);
	if (shade.foreground >= 16)
		letters = of_256(shade.foreground);
	else if (shade.foreground != COLOUR_DEFAULT)
		letters = first[shade.foreground +
				(first == console && shade.bold && shade.foreground < 8 ? 8 : 0)];
	found = contrast(letters, ground);
	if (found < least)
		fail_msg("role %d, %s ground, colour %d on %d: contrast %.2f, wanted %.1f", role,
			 light ? "light" : "dark", shade.foreground, shade.background, found,
			 least);
}

static void text_can_be_read_in_256_colours(void **state)
{
	(void)state;
	for (size_t i = 0; i < TEXT_ROLES; i++) {
		for (int light = 0; light < 2; light++) {
			expect_readable(palette_shade(DEPTH_256, light != 0, text_roles[i], false),
					light != 0, xterm, 4.5, text_roles[i]);
			/* Nothing selected is dim: canvas_select sees to that. */
			if (text_roles[i] != ROLE_DIM)
				expect_readable(
					palette_shade(DEPTH_256, light != 0, text_roles[i], true),
					light != 0, xterm, 4.5, text_roles[i]);
		}
	}
}

/* A terminal's own sixteen are its owner's choice; by the two usual sets nothing is lost on the ground. */
static void text_is_not_lost_in_few_colours(void **state)
{
	(void)state;
	for (size_t i = 0; i < TEXT_ROLES; i++) {
		for (int light = 0; light < 2; light++) {
			for (enum depth depth = DEPTH_8; depth <= DEPTH_16; depth++) {
				struct shade shade =
					palette_shade(depth, light != 0, text_roles[i], false);
				bool grey = shade.foreground == 8;

				expect_readable(shade, light != 0, xterm, 2.8, text_roles[i]);
				expect_readable(shade, light != 0, console, grey ? 2.0 : 2.8,
						text_roles[i]);
			}
		}
	}
}

static void without_colour_none_is_used(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct shade shade = palette_shade(DEPTH_NONE, false, (enum role)role, false);

		assert_int_equal(shade.foreground, COLOUR_DEFAULT);
		assert_int_equal(shade.background, COLOUR_DEFAULT);
		assert_true(palette_shade(DEPTH_NONE, false, (enum role)role, true).reverse);
	}
	assert_true(palette_shade(DEPTH_NONE, false, ROLE_WARN, false).bold);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_can_be_read_in_256_colours),
		cmocka_unit_test(text_is_not_lost_in_few_colours),
		cmocka_unit_test(without_colour_none_is_used),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
