#!/bin/sh
# SPDX-License-Identifier: MIT
# Each header compiles alone, and twice in a row.
set -u

cd "$(dirname "$0")/../.." || exit 1
flags="-std=c17 -Wall -Wextra -Wpedantic -Werror -D_POSIX_C_SOURCE=200809L -Iinclude -fsyntax-only"
libraries=$("${PKG_CONFIG:-pkg-config}" --cflags sqlite3 libcyaml yaml-0.1 vterm 2>/dev/null; "${PKG_CONFIG:-pkg-config}" --cflags pangocairo 2>/dev/null)
status=0

try() { # HEADER-AS-INCLUDED FOLDER
	# shellcheck disable=SC2086  # flags are several words
	if said=$(printf '#include "%s"\n#include "%s"\ntypedef int nothing_else;\n' "$1" "$1" |
		${CC:-cc} $flags $libraries -I"$2" -x c - 2>&1); then
		echo "ok - header $2/$1"
	else
		echo "not ok - header $2/$1"
		printf '%s\n' "$said" | sed 's/^/# /'
		status=1
	fi
}

for header in include/*/*.h; do
	try "${header#include/}" include
done
for header in src/*/*.h tests/*/*.h; do
	[ -f "$header" ] && try "${header##*/}" "${header%/*}"
done
exit $status
