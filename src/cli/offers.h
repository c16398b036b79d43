/* SPDX-License-Identifier: MIT */
/*
 * What a shell offers while a command is being typed: words, each with what it means. Knows every kind of word there is;
 * does not know which kind is wanted where: that is complete.h.
 */
#ifndef OFFERS_H
#define OFFERS_H

#include "session.h"

enum offer_kind {
	OFFER_NOTHING, /* a text, a number: only the person knows */
	OFFER_FILE,
	OFFER_PLAN,      /* a plan's name, or a file */
	OFFER_PLAN_BASE, /* an amount, or "baseline" */
	OFFER_DATE,
	OFFER_AT,     /* @ and a time */
	OFFER_AT_DAY, /* @ and a day */
	OFFER_TIME,
	OFFER_SPAN,
	OFFER_ID,
	OFFER_TAG,
	OFFER_TRIGGER,
	OFFER_PRODUCT,
	OFFER_FILTER,
	OFFER_ITEM,
	OFFER_OUTCOME,
	OFFER_BY,
	OFFER_COUNTRY,
	OFFER_SUPPORT,
	OFFER_PART,
	OFFER_PAGE,
	OFFER_FLAG,
	OFFER_KEY,
	OFFER_VALUE, /* of the setting named before */
	OFFER_EXPORT,
	OFFER_FORMAT,
	OFFER_DOCUMENT,
	OFFER_IMPORT,
	OFFER_UNIT,
	OFFER_PAPER,
	OFFER_DECIMAL,
	OFFER_ORDER,
	OFFER_TOOL,
	OFFER_COLOR,
	OFFER_SHELL,
	OFFER_COMMAND,
	OFFER_KIND_COUNT
};

struct offers {
	struct session *session;
	struct app *app;    /* opened where it is needed, for the caller to close; NULL else */
	const char *typed;  /* what is typed of the word so far */
	size_t lead;        /* that many bytes of it stand before what is offered: "--from=" */
	const char *before; /* the word before it, NULL for none */
	const char *group;  /* the group whose commands are meant, NULL for those without one */
	struct json json;   /* what is offered, where the session wants JSON */
};

/* Offers one word where it begins as typed. says may be "". */
void offer(struct offers *offers, const char *word, const char *says);

/* Offers all words of a kind. What can't be read offers nothing. */
void offer_kind(struct offers *offers, enum offer_kind kind);

#endif
