/* SPDX-License-Identifier: MIT */
#include "help_words.h"

enum { HELPED_MAX = 8 };

const struct help_line *help_words_first(const struct help_now *help)
{
	return &help->support.country->lines[0];
}

const char *help_words_from(enum country_from from)
{
	switch (from) {
	case COUNTRY_ASKED:
	case COUNTRY_SETTINGS:
		break;
	case COUNTRY_LOCALE:
		return "guessed; {country} on Support changes it";
	case COUNTRY_NONE:
		return "{country} on Support brings your numbers";
	}
	return "";
}

static void add_signs(const struct help_texts *texts, enum sign_when when, const char *mark,
		      struct str *out)
{
	bool any = false;

	for (size_t i = 0; i < texts->sign_count; i++) {
		if (texts->signs[i].when != when)
			continue;
		if (!any)
			str_addf(out, "%s %s\n", mark, sign_when_title(when));
		any = true;
		str_addf(out, "•\t%s\n", texts->signs[i].say);
	}
	if (any)
		str_add_char(out, '\n');
}

/* "988\t988 Lifeline; text 988; 24 hours, every day"; one that is only written to begins with how. */
static void add_line(const struct help_line *line, struct str *out)
{
	const char *call = line->number[0] != '\0' ? line->number : line->web;

	bool calls = call[0] != '\0';

	str_addf(out, "%s%s\t%s", calls ? "" : "text ", calls ? call : line->text, line->name);
	if (line->region[0] != '\0')
		str_addf(out, " (%s)", line->region);
	if (calls && line->text[0] != '\0')
		str_addf(out, "; text %s", line->text);
	if (line->hours[0] != '\0')
		str_addf(out, "; %s", line->hours);
	if (line->cost[0] != '\0')
		str_addf(out, "; %s", line->cost);
	if (line->about[0] != '\0')
		str_addf(out, ". %s", line->about);
	str_add_char(out, '\n');
}

static void add_lines(const struct help_country *country, struct str *out)
{
	for (enum line_kind kind = 0; kind < LINE_KIND_COUNT; kind++) {
		bool any = false;

		for (size_t i = 1; i < country->line_count; i++) {
			if (country->lines[i].kind != kind)
				continue;
			if (!any)
				str_addf(out, "# %s\n", line_kind_title(kind));
			any = true;
			add_line(&country->lines[i], out);
		}
		if (any)
			str_add_char(out, '\n');
	}
}

static void add_people(const struct own_plan *plan, struct str *out)
{
	static const enum own_part parts[] = {OWN_PERSON, OWN_CLINICIAN};
	const struct own_entry *entry;

	str_add(out, "# People to call\n");
	for (size_t n = 0; n < sizeof(parts) / sizeof(parts[0]); n++) {
		for (size_t i = 0; (entry = own_plan_entry(plan, parts[n], i)) != NULL; i++) {
			str_addf(out, "%s\t%s", entry->head, entry->detail);
			if (entry->text[0] != '\0')
				str_addf(out, "%s%s", entry->detail[0] != '\0' ? "; " : "",
					 entry->text);
			str_add_char(out, '\n');
		}
	}
	if (own_plan_count(plan, OWN_PERSON) + own_plan_count(plan, OWN_CLINICIAN) == 0)
		str_add(out, "~ Nobody is written down yet. Support keeps their numbers.\n");
	str_add_char(out, '\n');
}

static void add_helped(const struct urge_stats *stats, struct str *out)
{
	if (stats->helped.count == 0 && stats->answered == 0)
		return;
	str_add(out, "# What helped before\n");
	for (size_t i = 0; i < stats->helped.count && i < HELPED_MAX; i++)
		str_addf(out, "%s%s", i > 0 ? ", " : "", stats->helped.items[i].word);
	if (stats->helped.count > 0)
		str_add_char(out, '\n');
	if (stats->answered > 0) {
		str_add(out, "Urges: ");
		urge_stats_tell(stats, out);
		str_add_char(out, '\n');
	}
	str_add_char(out, '\n');
}

/* What was weighed on a calm day, to be read again on another one. */
void help_words_balance(const struct own_plan *plan, struct str *out)
{
	const struct own_entry *entry;

	for (int box = 0; box < OWN_BOXES; box++) {
		for (size_t i = 0; (entry = own_plan_entry(plan, own_boxes[box], i)) != NULL; i++)
			str_addf(out, "%s%s%s•\t%s\n", i == 0 ? "# " : "",
				 i == 0 ? own_shape(own_boxes[box])->title : "", i == 0 ? "\n" : "",
				 entry->text);
	}
}

static void add_balance(const struct own_plan *plan, struct str *out)
{
	size_t before = out->len;

	help_words_balance(plan, out);
	if (out->len > before)
		str_add_char(out, '\n');
}

static void add_acts(const char *head, const struct help_act *acts, size_t count, bool numbered,
		     struct str *out)
{
	if (count > 0)
		str_addf(out, "%s\n", head);
	for (size_t i = 0; i < count; i++) {
		if (numbered)
			str_addf(out, "%zu\t%s\n", i + 1, acts[i].say);
		else
			str_addf(out, "•\t%s\n", acts[i].say);
	}
	if (count > 0)
		str_add_char(out, '\n');
}

void help_words_urgent(const struct help_now *help, struct str *out)
{
	add_signs(&help->texts, SIGN_EMERGENCY, "!", out);
	add_lines(help->support.country, out);
}

static void add_overdose(const struct help_texts *texts, struct str *out)
{
	add_acts("! If somebody may have taken too much", texts->overdose, texts->overdose_count,
		 true, out);
}

void help_words_shipped(const struct help_now *help, struct str *out)
{
	help_words_urgent(help, out);
	add_overdose(&help->texts, out);
}

void help_words_rest(const struct help_now *help, const struct urge_stats *stats,
		     const struct help_keys *keys, struct str *out)
{
	const struct help_texts *texts = &help->texts;

	str_addf(out,
		 "# Wait it out\n%s\ta quarter of an hour: a quiet timer, your reasons, a way to "
		 "breathe\n\n",
		 keys->urge);
	str_addf(out, "# Tools\n%s\tbreathing, riding an urge out, things to do, the night\n",
		 keys->tools);
	str_addf(out, "%s\tgo through the signs that call for help\n\n", keys->signs);
	add_helped(stats, out);
	add_people(&help->support.mine.plan, out);
	add_balance(&help->support.mine.plan, out);
	add_overdose(texts, out);
	add_signs(texts, SIGN_SAME_DAY, "*", out);
	add_signs(texts, SIGN_SOON, "#", out);
	add_acts("# To mind", texts->cautions, texts->caution_count, false, out);
	if (help->stand_in)
		str_add(out, "~ taper's own list of numbers can't be read; findahelpline.com lists "
			     "help lines by country.\n\n");
	str_add(out, "~ taper cannot call anyone, and nobody sees what you type.\n");
}
