/* SPDX-License-Identifier: MIT */
#include "engine/own_edit.h"

#include <string.h>

static const char *const verbs[OWN_EDIT_KINDS] = {
	[OWN_EDIT_ADD] = "add",
	[OWN_EDIT_REMOVE] = "remove",
	[OWN_EDIT_REPLACE] = "change",
};

static bool make_add(struct own_edit *edit, struct own_plan *plan, struct err *err)
{
	const struct own_entry *there = own_plan_entry(plan, edit->part, 0);

	if (own_shape(edit->part)->single && there != NULL) {
		edit->kind = OWN_EDIT_REPLACE;
		edit->before = *there;
	}
	if (!own_plan_add(plan, &edit->after, err))
		return false;
	edit->number = own_plan_count(plan, edit->part);
	edit->after = *own_plan_entry(plan, edit->part, edit->number - 1);
	return true;
}

static bool make_replacement(struct own_edit *edit, struct own_plan *plan, struct err *err)
{
	const struct own_entry *there = own_plan_entry(plan, edit->part, edit->number - 1);

	if (there != NULL)
		edit->before = *there;
	if (!own_plan_replace(plan, edit->number, &edit->after, err))
		return false;
	edit->after = *own_plan_entry(plan, edit->part, edit->number - 1);
	return true;
}

bool own_edit_make(struct own_edit *edit, struct own_plan *plan, struct err *err)
{
	struct own_edit made = *edit;
	bool done = false;

	switch (edit->kind) {
	case OWN_EDIT_ADD:
		done = make_add(&made, plan, err);
		break;
	case OWN_EDIT_REMOVE:
		done = own_plan_remove(plan, made.part, made.number, &made.before, err);
		break;
	case OWN_EDIT_REPLACE:
		done = make_replacement(&made, plan, err);
		break;
	case OWN_EDIT_KINDS:
		break;
	}
	if (done)
		*edit = made;
	return done;
}

/* Somebody may have changed the plan since: what is there has to be what was put there. */
static bool is_there(const struct own_plan *plan, const struct own_edit *edit,
		     const struct own_entry *entry, struct err *err)
{
	const struct own_entry *there = own_plan_entry(plan, edit->part, edit->number - 1);

	if (there != NULL && own_entry_same(there, entry))
		return true;
	return err_set(err, ERR_INVALID, "your plan was changed elsewhere since");
}

static bool put_in(const struct own_edit *edit, const struct own_entry *entry,
		   struct own_plan *plan, struct err *err)
{
	if (edit->number > own_plan_count(plan, edit->part) + 1)
		return err_set(err, ERR_INVALID, "your plan was changed elsewhere since");
	return own_plan_insert(plan, edit->number, entry, err);
}

bool own_edit_again(const struct own_edit *edit, bool back, struct own_plan *plan, struct err *err)
{
	const struct own_entry *from = back ? &edit->after : &edit->before;
	const struct own_entry *to = back ? &edit->before : &edit->after;
	struct own_entry removed;

	if (edit->kind == OWN_EDIT_REPLACE)
		return is_there(plan, edit, from, err) &&
		       own_plan_replace(plan, edit->number, to, err);
	if ((edit->kind == OWN_EDIT_ADD) != back)
		return put_in(edit, to, plan, err);
	return is_there(plan, edit, from, err) &&
	       own_plan_remove(plan, edit->part, edit->number, &removed, err);
}

void own_edit_words(const struct own_edit *edit, size_t most, struct str *out)
{
	struct str words = STR_INIT;

	str_addf(&words, "%s %s: ", verbs[edit->kind], own_shape(edit->part)->word);
	own_entry_words(edit->kind == OWN_EDIT_REMOVE ? &edit->before : &edit->after, &words);
	if (words.len > most) {
		size_t len = most - strlen("...");

		/* No letter is cut in two. */
		while (len > 0 && ((unsigned char)words.data[len] & 0xC0) == 0x80)
			len--;
		str_cut(&words, len);
		str_add(&words, "...");
	}
	str_append(out, &words);
	str_free(&words);
}

enum { FIELDS = 6 };

static const char *const field_keys[FIELDS] = {"head-before ",  "head-after ",  "detail-before ",
					       "detail-after ", "text-before ", "text-after "};

/* Field number i of an edit and its room. */
static char *field_of(struct own_edit *edit, size_t i, size_t *size)
{
	struct own_entry *entry = i % 2 == 0 ? &edit->before : &edit->after;

	if (i < 2) {
		*size = sizeof(entry->head);
		return entry->head;
	}
	*size = i < 4 ? sizeof(entry->detail) : sizeof(entry->text);
	return i < 4 ? entry->detail : entry->text;
}

void own_edit_write(const struct own_edit *edit, struct str *out)
{
	struct own_edit copy = *edit;
	size_t size;

	str_addf(out, "%s %zu %s\n", verbs[edit->kind], edit->number, own_shape(edit->part)->word);
	for (size_t i = 0; i < FIELDS; i++) {
		const char *text = field_of(&copy, i, &size);

		if (text[0] != '\0')
			str_addf(out, "%s%s\n", field_keys[i], text);
	}
}

/* "add 3 reason". */
static bool read_head(const char *line, size_t len, struct own_edit *edit)
{
	char words[64];
	char *number, *part;
	struct err none;

	if (len >= sizeof(words))
		return false;
	memcpy(words, line, len);
	words[len] = '\0';
	number = strchr(words, ' ');
	part = number != NULL ? strchr(number + 1, ' ') : NULL;
	if (part == NULL)
		return false;
	*number++ = '\0';
	*part++ = '\0';
	while (edit->kind < OWN_EDIT_KINDS && strcmp(words, verbs[edit->kind]) != 0)
		edit->kind++;
	for (; *number >= '0' && *number <= '9' && edit->number <= OWN_PART_MAX; number++)
		edit->number = edit->number * 10 + (size_t)(*number - '0');
	return edit->kind < OWN_EDIT_KINDS && *number == '\0' && edit->number > 0 &&
	       edit->number <= OWN_PART_MAX && own_part_read(part, &edit->part, &none);
}

static bool read_field(const char *line, size_t len, struct own_edit *edit)
{
	for (size_t i = 0; i < FIELDS; i++) {
		size_t key = strlen(field_keys[i]), size;
		char *field = field_of(edit, i, &size);

		if (len < key || memcmp(line, field_keys[i], key) != 0)
			continue;
		if (len - key >= size)
			return false;
		memcpy(field, line + key, len - key);
		field[len - key] = '\0';
		return true;
	}
	return false;
}

bool own_edit_read(const char *text, struct own_edit *edit)
{
	struct own_edit read = {.kind = OWN_EDIT_ADD};
	size_t len = strcspn(text, "\n");

	if (!read_head(text, len, &read))
		return false;
	for (text += len; *text == '\n' && text[1] != '\0'; text += len) {
		text++;
		len = strcspn(text, "\n");
		if (!read_field(text, len, &read))
			return false;
	}
	read.before.part = read.part;
	read.after.part = read.part;
	*edit = read;
	return true;
}
