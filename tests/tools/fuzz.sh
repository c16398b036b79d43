#!/bin/sh
# SPDX-License-Identifier: MIT
# fuzz.sh OUT: each libFuzzer target for FUZZ_SECONDS, its finds kept under OUT/finds.
set -u

out=$1
status=0
mkdir -p "$out/finds"
for target in "$out"/tests/fuzz/*_fuzz; do
	name=$(basename "$target" _fuzz)
	mkdir -p "$out/corpus/$name"
	sh "$(dirname "$0")/seeds.sh" "$name" | while read -r folder; do
		find "$folder" -maxdepth 1 -type f -exec cp {} "$out/corpus/$name" \;
	done
	echo "$name, ${FUZZ_SECONDS:-10} s"
	"$target" -max_total_time="${FUZZ_SECONDS:-10}" -timeout=5 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=1 \
		-artifact_prefix="$out/finds/$name-" "$out/corpus/$name" 2>&1 |
		grep -E '^stat::(number_of_executed|peak)|ERROR|SUMMARY|Test unit' || :
	if ls "$out/finds/$name-"* >/dev/null 2>&1; then
		echo "not ok - $name: see $out/finds"
		status=1
	fi
done
exit $status
