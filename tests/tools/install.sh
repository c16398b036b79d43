#!/bin/sh
# SPDX-License-Identifier: MIT
# install.sh OUT: a built tree is put in its place, works from there, and goes away again without a trace; the tarball is
# the same bytes each time.
set -u

cd "$(dirname "$0")/../.." || exit 1
out=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
HOME=$work/home
export HOME
mkdir "$HOME"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME TAPER_DB TAPER_DATA
status=0

tell() { # NAME CONDITION...
	name=$1
	shift
	if "$@" >"$work/said" 2>&1; then
		echo "ok - install: $name"
	else
		echo "not ok - install: $name"
		sed 's/^/# /' "$work/said"
		status=1
	fi
}
place() { sh packaging/install.sh "$1" "$out" "$work/root/usr"; }
works() { # from where it is, and from there only
	(cd / && env -i HOME="$HOME" TAPER_DATA="$work/root/usr/share/taper" "$work/root/usr/bin/taper" plan preview gentle --from 20g) &&
		(cd / && env -i HOME="$HOME" "$work/root/usr/bin/taper" --version)
}
nothing() { [ -z "$(find "$1" -mindepth 1)" ] || { find "$1" -mindepth 1 && return 1; }; }
only() { [ "$(cd "$work/root" && find . -mindepth 1 | sort | tr '\n' ' ')" = "$1" ] || { find "$work/root" && return 1; }; }
there() {
	for file in "$@"; do
		[ -s "$work/root/usr/$file" ] || { echo "$file is not there" && return 1; }
	done
}

mkdir "$work/root"
tell "it is put in its place" place install
tell "and works there" works
tell "manuals and completions are with it" there share/man/man1/taper.1 share/man/man5/taper-config.5 \
	share/bash-completion/completions/taper share/zsh/site-functions/_taper \
	share/fish/vendor_completions.d/taper.fish
tell "nothing is writable for others" sh -c '[ -z "$(find "$1" -type f -perm /022)" ]' sh "$work/root"
tell "it can be put there again" place install
tell "and taken away" place uninstall
tell "without a trace" nothing "$work/root"
mkdir -p "$work/root/usr/bin" "$work/root/usr/share/taper"
echo mine >"$work/root/usr/share/taper/mine"
place install >/dev/null
tell "what was there before" place uninstall
tell "stays" only "./usr ./usr/bin ./usr/share ./usr/share/taper ./usr/share/taper/mine "
tell "what is not there can't be taken away" sh -c '! sh packaging/install.sh uninstall . "$1"/nowhere' sh "$work"

if tar --version 2>/dev/null | grep -q GNU; then
	tell "a tarball is packed" sh packaging/dist.sh 0 "$work/one"
	(umask 077 && sh packaging/dist.sh 0 "$work/two") >/dev/null
	tell "and is the same bytes again" cmp "$work/one/taper-0.tar.gz" "$work/two/taper-0.tar.gz"
	mkdir "$work/tree"
	tar -xzf "$work/one/taper-0.tar.gz" -C "$work/tree"
	(umask 022 && sh "$work/tree/taper-0/packaging/dist.sh" 0 "$work/three") >/dev/null
	tell "also from its own sources" cmp "$work/one/taper-0.tar.gz" "$work/three/taper-0.tar.gz"
else
	echo "ok - install: no GNU tar here; the tarball is passed over"
fi
exit $status
