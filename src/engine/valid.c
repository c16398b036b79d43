/* SPDX-License-Identifier: MIT */
#include "valid.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "engine/moment.h"

bool valid_time(int64_t utc, int16_t utc_offset, struct err *err)
{
	static const int64_t year_1600 = INT64_C(-11676096000), year_10000 = INT64_C(253402300800);

	if (utc < year_1600 || utc >= year_10000 || utc_offset < -MOMENT_OFFSET_MAX ||
	    utc_offset > MOMENT_OFFSET_MAX)
		return err_set(err, ERR_INVALID, "the time is out of range");
	return true;
}

bool valid_text(const char *field, char **text, size_t max, struct err *err)
{
	size_t len;

	if (*text == NULL)
		*text = mem_dup("");
	len = strlen(*text);
	if (len > max)
		return err_set(err, ERR_INVALID, "'%s' is longer than %zu bytes", field, max);
	if (!utf8_valid(*text, len))
		return err_set(err, ERR_INVALID, "'%s' is not valid UTF-8", field);
	return true;
}

static bool parts_tags(char c)
{
	return c == ' ' || c == ',' || c == ';' || c == '\t' || c == '\n' || c == '\r';
}

/* In place: the result is never longer. */
void valid_tidy_tags(char *tags)
{
	char *out = tags;

	for (const char *in = tags; *in != '\0'; in++) {
		if (!parts_tags(*in))
			*out++ = *in;
		else if (out != tags && out[-1] != ' ')
			*out++ = ' ';
	}
	if (out != tags && out[-1] == ' ')
		out--;
	*out = '\0';
}
