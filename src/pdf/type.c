/* SPDX-License-Identifier: MIT */
#include "type.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Points. */
static const double set_size = 16;

enum how { HOW_LINE, HOW_LINES, HOW_CUT };

/* Also the value kept under it. */
struct kept {
	char *text; /* owned */
	struct face face;
	int width; /* in pango's units; -1: however wide */
	enum how how;
	struct setting setting;
};

static guint hash_of(gconstpointer key)
{
	const struct kept *kept = key;

	return g_str_hash(kept->text) ^ (guint)(kept->face.size * 64) ^
	       ((guint)kept->face.weight << 20) ^ ((guint)kept->width << 3);
}

static gboolean is_same(gconstpointer a, gconstpointer b)
{
	const struct kept *one = a, *other = b;

	return one->width == other->width && one->how == other->how &&
	       one->face.weight == other->face.weight &&
	       (int)(one->face.size * 64) == (int)(other->face.size * 64) &&
	       strcmp(one->text, other->text) == 0;
}

static void let_go(gpointer value)
{
	struct kept *kept = value;

	g_object_unref(kept->setting.layout);
	free(kept->text);
	free(kept);
}

/* A page has no pixels to which letters would have to be moved. */
static PangoContext *context_of(cairo_t *cairo)
{
	PangoContext *context = pango_cairo_create_context(cairo);
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_context_set_round_glyph_positions(context, FALSE);
	return context;
}

void type_begin(struct type *type, cairo_t *cairo)
{
	*type = (struct type){.context = context_of(cairo)};
	type->kept = g_hash_table_new_full(hash_of, is_same, NULL, let_go);
}

void type_free(struct type *type)
{
	g_hash_table_destroy(type->kept);
	g_object_unref(type->context);
}

static void add_missing(struct type *type, uint32_t code)
{
	for (size_t i = 0; i < type->missing_count; i++) {
		if (type->missing[i] == code)
			return;
	}
	if (type->missing_count < TYPE_MISSING_MAX)
		type->missing[type->missing_count++] = code;
	else
		type->missing_more++;
}

/* Pango gives the character itself where no font has it. */
static void look_for_missing(struct type *type, PangoLayout *layout)
{
	PangoLayoutIter *iter = pango_layout_get_iter(layout);

	do {
		const PangoGlyphItem *run = pango_layout_iter_get_run_readonly(iter);

		for (int i = 0; run != NULL && i < run->glyphs->num_glyphs; i++) {
			PangoGlyph glyph = run->glyphs->glyphs[i].glyph;

			if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
				add_missing(type, glyph & ~(PangoGlyph)PANGO_GLYPH_UNKNOWN_FLAG);
		}
	} while (pango_layout_iter_next_run(iter));
	pango_layout_iter_free(iter);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

enum { TOGETHER_MOST = 24 };

/* A number stays with its unit, or with the rest of it: "0.5 g", "0800 111 0 111". Not without end: any text comes here. */
static void keep_numbers(PangoLayout *layout, const char *text)
{
	PangoAttrList *list = pango_attr_list_new();
	size_t from = 0;

	for (size_t i = 1; text[i] != '\0' && text[i + 1] != '\0'; i++) {
		PangoAttribute *stay;

		if (text[i] != ' ')
			continue;
		if (!is_digit(text[i - 1]) || i - from > TOGETHER_MOST) {
			from = i + 1;
			continue;
		}
		stay = pango_attr_allow_breaks_new(FALSE);
		stay->start_index = (guint)i;
		stay->end_index = (guint)(i + 2);
		pango_attr_list_insert(list, stay);
	}
	pango_layout_set_attributes(layout, list);
	pango_attr_list_unref(list);
}

static void set(struct type *type, struct kept *kept)
{
	PangoFontDescription *font = pango_font_description_new();
	PangoLayout *layout = pango_layout_new(type->context);
	PangoRectangle logical;

	pango_font_description_set_family_static(font, "Sans");
	pango_font_description_set_weight(
		font, kept->face.weight == WEIGHT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_font_description_set_absolute_size(font, set_size * PANGO_SCALE);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_single_paragraph_mode(layout, TRUE);
	if (kept->how != HOW_LINE)
		pango_layout_set_width(layout, kept->width);
	if (kept->how == HOW_CUT)
		pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_text(layout, kept->text, -1);
	if (kept->how == HOW_LINES && strlen(kept->text) > 1)
		keep_numbers(layout, kept->text);
	pango_layout_get_extents(layout, NULL, &logical);
	kept->setting = (struct setting){
		.layout = layout,
		.scale = 1,
		.width = pango_units_to_double(logical.width),
		.height = pango_units_to_double(logical.height),
		.baseline = pango_units_to_double(pango_layout_get_baseline(layout)),
	};
	if (pango_layout_get_unknown_glyphs_count(layout) > 0)
		look_for_missing(type, layout);
}

/* Every size of a font is looked for among all that there are, which takes longer than all else: there is only one. */
static void set_by_scale(const struct setting *set, struct kept *kept)
{
	double scale = kept->face.size / set_size;

	kept->setting = (struct setting){
		.layout = g_object_ref(set->layout),
		.scale = scale,
		.width = set->width * scale,
		.height = set->height * scale,
		.baseline = set->baseline * scale,
	};
}

static struct kept *keep(struct type *type, const struct kept *like)
{
	struct kept *kept = mem_alloc(1, sizeof(*kept));

	*kept = *like;
	kept->text = mem_dup(like->text);
	g_hash_table_add(type->kept, kept);
	return kept;
}

static const struct setting *find(struct type *type, const struct kept *like)
{
	struct kept *kept = g_hash_table_lookup(type->kept, like), base = *like;
	struct kept *set_kept;

	if (kept != NULL)
		return &kept->setting;
	base.face.size = set_size;
	if (base.how != HOW_LINE)
		base.width = (int)(like->width * (set_size / like->face.size)) + 1;
	set_kept = g_hash_table_lookup(type->kept, &base);
	if (set_kept == NULL) {
		set_kept = keep(type, &base);
		set(type, set_kept);
	}
	if (is_same(&base, like))
		return &set_kept->setting;
	kept = keep(type, like);
	set_by_scale(&set_kept->setting, kept);
	return &kept->setting;
}

/* Only looked at: the text is copied where it is kept. */
static char *borrowed(const char *text)
{
	return (char *)(uintptr_t)text;
}

const struct setting *type_line(struct type *type, struct face face, const char *text)
{
	struct kept like = {.text = borrowed(text), .face = face, .width = -1, .how = HOW_LINE};

	return find(type, &like);
}

const struct setting *type_lines(struct type *type, struct face face, const char *text,
				 double width)
{
	struct kept like = {.text = borrowed(text),
			    .face = face,
			    .width = pango_units_from_double(width),
			    .how = HOW_LINES};

	return find(type, &like);
}

const struct setting *type_cut(struct type *type, struct face face, const char *text, double width)
{
	struct kept like = {.text = borrowed(text),
			    .face = face,
			    .width = pango_units_from_double(width),
			    .how = HOW_CUT};
	const struct setting *whole = type_line(type, face, text);

	return whole->width <= width ? whole : find(type, &like);
}

static void begin_scaled(cairo_t *cairo, const struct setting *set, double x, double y)
{
	cairo_save(cairo);
	cairo_translate(cairo, x, y);
	cairo_scale(cairo, set->scale, set->scale);
	cairo_move_to(cairo, 0, 0);
}

void type_draw_line(cairo_t *cairo, const struct setting *lines, PangoLayoutLine *line, double x,
		    double y)
{
	begin_scaled(cairo, lines, x, y);
	pango_cairo_show_layout_line(cairo, line);
	cairo_restore(cairo);
}

void type_draw_lines(cairo_t *cairo, const struct setting *lines, double x, double y)
{
	begin_scaled(cairo, lines, x, y);
	pango_cairo_show_layout(cairo, lines->layout);
	cairo_restore(cairo);
}

void type_draw(cairo_t *cairo, const struct setting *line, double x, double y)
{
	type_draw_line(cairo, line, pango_layout_get_line_readonly(line->layout, 0), x, y);
}
