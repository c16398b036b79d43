#!/bin/sh
# SPDX-License-Identifier: MIT
# The readers that take longer: clang-format, clang-tidy (.clang-tidy) and cppcheck over everything. gcc's analyzer runs as
# a build of its own before this. Flags come in CFLAGS_ALL.
set -u

cd "$(dirname "$0")/../.." || exit 1
status=0
sources=$(find src tests -name '*.c' | sort)
headers=$(find src include tests -name '*.h' | sort)
libraries=$("${PKG_CONFIG:-pkg-config}" --cflags sqlite3 libsodium libcyaml yaml-0.1 vterm)

# shellcheck disable=SC2317  # called through "$@"
step() {
	echo "$1"
	shift
	"$@" || { status=1; echo "    not clean"; }
}

# shellcheck disable=SC2317
tidy() { # one floor at a time, for each has private headers of its own
	bad=0
	for folder in $(find src tests -name '*.c' -exec dirname {} \; | sort -u); do
		extra= checks=
		case $folder in
		src/tui) extra=$("${PKG_CONFIG:-pkg-config}" --cflags ncursesw) ;;
		src/pdf) extra=$("${PKG_CONFIG:-pkg-config}" --cflags pangocairo | sed 's/-I/-isystem /g') ;;
		# An assertion ends a test, which the analyzer does not know; hostile text and shells are what tests are made of.
		tests/*) checks='-clang-analyzer-core.*,-bugprone-implicit-widening*,-readability-non-const-parameter,-cert-env33-c,-cert-err34-c,-misc-misleading-bidirectional' ;;
		esac
		# shellcheck disable=SC2086  # lists of words
		clang-tidy --quiet --checks="$checks" --warnings-as-errors='*' "$folder"/*.c -- $flags $libraries $extra -I"$folder" -Isrc -Itests/unit \
			2>&1 | grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header-filter|^$' && bad=1
	done
	return $bad
}

flags="-std=c17 -Iinclude -D_POSIX_C_SOURCE=200809L -DTAPER_VERSION=\"0\" -DTAPER_DATADIR=\"/usr/share/taper\" -DTAPER_LIBEXECDIR=\"/usr/libexec/taper\""
# shellcheck disable=SC2086
step "clang-format" clang-format --dry-run -Werror $sources $headers
step "clang-tidy" tidy
# shellcheck disable=SC2086
step "cppcheck" cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr --enable=warning,performance,portability \
	--suppress=missingIncludeSystem --suppress=missingInclude -Iinclude -D_POSIX_C_SOURCE=200809L \
	'-DTAPER_VERSION="0"' '-DTAPER_DATADIR="/usr/share/taper"' src tests/tui tests/tools
step "sizes" sh tests/tools/limits.sh >/dev/null
exit $status
