#!/bin/sh
# SPDX-License-Identifier: MIT
# Puts a built tree in its place, or takes it away again with all the folders that were made for it.
#
#   sh packaging/install.sh install|uninstall OUT ROOT      ROOT is DESTDIR and PREFIX together
#
# What was put there, and which folders were made, is noted in share/taper/installed.
set -eu

mode=$1 out=$2 root=$3
cd "$(dirname "$0")/.."
note=$root/share/taper/installed
case $root in
/*) ;;
*) echo "taper: install: '$root' is no absolute path; PREFIX=/usr/local is" >&2 && exit 2 ;;
esac

folder() { # makes a folder and those above it, and notes the new ones
	[ -d "$1" ] && return
	folder "$(dirname "$1")"
	mkdir "$1"
	case $1 in
	"$root"/*) printf 'folder %s\n' "${1#"$root"/}" >>"$made" ;;
	*) printf 'above\n' >>"$made" ;; # the prefix, or a folder above it
	esac
}

put() { # FILE MODE TARGET
	folder "$(dirname "$root/$3")"
	install -m "$2" "$1" "$root/$3"
	printf 'file %s\n' "$3" >>"$made"
}

install_all() {
	[ -x "$out/taper" ] || { echo "taper: install: $out/taper is not built yet" >&2 && exit 1; }
	put "$out/taper" 755 bin/taper
	[ ! -x "$out/taper-pdf" ] || put "$out/taper-pdf" 755 libexec/taper/taper-pdf
	(cd data && find . -type f ! -path './man/*' ! -path './pictures/*' ! -name '*.md' | sed 's|^\./||' | sort) >"$list"
	while IFS= read -r file; do
		put "data/$file" 644 "share/taper/$file"
	done <"$list"
	for page in data/man/*.[15]; do
		put "$page" 644 "share/man/man${page##*.}/${page##*/}"
	done
	for row in bash:share/bash-completion/completions/taper zsh:share/zsh/site-functions/_taper \
		fish:share/fish/vendor_completions.d/taper.fish; do
		"$out/taper" completion "${row%%:*}" >"$list"
		put "$list" 644 "${row#*:}"
	done
}

uninstall_all() {
	[ -f "$note" ] || { echo "taper: uninstall: $note is not there, so it is not known what was installed" >&2; exit 1; }
	cat "$note" >"$made"
	rm -f "$note"
	sed -n 's/^file //p' "$made" >"$list"
	while IFS= read -r file; do
		rm -f "$root/$file"
	done <"$list"
	sed -n 's/^folder //p' "$made" | sort -r >"$list" # the deepest first
	while IFS= read -r path; do
		rmdir "$root/$path" 2>/dev/null || : # somebody else's files are in it
	done <"$list"
	path=$root levels=$(grep -c '^above' "$made" || :)
	while [ "$levels" -gt 0 ]; do
		rmdir "$path" 2>/dev/null || :
		path=$(dirname "$path") levels=$((levels - 1))
	done
}

made=$(mktemp) list=$(mktemp)
trap 'rm -f "$made" "$list"' EXIT
case $mode in
install)
	[ ! -f "$note" ] || cat "$note" >"$made"
	install_all
	{ grep '^above' "$made" || :; grep -v '^above' "$made" | sort -u; } >"$list"
	install -m 644 "$list" "$note"
	;;
uninstall) uninstall_all ;;
*) echo "usage: install.sh install|uninstall OUT ROOT" >&2 && exit 2 ;;
esac
