/* SPDX-License-Identifier: MIT */
/*
 * How the values of a log stand in its JSON document.
 */
#ifndef JSON_VALUES_H
#define JSON_VALUES_H

#include "base/json.h"
#include "engine/course.h"

void json_time(struct json *json, const char *key, int64_t utc, int16_t utc_offset);
void json_date(struct json *json, const char *key, struct day day);

/* Nano-units as a number of units. */
void json_nano(struct json *json, const char *key, int64_t nano);

/* A whole number of ten-thousandths. */
void json_basis_points(struct json *json, const char *key, int32_t bp);

/* Words parted by one blank, as a list. */
void json_word_list(struct json *json, const char *key, const char *words);

/* The keys of a revision, inside its object. */
void json_add_revision(struct json *json, const struct revision *revision);

#endif
