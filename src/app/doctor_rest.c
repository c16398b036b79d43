/* SPDX-License-Identifier: MIT */
#include "doctor.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/guide.h"
#include "app/planning.h"
#include "app/support.h"
#include "base/plural.h"
#include "yaml/content.h"

void doctor_settings(struct doctor *doctor)
{
	const struct app *app = doctor->app;
	char *path = paths_join(app->paths.config, "config.yaml");
	struct check *check = doctor_check(doctor, "settings", CHECK_OK);

	if (app->warning[0] != '\0') {
		check->state = CHECK_WRONG;
		check_say(check, "%s", app->warning);
		check_todo(check, "mend the line, or move the file away");
	} else if (paths_exists(path)) {
		check_say(check, "%.400s", path);
	} else {
		check_say(check, "none; the usual ones serve");
	}
	free(path);
}

void doctor_plans(struct doctor *doctor)
{
	struct plan_cards cards = PLAN_CARDS_INIT;
	size_t own = 0, shipped = 0, broken = 0;
	struct check *check;
	struct err err;

	if (!app_plan_cards(doctor->app, &cards, &err)) {
		check_say(doctor_check(doctor, "plans", CHECK_WRONG), "%s", err.msg);
		return;
	}
	for (size_t i = 0; i < cards.count; i++) {
		const struct plan_card *card = &cards.cards[i];
		const char *path = card->broken ? card->path : card->passed_over;

		own += card->own;
		shipped += !card->own;
		if (path == NULL)
			continue;
		broken++;
		check = doctor_check(doctor, "plans", CHECK_WRONG);
		check_say(check, "%.400s has mistakes", path);
		check_todo(check, "'taper plan check %.180s' shows them", path);
	}
	if (broken == 0)
		check_say(doctor_check(doctor, "plans", CHECK_OK), "%zu of your own, %zu shipped",
			  own, shipped);
	plan_cards_free(&cards);
}

struct shipped {
	size_t sources, pages, countries;
};

static bool sources_read_well(const struct app *app, size_t *count, struct err *err)
{
	struct problems problems = PROBLEMS_INIT;
	struct sources sources = SOURCES_INIT;
	char *path = NULL;
	bool read = paths_shipped(&app->paths, "sources.yaml", &path, err) &&
		    sources_read(path, &sources, &problems, err);

	*count = sources.count;
	sources_free(&sources);
	problems_free(&problems);
	free(path);
	return read;
}

static bool guide_read_well(struct app *app, size_t *count, struct err *err)
{
	struct guide guide = GUIDE_INIT;
	bool read = app_guide(app, &guide, err);

	*count = guide.count;
	guide_free(&guide);
	return read;
}

/* The lines and the texts of Help now, which has words of its own where these can't be read. */
static bool support_reads_well(struct app *app, size_t *count, struct err *err)
{
	struct support support = {.lines = HELP_LINES_INIT};
	struct help_now help;
	bool read = app_support(app, NULL, &support, err);

	*count = support.lines.country_count;
	support_free(&support);
	if (!read)
		return false;
	app_help_now(app, &help);
	read = !help.stand_in ||
	       err_set(err, ERR_FORMAT, "%s/support: can't be read", app->paths.data);
	help_now_free(&help);
	return read;
}

void doctor_data(struct doctor *doctor)
{
	struct app *app = doctor->app;
	struct check *check = doctor_check(doctor, "data", CHECK_OK);
	struct shipped found;
	struct err err;

	if (sources_read_well(app, &found.sources, &err) &&
	    guide_read_well(app, &found.pages, &err) &&
	    support_reads_well(app, &found.countries, &err)) {
		check_say(check, "%.300s, %zu sources, %zu pages, help lines of %zu countries",
			  app->paths.data, found.sources, found.pages, found.countries);
	} else {
		check->state = CHECK_WRONG;
		check_say(check, "%.400s", err.msg);
		if (err.code != ERR_IO) /* which says it already */
			check_todo(check,
				   "install taper again, or set TAPER_DATA to its data folder");
	}
}

/* A person's own plan for hard moments. */
void doctor_own(struct doctor *doctor)
{
	struct check *check = doctor_check(doctor, "own plan", CHECK_OK);
	struct my_plan mine = {.path = NULL};
	struct err err;

	if (!app_my_plan(doctor->app, &mine, &err)) {
		check->state = CHECK_WRONG;
		check_say(check, "%.400s", err.msg);
		check_todo(check, "make the file readable for yourself");
	} else if (mine.problems.count > 0) {
		check->state = CHECK_WRONG;
		check_say(check, "%.300s has mistakes", mine.path);
		check_todo(check, "'taper support mine' shows them");
	} else if (mine.plan.count == 0) {
		check_say(check, "none yet");
	} else {
		check_say(check,
			  plural_of((int64_t)mine.plan.count, "%zu entry for hard moments",
				    "%zu entries for hard moments"),
			  mine.plan.count);
	}
	my_plan_free(&mine);
}

/* "CET-1CEST,M3.5.0,M10.5.0", "<+03>-3": letters or what stands in angles, then an offset. */
static bool is_rule(const char *zone)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	const char *end = zone[0] == '<' ? strchr(zone, '>') : NULL;
	size_t len = end != NULL ? (size_t)(end + 1 - zone) : strspn(zone, letters);

	if (len < 3)
		return false;
	zone += len;
	if (*zone == '+' || *zone == '-')
		zone++;
	return *zone >= '0' && *zone <= '9';
}

static bool is_zone_file(const char *zone)
{
	const char *folder = getenv("TZDIR");
	bool there;
	char *path;

	if (zone[0] == '/')
		return paths_exists(zone);
	path = paths_join(folder != NULL ? folder : "/usr/share/zoneinfo", zone);
	there = paths_exists(path);
	free(path);
	return there;
}

/* The C library takes a zone it does not know for UTC, and says nothing. */
void doctor_zone(struct doctor *doctor)
{
	const char *zone = getenv("TZ");
	struct check *check = doctor_check(doctor, "time zone", CHECK_OK);
	int16_t offset;
	int64_t utc;

	clock_now(&doctor->app->clock, &utc, &offset);
	if (zone != NULL && zone[0] == ':')
		zone++;
	if (zone != NULL && zone[0] != '\0' && strcmp(zone, "UTC") != 0 && !is_zone_file(zone) &&
	    !is_rule(zone)) {
		check->state = CHECK_WRONG;
		check_say(check, "TZ is '%.100s', which is not known here, so UTC is used", zone);
		check_todo(check, "set TZ to a zone such as Europe/Berlin, or to nothing");
		return;
	}
	check_say(check, "%c%02d:%02d now", offset < 0 ? '-' : '+', abs(offset) / 60,
		  abs(offset) % 60);
}
