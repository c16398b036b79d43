/* SPDX-License-Identifier: MIT */
/*
 * The parts of the report for a clinician, each gathered from the log and added to one of its two pages.
 */
#ifndef APP_REPORT_PARTS_H
#define APP_REPORT_PARTS_H

#include "app/planning.h"
#include "app/export.h"
#include "export/report.h"

#include "guidance_signs.h"

/*
 * The whole report as a document, to be freed with report_free. ERR_NOT_FOUND where no complete day with an entry lies in these days, which
 * are two weeks before the plan began, or the first entry, to yesterday where nothing is said.
 */
MUST_USE bool paper_report_begin(struct app *app, const struct export_request *request,
				 struct report *report, struct err *err);

struct reporting {
	struct app *app;
	struct day first, last;
	struct history_days history; /* owned; each of these days */
	struct gathered gathered;    /* owned; likewise */
	struct report report;        /* owned */
	const char *note;            /* for the reader; "" for none */
};

/* Person, product, intake before and now, the plan and where it stands. */
MUST_USE bool report_add_facts(struct reporting *reporting, struct err *err);

/* The plan's changes with their reasons; what was agreed to. */
MUST_USE bool report_add_changes(struct reporting *reporting, struct err *err);

/* Planned and taken by week, month, quarter or year, with what else the days say. */
void report_add_intake(struct reporting *reporting);

/* Each symptom before and after the cuts. */
MUST_USE bool report_add_symptoms(struct reporting *reporting, struct err *err);

MUST_USE bool report_add_urges(struct reporting *reporting, struct err *err);

/* What the rules of readiness say, and would have said. */
MUST_USE bool report_add_readiness(struct reporting *reporting, struct err *err);

/* What the person wrote, what this is, and the sources. */
void report_add_words(struct reporting *reporting);

#endif
