/* SPDX-License-Identifier: MIT */
#include "history_view.h"

#include <string.h>

#include "base/plural.h"

#include "format.h"
#include "table.h"

enum { ROWS_AT_ONCE = 64 };

/* What the doses are handed to, one after the other. */
struct list {
	struct session *session;
	struct table table;
	struct json json;
	size_t rows, count;
};

static void add_cells(struct table *table, const struct dose *dose)
{
	struct moment moment = dose_moment(dose);
	char text[MOMENT_TEXT_SIZE];
	bool leaf = strcmp(dose->product, DOSE_DEFAULT_PRODUCT) == 0;

	table_addf(table, "%lld", (long long)dose->id);
	table_add(table, INK_NONE, day_full(moment.day, text));
	table_add(table, INK_NONE, minute_text(moment.minute, text));
	table_add(table, INK_NONE,
		  dose->amount.nano == 0 ? "none" : format_dose(dose->amount, dose->unit, text));
	table_add(table, INK_NONE, leaf ? "" : dose->product);
	table_add(table, INK_NONE, dose->tags);
	table_add(table, INK_NONE, dose->note);
}

static bool measure(void *context, const struct dose *dose, struct err *err)
{
	struct list *list = context;

	(void)err;
	add_cells(&list->table, dose);
	list->count++;
	if (++list->rows == ROWS_AT_ONCE) {
		table_measure(&list->table);
		list->rows = 0;
	}
	return true;
}

static bool draw(void *context, const struct dose *dose, struct err *err)
{
	struct list *list = context;
	struct session *session = list->session;

	add_cells(&list->table, dose);
	list->count++;
	if (++list->rows < ROWS_AT_ONCE)
		return true;
	table_draw_rows(&list->table, &session->looks, 0, &session->out);
	list->rows = 0;
	return session_pass_on(session, err);
}

static bool write_json(void *context, const struct dose *dose, struct err *err)
{
	struct list *list = context;

	json_dose(&list->json, NULL, dose, app_dose_day(list->session->app, dose));
	list->count++;
	return session_pass_json(list->session, &list->json, err);
}

static bool show_json(struct session *session, const struct history_request *request, bool *found,
		      struct err *err)
{
	struct list list = {.session = session, .json = JSON_INIT};

	json_open_list(&list.json, NULL);
	if (!app_history_each(session->app, request, true, write_json, &list, err)) {
		json_free(&list.json);
		return false;
	}
	json_close_list(&list.json);
	session_take_json(session, &list.json);
	*found = list.count > 0;
	return true;
}

/* Looked through twice: how wide the columns are is known only at the end. */
static bool show_rows(struct list *list, const struct history_request *request, struct err *err)
{
	struct session *session = list->session;

	if (!app_history_each(session->app, request, true, measure, list, err))
		return false;
	if (list->count == 0)
		return true;
	table_measure(&list->table);
	table_draw_heads(&list->table, &session->looks, 0, &session->out);
	list->rows = list->count = 0;
	if (!app_history_each(session->app, request, true, draw, list, err))
		return false;
	table_draw_rows(&list->table, &session->looks, 0, &session->out);
	return true;
}

bool history_view_doses(struct session *session, const struct history_request *request, bool *found,
			struct err *err)
{
	static const struct table_column columns[] = {
		{.head = "Id", .right = true},
		{.head = "Date"},
		{.head = "Time"},
		{.head = "Amount", .right = true},
		{.head = "Product", .shrinks = true, .spare = true},
		{.head = "Tags", .shrinks = true, .spare = true},
		{.head = "Note", .shrinks = true, .spare = true},
	};
	struct list list = {.session = session,
			    .table = table_of(columns, sizeof(columns) / sizeof(columns[0]))};
	bool done;

	if (session->json)
		return show_json(session, request, found, err);
	done = show_rows(&list, request, err);
	table_free(&list.table);
	*found = list.count > 0;
	if (done && *found && request->word_count > 0)
		str_addf(&session->out,
			 plural_of((int64_t)list.count, "\n%zu fits\n", "\n%zu fit\n"), list.count);
	return done;
}
