/* SPDX-License-Identifier: MIT */
#include "export/sheet.h"

#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"

static void free_texts(char **texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(texts[i]);
	free(texts);
}

void sheet_free(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->fact_count; i++) {
		free(sheet->facts[i].name);
		free(sheet->facts[i].text);
	}
	free(sheet->facts);
	free(sheet->title);
	for (size_t i = 0; i < sheet->day_count; i++)
		free(sheet->days[i].change);
	free(sheet->days);
	free_texts(sheet->cautions, sheet->caution_count);
	free_texts(sheet->notes, sheet->note_count);
	*sheet = (struct sheet)SHEET_INIT;
}

void sheet_add_fact(struct sheet *sheet, const char *name, const char *text)
{
	sheet->facts = mem_grow(sheet->facts, &sheet->fact_cap, sheet->fact_count + 1,
				sizeof(*sheet->facts));
	sheet->facts[sheet->fact_count++] =
		(struct sheet_fact){.name = mem_dup(name), .text = mem_dup(text)};
}

static void add_text(char ***texts, size_t *count, size_t *cap, const char *text)
{
	*texts = mem_grow(*texts, cap, *count + 1, sizeof(**texts));
	(*texts)[(*count)++] = mem_dup(text);
}

void sheet_add_caution(struct sheet *sheet, const char *text)
{
	add_text(&sheet->cautions, &sheet->caution_count, &sheet->caution_cap, text);
}

void sheet_add_note(struct sheet *sheet, const char *text)
{
	add_text(&sheet->notes, &sheet->note_count, &sheet->note_cap, text);
}

/* The doses of a level add up to its target, or are all 0 where they had other times. */
static bool is_split(const struct schedule *schedule, const struct level *level)
{
	const struct amount *doses = schedule_doses(schedule, level);
	int64_t sum = 0;

	for (size_t i = 0; i < schedule->slot_count; i++)
		sum += doses[i].nano;
	return sum == level->target.nano;
}

void sheet_add_days(struct sheet *sheet, struct day first, struct day last)
{
	const struct schedule *schedule = sheet->schedule;

	assert(schedule != NULL && day_between(schedule_first_day(schedule), first) >= 0);
	for (struct day day = first; day_between(day, last) >= 0; day = day_add(day, 1)) {
		const struct level *level = schedule_at(schedule, day);

		sheet->days = mem_grow(sheet->days, &sheet->day_cap, sheet->day_count + 1,
				       sizeof(*sheet->days));
		sheet->days[sheet->day_count++] = (struct sheet_day){
			.day = day,
			.number = day_between(schedule_first_day(schedule), day) + 1,
			.level = level,
			.step = day_between(level->first, day) == 0,
			.split = is_split(schedule, level),
		};
	}
}

void sheet_set_taken(struct sheet *sheet, struct day day, struct amount taken)
{
	for (size_t i = 0; i < sheet->day_count; i++) {
		if (day_between(sheet->days[i].day, day) == 0) {
			sheet->days[i].has_taken = true;
			sheet->days[i].taken = taken;
		}
	}
}

void sheet_add_change(struct sheet *sheet, struct day day, const char *text)
{
	for (size_t i = 0; i < sheet->day_count; i++) {
		struct str words = STR_INIT;

		if (sheet->days[i].day.n != day.n)
			continue;
		str_addf(&words, "%s%s%s",
			 sheet->days[i].change == NULL ? "" : sheet->days[i].change,
			 sheet->days[i].change == NULL ? "" : "; ", text);
		free(sheet->days[i].change);
		sheet->days[i].change = mem_dup(words.data);
		str_free(&words);
	}
}
