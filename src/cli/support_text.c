/* SPDX-License-Identifier: MIT */
#include "support_view.h"

#include <string.h>

#include "base/utf8.h"

enum { INDENT = 2, NUMBER_MOST = 24, GAP = 2 };

/* What there is to say of a line beside its name and number. */
static void add_facts(const struct help_line *line, struct str *out)
{
	help_line_add_facts(line, out);
	if (line->about[0] != '\0')
		str_addf(out, "%s%s", out->len > 0 ? ". " : "", line->about);
}

static int reach_columns(const struct support *support)
{
	int most = 0;

	for (size_t i = 0; i < support->country->line_count; i++) {
		int width = utf8_width(help_line_reach(&support->country->lines[i]));

		if (width > most)
			most = width;
	}
	return most < NUMBER_MOST ? most : NUMBER_MOST;
}

static void head(struct session *session, const char *text)
{
	str_add_char(&session->out, '\n');
	looks_ink(&session->looks, INK_HEAD, text, &session->out);
	str_add_char(&session->out, '\n');
}

/* A number or address beside a name, and what there is to say of it below. */
static void entry(struct session *session, int columns, const char *left, const char *name,
		  const char *facts)
{
	struct str lines = STR_INIT, cell = STR_INIT;
	int indent = INDENT + columns + GAP;

	looks_wrap(&session->looks, indent, name, &lines);
	str_add_repeat(&session->out, " ", INDENT);
	if (utf8_width(left) > columns) {
		looks_ink(&session->looks, INK_HEAD, left, &session->out);
		str_add_char(&session->out, '\n');
		str_add(&session->out, lines.data);
	} else {
		utf8_add_padded(&cell, left, columns + GAP, session->looks.ascii);
		looks_ink(&session->looks, INK_HEAD, cell.data, &session->out);
		str_add(&session->out, lines.data + indent);
	}
	if (facts[0] != '\0')
		looks_wrap(&session->looks, indent, facts, &session->out);
	str_free(&lines);
	str_free(&cell);
}

static void add_line(struct session *session, int columns, const struct help_line *line)
{
	struct str name = STR_INIT, facts = STR_INIT;

	help_line_add_name(line, &name);
	add_facts(line, &facts);
	entry(session, columns, help_line_reach(line), name.data, facts.data);
	str_free(&name);
	str_free(&facts);
}

static void add_kind(struct session *session, const struct support *support, enum line_kind kind)
{
	int columns = reach_columns(support);
	bool any = false;

	for (size_t i = 0; i < support->country->line_count; i++) {
		const struct help_line *line = &support->country->lines[i];

		if (line->kind != kind)
			continue;
		if (!any)
			head(session, line_kind_title(kind));
		add_line(session, columns, line);
		any = true;
	}
}

static int people_columns(const struct own_plan *plan)
{
	int most = 0;

	for (size_t i = 0; i < plan->count; i++) {
		const struct own_entry *entry = &plan->entries[i];
		int width = utf8_width(entry->detail);

		if ((entry->part == OWN_PERSON || entry->part == OWN_CLINICIAN) && width > most)
			most = width;
	}
	return most < NUMBER_MOST ? most : NUMBER_MOST;
}

static void add_people(struct session *session, const struct own_plan *plan)
{
	static const enum own_part parts[] = {OWN_PERSON, OWN_CLINICIAN};
	const struct own_entry *person;
	int columns = people_columns(plan);

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		for (size_t k = 0; (person = own_plan_entry(plan, parts[i], k)) != NULL; k++) {
			if (k == 0)
				head(session, own_shape(parts[i])->title);
			entry(session, columns, person->detail, person->head, person->text);
		}
	}
}

static void add_groups(struct session *session, const struct support *support)
{
	bool any = false;

	for (size_t i = 0; i < support->lines.group_count; i++) {
		const struct peer_group *group = &support->lines.groups[i];
		struct str text = STR_INIT;

		if (!peer_group_serves(group, support->country->code))
			continue;
		if (!any)
			head(session, "Groups of people in the same place");
		str_addf(&text, "%s%s%s: %s", group->name, group->web[0] != '\0' ? ", " : "",
			 group->web, group->about);
		looks_wrap(&session->looks, INDENT, text.data, &session->out);
		str_free(&text);
		any = true;
	}
}

static void add_title(struct session *session, const struct support *support)
{
	static const char *const whence[] = {
		[COUNTRY_ASKED] = "",
		[COUNTRY_SETTINGS] = " (your settings)",
		[COUNTRY_LOCALE] = " (guessed from your locale)",
		[COUNTRY_NONE] = "",
	};
	struct str title = STR_INIT;

	str_addf(&title, "Help: %s%s", support->country->name, whence[support->from]);
	looks_ink(&session->looks, INK_HEAD, title.data, &session->out);
	str_add_char(&session->out, '\n');
	str_free(&title);
}

void support_text(struct session *session, const struct support *support)
{
	const struct help_country *anywhere = help_country_find(&support->lines, SUPPORT_ANYWHERE);

	add_title(session, support);
	add_kind(session, support, LINE_EMERGENCY);
	add_people(session, &support->mine.plan);
	for (int kind = LINE_EMERGENCY + 1; kind < LINE_KIND_COUNT; kind++)
		add_kind(session, support, (enum line_kind)kind);
	add_groups(session, support);
	str_add_char(&session->out, '\n');
	if (anywhere != NULL && support->country != anywhere)
		looks_wrap(&session->looks, 0, "More lines, in every country: findahelpline.com",
			   &session->out);
	looks_wrap(&session->looks, 0,
		   "Numbers change: '--sources' says where each comes from and when it was looked "
		   "at. 'taper support COUNTRY' shows another country.",
		   &session->out);
}

void my_plan_text(struct session *session, const struct own_plan *plan)
{
	const struct own_entry *entry;

	looks_ink(&session->looks, INK_HEAD, "My plan for hard moments", &session->out);
	str_add_char(&session->out, '\n');
	for (int part = 0; part < OWN_PART_COUNT; part++) {
		for (size_t i = 0; (entry = own_plan_entry(plan, (enum own_part)part, i)) != NULL;
		     i++) {
			struct str words = STR_INIT, lines = STR_INIT;

			if (i == 0)
				head(session, own_shape((enum own_part)part)->title);
			own_entry_words(entry, &words);
			looks_wrap(&session->looks, INDENT + 4, words.data, &lines);
			str_addf(&session->out, "  %2zu  %s", i + 1, lines.data + INDENT + 4);
			str_free(&words);
			str_free(&lines);
		}
	}
}

void source_notes_text(struct session *session, const struct source_notes *notes)
{
	struct str line = STR_INIT;

	for (size_t i = 0; i < notes->count; i++) {
		const struct source_note *note = &notes->items[i];

		str_reset(&line);
		str_add(&line, note->title);
		if (!note->own && note->year > 0)
			str_addf(&line, " (%d)", note->year);
		if (!note->own)
			str_addf(&line, ". %s", note->where);
		if (note->reported)
			str_add(&line, "; seen in a text that reports it");
		looks_wrap(&session->looks, INDENT, line.data, &session->out);
	}
	str_free(&line);
}
