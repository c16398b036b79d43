/* SPDX-License-Identifier: MIT */
#include "ask.h"

#include <unistd.h>

#include "base/utf8.h"
#include "console.h"
#include "progress.h"

enum { LINE_MAX_BYTES = 4096 };

bool ask_can(const struct session *session)
{
	return session->looks.terminal && isatty(STDIN_FILENO) && !session->json &&
	       !session_has(session, OPTION_YES);
}

bool ask_line(struct session *session, const char *question, struct str *answer)
{
	struct err ignored;
	bool gone = false, there;
	ssize_t got;
	char c = '\0';

	unseen_end(&session->unseen);
	progress_hold(true);
	utf8_add_clean(&session->out, question);
	str_add_char(&session->out, ' ');
	if (!console_write(&session->out, &gone, &ignored))
		return false;
	str_reset(&session->out);
	str_reset(answer);
	while ((got = read(STDIN_FILENO, &c, 1)) == 1 && c != '\n') {
		if (answer->len < LINE_MAX_BYTES && c != '\r')
			str_add_char(answer, c);
	}
	progress_hold(false);
	there = got == 1;
	if (!there)
		str_add_char(&session->out, '\n');
	return there;
}
