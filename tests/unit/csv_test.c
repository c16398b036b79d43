/* SPDX-License-Identifier: MIT */
#include "export/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "file_kit.h"

#define SAMPLES "tests/data/csv"
#define SIXTY_DAYS "tests/data/logs/sixty-days.csv"

/* Berlin in 2026, as far as the samples need it. */
static bool berlin(void *context, int64_t wall, int16_t *utc_offset, struct err *err)
{
	struct day spring = day_from_civil((struct civil){2026, 3, 29});
	struct day autumn = day_from_civil((struct civil){2026, 10, 25});
	int64_t ahead = wall - (int64_t)spring.n * MINUTES_A_DAY;
	int64_t back = wall - (int64_t)autumn.n * MINUTES_A_DAY;

	(void)context;
	if (ahead >= 120 && ahead < 180)
		return err_set(err, ERR_INVALID, "02:30 does not exist on that day");
	*utc_offset = ahead >= 180 && back < 180 ? 120 : 60;
	return true;
}

struct result {
	struct dose *doses;
	size_t count;
	struct problems problems;
	struct err err;
	bool read;
};

/* Hands out so many bytes at a time, so that every record is torn somewhere. */
struct drops {
	struct feed feed;
	size_t most;
};

static bool read_drop(void *context, char *buffer, size_t cap, size_t *len, struct err *err)
{
	struct drops *drops = context;

	return drops->feed.read(drops->feed.context, buffer, cap < drops->most ? cap : drops->most,
				len, err);
}

static struct result read_feed(struct feed feed)
{
	struct result result = {.problems = PROBLEMS_INIT, .err = {.code = ERR_NONE}};
	struct csv_source source = {.feed = feed, .default_unit = UNIT_GRAM, .local_time = berlin};
	struct csv_log *log;
	struct dose dose;
	size_t cap = 0;
	int line;

	result.read = csv_log_open(&source, &result.problems, &log, &result.err);
	if (!result.read)
		return result;
	while (csv_log_next(log, &dose, &line, &result.err)) {
		result.doses = mem_grow(result.doses, &cap, result.count + 1, sizeof(dose));
		dose_copy(&result.doses[result.count++], &dose);
	}
	csv_log_close(log);
	return result;
}

static struct result read_bytes(const char *text, size_t len)
{
	struct feed_text from = {.text = text, .len = len};

	return read_feed(feed_of_text(&from));
}

static void free_result(struct result *result)
{
	for (size_t i = 0; i < result->count; i++)
		dose_free(&result->doses[i]);
	free(result->doses);
	problems_free(&result->problems);
}

/* What the reader made of a file: what it said, then the doses as we write them. */
static void describe(const struct result *result, struct str *out)
{
	if (!result->read)
		str_addf(out, "error: %s\n", result->err.msg);
	for (size_t i = 0; i < result->problems.count; i++)
		str_addf(out, "line %d: %s\n", result->problems.items[i].line,
			 result->problems.items[i].text);
	if (result->read)
		csv_write_header(out);
	for (size_t i = 0; i < result->count; i++)
		csv_write_dose(out, &result->doses[i]);
}

struct samples {
	int good, bad;
};

static void check_sample(const char *folder, const char *name, void *context)
{
	struct samples *samples = context;
	struct str path = STR_INIT, actual = STR_INIT, text;
	struct result result;

	str_addf(&path, "%s/%s", folder, name);
	text = kit_bytes(path.data);
	result = read_bytes(text.data, text.len);
	describe(&result, &actual);
	kit_expect_beside(path.data, &actual);
	assert_int_equal(str_starts(name, "good-"), result.read && result.problems.count == 0);
	samples->good += str_starts(name, "good-") ? 1 : 0;
	samples->bad += str_starts(name, "bad-") ? 1 : 0;
	free_result(&result);
	str_free(&path);
	str_free(&text);
	str_free(&actual);
}

static void test_samples(void **state)
{
	struct samples samples = {0, 0};

	(void)state;
	kit_walk(SAMPLES, ".csv", check_sample, &samples);
	assert_true(samples.good >= 6);
	assert_true(samples.bad >= 12);
}

static void test_sixty_days_comes_back_byte_for_byte(void **state)
{
	struct str text = kit_bytes(SIXTY_DAYS), out = STR_INIT;
	struct result result;

	(void)state;
	result = read_bytes(text.data, text.len);
	assert_true(result.read);
	assert_int_equal(result.problems.count, 0);
	assert_true(result.count > 200);
	describe(&result, &out);
	assert_string_equal(out.data, text.data);
	free_result(&result);
	str_free(&text);
	str_free(&out);
}

/* One dose with this product, note and tags, written and read again. */
static void check_round_trip(const char *product, const char *tags, const char *note)
{
	struct dose dose = {.id = 42,
			    .utc = INT64_C(1795104330),
			    .utc_offset = -210,
			    .amount = amount_from_milli(2125),
			    .unit = UNIT_TABLET};
	struct str text = STR_INIT;
	struct result result;

	assert_true(str_copy(dose.product, sizeof(dose.product), product));
	dose.tags = mem_dup(tags);
	dose.note = mem_dup(note);
	csv_write_header(&text);
	csv_write_dose(&text, &dose);
	result = read_bytes(text.data, text.len);
	if (!result.read || result.problems.count > 0 || result.count != 1)
		fail_msg("not read back: %s", text.data);
	assert_true(dose_same(&dose, &result.doses[0]));
	assert_int_equal(result.doses[0].id, 42);
	assert_int_equal(result.doses[0].utc_offset, -210);
	assert_string_equal(result.doses[0].tags, tags);
	if (strcmp(result.doses[0].note, note) != 0)
		fail_msg("'%s' came back as '%s'", note, result.doses[0].note);
	dose_free(&dose);
	free_result(&result);
	str_free(&text);
}

static void test_round_trip_of_awkward_texts(void **state)
{
	static const char *const texts[] = {
		"=1+1",   "+49",  "-5",   "@me",  "\tx",      "\rx",
		"'x",     "'",    "''",   "'=1",  " x",       "x ",
		"a,b",    "a;b",  "a\"b", "\"\"", "a\nb",     "\n",
		"\r\n",   "a\r",  "'tis", "a\tb", "=\"x\",1", "\xC3\xA9,\xC5\x82",
		"'\n=\"", "- so", "",     "\x1B", "'''''",    "\"=1+1\""};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		check_round_trip("leaf", "", texts[i]);
		if (texts[i][0] != '\0')
			check_round_trip(texts[i], "", "");
	}
	check_round_trip("leaf", "-stress =work", "");
	check_round_trip("leaf", "'quoted", "");
}

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

static void test_round_trip_of_random_texts(void **state)
{
	static const char alphabet[] = "'\"=,;\n\r\t -+@ab";
	uint32_t seed = 20261121;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		char note[13];
		size_t len = next_random(&seed) % sizeof(note);

		for (size_t k = 0; k < len; k++)
			note[k] = alphabet[next_random(&seed) % (sizeof(alphabet) - 1)];
		note[len] = '\0';
		check_round_trip("leaf", "", note);
	}
}

static void test_formulas_are_kept_from_spreadsheets(void **state)
{
	struct dose dose = {.utc = 0, .unit = UNIT_GRAM, .product = "leaf"};
	struct str text = STR_INIT;

	(void)state;
	dose.note = mem_dup("=HYPERLINK(\"x\")");
	dose.tags = mem_dup("");
	csv_write_dose(&text, &dose);
	assert_string_equal(text.data,
			    ",1970-01-01T00:00:00+00:00,0,g,leaf,,\"'=HYPERLINK(\"\"x\"\")\"\n");
	dose_free(&dose);
	str_free(&text);
}

static void test_lines_are_counted_as_an_editor_counts_them(void **state)
{
	static const char text[] = "a,b\r\n\r\n\"1\n2\r\n3\",x\ry,z\n\nlast,\"\"";
	static const int lines[] = {1, 3, 6, 8};
	struct feed_text from = {.text = text, .len = sizeof(text) - 1};
	const char *problem;
	struct csv csv;
	size_t count = 0;

	(void)state;
	csv_begin(&csv, feed_of_text(&from));
	for (; csv_next(&csv, &problem); count++) {
		assert_true(count < 4);
		assert_int_equal(csv.line, lines[count]);
		assert_int_equal(csv.field_count, 2);
		if (count == 1)
			assert_string_equal(csv.fields[0], "1\n2\r\n3");
	}
	assert_null(problem);
	assert_int_equal(count, 4);
	csv_free(&csv);
}

static void test_bytes_that_are_no_text(void **state)
{
	static const char zero[] = "taken_at,amount\n2026-11-20T08:05:00Z,\0002\n"
				   "2026-11-20T08:06:00Z,\"\0002\"\n2026-11-20T08:07:00Z,2\n";
	static const char latin[] = "taken_at,amount,note\n2026-11-20T08:05:00Z,2,caf\xE9\n"
				    "2026-11-20T08:05:00Z,2\xFF,x\n";
	static const char wide[] = "\xFF\xFEi\0d\0";
	struct result result = read_bytes(zero, sizeof(zero) - 1);

	(void)state;
	assert_int_equal(result.count, 1);
	assert_int_equal(result.problems.count, 2);
	assert_int_equal(result.problems.items[0].line, 2);
	assert_int_equal(result.problems.items[1].line, 3);
	assert_string_equal(result.problems.items[1].text,
			    "a zero byte is not text; a file in UTF-16 is to be saved as UTF-8");
	free_result(&result);

	result = read_bytes(latin, sizeof(latin) - 1);
	assert_int_equal(result.count, 0);
	assert_int_equal(result.problems.count, 2);
	assert_string_equal(result.problems.items[0].text, "'note' is not valid UTF-8");
	free_result(&result);

	result = read_bytes(wide, sizeof(wide) - 1);
	assert_false(result.read);
	assert_string_equal(result.err.msg, "the text is UTF-16; save it as UTF-8");
	free_result(&result);
}

static void test_every_bad_line_is_told_up_to_a_limit(void **state)
{
	struct str text = STR_INIT;
	struct result result;

	(void)state;
	str_add(&text, "taken_at,amount\n");
	for (int i = 0; i < 250; i++)
		str_add(&text, "2026-11-20T08:05:00Z,much\n");
	result = read_bytes(text.data, text.len);
	assert_true(result.read);
	assert_int_equal(result.problems.count, PROBLEMS_MAX);
	assert_int_equal(result.problems.more, 250 - PROBLEMS_MAX);
	assert_int_equal(result.problems.items[PROBLEMS_MAX - 1].line, PROBLEMS_MAX + 1);
	free_result(&result);
	str_free(&text);
}

static void test_texts_that_are_too_long(void **state)
{
	struct str text = STR_INIT;
	struct result result;

	(void)state;
	str_add(&text, "taken_at,amount,note\n2026-11-20T08:05:00Z,2,");
	str_add_repeat(&text, "x", DOSE_NOTE_MAX + 1);
	str_add_char(&text, '\n');
	result = read_bytes(text.data, text.len);
	assert_int_equal(result.count, 0);
	assert_int_equal(result.problems.count, 1);
	assert_string_equal(result.problems.items[0].text, "'note' is longer than 2000 bytes");
	free_result(&result);
	str_free(&text);
}

/* Samples that are longer than the reader's part of the text, torn at every byte, say what they say in one piece. */
static void test_pieces_of_any_size_read_alike(void **state)
{
	static const size_t sizes[] = {1, 2, 3, 7, 4096, CSV_RECORD_MAX - 1};
	struct str text = STR_INIT, whole = STR_INIT;
	struct result result;

	(void)state;
	str_add(&text, "\xEF\xBB\xBF\r\ntaken_at,amount,note\r\n");
	for (int i = 0; i < 5000; i++) {
		str_addf(&text, "2026-11-20T%02d:%02d:00Z,%d.5,%s\r\n", i / 60 % 24, i % 60, i % 9,
			 i % 7 == 0 ? "\"two\r\nlines, and \"\"words\"\"\"" : "plain");
		if (i % 97 == 0)
			str_add(&text, "\n\r2026-11-20T08:00:00Z,\"2\" g,x\r,,\n\"open\n");
	}
	result = read_bytes(text.data, text.len);
	describe(&result, &whole);
	assert_true(result.count > 4500 && result.problems.count > 50);
	free_result(&result);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct feed_text from = {.text = text.data, .len = text.len};
		struct drops drops = {.feed = feed_of_text(&from), .most = sizes[i]};
		struct str torn = STR_INIT;

		result = read_feed((struct feed){.read = read_drop, .context = &drops});
		describe(&result, &torn);
		if (strcmp(torn.data, whole.data) != 0)
			fail_msg("pieces of %zu bytes read differently", sizes[i]);
		free_result(&result);
		str_free(&torn);
	}
	str_free(&text);
	str_free(&whole);
}

static void test_a_line_without_an_end_is_passed_over(void **state)
{
	struct str text = STR_INIT;
	struct result result;

	(void)state;
	str_add(&text, "taken_at,amount,note\n2026-11-20T08:05:00Z,2,");
	str_add_repeat(&text, "x", 5 * CSV_RECORD_MAX);
	str_add(&text, "\n2026-11-20T08:06:00Z,2,\"");
	str_add_repeat(&text, "y", 3 * CSV_RECORD_MAX);
	str_add(&text, "\n2026-11-20T08:07:00Z,3,z\n");
	result = read_bytes(text.data, text.len);
	assert_int_equal(result.count, 1);
	assert_int_equal(result.doses[0].amount.nano, 3 * AMOUNT_UNIT);
	assert_int_equal(result.problems.count, 2);
	assert_int_equal(result.problems.items[0].line, 2);
	assert_non_null(strstr(result.problems.items[0].text, "longer than 64 KiB"));
	assert_int_equal(result.problems.items[1].line, 3);
	assert_non_null(strstr(result.problems.items[1].text, "never closed"));
	free_result(&result);
	str_free(&text);
}

static bool read_failing(void *context, char *buffer, size_t cap, size_t *len, struct err *err)
{
	struct feed_text *text = context;
	struct feed feed = feed_of_text(text);

	return (text->at < text->len || err_set(err, ERR_FORMAT, "the stick is gone")) &&
	       feed.read(feed.context, buffer, cap, len, err);
}

static void test_a_feed_that_fails_is_no_end(void **state)
{
	static const char text[] =
		"taken_at,amount\n2026-11-20T08:05:00Z,2\n2026-11-20T08:06:00Z,2\n";

	(void)state;
	for (size_t len = 0; len < sizeof(text); len++) {
		struct feed_text from = {.text = text, .len = len};
		struct result result =
			read_feed((struct feed){.read = read_failing, .context = &from});

		assert_int_equal(result.err.code, ERR_FORMAT);
		if (len >= 16)
			assert_string_equal(result.err.msg, "the stick is gone");
		free_result(&result);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_sixty_days_comes_back_byte_for_byte),
		cmocka_unit_test(test_round_trip_of_awkward_texts),
		cmocka_unit_test(test_round_trip_of_random_texts),
		cmocka_unit_test(test_formulas_are_kept_from_spreadsheets),
		cmocka_unit_test(test_lines_are_counted_as_an_editor_counts_them),
		cmocka_unit_test(test_bytes_that_are_no_text),
		cmocka_unit_test(test_every_bad_line_is_told_up_to_a_limit),
		cmocka_unit_test(test_texts_that_are_too_long),
		cmocka_unit_test(test_pieces_of_any_size_read_alike),
		cmocka_unit_test(test_a_line_without_an_end_is_passed_over),
		cmocka_unit_test(test_a_feed_that_fails_is_no_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
