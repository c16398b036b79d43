/* SPDX-License-Identifier: MIT */
#include "export/txt.h"

#include "base/utf8.h"
#include "sheet_words.h"
#include "txt_parts.h"

enum { FACT_NAME_WIDTH = 24, BLANK_WIDTH = 48 };

static int widest_name(const struct sheet *sheet)
{
	int widest = 0;

	for (size_t i = 0; i < sheet->fact_count; i++) {
		int width = utf8_width(sheet->facts[i].name);

		if (width > widest)
			widest = width;
	}
	return widest < FACT_NAME_WIDTH ? widest : FACT_NAME_WIDTH;
}

static void add_fact(struct txt_body *body, const char *name, const char *text, int width)
{
	struct str plain = STR_INIT, lead = STR_INIT, rest = STR_INIT;

	txt_add_plain(&plain, name, body->ascii);
	utf8_add_padded(&lead, plain.data, width, body->ascii);
	str_add(&lead, "  ");
	if (text[0] == '\0')
		str_add_repeat(&rest, "_", BLANK_WIDTH);
	else
		txt_add_plain(&rest, text, body->ascii);
	txt_body_wrap(body, lead.data, rest.data);
	str_free(&plain);
	str_free(&lead);
	str_free(&rest);
}

static void add_facts(struct txt_body *body, const struct sheet *sheet)
{
	int width = widest_name(sheet);

	if (sheet->fact_count == 0)
		return;
	txt_body_open(body, false);
	for (size_t i = 0; i < sheet->fact_count; i++)
		add_fact(body, sheet->facts[i].name, sheet->facts[i].text, width);
}

static void add_paragraph(struct txt_body *body, const char *lead, const char *text)
{
	struct str plain = STR_INIT;

	txt_add_plain(&plain, text, body->ascii);
	txt_body_wrap(body, lead, plain.data);
	str_free(&plain);
}

static void add_cautions(struct txt_body *body, const struct sheet *sheet)
{
	if (sheet->caution_count == 0)
		return;
	txt_body_open(body, false);
	for (size_t i = 0; i < sheet->caution_count; i++)
		add_paragraph(body, "* ", sheet->cautions[i]);
}

/* The first note, whom to call, belongs on every page; but it is never cut. */
static bool fits_footer(const struct str *note)
{
	return utf8_width(note->data) <= TXT_WIDTH;
}

void txt_write(const struct sheet *sheet, struct txt_options options, struct str *out)
{
	struct txt_body body = {.ascii = options.ascii, .text = STR_INIT, .head = STR_INIT};
	struct txt_frame frame = {.page_lines = options.page_lines, .footer = ""};
	struct str title = STR_INIT, footer = STR_INIT;

	txt_add_plain(&title, sheet->title == NULL ? "" : sheet->title, options.ascii);
	frame.title = title.data;
	if (sheet->note_count > 0)
		txt_add_plain(&footer, sheet->notes[0], options.ascii);
	if (fits_footer(&footer))
		frame.footer = footer.data;
	add_facts(&body, sheet);
	if (!sheet->weigh)
		txt_add_chart(&body, sheet->schedule);
	add_cautions(&body, sheet);
	txt_body_open(&body, false);
	txt_body_wrap(&body, "", sheet_legend(sheet));
	txt_add_table(&body, sheet);
	for (size_t i = frame.footer[0] == '\0' ? 0 : 1; i < sheet->note_count; i++) {
		txt_body_open(&body, false);
		add_paragraph(&body, "", sheet->notes[i]);
	}
	txt_body_print(&body, &frame, out);
	txt_body_free(&body);
	str_free(&title);
	str_free(&footer);
}
