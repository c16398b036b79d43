/* SPDX-License-Identifier: MIT */
/*
 * A page of the guide from its file (format taper-guide/1). Does not know where pages are kept.
 */
#ifndef YAML_GUIDE_H
#define YAML_GUIDE_H

#include "base/problems.h"
#include "engine/guide.h"

/*
 * Reads a page. ERR_FORMAT with all mistakes in problems, none where it can't be opened; then *page is untouched.
 * On success *page is to be freed.
 */
MUST_USE bool guide_page_read(const char *path, struct guide_page *page, struct problems *problems,
			      struct err *err);

#endif
