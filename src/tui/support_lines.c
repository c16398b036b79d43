/* SPDX-License-Identifier: MIT */
#include "support_lines.h"

#include <string.h>

#include "app/guide.h"
#include "base/utf8.h"

enum { INDENT = 1, ENTRY = 3, NUMBER_MOST = 18, GAP = 2 };

static int reach_width(const struct help_country *country)
{
	int widest = 0;

	for (size_t i = 0; i < country->line_count; i++) {
		int width = utf8_width(help_line_reach(&country->lines[i]));

		if (width > widest && width <= NUMBER_MOST)
			widest = width;
	}
	return widest + GAP;
}

static void add_line(struct support_page *page, struct blocks *blocks, struct block block,
		     const struct help_line *line)
{
	char name_room[TEXT_ROOM], facts_room[TEXT_ROOM];
	struct str name = str_in(name_room, sizeof(name_room));
	struct str facts = str_in(facts_room, sizeof(facts_room));

	help_line_add_name(line, &name);
	block.lead = help_line_reach(line);
	block.text = name.data;
	blocks_item(blocks, block);
	support_parts_item(page, SUPPORT_LINE, (struct own_place){.part = OWN_REASON});
	help_line_add_facts(line, &facts);
	block.ink = ROLE_DIM;
	block.lead = NULL;
	block.text = facts.data;
	if (facts.len > 0)
		blocks_more(blocks, block);
	block.text = line->about;
	if (line->about[0] != '\0')
		blocks_more(blocks, block);
	str_free(&name);
	str_free(&facts);
}

static void add_kind(struct support_page *page, struct blocks *blocks,
		     const struct help_country *country, enum line_kind kind, int columns)
{
	bool any = false;

	for (size_t i = 0; i < country->line_count; i++) {
		int ink = kind == LINE_EMERGENCY ? ROLE_SAFETY : ROLE_ACCENT;

		if (country->lines[i].kind != kind)
			continue;
		if (!any)
			support_parts_part(page, blocks, columns, line_kind_title(kind));
		any = true;
		add_line(page, blocks,
			 (struct block){.columns = columns,
					.column = ENTRY,
					.width = reach_width(country),
					.lead_ink = ink | INK_BOLD,
					.ink = ROLE_TEXT},
			 &country->lines[i]);
	}
}

static void add_groups(struct support_page *page, struct blocks *blocks,
		       const struct support *support, int columns)
{
	struct block block = {.columns = columns, .column = ENTRY};
	bool any = false;

	for (size_t i = 0; i < support->lines.group_count; i++) {
		const struct peer_group *group = &support->lines.groups[i];
		char room[TEXT_ROOM];
		struct str text = str_in(room, sizeof(room));

		if (!peer_group_serves(group, support->country->code))
			continue;
		if (!any)
			support_parts_head(blocks, columns, "Groups of people in the same place");
		any = true;
		str_addf(&text, "%s%s%s", group->name, group->web[0] != '\0' ? "  " : "",
			 group->web);
		block.ink = ROLE_TEXT;
		block.text = text.data;
		blocks_item(blocks, block);
		support_parts_item(page, SUPPORT_LINE, (struct own_place){.part = OWN_REASON});
		block.ink = ROLE_DIM;
		block.text = group->about;
		if (group->about[0] != '\0')
			blocks_more(blocks, block);
		str_free(&text);
	}
}

static void add_end(struct blocks *blocks, const struct support_shown *shown, int columns)
{
	const struct support *support = &shown->support;
	struct block block = {.columns = columns, .column = INDENT, .ink = ROLE_DIM};

	blocks_words(blocks, (struct block){.columns = columns});
	if (strcmp(support->country->code, SUPPORT_ANYWHERE) != 0) {
		block.text = "More lines, in every country: findahelpline.com";
		blocks_words(blocks, block);
	}
	support_parts_say(shown, blocks, block,
			  "Numbers change. {sources} says where each comes from and when it was "
			  "looked at; {country} chooses another country.");
}

static void add_title(struct blocks *blocks, const struct support_shown *shown, int columns)
{
	const struct support *support = &shown->support;
	static const char *const whence[] = {
		[COUNTRY_ASKED] = NULL,
		[COUNTRY_SETTINGS] = NULL,
		[COUNTRY_LOCALE] = "Guessed from your language settings; {country} changes it.",
		[COUNTRY_NONE] = "taper does not know your country; {country} chooses it.",
	};
	char room[TEXT_ROOM];
	struct str title = str_in(room, sizeof(room));

	str_addf(&title, "Help: %s", support->country->name);
	support_parts_head(blocks, columns, title.data);
	if (whence[support->from] != NULL)
		support_parts_say(
			shown, blocks,
			(struct block){.columns = columns, .column = INDENT, .ink = ROLE_DIM},
			whence[support->from]);
	str_free(&title);
}

void support_lines_add(struct support_page *page, int column, const struct support_shown *shown,
		       int columns)
{
	struct blocks *blocks = &page->columns[column];
	const struct support *support = &shown->support;

	if (support->country == NULL) {
		support_parts_head(blocks, columns, "Help lines");
		blocks_words(blocks, (struct block){.columns = columns,
						    .column = INDENT,
						    .ink = ROLE_WARN,
						    .text = shown->trouble.data});
		return;
	}
	add_title(blocks, shown, columns);
	for (int kind = 0; kind < LINE_KIND_COUNT; kind++)
		add_kind(page, blocks, support->country, (enum line_kind)kind, columns);
	add_groups(page, blocks, support, columns);
	add_end(blocks, shown, columns);
}

static bool add_source(struct app *app, const char *id, const char *checked, struct str *text,
		       struct err *err)
{
	struct source_notes notes = {.items = NULL};

	if (!app_sources(app, &id, 1, &notes, err))
		return false;
	for (size_t i = 0; i < notes.count; i++) {
		const struct source_note *note = &notes.items[i];

		str_addf(text, "-\t%s%s%s", note->title, note->own ? "" : "; ",
			 note->own ? "" : note->where);
		str_add(text, note->reported ? "; seen in a text that reports it" : "");
		if (checked[0] != '\0')
			str_addf(text, "; looked at %s", checked);
		str_add_char(text, '\n');
	}
	source_notes_free(&notes);
	return true;
}

bool support_lines_sources(struct app *app, const struct support_shown *shown, struct str *text,
			   struct err *err)
{
	const struct support *support = &shown->support;
	const struct help_country *country = support->country;
	bool read = true;

	for (size_t i = 0; country != NULL && i < country->line_count && read; i++) {
		const struct help_line *line = &country->lines[i];

		str_addf(text, "# %s  %s\n", help_line_reach(line), line->name);
		read = add_source(app, line->source, line->checked, text, err);
	}
	for (size_t i = 0; country != NULL && i < support->lines.group_count && read; i++) {
		const struct peer_group *group = &support->lines.groups[i];

		if (!peer_group_serves(group, country->code))
			continue;
		str_addf(text, "# %s\n", group->name);
		read = add_source(app, group->source, group->checked, text, err);
	}
	return read;
}
