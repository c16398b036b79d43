/* SPDX-License-Identifier: MIT */
#include "store/unfinished.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FILES = 6, NAME_SIZE = 4096 };

/* SQLite's own file beside a scratch store goes with it. */
#define JOURNAL "-journal"

/* The handler of a signal has nothing else to know them by. */
static struct {
	volatile sig_atomic_t there;
	char name[NAME_SIZE], journal[NAME_SIZE + sizeof(JOURNAL)];
} files[FILES];

static const int ending[] = {SIGINT, SIGTERM, SIGHUP};

enum { ENDINGS = sizeof(ending) / sizeof(ending[0]) };

/* Only what may be called in a handler. It stands for one signal; the second one has its usual effect when this is over. */
static void clear(int number)
{
	for (int i = 0; i < FILES; i++) {
		if (files[i].there == 0)
			continue;
		unlink(files[i].name);
		unlink(files[i].journal);
	}
	raise(number);
}

static void remember(const char *name)
{
	if (strlen(name) >= NAME_SIZE)
		return;
	for (int i = 0; i < FILES; i++) {
		if (files[i].there != 0)
			continue;
		snprintf(files[i].name, sizeof(files[i].name), "%s", name);
		snprintf(files[i].journal, sizeof(files[i].journal), "%s" JOURNAL, name);
		files[i].there = 1;
		return;
	}
}

int unfinished_make(char *name)
{
	sigset_t held, before;
	int fd;

	sigemptyset(&held);
	for (int i = 0; i < ENDINGS; i++)
		sigaddset(&held, ending[i]);
	sigprocmask(SIG_BLOCK, &held, &before);
	fd = mkstemp(name);
	if (fd >= 0)
		remember(name);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return fd;
}

void unfinished_forget(const char *name)
{
	for (int i = 0; i < FILES; i++) {
		if (files[i].there != 0 && strcmp(files[i].name, name) == 0)
			files[i].there = 0;
	}
}

void unfinished_watch(void)
{
	struct sigaction action = {.sa_handler = clear, .sa_flags = (int)SA_RESETHAND}, before;

	sigemptyset(&action.sa_mask);
	for (int i = 0; i < ENDINGS; i++)
		sigaddset(&action.sa_mask, ending[i]);
	for (int i = 0; i < ENDINGS; i++) {
		if (sigaction(ending[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
			sigaction(ending[i], &action, NULL);
	}
}
