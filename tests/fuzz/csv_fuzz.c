/* SPDX-License-Identifier: MIT */
#include "export/csv.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* An hour of each day does not exist, the others are one of two offsets: every branch of a caller's clock. */
static bool some_zone(void *context, int64_t wall, int16_t *utc_offset, struct err *err)
{
	(void)context;
	if (wall % MINUTES_A_DAY / 60 == 2)
		return err_set(err, ERR_INVALID, "that hour was skipped");
	*utc_offset = wall % 2 == 0 ? 60 : -570;
	return true;
}

static bool read_all(const char *text, size_t len, struct dose **doses, size_t *count)
{
	struct problems problems = PROBLEMS_INIT;
	struct feed_text from = {.text = text, .len = len};
	struct csv_source source = {
		.feed = feed_of_text(&from), .default_unit = UNIT_GRAM, .local_time = some_zone};
	struct err err = {.code = ERR_NONE};
	struct csv_log *log;
	struct dose dose;
	size_t cap = 0;
	int line;
	bool read = csv_log_open(&source, &problems, &log, &err);

	*doses = NULL;
	*count = 0;
	if (read) {
		while (csv_log_next(log, &dose, &line, &err)) {
			*doses = mem_grow(*doses, &cap, *count + 1, sizeof(dose));
			dose_copy(&(*doses)[(*count)++], &dose);
		}
		csv_log_close(log);
	}
	problems_free(&problems);
	return read;
}

static void free_all(struct dose *doses, size_t count)
{
	for (size_t i = 0; i < count; i++)
		dose_free(&doses[i]);
	free(doses);
}

static void check_same(const struct dose *a, const struct dose *b)
{
	if (!dose_same(a, b) || a->id != b->id || a->utc_offset != b->utc_offset ||
	    strcmp(a->tags, b->tags) != 0 || strcmp(a->note, b->note) != 0)
		abort();
}

/* Whatever was read has to come back from our own writing exactly as it was. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dose *doses, *again;
	size_t count, count_again;
	struct str text = STR_INIT;

	if (!read_all((const char *)data, size, &doses, &count))
		return 0;
	csv_write_header(&text);
	for (size_t i = 0; i < count; i++)
		csv_write_dose(&text, &doses[i]);
	if (!read_all(text.data, text.len, &again, &count_again) || count_again != count)
		abort();
	for (size_t i = 0; i < count; i++)
		check_same(&doses[i], &again[i]);
	free_all(doses, count);
	free_all(again, count_again);
	str_free(&text);
	return 0;
}
