/* SPDX-License-Identifier: MIT */
#include "documents.h"

#include <ctype.h>
#include <assert.h>
#include <string.h>

static const struct export_format formats[] = {
	{.name = "txt",
	 .about = "plain text, ready for a printer",
	 .extension = "txt",
	 .of = "plan",
	 .paper = true,
	 .prints = true},
	{.name = "html",
	 .about = "one page for a browser, a phone or paper",
	 .extension = "html",
	 .of = "plan",
	 .paper = true},
	{.name = "pdf",
	 .about = "pages to print or to hand on",
	 .extension = "pdf",
	 .of = "plan",
	 .paper = true,
	 .prints = true,
	 .bytes = true},
	{.name = "md", .about = "Markdown, for notes", .extension = "md", .of = "plan"},
	{.name = "ics",
	 .about = "entries for a calendar",
	 .extension = "ics",
	 .of = "plan",
	 .doses = true},
	{.name = "csv",
	 .about = "a table, for a spreadsheet or another program",
	 .extension = "csv",
	 .of = "log"},
	{.name = "json",
	 .about = "one file for other programs, or for taper to read back",
	 .extension = "json",
	 .of = "all"},
	{.name = NULL},
};

static const struct export_document documents[] = {
	{.name = "plan",
	 .also = "schedule",
	 .about = "the schedule of the plan in use",
	 .formats = "txt html pdf md ics json",
	 .file = "schedule"},
	{.name = "weighing",
	 .about = "what to weigh ahead",
	 .formats = "txt html pdf md",
	 .file = "weighing"},
	{.name = "log",
	 .also = "history",
	 .about = "every dose logged",
	 .formats = "txt html pdf md csv json",
	 .file = "log"},
	{.name = "report",
	 .about = "two pages for a clinician",
	 .formats = "txt html pdf md json",
	 .file = "report",
	 .note = true},
	{.name = "support",
	 .about = "your own plan for hard moments",
	 .formats = "txt html pdf md",
	 .file = "support"},
	{.name = "all", .about = "everything there is", .formats = "json", .file = "all"},
	{.name = NULL},
};

const struct export_format *app_export_formats(void)
{
	return formats;
}

const struct export_document *app_export_documents(void)
{
	return documents;
}

const struct export_format *documents_format(const char *name)
{
	for (const struct export_format *one = formats; one->name != NULL; one++) {
		if (strcmp(one->name, name) == 0)
			return one;
	}
	return NULL;
}

const struct export_document *documents_find(const char *name)
{
	for (const struct export_document *one = documents; one->name != NULL; one++) {
		if (strcmp(one->name, name) == 0 ||
		    (one->also != NULL && strcmp(one->also, name) == 0))
			return one;
	}
	return NULL;
}

bool app_export_goes(const struct export_document *document, const struct export_format *format)
{
	size_t len = strlen(format->name);

	for (const char *at = document->formats; *at != '\0'; at += strspn(at, " ")) {
		size_t word = strcspn(at, " ");

		if (word == len && strncmp(at, format->name, len) == 0)
			return true;
		at += word;
	}
	return false;
}

const struct export_format *app_export_usual(const struct export_document *document)
{
	const struct export_format *first = NULL;

	for (const struct export_format *one = formats; one->name != NULL; one++) {
		if (strcmp(one->of, document->name) == 0)
			return one;
		if (first == NULL && app_export_goes(document, one))
			first = one;
	}
	return first;
}

/* A word of several, with what parts it from those before it. */
static void add_word(struct str *out, const char *word, size_t len, bool first, bool last)
{
	str_add(out, first ? "" : last ? " or " : ", ");
	str_add_bytes(out, word, len);
}

void app_export_say_formats(const struct export_document *document, struct str *out)
{
	const char *at = document->formats;

	while (*at != '\0') {
		size_t len = strcspn(at, " ");

		add_word(out, at, len, at == document->formats, at[len] == '\0');
		at += len + strspn(at + len, " ");
	}
}

static void say_all_formats(struct str *out)
{
	for (size_t i = 0; formats[i].name != NULL; i++)
		add_word(out, formats[i].name, strlen(formats[i].name), i == 0,
			 formats[i + 1].name == NULL);
}

static void say_all_documents(struct str *out)
{
	for (size_t i = 0; documents[i].name != NULL; i++)
		add_word(out, documents[i].name, strlen(documents[i].name), i == 0,
			 documents[i + 1].name == NULL);
}

static bool no_such_word(const char *word, struct err *err)
{
	struct str words = STR_INIT;

	say_all_formats(&words);
	str_add(&words, ", of ");
	say_all_documents(&words);
	if (word == NULL)
		err_set(err, ERR_USAGE, "what is to be written is missing; write %s", words.data);
	else
		err_set(err, ERR_USAGE, "there is no export to '%.60s'; write %s", word,
			words.data);
	str_free(&words);
	return false;
}

static bool no_such_document(const char *word, struct err *err)
{
	struct str words = STR_INIT;

	say_all_documents(&words);
	err_set(err, ERR_USAGE, "--what: '%.60s' is no document that is known; write %s", word,
		words.data);
	str_free(&words);
	return false;
}

static bool does_not_go(const struct export_document *document, const char *format, struct err *err)
{
	struct str words = STR_INIT;

	app_export_say_formats(document, &words);
	err_set(err, ERR_USAGE, "%s can't be written as '%.60s'; write %s", document->about, format,
		words.data);
	str_free(&words);
	return false;
}

static bool no_such_format(const struct export_request *asked, struct err *err)
{
	const struct export_document *document =
		asked->what != NULL ? documents_find(asked->what) : NULL;

	return document != NULL ? does_not_go(document, asked->format, err)
				: no_such_word(asked->format, err);
}

/* What follows the last dot of the name; NULL where none does, or it is a date or a number. */
static const char *ending_of(const char *path)
{
	const char *slash = path == NULL ? NULL : strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	const char *dot = name == NULL ? NULL : strrchr(name, '.');

	return dot == NULL || dot == name || !isalpha((unsigned char)dot[1]) ? NULL : dot;
}

static bool unknown_ending(const struct export_document *document, const char *ending,
			   struct err *err)
{
	struct str words = STR_INIT;

	app_export_say_formats(document, &words);
	err_set(err, ERR_USAGE, "'%.20s' is the ending of no format there is; write %s", ending,
		words.data);
	str_free(&words);
	return false;
}

static const char *format_of_ending(const char *path)
{
	const char *dot = ending_of(path);
	const struct export_format *format = dot == NULL ? NULL : documents_format(dot + 1);

	if (dot != NULL && strcmp(dot, ".htm") == 0)
		return "html";
	return format != NULL ? format->name : NULL;
}

static bool read_word(const char *word, struct export_request *request, struct err *err)
{
	const struct export_format *format = documents_format(word);
	const struct export_document *document = format == NULL ? documents_find(word) : NULL;

	if (format == NULL && document == NULL)
		return no_such_word(word, err);
	if (format != NULL ? request->format != NULL : request->what != NULL)
		return err_set(err, ERR_USAGE, "'%s' and '%s' are too much; write one of them",
			       format != NULL ? request->format : request->what, word);
	if (format != NULL)
		request->format = format->name;
	else
		request->what = document->name;
	return true;
}

bool app_export_read(const char *const *words, size_t count, const char *path,
		     struct export_request *request, struct err *err)
{
	const struct export_document *document;

	for (size_t i = 0; i < count; i++) {
		if (!read_word(words[i], request, err))
			return false;
	}
	if (request->format == NULL)
		request->format = format_of_ending(path);
	if (request->format != NULL)
		return true;
	if (count == 0 && request->what == NULL)
		return no_such_word(NULL, err);
	document = documents_find(request->what == NULL ? documents[0].name : request->what);
	if (document == NULL)
		return no_such_document(request->what, err);
	if (ending_of(path) != NULL)
		return unknown_ending(document, ending_of(path), err);
	request->format = app_export_usual(document)->name;
	return true;
}

static bool check_paper(const struct export_format *format, const char *paper, struct err *err)
{
	if (paper == NULL)
		return true;
	if (!format->paper)
		return err_set(err, ERR_USAGE,
			       "%s is not laid out for paper; txt, html and pdf are", format->name);
	return strcmp(paper, "a4") == 0 || strcmp(paper, "letter") == 0 ||
	       err_set(err, ERR_USAGE, "'%.60s' is no paper that is known; write a4 or letter",
		       paper);
}

/* --weigh is another word for that document. */
static bool find_document(const struct export_request *asked, const struct export_format *format,
			  const struct export_document **document, struct err *err)
{
	const char *what = asked->what != NULL ? asked->what : asked->weigh ? "plan" : format->of;

	*document = documents_find(what);
	if (*document == NULL)
		return no_such_document(what, err);
	if (!asked->weigh || strcmp((*document)->name, "weighing") == 0)
		return true;
	if (strcmp((*document)->name, "plan") != 0)
		return err_set(err, ERR_USAGE, "--weigh is of the plan, not of '%s'", what);
	*document = documents_find("weighing");
	assert(*document != NULL);
	return true;
}

bool documents_settle(const struct export_request *asked, struct export_request *request,
		      struct err *err)
{
	const struct export_format *format = documents_format(asked->format);
	const struct export_document *document;

	if (format == NULL)
		return no_such_format(asked, err);
	if (!find_document(asked, format, &document, err))
		return false;
	if (!app_export_goes(document, format))
		return does_not_go(document, format->name, err);
	if (asked->doses && !format->doses)
		return err_set(err, ERR_USAGE, "%s has no entries for doses of their own; ics has",
			       format->name);
	if (!check_paper(format, asked->paper, err))
		return false;
	*request = *asked;
	request->format = format->name;
	request->what = document->name;
	request->weigh = strcmp(document->name, "weighing") == 0;
	return true;
}
