/* SPDX-License-Identifier: MIT */
#include "export/report.h"

#include "html_parts.h"

static void tagged(const char *tag, const char *text, struct str *out)
{
	str_addf(out, "<%s dir=\"auto\">", tag);
	html_add_text(out, text);
	str_addf(out, "</%s>\n", tag);
}

static void add_facts(const struct report_part *part, struct str *out)
{
	if (part->fact_count == 0)
		return;
	str_add(out, "<dl>\n");
	for (size_t i = 0; i < part->fact_count; i++) {
		bool blank = part->facts[i].text[0] == '\0';

		str_add(out, "<div><dt>");
		html_add_text(out, part->facts[i].name);
		str_add(out, blank ? "</dt><dd class=\"blank\">" : "</dt><dd dir=\"auto\">");
		html_add_text(out, part->facts[i].text);
		str_add(out, "</dd></div>\n");
	}
	str_add(out, "</dl>\n");
}

static void add_table(const struct report_part *part, struct str *out)
{
	if (part->column_count == 0)
		return;
	str_add(out, "<div class=\"scroll\"><table>\n<thead><tr>");
	for (size_t i = 0; i < part->column_count; i++)
		tagged("th", part->columns[i].head, out);
	str_add(out, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < part->cell_count; i++) {
		str_add(out, i % part->column_count == 0 ? "<tr>" : "");
		tagged("td", part->cells[i], out);
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
	str_add(out, "<ul>\n");
	for (size_t i = 0; i < part->paragraph_count; i++)
		tagged("li", part->paragraphs[i], out);
	str_add(out, "</ul>\n");
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
