/* SPDX-License-Identifier: MIT */
#include "export/report.h"

static void add_table(struct json *json, const struct report_part *part)
{
	json_open_list(json, "columns");
	for (size_t c = 0; c < part->column_count; c++)
		json_text(json, NULL, part->columns[c].head);
	json_close_list(json);
	json_open_list(json, "rows");
	for (size_t i = 0; part->column_count > 0 && i < part->cell_count; i++) {
		if (i % part->column_count == 0)
			json_open_list(json, NULL);
		json_text(json, NULL, part->cells[i]);
		if ((i + 1) % part->column_count == 0)
			json_close_list(json);
	}
	json_close_list(json);
}

static void add_part(struct json *json, const struct report_part *part)
{
	json_open_object(json, NULL);
	json_text(json, "title", part->title);
	json_open_list(json, "facts");
	for (size_t i = 0; i < part->fact_count; i++) {
		json_open_object(json, NULL);
		json_text(json, "name", part->facts[i].name);
		json_text(json, "text", part->facts[i].text);
		json_close_object(json);
	}
	json_close_list(json);
	add_table(json, part);
	json_open_list(json, "paragraphs");
	for (size_t i = 0; i < part->paragraph_count; i++)
		json_text(json, NULL, part->paragraphs[i]);
	json_close_list(json);
	json_close_object(json);
}

void report_json(const struct report *report, struct json *json)
{
	json_open_object(json, NULL);
	json_text(json, "title", report->title);
	json_text(json, "footer", report->footer);
	json_open_list(json, "parts");
	for (int page = 0; page < REPORT_PAGES; page++) {
		for (size_t i = 0; i < report->pages[page].count; i++)
			add_part(json, &report->pages[page].parts[i]);
	}
	json_close_list(json);
	json_close_object(json);
}
