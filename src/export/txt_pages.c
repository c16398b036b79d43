/* SPDX-License-Identifier: MIT */
#include "txt_body.h"

#include <string.h>

#include "base/utf8.h"

/* A month and a bit: what a person can look over on one sheet. */
enum { PAGE_WEEKS = 4, PAGE_LINES_LEAST = 24, HEADER_LINES = 3, FOOTER_LINES = 2 };

struct pager {
	const struct txt_body *body;
	const struct txt_frame *frame;
	struct str *out; /* NULL while pages are only counted */
	int room;        /* lines of a page between header and footer */
	int used;
	int page, page_count;
	int weeks;
	bool headed; /* the table's head is on this page */
};

static void put(struct pager *pager, const char *lines, size_t len)
{
	if (pager->out != NULL)
		str_add_bytes(pager->out, lines, len);
}

static void put_header(struct pager *pager)
{
	struct str line = STR_INIT, page = STR_INIT;

	str_addf(&page, "page %d of %d", pager->page, pager->page_count);
	utf8_add_padded(&line, pager->frame->title, TXT_WIDTH - 2 - (int)page.len,
			pager->body->ascii);
	str_add(&line, "  ");
	str_add(&line, page.data);
	str_add_char(&line, '\n');
	str_add_repeat(&line, "=", TXT_WIDTH);
	str_add(&line, "\n\n");
	put(pager, line.data, line.len);
	str_free(&line);
	str_free(&page);
}

static void put_footer(struct pager *pager)
{
	if (pager->frame->footer[0] == '\0')
		return;
	put(pager, "\n", 1);
	put(pager, pager->frame->footer, strlen(pager->frame->footer));
	put(pager, "\n", 1);
}

static void turn_page(struct pager *pager)
{
	if (pager->page > 0) {
		put_footer(pager);
		put(pager, "\f", 1);
	}
	pager->page++;
	pager->used = 0;
	pager->weeks = 0;
	pager->headed = false;
	put_header(pager);
}

static void put_table_head(struct pager *pager)
{
	put(pager, pager->body->head.data, pager->body->head.len);
	pager->used += pager->body->head_lines;
	pager->headed = true;
}

static void put_line(struct pager *pager, const struct txt_block *block, const char **line)
{
	size_t len = strcspn(*line, "\n") + 1;

	if (pager->used == pager->room)
		turn_page(pager);
	if (block->week && !pager->headed)
		put_table_head(pager);
	put(pager, *line, len);
	pager->used++;
	*line += len;
}

static void put_block(struct pager *pager, const struct txt_block *block)
{
	int head = block->week && !pager->headed ? pager->body->head_lines : 0;
	const char *line = pager->body->text.data + block->from;

	if (pager->page == 0 || block->turns ||
	    pager->used + 1 + head + block->lines > pager->room ||
	    (block->week && pager->weeks == PAGE_WEEKS))
		turn_page(pager);
	if (pager->used > 0) {
		put(pager, "\n", 1);
		pager->used++;
	}
	for (int i = 0; i < block->lines; i++)
		put_line(pager, block, &line);
	pager->weeks += block->week ? 1 : 0;
}

int txt_frame_room(const struct txt_frame *frame)
{
	int lines = frame->page_lines < PAGE_LINES_LEAST ? PAGE_LINES_LEAST : frame->page_lines;

	return lines - HEADER_LINES - (frame->footer[0] == '\0' ? 0 : FOOTER_LINES);
}

static int put_pages(const struct txt_body *body, const struct txt_frame *frame, int page_count,
		     struct str *out)
{
	struct pager pager = {.body = body, .frame = frame, .out = out, .page_count = page_count};

	pager.room = txt_frame_room(frame);
	for (size_t i = 0; i < body->count; i++)
		put_block(&pager, &body->blocks[i]);
	put_footer(&pager);
	return pager.page;
}

void txt_body_print(const struct txt_body *body, const struct txt_frame *frame, struct str *out)
{
	int page_count = put_pages(body, frame, 0, NULL);

	put_pages(body, frame, page_count, out);
}
