/* SPDX-License-Identifier: MIT */
#include "export/html.h"

#include "html_parts.h"
#include "sheet_words.h"

/* The browser itself is told that this page fetches and runs nothing. */
static const char head[] =
	"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	"<meta name=\"referrer\" content=\"no-referrer\">\n"
	"<meta http-equiv=\"Content-Security-Policy\" "
	"content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>";

void html_add_head(struct str *out, const char *title, const char *paper, const char *foot)
{
	str_add(out, head);
	html_add_text(out, title);
	str_add(out, "</title>\n");
	html_add_style(out, paper, foot);
	str_add(out, "</head>\n<body>\n<header>\n<h1 dir=\"auto\">");
	html_add_text(out, title);
	str_add(out, "</h1>\n");
}

static void add_facts(struct str *out, const struct sheet *sheet)
{
	if (sheet->fact_count == 0)
		return;
	str_add(out, "<dl>\n");
	for (size_t i = 0; i < sheet->fact_count; i++) {
		const struct sheet_fact *fact = &sheet->facts[i];

		str_add(out, "<div><dt>");
		html_add_text(out, fact->name);
		str_add(out, fact->text[0] == '\0' ? "</dt><dd class=\"blank\">"
						   : "</dt><dd dir=\"auto\">");
		html_add_text(out, fact->text);
		str_add(out, "</dd></div>\n");
	}
	str_add(out, "</dl>\n");
}

static void add_texts(struct str *out, const char *title, char *const *texts, size_t count)
{
	if (count == 0)
		return;
	str_addf(out, "<h2>%s</h2>\n<ul>\n", title);
	for (size_t i = 0; i < count; i++) {
		str_add(out, "<li dir=\"auto\">");
		html_add_text(out, texts[i]);
		str_add(out, "</li>\n");
	}
	str_add(out, "</ul>\n");
}

void html_write(const struct sheet *sheet, struct html_options options, struct str *out)
{
	const char *title = sheet->title == NULL ? "" : sheet->title;

	html_add_head(out, title, options.paper, sheet->note_count > 0 ? sheet->notes[0] : "");
	add_facts(out, sheet);
	str_add(out, "</header>\n<main>\n");
	if (!sheet->weigh)
		html_add_chart(out, sheet);
	add_texts(out, "To mind", sheet->cautions, sheet->caution_count);
	/* A phone shows no boxes, and has no use for how to tick them. */
	str_addf(out, "<h2>%s</h2>\n<p%s>", sheet->weigh ? sheet_ahead(sheet) : "Day by day",
		 sheet->weigh ? "" : " class=\"fill\"");
	html_add_text(out, sheet_legend(sheet));
	str_add(out, "</p>\n");
	html_add_weeks(out, sheet);
	str_add(out, "</main>\n<footer>\n");
	add_texts(out, "To know", sheet->notes, sheet->note_count);
	str_add(out, "</footer>\n</body>\n</html>\n");
}
