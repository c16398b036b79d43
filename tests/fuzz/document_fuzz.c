/* SPDX-License-Identifier: MIT */
#include "document.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Nothing that was read may lead outside what was read, or have what should have been refused. */
static void look_at(const char *text)
{
	uint32_t code;

	if (!utf8_valid(text, strlen(text)))
		abort();
	while (*text != '\0') {
		text += utf8_decode(text, &code);
		if (code < 0x20 || utf8_is_harmful(code))
			abort();
	}
}

static void look_at_table(const struct document_table *table)
{
	for (size_t c = 0; c < table->column_count; c++) {
		look_at(table->columns[c].head);
		look_at(table->columns[c].below);
	}
	for (size_t g = 0; g < table->group_count; g++) {
		const struct document_group *group = &table->groups[g];

		look_at(group->title);
		look_at(group->note);
		look_at(group->under);
		for (size_t r = 0; r < group->row_count; r++) {
			const struct document_row *row = &group->rows[r];

			look_at(row->text);
			look_at(row->over);
			for (size_t c = 0; row->cells != NULL && c < table->column_count; c++)
				look_at(row->cells[c]);
		}
	}
}

static void look_at_chart(const struct document_chart *chart)
{
	for (size_t i = 0; i < chart->amount_count; i++)
		look_at(chart->amounts[i].text);
	for (size_t i = 0; i < chart->way_count; i++) {
		if (chart->way[i].day > chart->days || chart->way[i].amount > chart->top)
			abort();
	}
}

static void look_at_block(const struct document_block *block)
{
	look_at(block->text);
	for (size_t i = 0; i < block->fact_count; i++) {
		look_at(block->facts[i].name);
		look_at(block->facts[i].text);
	}
	look_at_chart(&block->chart);
	look_at_table(&block->table);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct feed_text text = {.text = (const char *)data, .len = size};
	struct document document = DOCUMENT_INIT;
	struct err err;

	if (!document_read(feed_of_text(&text), &document, &err))
		return 0;
	look_at(document.title);
	look_at(document.footer);
	for (size_t i = 0; i < document.block_count; i++)
		look_at_block(&document.blocks[i]);
	document_free(&document);
	return 0;
}
