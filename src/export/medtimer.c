/* SPDX-License-Identifier: MIT */
/*
 * medTimer, its backup: {"events": {"version", "list": [{"medicineName", "amount" (as typed), "status", "remindedTimestamp",
 * "processedTimestamp" (seconds since 1970), "tags", "notes"}]}}, or that inner object alone. Only what was TAKEN is a dose.
 */
#include "tracker.h"

#include <string.h>

#include "base/mem.h"

struct medtimer {
	struct json_entries json; /* first, see pick.h */
	struct dose dose;
	struct str tags; /* owned */
};

static void close_medtimer(struct entries *entries)
{
	struct medtimer *state = entries->state;

	str_free(&state->tags);
	json_entries_close(entries);
}

static bool open_medtimer(struct entries *entries, struct err *err)
{
	struct medtimer *state = mem_alloc(1, sizeof(*state));

	*state = (struct medtimer){.json = JSON_ENTRIES_INIT, .tags = STR_INIT};
	entries->state = state;
	return json_entries_begin(entries, err);
}

/* When it was taken; where that was not kept, when it was due. */
static void read_time(struct entries *entries, struct pick *pick, struct dose *dose)
{
	int64_t utc = pick_number(pick, "processedTimestamp", 0, 0);

	if (utc == 0)
		utc = pick_number(pick, "remindedTimestamp", 0, 0);
	if (utc == 0)
		pick_refuse(pick, "processedTimestamp",
			    "is missing, and seconds since 1970 are wanted");
	tracker_set_utc(entries, utc, dose);
}

static void read_dose(struct entries *entries, struct pick *pick, const char *medicine)
{
	struct medtimer *state = entries->state;
	struct dose *dose = &state->dose;
	struct err err;

	*dose = (struct dose){.note = pick_text(pick, "notes")};
	read_time(entries, pick, dose);
	if (!tracker_read_amount(entries, pick_text(pick, "amount"), dose, &err))
		pick_refuse_err(pick, "amount", &err);
	if (!tracker_set_product(entries, medicine, dose, &err))
		pick_refuse_err(pick, "medicineName", &err);
	str_reset(&state->tags);
	pick_words(pick, "tags", &state->tags);
	dose->tags = state->tags.data;
}

static bool next_medtimer(struct entries *entries, struct record *record, int *line,
			  struct err *err)
{
	static const char *const places[] = {"events.list[]", "list[]"};
	struct medtimer *state = entries->state;
	size_t which;

	while (json_entries_next(entries, places, 2, &which, err)) {
		struct pick pick = pick_entry(entries);
		const char *medicine = pick_text(&pick, "medicineName");

		*line = json_entries_line(entries);
		*record = (struct record){.kind = RECORD_DOSE, .dose = &state->dose};
		if (pick.good && strcmp(pick_text(&pick, "status"), "TAKEN") != 0) {
			entries->aside.not_taken++;
			continue;
		}
		if (pick.good && !tracker_wants(entries, medicine))
			continue;
		if (pick.good)
			read_dose(entries, &pick, medicine);
		if (pick_take(&pick, record))
			return true;
	}
	return false;
}

const struct entries_format entries_medtimer_json = {
	.name = "medtimer",
	.title = "medTimer",
	.json = true,
	.open = open_medtimer,
	.next = next_medtimer,
	.place = json_entries_place,
	.close = close_medtimer,
};
