/* SPDX-License-Identifier: MIT */
#include "app/support.h"

#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "base/mem.h"
#include "cope.h"
#include "country.h"
#include "yaml/support.h"

#define LINES_FILE "support/lines.yaml"
#define HELP_FILE "support/help-now.yaml"

void support_free(struct support *support)
{
	help_lines_free(&support->lines);
	my_plan_free(&support->mine);
	support->country = NULL;
}

/* only: the code of the one country wanted, or NULL. */
static bool read_lines(struct app *app, const char *only, struct help_lines *lines, struct err *err)
{
	char *path = NULL;
	struct problems problems = PROBLEMS_INIT;
	struct err missing;
	bool read;

	if (!paths_shipped(&app->paths, LINES_FILE, &path, &missing))
		return err_set(err, missing.code,
			       "%s; in an emergency call your local emergency number", missing.msg);
	if (only != NULL)
		read = support_lines_read_of(path, only, lines, &problems, err);
	else
		read = support_lines_read(path, lines, &problems, err);
	problems_free(&problems);
	free(path);
	return read;
}

/* The country of the settings or the locale, where there is an entry for it; else what serves anywhere. */
static void find_country(const struct app *app, struct support *support)
{
	char code[COUNTRY_CODE_SIZE] = "";

	support->country = NULL;
	if (app->settings.country[0] != '\0') {
		support->country = help_country_find(&support->lines, app->settings.country);
		support->from = COUNTRY_SETTINGS;
	} else if (country_from_locale(code)) {
		support->country = help_country_find(&support->lines, code);
		support->from = COUNTRY_LOCALE;
	}
	if (support->country == NULL) {
		support->country = help_country_find(&support->lines, SUPPORT_ANYWHERE);
		support->from = COUNTRY_NONE;
	}
}

static bool choose_country(const struct app *app, const char *asked, struct support *support,
			   struct err *err)
{
	const char *nearest;

	if (asked == NULL) {
		find_country(app, support);
		return support->country != NULL || err_set(err, ERR_FORMAT, "%s: has no entry '%s'",
							   LINES_FILE, SUPPORT_ANYWHERE);
	}
	support->from = COUNTRY_ASKED;
	support->country = help_country_find(&support->lines, asked);
	if (support->country != NULL)
		return true;
	nearest = help_country_nearest(&support->lines, asked);
	if (nearest != NULL)
		return err_set(err, ERR_NOT_FOUND,
			       "no help lines for '%.60s' here; did you mean '%s'?", asked,
			       nearest);
	return err_set(err, ERR_NOT_FOUND,
		       "no help lines for '%.60s' here; 'taper support --list' shows the "
		       "countries, and findahelpline.com has more",
		       asked);
}

/* The settings' country, or else the locale's, which code has room for; NULL where there is neither. */
static const char *known_country(const struct app *app, char *code)
{
	if (app->settings.country[0] != '\0')
		return app->settings.country;
	return country_from_locale(code) ? code : NULL;
}

bool app_support_lines(struct app *app, struct support *support, struct err *err)
{
	struct support found = {.lines = HELP_LINES_INIT};
	char code[COUNTRY_CODE_SIZE];
	const char *known = known_country(app, code);

	if (known == NULL)
		return err_set(err, ERR_NOT_FOUND, "no country is set");
	if (!read_lines(app, known, &found.lines, err))
		return false;
	find_country(app, &found);
	if (found.from != COUNTRY_NONE && found.country->line_count > 0) {
		*support = found;
		return true;
	}
	help_lines_free(&found.lines);
	return err_set(err, ERR_NOT_FOUND, "no help lines for the country that is set");
}

bool app_support(struct app *app, const char *country, struct support *support, struct err *err)
{
	struct support found = {.lines = HELP_LINES_INIT};
	struct err trouble;

	if (!read_lines(app, NULL, &found.lines, err))
		return false;
	if (!choose_country(app, country, &found, err)) {
		help_lines_free(&found.lines);
		return false;
	}
	/* Numbers come before everything: a file of one's own that can't be opened does not hide them. */
	if (!app_my_plan(app, &found.mine, &trouble))
		problems_add(&found.mine.problems, 0, 0, "%s", trouble.msg);
	*support = found;
	return true;
}

/* What is said where no shipped file can be read. */
static void stand_in(struct help_now *help)
{
	static const struct help_sign sign = {
		.when = SIGN_EMERGENCY,
		.say = "Somebody can't be woken, or breathes slowly or not at all",
		.source = "asam-oud-patient-2025"};
	static const struct help_act act = {.say = "Call your local emergency number",
					    .source = "asam-oud-patient-2025"};
	static const struct help_line line = {.id = "any-emergency",
					      .kind = LINE_EMERGENCY,
					      .name = "Your local emergency number",
					      .number = "your local emergency number"};
	static const struct help_country anywhere = {.code = SUPPORT_ANYWHERE, .name = "Anywhere"};
	struct help_country *country = mem_alloc(1, sizeof(*country));

	help->texts.signs = mem_alloc(1, sizeof(sign));
	help->texts.signs[help->texts.sign_count++] = sign;
	help->texts.overdose = mem_alloc(1, sizeof(act));
	help->texts.overdose[help->texts.overdose_count++] = act;
	*country = anywhere;
	country->lines = mem_alloc(1, sizeof(line));
	country->lines[country->line_count++] = line;
	help->support.lines.countries = country;
	help->support.lines.country_count = 1;
	help->support.country = country;
	help->support.from = COUNTRY_NONE;
}

void support_texts_read(struct app *app, struct help_texts *texts)
{
	char *path = paths_join(app->paths.data, HELP_FILE);
	struct problems problems = PROBLEMS_INIT;
	struct err ignored;

	if (!support_help_read(path, texts, &problems, &ignored))
		*texts = (struct help_texts)HELP_TEXTS_INIT;
	problems_free(&problems);
	free(path);
}

void app_help_now(struct app *app, struct help_now *help)
{
	char *path = paths_join(app->paths.data, HELP_FILE);
	struct problems problems = PROBLEMS_INIT;
	struct err err;

	*help = (struct help_now){.texts = HELP_TEXTS_INIT};
	if (!support_help_read(path, &help->texts, &problems, &err) ||
	    !app_support(app, NULL, &help->support, &err)) {
		help_texts_free(&help->texts);
		help->stand_in = true;
		stand_in(help);
		if (!app_my_plan(app, &help->support.mine, &err))
			problems_add(&help->support.mine.problems, 0, 0, "%s", err.msg);
	}
	problems_free(&problems);
	free(path);
}

void help_now_free(struct help_now *help)
{
	help_texts_free(&help->texts);
	support_free(&help->support);
}
