/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer target: any bytes as one of the files that taper ships or a person writes: settings, sources, safety questions, self-check,
 * help lines, Help now, the own plan, a page, symptoms. What is refused has mistakes to show; what is taken can be shown and written.
 */
#include "yaml/content.h"
#include "yaml/guide.h"
#include "yaml/safety.h"
#include "yaml/settings.h"
#include "yaml/support.h"
#include "yaml/symptoms.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(bool holds)
{
	if (!holds)
		abort();
}

typedef bool reader(const char *path, struct problems *problems, struct err *err);

static bool read_settings(const char *path, struct problems *problems, struct err *err)
{
	struct settings settings = settings_default();
	struct settings_edit edit = SETTINGS_EDIT_INIT;
	struct str out = STR_INIT;
	bool read = settings_read(path, &settings, problems, err);

	for (int i = 0; read && i < SETTING_COUNT; i++) {
		struct err why;

		str_reset(&out);
		setting_show(&settings, (enum setting)i, &out);
		if (settings_edit(path, (enum setting)i, setting_info((enum setting)i)->example,
				  &edit, &why))
			settings_edit_free(&edit);
	}
	str_free(&out);
	return read;
}

static bool read_sources(const char *path, struct problems *problems, struct err *err)
{
	struct sources sources = SOURCES_INIT;
	bool read = sources_read(path, &sources, problems, err);

	insist(!read || sources.count <= SOURCE_MAX);
	sources_free(&sources);
	return read;
}

static bool read_safety(const char *path, struct problems *problems, struct err *err)
{
	static struct safety_book book;

	return safety_book_read(path, &book, problems, err);
}

static bool read_selfcheck(const char *path, struct problems *problems, struct err *err)
{
	static struct selfcheck_book book;

	return selfcheck_book_read(path, &book, problems, err);
}

static bool read_lines(const char *path, struct problems *problems, struct err *err)
{
	struct help_lines lines = HELP_LINES_INIT;
	bool read = support_lines_read(path, &lines, problems, err);

	if (read)
		help_lines_free(&lines);
	return read;
}

static bool read_help(const char *path, struct problems *problems, struct err *err)
{
	struct help_texts texts = HELP_TEXTS_INIT;
	bool read = support_help_read(path, &texts, problems, err);

	if (read)
		help_texts_free(&texts);
	return read;
}

static void write_file(const char *path, const void *bytes, size_t count)
{
	FILE *file = fopen(path, "w");

	insist(file != NULL && fwrite(bytes, 1, count, file) == count && fclose(file) == 0);
}

/* Written once it is settled: the same again, however often. */
static bool read_own(const char *path, struct problems *problems, struct err *err)
{
	struct own_plan plan = OWN_PLAN_INIT, again = OWN_PLAN_INIT;
	struct str first = STR_INIT, second = STR_INIT;
	bool read = support_own_read(path, &plan, problems, err);

	if (read) {
		support_own_write(&plan, &first);
		write_file(path, first.data, first.len);
		insist(support_own_read(path, &again, problems, err) && problems->count == 0);
		support_own_write(&again, &second);
		insist(again.count == plan.count && strcmp(first.data, second.data) == 0);
	}
	own_plan_free(&plan);
	own_plan_free(&again);
	str_free(&first);
	str_free(&second);
	return read;
}

static bool read_page(const char *path, struct problems *problems, struct err *err)
{
	struct guide_page page;
	bool read = guide_page_read(path, &page, problems, err);

	if (read)
		guide_page_free(&page);
	return read;
}

static bool read_symptoms(const char *path, struct problems *problems, struct err *err)
{
	struct symptoms symptoms = SYMPTOMS_INIT;
	bool read = symptoms_read(path, NULL, &symptoms, problems, err);

	symptoms_free(&symptoms);
	return read;
}

static const struct {
	const char *format;
	reader *read;
} readers[] = {
	{"taper-sources/", read_sources},
	{"taper-safety/", read_safety},
	{"taper-self-check/", read_selfcheck},
	{"taper-lines/", read_lines},
	{"taper-help/", read_help},
	{"taper-support/", read_own},
	{"taper-guide/", read_page},
	{"taper-symptoms/", read_symptoms},
	{"", read_settings},
};

/* By what the text says of itself, as far as it goes. */
static reader *reader_of(const uint8_t *data, size_t size)
{
	char begin[4096];
	size_t len = size < sizeof(begin) - 1 ? size : sizeof(begin) - 1;
	size_t i = 0;

	if (len > 0)
		memcpy(begin, data, len);
	begin[len] = '\0';
	while (strstr(begin, readers[i].format) == NULL)
		i++;
	return readers[i].read;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char path[64];
	struct problems problems = PROBLEMS_INIT;
	struct err err = {.code = ERR_NONE};

	if (path[0] == '\0')
		snprintf(path, sizeof(path), "%s/taper-fuzz-%ld",
			 access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp", (long)getpid());
	write_file(path, data, size);
	if (reader_of(data, size)(path, &problems, &err))
		insist(problems.count == 0);
	else
		insist(err.code == ERR_FORMAT && err.msg[0] != '\0');
	unlink(path);
	problems_free(&problems);
	return 0;
}
