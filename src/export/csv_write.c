/* SPDX-License-Identifier: MIT */
#include "export/csv.h"

#include <inttypes.h>
#include <string.h>

#include "csv_guard.h"

bool csv_needs_guard(const char *text)
{
	return text[0] != '\0' && strchr("=+-@\t\r'", text[0]) != NULL;
}

/* "-" for nothing, and "+0.3". */
bool text_needs_guard(const char *text)
{
	size_t whole = 1 + (text[0] == '\0' ? 0 : strspn(text + 1, "0123456789"));
	bool decimal = whole > 1 && (text[whole] == '.' || text[whole] == ',') &&
		       text[whole + 1] != '\0' &&
		       text[whole + 1 + strspn(text + whole + 1, "0123456789")] == '\0';

	if (text[0] != '-' && text[0] != '+')
		return csv_needs_guard(text);
	return !decimal && strcmp(text, "-") != 0;
}

bool csv_is_guarded(const char *text)
{
	return text[0] == '\'' && csv_needs_guard(text + 1);
}

static bool needs_quotes(const char *text)
{
	size_t len = strlen(text);

	return strpbrk(text, ",;\t\"\r\n") != NULL ||
	       (len > 0 && (text[0] == ' ' || text[len - 1] == ' '));
}

static void add_doubled(struct str *out, const char *text)
{
	for (;;) {
		size_t len = strcspn(text, "\"");

		str_add_bytes(out, text, len);
		if (text[len] == '\0')
			return;
		str_add(out, "\"\"");
		text += len + 1;
	}
}

static void add_cell(struct str *out, const char *text)
{
	bool quotes = needs_quotes(text);

	str_add(out, quotes ? ",\"" : ",");
	if (csv_needs_guard(text))
		str_add_char(out, '\'');
	add_doubled(out, text);
	if (quotes)
		str_add_char(out, '"');
}

void csv_write_header(struct str *out)
{
	str_add(out, "id,taken_at,amount,unit,product,tags,note\n");
}

void csv_write_dose(struct str *out, const struct dose *dose)
{
	char text[AMOUNT_TEXT_SIZE], when[MOMENT_TEXT_SIZE];

	if (dose->id > 0)
		str_addf(out, "%" PRId64, dose->id);
	add_cell(out, moment_rfc3339(dose->utc, dose->utc_offset, when));
	add_cell(out, amount_plain(dose->amount, text));
	add_cell(out, unit_name(dose->unit));
	add_cell(out, dose->product);
	add_cell(out, dose->tags == NULL ? "" : dose->tags);
	add_cell(out, dose->note == NULL ? "" : dose->note);
	str_add_char(out, '\n');
}
