/* SPDX-License-Identifier: MIT */
#include "engine/dose.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

void dose_free(struct dose *dose)
{
	free(dose->tags);
	free(dose->note);
	*dose = (struct dose)DOSE_INIT;
}

void dose_copy(struct dose *to, const struct dose *from)
{
	*to = *from;
	to->tags = mem_dup(from->tags);
	to->note = mem_dup(from->note);
}

struct moment dose_moment(const struct dose *dose)
{
	return moment_from_utc(dose->utc, dose->utc_offset);
}

int64_t dose_wall(const struct dose *dose)
{
	return moment_wall(dose_moment(dose));
}

bool dose_same(const struct dose *a, const struct dose *b)
{
	return a->utc == b->utc && a->amount.nano == b->amount.nano && a->unit == b->unit &&
	       strcmp(a->product, b->product) == 0;
}

static bool text_valid(const char *field, const char *text, size_t max, struct err *err)
{
	size_t len = strlen(text);

	if (len > max)
		return err_set(err, ERR_INVALID, "'%s' is longer than %zu bytes", field, max);
	if (!utf8_valid(text, len))
		return err_set(err, ERR_INVALID, "'%s' is not valid UTF-8", field);
	return true;
}

static bool parts_tags(char c)
{
	return c == ' ' || c == ',' || c == ';' || c == '\t' || c == '\n' || c == '\r';
}

/* In place: the result is never longer. */
static void tidy_tags(char *tags)
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

bool dose_valid(struct dose *dose, struct err *err)
{
	static const int64_t year_1600 = INT64_C(-11676096000), year_10000 = INT64_C(253402300800);

	if (dose->amount.nano < 0 || dose->amount.nano > AMOUNT_MAX ||
	    dose->amount.nano % AMOUNT_MILLI != 0)
		return err_set(err, ERR_INVALID, "the amount is out of range");
	if (dose->utc < year_1600 || dose->utc >= year_10000 ||
	    dose->utc_offset < -MOMENT_OFFSET_MAX || dose->utc_offset > MOMENT_OFFSET_MAX)
		return err_set(err, ERR_INVALID, "the time is out of range");
	if (dose->unit <= UNIT_NONE || dose->unit >= UNIT_COUNT)
		return err_set(err, ERR_INVALID, "the unit is missing");
	if (dose->product[0] == '\0')
		return err_set(err, ERR_INVALID, "the product is missing");
	if (dose->tags == NULL)
		dose->tags = mem_dup("");
	if (dose->note == NULL)
		dose->note = mem_dup("");
	if (!text_valid("product", dose->product, DOSE_PRODUCT_SIZE - 1, err) ||
	    !text_valid("tags", dose->tags, DOSE_TAGS_MAX, err) ||
	    !text_valid("note", dose->note, DOSE_NOTE_MAX, err))
		return false;
	tidy_tags(dose->tags);
	return true;
}
