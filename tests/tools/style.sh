#!/bin/sh
# SPDX-License-Identifier: MIT
# What can be said of the style without reading: clang-format where it is there, and what must never be in the code.
set -u

cd "$(dirname "$0")/../.." || exit 1
status=0
files=$(find src include tests -name '*.[ch]' | sort)

tell() {
	if [ -z "$2" ]; then
		echo "ok - style: $1"
	else
		echo "not ok - style: $1"
		printf '%s\n' "$2" | sed 's/^/# /'
		status=1
	fi
}

# shellcheck disable=SC2086  # a list of files
if command -v clang-format >/dev/null 2>&1; then
	tell "clang-format has nothing to change" "$(clang-format --dry-run -Werror $files 2>&1 | grep 'error:' | cut -d: -f1 | sort | uniq -c)"
fi
# shellcheck disable=SC2086
tell "each file begins with its licence line" "$(grep -LE -m1 '^/\* SPDX-License-Identifier: MIT \*/$' $files)"
code='src include'
# shellcheck disable=SC2086
tell "no function that cuts, guesses or overflows" \
	"$(grep -nwE '(strcpy|strcat|sprintf|vsprintf|gets|atoi|atol|atof|strtok|strtod|strtof|[fs]?scanf|alloca|setlocale *\(LC_ALL) *\(' -r $code | grep -vE ':[[:space:]]*(/?\*|//)')"
# shellcheck disable=SC2086
tell "no floating point near a dose" "$(grep -nE '(^|[^[:alnum:]_])(float|double)[ *]+[a-z_]+ *[];,=)([]' -r src/store src/yaml src/export src/app include/engine include/store | grep -vE ':[0-9]+:[[:space:]]*/?\*')"
# shellcheck disable=SC2086
tell "nothing is left for later in a comment" "$(grep -nE '\b(TODO|FIXME|XXX|HACK)\b' -r $code data tests --include='*.[chy]*' --include='*.md')"
exit $status
