/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

enum { NAMES_MAX = 64 };

struct reader {
	struct options *options;
	struct option_set set;
	char *const *argv;
	size_t count;
	size_t at; /* the word being read */
	struct err *err;
};

void options_free(struct options *options)
{
	free(options->given);
	free(options->words);
	*options = (struct options)OPTIONS_INIT;
}

static void add_given(struct options *options, int id, const char *value)
{
	options->given = mem_grow(options->given, &options->given_cap, options->given_count + 1,
				  sizeof(*options->given));
	options->given[options->given_count++] = (struct option_given){.id = id, .value = value};
}

static void add_word(struct options *options, const char *word)
{
	options->words = mem_grow(options->words, &options->word_cap, options->word_count + 1,
				  sizeof(*options->words));
	options->words[options->word_count++] = word;
}

static const struct option_spec *find_name(const struct option_spec *table, const char *name,
					   size_t len)
{
	for (const struct option_spec *spec = table; spec != NULL && spec->name != NULL; spec++) {
		if (strlen(spec->name) == len && strncmp(spec->name, name, len) == 0)
			return spec;
	}
	return NULL;
}

static const struct option_spec *find_letter(const struct option_spec *table, char letter)
{
	for (const struct option_spec *spec = table; spec != NULL && spec->name != NULL; spec++) {
		if (spec->letter != 0 && spec->letter == letter)
			return spec;
	}
	return NULL;
}

static const struct option_spec *long_option(const struct option_set *set, const char *name,
					     size_t len)
{
	const struct option_spec *spec = find_name(set->own, name, len);

	return spec != NULL ? spec : find_name(set->common, name, len);
}

static const struct option_spec *short_option(const struct option_set *set, char letter)
{
	const struct option_spec *spec = find_letter(set->own, letter);

	return spec != NULL ? spec : find_letter(set->common, letter);
}

const struct option_spec *option_of_word(const struct option_set *set, const char *word,
					 bool *value)
{
	const struct option_spec *spec = NULL;
	size_t len;

	if (word[0] != '-' || word[1] == '\0')
		return NULL;
	len = strcspn(word + 2, "=");
	spec = word[1] == '-' ? long_option(set, word + 2, len) : short_option(set, word[1]);
	if (value != NULL)
		*value = word[1] == '-' ? word[2 + len] == '=' : word[2] != '\0';
	return spec;
}

static size_t add_names(const struct option_spec *table, const char **names, size_t count)
{
	for (const struct option_spec *spec = table; spec != NULL && spec->name != NULL; spec++) {
		if (count < NAMES_MAX)
			names[count++] = spec->name;
	}
	return count;
}

static bool unknown_long(const struct reader *reader, const char *name, size_t len)
{
	const char *names[NAMES_MAX];
	size_t count = add_names(reader->set.own, names, 0);
	struct str word = STR_INIT;
	const char *nearest;

	count = add_names(reader->set.common, names, count);
	str_add_bytes(&word, name, len);
	nearest = str_nearest(word.data, names, count);
	if (nearest != NULL)
		err_set(reader->err, ERR_USAGE, "there is no option '--%s'; did you mean '--%s'?",
			word.data, nearest);
	else
		err_set(reader->err, ERR_USAGE, "there is no option '--%s'", word.data);
	str_free(&word);
	return false;
}

/* A word that begins with a minus sign and a figure is a number or a time ago. */
static bool is_option(const struct option_set *set, const char *word)
{
	size_t letters = strspn(word + (word[0] != '\0'), "abcdefghijklmnopqrstuvwxyz");

	if (set->negates && letters > 1 && word[1 + letters] == ':')
		return false;
	return word[0] == '-' && word[1] != '\0' && strchr("0123456789.,", word[1]) == NULL;
}

/* What follows an option that wants a value is that value, unless it is plainly the next option. */
static bool is_known_option(const struct option_set *set, const char *word)
{
	if (!is_option(set, word))
		return false;
	if (word[1] == '-')
		return true;
	return word[2] == '\0' && short_option(set, word[1]) != NULL;
}

static bool take_next(struct reader *reader, const struct option_spec *spec)
{
	if (reader->at + 1 >= reader->count ||
	    is_known_option(&reader->set, reader->argv[reader->at + 1]))
		return err_set(reader->err, ERR_USAGE, "option '--%s' needs a value; write --%s=%s",
			       spec->name, spec->name, spec->value);
	add_given(reader->options, spec->id, reader->argv[++reader->at]);
	return true;
}

static bool read_long(struct reader *reader)
{
	const char *name = reader->argv[reader->at] + 2;
	size_t len = strcspn(name, "=");
	const struct option_spec *spec = long_option(&reader->set, name, len);

	if (spec == NULL)
		return unknown_long(reader, name, len);
	if (spec->value == NULL && name[len] == '=')
		return err_set(reader->err, ERR_USAGE, "option '--%s' takes no value", spec->name);
	if (spec->value != NULL && name[len] != '=')
		return take_next(reader, spec);
	add_given(reader->options, spec->id, spec->value != NULL ? name + len + 1 : NULL);
	return true;
}

static bool read_short(struct reader *reader)
{
	const char *word = reader->argv[reader->at];

	for (const char *letter = word + 1; *letter != '\0'; letter++) {
		const struct option_spec *spec = short_option(&reader->set, *letter);

		if (spec == NULL && letter == word + 1)
			return err_set(reader->err, ERR_USAGE, "there is no option '%s'", word);
		if (spec == NULL)
			return err_set(reader->err, ERR_USAGE, "'%s' is not all short options",
				       word);
		if (spec->value != NULL && letter[1] == '\0')
			return take_next(reader, spec);
		add_given(reader->options, spec->id, spec->value != NULL ? letter + 1 : NULL);
		if (spec->value != NULL)
			return true;
	}
	return true;
}

static bool read_all(struct reader *reader, bool leading)
{
	bool ended = false;

	for (; reader->at < reader->count; reader->at++) {
		const char *word = reader->argv[reader->at];

		if (ended || !is_option(&reader->set, word)) {
			if (leading)
				return true;
			add_word(reader->options, word);
		} else if (strcmp(word, "--") == 0) {
			ended = true;
		} else if (!(word[1] == '-' ? read_long(reader) : read_short(reader))) {
			return false;
		}
	}
	return true;
}

bool options_read(struct options *options, struct option_set set, size_t count, char *const *argv,
		  struct err *err)
{
	struct reader reader = {
		.options = options, .set = set, .argv = argv, .count = count, .err = err};

	return read_all(&reader, false);
}

bool options_read_leading(struct options *options, struct option_set set, size_t count,
			  char *const *argv, size_t *used, struct err *err)
{
	struct reader reader = {
		.options = options, .set = set, .argv = argv, .count = count, .err = err};

	if (!read_all(&reader, true))
		return false;
	*used = reader.at;
	return true;
}

bool options_has(const struct options *options, int id)
{
	for (size_t i = 0; i < options->given_count; i++) {
		if (options->given[i].id == id)
			return true;
	}
	return false;
}

const char *options_value(const struct options *options, int id)
{
	for (size_t i = options->given_count; i > 0; i--) {
		if (options->given[i - 1].id == id)
			return options->given[i - 1].value;
	}
	return NULL;
}
