/* SPDX-License-Identifier: MIT */
/*
 * The words that are looked up: in the log, the settings, the shipped files and the tables. One function a kind.
 */
#ifndef OFFERS_READ_H
#define OFFERS_READ_H

#include "offers.h"

void offers_commands(struct offers *offers);
void offers_countries(struct offers *offers);
void offers_exports(struct offers *offers);
void offers_formats(struct offers *offers);
void offers_documents(struct offers *offers);
void offers_filters(struct offers *offers);
void offers_flags(struct offers *offers);
void offers_ids(struct offers *offers);
void offers_items(struct offers *offers);
void offers_keys(struct offers *offers);
void offers_pages(struct offers *offers);
void offers_parts(struct offers *offers);
void offers_plans(struct offers *offers);
void offers_products(struct offers *offers);
void offers_tags(struct offers *offers);
void offers_tools(struct offers *offers);
void offers_triggers(struct offers *offers);
void offers_values(struct offers *offers);

#endif
