#!/bin/sh
# SPDX-License-Identifier: MIT
# coverage.sh OUT: lines reached by floor, and the files least reached.
set -u

out=$1
find "$out" -name '*.gcda' ! -path '*/tests/*' -exec gcov -n {} + 2>/dev/null | awk '
/^File .src\// { file = $2; gsub(/\047/, "", file) }
/^File/ && !/src\// { file = "" }
/^Lines executed/ && file {
	split($0, part, /[:% ]+/)
	percent = part[3]; lines = $NF
	hit = percent * lines / 100
	split(file, path, "/")
	all[path[2]] += lines; reached[path[2]] += hit
	printf "%6.1f %% of %4d  %s\n", percent, lines, file
	file = ""
}
END { for (floor in all) printf "%6.1f %% of %4d  %s (whole)\n", 100 * reached[floor] / all[floor], all[floor], floor }
' | sort -n >"$out/coverage.txt"
cat "$out/coverage.txt"
