/* SPDX-License-Identifier: MIT */
#include "doctor.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/planning.h"
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
		own += cards.cards[i].own;
		shipped += !cards.cards[i].own;
		if (!cards.cards[i].broken)
			continue;
		broken++;
		check = doctor_check(doctor, "plans", CHECK_WRONG);
		check_say(check, "%.400s has mistakes", cards.cards[i].path);
		check_todo(check, "'taper plan check %.180s' shows them", cards.cards[i].path);
	}
	if (broken == 0)
		check_say(doctor_check(doctor, "plans", CHECK_OK), "%zu of your own, %zu shipped",
			  own, shipped);
	plan_cards_free(&cards);
}

void doctor_data(struct doctor *doctor)
{
	const char *data = doctor->app->paths.data;
	struct check *check = doctor_check(doctor, "data", CHECK_OK);
	struct problems problems = PROBLEMS_INIT;
	struct sources sources = SOURCES_INIT;
	char *path = paths_join(data, "sources.yaml");
	struct err err;

	if (sources_read(path, &sources, &problems, &err)) {
		check_say(check, "%.300s, %zu sources", data, sources.count);
		sources_free(&sources);
	} else {
		check->state = CHECK_WRONG;
		check_say(check, "%.400s", err.msg);
		check_todo(check, "install taper again, or set TAPER_DATA to its data folder");
	}
	problems_free(&problems);
	free(path);
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
