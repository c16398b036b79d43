/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/planning.h"
#include "app_private.h"
#include "base/mem.h"
#include "yaml/planfile.h"

static const char plan_ending[] = ".yaml";

/* Shipped plans in the order a person should meet them: the gentle ones first. Others follow by name. */
static const char *const usual_order[] = {"gentle", "steady",  "fortnight", "brisk",
					  "wiki",   "bands",   "even",      "curve",
					  "lower",  "by-hand", "short-use"};

void plan_cards_free(struct plan_cards *cards)
{
	for (size_t i = 0; i < cards->count; i++) {
		free(cards->cards[i].path);
		plan_free(&cards->cards[i].plan);
	}
	free(cards->cards);
	*cards = (struct plan_cards)PLAN_CARDS_INIT;
}

/* "steady" of "steady.yaml"; false for any other file. */
static bool name_of_file(const char *file, char *name)
{
	size_t len = strlen(file), ending = sizeof(plan_ending) - 1;

	if (file[0] == '.' || len <= ending || len - ending >= PLAN_NAME_SIZE ||
	    strcmp(file + len - ending, plan_ending) != 0)
		return false;
	memcpy(name, file, len - ending);
	name[len - ending] = '\0';
	return true;
}

static bool has_card(const struct plan_cards *cards, const char *name)
{
	for (size_t i = 0; i < cards->count; i++) {
		if (strcmp(cards->cards[i].plan.name, name) == 0)
			return true;
	}
	return false;
}

static void add_card(const char *folder, const char *file, bool own, struct plan_cards *cards,
		     size_t *cap)
{
	struct problems problems = PROBLEMS_INIT;
	struct plan_card *card;
	struct err ignored;
	char name[PLAN_NAME_SIZE];

	if (!name_of_file(file, name) || has_card(cards, name))
		return;
	cards->cards = mem_grow(cards->cards, cap, cards->count + 1, sizeof(*cards->cards));
	card = &cards->cards[cards->count++];
	*card = (struct plan_card){.path = paths_join(folder, file), .own = own};
	card->broken = !planfile_read(card->path, &card->plan, &problems, &ignored);
	memcpy(card->plan.name, name, sizeof(name));
	problems_free(&problems);
}

static bool add_folder(const char *folder, bool own, struct plan_cards *cards, size_t *cap)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;

	if (dir == NULL)
		return false;
	while ((entry = readdir(dir)) != NULL)
		add_card(folder, entry->d_name, own, cards, cap);
	closedir(dir);
	return true;
}

static size_t rank(const struct plan_card *card)
{
	size_t count = sizeof(usual_order) / sizeof(usual_order[0]);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(card->plan.name, usual_order[i]) == 0)
			return i;
	}
	return count;
}

static int compare_cards(const void *a, const void *b)
{
	const struct plan_card *left = a, *right = b;
	size_t left_rank = rank(left), right_rank = rank(right);

	if (left_rank != right_rank)
		return left_rank < right_rank ? -1 : 1;
	return strcmp(left->plan.name, right->plan.name);
}

bool app_plan_cards(struct app *app, struct plan_cards *cards, struct err *err)
{
	char *own = paths_join(app->paths.config, "plans");
	char *shipped = paths_join(app->paths.data, "plans");
	struct plan_cards found = PLAN_CARDS_INIT;
	size_t cap = 0;
	bool any_own = add_folder(own, true, &found, &cap);
	bool any_shipped = add_folder(shipped, false, &found, &cap);

	if (!any_own && !any_shipped)
		err_set(err, ERR_IO,
			"%s: the folder of plans can't be opened (%s); set TAPER_DATA to taper's "
			"data folder",
			shipped, strerror(errno));
	free(own);
	free(shipped);
	if (!any_own && !any_shipped)
		return false;
	if (found.count > 0)
		qsort(found.cards, found.count, sizeof(*found.cards), compare_cards);
	*cards = found;
	return true;
}

static bool is_path(const char *name)
{
	size_t len = strlen(name), ending = sizeof(plan_ending) - 1;

	return strchr(name, '/') != NULL ||
	       (len > ending && strcmp(name + len - ending, plan_ending) == 0);
}

static bool not_found(struct app *app, const char *name, struct err *err)
{
	struct plan_cards cards;
	const char *nearest = NULL;
	const char **names;

	if (!app_plan_cards(app, &cards, err))
		return false;
	names = mem_alloc(cards.count, sizeof(*names));
	for (size_t i = 0; i < cards.count; i++)
		names[i] = cards.cards[i].plan.name;
	nearest = str_nearest(name, names, cards.count);
	if (nearest != NULL)
		err_set(err, ERR_NOT_FOUND, "there is no plan '%.60s'; did you mean '%s'?", name,
			nearest);
	else
		err_set(err, ERR_NOT_FOUND,
			"there is no plan '%.60s'; 'taper plan list' shows them", name);
	free(names);
	plan_cards_free(&cards);
	return false;
}

/* The file of a plan's name: the person's own goes before the shipped one. */
static bool find_file(struct app *app, const char *name, struct str *path)
{
	const char *const folders[] = {app->paths.config, app->paths.data};
	struct str file = STR_INIT;
	bool found = false;

	str_addf(&file, "plans/%s%s", name, plan_ending);
	for (size_t i = 0; i < 2 && !found; i++) {
		char *whole = paths_join(folders[i], file.data);

		found = paths_exists(whole);
		if (found)
			str_add(path, whole);
		free(whole);
	}
	str_free(&file);
	return found;
}

bool app_plan_load(struct app *app, const char *name, struct plan *plan, struct str *path,
		   struct problems *problems, struct err *err)
{
	struct str file = STR_INIT;
	bool read;

	if (is_path(name))
		str_add(&file, name);
	else if (!find_file(app, name, &file))
		return not_found(app, name, err);
	read = planfile_read(file.data, plan, problems, err);
	if (path != NULL) {
		str_reset(path);
		str_add(path, file.data);
	}
	str_free(&file);
	return read;
}
