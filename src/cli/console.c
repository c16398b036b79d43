/* SPDX-License-Identifier: MIT */
#include "console.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

static bool write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t wrote = write(fd, bytes, len);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return false;
		bytes += wrote;
		len -= (size_t)wrote;
	}
	return true;
}

bool console_write(const struct str *out, bool *gone, struct err *err)
{
	if (write_all(STDOUT_FILENO, out->data, out->len))
		return true;
	*gone = errno == EPIPE;
	return err_set(err, ERR_IO, "standard output: %s", strerror(errno));
}

/* There is nobody left to tell where standard error can't be written. */
static void write_error_line(struct str *line)
{
	str_add_char(line, '\n');
	(void)!write_all(STDERR_FILENO, line->data, line->len);
	str_free(line);
}

void console_tell(const char *where, const char *text)
{
	struct str line = STR_INIT;

	str_add(&line, "taper: ");
	if (where != NULL)
		str_addf(&line, "%s: ", where);
	utf8_add_clean(&line, text);
	write_error_line(&line);
}

void console_tell_problems(const char *file, const struct problems *problems)
{
	for (size_t i = 0; i < problems->count; i++) {
		const struct problem *problem = &problems->items[i];
		struct str line = STR_INIT;

		str_add(&line, "taper: ");
		utf8_add_clean(&line, file);
		if (problem->line > 0)
			str_addf(&line, ":%d", problem->line);
		if (problem->line > 0 && problem->column > 0)
			str_addf(&line, ":%d", problem->column);
		str_add(&line, ": ");
		utf8_add_clean(&line, problem->text);
		write_error_line(&line);
	}
	if (problems->more > 0) {
		struct str line = STR_INIT;

		str_add(&line, "taper: ");
		utf8_add_clean(&line, file);
		str_addf(&line, ": and %zu more", problems->more);
		write_error_line(&line);
	}
}
