/* SPDX-License-Identifier: MIT */
#include "app/report.h"

#include "report_parts.h"

static void read_table(const struct report_part *part, const struct report_reader *reader)
{
	const char *heads[REPORT_COLUMN_MAX];
	bool figures[REPORT_COLUMN_MAX];

	for (size_t i = 0; i < part->column_count; i++) {
		heads[i] = part->columns[i].head;
		figures[i] = part->columns[i].right;
	}
	reader->heads(reader->context, &(struct report_heads){.heads = heads,
							      .figures = figures,
							      .count = part->column_count});
	for (size_t i = 0; i + part->column_count <= part->cell_count; i += part->column_count)
		reader->row(reader->context, part->cells + i);
}

static void read_part(const struct report_part *part, const struct report_reader *reader)
{
	reader->part(reader->context, part->title);
	for (size_t i = 0; i < part->fact_count; i++)
		reader->fact(reader->context, part->facts[i].name, part->facts[i].text);
	if (part->column_count > 0)
		read_table(part, reader);
	for (size_t i = 0; i < part->paragraph_count; i++)
		reader->paragraph(reader->context, part->paragraphs[i]);
}

bool app_report_read(struct app *app, const struct export_request *request,
		     const struct report_reader *reader, struct err *err)
{
	struct report report;

	if (!paper_report_begin(app, request, &report, err))
		return false;
	for (size_t page = 0; page < REPORT_PAGES; page++) {
		for (size_t i = 0; i < report.pages[page].count; i++)
			read_part(&report.pages[page].parts[i], reader);
	}
	report_free(&report);
	return true;
}
