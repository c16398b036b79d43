/* SPDX-License-Identifier: MIT */
/*
 * Help now while the log is locked: the numbers of the country, when to call them, and what to do meanwhile. What a person wrote
 * down is not shown here.
 */
#ifndef GATE_HELP_H
#define GATE_HELP_H

#include "canvas.h"
#include "keymap.h"

#include "app/app.h"

struct gate_help;

struct gate_help *gate_help_new(struct app *app);

/* NULL is fine. */
void gate_help_free(struct gate_help *help);

/* Where it is drawn next: what is in sight stays in sight. */
void gate_help_place(struct gate_help *help, struct rect area);

/* False where the key leads back. */
bool gate_help_key(struct gate_help *help, const struct keymap *keys, const struct key *key);

void gate_help_draw(const struct gate_help *help, const struct keymap *keys, struct canvas *canvas);

#endif
