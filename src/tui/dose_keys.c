/* SPDX-License-Identifier: MIT */
#include "dose_keys.h"

#include "app/log.h"
#include "words.h"

enum reply dose_edit(struct app *app, int64_t id, struct outcome *outcome, struct err *err)
{
	struct dose dose;

	if (!app_dose(app, id, &dose, err))
		return REPLY_FAILED;
	outcome->open = view_edit_new(&dose);
	dose_free(&dose);
	return REPLY_DONE;
}

enum reply dose_remove(struct app *app, int64_t id, struct outcome *outcome, struct err *err)
{
	char amount[AMOUNT_TEXT_SIZE], time[WORDS_SIZE];
	struct dose dose;
	bool removed;

	if (!app_dose(app, id, &dose, err))
		return REPLY_FAILED;
	removed = app_remove(app, id, err);
	if (removed) {
		outcome_say(outcome, "Deleted %s at %s",
			    amount_with_unit(dose.amount, dose.unit, amount),
			    words_time(dose_wall(&dose), time));
		outcome_hint(outcome, ACTION_UNDO, "brings it back");
	}
	dose_free(&dose);
	return removed ? REPLY_RELOAD : REPLY_FAILED;
}
