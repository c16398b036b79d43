/* SPDX-License-Identifier: MIT */
/* How hard a text is to read, as the school grade it takes (Flesch and Kincaid). For English. */
#ifndef READING_KIT_H
#define READING_KIT_H

struct reading_ease {
	double sentences, words, syllables;
};

/* Adds a text, which is at least one sentence, whether it ends in a full stop or not. */
void reading_measure(const char *text, struct reading_ease *ease);

/* Of all that was added. */
double reading_grade(const struct reading_ease *ease);

#endif
