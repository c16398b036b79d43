#!/bin/sh
# SPDX-License-Identifier: MIT
# bench.sh TAPER [SCHEDULE]: processor time (user and system) of the everyday commands, on stores of a thousand and a million doses.
# Figures to look at, not a test: they say nothing until the machine is quiet.
set -eu

taper=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(cd "$here/../.." && pwd)/build/bench
runs=${RUNS:-60}
mkdir -p "$work"
HOME=$work/home TAPER_NOW=2026-11-21T15:10:00+01:00 TZ=Europe/Berlin LC_ALL=C.UTF-8
export HOME TAPER_NOW TZ LC_ALL
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME TAPER_DATA
mkdir -p "$HOME"

"${CC:-cc}" -O2 -o "$work/hello" "$here/hello.c"
"${CC:-cc}" -O2 -o "$work/used" "$here/used.c"
"${CC:-cc}" -O2 -o "$work/screen" "$here/screen.c" -lutil
for count in 1000 1000000; do
	[ -s "$work/$count.db" ] && continue
	python3 "$here/doses.py" $count 2026-11-21 >"$work/$count.csv"
	rm -f "$work/new.db"*
	echo "importing $count doses"
	TAPER_DB=$work/new.db "$taper" import "$work/$count.csv" >/dev/null
	TAPER_DB=$work/new.db "$taper" safety --none >/dev/null
	TAPER_DB=$work/new.db "$taper" plan start steady --from 20g --acknowledge >/dev/null
	mv "$work/new.db" "$work/$count.db"
done

row=0
measure() { # NAME COMMAND
	row=$((row + 1))
	hyperfine -N --warmup 3 --runs "$runs" --style none --export-json "$work/$(printf %02d $row).json" -n "$1" "$2" \
		>"$work/hyperfine.log" 2>&1 || { cat "$work/hyperfine.log" >&2; exit 1; }
}
rm -f "$work"/*.json
measure "an empty program (hello)" "$work/hello"
measure "/bin/true" /bin/true
cp "$work/1000.db" "$work/scratch.db"
export TAPER_DB="$work/scratch.db"
measure "log 2.5g" "$taper log 2.5g"
export TAPER_DB="$work/1000.db"
measure "plan preview steady" "$taper plan preview steady --from 20g --start 2026-12-01"
measure "ten-year plan as JSON" "$taper plan preview $here/ten-years.yaml --from 18.7g --start 2026-12-01 --json"
for count in 1000 1000000; do
	export TAPER_DB="$work/$count.db"
	measure "today --short, $count doses" "$taper today --short"
	measure "today, $count doses" "$taper today"
	measure "last 90 days by day, $count doses" "$taper history --by day --last 90d"
done
export TAPER_DB="$work/1000.db"
for format in txt html md ics "ics --doses" "html --weigh"; do
	measure "export $format, a plan of a year" "$taper export $format"
done
for screen in Today:1 Plan:2 History:3; do
	printf '%s, 1000000 doses: ' "${screen%:*}"
	TAPER_DB="$work/1000000.db" "$work/screen" "$taper" "${screen#*:}"
done
"${2:-true}"
python3 "$here/table.py" "$work"/*.json
python3 "$here/ratios.py" "$taper" "$work"
