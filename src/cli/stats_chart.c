/* SPDX-License-Identifier: MIT */
#include "stats_view.h"

enum { ROWS = 4, EIGHTHS = 8, INDENT = 2, WIDE = 76, MIDDLE = 52 };

static const char *const upwards[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
static const char *const sideways[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};

/* part/whole of so many steps, rounded, and never nothing where there is something. */
static int64_t steps_of(int64_t part, int64_t whole, int64_t steps)
{
	int64_t scaled =
		whole > 0 ? (part / whole * steps) + (part % whole * steps + whole / 2) / whole : 0;

	return part > 0 && scaled == 0 ? 1 : scaled;
}

static void end_line(struct str *out)
{
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		str_cut(out, out->len - 1);
	str_add_char(out, '\n');
}

static void add_row(const struct stats_hours *hours, int first_hour, int row, int columns,
		    const struct looks *looks, struct str *out)
{
	int64_t most = hours->doses[hours->most];

	str_add_repeat(out, " ", INDENT);
	for (int i = 0; i < STATS_HOURS; i++) {
		int64_t doses = hours->doses[(first_hour + i) % STATS_HOURS];
		int64_t fills = steps_of(doses, most, (int64_t)ROWS * EIGHTHS) -
				(int64_t)(ROWS - 1 - row) * EIGHTHS;
		const char *mark = looks->ascii ? (fills > EIGHTHS / 2 ? "#"
						   : fills > 0         ? "."
								       : " ")
						: upwards[fills < 0         ? 0
							  : fills > EIGHTHS ? EIGHTHS
									    : fills];

		str_add_repeat(out, mark, columns > 1 ? (size_t)columns - 1 : 1);
		str_add(out, columns > 1 ? " " : "");
	}
	end_line(out);
}

void stats_view_hours(const struct stats_hours *hours, int first_hour, const struct looks *looks,
		      struct str *out)
{
	int columns = looks->width >= WIDE ? 3 : looks->width >= MIDDLE ? 2 : 1;
	int every = columns == 3 ? 2 : columns == 2 ? 3 : 6;

	for (int row = 0; row < ROWS; row++)
		add_row(hours, first_hour, row, columns, looks, out);
	str_add_repeat(out, " ", INDENT);
	for (int i = 0; i < STATS_HOURS; i += every)
		str_addf(out, "%02d%*s", (first_hour + i) % STATS_HOURS, columns * every - 2, "");
	end_line(out);
}

void stats_view_bar(int64_t part, int64_t whole, int columns, const struct looks *looks,
		    struct str *out)
{
	int64_t steps = steps_of(part, whole, (int64_t)columns * EIGHTHS);

	if (looks->ascii) {
		str_add_repeat(out, "#", (size_t)((steps + EIGHTHS / 2) / EIGHTHS));
		return;
	}
	str_add_repeat(out, sideways[EIGHTHS], (size_t)(steps / EIGHTHS));
	str_add(out, sideways[steps % EIGHTHS]);
}
