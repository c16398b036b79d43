/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer target: any text as what a log keeps in words: a change of the own plan, answers to the safety questions. A log may be
 * somebody else's. What is taken is within its bounds and comes back from its own writing.
 */
#include "engine/own_edit.h"
#include "engine/safety.h"

#include <stdlib.h>

#include "base/str.h"
#include "fuzz_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(bool holds)
{
	if (!holds)
		abort();
}

static void check_edit(const char *text)
{
	struct str written = STR_INIT, again = STR_INIT, words = STR_INIT;
	struct own_edit edit, same;

	if (!own_edit_read(text, &edit))
		return;
	insist(edit.kind < OWN_EDIT_KINDS && edit.part < OWN_PART_COUNT);
	own_edit_write(&edit, &written);
	insist(own_edit_read(written.data, &same));
	own_edit_write(&same, &again);
	insist(strcmp(written.data, again.data) == 0);
	own_edit_words(&edit, 60, &words);
	str_free(&written);
	str_free(&again);
	str_free(&words);
}

static void check_answers(const struct safety_book *book, const char *text)
{
	struct str written = STR_INIT, again = STR_INIT;
	struct safety_answers answers, same;

	safety_read(book, text, &answers);
	insist(memchr(answers.product, '\0', DOSE_PRODUCT_SIZE) != NULL);
	insist(memchr(answers.mark, '\0', SAFETY_MARK_SIZE) != NULL);
	safety_write(book, &answers, &written);
	safety_read(book, written.data, &same);
	safety_write(book, &same, &again);
	insist(strcmp(written.data, again.data) == 0);
	str_free(&written);
	str_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct safety_book book = {
		.questions = {{.id = "pregnancy"}, {.id = "under-18"}, {.id = "jaundice"}},
		.count = 3};
	char *text = fuzz_text(data, size);

	check_edit(text);
	check_answers(&book, text);
	free(text);
	return 0;
}
