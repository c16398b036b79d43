#!/bin/sh
# SPDX-License-Identifier: MIT
# A home whose plan is over since 4 October 2026, with a few words of the person's own.
set -e

taper safety --none >/dev/null
for day in 14 15 16 17 18 19 20; do
	echo "2026-09-$day 09:00 1"
done | taper log --many >/dev/null
TAPER_NOW=2026-09-20T10:00:00+02:00 taper plan start "${TESTS:+$TESTS/}data/plans/last-steps.yaml" --from 1g --start 2026-09-21 --acknowledge >/dev/null
for day in 21 22 23 24 25 26 27; do
	echo "2026-09-$day 09:00 1"
done | taper log --many >/dev/null
for day in 28 29 30; do
	echo "2026-09-$day 09:00 0.5"
done | taper log --many >/dev/null
taper config country DE
taper support add sign "I skip meals"
taper support add reward "30 days" "a day at the sea"
taper support add practice walk "ten minutes"
taper support did walk
taper check-in craving=1 "@2026-11-18 20:00" >/dev/null
