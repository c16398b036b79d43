#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs each NAME.scenario, a list of shell lines, in a fresh home with a fixed "now", and compares what is
# printed with NAME.golden.
#
#   tests/cli/run.sh BINARY [NAME...]      UPDATE=1 writes the golden files anew (read the diff)
#
# A line beginning with "# needs: LOCALE" passes the scenario over where that locale can't be made.

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
binary=$(cd "$(dirname "$1")" && pwd)/$(basename "$1") || exit 2
[ -x "$binary" ] || { echo "usage: run.sh BINARY [NAME...]" >&2; exit 2; }
shift

work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
mkdir "$work/bin" "$work/locales"
ln -s "$binary" "$work/bin/taper"

for name in $(env | sed -n 's/^\(LC_[A-Z]*\|XDG_[A-Z_]*\|TAPER_[A-Z]*\|NO_COLOR\|LINES\)=.*/\1/p'); do
	unset "$name"
done
PATH=$work/bin:$PATH
TAPER_NOW=2026-11-21T15:10:00+01:00 TAPER_DATA=$root/data
TZ=Europe/Berlin LANG=C.UTF-8 COLUMNS=80 TERM=dumb
export PATH TAPER_NOW TAPER_DATA TZ LANG COLUMNS TERM

# Makes a locale such as de_DE.UTF-8 for this run, whether the machine has it or not.
make_locale() {
	[ -d "$work/locales/$1" ] || localedef -i "${1%%.*}" -f "${1#*.}" "$work/locales/$1" \
		>/dev/null 2>&1
	[ -d "$work/locales/$1" ]
}

# Runs the lines of a scenario one by one; each sees the files the ones before left.
run_lines() {
	while IFS= read -r line; do
		case $line in
		'' | '#'*) continue ;;
		esac
		printf '$ %s\n' "$line"
		sh -c "$line" </dev/null 2>&1
		status=$?
		[ $status -eq 0 ] || printf '[exit %s]\n' "$status"
	done
}

run_scenario() {
	HOME=$work/home
	rm -rf "$HOME"
	mkdir "$HOME"
	export HOME
	ln -s "$root/tests/data" "$HOME/data"
	(cd "$HOME" && run_lines) <"$here/$1.scenario" |
		sed -e "s|$HOME|HOME|g" -e "s|$root/data|DATA|g" >"$work/got"
}

passed=0 failed=0
[ $# -gt 0 ] || set -- $(cd "$here" && ls | sed -n 's/\.scenario$//p')
for name in "$@"; do
	if [ ! -f "$here/$name.scenario" ]; then
		echo "not ok $name: there is no such scenario"
		failed=$((failed + 1))
		continue
	fi
	needs=$(sed -n 's/^# needs: //p' "$here/$name.scenario")
	if [ -n "$needs" ]; then
		if ! make_locale "$needs"; then
			echo "ok $name # skipped: no locale $needs here"
			continue
		fi
		LOCPATH=$work/locales
		export LOCPATH
	fi
	run_scenario "$name"
	unset LOCPATH
	if [ -n "$UPDATE" ]; then
		cp "$work/got" "$here/$name.golden"
	fi
	if diff -uN "$here/$name.golden" "$work/got" >"$work/diff" 2>&1; then
		echo "ok $name"
		passed=$((passed + 1))
	else
		echo "not ok $name"
		sed 's/^/  /' "$work/diff"
		failed=$((failed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
