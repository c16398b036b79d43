#!/bin/sh
# SPDX-License-Identifier: MIT
# The sources as a tarball: the same bytes from the same files, whoever packs them. Wants GNU tar.
#
#   sh packaging/dist.sh VERSION FOLDER     makes FOLDER/taper-VERSION.tar.gz
set -eu

name=taper-$1
cd "$(dirname "$0")/.."
mkdir -p "$2"
list=$(mktemp)
trap 'rm -f "$list"' EXIT
files() {
	if [ -e .git ] && command -v git >/dev/null 2>&1; then
		git ls-files --cached --others --exclude-standard
	else
		find . -type f ! -path './build/*' ! -path './.git/*' | sed 's|^\./||'
	fi
}
age() {
	if [ -e .git ] && command -v git >/dev/null 2>&1; then
		git log -1 --format=%ct
	else
		stat -c %Y Makefile
	fi
}
when=${SOURCE_DATE_EPOCH:-$(age)}
files | LC_ALL=C sort | while IFS= read -r file; do
	[ ! -f "$file" ] || printf '%s\n' "$file"
done >"$list"
tar --create --file=- --format=ustar --mtime="@$when" --owner=0 --group=0 --numeric-owner \
	--mode='u+rw,go+r,go-w,a-s' --no-recursion --transform="s|^|$name/|S" --files-from="$list" |
	gzip -9n >"$2/$name.tar.gz"
echo "$2/$name.tar.gz"
