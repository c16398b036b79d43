/* SPDX-License-Identifier: MIT */
#include "pdf_parts.h"

#include "base/utf8.h"

void pdf_text(struct json *json, const char *key, const char *text)
{
	struct str clean = STR_INIT;

	utf8_add_clean(&clean, text == NULL ? "" : text);
	json_text(json, key, clean.data);
	str_free(&clean);
}

void pdf_begin(struct json *json, const char *title, const char *footer, struct pdf_options options,
	       int pages)
{
	char day[DAY_TEXT_SIZE];

	json_open_object(json, NULL);
	json_text(json, "format", "taper-document/1");
	pdf_text(json, "title", title);
	pdf_text(json, "footer", footer);
	json_text(json, "made", day_iso(options.made, day));
	json_text(json, "program", "taper " TAPER_VERSION);
	json_text(json, "paper", options.letter ? "letter" : "a4");
	if (pages > 0)
		json_int(json, "pages", pages);
	json_open_list(json, "blocks");
}

void pdf_end(struct json *json, struct str *out)
{
	json_close_list(json);
	json_close_object(json);
	str_append(out, &json->out);
	str_add_char(out, '\n');
	json_free(json);
}

void pdf_heading(struct json *json, const char *text, bool turn)
{
	json_open_object(json, NULL);
	json_text(json, "kind", "heading");
	pdf_text(json, "text", text);
	if (turn)
		json_bool(json, "turn", true);
	json_close_object(json);
}

void pdf_paragraph(struct json *json, const char *text, bool bullet)
{
	json_open_object(json, NULL);
	json_text(json, "kind", "paragraph");
	pdf_text(json, "text", text);
	if (bullet)
		json_bool(json, "bullet", true);
	json_close_object(json);
}

void pdf_open_facts(struct json *json)
{
	json_open_object(json, NULL);
	json_text(json, "kind", "facts");
	json_open_list(json, "facts");
}

void pdf_fact(struct json *json, const char *name, const char *text)
{
	json_open_object(json, NULL);
	pdf_text(json, "name", name);
	pdf_text(json, "text", text);
	json_close_object(json);
}

void pdf_close_facts(struct json *json)
{
	json_close_list(json);
	json_close_object(json);
}

void pdf_column(struct json *json, const char *head, const char *below, const char *kind)
{
	json_open_object(json, NULL);
	pdf_text(json, "head", head);
	if (below != NULL)
		pdf_text(json, "below", below);
	json_text(json, "kind", kind);
	json_close_object(json);
}
