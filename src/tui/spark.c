/* SPDX-License-Identifier: MIT */
#include "spark.h"

#include <inttypes.h>

static const uint32_t levels[] = {U'▁', U'▂', U'▃', U'▄', U'▅', U'▆', U'▇', U'█'};

enum { LEVEL_TOP = sizeof(levels) / sizeof(levels[0]) - 1, DIGIT_TOP = 9 };

int spark_cuts(const struct spark *spark)
{
	int cuts = 0;

	for (int i = 0; i < SPARK_DAYS; i++)
		cuts += spark->cut[i];
	return cuts;
}

static int whole(const struct spark *spark, int value)
{
	int rounded = (2 * value + spark->one) / (2 * spark->one);

	return rounded < DIGIT_TOP ? rounded : DIGIT_TOP;
}

static uint32_t sign(const struct spark *spark, bool ascii, int value)
{
	int level;

	if (ascii)
		return (uint32_t)('0' + whole(spark, value));
	level = (2 * value * LEVEL_TOP + spark->top) / (2 * spark->top);
	return levels[level < LEVEL_TOP ? level : LEVEL_TOP];
}

int spark_draw(const struct spark *spark, struct canvas *canvas, struct rect place)
{
	bool lines = spark_cuts(spark) <= SPARK_CUTS_MAX;
	int column = 0;

	for (int i = 0; i < SPARK_DAYS; i++) {
		int value = spark->values[i];

		if (lines && spark->cut[i] && column < place.columns)
			canvas_put(canvas, place.row, place.column + column++, ROLE_DIM, U'│');
		if (column >= place.columns)
			break;
		if (value == SPARK_NONE)
			canvas_put(canvas, place.row, place.column + column++, ROLE_DIM,
				   canvas->ascii ? '.' : U'·');
		else
			canvas_put(canvas, place.row, place.column + column++, ROLE_ACCENT,
				   sign(spark, canvas->ascii, value));
	}
	return column;
}

void spark_words(const struct spark *spark, struct str *out)
{
	bool said = spark_cuts(spark) <= SPARK_CUTS_MAX;
	char day[DAY_TEXT_SIZE];

	for (int i = 0; i < SPARK_DAYS; i++) {
		if (said && spark->cut[i])
			str_addf(out, "%scut %s, ", i > 0 ? ", " : "",
				 day_short(day_add(spark->first, i), day));
		else if (i > 0)
			str_add_char(out, ' ');
		if (spark->values[i] == SPARK_NONE)
			str_add(out, "–");
		else
			str_addf(out, "%d", whole(spark, spark->values[i]));
	}
}
