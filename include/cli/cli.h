/* SPDX-License-Identifier: MIT */
/*
 * The face for the shell: reads arguments, asks app, prints. Holds no rules of its own.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "app/clock.h"

/* Runs one command (argv[1] names it) and ends the program with its exit status. */
_Noreturn void cli_run(struct clock clock, int argc, char **argv);

/* True where the arguments name no command, so that the screen is to be opened; options like --plain may be there. */
bool cli_wants_screen(int argc, char **argv);

#endif
