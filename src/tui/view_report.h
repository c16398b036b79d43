/* SPDX-License-Identifier: MIT */
/* The report for a clinician, to read before it is written to a file. */
#ifndef VIEW_REPORT_H
#define VIEW_REPORT_H

struct view *view_report_new(void);

#endif
