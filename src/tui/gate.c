/* SPDX-License-Identifier: MIT */
#include "gate.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/lock.h"
#include "base/mem.h"
#include "base/plural.h"
#include "base/secret.h"
#include "base/utf8.h"
#include "gate_help.h"
#include "key_words.h"

enum { DOTS_MAX = 24, BOX_COLUMNS = 60, MARGIN = 2, LABEL_GAP = 2 };

/* A recovery code is shown as rows of three groups. */
enum { CODE_ROW = 17, CODE_ROWS = 2 };

enum step {
	STEP_OPEN,
	STEP_PROVE,
	STEP_NEW,
	STEP_AGAIN,
	STEP_CODE,
	STEP_OFF,
	STEP_TOLD,  /* what was done */
	STEP_SHOWN, /* the same, with the recovery code */
	STEP_PAPER  /* its end, as it was written down */
};

struct gate {
	enum gate_for purpose;
	enum step step;
	struct secret *typed, *again, *code; /* owned */
	struct gate_help *help;              /* owned; in the place of all else; NULL for none */
	bool wants_code, busy;
	char said[sizeof(((struct err *)NULL)->msg)]; /* under the line; "" for nothing */
};

static const enum step first_step[] = {
	[GATE_OPEN] = STEP_OPEN,
	[GATE_LOCK] = STEP_NEW,
	[GATE_CHANGE] = STEP_PROVE,
	[GATE_OFF] = STEP_PROVE,
};

/* What each step asks, says, and offers. */
static const struct {
	const char *label, *says, *keys;
} steps[] = {
	[STEP_OPEN] = {"Passphrase", "", "{save} open   {leave} leave   Tab help now"},
	[STEP_PROVE] =
		{"Passphrase now",
		 "The one the log has now, or its recovery code: whoever changes the lock has "
		 "to know it.",
		 "{save} go on   {leave} leave   Tab help now"},
	[STEP_NEW] =
		{"New passphrase",
		 "At least 8 characters; several words are best. Whoever forgets it, and has no "
		 "recovery code, can't read the log again: nobody can help then.",
		 "{save} go on   {leave} leave   Tab help now"},
	[STEP_AGAIN] = {"The same again", "", "{save} go on   {leave} leave   Tab help now"},
	[STEP_CODE] =
		{NULL,
		 "Make a recovery code? It opens the log where the passphrase is forgotten. It is "
		 "shown once, to be written down.",
		 "{yes} yes   {no} no   {leave} leave   Tab help now"},
	[STEP_OFF] = {NULL,
		      "Take the lock off? The log, and the backups that open with its key, will be "
		      "plain "
		      "files again.",
		      "{yes} yes   {no} no   Tab help now"},
	[STEP_TOLD] = {NULL, "", "{save} go on   Tab help now"},
	[STEP_SHOWN] = {NULL, "Write it on paper. Its last group is asked for next.",
			"{save} it is written   Tab help now"},
	[STEP_PAPER] =
		{"Last group",
		 "The last five signs, read from your paper. Nothing else opens the log where "
		 "the passphrase is forgotten.",
		 "{save} check   {leave} leave   Tab help now"},
};

struct gate *gate_new(enum gate_for purpose)
{
	struct gate *gate = mem_alloc(1, sizeof(*gate));

	gate->purpose = purpose;
	gate->step = first_step[purpose];
	gate->typed = secret_new();
	gate->again = secret_new();
	gate->code = secret_new();
	return gate;
}

void gate_free(struct gate *gate)
{
	if (gate == NULL)
		return;
	secret_free(gate->typed);
	secret_free(gate->again);
	secret_free(gate->code);
	gate_help_free(gate->help);
	free(gate);
}

enum gate_for gate_purpose(const struct gate *gate)
{
	return gate->purpose;
}

static struct secret *line_of(const struct gate *gate)
{
	return gate->step == STEP_AGAIN ? gate->again : gate->typed;
}

static bool has_line(const struct gate *gate)
{
	return steps[gate->step].label != NULL;
}

static size_t characters(const struct secret *typed)
{
	const char *text = secret_text(typed);
	size_t count = 0;

	for (size_t i = 0; i < secret_len(typed); i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

static void take_back_one(struct secret *typed)
{
	size_t len = secret_len(typed);

	while (len > 0 && ((unsigned char)secret_text(typed)[len - 1] & 0xC0) == 0x80)
		len--;
	secret_cut(typed, len > 0 ? len - 1 : 0);
}

static void type(struct gate *gate, const struct key *key)
{
	struct secret *line = line_of(gate);
	struct str text = STR_INIT;

	gate->said[0] = '\0';
	if (key_is(key, NAMED_BACKSPACE)) {
		take_back_one(line);
	} else if (key->kind == PRESS_CONTROL && key->code == 'u') {
		secret_cut(line, 0);
	} else if (key->kind == PRESS_TEXT) {
		utf8_add(&text, key->code);
		if (!secret_add(line, text.data, text.len))
			snprintf(gate->said, sizeof(gate->said), "that is too long");
		secret_wipe(text.data, text.len);
		str_free(&text);
	}
}

static enum gate_reply work(struct gate *gate)
{
	gate->busy = true;
	return GATE_BUSY;
}

/* A slip of the pen is found while the code can still be seen. */
static enum gate_reply compare(struct gate *gate)
{
	if (app_code_ends(gate->code, gate->typed))
		return GATE_DONE;
	secret_cut(gate->typed, 0);
	gate->step = STEP_SHOWN;
	snprintf(gate->said, sizeof(gate->said),
		 "That is not its last group. This is the code; compare it with your paper:");
	return GATE_STAYS;
}

static enum gate_reply enter(struct gate *gate)
{
	switch (gate->step) {
	case STEP_OPEN:
	case STEP_PROVE:
		return work(gate);
	case STEP_NEW:
		if (characters(gate->typed) == 0)
			return GATE_STAYS;
		gate->step = STEP_AGAIN;
		return GATE_STAYS;
	case STEP_AGAIN:
		if (secret_same(gate->typed, gate->again)) {
			gate->step = STEP_CODE;
			return GATE_STAYS;
		}
		secret_cut(gate->typed, 0);
		secret_cut(gate->again, 0);
		gate->step = STEP_NEW;
		snprintf(gate->said, sizeof(gate->said), "these were two different ones");
		return GATE_STAYS;
	case STEP_TOLD:
		return GATE_DONE;
	case STEP_SHOWN:
		gate->said[0] = '\0';
		gate->step = STEP_PAPER;
		return GATE_STAYS;
	case STEP_PAPER:
		return compare(gate);
	case STEP_CODE:
	case STEP_OFF:
		break;
	}
	return GATE_STAYS;
}

static enum gate_reply answer(struct gate *gate, const struct keymap *keys, const struct key *key)
{
	enum action action = keymap_find(keys, SCOPE_CONFIRM, key);
	bool yes = action == ACTION_YES, no = action == ACTION_NO;

	if (!yes && !no)
		return GATE_STAYS;
	if (no && gate->step == STEP_OFF)
		return GATE_LEFT;
	gate->wants_code = yes;
	return work(gate);
}

/* What is done is not left; and nobody loses sight of a code by one key. */
static enum gate_reply leave(struct gate *gate)
{
	if (gate->step == STEP_SHOWN)
		return enter(gate);
	return gate->step == STEP_TOLD || gate->step == STEP_PAPER ? GATE_DONE : GATE_LEFT;
}

enum gate_reply gate_key(struct gate *gate, const struct keymap *keys, const struct key *key)
{
	enum action action = keymap_find(keys, SCOPE_FORM, key);

	if (key->kind == PRESS_CONTROL && key->code == 'c')
		return GATE_LEFT;
	if (gate->help != NULL) {
		if (!gate_help_key(gate->help, keys, key)) {
			gate_help_free(gate->help);
			gate->help = NULL;
		}
		return GATE_STAYS;
	}
	if (key_is(key, NAMED_TAB))
		return GATE_HELP;
	if (action == ACTION_FIELD_LEAVE)
		return leave(gate);
	if (gate->step == STEP_CODE || gate->step == STEP_OFF)
		return answer(gate, keys, key);
	if (action == ACTION_FIELD_SAVE)
		return enter(gate);
	if (has_line(gate))
		type(gate, key);
	return GATE_STAYS;
}

static enum gate_reply refused(struct gate *gate, const struct err *err)
{
	snprintf(gate->said, sizeof(gate->said), "%s", err->msg);
	secret_cut(gate->typed, 0);
	secret_cut(gate->again, 0);
	secret_cut(gate->code, 0);
	gate->step = first_step[gate->purpose];
	return GATE_STAYS;
}

static void tell(struct gate *gate, const struct lock_done *done)
{
	struct str said = STR_INIT;

	if (gate->purpose == GATE_OFF)
		str_add(&said,
			"The lock is off: the log is a plain file again, which only you can read.");
	else
		str_add(&said, gate->purpose == GATE_LOCK ? "The log is locked."
							  : "The log has its new passphrase.");
	if (done->backups > 0)
		str_addf(&said,
			 plural_of(done->backups, " %" PRId64 " backup with it.",
				   " %" PRId64 " backups with it."),
			 done->backups);
	if (done->left > 0)
		str_addf(&said,
			 plural_of(done->left, " %" PRId64 " could not be, and stays as before.",
				   " %" PRId64 " could not be, and stay as before."),
			 done->left);
	if (secret_len(gate->code) > 0)
		str_add(&said, " Your recovery code, shown this once; write it down:");
	snprintf(gate->said, sizeof(gate->said), "%.*s", (int)sizeof(gate->said) - 1, said.data);
	str_free(&said);
}

static enum gate_reply turn(struct gate *gate, struct app *app)
{
	const struct lock_asked asked = {
		.passphrase = gate->typed,
		.code = gate->wants_code && gate->purpose != GATE_OFF ? gate->code : NULL};
	struct lock_done done = {.kept = NULL};
	struct err err;
	bool ok = gate->purpose == GATE_LOCK     ? app_lock(app, &asked, &done, &err)
		  : gate->purpose == GATE_CHANGE ? app_change_lock(app, &asked, &done, &err)
						 : app_lock_off(app, &asked, &done, &err);

	if (!ok)
		return refused(gate, &err);
	free(done.kept);
	secret_cut(gate->typed, 0);
	secret_cut(gate->again, 0);
	tell(gate, &done);
	gate->step = secret_len(gate->code) > 0 ? STEP_SHOWN : STEP_TOLD;
	return GATE_STAYS;
}

static enum gate_reply prove(struct gate *gate, struct app *app)
{
	struct err err;

	if (!app_prove_lock(app, gate->typed, &err))
		return refused(gate, &err);
	secret_cut(gate->typed, 0);
	gate->step = gate->purpose == GATE_OFF ? STEP_OFF : STEP_NEW;
	return GATE_STAYS;
}

enum gate_reply gate_work(struct gate *gate, struct app *app)
{
	struct err err;

	gate->busy = false;
	if (gate->step == STEP_PROVE)
		return prove(gate, app);
	if (gate->purpose != GATE_OPEN)
		return turn(gate, app);
	/* Another program may have taken the lock off while this one asked. */
	return !app_is_locked(app) || app_open_lock(app, gate->typed, &err) ? GATE_DONE
									    : refused(gate, &err);
}

void gate_show_help(struct gate *gate, struct app *app)
{
	gate_help_free(gate->help);
	gate->help = gate_help_new(app);
}

static void draw_line(const struct gate *gate, struct canvas *canvas, struct rect line)
{
	size_t dots = characters(line_of(gate));
	struct str shown = STR_INIT;

	rect_take_left(&line,
		       LABEL_GAP + canvas_text(canvas, line, ROLE_STRONG, steps[gate->step].label));
	if (line.columns > DOTS_MAX + 1)
		line.columns = DOTS_MAX + 1;
	canvas_fill(canvas, line, ROLE_TRACK, canvas->plain || canvas->ascii ? '_' : ' ');
	if (dots > DOTS_MAX)
		dots = DOTS_MAX;
	str_add_repeat(&shown, canvas->ascii || canvas->plain ? "*" : "\u2022", dots);
	canvas_text(canvas, line, ROLE_TEXT, shown.data);
	canvas_cursor(canvas, line.row, line.column + (int)dots, true);
	str_free(&shown);
}

static void draw_code(const struct secret *code, struct canvas *canvas, struct rect place)
{
	for (size_t at = 0; at < secret_len(code); at += CODE_ROW + 1) {
		char row[CODE_ROW + 1] = "";

		snprintf(row, sizeof(row), "%s", secret_text(code) + at);
		canvas_text(canvas, rect_take_top(&place, 1), ROLE_STRONG, row);
		secret_wipe(row, sizeof(row));
	}
}

static void draw_gate(const struct gate *gate, const struct keymap *keys, struct canvas *canvas)
{
	struct rect area = canvas_area(canvas);
	struct rect box = rect_centre(area, LEAST_ROWS - 2, BOX_COLUMNS);
	struct rect foot = rect_take_bottom(&area, 1);
	bool told = gate->step == STEP_TOLD || gate->step == STEP_SHOWN;

	box = rect_inset(box, 0, canvas->columns < BOX_COLUMNS + 2 * MARGIN ? MARGIN : 0);
	canvas_cursor(canvas, box.row, box.column, false);
	if (has_line(gate)) {
		draw_line(gate, canvas, rect_take_top(&box, 1));
		rect_take_top(&box, 1);
	}
	if (gate->busy) {
		canvas_text(canvas, box, ROLE_DIM, "a moment");
		return;
	}
	if (gate->said[0] != '\0')
		rect_take_top(&box, 1 + canvas_wrap(canvas, box, told ? ROLE_TEXT : ROLE_WARN,
						    gate->said));
	if (gate->step == STEP_SHOWN)
		draw_code(gate->code, canvas, rect_take_top(&box, CODE_ROWS + 1));
	canvas_wrap(canvas, box, ROLE_DIM, steps[gate->step].says);
	key_words_wrap(keys, canvas, rect_inset(foot, 0, 1), ROLE_DIM, steps[gate->step].keys);
}

void gate_draw(struct gate *gate, const struct keymap *keys, struct canvas *canvas)
{
	if (gate->help == NULL) {
		draw_gate(gate, keys, canvas);
		return;
	}
	gate_help_place(gate->help, canvas_area(canvas));
	gate_help_draw(gate->help, keys, canvas);
}
