/* SPDX-License-Identifier: MIT */
#include "export/report.h"

#include "md_parts.h"

static void add_row(const struct report_part *part, size_t first, struct str *out)
{
	str_add_char(out, '|');
	for (size_t i = 0; i < part->column_count; i++) {
		str_add_char(out, ' ');
		if (first + i < part->cell_count)
			md_add_text(out, part->cells[first + i]);
		str_add(out, " |");
	}
	str_add_char(out, '\n');
}

static void add_table(const struct report_part *part, struct str *out)
{
	str_add_char(out, '|');
	for (size_t i = 0; i < part->column_count; i++) {
		str_add_char(out, ' ');
		md_add_text(out, part->columns[i].head);
		str_add(out, " |");
	}
	str_add(out, "\n|");
	for (size_t i = 0; i < part->column_count; i++)
		str_add(out, part->columns[i].right ? " ---: |" : " --- |");
	str_add_char(out, '\n');
	for (size_t i = 0; i < part->cell_count; i += part->column_count)
		add_row(part, i, out);
	str_add_char(out, '\n');
}

static void add_part(const struct report_part *part, struct str *out)
{
	str_add(out, "## ");
	md_add_text(out, part->title);
	str_add(out, "\n\n");
	for (size_t i = 0; i < part->fact_count; i++) {
		str_add(out, "- ");
		if (part->facts[i].name[0] != '\0') {
			str_add(out, "**");
			md_add_text(out, part->facts[i].name);
			str_add(out, "** ");
		}
		md_add_text(out, part->facts[i].text[0] != '\0' ? part->facts[i].text : "........");
		str_add_char(out, '\n');
	}
	if (part->fact_count > 0)
		str_add_char(out, '\n');
	if (part->column_count > 0)
		add_table(part, out);
	for (size_t i = 0; i < part->paragraph_count; i++) {
		str_add(out, part->list ? "- " : "");
		md_add_text(out, part->paragraphs[i]);
		str_add(out, part->list ? "\n" : "\n\n");
	}
	if (part->list && part->paragraph_count > 0)
		str_add_char(out, '\n');
}

void report_md(const struct report *report, struct str *out)
{
	str_add(out, "# ");
	md_add_text(out, report->title == NULL ? "" : report->title);
	str_add(out, "\n\n");
	for (int page = 0; page < REPORT_PAGES; page++) {
		for (size_t i = 0; i < report->pages[page].count; i++)
			add_part(&report->pages[page].parts[i], out);
	}
	if (report->footer != NULL) {
		md_add_text(out, report->footer);
		str_add_char(out, '\n');
	}
}
