/* SPDX-License-Identifier: MIT */
#include "value.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "engine/moment.h"

struct value value_item(const struct node *node, const char *text)
{
	return (struct value){.node = node, .text = node == NULL ? NULL : text};
}

struct value value_of(const struct reading *reading, const struct node *map, const char *key,
		      const char *text)
{
	return value_item(text == NULL ? NULL : tree_get(reading->tree, map, key), text);
}

void value_wrong(struct reading *reading, const struct node *node, const char *fmt, ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	problems_add(reading->problems, node->at.line, node->at.column, "%s", text);
}

static bool settle(struct reading *reading, struct value value, bool ok, const struct err *err)
{
	if (!ok)
		value_wrong(reading, value.node, "%s", err->msg);
	return ok;
}

/* A text over several lines is one line for a person; blanks at its ends are an accident of the file. */
static void join_lines(const char *text, struct str *out)
{
	size_t kept = 0;

	while (*text == ' ' || *text == '\n' || *text == '\t')
		text++;
	while (*text != '\0') {
		size_t blanks = strspn(text, " \n\t");

		if (blanks == 0) {
			str_add_char(out, *text++);
			kept = out->len;
		} else if (memchr(text, '\n', blanks) != NULL ||
			   memchr(text, '\t', blanks) != NULL) {
			str_add_char(out, ' ');
			text += blanks;
		} else {
			str_add_bytes(out, text, blanks);
			text += blanks;
		}
	}
	str_cut(out, kept);
}

bool value_text(struct reading *reading, struct value value, char *buf, size_t size)
{
	struct str line = STR_INIT;
	bool ok;

	if (value.text == NULL)
		return false;
	join_lines(value.text, &line);
	ok = line.len > 0 && str_copy(buf, size, line.data);
	if (!ok)
		value_wrong(reading, value.node,
			    line.len == 0 ? "there is nothing but blanks" : "the text is too long");
	str_free(&line);
	return ok;
}

bool value_word(struct reading *reading, struct value value, char *buf, size_t size)
{
	if (value.text == NULL)
		return false;
	if (strpbrk(value.text, " \t\n/\\'\"") != NULL || strchr("-.", value.text[0]) != NULL ||
	    !str_copy(buf, size, value.text)) {
		value_wrong(reading, value.node,
			    "'%.60s' is not one short word; letters, digits, - and _ make one",
			    value.text);
		return false;
	}
	return true;
}

bool value_amount(struct reading *reading, struct value value, struct amount *amount)
{
	enum unit unit;
	struct err err;
	bool ok;

	if (value.text == NULL)
		return false;
	if (reading->unit == UNIT_NONE)
		ok = amount_read(value.text, amount, &unit, &err);
	else
		ok = amount_read_in(value.text, reading->unit, amount, &err);
	return settle(reading, value, ok, &err);
}

bool value_rate(struct reading *reading, struct value value, struct rate *rate)
{
	struct err err;

	return value.text != NULL &&
	       settle(reading, value, rate_read(value.text, rate, &err), &err);
}

bool value_minute(struct reading *reading, struct value value, int16_t *minute)
{
	struct err err;

	return value.text != NULL &&
	       settle(reading, value, minute_read(value.text, minute, &err), &err);
}

bool value_unit(struct reading *reading, struct value value, enum unit *unit)
{
	enum unit named;

	if (value.text == NULL)
		return false;
	named = unit_from_text(value.text);
	if (named == UNIT_NONE) {
		value_wrong(reading, value.node,
			    "'unit' is '%.40s'; allowed are: g, capsule, ml, tablet, mg",
			    value.text);
		return false;
	}
	*unit = named;
	return true;
}

bool value_bool(struct reading *reading, struct value value, bool *answer)
{
	static const char *const words[] = {"no", "yes", "false", "true"};
	size_t index;

	if (!value_choice(reading, value, words, sizeof(words) / sizeof(words[0]), &index))
		return false;
	*answer = index % 2 == 1;
	return true;
}

/* Only digits: no sign, blank, hexadecimal, octal or fraction, which the C library would take. */
bool value_whole(struct reading *reading, struct value value, int32_t least, int32_t most,
		 int32_t *number)
{
	size_t len;
	int32_t n = 0;

	if (value.text == NULL)
		return false;
	len = strlen(value.text);
	if (len == 0 || len > 7 || strspn(value.text, "0123456789") != len) {
		value_wrong(reading, value.node, "'%.40s' is not a whole number from %d to %d",
			    value.text, least, most);
		return false;
	}
	for (size_t i = 0; i < len; i++)
		n = n * 10 + (value.text[i] - '0');
	if (n < least || n > most) {
		value_wrong(reading, value.node, "'%s' is %d; %d to %d are allowed",
			    tree_key(reading->tree, value.node), n, least, most);
		return false;
	}
	*number = n;
	return true;
}

bool value_choice(struct reading *reading, struct value value, const char *const *words,
		  size_t count, size_t *index)
{
	struct str allowed = STR_INIT;

	if (value.text == NULL)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(value.text, words[i]) == 0) {
			*index = i;
			str_free(&allowed);
			return true;
		}
		str_addf(&allowed, "%s%s", i > 0 ? ", " : "", words[i]);
	}
	value_wrong(reading, value.node, "'%s' is '%.40s'; allowed are: %s",
		    tree_key(reading->tree, value.node), value.text, allowed.data);
	str_free(&allowed);
	return false;
}
