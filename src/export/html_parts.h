/* SPDX-License-Identifier: MIT */
/*
 * The parts of a page, each added to out.
 */
#ifndef HTML_PARTS_H
#define HTML_PARTS_H

#include "export/sheet.h"

/*
 * Text as it may stand between tags and in quoted attributes. One that a spreadsheet opening the page would run as a formula
 * gets a leading '.
 */
void html_add_text(struct str *out, const char *text);

/* <style>: light, dark, narrow, on paper of a size (NULL: any), with a line at the foot of each sheet of paper. */
void html_add_style(struct str *out, const char *paper, const char *foot);

/* All up to and with the heading of the page; the header stays open. */
void html_add_head(struct str *out, const char *title, const char *paper, const char *foot);

/* The whole way as a drawing, with its words for who can't see it. */
void html_add_chart(struct str *out, const struct sheet *sheet);

/* One headed table a week. */
void html_add_weeks(struct str *out, const struct sheet *sheet);

#endif
