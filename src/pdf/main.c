/* SPDX-License-Identifier: MIT */
/*
 * taper-pdf: a document of taper on standard input, its PDF on standard output. A program of its own, so that taper needs none of the
 * libraries that set type.
 */
#include <cairo-pdf.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "put.h"

enum { OUTPUT_PART = 65536 };

enum { STATUS_OK = 0, STATUS_USAGE = 2, STATUS_TROUBLE = 4 };

static int tell(const char *text, int status)
{
	struct str line = STR_INIT;

	str_add(&line, "taper-pdf: ");
	utf8_add_clean(&line, text);
	fprintf(stderr, "%s\n", line.data);
	str_free(&line);
	return status;
}

static bool read_input(void *context, char *buffer, size_t cap, size_t *len, struct err *err)
{
	ssize_t got;

	(void)context;
	do
		got = read(STDIN_FILENO, buffer, cap);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return err_set(err, ERR_IO, "standard input: %s", strerror(errno));
	*len = (size_t)got;
	return true;
}

static cairo_status_t write_all(struct str *bytes)
{
	size_t at = 0;

	while (at < bytes->len) {
		ssize_t wrote = write(STDOUT_FILENO, bytes->data + at, bytes->len - at);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return CAIRO_STATUS_WRITE_ERROR;
		at += (size_t)wrote;
	}
	str_reset(bytes);
	return CAIRO_STATUS_SUCCESS;
}

/* cairo hands over some forty bytes at a time, and each write would wake the program that waits for them. */
static cairo_status_t write_output(void *context, const unsigned char *bytes, unsigned int len)
{
	struct str *out = context;

	str_add_bytes(out, (const char *)bytes, len);
	return out->len < OUTPUT_PART ? CAIRO_STATUS_SUCCESS : write_all(out);
}

/* The day only: the same document gives the same bytes. */
static void describe(cairo_surface_t *surface, const struct document *document)
{
	struct str made = STR_INIT;

	str_addf(&made, "%sT00:00:00Z", document->made);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document->title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, document->program);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made.data);
	str_free(&made);
}

static void tell_missing(const struct type *type)
{
	struct str text = STR_INIT;

	if (type->missing_count == 0)
		return;
	str_add(&text, "no font here has");
	for (size_t i = 0; i < type->missing_count; i++) {
		str_add_char(&text, ' ');
		utf8_add(&text, type->missing[i]);
	}
	if (type->missing_more > 0)
		str_add(&text, " and more");
	str_add(&text, "; a box with a number is printed in their place. Fonts for most writing "
		       "come as fonts-noto and fonts-noto-cjk");
	tell(text.data, STATUS_OK);
	str_free(&text);
}

static int print(const struct document *document)
{
	struct str out = STR_INIT;
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(write_output, &out, 1, 1);
	cairo_t *cairo = cairo_create(surface);
	cairo_status_t status;
	struct press press;
	struct type type;

	describe(surface, document);
	type_begin(&type, cairo);
	press_begin(&press, document, &type, cairo);
	put_document(&press);
	press_end(&press);
	tell_missing(&type);
	type_free(&type);
	status = cairo_status(cairo);
	cairo_destroy(cairo);
	cairo_surface_finish(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (status == CAIRO_STATUS_SUCCESS)
		status = write_all(&out);
	str_free(&out);
	return status == CAIRO_STATUS_SUCCESS
		       ? STATUS_OK
		       : tell(cairo_status_to_string(status), STATUS_TROUBLE);
}

/* What the libraries have to say is for those who build them. */
static void say_nothing(const char *domain, GLogLevelFlags level, const char *text, void *context)
{
	(void)domain;
	(void)level;
	(void)text;
	(void)context;
}

int main(int argc, char **argv)
{
	struct document document = DOCUMENT_INIT;
	struct feed feed = {.read = read_input};
	struct err err;
	int status;

	if (argc > 1 && strcmp(argv[1], "--version") == 0)
		return printf("taper-pdf " TAPER_VERSION "\n") < 0 ? STATUS_TROUBLE : STATUS_OK;
	if (argc > 1 || isatty(STDIN_FILENO) || isatty(STDOUT_FILENO))
		return tell("this is a part of taper, which starts it by itself: 'taper export pdf "
			    "-o FILE'",
			    STATUS_USAGE);
	if (!document_read(feed, &document, &err))
		return tell(err.msg, err.code == ERR_IO ? STATUS_TROUBLE : STATUS_USAGE);
	g_log_set_default_handler(say_nothing, NULL);
	status = print(&document);
	document_free(&document);
	return status;
}
