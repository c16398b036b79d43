/* SPDX-License-Identifier: MIT */
/*
 * libFuzzer target: any bytes as a text to be shown. What comes out is whole UTF-8 that no terminal acts on, and takes the room it says.
 */
#include "base/utf8.h"

#include <stdlib.h>

#include "base/json.h"
#include "fuzz_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void insist(bool holds)
{
	if (!holds)
		abort();
}

static void check_harmless(const char *text)
{
	insist(utf8_valid(text, strlen(text)));
	while (*text != '\0') {
		uint32_t code;

		text += utf8_decode(text, &code);
		insist(code >= 0x20 && code != 0x7F && !(code >= 0x80 && code < 0xA0));
		insist(!utf8_is_harmful(code));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size);
	struct str out = STR_INIT;
	struct json json = JSON_INIT;

	utf8_add_clean(&out, text);
	check_harmless(out.data);
	for (int columns = 0; columns < 24; columns++) {
		insist(utf8_fit(text, columns) <= strlen(text));
		str_reset(&out);
		utf8_add_padded(&out, text, columns, columns % 2 == 0);
		check_harmless(out.data);
		insist(utf8_width(out.data) == columns);
	}
	json_open_object(&json, NULL);
	json_text(&json, "text", text);
	json_close_object(&json);
	check_harmless(json.out.data);
	json_free(&json);
	str_free(&out);
	free(text);
	return 0;
}
