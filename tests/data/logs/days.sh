#!/bin/sh
# SPDX-License-Identifier: MIT
# days.sh FIRST COUNT A B C D: lines for 'taper log --many', these amounts at 08:00, 13:00, 18:00 and 22:00 of each day.

n=0
while [ "$n" -lt "$2" ]; do
	day=$(date -u -d "$1 + $n days" +%F)
	printf '%s 08:00 %s\n%s 13:00 %s\n%s 18:00 %s\n%s 22:00 %s\n' \
		"$day" "$3" "$day" "$4" "$day" "$5" "$day" "$6"
	n=$((n + 1))
done
