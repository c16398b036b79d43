#!/bin/sh
# SPDX-License-Identifier: MIT
# The usual home with a diary: two weeks of check-ins round a cut, urges of all kinds, an own plan, two notes.
set -e

sh "$TESTS/tui/start.sh" >/dev/null
day=8
for craving in 2 3 2 2 1 2 1 1 2 3 2 2; do
	taper check-in "@2026-11-$(printf %02d $day) 20:00" craving=$craving \
		restless-legs=$((craving / 2)) aches=1 irritable=$((3 - craving % 3)) \
		poor-sleep=$((craving % 2)) --sleep "$((9 - craving))"
	day=$((day + 1))
done >/dev/null
for day in 10 11 12 13 14 15 16; do
	taper urge rode-it-out --minutes $((day - 3)) -t stress --helped walk "@2026-11-$day 15:20"
	taper urge rode-it-out --minutes 12 -t work --helped tea "@2026-11-$day 16:05"
done >/dev/null
taper urge took --minutes 9 -t stress "@2026-11-17 16:10" >/dev/null
taper support add reason "To be awake when my daughter tells me things" >/dev/null
taper support add reason "The money: a week by the sea" >/dev/null
taper support add if-then stress "a call went badly" "walk round the block before anything else" >/dev/null
taper support add person "Sam" "555-0134" "knows about it, any time" >/dev/null
taper journal "First evening walk in weeks." "@2026-11-19 21:30" >/dev/null
taper journal "Two hard calls today. Waited, and it passed." "@2026-11-20 18:10" >/dev/null
