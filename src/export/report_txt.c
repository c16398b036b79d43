/* SPDX-License-Identifier: MIT */
#include "export/report.h"

#include <stdlib.h>
#include <string.h>

#include "base/plural.h"
#include "base/utf8.h"
#include "txt_body.h"

enum { NAME_WIDTH = 14, BLANK_WIDTH = 40, LINE_WIDTH = 70, GAP = 2, INDENT = 2, LAST_LEAST = 18 };

/* One page while it is fitted: rows left out of its longest table, and a bound on its lines. */
struct fit {
	size_t longest; /* part */
	size_t skip;    /* rows */
};

static size_t rows_of(const struct report_part *part)
{
	return part->column_count == 0 ? 0 : part->cell_count / part->column_count;
}

static void plain(const struct txt_body *body, const char *text, struct str *out)
{
	str_reset(out);
	txt_add_plain(out, text, body->ascii);
}

static void add_title(struct txt_body *body, const char *title)
{
	struct str line = STR_INIT, text = STR_INIT;
	int width;

	plain(body, title, &text);
	utf8_add_padded(&line, text.data,
			utf8_width(text.data) < TXT_WIDTH ? utf8_width(text.data) : TXT_WIDTH,
			body->ascii);
	str_add_char(&line, ' ');
	width = utf8_width(line.data);
	str_add_repeat(&line, "-", width < TXT_WIDTH ? (size_t)(TXT_WIDTH - width) : 0);
	txt_body_line(body, line.data);
	str_free(&line);
	str_free(&text);
}

static void add_fact(struct txt_body *body, const struct report_fact *fact)
{
	struct str lead = STR_INIT, text = STR_INIT;

	plain(body, fact->name, &text);
	str_add_repeat(&lead, " ", INDENT);
	if (text.len > 0)
		utf8_add_padded(&lead, text.data, NAME_WIDTH, body->ascii);
	plain(body, fact->text, &text);
	if (fact->text[0] == '\0')
		str_add_repeat(&text, "_", fact->name[0] == '\0' ? LINE_WIDTH : BLANK_WIDTH);
	txt_body_wrap(body, lead.data, text.data);
	str_free(&lead);
	str_free(&text);
}

/* Takes at most so many columns from a width, down to the least; gives what could not be taken. */
static int take(int *width, int least, int columns)
{
	int most = *width > least ? *width - least : 0;
	int taken = columns < most ? columns : most;

	*width -= taken;
	return columns - taken;
}

/* Where the columns are too wide together the last one gives way, and then the widest text before it. */
static void fit_columns(const struct report_part *part, int over, int *widths)
{
	size_t last = part->column_count - 1, widest = last;

	over = take(&widths[last], LAST_LEAST, over);
	for (size_t c = 0; c < last; c++) {
		if (!part->columns[c].right && (widest == last || widths[c] > widths[widest]))
			widest = c;
	}
	take(&widths[widest], 1, over);
}

static void measure(const struct txt_body *body, const struct report_part *part, int *widths)
{
	struct str text = STR_INIT;
	int all = INDENT - GAP;

	for (size_t c = 0; c < part->column_count; c++) {
		widths[c] = utf8_width(part->columns[c].head);
		for (size_t i = c; i < part->cell_count; i += part->column_count) {
			plain(body, part->cells[i], &text);
			if (utf8_width(text.data) > widths[c])
				widths[c] = utf8_width(text.data);
		}
		all += widths[c] + GAP;
	}
	if (all > TXT_WIDTH)
		fit_columns(part, all - TXT_WIDTH, widths);
	str_free(&text);
}

/* One line's worth of a cell; *text is what is left of it. */
static void add_cell(const struct txt_body *body, bool right, int width, const char **text,
		     struct str *line)
{
	size_t len = txt_line_of(*text, width);
	struct str part = STR_INIT;
	int spare;

	str_add_bytes(&part, *text, len);
	*text += len + strspn(*text + len, " ");
	spare = width - utf8_width(part.data);
	if (right && spare > 0)
		str_add_repeat(line, " ", (size_t)spare);
	utf8_add_padded(line, part.data, right && spare > 0 ? width - spare : width, body->ascii);
	str_free(&part);
}

/* One row of a table, in as many lines as its longest cell takes. */
static void add_row(struct txt_body *body, const struct report_part *part, const int *widths,
		    const char *const *cells)
{
	struct str texts[REPORT_COLUMN_MAX], line = STR_INIT;
	const char *left[REPORT_COLUMN_MAX];
	bool more = true;

	for (size_t c = 0; c < part->column_count; c++) {
		texts[c] = (struct str)STR_INIT;
		plain(body, cells[c], &texts[c]);
		left[c] = texts[c].data;
	}
	while (more) {
		more = false;
		str_reset(&line);
		str_add_repeat(&line, " ", INDENT - GAP);
		for (size_t c = 0; c < part->column_count; c++) {
			str_add_repeat(&line, " ", GAP);
			add_cell(body, part->columns[c].right, widths[c], &left[c], &line);
			more = more || *left[c] != '\0';
		}
		txt_body_line(body, line.data);
	}
	for (size_t c = 0; c < part->column_count; c++)
		str_free(&texts[c]);
	str_free(&line);
}

static void add_table(struct txt_body *body, const struct report_part *part, size_t skip)
{
	const char *cells[REPORT_COLUMN_MAX];
	int widths[REPORT_COLUMN_MAX] = {0};
	struct str line = STR_INIT;

	measure(body, part, widths);
	for (size_t c = 0; c < part->column_count; c++)
		cells[c] = part->columns[c].head;
	add_row(body, part, widths, cells);
	if (skip > 0) {
		str_addf(&line,
			 plural_of((int64_t)skip, "  (%zu earlier row is left out here)",
				   "  (%zu earlier rows are left out here)"),
			 skip);
		txt_body_line(body, line.data);
	}
	for (size_t row = skip; row < rows_of(part); row++) {
		for (size_t c = 0; c < part->column_count; c++)
			cells[c] = part->cells[row * part->column_count + c];
		add_row(body, part, widths, cells);
	}
	str_free(&line);
}

static void add_paragraphs(struct txt_body *body, const struct report_part *part)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < part->paragraph_count; i++) {
		plain(body, part->paragraphs[i], &text);
		txt_body_wrap(body, "  ", text.data);
	}
	str_free(&text);
}

static void add_page(struct txt_body *body, const struct report_page *page, struct fit fit)
{
	for (size_t i = 0; i < page->count; i++) {
		const struct report_part *part = &page->parts[i];

		txt_body_open(body, false);
		add_title(body, part->title);
		for (size_t f = 0; f < part->fact_count; f++)
			add_fact(body, &part->facts[f]);
		if (part->column_count > 0)
			add_table(body, part, i == fit.longest ? fit.skip : 0);
		add_paragraphs(body, part);
	}
}

/* A blank line parts two blocks. */
static int lines_of(const struct txt_body *body)
{
	int lines = body->count > 0 ? (int)body->count - 1 : 0;

	for (size_t i = 0; i < body->count; i++)
		lines += body->blocks[i].lines;
	return lines;
}

static struct fit fit_page(const struct report_page *page, bool ascii, int room)
{
	struct fit fit = {.longest = 0};
	bool over = page->count > 0;

	for (size_t i = 1; i < page->count; i++) {
		if (rows_of(&page->parts[i]) > rows_of(&page->parts[fit.longest]))
			fit.longest = i;
	}
	while (over) {
		struct txt_body body = {.ascii = ascii, .text = STR_INIT, .head = STR_INIT};

		add_page(&body, page, fit);
		over = lines_of(&body) > room && fit.skip < rows_of(&page->parts[fit.longest]);
		txt_body_free(&body);
		fit.skip += over ? 1 : 0;
	}
	return fit;
}

/* What still does not fit gives way from the end. */
static void cut_to(struct txt_body *body, size_t first, int room)
{
	int lines = -1;

	for (size_t i = first; i < body->count; i++) {
		struct txt_block *block = &body->blocks[i];

		lines++;
		if (lines + block->lines > room)
			block->lines = room > lines ? room - lines : 0;
		lines += block->lines;
	}
	while (body->count > first && body->blocks[body->count - 1].lines == 0)
		body->count--;
}

static void print(const struct report *report, struct txt_options options, bool whole,
		  struct str *out)
{
	struct txt_body body = {.ascii = options.ascii, .text = STR_INIT, .head = STR_INIT};
	struct txt_frame frame = {.page_lines = options.page_lines};
	struct str title = STR_INIT, footer = STR_INIT;

	txt_add_plain(&title, report->title == NULL ? "" : report->title, options.ascii);
	txt_add_plain(&footer, report->footer == NULL ? "" : report->footer, options.ascii);
	frame.title = title.data;
	frame.footer = footer.data;
	for (int i = 0; i < REPORT_PAGES; i++) {
		size_t first = body.count;
		int room = txt_frame_room(&frame);

		if (i > 0 && report->pages[i].count > 0)
			txt_body_turn(&body);
		if (whole) {
			add_page(&body, &report->pages[i], (struct fit){.longest = 0});
			continue;
		}
		add_page(&body, &report->pages[i],
			 fit_page(&report->pages[i], options.ascii, room));
		cut_to(&body, first, room);
	}
	txt_body_print(&body, &frame, out);
	txt_body_free(&body);
	str_free(&title);
	str_free(&footer);
}

void report_txt(const struct report *report, struct txt_options options, struct str *out)
{
	print(report, options, false, out);
}

void report_txt_whole(const struct report *report, struct txt_options options, struct str *out)
{
	print(report, options, true, out);
}
