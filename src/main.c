/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/clock.h"
#include "base/secret.h"
#include "cli/cli.h"
#include "tui/tui.h"

/* Characters only: numbers must read and print the same in every locale. Without a UTF-8 one, C.UTF-8 serves. */
static void choose_characters(void)
{
	if (setlocale(LC_CTYPE, "") == NULL || MB_CUR_MAX == 1)
		setlocale(LC_CTYPE, "C.UTF-8");
}

/*
 * A stream that was closed would give its number to the next file that is opened, and what is said would go into that. In its
 * place stands what can be neither read nor written, so that using it is told as the trouble it is.
 */
static bool fill_streams(void)
{
	int fd = 0;

	while (fd <= STDERR_FILENO && fcntl(fd, F_GETFD) >= 0)
		fd++;
	if (fd > STDERR_FILENO)
		return true;
	return open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) == fd && fill_streams();
}

/* The few words that may stand where no command does; cli_wants_screen has proved that there is nothing else. */
static struct tui_options screen_options(int argc, char **argv)
{
	struct tui_options options = {.plain = false};

	for (int i = 1; i < argc; i++) {
		options.plain = options.plain || strcmp(argv[i], "--plain") == 0;
		options.ascii = options.ascii || strcmp(argv[i], "--ascii") == 0;
		options.no_colour = options.no_colour || strcmp(argv[i], "--color=never") == 0;
	}
	return options;
}

int main(int argc, char **argv)
{
	struct clock clock;
	struct err err;

	umask(S_IRWXG | S_IRWXO);
	/* A log that is not locked is in memory too. */
	secret_leave_no_core();
	if (!fill_streams())
		return 4;
	choose_characters();
	signal(SIGPIPE, SIG_IGN);
	if (!clock_from_environment(&clock, &err)) {
		err_tell(&err);
		return 2;
	}
	if (cli_wants_screen(argc, argv) && tui_possible())
		return tui_run(clock, screen_options(argc, argv));
	cli_run(clock, argc, argv);
}
