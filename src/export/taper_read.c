/* SPDX-License-Identifier: MIT */
#include "taper_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "export/json_log.h"

enum { PLACE_FORMAT = RECORD_KIND_COUNT, PLACE_FILE, PLACE_COUNT };

/* The kinds of records, and what is beside them. */
static const char *const places[PLACE_COUNT] = {
	[RECORD_REVISION] = "revisions[]", [RECORD_CHECKIN] = "check_ins[]",
	[RECORD_URGE] = "urges[]",         [RECORD_NOTE] = "notes[]",
	[RECORD_ANSWERS] = "answers[]",    [RECORD_DOSE] = "doses[]",
	[PLACE_FORMAT] = "format",         [PLACE_FILE] = "files[]",
};

struct taper {
	struct json_entries json; /* first, see pick.h */
	bool known;               /* the format was named */
	struct revision revision; /* owned */
	struct checkin checkin;   /* its scores are owned */
	struct urge urge;
	struct note note;
	struct answers answers;
	struct dose dose;
	struct str tags; /* owned */
};

static bool open_taper(struct entries *entries, struct err *err)
{
	struct taper *taper = mem_alloc(1, sizeof(*taper));

	*taper = (struct taper){.json = JSON_ENTRIES_INIT, .tags = STR_INIT};
	entries->state = taper;
	entries->own = true;
	return json_entries_begin(entries, err);
}

static void close_taper(struct entries *entries)
{
	struct taper *taper = entries->state;

	revision_free(&taper->revision);
	free(taper->checkin.scores);
	str_free(&taper->tags);
	json_entries_close(entries);
}

static int64_t id_of(struct pick *pick)
{
	return pick_whole(pick, "id", 0, INT64_MAX, 0);
}

static enum unit read_unit(struct pick *pick)
{
	const char *text = pick_text(pick, "unit");
	enum unit unit = unit_from_text(text);

	if (unit == UNIT_NONE)
		pick_refuse(pick, "unit", "'%.60s' is not a unit; g, capsule, ml, tablet, mg are",
			    text);
	return unit;
}

static void read_dose(struct pick *pick, struct taper *taper)
{
	struct dose *dose = &taper->dose;

	*dose = (struct dose){.id = id_of(pick), .amount = pick_amount(pick, "amount")};
	pick_time(pick, "at", &dose->utc, &dose->utc_offset);
	dose->unit = read_unit(pick);
	pick_text_into(pick, "product", dose->product, sizeof(dose->product));
	str_reset(&taper->tags);
	pick_words(pick, "tags", &taper->tags);
	dose->tags = taper->tags.data;
	dose->note = pick_text(pick, "note");
}

static void read_scores(struct pick *pick, struct checkin *checkin)
{
	const struct json_node *list = pick_list(pick, "items");
	const struct json_node *node = json_first(pick->tree, list);

	checkin->count = 0;
	for (; node != NULL; node = json_after(pick->tree, list, node)) {
		struct pick inner = *pick;
		char item[SCORE_ITEM_SIZE] = "";
		int value;

		inner.in = node;
		pick_text_into(&inner, "item", item, sizeof(item));
		value = (int)pick_whole(&inner, "value", 0, SCORE_WORST, -1);
		pick->good = inner.good;
		if (checkin->count == CHECKIN_SCORE_MAX || checkin_score(checkin, item) >= 0) {
			pick_refuse(pick, "items", "are more than %d, or one is there twice",
				    CHECKIN_SCORE_MAX);
			return;
		}
		checkin_set(checkin, item, value);
	}
}

static void read_checkin(struct pick *pick, struct checkin *checkin)
{
	checkin->id = id_of(pick);
	pick_time(pick, "at", &checkin->utc, &checkin->utc_offset);
	checkin->sleep_minutes = (int16_t)pick_whole(pick, "sleep_minutes", SLEEP_UNKNOWN,
						     MINUTES_A_DAY, SLEEP_UNKNOWN);
	checkin->note = pick_text(pick, "note");
	read_scores(pick, checkin);
}

static void read_urge(struct pick *pick, struct taper *taper)
{
	struct urge *urge = &taper->urge;
	const char *outcome = pick_text(pick, "outcome");

	*urge = (struct urge){.id = id_of(pick)};
	pick_time(pick, "at", &urge->utc, &urge->utc_offset);
	urge->seconds = (int32_t)pick_whole(pick, "seconds", 0, URGE_SECONDS_MAX, 0);
	if (!urge_outcome_read(outcome, &urge->outcome))
		pick_refuse(pick, "outcome", "'%.60s' is none of open, rode-it-out and took",
			    outcome);
	str_reset(&taper->tags);
	pick_words(pick, "triggers", &taper->tags);
	urge->tags = taper->tags.data;
	urge->helped = pick_text(pick, "helped");
	urge->note = pick_text(pick, "note");
}

static void read_note(struct pick *pick, struct note *note)
{
	*note = (struct note){.id = id_of(pick), .text = pick_text(pick, "text")};
	pick_time(pick, "at", &note->utc, &note->utc_offset);
}

static void read_answers(struct pick *pick, struct answers *answers)
{
	*answers = (struct answers){.id = id_of(pick), .body = pick_text(pick, "body")};
	pick_time(pick, "at", &answers->utc, &answers->utc_offset);
	pick_text_into(pick, "kind", answers->kind, sizeof(answers->kind));
}

static void read_record(struct pick *pick, struct taper *taper, enum record_kind kind)
{
	switch (kind) {
	case RECORD_REVISION:
		revision_free(&taper->revision);
		taper_read_revision(pick, &taper->revision);
		break;
	case RECORD_CHECKIN:
		read_checkin(pick, &taper->checkin);
		break;
	case RECORD_URGE:
		read_urge(pick, taper);
		break;
	case RECORD_NOTE:
		read_note(pick, &taper->note);
		break;
	case RECORD_ANSWERS:
		read_answers(pick, &taper->answers);
		break;
	case RECORD_DOSE:
		read_dose(pick, taper);
		break;
	case RECORD_KIND_COUNT:
		break;
	}
}

static bool check_format(struct taper *taper, struct err *err)
{
	const struct json_tree *tree = &taper->json.tree;
	const char *text = json_node_text(tree, json_root(tree));

	taper->known = strcmp(text, JSON_LOG_FORMAT) == 0;
	return taper->known ||
	       err_set(err, ERR_FORMAT,
		       "the format is '%.60s', and " JSON_LOG_FORMAT " can be read", text);
}

static bool take_file(struct entries *entries, struct err *err)
{
	struct pick pick = pick_entry(entries);
	const char *name = pick_text(&pick, "name"), *text = pick_text(&pick, "text");

	if (!pick.good)
		entries->bad++;
	if (!pick.good || entries->source.file == NULL)
		return true;
	return entries->source.file(entries->source.context, name, text, err);
}

/* True where the entry just read is a record; false where it is not good either. */
static bool take_record(struct entries *entries, enum record_kind kind, struct record *record)
{
	struct taper *taper = entries->state;
	struct pick pick = pick_entry(entries);

	*record = (struct record){.kind = kind,
				  .revision = &taper->revision,
				  .checkin = &taper->checkin,
				  .urge = &taper->urge,
				  .note = &taper->note,
				  .answers = &taper->answers,
				  .dose = &taper->dose};
	if (pick.good)
		read_record(&pick, taper, kind);
	return pick_take(&pick, record);
}

static bool next_taper(struct entries *entries, struct record *record, int *line, struct err *err)
{
	struct taper *taper = entries->state;
	size_t which = 0;

	while (json_entries_next(entries, places, PLACE_COUNT, &which, err)) {
		*line = json_entries_line(entries);
		if (which == PLACE_FORMAT && !check_format(taper, err))
			return false;
		if (which == PLACE_FILE && !take_file(entries, err))
			return false;
		if (which < RECORD_KIND_COUNT &&
		    take_record(entries, (enum record_kind)which, record))
			return true;
	}
	if (err->code == ERR_NONE && !taper->known)
		err_set(err, ERR_FORMAT, "it does not say \"format\": \"" JSON_LOG_FORMAT "\"");
	return false;
}

const struct entries_format entries_taper = {
	.name = "json",
	.title = "taper",
	.json = true,
	.open = open_taper,
	.next = next_taper,
	.place = json_entries_place,
	.close = close_taper,
};
