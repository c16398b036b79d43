/* SPDX-License-Identifier: MIT */
/*
 * The revisions of taper's own document.
 */
#ifndef TAPER_READ_H
#define TAPER_READ_H

#include "pick.h"

/* Fills a revision from the entry; to be freed in any case. What is wrong is told. */
void taper_read_revision(struct pick *pick, struct revision *revision);

#endif
