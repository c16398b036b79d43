/* SPDX-License-Identifier: MIT */
#include "yaml/settings.h"

#include <string.h>

#include "file.h"
#include "load.h"
#include "settings_table.h"

/* The lines a key of the file takes, from 1; both 0 where it is not there. */
struct lines {
	int first, last;
};

void settings_edit_free(struct settings_edit *edit)
{
	str_free(&edit->text);
	str_free(&edit->was);
	*edit = (struct settings_edit)SETTINGS_EDIT_INIT;
}

static void add_line(const struct settings *settings, enum setting setting, struct str *out)
{
	str_addf(out, "%s: ", setting_info(setting)->key);
	setting_write(settings, setting, out);
	str_add_char(out, '\n');
}

/* All that is said, but for one setting (SETTING_COUNT for none), in our own order. */
static void write_anew(const struct settings *settings, enum setting but, struct str *out)
{
	str_add(out, "format: " SETTINGS_FORMAT "\n");
	for (enum setting i = 0; i < SETTING_COUNT; i++) {
		if (settings->said[i] && i != but)
			add_line(settings, i, out);
	}
}

static bool same(const struct settings *a, const struct settings *b)
{
	struct str one = STR_INIT, other = STR_INIT;
	bool equal;

	write_anew(a, SETTING_COUNT, &one);
	write_anew(b, SETTING_COUNT, &other);
	equal = strcmp(one.data, other.data) == 0;
	str_free(&one);
	str_free(&other);
	return equal;
}

/* True where the text reads without a mistake and says just what is wanted. */
static bool says(const struct str *text, const struct settings *wanted)
{
	struct settings read = settings_default();
	struct problems problems = PROBLEMS_INIT;
	bool reads = settings_parse(text, &read, &problems);

	problems_free(&problems);
	return reads && same(&read, wanted);
}

static int last_line(const struct tree *tree, const struct node *node)
{
	int last = node->at.line;

	if (node->kind == NODE_TEXT)
		return last;
	for (const struct node *item = tree_first(tree, node); item != NULL;
	     item = tree_next(tree, item)) {
		int below = last_line(tree, item);

		last = below > last ? below : last;
	}
	return last;
}

static struct lines find_lines(const struct str *text, const char *key)
{
	struct problems problems = PROBLEMS_INIT;
	struct tree tree = TREE_INIT;
	struct lines lines = {0, 0};

	if (tree_parse(text->data, text->len, &tree, &problems)) {
		const struct node *node = tree_get(&tree, tree_root(&tree), key);

		if (node != NULL)
			lines = (struct lines){node->key_at.line, last_line(&tree, node)};
	}
	tree_free(&tree);
	problems_free(&problems);
	return lines;
}

/* Where the comment at the end of a line begins, blanks before it included; len where there is none. */
static size_t comment_at(const char *line, size_t len)
{
	char quote = '\0';

	for (size_t i = 0; i < len; i++) {
		bool begins = i > 0 && strchr(" [{,:", line[i - 1]) != NULL;

		if (quote != '\0') {
			if (quote == '"' && line[i] == '\\')
				i++;
			else if (line[i] == quote)
				quote = '\0';
		} else if (begins && (line[i] == '"' || line[i] == '\'')) {
			quote = line[i];
		} else if (line[i] == '#' && i > 0 && strchr(" \t", line[i - 1]) != NULL) {
			while (i > 0 && strchr(" \t", line[i - 1]) != NULL)
				i--;
			return i;
		}
	}
	return len;
}

/* One change of the file, line by line. */
struct patch {
	struct lines lines;
	const char *with; /* what stands there instead, without a line end; NULL for nothing */
	bool loses;       /* a comment among the lines */
	struct str *out;
};

static void patch_line(struct patch *patch, int number, const char *line, size_t len)
{
	size_t body = len, comment;

	if (number < patch->lines.first || number > patch->lines.last) {
		str_add_bytes(patch->out, line, len);
		return;
	}
	while (body > 0 && strchr("\r\n", line[body - 1]) != NULL)
		body--;
	comment = comment_at(line, body);
	if (number == patch->lines.first && patch->with != NULL) {
		str_add(patch->out, patch->with);
		str_add_bytes(patch->out, line + comment, len - comment);
	} else if (memchr(line, '#', body) != NULL) {
		patch->loses = true;
	}
}

static void apply(struct patch *patch, const struct str *text)
{
	const char *at = text->data, *end = text->data + text->len;

	for (int number = 1; at < end; number++) {
		const char *feed = memchr(at, '\n', (size_t)(end - at));
		size_t len = (size_t)((feed == NULL ? end : feed + 1) - at);

		patch_line(patch, number, at, len);
		at += len;
	}
	if (patch->lines.first > 0 || patch->with == NULL)
		return;
	if (text->len == 0)
		str_add(patch->out, "format: " SETTINGS_FORMAT "\n");
	if (patch->out->len > 0 && patch->out->data[patch->out->len - 1] != '\n')
		str_add_char(patch->out, '\n');
	str_addf(patch->out, "%s\n", patch->with);
}

/* Changes the lines of the one key where that does just what is wanted; writes the file anew otherwise. */
static void edit_text(enum setting setting, struct settings_edit *edit)
{
	const char *key = setting_info(setting)->key;
	struct str line = STR_INIT;
	struct patch patch = {.lines = find_lines(&edit->was, key), .out = &edit->text};

	if (edit->settings.said[setting]) {
		str_addf(&line, "%s: ", key);
		setting_write(&edit->settings, setting, &line);
		patch.with = line.data;
	}
	apply(&patch, &edit->was);
	edit->loses = patch.loses;
	if (!says(&edit->text, &edit->settings)) {
		str_reset(&edit->text);
		write_anew(&edit->settings, SETTING_COUNT, &edit->text);
		edit->loses = edit->was.len > 0;
	}
	str_free(&line);
}

/* The settings with one changed, by way of a file that says so: what was typed is read as a file is. */
static bool change(const struct settings *from, enum setting setting, const char *value,
		   struct settings *to, struct err *err)
{
	const char *key = setting_info(setting)->key;
	struct problems problems = PROBLEMS_INIT;
	struct str text = STR_INIT;
	int line = 1;
	bool ok;

	write_anew(from, setting, &text);
	for (const char *at = text.data; *at != '\0'; at++)
		line += *at == '\n';
	if (value != NULL) {
		str_addf(&text, "%s: ", key);
		setting_typed(setting, value, &text);
		str_add_char(&text, '\n');
	}
	ok = settings_parse(&text, to, &problems);
	if (!ok) {
		problems_sort(&problems);
		err_set(err, ERR_INVALID,
			problems.items[0].line >= line ? "%s"
						       : "that does not go with the rest: %s",
			problems.items[0].text);
		err_wrap(err, "%s", key);
	}
	str_free(&text);
	problems_free(&problems);
	return ok;
}

/* The file as it is; an empty text where there is none. */
static bool read_present(const char *path, struct str *text, struct settings *settings,
			 struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	struct err trouble;
	bool ok;

	*settings = settings_default();
	if (!file_load(path, text, &trouble)) {
		if (trouble.code != ERR_NOT_FOUND) {
			*err = trouble;
			return false;
		}
		return true;
	}
	ok = settings_parse(text, settings, &problems);
	if (!ok) {
		load_refuse(&problems, err);
		err_wrap(err, "%s has a mistake to mend first", path);
	}
	problems_free(&problems);
	return ok;
}

bool settings_edit(const char *path, enum setting setting, const char *value,
		   struct settings_edit *edit, struct err *err)
{
	struct settings_edit made = SETTINGS_EDIT_INIT;
	struct settings present;
	bool ok;

	if (value != NULL && strpbrk(value, "\n\r") != NULL)
		return err_set(err, ERR_INVALID, "%s: a value is one line",
			       setting_info(setting)->key);
	if (value != NULL && value[strspn(value, " \t")] == '\0')
		return err_set(err, ERR_INVALID, "%s: there is nothing but blanks",
			       setting_info(setting)->key);
	ok = read_present(path, &made.was, &present, err) &&
	     change(&present, setting, value, &made.settings, err);
	if (!ok) {
		settings_edit_free(&made);
		return false;
	}
	edit_text(setting, &made);
	*edit = made;
	return true;
}
