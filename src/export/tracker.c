/* SPDX-License-Identifier: MIT */
#include "tracker.h"

#include <ctype.h>
#include <string.h>

#include "base/decimal.h"
#include "base/utf8.h"

enum { NAME_COLUMNS = 30 };

static bool same_letter(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/* Letters of ASCII count the same, small or large. */
static bool holds(const char *text, const char *part)
{
	for (; *text != '\0'; text++) {
		size_t i = 0;

		while (part[i] != '\0' && same_letter(text[i], part[i]))
			i++;
		if (part[i] == '\0')
			return true;
	}
	return false;
}

static bool is_meant(const struct entries *entries, const char *name)
{
	static const char *const kratom[] = {"kratom", "mitragyn"};

	if (entries->source.only != NULL)
		return holds(name, entries->source.only);
	for (size_t i = 0; i < sizeof(kratom) / sizeof(kratom[0]); i++) {
		if (holds(name, kratom[i]))
			return true;
	}
	return false;
}

static void set_aside(struct entries_aside *aside, const char *name)
{
	char shown[ENTRIES_NAME_SIZE];
	size_t len = utf8_fit(name, NAME_COLUMNS), i = 0;

	while (len >= sizeof(shown) || (len > 0 && ((unsigned char)name[len] & 0xC0) == 0x80))
		len--;
	memcpy(shown, name, len);
	shown[len] = '\0';
	while (i < aside->other_count && strcmp(aside->others[i].name, shown) != 0)
		i++;
	if (i == ENTRIES_OTHERS_MAX) {
		aside->more++;
		return;
	}
	if (i == aside->other_count) {
		memcpy(aside->others[i].name, shown, sizeof(shown));
		aside->others[i].count = 0;
		aside->other_count++;
	}
	aside->others[i].count++;
}

bool tracker_wants(struct entries *entries, const char *name)
{
	if (is_meant(entries, name))
		return true;
	set_aside(&entries->aside, name);
	return false;
}

bool tracker_read_number(struct entries *entries, const char *text, struct amount *amount,
			 struct err *err)
{
	int64_t milli = 0;
	bool exact = true;

	if (!decimal_read(text, 3, &milli, &exact) || milli < 0 ||
	    milli > AMOUNT_MAX / AMOUNT_MILLI)
		return err_set(err, ERR_INVALID, "'%.60s' is not an amount from 0 to 10000", text);
	if (milli == 0 && !exact)
		return err_set(err, ERR_INVALID, "'%.60s' is less than taper can log", text);
	entries->aside.rounded += exact ? 0 : 1;
	*amount = amount_from_milli(milli);
	return true;
}

bool tracker_read_unit(const struct entries *entries, const char *word, enum unit *unit,
		       struct err *err)
{
	enum unit named = unit_from_text(word);

	if (named == UNIT_NONE && *word != '\0')
		return err_set(err, ERR_INVALID,
			       "'%.60s' is not a unit; g, capsule, ml, tablet, mg are", word);
	if (named == UNIT_NONE)
		named = entries->source.unit;
	if (named == UNIT_NONE)
		return err_set(err, ERR_INVALID,
			       "no unit is named; say which is meant (unit): g, capsule, ml, "
			       "tablet or mg");
	*unit = named;
	return true;
}

bool tracker_read_amount(const struct entries *entries, const char *text, struct dose *dose,
			 struct err *err)
{
	enum unit named = UNIT_NONE;

	if (!amount_read(text, &dose->amount, &named, err))
		return false;
	return tracker_read_unit(entries, named == UNIT_NONE ? "" : unit_name(named), &dose->unit,
				 err);
}

void tracker_set_utc(const struct entries *entries, int64_t utc, struct dose *dose)
{
	dose->utc = utc;
	dose->utc_offset = entries->source.offset_at(entries->source.context, utc);
}

bool tracker_read_time(const struct entries *entries, const char *text, struct dose *dose,
		       struct err *err)
{
	const struct csv_source source = {.local_time = entries->source.local_time,
					  .context = entries->source.context};
	struct csv_when when = {0};
	size_t len = strlen(text);

	if (*text < '0' || *text > '9')
		return err_set(err, ERR_INVALID, "'%.60s' is not a time like 2026-11-20T08:05:00",
			       text);
	if (!csv_when_read(&source, text, CSV_DATES_CLEAR, &when, err))
		return false;
	dose->utc = when.utc;
	dose->utc_offset = when.utc_offset;
	if (len > 0 && (text[len - 1] == 'Z' || text[len - 1] == 'z'))
		tracker_set_utc(entries, when.utc, dose);
	return true;
}

bool tracker_set_product(const struct entries *entries, const char *name, struct dose *dose,
			 struct err *err)
{
	const char *usual = entries->source.usual_product;

	if (*name == '\0')
		name = usual != NULL ? usual : DOSE_DEFAULT_PRODUCT;
	return str_copy(dose->product, sizeof(dose->product), name) ||
	       err_set(err, ERR_INVALID, "'%.60s' is longer than %d bytes", name,
		       DOSE_PRODUCT_SIZE - 1);
}
