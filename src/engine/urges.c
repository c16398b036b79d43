/* SPDX-License-Identifier: MIT */
#include "engine/urges.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

enum { HOURS = 24, WORST_PART = 4 };

static void words_free(struct urge_words *words)
{
	for (size_t i = 0; i < words->count; i++)
		free(words->items[i].word);
	free(words->items);
}

void urge_stats_free(struct urge_stats *stats)
{
	words_free(&stats->triggers);
	words_free(&stats->helped);
	*stats = (struct urge_stats)URGE_STATS_INIT;
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_word(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (small(a[i]) != small(b[i]))
			return false;
	}
	return a[len] == '\0';
}

static void count_word(struct urge_words *words, const char *text, size_t len,
		       enum urge_outcome outcome)
{
	struct urge_word *word = NULL;

	for (size_t i = 0; i < words->count && word == NULL; i++) {
		if (same_word(words->items[i].word, text, len))
			word = &words->items[i];
	}
	if (word == NULL) {
		struct str copy = STR_INIT;

		str_add_bytes(&copy, text, len);
		words->items = mem_grow(words->items, &words->cap, words->count + 1,
					sizeof(words->items[0]));
		word = &words->items[words->count++];
		*word = (struct urge_word){.word = str_take(&copy)};
	}
	word->count++;
	word->answered += outcome != URGE_OPEN;
	word->passed += outcome == URGE_RODE_OUT;
}

static int more_first(const void *a, const void *b)
{
	const struct urge_word *left = a, *right = b;

	if (left->count != right->count)
		return left->count > right->count ? -1 : 1;
	return strcmp(left->word, right->word);
}

static void sort_words(struct urge_words *words)
{
	if (words->count > 1)
		qsort(words->items, words->count, sizeof(words->items[0]), more_first);
}

static void count_words(const struct urge *urge, struct urge_stats *stats)
{
	for (const char *at = urge->tags; *at != '\0';) {
		size_t len = strcspn(at, " ");

		if (len > 0)
			count_word(&stats->triggers, at, len, urge->outcome);
		at += len + (at[len] == ' ');
	}
	if (urge->outcome == URGE_RODE_OUT && urge->helped[0] != '\0')
		count_word(&stats->helped, urge->helped, strlen(urge->helped), urge->outcome);
}

static int compare_seconds(const void *a, const void *b)
{
	int32_t left = *(const int32_t *)a, right = *(const int32_t *)b;

	return (left > right) - (left < right);
}

static void find_median(int32_t *seconds, struct urge_stats *stats)
{
	size_t count = (size_t)stats->timed;

	if (stats->timed < URGES_MEDIAN_LEAST)
		return;
	qsort(seconds, count, sizeof(seconds[0]), compare_seconds);
	stats->median_seconds = count % 2 == 1 ? seconds[count / 2]
					       : (seconds[count / 2 - 1] + seconds[count / 2]) / 2;
}

/* The hours that stand out, where any do: a quarter of all urges, among the first to have the most. */
static void find_worst(const int32_t hours[HOURS], struct urge_stats *stats)
{
	int32_t most = 0;
	int at = -1;

	for (int hour = 0; hour < HOURS; hour++) {
		int32_t sum = 0;

		for (int i = 0; i < URGES_WORST_HOURS; i++)
			sum += hours[(hour + i) % HOURS];
		if (sum > most) {
			most = sum;
			at = hour;
		}
	}
	if (stats->total < URGES_WORST_LEAST || most * WORST_PART < stats->total)
		return;
	stats->worst_hour = at;
	stats->worst_count = most;
}

void urge_stats_of(const struct urge *urges, size_t count, struct urge_stats *stats)
{
	int32_t *seconds = mem_alloc(count, sizeof(*seconds));
	int32_t hours[HOURS] = {0};

	*stats = (struct urge_stats)URGE_STATS_INIT;
	for (size_t i = 0; i < count; i++) {
		const struct urge *urge = &urges[i];

		stats->total++;
		stats->answered += urge->outcome != URGE_OPEN;
		stats->passed += urge->outcome == URGE_RODE_OUT;
		hours[moment_from_utc(urge->utc, urge->utc_offset).minute / 60]++;
		if (urge->outcome == URGE_RODE_OUT && urge->seconds > 0)
			seconds[stats->timed++] = urge->seconds;
		count_words(urge, stats);
	}
	find_median(seconds, stats);
	find_worst(hours, stats);
	sort_words(&stats->triggers);
	sort_words(&stats->helped);
	free(seconds);
}

void urge_stats_helped(struct urge_stats *stats, const char *what)
{
	count_word(&stats->helped, what, strlen(what), URGE_OPEN);
	sort_words(&stats->helped);
}
