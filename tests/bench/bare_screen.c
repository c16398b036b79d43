/* SPDX-License-Identifier: MIT */
/* What a screen costs at the least: a page of rows in colours with a bar that j and k move, drawn by ncurses and nothing else. */
#include <curses.h>
#include <locale.h>

enum { DIM = 1, BAR };

static void draw(int at)
{
	for (int row = 0; row < LINES - 1; row++) {
		if (row == at)
			bkgdset(COLOR_PAIR(BAR));
		move(row, 0);
		clrtoeol();
		printw("  %02d:00   %2d.%d g   ", row, row % 7, row % 10);
		if (row != at)
			attron(COLOR_PAIR(DIM));
		printw("planned for day %d, and %d are left", row + 1, LINES - row);
		attrset(A_NORMAL);
		bkgdset(A_NORMAL);
	}
	mvprintw(LINES - 1, 0, " j down  k up  q quit");
}

int main(void)
{
	int key = 0, at = 0;

	setlocale(LC_CTYPE, "");
	initscr();
	cbreak();
	noecho();
	curs_set(0);
	start_color();
	use_default_colors();
	init_pair(DIM, 246, -1);
	init_pair(BAR, -1, 236);
	for (; key != 'q' && key != ERR; key = getch()) {
		if (key == 'j' && at < LINES - 2)
			at++;
		if (key == 'k' && at > 0)
			at--;
		draw(at);
		refresh();
	}
	endwin();
	return 0;
}
