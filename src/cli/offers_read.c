/* SPDX-License-Identifier: MIT */
#include "offers_read.h"

#include <stdio.h>
#include <string.h>

#include "app/guidance.h"
#include "app/guide.h"
#include "app/history.h"
#include "app/planning.h"
#include "app/safety.h"
#include "app/settings.h"
#include "app/support.h"
#include "app/export.h"
#include "app/used.h"

#include "commands.h"
#include "format.h"

enum { ID_DAYS = 14 };

/* False where the folders can't be found: then there is nothing to offer. */
static bool opened(struct offers *offers)
{
	struct err ignored;

	return offers->app != NULL || app_open(offers->session->clock, &offers->app, &ignored);
}

void offers_commands(struct offers *offers)
{
	const char *group = offers->group;

	for (size_t i = 0; commands[i] != NULL; i++) {
		const char *name = command_name_within(commands[i], group);

		if (name != NULL && !commands[i]->hidden)
			offer(offers, name, commands[i]->summary);
	}
	for (size_t i = 0; group == NULL && command_groups[i].name != NULL; i++)
		offer(offers, command_groups[i].name, command_groups[i].usual->summary);
}

static void offer_used(struct offers *offers, void (*find)(struct app *, struct used_words *),
		       const char *before)
{
	struct used_words words = USED_WORDS_INIT;
	struct str word = STR_INIT;

	if (opened(offers))
		find(offers->app, &words);
	for (size_t i = 0; i < words.count; i++) {
		str_reset(&word);
		str_add(&word, before);
		str_add(&word, words.items[i]);
		offer(offers, word.data, "");
	}
	str_free(&word);
	used_words_free(&words);
}

void offers_tags(struct offers *offers)
{
	offer_used(offers, app_used_tags, "");
}

void offers_triggers(struct offers *offers)
{
	offer_used(offers, app_used_triggers, "");
}

void offers_products(struct offers *offers)
{
	offer_used(offers, app_used_products, "");
}

void offers_filters(struct offers *offers)
{
	if (str_starts(offers->typed, "tag:"))
		offer_used(offers, app_used_tags, "tag:");
	else if (str_starts(offers->typed, "product:"))
		offer_used(offers, app_used_products, "product:");
}

void offers_plans(struct offers *offers)
{
	struct plan_cards cards = PLAN_CARDS_INIT;
	struct err ignored;

	if (!opened(offers) || !app_plan_cards(offers->app, &cards, &ignored))
		return;
	for (size_t i = 0; i < cards.count; i++)
		offer(offers, cards.cards[i].plan.name, cards.cards[i].plan.title);
	plan_cards_free(&cards);
}

/* The doses of the last days, the newest first. */
void offers_ids(struct offers *offers)
{
	struct history_doses doses = HISTORY_DOSES_INIT;
	struct day today;
	struct err ignored;

	if (!opened(offers))
		return;
	today = app_today_day(offers->app);
	if (!app_history_doses(offers->app, day_add(today, -ID_DAYS), today, &doses, &ignored))
		return;
	for (size_t i = doses.count; i > 0; i--) {
		const struct dose *dose = &doses.doses[i - 1];
		struct moment moment = dose_moment(dose);
		char id[32], amount[AMOUNT_TEXT_SIZE], day[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];
		struct str says = STR_INIT;

		snprintf(id, sizeof(id), "%lld", (long long)dose->id);
		str_addf(&says, "%s, %s %s", format_dose(dose->amount, dose->unit, amount),
			 day_short(moment.day, day), minute_text(moment.minute, time));
		offer(offers, id, says.data);
		str_free(&says);
	}
	history_doses_free(&doses);
}

/* "craving=", and once that is typed its ratings. */
void offers_items(struct offers *offers)
{
	struct symptoms symptoms = SYMPTOMS_INIT;
	struct str word = STR_INIT;
	struct err ignored;

	if (!opened(offers) || !app_symptoms(offers->app, &symptoms, &ignored))
		return;
	for (size_t i = 0; i < symptoms.count; i++) {
		const struct symptom *item = &symptoms.items[i];

		str_reset(&word);
		str_addf(&word, "%s=", item->id);
		if (!str_starts(offers->typed, word.data)) {
			if (!item->hidden)
				offer(offers, word.data, item->name);
			continue;
		}
		for (int rating = 0; rating <= SYMPTOM_WORST; rating++) {
			str_reset(&word);
			str_addf(&word, "%s=%d", item->id, rating);
			offer(offers, word.data, symptom_rating_word(rating));
		}
	}
	str_free(&word);
	symptoms_free(&symptoms);
}

void offers_countries(struct offers *offers)
{
	struct support support;
	struct err ignored;

	if (!opened(offers) || !app_support(offers->app, NULL, &support, &ignored))
		return;
	for (size_t i = 0; i < support.lines.country_count; i++) {
		const struct help_country *country = &support.lines.countries[i];

		if (strcmp(country->code, SUPPORT_ANYWHERE) != 0)
			offer(offers, country->code, country->name);
	}
	support_free(&support);
}

void offers_parts(struct offers *offers)
{
	for (int part = 0; part < OWN_PART_COUNT; part++) {
		const struct own_shape *shape = own_shape((enum own_part)part);

		offer(offers, shape->word, shape->title);
	}
}

void offers_pages(struct offers *offers)
{
	struct guide guide = GUIDE_INIT;
	struct err ignored;

	if (!opened(offers) || !app_guide(offers->app, &guide, &ignored))
		return;
	for (size_t i = 0; i < guide.count; i++)
		offer(offers, guide.pages[i].name, guide.pages[i].title);
	guide_free(&guide);
}

void offers_flags(struct offers *offers)
{
	struct app_safety safety;
	struct err ignored;

	if (!opened(offers) || !app_safety(offers->app, &safety, &ignored))
		return;
	for (size_t i = 0; i < safety.book.count; i++)
		offer(offers, safety.book.questions[i].id, safety.book.questions[i].name);
}

void offers_keys(struct offers *offers)
{
	struct app_settings settings = APP_SETTINGS_INIT;

	if (!opened(offers))
		return;
	app_settings_list(offers->app, &settings);
	for (size_t i = 0; i < settings.count; i++)
		offer(offers, settings.items[i].key, settings.items[i].meaning);
	app_settings_free(&settings);
}

void offers_values(struct offers *offers)
{
	struct app_setting setting;
	struct err ignored;

	if (offers->before == NULL || !opened(offers) ||
	    !app_settings_get(offers->app, offers->before, &setting, &ignored))
		return;
	for (const char *at = setting.choices; at != NULL && *at != '\0'; at += strspn(at, " ")) {
		struct str word = STR_INIT;
		size_t len = strcspn(at, " ");

		str_add_bytes(&word, at, len);
		offer(offers, word.data, "");
		str_free(&word);
		at += len;
	}
	if (strcmp(setting.key, "country") == 0)
		offers_countries(offers);
	else if (setting.choices == NULL)
		offer(offers, setting.example, "for example");
	app_setting_free(&setting);
}

void offers_formats(struct offers *offers)
{
	for (const struct export_format *format = app_export_formats(); format->name != NULL;
	     format++)
		offer(offers, format->name, format->about);
}

void offers_documents(struct offers *offers)
{
	for (const struct export_document *document = app_export_documents();
	     document->name != NULL; document++)
		offer(offers, document->name, document->about);
}

void offers_exports(struct offers *offers)
{
	offers_formats(offers);
	offers_documents(offers);
}

void offers_tools(struct offers *offers)
{
	struct help_now help;

	if (!opened(offers))
		return;
	app_help_now(offers->app, &help);
	for (size_t i = 0; i < help.texts.tool_count; i++)
		offer(offers, help.texts.tools[i].id, help.texts.tools[i].name);
	help_now_free(&help);
}
