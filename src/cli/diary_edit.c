/* SPDX-License-Identifier: MIT */
#include "diary.h"

#include "app/journal.h"

#include "commands.h"
#include "editor.h"
#include "typed.h"

static bool nothing(const struct session *session, struct err *err)
{
	return err_set(err, ERR_USAGE, "nothing to change is given; usage: taper edit %s",
		       session->command->usage);
}

static bool only(const struct session *session, enum entry_kind kind, struct err *err)
{
	static const struct {
		enum option_id id;
		const char *name;
		bool of[ENTRY_KIND_COUNT];
	} rules[] = {
		{OPTION_PRODUCT, "--product", {[ENTRY_DOSE] = true}},
		{OPTION_SLEEP, "--sleep", {[ENTRY_CHECKIN] = true}},
		{OPTION_MINUTES, "--minutes", {[ENTRY_URGE] = true}},
		{OPTION_HELPED, "--helped", {[ENTRY_URGE] = true}},
		{OPTION_TAG, "--tag", {[ENTRY_DOSE] = true, [ENTRY_URGE] = true}},
		{OPTION_NOTE,
		 "--note",
		 {[ENTRY_DOSE] = true, [ENTRY_CHECKIN] = true, [ENTRY_URGE] = true}},
	};

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		if (session_has(session, rules[i].id) && !rules[i].of[kind])
			return err_set(err, ERR_USAGE, "%s is the id of %s %s, which has no %s",
				       session_word(session, 0), kind == ENTRY_URGE ? "an" : "a",
				       entry_kind_name(kind), rules[i].name);
	}
	return true;
}

struct checkin_request diary_request(const struct session *session, const struct typed *typed)
{
	return (struct checkin_request){
		.ratings = typed->list,
		.rating_count = typed->count,
		.sleep = session_option(session, OPTION_SLEEP),
		.note = session_option(session, OPTION_NOTE),
		.when = typed_or_null(&typed->when),
	};
}

static bool edit_checkin(struct session *session, int64_t id, const struct typed *typed,
			 struct err *err)
{
	const struct checkin_request request = diary_request(session, typed);
	struct checked_in checked;
	bool said;

	if (typed->count == 0 && request.sleep == NULL && request.note == NULL &&
	    request.when == NULL)
		return nothing(session, err);
	if (!app_checkin_edit(session->app, id, &request, &checked, err))
		return false;
	said = diary_say_checked(session, &checked, err);
	checkin_free(&checked.checkin);
	return said;
}

static bool edit_urge(struct session *session, int64_t id, const struct typed *typed,
		      struct err *err)
{
	const struct urge_request request = {
		.outcome = typed_or_null(&typed->text),
		.when = typed_or_null(&typed->when),
		.minutes = session_option(session, OPTION_MINUTES),
		.tags = typed_tags(session, typed),
		.helped = session_option(session, OPTION_HELPED),
		.note = session_option(session, OPTION_NOTE),
	};
	struct urge_logged logged;

	if (request.outcome == NULL && request.when == NULL && request.minutes == NULL &&
	    request.tags == NULL && request.helped == NULL && request.note == NULL)
		return nothing(session, err);
	if (!app_urge_edit(session->app, id, &request, &logged, err))
		return false;
	diary_say_urge(session, "changed", &logged);
	urge_free(&logged.urge);
	return true;
}

/* Without a new text it opens in the editor; what was written is kept where it can't be stored. */
static bool edit_note(struct session *session, int64_t id, const struct typed *typed,
		      struct err *err)
{
	struct editor_text written = EDITOR_TEXT_INIT;
	const char *text = typed_or_null(&typed->text);
	struct note before = NOTE_INIT;
	struct noted noted;
	bool done;

	if (text == NULL && typed->when.len == 0) {
		if (!app_journal_get(session->app, id, &before, err))
			return false;
		done = editor_edit(session, before.text, &written, err);
		note_free(&before);
		if (!done)
			return false;
		text = written.text.data;
	}
	done = app_journal_edit(session->app, id, text, typed_or_null(&typed->when), &noted, err);
	editor_end(&written, done, err);
	if (!done)
		return false;
	session->changed = true;
	done = diary_show(session, ENTRY_NOTE, id, err);
	note_free(&noted.note);
	return done;
}

bool diary_edit(struct session *session, int64_t id, enum entry_kind kind, struct err *err)
{
	struct typed typed = typed_none();
	bool done = only(session, kind, err) && typed_read(session, 1, &typed, err);

	switch (kind) {
	case ENTRY_CHECKIN:
		done = done && edit_checkin(session, id, &typed, err);
		break;
	case ENTRY_URGE:
		done = done && edit_urge(session, id, &typed, err);
		break;
	case ENTRY_NOTE:
		done = done && edit_note(session, id, &typed, err);
		break;
	case ENTRY_DOSE:
	case ENTRY_KIND_COUNT:
		break;
	}
	typed_free(&typed);
	return done;
}
