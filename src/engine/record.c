/* SPDX-License-Identifier: MIT */
#include "engine/record.h"

const char *record_kind_word(enum record_kind kind)
{
	static const char *const words[RECORD_KIND_COUNT] = {
		[RECORD_REVISION] = "revisions", [RECORD_CHECKIN] = "check_ins",
		[RECORD_URGE] = "urges",         [RECORD_NOTE] = "notes",
		[RECORD_ANSWERS] = "answers",    [RECORD_DOSE] = "doses",
	};

	return words[kind];
}

/* Without a kind there is nothing. */
struct stamp {
	int64_t id, utc;
	int16_t utc_offset;
};

static struct stamp stamp_of(const struct record *record)
{
	switch (record->kind) {
	case RECORD_REVISION:
		return (struct stamp){record->revision->id, record->revision->made_utc, 0};
	case RECORD_CHECKIN:
		return (struct stamp){record->checkin->id, record->checkin->utc,
				      record->checkin->utc_offset};
	case RECORD_URGE:
		return (struct stamp){record->urge->id, record->urge->utc,
				      record->urge->utc_offset};
	case RECORD_NOTE:
		return (struct stamp){record->note->id, record->note->utc,
				      record->note->utc_offset};
	case RECORD_ANSWERS:
		return (struct stamp){record->answers->id, record->answers->utc,
				      record->answers->utc_offset};
	case RECORD_DOSE:
		return (struct stamp){record->dose->id, record->dose->utc,
				      record->dose->utc_offset};
	case RECORD_KIND_COUNT:
		break;
	}
	return (struct stamp){0, 0, 0};
}

int64_t record_id(const struct record *record)
{
	return stamp_of(record).id;
}

int64_t record_utc(const struct record *record)
{
	return stamp_of(record).utc;
}

int16_t record_offset(const struct record *record)
{
	return stamp_of(record).utc_offset;
}

bool record_valid(struct record *record, struct err *err)
{
	switch (record->kind) {
	case RECORD_REVISION:
		return revision_valid(record->revision, err);
	case RECORD_CHECKIN:
		return checkin_valid(record->checkin, err);
	case RECORD_URGE:
		return urge_valid(record->urge, err);
	case RECORD_NOTE:
		return note_valid(record->note, err);
	case RECORD_ANSWERS:
		return answers_valid(record->answers, err);
	case RECORD_DOSE:
		return dose_valid(record->dose, err);
	case RECORD_KIND_COUNT:
		break;
	}
	return err_set(err, ERR_INVALID, "this is no entry");
}
