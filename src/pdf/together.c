/* SPDX-License-Identifier: MIT */
#include "type.h"

void together_begin(struct together *together, cairo_t *cairo)
{
	*together = (struct together){
		.cairo = cairo,
		.glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t)),
		.clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t)),
		.text = g_string_new(NULL),
	};
}

void together_free(struct together *together)
{
	g_array_free(together->glyphs, TRUE);
	g_array_free(together->clusters, TRUE);
	g_string_free(together->text, TRUE);
}

void together_draw(struct together *together)
{
	if (together->glyphs->len > 0) {
		cairo_save(together->cairo);
		cairo_scale(together->cairo, together->scale, together->scale);
		cairo_set_scaled_font(together->cairo, pango_cairo_font_get_scaled_font(
							       PANGO_CAIRO_FONT(together->font)));
		cairo_show_text_glyphs(
			together->cairo, together->text->str, (int)together->text->len,
			(const cairo_glyph_t *)(void *)together->glyphs->data,
			(int)together->glyphs->len,
			(const cairo_text_cluster_t *)(void *)together->clusters->data,
			(int)together->clusters->len, 0);
		cairo_restore(together->cairo);
	}
	g_array_set_size(together->glyphs, 0);
	g_array_set_size(together->clusters, 0);
	g_string_truncate(together->text, 0);
	together->font = NULL;
}

/* One run from left to right, every glyph of which the font has. */
static const PangoGlyphItem *plain_run(const struct setting *line)
{
	PangoLayoutLine *first = pango_layout_get_line_readonly(line->layout, 0);
	const PangoGlyphItem *run = first->runs != NULL ? first->runs->data : NULL;

	if (run == NULL || first->runs->next != NULL || run->item->analysis.level % 2 != 0)
		return NULL;
	for (int i = 0; i < run->glyphs->num_glyphs; i++) {
		PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

		if (glyph == PANGO_GLYPH_EMPTY || (glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
			return NULL;
	}
	return run;
}

static void add_glyph(struct together *together, const PangoGlyphInfo *info, double x, double y)
{
	cairo_glyph_t glyph = {
		.index = info->glyph,
		.x = x + pango_units_to_double(info->geometry.x_offset),
		.y = y + pango_units_to_double(info->geometry.y_offset),
	};

	g_array_append_val(together->glyphs, glyph);
}

/* The bytes from one cluster to the next belong to the glyphs of the first. */
static void add_clusters(struct together *together, const PangoGlyphItem *run)
{
	const PangoGlyphString *glyphs = run->glyphs;

	for (int i = 0, end; i < glyphs->num_glyphs; i = end) {
		cairo_text_cluster_t cluster;
		int after;

		for (end = i + 1; end < glyphs->num_glyphs &&
				  glyphs->log_clusters[end] == glyphs->log_clusters[i];)
			end++;
		after = end < glyphs->num_glyphs ? glyphs->log_clusters[end] : run->item->length;
		cluster.num_glyphs = end - i;
		cluster.num_bytes = after - glyphs->log_clusters[i];
		g_array_append_val(together->clusters, cluster);
	}
}

void together_add(struct together *together, const struct setting *line, double x, double y)
{
	const PangoGlyphItem *run = plain_run(line);

	if (run == NULL || run->item->analysis.font != together->font ||
	    line->scale != together->scale)
		together_draw(together);
	if (run == NULL) {
		type_draw(together->cairo, line, x, y);
		return;
	}
	together->font = run->item->analysis.font;
	together->scale = line->scale;
	x /= line->scale;
	y /= line->scale;
	for (int i = 0; i < run->glyphs->num_glyphs; i++) {
		add_glyph(together, &run->glyphs->glyphs[i], x, y);
		x += pango_units_to_double(run->glyphs->glyphs[i].geometry.width);
	}
	add_clusters(together, run);
	g_string_append_len(together->text, pango_layout_get_text(line->layout) + run->item->offset,
			    run->item->length);
}
