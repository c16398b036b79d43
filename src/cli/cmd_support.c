/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <stdlib.h>
#include <string.h>

#include "app/practice.h"
#include "base/mem.h"
#include "base/utf8.h"

#include "console.h"
#include "support_view.h"

static const struct option_spec support_options[] = {
	{OPTION_LIST, 'l', "list", NULL, "the countries there are lines for"},
	{OPTION_SOURCES, 0, "sources", NULL, "where each number comes from, and when"},
	{.name = NULL},
};

/* What is wrong with the person's own file, for as long as it is: everything else is shown all the same. */
static void tell_mistakes(const struct my_plan *mine)
{
	console_tell_problems(mine->path, &mine->problems);
	if (mine->problems.count > 0)
		console_tell(NULL, "your own plan for hard moments is left out until that is "
				   "mended");
}

static void list_json(struct session *session, const struct help_lines *lines)
{
	struct json json = JSON_INIT;

	json_open_list(&json, NULL);
	for (size_t i = 0; i < lines->country_count; i++) {
		json_open_object(&json, NULL);
		json_text(&json, "country", lines->countries[i].code);
		json_text(&json, "name", lines->countries[i].name);
		json_text(&json, "emergency", lines->countries[i].lines[0].number);
		json_int(&json, "lines", (int64_t)lines->countries[i].line_count);
		json_close_object(&json);
	}
	json_close_list(&json);
	session_take_json(session, &json);
}

static void list(struct session *session, const struct support *support)
{
	for (size_t i = 0; i < support->lines.country_count; i++) {
		const struct help_country *country = &support->lines.countries[i];

		if (strcmp(country->code, SUPPORT_ANYWHERE) == 0)
			continue;
		utf8_add_padded(&session->out, country->code, 4, session->looks.ascii);
		utf8_add_clean(&session->out, country->name);
		str_add(&session->out, country == support->country ? "  (yours)\n" : "\n");
	}
}

static bool add_sources(struct session *session, const struct support *support, struct err *err)
{
	const struct help_country *country = support->country;
	struct str line = STR_INIT;

	for (size_t i = 0; i < country->line_count; i++) {
		const struct help_line *item = &country->lines[i];
		const char *const id = item->source;
		struct source_notes notes = {.items = NULL};

		if (!app_sources(session->app, &id, 1, &notes, err)) {
			str_free(&line);
			return false;
		}
		str_reset(&line);
		str_addf(&line, "%s%s%s", item->number[0] != '\0' ? item->number : item->text,
			 item->number[0] != '\0' || item->text[0] != '\0' ? "  " : "", item->name);
		if (item->checked[0] != '\0')
			str_addf(&line, ", looked at %s", item->checked);
		looks_wrap(&session->looks, 0, line.data, &session->out);
		source_notes_text(session, &notes);
		source_notes_free(&notes);
	}
	str_free(&line);
	return true;
}

static bool show(struct session *session, const char *country, struct err *err)
{
	struct support support;
	bool done = true;

	if (!app_support(session->app, country, &support, err))
		return false;
	tell_mistakes(&support.mine);
	if (session_has(session, OPTION_LIST) && session->json)
		list_json(session, &support.lines);
	else if (session_has(session, OPTION_LIST))
		list(session, &support);
	else if (session->json)
		support_json(session, &support);
	else if (session_has(session, OPTION_SOURCES))
		done = add_sources(session, &support, err);
	else
		support_text(session, &support);
	support_free(&support);
	return done;
}

static bool mine(struct session *session, struct err *err)
{
	struct my_plan mine;
	bool done = app_my_plan(session->app, &mine, err);

	if (done && mine.problems.count > 0) {
		console_tell_problems(mine.path, &mine.problems);
		done = err_set(err, ERR_FORMAT, "%s: can't be used with these mistakes", mine.path);
	} else if (done && session->json) {
		my_plan_json(session, &mine.plan);
	} else if (done && mine.plan.count == 0) {
		done = err_set(err, ERR_NOT_FOUND,
			       "nothing is set down yet; begin with 'taper support add reason "
			       "\"...\"'");
	} else if (done) {
		my_plan_text(session, &mine.plan);
	}
	my_plan_free(&mine);
	return done;
}

static bool copy_word(const struct session *session, size_t i, char *buf, size_t size,
		      struct err *err)
{
	const char *word = session_word(session, i);

	return word == NULL || str_copy(buf, size, word) ||
	       err_set(err, ERR_INVALID, "'%.40s...' is too long; %zu bytes are allowed", word,
		       size - 1);
}

/* Where the words after the part go: a name and a number, a tag and two halves, or one text. */
static bool read_entry(const struct session *session, struct own_entry *entry, struct err *err)
{
	const struct own_shape *shape = own_shape(entry->part);
	size_t words = session->options.word_count - 2;
	size_t most = shape->head == NULL ? (shape->detail == NULL ? 1 : 2)
					  : (shape->detail == NULL ? 2 : 3);
	bool text_last = shape->head != NULL && (shape->text_needed || shape->detail == NULL);

	if (words == 0)
		return err_set(err, ERR_USAGE, "%s is missing; usage: taper support add %s %s",
			       shape->word, shape->word, shape->usage);
	if (words > most)
		return err_set(err, ERR_USAGE,
			       "'%.40s' is one word too many; put a text in quotes: taper support "
			       "add %s %s",
			       session_word(session, 2 + most), shape->word, shape->usage);
	if (shape->head == NULL)
		return copy_word(session, 2, entry->text, sizeof(entry->text), err) &&
		       copy_word(session, 3, entry->detail, sizeof(entry->detail), err);
	if (!copy_word(session, 2, entry->head, sizeof(entry->head), err))
		return false;
	if (text_last && words == 2)
		return copy_word(session, 3, entry->text, sizeof(entry->text), err);
	return copy_word(session, 3, entry->detail, sizeof(entry->detail), err) &&
	       copy_word(session, 4, entry->text, sizeof(entry->text), err);
}

static void tell_kept(struct session *session, const char *kept)
{
	if (kept == NULL)
		return;
	str_add(&session->out, "the file as you wrote it is kept as ");
	utf8_add_clean(&session->out, kept);
	str_add_char(&session->out, '\n');
}

static void say_done(struct session *session, const char *what, struct own_done *done)
{
	const char *part = own_shape(done->entry.part)->word;
	struct str words = STR_INIT;

	session->changed = true;
	own_entry_words(&done->entry, &words);
	if (session->json) {
		struct json json = JSON_INIT;

		json_open_object(&json, NULL);
		json_text(&json, what, part);
		json_text(&json, "text", words.data);
		json_text(&json, "kept", done->kept);
		json_bool(&json, "undoes", done->undoes);
		json_close_object(&json);
		session_take_json(session, &json);
	} else {
		str_addf(&session->out, "%s %s: ", what, part);
		utf8_add_clean(&session->out, words.data);
		str_add_char(&session->out, '\n');
		tell_kept(session, done->kept);
		if (!done->undoes)
			str_add(&session->out, "the log is not at hand, so 'taper undo' does not "
					       "know of this\n");
	}
	str_free(&words);
	free(done->kept);
}

static bool add(struct session *session, struct err *err)
{
	struct own_entry entry = {.part = OWN_REASON};
	struct my_plan before;
	struct own_done done;
	bool added;

	if (session_word(session, 1) == NULL)
		return err_set(err, ERR_USAGE, "what to add is missing; 'taper help support' says");
	if (!own_part_read(session_word(session, 1), &entry.part, err) ||
	    !read_entry(session, &entry, err))
		return false;
	added = app_my_plan_add(session->app, &entry, &done, &before, err);
	console_tell_problems(before.path, &before.problems);
	my_plan_free(&before);
	if (added)
		say_done(session, "added", &done);
	return added;
}

static bool read_number(const char *word, size_t *number, struct err *err)
{
	size_t n = 0;

	for (const char *c = word; c != NULL && *c != '\0'; c++) {
		if (*c < '0' || *c > '9' || n > 1000)
			return err_set(err, ERR_USAGE,
				       "'%.40s' is no number of an entry; 'taper support mine' "
				       "shows them",
				       word);
		n = n * 10 + (size_t)(*c - '0');
	}
	*number = n;
	return true;
}

static bool take_out(struct session *session, struct err *err)
{
	struct own_place place = {.part = OWN_REASON, .number = 1};
	const char *number = session_word(session, 2);
	struct my_plan before;
	struct own_done done;
	bool removed;

	if (session_word(session, 1) == NULL)
		return err_set(err, ERR_USAGE,
			       "what to remove is missing; write 'taper support remove PART "
			       "NUMBER'");
	if (!own_part_read(session_word(session, 1), &place.part, err))
		return false;
	if (number == NULL && !own_shape(place.part)->single)
		return err_set(err, ERR_USAGE,
			       "which %s is missing; 'taper support mine' shows their numbers",
			       own_shape(place.part)->word);
	if (number != NULL && !read_number(number, &place.number, err))
		return false;
	removed = app_my_plan_remove(session->app, &place, &done, &before, err);
	console_tell_problems(before.path, &before.problems);
	my_plan_free(&before);
	if (removed)
		say_done(session, "removed", &done);
	return removed;
}

static void say_practice(struct session *session, const struct practice *practice, bool last)
{
	struct str line = STR_INIT;

	str_addf(&line, "%s: ", practice->name);
	practice_tell(practice, &line);
	str_add(&line, last || !practice_today(practice) ? "" : ", today too");
	looks_wrap(&session->looks, 0, line.data, &session->out);
	str_free(&line);
}

static void practice_json(struct json *json, const struct practice *practice)
{
	json_open_object(json, NULL);
	json_text(json, "name", practice->name);
	json_text(json, "note", practice->note);
	json_int(json, "days", practice_count(practice));
	json_int(json, "of", PRACTICE_DAYS);
	json_bool(json, "today", practice_today(practice));
	json_close_object(json);
}

static bool list_practices(struct session *session, struct err *err)
{
	struct practices practices;
	struct json json = JSON_INIT;
	size_t count;

	if (!app_practices(session->app, &practices, err))
		return false;
	count = practices.count;
	json_open_list(&json, NULL);
	for (size_t i = 0; i < count; i++) {
		practice_json(&json, &practices.items[i]);
		if (!session->json)
			say_practice(session, &practices.items[i], false);
	}
	json_close_list(&json);
	if (session->json)
		session_take_json(session, &json);
	else
		json_free(&json);
	practices_free(&practices);
	return count > 0 || session->json ||
	       err_set(err, ERR_NOT_FOUND,
		       "there is nothing for each day yet; 'taper support add practice NAME' adds "
		       "it");
}

static bool did(struct session *session, struct err *err)
{
	struct practice practice;

	if (session_word(session, 1) == NULL)
		return list_practices(session, err);
	if (!app_practice_did(session->app, session_word(session, 1), session_word(session, 2),
			      &practice, err))
		return false;
	session->changed = true;
	if (session->json) {
		struct json json = JSON_INIT;

		practice_json(&json, &practice);
		session_take_json(session, &json);
	} else {
		str_add(&session->out, "noted. ");
		say_practice(session, &practice, true);
	}
	return true;
}

/* A country in more than one word needs no quotes. */
static bool show_words(struct session *session, struct err *err)
{
	struct str country = STR_INIT;
	bool done;

	for (size_t i = 0; i < session->options.word_count; i++)
		str_addf(&country, "%s%s", i > 0 ? " " : "", session_word(session, i));
	done = show(session, country.len > 0 ? country.data : NULL, err);
	str_free(&country);
	return done;
}

static bool run_support(struct session *session, struct err *err)
{
	static const struct {
		const char *word;
		size_t most;
		bool (*run)(struct session *session, struct err *err);
	} verbs[] = {{"mine", 1, mine}, {"add", 5, add}, {"remove", 3, take_out}, {"did", 3, did}};
	const char *word = session_word(session, 0);

	for (size_t i = 0; word != NULL && i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		if (strcmp(word, verbs[i].word) != 0)
			continue;
		if (session->options.word_count > verbs[i].most)
			return err_set(err, ERR_USAGE,
				       "'%.40s' is one word too many; put a text in quotes",
				       session_word(session, verbs[i].most));
		return verbs[i].run(session, err);
	}
	return show_words(session, err);
}

const struct command command_support = {
	.name = "support",
	.usage = "[COUNTRY | mine | add PART TEXT... | remove PART NUMBER | did [NAME [DAY]]]",
	.summary = "help lines and groups, and your own plan for hard moments",
	.more = "The country is a name or two letters; else that of your settings, or of your "
		"locale. 'mine' shows what you set down for hard moments, each with its number. "
		"Parts to add: person NAME [NUMBER] [NOTE], clinician NAME [NUMBER] [NOTE], reason "
		"TEXT, now-good TEXT, now-hard TEXT, change-good TEXT, change-hard TEXT (the four "
		"boxes of pros and cons), sign TEXT, if-then TAG [IF] THEN, avoid TEXT, activity "
		"TEXT, after TEXT, practice NAME [NOTE], aim TEXT [BY], reward WHEN TEXT, sleep "
		"TEXT, breathing sighing|box|none, goal TEXT [COST]. 'did' notes that you did a "
		"practice, and says on how many of the last 14 days. 'taper undo' takes any of "
		"these "
		"back.",
	.examples = {{"taper support ireland", "the lines and groups of Ireland"},
		     {"taper support add if-then stress \"walk round the block\"",
		      "what to do when that comes"}},
	.options = support_options,
	.most_words = 8,
	.run = run_support,
};
