/* SPDX-License-Identifier: MIT */
#include "document_parts.h"

#include <stdlib.h>

#include "base/mem.h"
#include "fields.h"

static const struct field tick_fields[] = {
	{.key = "at",
	 .kind = FIELD_NUMBER,
	 .at = offsetof(struct document_tick, at),
	 .needed = true},
	{.key = "text", .kind = FIELD_TEXT, .at = offsetof(struct document_tick, text)},
	{.key = "below", .kind = FIELD_TEXT, .at = offsetof(struct document_tick, below)},
	{.key = NULL},
};

static const struct fields ticks = {.fields = tick_fields, .what = "a mark on an axis"};

static bool beyond(const struct json_node *node, struct err *err)
{
	return err_set(err, ERR_FORMAT, "line %d: this lies outside the chart", node->line);
}

static bool read_ticks(const struct json_tree *tree, const struct json_node *list, int64_t most,
		       struct document_tick **items, size_t *count, struct err *err)
{
	struct fields_all all = {.size = sizeof(**items), .most = DOCUMENT_ITEMS_MAX};
	bool done = fields_read_all(tree, list, &ticks, &all, err);

	*items = all.items;
	*count = all.count;
	for (size_t i = 0; done && i < *count; i++) {
		if ((*items)[i].at > most || (i > 0 && (*items)[i].at < (*items)[i - 1].at))
			return beyond(list, err);
	}
	return done;
}

static bool read_point(const struct json_tree *tree, const struct json_node *node,
		       struct document_point *point, struct err *err)
{
	const struct json_node *day = node->kind == JSON_LIST ? json_first(tree, node) : NULL;
	const struct json_node *amount = day != NULL ? json_after(tree, node, day) : NULL;

	if (amount == NULL || json_after(tree, node, amount) != NULL)
		return err_set(err, ERR_FORMAT, "line %d: a point is a day and an amount",
			       node->line);
	return field_number(tree, day, &point->day, err) &&
	       field_number(tree, amount, &point->amount, err);
}

/* In the order of their days, all of them on the chart. */
static bool read_points(const struct json_tree *tree, const struct json_node *list,
			const struct document_point *most, struct document_point **points,
			size_t *count, struct err *err)
{
	const struct json_node *at = json_first(tree, list);

	if (!field_count(tree, list, DOCUMENT_ITEMS_MAX, count, err))
		return false;
	*points = mem_alloc(*count, sizeof(**points));
	for (size_t i = 0; i < *count; i++) {
		struct document_point *point = &(*points)[i];

		if (!read_point(tree, at, point, err))
			return false;
		if (point->day > most->day || point->amount > most->amount ||
		    (i > 0 && point->day < (*points)[i - 1].day))
			return beyond(at, err);
		at = json_after(tree, list, at);
	}
	return true;
}

bool document_read_chart(const struct json_tree *tree, const struct chart_lists *lists,
			 struct document_chart *chart, struct err *err)
{
	struct document_point most = {.day = chart->days, .amount = chart->top};

	if (chart->days < 1 || chart->top < 1)
		return err_set(err, ERR_FORMAT, "line %d: a chart needs days and a top above 0",
			       lists->way->line);
	return read_ticks(tree, lists->amounts, chart->top, &chart->amounts, &chart->amount_count,
			  err) &&
	       read_ticks(tree, lists->dates, chart->days, &chart->dates, &chart->date_count,
			  err) &&
	       read_points(tree, lists->way, &most, &chart->way, &chart->way_count, err) &&
	       read_points(tree, lists->taken, &most, &chart->taken, &chart->taken_count, err);
}

void document_free_chart(struct document_chart *chart)
{
	free(chart->amounts);
	free(chart->dates);
	free(chart->way);
	free(chart->taken);
}
