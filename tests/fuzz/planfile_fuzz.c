/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer target: any bytes as a plan file. What is refused has mistakes to show; what is taken is valid, and is
 * written as a text that reads and writes as itself. Seeds: tests/data/plans and data/plans.
 */
#include "yaml/planfile.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(bool holds)
{
	if (!holds)
		abort();
}

static void check_round_trip(const struct plan *plan)
{
	struct plan again = PLAN_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct str first = STR_INIT, second = STR_INIT;
	struct err err;

	insist(plan_valid(plan, &err));
	planfile_write(plan, &first);
	insist(planfile_parse(first.data, first.len, &again, &problems, &err));
	planfile_write(&again, &second);
	insist(strcmp(first.data, second.data) == 0);
	plan_free(&again);
	problems_free(&problems);
	str_free(&first);
	str_free(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct plan plan = PLAN_INIT;
	struct problems problems = PROBLEMS_INIT;
	struct err err = {.code = ERR_NONE};

	if (planfile_parse((const char *)data, size, &plan, &problems, &err)) {
		insist(problems.count == 0);
		check_round_trip(&plan);
	} else {
		insist(err.code == ERR_FORMAT && err.msg[0] != '\0');
		insist(plan.phase_count == 0);
	}
	plan_free(&plan);
	problems_free(&problems);
	return 0;
}
