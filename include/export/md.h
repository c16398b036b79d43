/* SPDX-License-Identifier: MIT */
/*
 * A sheet as Markdown, with the tables most programs know (pipes). What is not the writer's own is escaped, so that it reads as
 * it was typed.
 */
#ifndef EXPORT_MD_H
#define EXPORT_MD_H

#include "export/sheet.h"

void md_write(const struct sheet *sheet, struct str *out);

#endif
