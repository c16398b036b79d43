/* SPDX-License-Identifier: MIT */
#include <dirent.h>
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
					  "lower",  "by-hand", "capsules",  "short-use"};

void plan_cards_free(struct plan_cards *cards)
{
	for (size_t i = 0; i < cards->count; i++) {
		free(cards->cards[i].path);
		free(cards->cards[i].passed_over);
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

/* The shipped plan of that name, NULL where there is none; with free(). */
static char *shipped_plan(const struct app *app, const char *name)
{
	struct str file = STR_INIT;
	struct err ignored;
	char *path = NULL;

	str_addf(&file, "plans/%s%s", name, plan_ending);
	if (!paths_shipped(&app->paths, file.data, &path, &ignored))
		path = NULL;
	str_free(&file);
	return path;
}

/* Tells that the person's own plan has mistakes. */
static void tell_serves(struct app *app, const char *name)
{
	struct str file = STR_INIT;

	str_addf(&file, "plans/%s%s", name, plan_ending);
	app_shipped_serves(app, file.data);
	str_free(&file);
}

/* Where the person's own file has mistakes, the shipped one of its name serves. */
static void mend_card(struct app *app, struct plan_card *card)
{
	struct problems problems = PROBLEMS_INIT;
	char *shipped = card->own && card->broken ? shipped_plan(app, card->plan.name) : NULL;
	char name[PLAN_NAME_SIZE];
	struct err ignored;
	struct plan plan;

	memcpy(name, card->plan.name, sizeof(name));
	if (shipped != NULL && planfile_read(shipped, &plan, &problems, &ignored)) {
		tell_serves(app, name);
		plan_free(&card->plan);
		*card = (struct plan_card){
			.path = shipped, .plan = plan, .passed_over = card->path};
		memcpy(card->plan.name, name, sizeof(name));
		shipped = NULL;
	}
	problems_free(&problems);
	free(shipped);
}

static void add_card(struct app *app, const char *folder, const char *file,
		     struct plan_cards *cards, size_t *cap)
{
	bool own = strncmp(folder, app->paths.config, strlen(app->paths.config)) == 0;
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
	mend_card(app, card);
}

static bool add_folder(struct app *app, const char *folder, struct plan_cards *cards, size_t *cap)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;

	if (dir == NULL)
		return false;
	while ((entry = readdir(dir)) != NULL)
		add_card(app, folder, entry->d_name, cards, cap);
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
	char *own = paths_join(app->paths.config, "plans"), *shipped = NULL;
	struct plan_cards found = PLAN_CARDS_INIT;
	size_t cap = 0;
	bool any = add_folder(app, own, &found, &cap);

	if (paths_shipped(&app->paths, "plans", &shipped, err))
		any = add_folder(app, shipped, &found, &cap) || any;
	free(own);
	free(shipped);
	if (!any)
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
static bool find_file(struct app *app, const char *name, bool *own, struct str *path)
{
	struct str file = STR_INIT;
	char *found;

	str_addf(&file, "plans/%s%s", name, plan_ending);
	found = paths_join(app->paths.config, file.data);
	str_free(&file);
	*own = paths_exists(found);
	if (!*own) {
		free(found);
		found = shipped_plan(app, name);
	}
	if (found != NULL)
		str_add(path, found);
	free(found);
	return path->len > 0;
}

/* In the place of the person's own file, which has mistakes. */
static bool read_shipped(struct app *app, const char *name, struct plan *plan, struct str *path,
			 struct problems *problems, struct err *err)
{
	struct problems none = PROBLEMS_INIT;
	char *shipped = shipped_plan(app, name);
	struct err ignored;
	bool read = shipped != NULL && planfile_read(shipped, plan, &none, &ignored);

	if (read) {
		tell_serves(app, name);
		problems_free(problems);
		str_reset(path);
		str_add(path, shipped);
		err->code = ERR_NONE;
	}
	problems_free(&none);
	free(shipped);
	return read;
}

bool app_plan_load(struct app *app, const char *name, struct plan *plan, struct str *path,
		   struct problems *problems, struct err *err)
{
	struct str file = STR_INIT;
	bool own = false, read;

	if (is_path(name))
		str_add(&file, name);
	else if (!find_file(app, name, &own, &file))
		return not_found(app, name, err);
	read = planfile_read(file.data, plan, problems, err) ||
	       (own && err->code == ERR_FORMAT &&
		read_shipped(app, name, plan, &file, problems, err));
	if (path != NULL) {
		str_reset(path);
		str_add(path, file.data);
	}
	str_free(&file);
	return read;
}
