#!/bin/sh
# SPDX-License-Identifier: MIT
# selftest.sh DRIVE: the harness passes what is right and, as much a part of its work, does not pass what is wrong.
unset UPDATE TUI_PATIENCE
drive=$1
here=$(dirname "$0")/selftest
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
status=0

tell() { # EXPECTED(0|1) NAME, with what drive said in $tmp/said and its status in $got
	if [ "$got" = "$1" ]; then
		echo "ok - harness: $2"
	else
		echo "not ok - harness: $2"
		sed 's/^/# /' "$tmp/said"
		status=1
	fi
}
play() {
	"$drive" /bin/sh "$tmp/echo.keys" >"$tmp/said" 2>&1
	got=$?
}

cp "$here"/echo.* "$tmp"
play
tell 0 "a scenario that comes true"
sed 's/hello/hullo/' "$here/echo.golden" >"$tmp/echo.golden"
play
tell 1 "another text on the screen is seen"
sed 's/G/R/' "$here/echo.golden" >"$tmp/echo.golden"
play
tell 1 "another colour is seen"
cp "$here/echo.golden" "$tmp"
sed 's/^exit 3/exit 0/' "$here/echo.keys" >"$tmp/echo.keys"
play
tell 1 "another exit status is seen"
sed 's/^shell .*/shell exit 7/' "$here/echo.keys" >"$tmp/echo.keys"
play
tell 1 "a command that ends badly is seen"
sed 's/^keys .*/keys <Nokey>/' "$here/echo.keys" >"$tmp/echo.keys"
play
tell 1 "an unknown key is seen"
cp "$here/echo.keys" "$tmp"
rm "$tmp/echo.golden"
UPDATE=1 play
got=1
cmp -s "$here/echo.golden" "$tmp/echo.golden" && got=0
tell 0 "UPDATE=1 writes the same golden file"
exit $status
