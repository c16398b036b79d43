/* SPDX-License-Identifier: MIT */
#include "app/export.h"

#include <string.h>

#include "app/lock.h"
#include "app_private.h"
#include "documents.h"
#include "export_log.h"
#include "files.h"
#include "paper.h"
#include "paper_parts.h"

/* The schedule, to tick or to weigh by. */
static const struct sheet_writer {
	const char *format;
	bool (*write)(struct app *, const struct export_request *, struct str *, struct err *);
} sheets[] = {
	{"txt", paper_txt}, {"html", paper_html}, {"pdf", paper_pdf},
	{"md", paper_md},   {"ics", paper_ics},
};

static const struct sheet_writer *sheet_writer(const struct export_request *request)
{
	if (strcmp(request->what, "plan") != 0 && !request->weigh)
		return NULL;
	for (size_t i = 0; i < sizeof(sheets) / sizeof(sheets[0]); i++) {
		if (strcmp(sheets[i].format, request->format) == 0)
			return &sheets[i];
	}
	return NULL;
}

/* What is neither a sheet nor laid out in parts is the log itself, for programs, and may be long. */
static bool write_parts(struct app *app, const struct export_request *request,
			const struct log_parts *parts, struct err *err)
{
	const struct sheet_writer *sheet = sheet_writer(request);
	struct str document = STR_INIT;
	bool done;

	if (sheet == NULL && !paper_has_parts(request))
		return log_write(app, request, parts, err);
	done = sheet != NULL ? sheet->write(app, request, &document, err)
			     : paper_write_parts(app, request, &document, err);
	done = done && parts->take(parts->context, &document, err);
	str_free(&document);
	return done;
}

bool app_export_parts(struct app *app, const struct export_request *request, export_part *take,
		      void *context, struct err *err)
{
	const struct log_parts parts = {.take = take, .context = context, .at_leisure = true};
	struct export_request settled;

	return documents_settle(request, &settled, err) && write_parts(app, &settled, &parts, err);
}

static bool add_part(void *context, const struct str *part, struct err *err)
{
	(void)err;
	str_add_bytes(context, part->data, part->len);
	return true;
}

bool app_export(struct app *app, const struct export_request *request, struct str *out,
		struct err *err)
{
	return app_export_parts(app, request, add_part, out, err);
}

static bool add_to_file(void *context, const struct str *part, struct err *err)
{
	return files_add(context, part, err);
}

const char *app_export_warning(const struct app *app, const char *path)
{
	if (!app_is_locked(app) || (path != NULL && !files_is_kept(path)))
		return NULL;
	return "Your log is locked, but this file will not be: whoever has it can read it.";
}

static bool is_agreed(const struct app *app, const struct export_request *request, const char *path,
		      struct err *err)
{
	return request->readable || app_export_warning(app, path) == NULL ||
	       err_set(err, ERR_ACKNOWLEDGE,
		       "the log is locked, and this file would not be; --readable writes it "
		       "all the same, and 'taper backup' a copy that is locked");
}

bool app_export_file(struct app *app, const struct export_request *request, const char *path,
		     struct err *err)
{
	struct export_request settled;
	struct files_out out;
	struct log_parts parts = {.take = add_to_file, .context = &out};

	if (!documents_settle(request, &settled, err) || !is_agreed(app, request, path, err) ||
	    !files_begin(path, &out, err))
		return false;
	/* A file is quick: the log is held still meanwhile. */
	parts.at_leisure = out.beside == NULL;
	return files_end(&out, write_parts(app, &settled, &parts, err), err);
}
