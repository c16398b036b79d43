/* SPDX-License-Identifier: MIT */
#include "code.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

#include "store/lock.h"

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

enum { SIGNS = 32, FIELD = 0x25 };

/* Times x in the field of 32 elements, so that any one sign that is wrong, or two that changed places, are found. */
static unsigned times_x(unsigned a)
{
	a <<= 1;
	return a >= SIGNS ? (a ^ FIELD) & (SIGNS - 1) : a;
}

static unsigned check_of(const unsigned *values, unsigned group)
{
	unsigned sum = group;

	for (int i = 0; i < CODE_GROUP - 1; i++)
		sum = times_x(sum) ^ values[i];
	return times_x(sum);
}

void code_make(struct secret *code)
{
	for (unsigned group = 0; group < CODE_GROUPS; group++) {
		char text[CODE_GROUP + 1] = {0};
		unsigned values[CODE_GROUP];
		bool room;

		for (int i = 0; i < CODE_GROUP - 1; i++)
			values[i] = randombytes_uniform(SIGNS);
		values[CODE_GROUP - 1] = check_of(values, group + 1);
		for (int i = 0; i < CODE_GROUP; i++)
			text[i] = alphabet[values[i]];
		room = (group == 0 || secret_add(code, "-", 1)) &&
		       secret_add(code, text, CODE_GROUP);
		assert(room);
		(void)room;
		secret_wipe(text, sizeof(text));
		secret_wipe(values, sizeof(values));
	}
}

/* The number of a sign, -1 for what is none. What is easily taken for another sign is that one. */
static int value_of(char c)
{
	const char *at;

	if (c >= 'a' && c <= 'z')
		c = (char)(c - 'a' + 'A');
	if (c == 'O')
		c = '0';
	if (c == 'I' || c == 'L')
		c = '1';
	at = c != '\0' ? strchr(alphabet, c) : NULL;
	return at != NULL ? (int)(at - alphabet) : -1;
}

/* The sign before the first len bytes' end, and len cut to what is in front of it; '\0' where there is none. */
static char sign_before(const char *text, size_t *len)
{
	while (*len > 0 && (text[*len - 1] == ' ' || text[*len - 1] == '-'))
		(*len)--;
	return *len > 0 ? text[--*len] : '\0';
}

bool store_code_ends(const struct secret *code, const struct secret *typed)
{
	size_t whole = secret_len(code), len = secret_len(typed), count = 0;
	char sign;

	while ((sign = sign_before(secret_text(typed), &len)) != '\0') {
		int value = value_of(sign);

		if (value < 0 || value != value_of(sign_before(secret_text(code), &whole)))
			return false;
		count++;
	}
	return count >= CODE_GROUP;
}

enum code_state code_read(const char *typed, size_t len, struct secret *signs, int *group)
{
	unsigned values[CODE_SIGNS];
	size_t count = 0;

	for (size_t i = 0; i < len; i++) {
		int value = value_of(typed[i]);

		if (typed[i] == ' ' || typed[i] == '-')
			continue;
		if (value < 0 || count == CODE_SIGNS)
			return CODE_NONE;
		values[count++] = (unsigned)value;
	}
	if (count != CODE_SIGNS)
		return CODE_NONE;
	for (unsigned at = 0; at < CODE_GROUPS; at++) {
		const unsigned *part = values + (size_t)at * CODE_GROUP;

		if (check_of(part, at + 1) != part[CODE_GROUP - 1]) {
			*group = (int)at + 1;
			return CODE_MISTYPED;
		}
	}
	for (size_t i = 0; i < CODE_SIGNS; i++) {
		if (!secret_add(signs, &alphabet[values[i]], 1))
			return CODE_NONE;
	}
	secret_wipe(values, sizeof(values));
	return CODE_GOOD;
}
