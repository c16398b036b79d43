/* SPDX-License-Identifier: MIT */
#include "engine/pacer.h"

bool pacer_leads(const struct help_tool *tool)
{
	for (size_t i = 0; i < tool->step_count; i++) {
		if (tool->steps[i].seconds <= 0)
			return false;
	}
	return tool->step_count > 1;
}

struct pace_point pacer_at(const struct help_tool *tool, int32_t seconds)
{
	int32_t turn = 0;
	struct pace_point point = {.step = NULL};

	for (size_t i = 0; i < tool->step_count; i++)
		turn += tool->steps[i].seconds;
	if (turn == 0)
		return point;
	point.round = seconds / turn;
	point.second = seconds % turn;
	if (point.round >= tool->rounds)
		return point;
	point.step = tool->steps;
	while (point.second >= point.step->seconds) {
		point.second -= point.step->seconds;
		point.step++;
	}
	return point;
}
