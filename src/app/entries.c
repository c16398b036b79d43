/* SPDX-License-Identifier: MIT */
#include "app/entries.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/checkin.h"
#include "app/journal.h"
#include "app/log.h"
#include "app/undo.h"
#include "app/urge.h"
#include "app_private.h"
#include "base/mem.h"
#include "diary_words.h"
#include "store/diary.h"

void diary_describe(const struct app *app, const char *verb, enum entry_kind kind,
		    struct diary_stamp stamp, char *what)
{
	struct moment moment = moment_from_utc(stamp.utc, stamp.utc_offset);
	char day[DAY_TEXT_SIZE], time[MOMENT_TEXT_SIZE];

	if (kind == ENTRY_CHECKIN)
		snprintf(what, APP_WHAT_SIZE, "%s%s of %s", verb, entry_kind_name(kind),
			 day_short(app_diary_day(app, stamp.utc, stamp.utc_offset), day));
	else
		snprintf(what, APP_WHAT_SIZE, "%s%s of %s at %s", verb, entry_kind_name(kind),
			 day_short(moment.day, day), minute_text(moment.minute, time));
}

bool diary_when(const struct app *app, const char *text, int64_t *utc, int16_t *utc_offset,
		char *said, struct err *err)
{
	said[0] = '\0';
	if (text != NULL && text[0] != '\0')
		return app_when(app, text, utc, utc_offset, said, err);
	clock_now(&app->clock, utc, utc_offset);
	return true;
}

void diary_replace(char **field, const char *text)
{
	char *copy;

	if (text == NULL)
		return;
	copy = mem_dup(text);
	free(*field);
	*field = copy;
}

bool app_entry_kind(struct app *app, int64_t id, enum entry_kind *kind, struct err *err)
{
	struct store *store;

	return app_store_read(app, &store, err) && store_entry_kind(store, id, kind, err);
}

static bool find_stamp(struct store *store, enum entry_kind kind, int64_t id,
		       struct diary_stamp *stamp, struct err *err)
{
	struct checkin checkin = CHECKIN_INIT;
	struct urge urge = URGE_INIT;
	struct note note = NOTE_INIT;
	bool found = false;

	switch (kind) {
	case ENTRY_CHECKIN:
		found = store_checkin_get(store, id, &checkin, err);
		*stamp = (struct diary_stamp){checkin.utc, checkin.utc_offset};
		checkin_free(&checkin);
		break;
	case ENTRY_URGE:
		found = store_urge_get(store, id, &urge, err);
		*stamp = (struct diary_stamp){urge.utc, urge.utc_offset};
		urge_free(&urge);
		break;
	case ENTRY_NOTE:
		found = store_note_get(store, id, &note, err);
		*stamp = (struct diary_stamp){note.utc, note.utc_offset};
		note_free(&note);
		break;
	case ENTRY_DOSE:
	case ENTRY_KIND_COUNT:
		break;
	}
	return found;
}

bool app_entry_remove(struct app *app, int64_t id, struct err *err)
{
	struct diary_stamp stamp;
	struct store *store;
	enum entry_kind kind;
	char what[APP_WHAT_SIZE];

	if (!app_entry_kind(app, id, &kind, err))
		return false;
	if (kind == ENTRY_DOSE)
		return app_remove(app, id, err);
	if (!app_store_read(app, &store, err) || !find_stamp(store, kind, id, &stamp, err))
		return false;
	diary_describe(app, "remove the ", kind, stamp, what);
	return app_store_write(app, &store, err) &&
	       store_entry_remove(store, kind, id, app_now_utc(app), what, err);
}
