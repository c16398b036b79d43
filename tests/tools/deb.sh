#!/bin/sh
# SPDX-License-Identifier: MIT
# The Debian packages are built, looked over by lintian, installed, run and removed. Wants root and a Debian; elsewhere it
# says so and passes over.
set -eu

cd "$(dirname "$0")/../.."
for tool in dpkg-buildpackage dh lintian; do
	command -v $tool >/dev/null 2>&1 || { echo "ok - deb: no $tool here; passed over" && exit 0; }
done
version=$(sed -n 's/^VERSION := //p' Makefile)
make -s --no-print-directory deb
echo "ok - deb: taper and taper-pdf are built"
lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs build/deb/*.changes
echo "ok - deb: lintian has nothing to say"
if dpkg-deb --field build/deb/taper_"$version"_*.deb Depends | grep -E 'pango|cairo'; then
	echo "not ok - deb: taper asks for pango" && exit 1
fi
echo "ok - deb: taper needs no pango"
[ "$(id -u)" -eq 0 ] || { echo "ok - deb: no root here; installing is passed over" && exit 0; }
if dpkg-query -W taper >/dev/null 2>&1; then
	echo "ok - deb: taper is installed here; trying the new one is passed over" && exit 0
fi
home=$(mktemp -d)
trap 'dpkg --purge taper-pdf taper >/dev/null 2>&1 || :; rm -rf "$home"' EXIT
dpkg --install build/deb/taper_"$version"_*.deb >/dev/null
(cd / && env -i HOME="$home" PATH=/usr/bin:/bin taper plan preview gentle --from 20g) >"$home/said"
grep -q 'Gentle' "$home/said"
echo "ok - deb: taper works alone"
dpkg --install build/deb/taper-pdf_"$version"_*.deb >/dev/null
[ -x /usr/libexec/taper/taper-pdf ]
(cd / && env -i HOME="$home" PATH=/usr/bin:/bin sh -c '
	taper safety --none && taper plan start gentle --from 20g --acknowledge &&
	taper export pdf -o "$HOME/plan.pdf"') >"$home/said" 2>&1 || { sed 's/^/# /' "$home/said" && exit 1; }
head -c 5 "$home/plan.pdf" | grep -q '%PDF-'
echo "ok - deb: and with taper-pdf it writes PDF"
dpkg --purge taper-pdf taper >/dev/null
left=$(find /usr/share/taper /usr/libexec/taper /usr/bin/taper 2>/dev/null || :)
[ -z "$left" ] || { echo "not ok - deb: $left is left" && exit 1; }
echo "ok - deb: removed, and nothing is left"
