#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every test of a built tree (OUT, VARIANT) and closes with one line: "N passed, N failed".
# Each part prints lines beginning "ok" or "not ok"; they are counted here, and what is not ok is shown in full.
set -u

OUT=${OUT:-build/release}
VARIANT=${VARIANT:-release}
CC=${CC:-cc}
export OUT VARIANT CC
unset LINES COLUMNS NO_COLOR TAPER_DB TAPER_DATA TAPER_NOW
cd "$(dirname "$0")/../.." || exit 1

ASAN_OPTIONS=detect_leaks=1:halt_on_error=1:abort_on_error=0
UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
LSAN_OPTIONS=suppressions=$PWD/tests/tools/leaks.supp:print_suppressions=0
export ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS
if [ -d build/locale ]; then # made by .ci/needs.sh: a locale with a decimal comma
	LOCPATH=$PWD/build/locale
	export LOCPATH
fi

program=$PWD/$OUT/taper
wrap=
case $VARIANT in
san) export TUI_PATIENCE=4 ;;
valgrind)
	export TUI_PATIENCE=10 TIME_TIMES=60
	wrap='valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite'
	mkdir -p "$OUT/valgrind"
	printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$wrap" "$program" >"$OUT/valgrind/taper"
	chmod +x "$OUT/valgrind/taper"
	program=$PWD/$OUT/valgrind/taper
	;;
esac

# As many parts run at once as there are tokens in this pipe; each says its line as it ends, and what is not ok is told last.
held=$(mktemp -d)
trap 'rm -rf "$held"' EXIT
trap 'exit 2' HUP INT TERM
mkfifo "$held/tokens"
exec 9<>"$held/tokens"
printf '\n\n' >&9
parts=0

play() { # NUMBER NAME COMMAND...: a part that prints ok and not ok
	said=$held/$1 name=$2
	shift 2
	CMOCKA_MESSAGE_OUTPUT=TAP "$@" >"$said" 2>&1 9>&-
	status=$?
	good=$(grep -c '^ok' "$said")
	bad=$(grep '^not ok' "$said" | grep -vc '# SKIP')
	# A part that dies, or says nothing at all, has not passed, whatever it printed before.
	if [ "$bad" -eq 0 ] && { [ $status -ne 0 ] || [ "$good" -eq 0 ]; }; then
		bad=1
		echo "not ok - $name ended with status $status after $good tests" >>"$said"
	fi
	if [ "$bad" -eq 0 ]; then
		printf '%-34s %4d passed\n' "$name" "$good"
	else
		printf '%-34s %4d passed, %d failed\n' "$name" "$good" "$bad"
		{ echo "$name"; grep -v '^ok' "$said" | sed 's/^/    /'; } >"$said.bad"
	fi
	echo "$good $bad" >"$said.count"
}

part() { # NAME COMMAND...
	read -r _ <&9
	parts=$((parts + 1))
	{
		play $parts "$@"
		echo >&9
	} &
}

# The longest come first, so that both lanes end together.
part "paper read back" sh tests/tools/paper.sh "$program"
part "commands" sh tests/cli/run.sh "$program"
part "screens" "$OUT/tests/tui/drive" "$program" tests/tui/*.keys
part "interrupting" python3 tests/tools/interrupt.py "$program"
part "the worst from outside" python3 tests/tools/hostile.py "$program"
part "what is written, and where" python3 tests/tools/private.py "$program"
for unit in "$OUT"/tests/unit/*_test; do
	leaks= # a child that ends where it stands has not freed what its parent holds; the sanitizers look there
	[ -n "$wrap" ] && grep -q 'fork()' "tests/unit/${unit##*/}.c" && leaks=--leak-check=no
	# shellcheck disable=SC2086  # the wrapper is several words
	[ -x "$unit" ] && part "${unit##*/}" $wrap $leaks "$unit"
done
for target in "$OUT"/tests/fuzz/*_fuzz; do
	# shellcheck disable=SC2046  # folders without blanks in their names
	[ -x "$target" ] && part "${target##*/}" "$target" $(sh tests/tools/seeds.sh "$(basename "$target" _fuzz)")
done
part "screen harness" sh tests/tui/selftest.sh "$OUT/tests/tui/drive"
part "pictures" "$OUT/tests/tui/drive" "$program" tests/tui/pictures/*.keys
part "random keys" "$OUT/tests/tui/drive" "$program" --storm 5 20261121
part "shipped data" sh tests/tools/data.sh "$program"
part "every command in JSON" python3 tests/tools/documents.py "$program"
part "completion in the shells" python3 tests/tools/completion.py "$program"
part "bytes for a row down" python3 tests/tools/bytes.py "$program"
part "no allocation in the loop" python3 tests/tools/allocations.py "$program"
part "no network" sh tests/tools/network.sh "$program" "$OUT/tests/tui/drive"
part "the manual" python3 tests/tools/manual.py "$program"
part "install and tarball" sh tests/tools/install.sh "$OUT"
part "readme" python3 tests/tools/readme.py "$program" .
for tool in floors headers limits words style hardened; do
	part "$tool" sh tests/tools/$tool.sh
done

wait
passed=0 failed=0 number=0
while [ $number -lt $parts ]; do
	number=$((number + 1)) good=0 bad=1 # a part that left no count has not passed
	[ -f "$held/$number.bad" ] && cat "$held/$number.bad"
	[ -f "$held/$number.count" ] && read -r good bad <"$held/$number.count"
	passed=$((passed + good)) failed=$((failed + bad))
done
echo
echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
