/* SPDX-License-Identifier: MIT */
#include "checkin_page.h"

#include <stdio.h>
#include <string.h>

enum { MINUTES = 60, POINT = 100, SLEEP_TOP = 10 * MINUTES };

/* The last days of values that end with the day shown. */
static void fill_spark(const struct checkin_series *series, const int16_t *values,
		       struct spark *spark)
{
	int32_t from = series->days - SPARK_DAYS;

	spark->first = day_add(series->first, from);
	spark->top = SYMPTOM_WORST * POINT;
	spark->one = POINT;
	for (int i = 0; i < SPARK_DAYS; i++) {
		spark->values[i] = values[from + i];
		spark->cut[i] = false;
	}
	for (size_t i = 0; i < series->cut_count; i++) {
		if (series->cuts[i].at >= from)
			spark->cut[series->cuts[i].at - from] = true;
	}
}

static void fill_rows(struct checkin_page *page, const struct checkin_series *series,
		      const struct checkin *checkin)
{
	page->row_count = 0;
	for (size_t i = 0; i < series->item_count && page->row_count < SYMPTOM_MAX; i++) {
		const struct checkin_item *item = &series->items[i];
		int rating = checkin_score(checkin, item->id);
		struct checkin_row *row = &page->rows[page->row_count];

		if (!item->asked && rating < 0)
			continue;
		*row = (struct checkin_row){.id = item->id,
					    .name = item->name,
					    .group = item->group,
					    .rating = rating < 0 ? CHECKIN_UNRATED : rating};
		fill_spark(series, item->values, &row->spark);
		page->row_count++;
	}
	fill_spark(series, series->sleep, &page->sleep);
	page->sleep.top = SLEEP_TOP;
	page->sleep.one = MINUTES;
	list_resize(&page->list, page->row_count + CHECKIN_FIELDS);
}

/* What is typed and not kept yet stays. */
static void fill_field(struct field *field, const char *text)
{
	struct key end = {.kind = PRESS_NAMED, .code = NAMED_END};
	struct form one = {.count = 1};

	if (field->touched && strcmp(field->text.data, text) != 0)
		return;
	str_reset(&field->text);
	str_add(&field->text, text);
	field->touched = false;
	field->said[0] = '\0';
	one.fields[0] = *field;
	form_key(&one, &end);
	*field = one.fields[0];
}

static void fill_fields(struct form *form, const struct checkin *checkin)
{
	int minutes = checkin->sleep_minutes;
	char sleep[16] = "";

	if (minutes != SLEEP_UNKNOWN && minutes % MINUTES == 0)
		snprintf(sleep, sizeof(sleep), "%d", minutes / MINUTES);
	else if (minutes != SLEEP_UNKNOWN)
		snprintf(sleep, sizeof(sleep), "%dh%02d", minutes / MINUTES, minutes % MINUTES);
	fill_field(&form->fields[CHECKIN_SLEEP], sleep);
	fill_field(&form->fields[CHECKIN_NOTE], checkin->note != NULL ? checkin->note : "");
}

void checkin_page_fill(struct checkin_page *page, const struct checkin_series *series,
		       const struct checkin *checkin)
{
	page->series = series;
	fill_rows(page, series, checkin);
	fill_fields(&page->form, checkin);
}
