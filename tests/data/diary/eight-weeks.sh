#!/bin/sh
# SPDX-License-Identifier: MIT
# Eight weeks under the plan "steady" from 22 November 2026 on, mostly calm, with a hard third and sixth week.
#
#   eight-weeks.sh doses       lines for 'taper log --many'
#   eight-weeks.sh diary       commands for sh: check-ins and urges, each with its day
awk -v what="$1" 'BEGIN {
	split("19.0 18.1 17.2 16.3 15.5 14.7 14.0 13.3", target, " ")
	year = 2026; month = 11; mday = 22
	for (day = 0; day < 56; day++) {
		week = int(day / 7)
		hard = (week == 2 || week == 5) && day % 7 > 0 && day % 7 < 6
		date = sprintf("%04d-%02d-%02d", year, month, mday)
		if (what == "doses") {
			taken = target[week + 1] - 0.1 * (day % 3) + (hard && day % 7 < 4 ? 1.5 : 0)
			a = sprintf("%.1f", taken / 2); b = sprintf("%.1f", taken / 4)
			printf "%s 08:00 %s\n%s 13:00 %s\n%s 18:00 %.1f\n", date, a, date, b, date, taken - a - b
		} else {
			if (day % 5 != 4 || hard)
				printf "taper check-in @%s aches=%d hot-cold=%d stomach=0 restless=%d restless-legs=%d" \
					" poor-sleep=%d irritable=%d nervous=1 low-mood=1 craving=%d --sleep %s >/dev/null\n",
					date, hard ? 3 : 1, hard ? 2 : 0, hard ? 2 : 1, hard ? (week == 5 ? 4 : 3) : 1,
					hard ? 3 : 1, hard ? 2 : day % 2, hard ? 3 : 1, hard ? "4.5" : "7"
			if (day % 9 == 3) printf "taper urge rode-it-out --when \"%s 16:20\" >/dev/null\n", date
			if (hard && day % 7 == 2) printf "taper urge took --when \"%s 22:10\" >/dev/null\n", date
		}
		mday++
		if (mday > (month == 11 ? 30 : 31)) { mday = 1; month++ }
		if (month > 12) { month = 1; year++ }
	}
}'
