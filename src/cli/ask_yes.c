/* SPDX-License-Identifier: MIT */
#include "ask_yes.h"

#include <string.h>

bool ask_left(struct err *err)
{
	return err_set(err, ERR_USAGE, "left before the end; nothing was changed");
}

/* 1 for yes, 0 for no, -1 for anything else; blanks around it do not matter. */
static int meaning(const char *answer)
{
	static const char *const words[] = {"n", "y", "no", "yes", "N", "Y", "No", "Yes"};
	size_t before = strspn(answer, " \t");
	size_t len = strcspn(answer + before, " \t");

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strlen(words[i]) == len && strncmp(answer + before, words[i], len) == 0)
			return (int)(i % 2);
	}
	return -1;
}

/* Broken at blanks to the width, with the answer on the last line. */
static bool ask_wrapped(struct session *session, const char *question, struct str *answer)
{
	looks_wrap(&session->looks, 0, question, &session->out);
	str_cut(&session->out, session->out.len - 1);
	return ask_line(session, "", answer);
}

bool ask_yes(struct session *session, const char *question, const char *more, bool *yes)
{
	struct str answer = STR_INIT, line = STR_INIT;
	int said = -1;

	str_addf(&line, "%s [%s]", question, more != NULL ? "y/n/?" : "y/n");
	while (said < 0 && ask_wrapped(session, line.data, &answer)) {
		said = meaning(answer.data);
		if (said < 0 && more != NULL && strchr(answer.data, '?') != NULL)
			looks_wrap(&session->looks, 2, more, &session->out);
		else if (said < 0)
			looks_wrap(&session->looks, 2, "y for yes, n for no", &session->out);
	}
	str_free(&answer);
	str_free(&line);
	if (said >= 0)
		*yes = said == 1;
	return said >= 0;
}
