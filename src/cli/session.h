/* SPDX-License-Identifier: MIT */
/*
 * What every command is given: the options as read, the app, how text is to look, and a place for what it has to
 * say. Commands add to out and return; the dispatcher prints, once, and gives the exit status.
 */
#ifndef SESSION_H
#define SESSION_H

#include "looks.h"
#include "options.h"
#include "unseen.h"

#include "app/app.h"
#include "base/json.h"

enum option_id {
	OPTION_HELP = 1,
	OPTION_VERSION,
	OPTION_COLOR,
	OPTION_JSON,
	OPTION_YES,
	OPTION_PLAIN,
	OPTION_FROM,
	OPTION_TO,
	OPTION_LAST,
	OPTION_BY,
	OPTION_START,
	OPTION_MEASURE,
	OPTION_STEPS,
	OPTION_DAYS,
	OPTION_ACKNOWLEDGE,
	OPTION_REASON,
	OPTION_WHEN,
	OPTION_TAG,
	OPTION_NOTE,
	OPTION_PRODUCT,
	OPTION_SHORT,
	OPTION_DRY_RUN,
	OPTION_SKIP_BAD,
	OPTION_OUTPUT,
	OPTION_ASCII,
	OPTION_STASH,
	OPTION_REPLAY,
	OPTION_MANY,
	OPTION_FORCE,
	OPTION_UNSET,
	OPTION_PATH,
	OPTION_TIMES,
	OPTION_NONE,
	OPTION_AGREES,
	OPTION_LIST,
	OPTION_SOURCES,
	OPTION_ANSWERS,
	OPTION_STORE,
	OPTION_FIX,
	OPTION_SLEEP,
	OPTION_TREND,
	OPTION_HELPED,
	OPTION_MINUTES,
	OPTION_STATS,
	OPTION_WEIGH,
	OPTION_DOSES,
	OPTION_PAPER,
	OPTION_PRINT,
	OPTION_FORMAT,
	OPTION_UNIT,
	OPTION_ONLY,
	OPTION_COLUMNS,
	OPTION_SEPARATOR,
	OPTION_DECIMAL,
	OPTION_DATES,
	OPTION_NO_HEADER,
	OPTION_WHAT,
	OPTION_PASSPHRASE_FD,
	OPTION_OFF,
	OPTION_CODE,
	OPTION_LEAVE,
	OPTION_FOR,
	OPTION_UNTIL_LOGOUT,
	OPTION_UNTIL_LOCKED,
	OPTION_READABLE,
};

struct command;
struct command_group;

struct session {
	struct clock clock;
	struct app *app;
	const struct command *command;     /* NULL until it is known */
	const struct command_group *group; /* where only its name was given */
	struct options options;
	struct looks looks;
	bool json;
	bool changed; /* the store or a file was changed, whatever happens to the output */
	bool gone;    /* nobody reads what is printed any more */
	struct unseen unseen;
	struct str out;
};

/* The value of an option, or NULL where it was not given. */
const char *session_option(const struct session *session, enum option_id id);
bool session_has(const struct session *session, enum option_id id);

/* Argument number i from 0, or NULL. */
const char *session_word(const struct session *session, size_t i);

/* Says that a file was written, as text or JSON. */
void session_wrote(struct session *session, const char *path);

/* Says that something was done, as "VERB: WHAT" or as {"KEY": "WHAT"}. */
void session_did(struct session *session, const char *key, const char *verb, const char *what);

/* Adds a document that is no text to what is printed. ERR_USAGE where that is a terminal. */
MUST_USE bool session_bytes(struct session *session, const struct str *document, struct err *err);

/* Adds the document as one line to what is printed, and frees it. */
void session_take_json(struct session *session, struct json *json);

/*
 * Prints what there is so far where it is much, so that an answer of any length needs little memory. No lock of the store is
 * held meanwhile: whoever reads may take their time. ERR_IO.
 */
MUST_USE bool session_pass_on(struct session *session, struct err *err);

/* The same with more of it, which is not kept where it goes on as it is: to where no terminal could be harmed. */
MUST_USE bool session_pass_part(struct session *session, const struct str *part, struct err *err);

/* The same for a document that goes on. */
MUST_USE bool session_pass_json(struct session *session, struct json *json, struct err *err);

#endif
