#!/bin/sh
# SPDX-License-Identifier: MIT
# bench.sh TAPER SCHEDULE [short]: builds what taper is measured against, then prints one table (see bench.py).
set -eu

taper=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
tools=$(cd "$here/../.." && pwd)/build/bench
mkdir -p "$tools"
rm -f "$tools"/*.db "$tools"/*.csv "$tools"/*.json
cp "$2" "$tools/schedule"

build() { # NAME FLAGS...: a program of its own; without what it needs it is left out
	name=$1
	shift
	"${CC:-cc}" -O2 -o "$tools/$name" "$here/$name.c" "$@" 2>"$tools/$name.log" ||
		{ rm -f "$tools/$name"; echo "bench: $name can't be built here"; }
}
flags() { "${PKG_CONFIG:-pkg-config}" --cflags --libs "$1" 2>/dev/null || echo "-l$1"; }
build hello
build used
build bare_ics
# shellcheck disable=SC2046  # several words
{
	build bare_store $(flags sqlite3)
	build bare_screen $(flags ncursesw)
	build bare_pdf $(flags pangocairo)
	build screen -lutil
}
exec python3 -B "$here/bench.py" "$taper" "$tools" "${3:-long}"
