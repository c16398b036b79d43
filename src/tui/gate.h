/* SPDX-License-Identifier: MIT */
/*
 * What is seen of a locked log before it opens: a line for the passphrase on an empty screen, which tells nobody what it is for. Also
 * where a passphrase is set, changed and taken off; the last two ask for the present one first. What is typed is shown as dots and kept out of every other module.
 */
#ifndef GATE_H
#define GATE_H

#include "canvas.h"
#include "keymap.h"

#include "app/app.h"

/* What it is for. */
enum gate_for { GATE_OPEN, GATE_LOCK, GATE_CHANGE, GATE_OFF };

struct gate;

struct gate *gate_new(enum gate_for purpose);

/* Wipes what was typed; NULL is fine. */
void gate_free(struct gate *gate);

enum gate_reply {
	GATE_STAYS,
	GATE_BUSY, /* it is to be painted, and gate_work called: what comes takes a moment */
	GATE_HELP, /* gate_show_help is to be called */
	GATE_DONE, /* the log is open, or as was asked for */
	GATE_LEFT  /* the person went away from it */
};

/* It goes on, leaves and answers by the keys of a form and of a question; Tab, which no passphrase has in it, is Help now. */
enum gate_reply gate_key(struct gate *gate, const struct keymap *keys, const struct key *key);
enum gate_reply gate_work(struct gate *gate, struct app *app);

/* Help now in its place, until a key leads back. */
void gate_show_help(struct gate *gate, struct app *app);

enum gate_for gate_purpose(const struct gate *gate);

void gate_draw(struct gate *gate, const struct keymap *keys, struct canvas *canvas);

#endif
