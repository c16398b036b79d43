#!/bin/sh
# SPDX-License-Identifier: MIT
# The home most screens start from: sixty days of log, a plan in its third week, two doses taken today.
set -e

taper import "$TESTS/data/logs/sixty-days.csv"
taper safety --none >/dev/null
taper plan start steady --start 2026-11-03
taper log 4.5 @08:05
taper log 4.5 @12:50 -t stress
