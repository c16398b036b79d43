/* SPDX-License-Identifier: MIT */
/* The words of the safety questions, as prose. */
#ifndef SAFETY_TEXT_H
#define SAFETY_TEXT_H

#include "safety_page.h"

/* Adds the text of the step the page is at. */
void safety_text_write(const struct safety_page *page, struct str *out);

#endif
