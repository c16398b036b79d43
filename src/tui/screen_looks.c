/* SPDX-License-Identifier: MIT */
#include "screen_looks.h"

#include "base/style.h"

enum { BINDINGS_MAX = 128 };

void screen_looks(const struct app *app, struct looks_wanted wanted, struct canvas *canvas,
		  struct term *term)
{
	struct app_looks looks = app_looks(app);

	style_choose(looks.style);
	if (term == NULL)
		return;
	canvas->plain = wanted.plain || looks.plain;
	canvas->ascii = wanted.ascii || looks.ascii || term_ascii(term);
	term_look(term, looks.light, canvas->plain);
}

bool screen_keys(const struct app *app, struct keymap *keys, struct err *err)
{
	struct keymap_binding bindings[BINDINGS_MAX];
	size_t count = 0;

	keymap_default(keys);
	while (count < BINDINGS_MAX &&
	       app_key_binding(app, count, &bindings[count].action, &bindings[count].keys))
		count++;
	return keymap_bind(keys, bindings, count, err);
}
