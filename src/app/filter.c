/* SPDX-License-Identifier: MIT */
#include "filter.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

enum { KEY_LETTERS_MAX = 16, YEAR_LEAST = 1600 };

static const struct {
	const char *key;
	enum filter_kind kind;
} text_keys[] = {
	{"tag:", FILTER_TAG},
	{"product:", FILTER_PRODUCT},
	{"note:", FILTER_NOTE},
};

/* The longer of two that begin alike comes first. */
static const struct {
	const char *sign;
	enum filter_compare compare;
} signs[] = {
	{">=", COMPARE_AT_LEAST},  {"<=", COMPARE_AT_MOST}, {">", COMPARE_ABOVE},
	{"<", COMPARE_BELOW},      {"=", COMPARE_EQUAL},    {"over:", COMPARE_ABOVE},
	{"under:", COMPARE_BELOW},
};

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (lower(a[i]) != lower(b[i]))
			return false;
	}
	return true;
}

static bool same_text(const char *a, const char *b)
{
	size_t len = strlen(a);

	return len == strlen(b) && same(a, b, len);
}

static bool holds(const char *text, const char *part)
{
	size_t len = strlen(part), all = strlen(text);

	for (size_t at = 0; at + len <= all; at++) {
		if (same(text + at, part, len))
			return true;
	}
	return false;
}

static bool has_tag(const char *tags, const char *tag)
{
	size_t want = strlen(tag);

	for (const char *at = tags; *at != '\0'; at += *at == ' ' ? 1 : 0) {
		size_t len = strcspn(at, " ");

		if (len == want && same(at, tag, len))
			return true;
		at += len;
	}
	return false;
}

static bool read_number(const char *text, size_t digits, int32_t *number)
{
	*number = 0;
	for (size_t i = 0; i < digits; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*number = *number * 10 + (text[i] - '0');
	}
	return text[digits] == '\0';
}

static bool read_year(const char *text, int32_t *year)
{
	int32_t read;

	if (strlen(text) != 4 || !read_number(text, 4, &read) || read < YEAR_LEAST)
		return false;
	*year = read;
	return true;
}

/* "oct", "October" or "2026-10". */
static bool read_month(const char *word, struct filter_term *term)
{
	char year[5] = "";

	for (int32_t month = 1; month <= 12; month++) {
		if (same_text(word, month_short(month)) || same_text(word, month_long(month))) {
			term->month = month;
			return true;
		}
	}
	if (strlen(word) != 7 || word[4] != '-')
		return false;
	memcpy(year, word, 4);
	return read_year(year, &term->year) && read_number(word + 5, 2, &term->month) &&
	       term->month >= 1 && term->month <= 12;
}

static bool read_amount(const char *word, const char *rest, enum filter_compare compare,
			struct filter_term *term, struct err *err)
{
	term->kind = FILTER_AMOUNT;
	term->compare = compare;
	if (!amount_read(rest, &term->amount, &term->unit, err))
		return err_wrap(err, "'%.60s'", word);
	return true;
}

/* A word such as "tags:work" is no text to look for, but a slip. */
static bool check_text(const char *word, struct err *err)
{
	static const char *const keys[] = {"tag:", "product:", "note:", "over:", "under:"};
	size_t letters = strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	char key[KEY_LETTERS_MAX + 2];
	const char *nearest;

	if (word[0] == '\0')
		return err_set(err, ERR_USAGE, "'' is no word to look for");
	if (letters == 0 || letters > KEY_LETTERS_MAX || word[letters] != ':')
		return true;
	memcpy(key, word, letters + 1);
	key[letters + 1] = '\0';
	nearest = str_nearest(key, keys, COUNT(keys));
	if (nearest != NULL)
		return err_set(err, ERR_USAGE, "'%.60s' can't be read; did you mean '%s%.60s'?",
			       word, nearest, word + letters + 1);
	return err_set(err, ERR_USAGE,
		       "'%.60s' can't be read; tag:, product: and note: are known, and "
		       "'note:%.60s' looks for it in notes",
		       word, word);
}

static bool read_term(const char *word, struct filter_term *term, struct err *err)
{
	for (size_t i = 0; i < COUNT(text_keys); i++) {
		size_t len = strlen(text_keys[i].key);

		if (strlen(word) < len || !same(word, text_keys[i].key, len))
			continue;
		term->kind = text_keys[i].kind;
		term->text = word + len;
		if (term->text[0] == '\0')
			return err_set(err, ERR_USAGE, "'%s' needs a word right after it", word);
		return true;
	}
	for (size_t i = 0; i < COUNT(signs); i++) {
		if (str_starts(word, signs[i].sign))
			return read_amount(word, word + strlen(signs[i].sign), signs[i].compare,
					   term, err);
	}
	term->kind = read_month(word, term) ? FILTER_MONTH : FILTER_TEXT;
	term->text = word;
	return term->kind == FILTER_MONTH || check_text(word, err);
}

bool filter_read(const char *const *words, size_t count, struct filter *filter, struct err *err)
{
	struct filter read = {.count = 0};

	for (size_t i = 0; i < count; i++) {
		struct filter_term *term = &read.terms[read.count++];
		bool out = words[i][0] == '-' && words[i][1] != '\0';

		*term = (struct filter_term){.out = out};
		if (!read_term(words[i] + (out ? 1 : 0), term, err))
			return false;
		if (term->kind == FILTER_MONTH && term->year == 0 && i + 1 < count &&
		    read_year(words[i + 1], &term->year))
			i++;
		if (read.count == FILTER_MAX && i + 1 < count)
			return err_set(err, ERR_USAGE, "more than %d words to look for",
				       FILTER_MAX);
	}
	*filter = read;
	return true;
}

static bool amount_fits(const struct filter_term *term, const struct dose *dose)
{
	int64_t taken = dose->amount.nano, asked = term->amount.nano;

	if (term->unit != UNIT_NONE && term->unit != dose->unit)
		return false;
	switch (term->compare) {
	case COMPARE_ABOVE:
		return taken > asked;
	case COMPARE_AT_LEAST:
		return taken >= asked;
	case COMPARE_BELOW:
		return taken < asked;
	case COMPARE_AT_MOST:
		return taken <= asked;
	case COMPARE_EQUAL:
		return taken == asked;
	}
	return false;
}

static bool month_fits(const struct filter_term *term, struct day day)
{
	struct civil civil = day_to_civil(day);

	return civil.month == term->month && (term->year == 0 || civil.year == term->year);
}

static bool term_fits(const struct filter_term *term, const struct dose *dose, struct day day)
{
	switch (term->kind) {
	case FILTER_TAG:
		return has_tag(dose->tags, term->text);
	case FILTER_PRODUCT:
		return same_text(dose->product, term->text);
	case FILTER_NOTE:
		return holds(dose->note, term->text);
	case FILTER_TEXT:
		return holds(dose->note, term->text) || holds(dose->tags, term->text);
	case FILTER_AMOUNT:
		return amount_fits(term, dose);
	case FILTER_MONTH:
		return month_fits(term, day);
	}
	return false;
}

bool filter_fits(const struct filter *filter, const struct dose *dose, struct day day)
{
	for (size_t i = 0; i < filter->count; i++) {
		if (term_fits(&filter->terms[i], dose, day) == filter->terms[i].out)
			return false;
	}
	return true;
}

void filter_narrow(const struct filter *filter, struct day *first, struct day *last)
{
	for (size_t i = 0; i < filter->count; i++) {
		const struct filter_term *term = &filter->terms[i];
		struct civil civil = {term->year, term->month, 1}, year_ends = {term->year, 12, 31};
		struct day begins, ends;

		if (term->kind != FILTER_MONTH || term->out || term->year == 0)
			continue;
		begins = day_from_civil(civil);
		ends = day_from_civil(year_ends);
		if (++civil.month <= 12)
			ends = day_add(day_from_civil(civil), -1);
		*first = begins.n > first->n ? begins : *first;
		*last = ends.n < last->n ? ends : *last;
	}
}

static void bound_amount(const struct filter_term *term, struct sift *sift)
{
	int64_t milli = amount_milli(term->amount);
	int64_t least = sift->least_milli, most = sift->most_milli;

	switch (term->compare) {
	case COMPARE_ABOVE:
		least = milli + 1;
		break;
	case COMPARE_AT_LEAST:
		least = milli;
		break;
	case COMPARE_BELOW:
		most = milli - 1;
		break;
	case COMPARE_AT_MOST:
		most = milli;
		break;
	case COMPARE_EQUAL:
		least = most = milli;
		break;
	}
	sift->least_milli = least > sift->least_milli ? least : sift->least_milli;
	sift->most_milli = most < sift->most_milli ? most : sift->most_milli;
}

/* What is too long to be any is left for filter_fits to refuse. */
static const char *lowered(char *to, size_t size, const char *text)
{
	if (!str_copy(to, size, text))
		return NULL;
	for (char *c = to; *c != '\0'; c++)
		*c = lower(*c);
	return to;
}

void filter_sift(const struct filter *filter, struct filter_texts *texts, struct sift *sift)
{
	for (size_t i = 0; i < filter->count; i++) {
		const struct filter_term *term = &filter->terms[i];

		if (term->out)
			continue;
		if (term->kind == FILTER_AMOUNT)
			bound_amount(term, sift);
		else if (term->kind == FILTER_TAG)
			sift->tag = lowered(texts->tag, sizeof(texts->tag), term->text);
		else if (term->kind == FILTER_PRODUCT)
			sift->product = lowered(texts->product, sizeof(texts->product), term->text);
	}
}
