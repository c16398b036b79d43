/* SPDX-License-Identifier: MIT */
#include "export/report.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"

static void part_free(struct report_part *part)
{
	for (size_t i = 0; i < part->fact_count; i++) {
		free(part->facts[i].name);
		free(part->facts[i].text);
	}
	for (size_t i = 0; i < part->cell_count; i++)
		free(part->cells[i]);
	for (size_t i = 0; i < part->paragraph_count; i++)
		free(part->paragraphs[i]);
	free(part->title);
	free(part->facts);
	free(part->cells);
	free(part->paragraphs);
}

void report_free(struct report *report)
{
	for (int page = 0; page < REPORT_PAGES; page++) {
		for (size_t i = 0; i < report->pages[page].count; i++)
			part_free(&report->pages[page].parts[i]);
		free(report->pages[page].parts);
	}
	free(report->title);
	free(report->footer);
	*report = (struct report)REPORT_INIT;
}

struct report_part *report_add_part(struct report *report, int page, const char *title)
{
	struct report_page *to;

	assert(page >= 0 && page < REPORT_PAGES);
	to = &report->pages[page];
	to->parts = mem_grow(to->parts, &to->cap, to->count + 1, sizeof(*to->parts));
	to->parts[to->count] = (struct report_part){.title = mem_dup(title)};
	return &to->parts[to->count++];
}

void report_add_fact(struct report_part *part, const char *name, const char *text)
{
	part->facts =
		mem_grow(part->facts, &part->fact_cap, part->fact_count + 1, sizeof(*part->facts));
	part->facts[part->fact_count++] =
		(struct report_fact){.name = mem_dup(name), .text = mem_dup(text)};
}

void report_set_columns(struct report_part *part, const struct report_column *columns, size_t count)
{
	assert(count > 0 && count <= REPORT_COLUMN_MAX && part->cell_count == 0);
	part->columns = columns;
	part->column_count = count;
}

void report_add_cell(struct report_part *part, const char *text)
{
	part->cells =
		mem_grow(part->cells, &part->cell_cap, part->cell_count + 1, sizeof(*part->cells));
	part->cells[part->cell_count++] = mem_dup(text);
}

void report_add_cellf(struct report_part *part, const char *fmt, ...)
{
	char text[256];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	report_add_cell(part, text);
}

void report_add_paragraph(struct report_part *part, const char *text)
{
	part->paragraphs = mem_grow(part->paragraphs, &part->paragraph_cap,
				    part->paragraph_count + 1, sizeof(*part->paragraphs));
	part->paragraphs[part->paragraph_count++] = mem_dup(text);
}
