/* SPDX-License-Identifier: MIT */
#include "commands.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "compare.h"
#include "engine/day_typed.h"
#include "plan_request.h"

static const struct option_spec options[] = {
	{OPTION_FROM, 'f', "from", "AMOUNT", "amount a day to begin from; else your baseline"},
	{OPTION_START, 's', "start", "DATE", "first day; else tomorrow, or today before a dose"},
	{OPTION_BY, 'b', "by", "DATE", "each to reach its goal by then"},
	{OPTION_MEASURE, 'm', "measure", "AMOUNT", "the smallest amount your scale can weigh"},
	{OPTION_REPLAY, 0, "replay", NULL,
	 "also as if each had been begun over your log, its last year"},
	{.name = NULL},
};

static const char *const usual[] = {"gentle", "steady", "brisk"};

static void lay_out(struct session *session, const char *word, bool replay,
		    struct candidate *candidate)
{
	struct preview_request request = plan_request_of(session, word);
	struct problems problems = PROBLEMS_INIT;

	*candidate = (struct candidate){.word = word, .preview = PREVIEW_INIT};
	candidate->laid_out = app_plan_preview(session->app, &request, &candidate->preview,
					       &problems, &candidate->err);
	if (candidate->laid_out && replay)
		candidate->replayed = app_plan_replay(session->app, &request, &candidate->replay,
						      &problems, &candidate->replay_err);
	problems_free(&problems);
}

static bool gather(struct session *session, struct compare *compare, struct err *err)
{
	size_t words = session->options.word_count;
	const char *by = session_option(session, OPTION_BY);

	if (by != NULL &&
	    !day_read_in(by, app_today_day(session->app), DAY_YEAR_AHEAD, &compare->by, err))
		return err_wrap(err, "--by");
	compare->by_date = by != NULL;
	compare->with_replay = session_has(session, OPTION_REPLAY);
	compare->count = words > 0 ? words : sizeof(usual) / sizeof(usual[0]);
	compare->items = mem_alloc(compare->count, sizeof(*compare->items));
	for (size_t i = 0; i < compare->count; i++)
		lay_out(session, words > 0 ? session_word(session, i) : usual[i],
			compare->with_replay, &compare->items[i]);
	return true;
}

static void compare_free(struct compare *compare)
{
	for (size_t i = 0; i < compare->count; i++)
		preview_free(&compare->items[i].preview);
	free(compare->items);
}

/* A reason that is the same for all is what was asked, not the plans. */
static bool same_reason(const struct compare *compare)
{
	for (size_t i = 1; i < compare->count; i++) {
		if (strcmp(compare->items[i].err.msg, compare->items[0].err.msg) != 0)
			return false;
	}
	return true;
}

static bool run(struct session *session, struct err *err)
{
	struct compare compare = {.count = 0};
	struct json json = JSON_INIT;
	bool done = gather(session, &compare, err);

	if (done && compare_first(&compare) == NULL && same_reason(&compare)) {
		*err = compare.items[0].err;
		done = false;
	} else if (done) {
		if (session->json) {
			compare_json(&compare, &json);
			session_take_json(session, &json);
		} else {
			compare_text(&compare, &session->looks, &session->out);
		}
		if (compare_first(&compare) == NULL)
			done = err_set(err, ERR_NOT_FOUND, "none of these plans can be laid out");
	}
	compare_free(&compare);
	return done;
}

const struct command command_plan_compare = {
	.name = "plan compare",
	.usage = "[NAME|FILE]... [--from AMOUNT] [--start DATE] [--by DATE] [--measure AMOUNT] "
		 "[--replay]",
	.summary = "lays plans side by side: speed, last day, pace, grams to the end, cautions; "
		   "without a name gentle, steady and brisk",
	.examples = {{"taper plan compare gentle steady brisk --from 20g",
		      "three speeds from 20 g a day"},
		     {"taper plan compare steady bands --replay",
		      "from your baseline, and where each would have put you by now"}},
	.options = options,
	.most_words = WORDS_ANY,
	.run = run,
};
