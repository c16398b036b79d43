/* SPDX-License-Identifier: MIT */
/*
 * How a check-in looks: a row for each question with its answer and its last days, the night, a note, and what the cuts of the
 * plan did. Draws values it is given; asks nobody.
 */
#ifndef CHECKIN_PAGE_H
#define CHECKIN_PAGE_H

#include "form.h"
#include "list.h"
#include "spark.h"

#include "app/checkin.h"

enum { CHECKIN_UNRATED = -1 };

struct checkin_row {
	const char *id, *name; /* borrowed from the series */
	enum symptom_group group;
	int rating; /* 0 to 4, or CHECKIN_UNRATED */
	struct spark spark;
};

/* The fields below the rows, in their order. */
enum { CHECKIN_SLEEP, CHECKIN_NOTE, CHECKIN_FIELDS };

struct checkin_page {
	struct day day;
	bool today; /* it is the day that now is */
	struct checkin_row rows[SYMPTOM_MAX];
	int row_count;
	struct list list; /* over the rows and the fields */
	struct form form; /* the fields; at is one of them, or -1 */
	struct spark sleep;
	const struct checkin_series *series;
	const char *told;    /* of the newest cut that says something; "" for none */
	const char *changed; /* all there is to tell, as prose */
};

struct checkin_layout {
	bool wide; /* groups, words for answers */
	struct rect head, scale, rows, told, foot, panel;
};

/* What all of it is worth, as a sentence. */
extern const char checkin_page_worth[];

struct checkin_layout checkin_layout(const struct checkin_page *page, struct rect area, bool plain);

/* Fills rows and fields from the days up to the one shown and its check-in; what is typed and not kept yet stays. */
void checkin_page_fill(struct checkin_page *page, const struct checkin_series *series,
		       const struct checkin *checkin);

void checkin_page_draw(const struct checkin_page *page, struct canvas *canvas, struct rect area);

#endif
