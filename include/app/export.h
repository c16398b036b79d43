/* SPDX-License-Identifier: MIT */
/*
 * Writing out: which documents there are, in which formats, and each of them as text or bytes.
 */
#ifndef APP_EXPORT_H
#define APP_EXPORT_H

#include "app/app.h"

/* What a document can look like. All texts are static. */
struct export_format {
	const char *name;      /* "html", as a request names it */
	const char *about;     /* "one page for a browser, a phone or paper" */
	const char *extension; /* of its files, without the dot */
	const char *of;        /* the document it is of where none is named */
	bool doses;            /* can have an entry for each dose */
	bool paper;            /* is laid out for a size of paper */
	bool prints;           /* a printer takes it as it is */
	bool bytes;            /* is no text */
};

/* All formats there are, ended by a name of NULL. */
const struct export_format *app_export_formats(void);

/* What a document can be of. All texts are static. */
struct export_document {
	const char *name;    /* "plan", as a request names it */
	const char *also;    /* another word for it, or NULL */
	const char *about;   /* "the schedule of the plan in use" */
	const char *formats; /* names, parted by blanks */
	const char *file;    /* what a file of it is called, without what comes after */
	bool note;           /* has a place for a note to its reader */
};

/* All documents there are, ended by a name of NULL. */
const struct export_document *app_export_documents(void);

/* True where the document can be in that format. */
bool app_export_goes(const struct export_document *document, const struct export_format *format);

/* The format of a document where none is named. */
const struct export_format *app_export_usual(const struct export_document *document);

/* The formats of a document for a person, "txt, html or md"; added to out. */
void app_export_say_formats(const struct export_document *document, struct str *out);

struct export_request {
	const char *format;    /* a name of app_export_formats */
	const char *from, *to; /* days as typed; NULL: all of it */
	const char *paper; /* "a4" or "letter"; NULL: what suits both, or is usual in the country */
	const char *what;  /* a name of app_export_documents; NULL: what is usual for the format */
	const char *
		note; /* for the reader of a report, up to REPORT_NOTE_MAX bytes; NULL: report-note.txt of the settings folder, where there is one */
	bool ascii;
	bool weigh;    /* the sheet for weighing ahead, in place of the one to tick */
	bool doses;    /* a timed entry with an alarm for each dose, beside the steps */
	bool readable; /* agreed to: see app_export_warning */
};

enum { REPORT_NOTE_MAX = 1200 };

/*
 * Fills in format and what by words typed, each a format or a document, in any order; without a format by the ending of path (NULL: no
 * file), or what is usual. ERR_USAGE for a word that is neither, or that says a second time what was said.
 */
MUST_USE bool app_export_read(const char *const *words, size_t count, const char *path,
			      struct export_request *request, struct err *err);

/*
 * Adds the document to out. Of the plan in use (ERR_NOT_FOUND where there is none), or of the log (where no such day has an entry).
 * ERR_USAGE where the format can't have what is asked for, ERR_INVALID where a dose without a time should have an entry.
 */
MUST_USE bool app_export(struct app *app, const struct export_request *request, struct str *out,
			 struct err *err);

/* Takes a document part by part. */
typedef bool export_part(void *context, const struct str *part, struct err *err);

/*
 * The same, however long the log is: its parts go to take, which may take its time. ERR_STORE where the log was changed before
 * the end.
 */
MUST_USE bool app_export_parts(struct app *app, const struct export_request *request,
			       export_part *take, void *context, struct err *err);

/*
 * What a person has to agree to before a document goes to that path (NULL: any file): of a locked log it would be a file that is not
 * locked. A static sentence; NULL where the log is not locked, or the path is a pipe or a device.
 */
const char *app_export_warning(const struct app *app, const char *path);

/* The same to a file, as app_write_file. ERR_ACKNOWLEDGE where there is such a warning and the request is not agreed to. */
MUST_USE bool app_export_file(struct app *app, const struct export_request *request,
			      const char *path, struct err *err);

#endif
