/* SPDX-License-Identifier: MIT */
/*
 * Readiness and the rules behind it as JSON, the same wherever they stand.
 */
#ifndef GUIDANCE_JSON_H
#define GUIDANCE_JSON_H

#include "app/guidance.h"
#include "base/json.h"

/* One object: what the rules say, and why. */
void json_readiness(struct json *json, const char *key, const struct readiness *readiness);

/* One object: the rules and what they rest on. */
void json_guidance(struct json *json, const char *key, const struct guidance *guidance);

/* One object: what the rules would have said, and what followed. */
void json_backtest(struct json *json, const char *key, const struct backtest *backtest);

#endif
