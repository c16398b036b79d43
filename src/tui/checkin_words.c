/* SPDX-License-Identifier: MIT */
#include "checkin_words.h"

#include "base/utf8.h"
#include "key_words.h"

enum { WORDS_MAX = 5, POINT = 100, GAP = 1, LABEL_LEAST = 9, LEVEL_TOP = 7 };

void checkin_words_newest(const struct checkin_series *series, struct str *out)
{
	size_t i = series->cut_count;

	while (i > 0 && !checkin_tell_cut(series, i - 1, out))
		i--;
}

static void add_cuts(const struct checkin_series *series, struct str *out)
{
	bool any = false;

	str_add(out, "# What changed\n");
	for (size_t i = series->cut_count; i > 0; i--) {
		if (!checkin_tell_cut(series, i - 1, out))
			continue;
		str_add_char(out, '\n');
		any = true;
	}
	if (any)
		str_add(out, "~ Each compares up to 7 days from the cut with the 3 days before it. "
			     "Other "
			     "things change in a week too.\n");
	else
		str_add(out, "~ Once a cut has some check-ins before and after it, you see here "
			     "what changed.\n");
}

static void add_words(const struct urge_words *words, const char *head, bool passed,
		      struct str *out)
{
	struct str line = STR_INIT;

	for (size_t i = 0; i < words->count && i < WORDS_MAX; i++) {
		const struct urge_word *word = &words->items[i];

		str_addf(&line, "%s%s", line.len > 0 ? ", " : "", word->word);
		if (passed && word->count >= URGES_WORD_LEAST && word->answered > 0)
			str_addf(&line, " (%d of %d passed)", word->passed, word->answered);
		else if (word->count > 1)
			str_addf(&line, " (%d times)", word->count);
	}
	if (line.len > 0)
		str_addf(out, "%s: %s\n", head, line.data);
	str_free(&line);
}

static void add_urges(const struct urge_stats *urges, const struct keymap *keys, struct str *out)
{
	str_add(out, "\n# Urges\n");
	if (urges->total == 0) {
		key_words_add(keys, "~ None is logged yet. {urge} is a quiet timer for one.\n",
			      out);
		return;
	}
	urge_stats_tell(urges, out);
	str_add_char(out, '\n');
	add_words(&urges->triggers, "Set off by", true, out);
	add_words(&urges->helped, "What helped", false, out);
}

void checkin_words_all(const struct checkin_series *series, const struct urge_stats *urges,
		       const struct keymap *keys, struct str *out)
{
	add_cuts(series, out);
	add_urges(urges, keys, out);
}

const char *checkin_words_week(const struct checkin_week *week)
{
	if (week->checked == 0)
		return "";
	switch (week->change) {
	case WEEK_UNKNOWN:
		break;
	case WEEK_BETTER:
		return "better than last week";
	case WEEK_SAME:
		return "about as last week";
	case WEEK_HARDER:
		return "harder than last week";
	}
	return week->today ? "today is told" : "not yet told today";
}

static void draw_days(const struct checkin_week *week, struct canvas *canvas, struct rect place)
{
	static const uint32_t levels[] = {U'▁', U'▂', U'▃', U'▄', U'▅', U'▆', U'▇', U'█'};

	for (int i = 0; i < CHECKIN_WEEK && i < place.columns; i++) {
		int value = week->means[i];
		int level = (2 * value * LEVEL_TOP / (SYMPTOM_WORST * POINT) + 1) / 2;
		uint32_t sign = canvas->ascii ? (uint32_t)('0' + (value + POINT / 2) / POINT)
					      : levels[level < 0 ? 0 : level];

		if (value == TREND_NONE)
			canvas_put(canvas, place.row, place.column + i, ROLE_DIM,
				   canvas->ascii ? '.' : U'·');
		else
			canvas_put(canvas, place.row, place.column + i, ROLE_ACCENT, sign);
	}
}

void checkin_week_draw(const struct checkin_week *week, struct canvas *canvas, struct rect line,
		       int label)
{
	const char *words = checkin_words_week(week);
	int needed = CHECKIN_WEEK + GAP + utf8_width(words);

	if (week->checked == 0)
		return;
	if (line.columns - label < needed)
		label = LABEL_LEAST;
	canvas_text(canvas, rect_take_left(&line, label), ROLE_DIM, "Check-in");
	draw_days(week, canvas, rect_take_left(&line, CHECKIN_WEEK));
	rect_take_left(&line, GAP);
	canvas_text(canvas, line, ROLE_TEXT, words);
}
