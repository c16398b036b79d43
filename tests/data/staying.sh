#!/bin/sh
# SPDX-License-Identifier: MIT
# A home whose plan came down to 1 g on 28 September 2026, where its person stays.
set -e

taper safety --none >/dev/null
for day in 14 15 16 17 18 19 20; do
	echo "2026-09-$day 09:00 2"
done | taper log --many >/dev/null
TAPER_NOW=2026-09-20T10:00:00+02:00 taper plan start "${TESTS:+$TESTS/}data/plans/staying.yaml" --from 2g --start 2026-09-21 --acknowledge >/dev/null
for day in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do
	echo "2026-11-$day 09:00 1"
done | taper log --many >/dev/null
