#!/bin/sh
# SPDX-License-Identifier: MIT
# Debian packages of this tree, by dpkg-buildpackage, from the tarball that `make dist` makes.
#
#   sh packaging/deb.sh VERSION FOLDER      leaves them in FOLDER/deb
set -eu

version=$1
cd "$(dirname "$0")/.."
for tool in dpkg-buildpackage dh; do
	command -v $tool >/dev/null 2>&1 || {
		echo "taper: deb: $tool is missing; apt-get install build-essential debhelper" >&2
		exit 1
	}
done
case $(sed -n '1s/^taper (\([^)]*\)).*/\1/p' packaging/debian/changelog) in
"$version" | "$version"-*) ;;
*) echo "taper: deb: packaging/debian/changelog is not of version $version" >&2 && exit 1 ;;
esac
mkdir -p "$2"
out=$(cd "$2" && pwd)/deb
rm -rf "$out"
mkdir -p "$out"
sh packaging/dist.sh "$version" "$out"
tar -xzf "$out/taper-$version.tar.gz" -C "$out"
cd "$out/taper-$version"
cp -R packaging/debian debian
dpkg-buildpackage --build=binary --no-sign >"$out/build.log" 2>&1 || {
	tail -n 40 "$out/build.log" >&2
	exit 1
}
cd "$out"
rm -rf "taper-$version"
ls "$out"/*.deb
