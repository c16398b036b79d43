/* SPDX-License-Identifier: MIT */
#include "export/report.h"

#include <ctype.h>

#include "html_parts.h"

static void tagged(const char *tag, const char *text, struct str *out)
{
	str_addf(out, "<%s dir=\"auto\">", tag);
	html_add_text(out, text);
	str_addf(out, "</%s>\n", tag);
}

static void add_fact(const struct report_fact *fact, struct str *out)
{
	bool blank = fact->text[0] == '\0';

	str_add(out, "<div><dt>");
	html_add_text(out, fact->name);
	str_add(out, blank ? "</dt><dd class=\"blank\">" : "</dt><dd dir=\"auto\">");
	html_add_text(out, fact->text);
	str_add(out, "</dd></div>\n");
}

/* A line to write on that has no name is no fact to a screen reader. */
static void add_facts(const struct report_part *part, struct str *out)
{
	bool open = false;

	for (size_t i = 0; i < part->fact_count; i++) {
		bool named = part->facts[i].name[0] != '\0';

		if (open != named)
			str_add(out, named ? "<dl>\n" : "</dl>\n");
		open = named;
		if (named)
			add_fact(&part->facts[i], out);
		else
			str_add(out, "<p class=\"blank\"></p>\n");
	}
	str_add(out, open ? "</dl>\n" : "");
}

/* More columns than fit beside each other on a phone: there each figure stands behind its own head. */
enum { COLUMNS_BESIDE = 6 };

static bool is_many(const struct report_part *part)
{
	return part->column_count > COLUMNS_BESIDE;
}

/* A number stays with the one after it: "08:05 2.5". */
static void add_kept(const char *cell, struct str *out)
{
	struct str text = STR_INIT;

	for (size_t i = 0; cell[i] != '\0'; i++) {
		if (cell[i] == ' ' && i > 0 && isdigit((unsigned char)cell[i - 1]) &&
		    isdigit((unsigned char)cell[i + 1]))
			str_add(&text, "\u00a0");
		else
			str_add_char(&text, cell[i]);
	}
	html_add_text(out, text.data == NULL ? "" : text.data);
	str_free(&text);
}

static void add_cell(const struct report_part *part, size_t i, struct str *out)
{
	const struct report_column *column = &part->columns[i % part->column_count];

	if (column == part->columns) {
		str_add(out, "<th scope=\"row\" dir=\"auto\">");
	} else if (is_many(part)) {
		str_add(out, "<td class=\"dose\" data-at=\"");
		html_add_text(out, column->head);
		str_add(out, "\" dir=\"auto\">");
	} else {
		str_add(out,
			column->right ? "<td dir=\"auto\">" : "<td class=\"words\" dir=\"auto\">");
	}
	add_kept(part->cells[i], out);
	str_add(out, column == part->columns ? "</th>\n" : "</td>\n");
}

static void add_head(const struct report_part *part, struct str *out)
{
	str_add(out, "<thead><tr>");
	for (size_t i = 0; i < part->column_count; i++) {
		str_addf(out, "<th scope=\"col\"%s dir=\"auto\">",
			 part->columns[i].right || i == 0 ? "" : " class=\"words\"");
		html_add_text(out, part->columns[i].head);
		str_add(out, "</th>\n");
	}
	str_add(out, "</tr></thead>\n");
}

static void add_table(const struct report_part *part, struct str *out)
{
	if (part->column_count == 0)
		return;
	str_addf(out, "<div class=\"scroll\"><table class=\"%s\">\n",
		 is_many(part) ? "plain many" : "plain");
	add_head(part, out);
	str_add(out, "<tbody>\n");
	for (size_t i = 0; i < part->cell_count; i++) {
		str_add(out, i % part->column_count == 0 ? "<tr>" : "");
		add_cell(part, i, out);
		str_add(out, (i + 1) % part->column_count == 0 ? "</tr>\n" : "");
	}
	str_add(out, "</tbody></table></div>\n");
}

static void add_part(const struct report_part *part, struct str *out)
{
	tagged("h2", part->title, out);
	add_facts(part, out);
	add_table(part, out);
	if (part->paragraph_count == 0)
		return;
	str_add(out, part->list ? "<ul>\n" : "");
	for (size_t i = 0; i < part->paragraph_count; i++)
		tagged(part->list ? "li" : "p", part->paragraphs[i], out);
	str_add(out, part->list ? "</ul>\n" : "");
}

void report_html(const struct report *report, const char *paper, struct str *out)
{
	const char *footer = report->footer == NULL ? "" : report->footer;

	html_add_head(out, report->title == NULL ? "" : report->title, paper, footer);
	str_add(out, "</header>\n<main>\n");
	for (int page = 0; page < REPORT_PAGES; page++) {
		for (size_t i = 0; i < report->pages[page].count; i++)
			add_part(&report->pages[page].parts[i], out);
	}
	str_add(out, "</main>\n<footer>\n");
	tagged("p", footer, out);
	str_add(out, "</footer>\n</body>\n</html>\n");
}
