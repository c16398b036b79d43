/* SPDX-License-Identifier: MIT */
#include "cope_view.h"

#include <string.h>

#include "app/cope.h"
#include "base/utf8.h"
#include "engine/pacer.h"
#include "timer.h"

enum { INDENT = 2, ID_COLUMNS = 9, MINUTE = 60, DOTS_MOST = 12 };

/* "5 min", "40 s"; "" where it is in a person's own time. */
static void add_length(int32_t seconds, struct str *out)
{
	if (seconds >= MINUTE)
		str_addf(out, "%d min", (int)((seconds + MINUTE / 2) / MINUTE));
	else if (seconds > 0)
		str_addf(out, "%d s", (int)seconds);
}

/* A list to choose from has no length of its own. */
static int32_t length_of(const struct help_tool *tool)
{
	return pacer_leads(tool) || tool->step_count == 1 ? help_tool_seconds(tool) : 0;
}

static void add_entry(struct session *session, const char *id, const char *words)
{
	struct str lines = STR_INIT, cell = STR_INIT;

	looks_wrap(&session->looks, INDENT + ID_COLUMNS, words, &lines);
	utf8_add_padded(&cell, id, ID_COLUMNS, session->looks.ascii);
	str_add_repeat(&session->out, " ", INDENT);
	looks_ink(&session->looks, INK_HEAD, cell.data, &session->out);
	str_add(&session->out, lines.data + INDENT + ID_COLUMNS);
	str_free(&lines);
	str_free(&cell);
}

void cope_list_text(struct session *session, const struct help_texts *texts)
{
	looks_wrap(&session->looks, 0, "Tools for a hard moment", &session->out);
	str_add_char(&session->out, '\n');
	for (size_t i = 0; i < texts->tool_count; i++) {
		const struct help_tool *tool = &texts->tools[i];
		struct str words = STR_INIT;

		str_add(&words, tool->name);
		str_add(&words, length_of(tool) > 0 ? ", " : "");
		add_length(length_of(tool), &words);
		add_entry(session, tool->id, words.data);
		str_free(&words);
	}
	add_entry(session, "thought", "A thought seen from another side, written down");
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, 0,
		   "'taper cope TOOL' opens one. 'taper help-now' has the numbers to call.",
		   &session->out);
}

static void add_tool_json(struct json *json, const struct help_tool *tool)
{
	json_text(json, "tool", tool->id);
	json_text(json, "name", tool->name);
	json_text(json, "about", tool->about);
	json_text(json, "source", tool->source);
	json_int(json, "rounds", tool->rounds);
	json_int(json, "seconds", length_of(tool));
	json_open_list(json, "steps");
	for (size_t i = 0; i < tool->step_count; i++) {
		json_open_object(json, NULL);
		json_text(json, "say", tool->steps[i].say);
		if (tool->steps[i].seconds > 0)
			json_int(json, "seconds", tool->steps[i].seconds);
		else
			json_null(json, "seconds");
		json_close_object(json);
	}
	json_close_list(json);
}

static void add_tools_json(struct json *json, const char *key, const struct help_texts *texts)
{
	json_open_list(json, key);
	for (size_t i = 0; i < texts->tool_count; i++) {
		json_open_object(json, NULL);
		add_tool_json(json, &texts->tools[i]);
		json_close_object(json);
	}
	json_close_list(json);
}

void cope_list_json(struct session *session, const struct help_texts *texts)
{
	struct json json = JSON_INIT;

	add_tools_json(&json, NULL, texts);
	session_take_json(session, &json);
}

static void add_own(struct session *session, const struct help_tool *tool,
		    const struct own_plan *plan)
{
	enum own_part part = cope_own_part(tool);
	const struct own_entry *entry;

	if (part == OWN_PART_COUNT || own_plan_count(plan, part) == 0)
		return;
	str_add_char(&session->out, '\n');
	looks_ink(&session->looks, INK_HEAD, own_shape(part)->title, &session->out);
	str_add(&session->out, ", in your words\n");
	for (size_t i = 0; (entry = own_plan_entry(plan, part, i)) != NULL; i++)
		looks_wrap(&session->looks, INDENT, entry->text, &session->out);
}

void cope_text(struct session *session, const struct help_tool *tool, const struct own_plan *plan)
{
	looks_ink(&session->looks, INK_HEAD, tool->name, &session->out);
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, INDENT, tool->about, &session->out);
	add_own(session, tool, plan);
	str_add_char(&session->out, '\n');
	for (size_t i = 0; i < tool->step_count; i++) {
		struct str words = STR_INIT, length = STR_INIT;

		add_length(tool->steps[i].seconds, &length);
		str_addf(&words, "%s%s%s%s", tool->steps[i].say, length.len > 0 ? " (" : "",
			 length.data, length.len > 0 ? ")" : "");
		looks_wrap(&session->looks, INDENT, words.data, &session->out);
		str_free(&words);
		str_free(&length);
	}
	if (tool->rounds > 1) {
		struct str again = STR_INIT;

		str_addf(&again, "Again and again, %d times: ", (int)tool->rounds);
		add_length(help_tool_seconds(tool), &again);
		looks_wrap(&session->looks, INDENT, again.data, &session->out);
		str_free(&again);
	}
}

void cope_json(struct session *session, const struct help_tool *tool, const struct own_plan *plan)
{
	enum own_part part = cope_own_part(tool);
	const struct own_entry *entry;
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	add_tool_json(&json, tool);
	json_open_list(&json, "own");
	for (size_t i = 0;
	     part != OWN_PART_COUNT && (entry = own_plan_entry(plan, part, i)) != NULL; i++)
		json_text(&json, NULL, entry->text);
	json_close_list(&json);
	json_close_object(&json);
	session_take_json(session, &json);
}

struct leading {
	const struct help_tool *tool;
	const struct looks *looks;
	int columns; /* of the widest step, so that a shorter one covers it */
	bool words;  /* each new step on a line of its own, for a screen reader */
};

static void draw(void *context, int32_t passed, struct str *line)
{
	const struct leading *leading = context;
	struct pace_point point = pacer_at(leading->tool, passed);
	int32_t left = help_tool_seconds(leading->tool) - passed, whole;

	if (point.step == NULL || (leading->words && point.second > 0))
		return;
	if (leading->words) {
		str_addf(line, "%s (%d s)\n", point.step->say, (int)point.step->seconds);
		return;
	}
	whole = point.step->seconds;
	str_add(line, "\r  ");
	utf8_add_padded(line, point.step->say, leading->columns + 1, leading->looks->ascii);
	for (int32_t i = 0; i < DOTS_MOST; i++)
		str_add_char(line, i >= whole || whole > DOTS_MOST ? ' '
				   : i <= point.second             ? '*'
								   : '.');
	str_addf(line, " %d:%02d left ", (int)(left / MINUTE), (int)(left % MINUTE));
}

void cope_lead(struct session *session, const struct help_tool *tool)
{
	enum { REST = 26 };
	struct leading leading = {.tool = tool, .looks = &session->looks};
	struct timer timer = {
		.seconds = help_tool_seconds(tool), .draw = draw, .context = &leading};

	for (size_t i = 0; i < tool->step_count; i++) {
		int width = utf8_width(tool->steps[i].say);

		leading.columns = width > leading.columns ? width : leading.columns;
	}
	leading.words =
		session_has(session, OPTION_PLAIN) || leading.columns + REST > session->looks.width;
	looks_ink(&session->looks, INK_HEAD, tool->name, &session->out);
	str_add_char(&session->out, '\n');
	looks_wrap(&session->looks, INDENT, tool->about, &session->out);
	looks_wrap(&session->looks, INDENT, "Enter ends it.", &session->out);
	str_add_char(&session->out, '\n');
	timer_run(session, &timer);
}

static void head(struct session *session, const char *text)
{
	str_add_char(&session->out, '\n');
	looks_ink(&session->looks, INK_HEAD, text, &session->out);
	str_add_char(&session->out, '\n');
}

static void add_signs(struct session *session, const struct help_texts *texts, enum sign_when when)
{
	head(session, sign_when_title(when));
	for (size_t i = 0; i < texts->sign_count; i++) {
		if (texts->signs[i].when == when)
			looks_wrap(&session->looks, INDENT, texts->signs[i].say, &session->out);
	}
}

static void add_acts(struct session *session, const char *title, const struct help_act *acts,
		     size_t count)
{
	if (count > 0)
		head(session, title);
	for (size_t i = 0; i < count; i++)
		looks_wrap(&session->looks, INDENT, acts[i].say, &session->out);
}

static void add_boxes(struct session *session, const struct own_plan *plan)
{
	static const enum own_part parts[] = {OWN_REASON,      OWN_NOW_GOOD,    OWN_NOW_HARD,
					      OWN_CHANGE_GOOD, OWN_CHANGE_HARD, OWN_IF_THEN};
	const struct own_entry *entry;

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		for (size_t k = 0; (entry = own_plan_entry(plan, parts[i], k)) != NULL; k++) {
			struct str words = STR_INIT;

			if (k == 0)
				head(session, own_shape(parts[i])->title);
			own_entry_words(entry, &words);
			looks_wrap(&session->looks, INDENT, words.data, &session->out);
			str_free(&words);
		}
	}
}

static void add_line(struct session *session, const struct help_line *line)
{
	struct str words = STR_INIT;

	str_addf(&words, "%s  ", help_line_reach(line));
	help_line_add_name(line, &words);
	if (line->hours[0] != '\0')
		str_addf(&words, ", %s", line->hours);
	looks_wrap(&session->looks, INDENT, words.data, &session->out);
	str_free(&words);
}

static void add_numbers(struct session *session, const struct help_now *help)
{
	const struct help_country *country = help->support.country;
	const struct own_entry *entry;
	struct str words = STR_INIT;

	str_addf(&words, "In an emergency, call %s", help_line_reach(&country->lines[0]));
	looks_ink(&session->looks, INK_WARN, words.data, &session->out);
	str_addf(&session->out, " (%s)\n", country->name);
	for (size_t i = 1; i < country->line_count; i++) {
		if (country->lines[i].kind == LINE_CRISIS)
			add_line(session, &country->lines[i]);
	}
	for (size_t i = 0;
	     (entry = own_plan_entry(&help->support.mine.plan, OWN_PERSON, i)) != NULL; i++) {
		str_reset(&words);
		own_entry_words(entry, &words);
		looks_wrap(&session->looks, INDENT, words.data, &session->out);
	}
	str_free(&words);
}

void help_now_text(struct session *session, const struct help_now *help)
{
	const struct help_texts *texts = &help->texts;

	add_numbers(session, help);
	for (int when = 0; when < SIGN_WHEN_COUNT; when++)
		add_signs(session, texts, (enum sign_when)when);
	add_acts(session, "If somebody may have taken too much", texts->overdose,
		 texts->overdose_count);
	add_boxes(session, &help->support.mine.plan);
	add_acts(session, "To mind", texts->cautions, texts->caution_count);
	str_add_char(&session->out, '\n');
	if (texts->tool_count > 0)
		cope_list_text(session, texts);
}

static void add_acts_json(struct json *json, const char *key, const struct help_act *acts,
			  size_t count)
{
	json_open_list(json, key);
	for (size_t i = 0; i < count; i++) {
		json_open_object(json, NULL);
		json_text(json, "say", acts[i].say);
		json_text(json, "source", acts[i].source);
		json_close_object(json);
	}
	json_close_list(json);
}

void help_now_json(struct session *session, const struct help_now *help)
{
	const struct help_texts *texts = &help->texts;
	struct json json = JSON_INIT;

	json_open_object(&json, NULL);
	json_text(&json, "country", help->support.country->code);
	json_text(&json, "emergency", help_line_reach(&help->support.country->lines[0]));
	json_open_list(&json, "signs");
	for (size_t i = 0; i < texts->sign_count; i++) {
		json_open_object(&json, NULL);
		json_text(&json, "when", sign_when_word(texts->signs[i].when));
		json_text(&json, "say", texts->signs[i].say);
		json_text(&json, "source", texts->signs[i].source);
		json_close_object(&json);
	}
	json_close_list(&json);
	add_acts_json(&json, "overdose", texts->overdose, texts->overdose_count);
	add_acts_json(&json, "cautions", texts->cautions, texts->caution_count);
	add_tools_json(&json, "tools", texts);
	json_close_object(&json);
	session_take_json(session, &json);
}
