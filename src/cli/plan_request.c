/* SPDX-License-Identifier: MIT */
#include "plan_request.h"

#include "engine/day_typed.h"
#include "plan_file.h"

struct preview_request plan_request_of(const struct session *session, const char *plan)
{
	return (struct preview_request){
		.plan = plan,
		.from = session_option(session, OPTION_FROM),
		.start = session_option(session, OPTION_START),
		.measure = session_option(session, OPTION_MEASURE),
		.by = session_option(session, OPTION_BY),
		.times = session_option(session, OPTION_TIMES),
		.acknowledge = session_has(session, OPTION_ACKNOWLEDGE),
		.reason = session_option(session, OPTION_REASON),
	};
}

struct plan_view plan_request_view(const struct session *session, const struct preview *preview)
{
	const char *by = session_option(session, OPTION_BY);
	struct plan_view view = {
		.name = preview->plan.name,
		.title = preview->plan.title,
		.schedule = &preview->schedule,
		.pace = &preview->pace,
		.factor = preview->factor,
		.preview = preview,
		.bydate = preview->has_bydate ? &preview->bydate : NULL,
	};
	struct err ignored;

	if (by != NULL &&
	    !day_read_in(by, app_today_day(session->app), DAY_YEAR_AHEAD, &view.by, &ignored))
		view.bydate = NULL;
	plan_view_add_levels(&view);
	return view;
}

bool plan_request_stash(const struct session *session, struct day from, struct plan_view *view,
			struct err *err)
{
	const char *stash = session_option(session, OPTION_STASH);
	struct day first = schedule_first_day(view->schedule);

	if (stash == NULL)
		return true;
	if (!amount_read_in(stash, view->schedule->unit, &view->stash, err))
		return err_wrap(err, "--stash");
	view->has_stash = true;
	view->stash_from = from.n < first.n ? first : from;
	return true;
}

static void add_view(struct session *session, const struct plan_view *view)
{
	bool days = session_has(session, OPTION_DAYS);
	struct json json = JSON_INIT;

	if (session->json) {
		json_open_object(&json, NULL);
		plan_view_json(view, days, &json);
		json_close_object(&json);
		session_take_json(session, &json);
		return;
	}
	plan_view_head(view, &session->looks, &session->out);
	if (days)
		plan_view_days(view, &session->looks, &session->out);
	else
		plan_view_steps(view, &session->looks, &session->out);
}

bool plan_request_show(struct session *session, const char *plan, struct err *err)
{
	struct preview_request request = plan_request_of(session, plan);
	struct problems problems = PROBLEMS_INIT;
	struct preview preview = PREVIEW_INIT;
	struct plan_view view;
	bool done = app_plan_preview(session->app, &request, &preview, &problems, err);

	if (done) {
		view = plan_request_view(session, &preview);
		done = plan_request_stash(session, schedule_first_day(&preview.schedule), &view,
					  err);
		if (done)
			add_view(session, &view);
		plan_view_free(&view);
	} else {
		plan_file_tell(session, plan, &problems, err);
	}
	preview_free(&preview);
	problems_free(&problems);
	return done;
}
