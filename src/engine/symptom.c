/* SPDX-License-Identifier: MIT */
#include "engine/symptom.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

static const struct {
	const char *name, *title;
} groups[] = {
	[SYMPTOM_BODY] = {"body", "Body"},          [SYMPTOM_RESTLESS] = {"restless", "Restless"},
	[SYMPTOM_SLEEP] = {"sleep", "Sleep"},       [SYMPTOM_MOOD] = {"mood", "Mood"},
	[SYMPTOM_CRAVING] = {"craving", "Craving"},
};

static_assert(sizeof(groups) / sizeof(groups[0]) == SYMPTOM_GROUP_COUNT, "a row for each group");

static const char *const ratings[] = {"none", "a little", "moderate", "quite a lot", "extreme"};

static_assert(sizeof(ratings) / sizeof(ratings[0]) == SYMPTOM_WORST + 1, "a word for each rating");

void symptoms_free(struct symptoms *symptoms)
{
	free(symptoms->items);
	*symptoms = (struct symptoms)SYMPTOMS_INIT;
}

void symptoms_copy(struct symptoms *to, const struct symptoms *from)
{
	*to = (struct symptoms)SYMPTOMS_INIT;
	to->items = mem_grow(NULL, &to->cap, from->count + 1, sizeof(*to->items));
	if (from->count > 0)
		memcpy(to->items, from->items, from->count * sizeof(*to->items));
	to->count = from->count;
}

struct symptom *symptoms_find(const struct symptoms *symptoms, const char *id)
{
	for (size_t i = 0; i < symptoms->count; i++) {
		if (strcmp(symptoms->items[i].id, id) == 0)
			return &symptoms->items[i];
	}
	return NULL;
}

const char *symptoms_nearest(const struct symptoms *symptoms, const char *word)
{
	const char *ids[SYMPTOM_MAX];

	for (size_t i = 0; i < symptoms->count; i++)
		ids[i] = symptoms->items[i].id;
	return str_nearest(word, ids, symptoms->count);
}

bool symptoms_add(struct symptoms *symptoms, const struct symptom *symptom)
{
	size_t at = symptoms->count;

	if (symptoms->count >= SYMPTOM_MAX || symptoms_find(symptoms, symptom->id) != NULL)
		return false;
	symptoms->items = mem_grow(symptoms->items, &symptoms->cap, symptoms->count + 1,
				   sizeof(*symptoms->items));
	while (at > 0 && symptoms->items[at - 1].group > symptom->group)
		at--;
	memmove(&symptoms->items[at + 1], &symptoms->items[at],
		(symptoms->count - at) * sizeof(*symptoms->items));
	symptoms->items[at] = *symptom;
	symptoms->count++;
	return true;
}

bool symptom_id_valid(const char *id)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	size_t len = strlen(id);

	return len > 0 && len < SYMPTOM_ID_SIZE && strspn(id, allowed) == len && id[0] >= 'a';
}

const char *symptom_group_name(enum symptom_group group)
{
	return groups[group].name;
}

const char *symptom_group_title(enum symptom_group group)
{
	return groups[group].title;
}

const char *symptom_rating_word(int rating)
{
	assert(rating >= 0 && rating <= SYMPTOM_WORST);
	return ratings[rating];
}
