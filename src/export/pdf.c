/* SPDX-License-Identifier: MIT */
#include "export/pdf.h"

#include "pdf_parts.h"
#include "sheet_words.h"

static void add_texts(struct json *json, const char *title, char *const *texts, size_t count)
{
	if (count == 0)
		return;
	pdf_heading(json, title, false);
	for (size_t i = 0; i < count; i++)
		pdf_paragraph(json, texts[i], true);
}

void pdf_sheet(const struct sheet *sheet, struct pdf_options options, struct str *out)
{
	struct json json = JSON_INIT;

	pdf_begin(&json, sheet->title, sheet->note_count > 0 ? sheet->notes[0] : NULL, options, 0);
	pdf_open_facts(&json);
	for (size_t i = 0; i < sheet->fact_count; i++)
		pdf_fact(&json, sheet->facts[i].name, sheet->facts[i].text);
	pdf_close_facts(&json);
	if (!sheet->weigh)
		pdf_add_chart(&json, sheet);
	add_texts(&json, "To mind", sheet->cautions, sheet->caution_count);
	pdf_heading(&json, sheet->weigh ? sheet_ahead(sheet) : "Day by day", false);
	pdf_paragraph(&json, sheet_legend(sheet), false);
	/* The first page is whole by itself: the pages after it are to be filled in. */
	if (sheet->weigh)
		pdf_add_weeks(&json, sheet);
	add_texts(&json, "To know", sheet->notes, sheet->note_count);
	if (!sheet->weigh)
		pdf_add_weeks(&json, sheet);
	pdf_end(&json, out);
}

/* A part's rows are one group without a title. */
static void add_table(struct json *json, const struct report_part *part)
{
	json_open_object(json, NULL);
	json_text(json, "kind", "table");
	json_open_list(json, "columns");
	for (size_t c = 0; c < part->column_count; c++)
		pdf_column(json, part->columns[c].head, NULL,
			   part->columns[c].right ? "figure" : "text");
	json_close_list(json);
	json_open_list(json, "groups");
	json_open_object(json, NULL);
	json_open_list(json, "rows");
	for (size_t i = 0; i + part->column_count <= part->cell_count; i += part->column_count) {
		json_open_object(json, NULL);
		json_open_list(json, "cells");
		for (size_t c = 0; c < part->column_count; c++)
			pdf_text(json, NULL, part->cells[i + c]);
		json_close_list(json);
		json_close_object(json);
	}
	json_close_list(json);
	json_close_object(json);
	json_close_list(json);
	json_close_object(json);
}

static void add_part(struct json *json, const struct report_part *part, bool turn)
{
	pdf_heading(json, part->title, turn);
	if (part->fact_count > 0) {
		pdf_open_facts(json);
		for (size_t i = 0; i < part->fact_count; i++)
			pdf_fact(json, part->facts[i].name, part->facts[i].text);
		pdf_close_facts(json);
	}
	if (part->column_count > 0)
		add_table(json, part);
	for (size_t i = 0; i < part->paragraph_count; i++)
		pdf_paragraph(json, part->paragraphs[i], part->list);
}

void pdf_report(const struct report *report, struct pdf_options options, int pages, struct str *out)
{
	struct json json = JSON_INIT;

	pdf_begin(&json, report->title, report->footer, options, pages);
	for (int page = 0; page < REPORT_PAGES; page++) {
		for (size_t i = 0; i < report->pages[page].count; i++)
			add_part(&json, &report->pages[page].parts[i], page > 0 && i == 0);
	}
	pdf_end(&json, out);
}
