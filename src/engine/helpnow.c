/* SPDX-License-Identifier: MIT */
#include "engine/helpnow.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *word, *title;
} whens[] = {
	[SIGN_EMERGENCY] = {"emergency", "Call the emergency number now"},
	[SIGN_SAME_DAY] = {"same-day", "See a doctor today"},
	[SIGN_SOON] = {"soon", "Talk to a professional in the next days"},
};
static_assert(sizeof(whens) / sizeof(whens[0]) == SIGN_WHEN_COUNT, "one row a time");

void help_texts_free(struct help_texts *texts)
{
	for (size_t i = 0; i < texts->tool_count; i++)
		free(texts->tools[i].steps);
	free(texts->tools);
	free(texts->signs);
	free(texts->overdose);
	free(texts->cautions);
	*texts = (struct help_texts)HELP_TEXTS_INIT;
}

const char *sign_when_word(enum sign_when when)
{
	return whens[when].word;
}

const char *sign_when_title(enum sign_when when)
{
	return whens[when].title;
}

const struct help_tool *help_tool_find(const struct help_texts *texts, const char *id)
{
	for (size_t i = 0; i < texts->tool_count; i++) {
		if (strcmp(texts->tools[i].id, id) == 0)
			return &texts->tools[i];
	}
	return NULL;
}

int32_t help_tool_seconds(const struct help_tool *tool)
{
	int32_t seconds = 0;

	for (size_t i = 0; i < tool->step_count; i++)
		seconds += tool->steps[i].seconds;
	return seconds * tool->rounds;
}
