#!/bin/sh
# SPDX-License-Identifier: MIT
# The home of the pictures: a plan on its 52nd day, with a week on hold behind it, check-ins of two weeks, and the afternoon to come.
set -e

taper import "$TESTS/data/logs/running-plan.csv"
taper safety --none >/dev/null
taper config price "0.06 USD" >/dev/null
TAPER_NOW=2026-09-30T21:00:00+02:00 taper plan start steady --start 2026-10-01 >/dev/null
TAPER_NOW=2026-10-28T20:30:00+01:00 taper plan hold 7 --reason "visitors, little sleep" >/dev/null
day=8
# A cut on the 12th and the 19th: restless and short of sleep for two days or three, then it settles.
for felt in 1121 1110 1121 1010 3231 3322 2221 2121 1111 1010 1110 3231 2222; do
	restless=${felt%???} rest=${felt#?}
	sleep=${rest%??} rest=${rest#?}
	taper check-in "@2026-11-$(printf %02d $day) 20:00" aches=1 hot-cold=$((restless / 3)) stomach=$((day % 5 / 4)) \
		restless=2 restless-legs=$restless poor-sleep=$sleep irritable=${rest%?} nervous=$((day % 3)) low-mood=$((sleep / 3)) \
		craving=$((${rest#?} + 1)) --sleep "$((8 - sleep))"
	day=$((day + 1))
done >/dev/null
