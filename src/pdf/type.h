/* SPDX-License-Identifier: MIT */
/*
 * Text set in type: measured, kept and drawn. Text that is set again is not set twice. Sizes and places are in points. Counts the
 * characters that no font here has. Knows nothing of pages.
 */
#ifndef TYPE_H
#define TYPE_H

#include <pango/pangocairo.h>

#include "base/str.h"

enum weight { WEIGHT_USUAL, WEIGHT_BOLD };

struct face {
	double size;
	enum weight weight;
};

enum { TYPE_MISSING_MAX = 12 };

struct type {
	PangoContext *context; /* owned */
	GHashTable *kept;      /* owned */
	uint32_t missing[TYPE_MISSING_MAX];
	size_t missing_count, missing_more; /* each character once */
};

/* Text as set; borrowed from its type until that is freed. The layout is of one size for all faces: it is drawn by the scale. */
struct setting {
	PangoLayout *layout;
	double scale;
	double width, height;
	double baseline; /* of its first line, from the top */
};

/* To be freed. */
void type_begin(struct type *type, cairo_t *cairo);
void type_free(struct type *type);

/* On one line, however wide; or in lines of a width. */
const struct setting *type_line(struct type *type, struct face face, const char *text);
const struct setting *type_lines(struct type *type, struct face face, const char *text,
				 double width);

/* On one line of at most a width, cut with an ellipsis. */
const struct setting *type_cut(struct type *type, struct face face, const char *text, double width);

/* Draws a line with its baseline at y; one of the lines of several; or all of them with their upper left corner there. */
void type_draw(cairo_t *cairo, const struct setting *line, double x, double y);
void type_draw_line(cairo_t *cairo, const struct setting *lines, PangoLayoutLine *line, double x,
		    double y);
void type_draw_lines(cairo_t *cairo, const struct setting *lines, double x, double y);

/*
 * Lines that are drawn together, which is quicker than one by one. Those of another font than the one before, or that are not plain,
 * are drawn by themselves; in the order in which they were added.
 */
struct together {
	cairo_t *cairo;
	PangoFont *font;  /* borrowed */
	double scale;     /* of it; what is put is in its units */
	GArray *glyphs;   /* owned; cairo_glyph_t */
	GArray *clusters; /* owned; cairo_text_cluster_t */
	GString *text;    /* owned */
};

void together_begin(struct together *together, cairo_t *cairo);
void together_add(struct together *together, const struct setting *line, double x, double y);
void together_draw(struct together *together); /* empty afterwards */
void together_free(struct together *together);

#endif
