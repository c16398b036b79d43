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

mkdir -p "$tmp/tests" "$tmp/data/pictures"
TESTS=$tmp/tests
export TESTS
cp "$here/signs.keys" "$tmp/echo.keys"
play
tell 1 "a picture that is not there is seen"
cp "$here/signs.svg" "$tmp/data/pictures"
play
tell 0 "a picture that is what is shown"
sed 's/wide/wild/' "$here/signs.keys" >"$tmp/echo.keys"
play
tell 1 "a picture of something else is seen"
cp "$here/signs.keys" "$tmp/echo.keys"
rm "$tmp/data/pictures/signs.svg"
UPDATE=1 play
got=1
cmp -s "$here/signs.svg" "$tmp/data/pictures/signs.svg" && got=0
tell 0 "UPDATE=1 draws the same picture"
python3 -c 'import sys, xml.dom.minidom as dom; [dom.parse(name) for name in sys.argv[1:]]' "$here/signs.svg" "$here"/../../../data/pictures/*.svg >"$tmp/said" 2>&1
got=$?
tell 0 "pictures are XML"
exit $status
