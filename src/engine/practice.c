/* SPDX-License-Identifier: MIT */
#include "engine/practice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"

void practices_of(const struct own_plan *plan, struct practices *practices)
{
	size_t count = own_plan_count(plan, OWN_PRACTICE);

	*practices = (struct practices)PRACTICES_INIT;
	practices->items = mem_alloc(count + 1, sizeof(*practices->items));
	for (size_t i = 0; i < count; i++) {
		const struct own_entry *entry = own_plan_entry(plan, OWN_PRACTICE, i);
		struct practice *practice = &practices->items[practices->count++];

		*practice = (struct practice){.name = ""};
		memcpy(practice->name, entry->head, sizeof(practice->name));
		memcpy(practice->note, entry->text, sizeof(practice->note));
	}
}

void practices_free(struct practices *practices)
{
	free(practices->items);
	*practices = (struct practices)PRACTICES_INIT;
}

void practices_mark(struct practices *practices, const char *name, struct day day, struct day today)
{
	int32_t ago = day_between(day, today);

	if (ago < 0 || ago >= PRACTICE_DAYS)
		return;
	for (size_t i = 0; i < practices->count; i++) {
		if (strcmp(practices->items[i].name, name) == 0)
			practices->items[i].done[PRACTICE_DAYS - 1 - ago] = true;
	}
}

const struct practice *practices_find(const struct practices *practices, const char *text)
{
	char number[24];

	for (size_t i = 0; i < practices->count; i++) {
		if (strcasecmp(practices->items[i].name, text) == 0)
			return &practices->items[i];
	}
	for (size_t i = 0; i < practices->count; i++) {
		snprintf(number, sizeof(number), "%zu", i + 1);
		if (strcmp(number, text) == 0)
			return &practices->items[i];
	}
	return NULL;
}

bool practice_today(const struct practice *practice)
{
	return practice->done[PRACTICE_DAYS - 1];
}

int practice_count(const struct practice *practice)
{
	int count = 0;

	for (int i = 0; i < PRACTICE_DAYS; i++)
		count += practice->done[i] ? 1 : 0;
	return count;
}

void practice_tell(const struct practice *practice, struct str *out)
{
	str_addf(out, "%d of the last %d days", practice_count(practice), PRACTICE_DAYS);
}
