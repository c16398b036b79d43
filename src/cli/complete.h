/* SPDX-License-Identifier: MIT */
/*
 * Which kind of word is wanted where a command is being typed, by the tables of commands and options. The scripts of the
 * shells ask it and know nothing themselves.
 */
#ifndef COMPLETE_H
#define COMPLETE_H

#include "commands.h"
#include "offers.h"

/* The kind of an option's value; OFFER_KIND_COUNT where nobody said. */
enum offer_kind complete_option(const struct option_spec *spec);

/* The kind of a command's argument number i from 0; OFFER_KIND_COUNT where nobody said. */
enum offer_kind complete_word(const struct command *command, size_t i);

/* Offers what can stand in the place of the last of words, which is what is typed of it so far. */
void complete_line(struct offers *offers, const char *const *words, size_t count);

/* The script for a shell, or NULL. */
const char *completion_script(const char *shell);

#endif
