#!/bin/sh
# SPDX-License-Identifier: MIT
# The sizes a newcomer can hold in the head: 500 lines a file, 150 a header, 60 a function, 4 levels of nesting, 6 parameters.
# Functions are found by the style: their braces stand alone in the first column.
set -u

cd "$(dirname "$0")/../.." || exit 1
status=0

measure() {
	awk -v limit_file=500 -v limit_header=150 -v limit_function=60 -v limit_nesting=4 -v limit_parameters=6 '
	function complain(what, have, limit) {
		printf "# %s:%d: %s %d, at most %d\n", FILENAME, FNR, what, have, limit
		bad = 1
	}
	function parameters(head,    text, n, deep, i, c) {
		i = index(head, "(")
		text = substr(head, i + 1)
		for (i = 1; i <= length(text); i++) {
			c = substr(text, i, 1)
			if (c == "(") deep++
			else if (c == ")" && deep-- == 0) break
			else if (c == "," && !deep) n++
		}
		return n + 1
	}
	{
		line = $0
		gsub(/\\./, "", line)
		gsub(/"[^"]*"/, "", line)
		gsub(/\047[^\047]*\047/, "", line)
	}
	!body && /^[a-z].*\(/ { head = line; next_head = 1; if (line ~ /\{$/ || line ~ /;$/) next_head = 0; next }
	!body && next_head && /^[ \t]/ { head = head " " line; if (line ~ /;$/) next_head = 0; next }
	!body && next_head && /^\{$/ {
		body = 1; first = FNR; depth = 0; deepest = 0
		if (parameters(head) > limit_parameters) complain("parameters", parameters(head), limit_parameters)
		next
	}
	body && /^\}$/ {
		if (FNR - first - 1 > limit_function) complain("lines in a function", FNR - first - 1, limit_function)
		if (deepest > limit_nesting) complain("levels of nesting", deepest, limit_nesting)
		body = 0; next_head = 0
		next
	}
	body {
		# Blocks of code only: the braces of an initialiser are no nesting.
		if (line ~ /^[ \t]*\}/ && depth > 0 && opened[depth] == indent(line)) depth--
		if (line ~ /\{$/ && line !~ /=[ \t]*\{$/ && line ~ /(\)|else|do)[ \t]*\{$/) {
			opened[++depth] = indent(line)
			if (depth > deepest) deepest = depth
		}
	}
	function indent(text) { match(text, /^[ \t]*/); return RLENGTH }
	END {
		limit = FILENAME ~ /\.h$/ ? limit_header : limit_file
		if (FNR > limit) complain("lines", FNR, limit)
		exit bad
	}' "$1"
}

for file in $(find src include tests -name '*.[ch]' | sort) "$@"; do
	if said=$(measure "$file"); then
		echo "ok - sizes of $file"
	else
		echo "not ok - sizes of $file"
		echo "$said"
		status=1
	fi
done

planted=$(mktemp)
trap 'rm -f "$planted"' EXIT
{
	printf 'static int f(int a, int b,\n\t\tint c, int d, int e, int g, int h)\n{\n'
	for i in 1 2 3 4 5; do printf '%*sif (a) {\n' $i ''; done
	for i in 5 4 3 2 1; do printf '%*s}\n' $i ''; done
	i=0
	while [ $i -lt 600 ]; do echo '	a++;'; i=$((i + 1)); done
	printf '}\n'
} >"$planted"
if [ "$(measure "$planted" | grep -c 'at most')" = 4 ]; then
	echo "ok - sizes: planted faults are found"
else
	echo "not ok - sizes: planted faults are found"
	measure "$planted"
	status=1
fi
exit $status
