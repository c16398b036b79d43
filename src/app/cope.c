/* SPDX-License-Identifier: MIT */
#include "app/cope.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "app_private.h"
#include "base/mem.h"
#include "cope.h"
#include "store/diary.h"

#define COPE_KIND "coping"
#define HELPED "helped "
#define TRIED "tried "
#define THOUGHT_HEAD "Thought record"

enum { WORDS_MOST = HELP_TOOL_MAX + 8, WHAT_SIZE = 120, SCORE_MOST = 10 };

/* Other words a person may know a tool by. */
static const struct {
	const char *word, *id;
} also[] = {{"halt", "check"},   {"breathing", "sighing"}, {"sighs", "sighing"},
	    {"surfing", "surf"}, {"urge-surfing", "surf"}, {"activities", "things"},
	    {"walk", "things"},  {"night", "sleep"},       {"timer", "wait"}};

const char *const thought_labels[THOUGHT_FIELDS] = {
	"What happened",       "What you thought",      "What you felt",
	"How strong, 0 to 10", "Another way to see it", "How strong now, 0 to 10"};

static const struct help_tool *find(const struct help_texts *texts, const char *word)
{
	for (size_t i = 0; i < texts->tool_count; i++) {
		if (strcasecmp(texts->tools[i].id, word) == 0 ||
		    strcasecmp(texts->tools[i].name, word) == 0)
			return &texts->tools[i];
	}
	for (size_t i = 0; i < sizeof(also) / sizeof(also[0]); i++) {
		if (strcasecmp(also[i].word, word) == 0)
			return help_tool_find(texts, also[i].id);
	}
	return NULL;
}

bool cope_find(const struct help_texts *texts, const char *word, const struct help_tool **tool,
	       struct err *err)
{
	const char *words[WORDS_MOST], *nearest;
	size_t count = 0;

	*tool = find(texts, word);
	if (*tool != NULL)
		return true;
	for (size_t i = 0; i < texts->tool_count && count < WORDS_MOST; i++)
		words[count++] = texts->tools[i].id;
	nearest = str_nearest(word, words, count);
	if (nearest != NULL)
		return err_set(err, ERR_USAGE, "there is no tool '%.40s'; did you mean '%s'?", word,
			       nearest);
	return err_set(err, ERR_USAGE, "there is no tool '%.40s'; 'taper cope' names them", word);
}

enum own_part cope_own_part(const struct help_tool *tool)
{
	if (strcmp(tool->id, "things") == 0)
		return OWN_ACTIVITY;
	return strcmp(tool->id, "sleep") == 0 ? OWN_SLEEP : OWN_PART_COUNT;
}

bool app_cope_note(struct app *app, const struct help_tool *tool, bool helped, struct err *err)
{
	struct answers answers = {.kind = COPE_KIND};
	struct str body = STR_INIT;
	struct store *store;
	char what[WHAT_SIZE];
	int64_t id;
	bool done;

	str_addf(&body, "%s%s\n", helped ? HELPED : TRIED, tool->id);
	snprintf(what, sizeof(what), "note that '%.60s' %s", tool->name,
		 helped ? "helped" : "was tried");
	clock_now(&app->clock, &answers.utc, &answers.utc_offset);
	answers.body = str_take(&body);
	done = answers_valid(&answers, err) && app_store_write(app, &store, err) &&
	       store_answers_add(store, &answers, answers.utc, what, &id, err);
	answers_free(&answers);
	return done;
}

struct counting {
	const struct help_texts *texts;
	struct span span;
	struct urge_stats *stats;
};

static bool count(void *context, const struct answers *answers, struct err *err)
{
	struct counting *counting = context;
	int64_t wall = diary_wall(answers->utc, answers->utc_offset);
	char id[SUPPORT_ID_SIZE];
	const struct help_tool *tool;
	size_t len;

	(void)err;
	if (wall < counting->span.from || wall >= counting->span.to ||
	    !str_starts(answers->body, HELPED))
		return true;
	len = strcspn(answers->body + strlen(HELPED), "\n");
	if (len == 0 || len >= sizeof(id))
		return true;
	snprintf(id, sizeof(id), "%.*s", (int)len, answers->body + strlen(HELPED));
	tool = help_tool_find(counting->texts, id);
	if (tool != NULL)
		urge_stats_helped(counting->stats, tool->name);
	return true;
}

bool cope_add_helped(struct app *app, struct day first, struct day last, struct urge_stats *stats,
		     struct err *err)
{
	struct help_texts texts = HELP_TEXTS_INIT;
	struct counting counting = {
		.texts = &texts, .span = app_span(app, first, last), .stats = stats};
	struct store *store;
	bool done;

	if (!app_store_read(app, &store, err))
		return false;
	/* Without the shipped file no tool has a name, and none is counted. */
	support_texts_read(app, &texts);
	done = store_answers_of(store, COPE_KIND, INT64_MIN, count, &counting, err);
	help_texts_free(&texts);
	return done;
}

static bool is_score(const char *text)
{
	size_t len = strlen(text);

	return (len == 1 && text[0] >= '0' && text[0] <= '9') || strcmp(text, "10") == 0;
}

static bool scores_fit(const struct thought *thought, struct err *err)
{
	const char *const scores[] = {thought->before, thought->after};

	for (size_t i = 0; i < 2; i++) {
		if (scores[i][0] != '\0' && !is_score(scores[i]))
			return err_set(err, ERR_INVALID,
				       "'%.20s' is not from 0 to %d; 0 is none, %d the strongest",
				       scores[i], SCORE_MOST, SCORE_MOST);
	}
	return true;
}

bool app_thought_add(struct app *app, const struct thought *thought, struct noted *noted,
		     struct err *err)
{
	const char *const texts[THOUGHT_FIELDS] = {thought->situation, thought->thought,
						   thought->feeling,   thought->before,
						   thought->view,      thought->after};
	struct str note = STR_INIT;
	bool done;

	if (thought->thought[0] == '\0')
		return err_set(err, ERR_INVALID, "the thought is missing");
	if (!scores_fit(thought, err))
		return false;
	str_add(&note, THOUGHT_HEAD "\n");
	for (size_t i = 0; i < THOUGHT_FIELDS; i++) {
		if (texts[i][0] != '\0')
			str_addf(&note, "%s: %s\n", thought_labels[i], texts[i]);
	}
	done = app_journal_add(app, note.data, NULL, noted, err);
	str_free(&note);
	return done;
}

bool app_thoughts(struct app *app, struct notes *notes, struct err *err)
{
	enum { EVER = 40000 };
	struct day today = app_today_day(app);
	size_t kept = 0;

	if (!app_journal(app, day_add(today, -EVER), today, notes, err))
		return false;
	for (size_t i = 0; i < notes->count; i++) {
		if (str_starts(notes->items[i].text, THOUGHT_HEAD))
			notes->items[kept++] = notes->items[i];
		else
			note_free(&notes->items[i]);
	}
	notes->count = kept;
	return true;
}
