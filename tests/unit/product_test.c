/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "engine/product.h"

static const struct product products[] = {
	{.name = "leaf", .unit = UNIT_GRAM},
	{.name = "caps", .unit = UNIT_CAPSULE, .holds = {.nano = AMOUNT_UNIT / 2}},
	{.name = "loose caps", .unit = UNIT_CAPSULE},
	{.name = "shot", .unit = UNIT_ML},
	{.name = "tablet", .unit = UNIT_MG},
};

enum { PRODUCTS = sizeof(products) / sizeof(products[0]) };

static void amounts_count_in_the_unit_of_their_product(void **state)
{
	static const struct {
		const char *product;
		int64_t milli;
		enum unit named;
		bool good;
		int64_t counts; /* milli-units */
		enum unit unit;
	} cases[] = {
		{"leaf", 2500, UNIT_NONE, true, 2500, UNIT_GRAM},
		{"leaf", 2500, UNIT_GRAM, true, 2500, UNIT_GRAM},
		{"leaf", 2500, UNIT_MG, false, 0, UNIT_NONE},
		{"caps", 5000, UNIT_NONE, true, 2500, UNIT_GRAM},
		{"caps", 5000, UNIT_CAPSULE, true, 2500, UNIT_GRAM},
		{"caps", 2500, UNIT_GRAM, true, 2500, UNIT_GRAM},
		{"caps", 1, UNIT_NONE, false, 0, UNIT_NONE},
		{"caps", 5000, UNIT_ML, false, 0, UNIT_NONE},
		{"loose caps", 5000, UNIT_NONE, true, 5000, UNIT_CAPSULE},
		{"loose caps", 5000, UNIT_GRAM, false, 0, UNIT_NONE},
		{"shot", 15000, UNIT_NONE, true, 15000, UNIT_ML},
		{"shot", 15000, UNIT_GRAM, false, 0, UNIT_NONE},
		{"tablet", 15000, UNIT_GRAM, false, 0, UNIT_NONE},
		{"tablet", 0, UNIT_NONE, true, 0, UNIT_MG},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct product *product = product_named(products, PRODUCTS, cases[i].product);
		struct amount amount = amount_from_milli(cases[i].milli);
		enum unit unit = cases[i].named;
		struct err err;
		bool good;

		assert_non_null(product);
		good = product_count(product, &amount, &unit, &err);
		assert_int_equal(good, cases[i].good);
		assert_int_equal(amount_milli(amount), good ? cases[i].counts : cases[i].milli);
		assert_int_equal(unit, good ? cases[i].unit : cases[i].named);
		if (!good)
			assert_int_equal(err.code, ERR_INVALID);
	}
}

static void capsules_beyond_any_amount_are_refused(void **state)
{
	struct product heavy = {.name = "x", .unit = UNIT_CAPSULE, .holds = {.nano = AMOUNT_MAX}};
	struct amount amount = {.nano = AMOUNT_MAX};
	enum unit unit = UNIT_NONE;
	struct err err;

	(void)state;
	assert_false(product_count(&heavy, &amount, &unit, &err));
	assert_int_equal(amount.nano, AMOUNT_MAX);
}

static void a_name_that_is_not_there_is_no_product(void **state)
{
	(void)state;
	assert_null(product_named(products, PRODUCTS, "Leaf"));
	assert_null(product_named(products, 0, "leaf"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(amounts_count_in_the_unit_of_their_product),
		cmocka_unit_test(capsules_beyond_any_amount_are_refused),
		cmocka_unit_test(a_name_that_is_not_there_is_no_product),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
