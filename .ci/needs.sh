#!/bin/sh
# SPDX-License-Identifier: MIT
# Finds what this machine lacks and installs it with the system's package manager.
#
#   sh .ci/needs.sh run|check|ci|lint|bench|fuzz
#
# Says exactly what it runs before it runs it. Asks on a terminal unless YES=1; goes ahead as root without one; uses sudo
# otherwise. Where it can't, it prints the one command that does and stops with status 1.
set -u

LC_ALL=C
export LC_ALL
PKG_CONFIG=${PKG_CONFIG:-pkg-config}
CC=${CC:-cc}
here=$(cd "$(dirname "$0")/.." && pwd)

say() { printf 'taper: %s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# level  probe              apt                 dnf                  pacman      zypper             apk          brew
table() {
	cat <<'TABLE'
run    compiler             gcc,libc6-dev       gcc                  gcc         gcc                build-base   gcc
run    cmd:make             make                make                 make        make               make         make
run    pkg-config           pkg-config          pkgconf-pkg-config   pkgconf     pkg-config         pkgconf      pkgconf
run    lib:ncursesw         libncurses-dev      ncurses-devel        ncurses     ncurses-devel      ncurses-dev  ncurses
run    lib:sqlite3          libsqlite3-dev      sqlite-devel         sqlite      sqlite3-devel      sqlite-dev   sqlite
run    lib:libcyaml         libcyaml-dev        libcyaml-devel       libcyaml    libcyaml-devel     libcyaml-dev libcyaml
run    lib:yaml-0.1         libyaml-dev         libyaml-devel        libyaml     libyaml-devel      yaml-dev     libyaml
run    lib:libsodium        libsodium-dev       libsodium-devel      libsodium   libsodium-devel    libsodium-dev libsodium
check  lib:cmocka           libcmocka-dev       libcmocka-devel      cmocka      libcmocka-devel    cmocka-dev   cmocka
check  lib:vterm            libvterm-dev        libvterm-devel       libvterm    libvterm-devel     libvterm-dev libvterm
check  lib:pangocairo       libpango1.0-dev,libcairo2-dev pango-devel,cairo-devel pango,cairo pango-devel,cairo-devel pango-dev,cairo-dev pango,cairo
check  font                 fonts-dejavu-core,fontconfig dejavu-sans-fonts,fontconfig ttf-dejavu,fontconfig dejavu-fonts,fontconfig font-dejavu,fontconfig -
check  cmd:pdftotext        poppler-utils       poppler-utils        poppler     poppler-tools      poppler-utils poppler
check  cmd:python3          python3             python3              python      python3            python3      python
check  python:icalendar     python3-icalendar   python3-icalendar    python-icalendar python3-icalendar py3-icalendar -
check  python:vobject       python3-vobject     python3-vobject      python-vobject python3-vobject   py3-vobject  -
check  cmd:tic              ncurses-bin         ncurses              ncurses     ncurses-utils      ncurses      ncurses
check  strace               strace              strace               strace      strace             strace       -
check  locale               locales             glibc-locale-source  glibc       glibc-i18ndata     -            -
ci     cmd:clang            clang               clang                clang       clang              clang        llvm
ci     sanitizers           gcc                 libasan,libubsan     gcc         gcc                build-base   gcc
lint   cmd:clang            clang               clang                clang       clang              clang        llvm
lint   cmd:clang-format     clang-format        clang-tools-extra    clang       clang-tools        clang-extra-tools clang-format
lint   cmd:clang-tidy       clang-tidy          clang-tools-extra    clang       clang-tools        clang-extra-tools llvm
lint   cmd:cppcheck         cppcheck            cppcheck             cppcheck    cppcheck           cppcheck     cppcheck
bench  cmd:sqlite3         sqlite3             sqlite               sqlite      sqlite3            sqlite       sqlite
fuzz   fuzzer               clang,libclang-rt-dev clang,compiler-rt  clang,compiler-rt clang        clang,compiler-rt llvm
TABLE
}

levels() {
	case $1 in
	run) echo run ;;
	check) echo run check ;;
	ci | lint | bench | fuzz) echo run check "$1" ;;
	*) return 1 ;;
	esac
}

compiles() { # COMPILER [FLAGS]: true where a small program can be built
	dir=$(mktemp -d) || return 1
	printf '%s\n' "$PROGRAM" >"$dir/try.c"
	"$@" -o "$dir/try" "$dir/try.c" >/dev/null 2>&1
	status=$?
	rm -rf "$dir"
	return $status
}

# The tests want a locale with a decimal comma. It is made here, under build/, and the system is left as it is.
make_locale() {
	if ! have localedef; then # musl has one locale only; the tests that want another say so and pass over
		[ "$manager" = apk ] || [ "$manager" = brew ]
		return
	fi
	[ -e "$here/build/locale/de_DE.UTF-8/LC_NUMERIC" ] && return 0
	[ -e /usr/share/i18n/locales/de_DE ] || [ -e /usr/share/i18n/locales/de_DE.gz ] || return 1
	mkdir -p "$here/build/locale" || return 1
	for name in de_DE C; do # localedef's status also counts its warnings
		localedef -i $name -f UTF-8 "$here/build/locale/$name.UTF-8" >/dev/null 2>&1 || :
	done
	[ -e "$here/build/locale/de_DE.UTF-8/LC_NUMERIC" ]
}

# The python3 that comes first may not be the system's, which is the one packages go to.
have_module() {
	for python in python3 /usr/bin/python3; do
		"$python" -c "import $1" >/dev/null 2>&1 && return 0
	done
	[ "$manager" = brew ] # which has no package of it; the test that wants it says so and passes over
}

present() {
	case $1 in
	cmd:*) have "${1#cmd:}" ;;
	strace) have strace || [ "$manager" = brew ] ;; # Linux's own; the test that wants it passes over
	lib:*) "$PKG_CONFIG" --exists "${1#lib:}" 2>/dev/null ;;
	compiler) PROGRAM='#include <stdio.h>
int main(void) { return puts("") < 0; }' compiles "$CC" ;;
	pkg-config) have "$PKG_CONFIG" ;;
	sanitizers) PROGRAM='int main(void) { return 0; }' compiles "$CC" -fsanitize=address,undefined ;;
	fuzzer) PROGRAM='int LLVMFuzzerTestOneInput(const char *p, unsigned long n);
int LLVMFuzzerTestOneInput(const char *p, unsigned long n) { return p && n > 99999; }' compiles clang -fsanitize=fuzzer ;;
	locale) make_locale ;;
	font) [ "$manager" = brew ] || [ -n "$(fc-list 2>/dev/null)" ] ;;
	python:*) have_module "${1#python:}" ;;
	esac
}

find_manager() {
	for m in apt:apt-get dnf:dnf pacman:pacman zypper:zypper apk:apk brew:brew; do
		if have "${m#*:}"; then
			echo "${m%%:*}"
			return
		fi
	done
}

column() {
	case $manager in
	apt) echo 3 ;; dnf) echo 4 ;; pacman) echo 5 ;; zypper) echo 6 ;; apk) echo 7 ;; *) echo 8 ;;
	esac
}

# Sets `missing` (what, in words) and `packages` (the names this system's manager knows).
look() {
	missing= packages=
	for level in $wanted; do
		for probe in $(table | awk -v l="$level" '$1 == l {print $2}'); do
			present "$probe" && continue
			missing="$missing ${probe#*:}"
			names=$(table | awk -v l="$level" -v p="$probe" -v c="$(column)" '$1 == l && $2 == p {print $c}')
			for name in $(echo "$names" | tr ',' ' '); do
				case " $packages " in *" $name "*) continue ;; esac
				[ "$name" = - ] || packages="$packages $name"
			done
		done
	done
	missing=${missing# } packages=${packages# }
}

install_command() {
	case $manager in
	apt) echo "apt-get install -y --no-install-recommends $packages" ;;
	dnf) echo "dnf install -y $packages" ;;
	pacman) echo "pacman -S --needed --noconfirm $packages" ;;
	zypper) echo "zypper --non-interactive install $packages" ;;
	apk) echo "apk add $packages" ;;
	brew) echo "brew install $packages" ;;
	esac
}

refresh_command() {
	case $manager in
	apt) echo "apt-get update" ;;
	pacman) ls /var/lib/pacman/sync/*.db >/dev/null 2>&1 || echo "pacman -Sy" ;;
	esac
}

level=${1:-run}
wanted=$(levels "$level") || { say "needs: '$level' is none of run, check, ci, lint, bench, fuzz"; exit 2; }
manager=$(find_manager)
look
[ -n "$missing" ] || exit 0

say "this machine lacks: $missing"
if [ -z "$manager" ] || [ -z "$packages" ]; then
	say "no package for it is known here; install it by hand and try again"
	exit 1
fi

refresh=$(refresh_command)
install=$(install_command)
terminal=no
[ -t 0 ] && [ -t 2 ] && terminal=yes
as=
if [ "$(id -u)" -ne 0 ] && [ "$manager" != brew ]; then
	as='sudo '
	if ! have sudo || { [ $terminal = no ] && ! sudo -n true 2>/dev/null; }; then
		say "this account may not install packages; as root, run:"
		printf '%s\n' "    ${refresh:+$refresh && }$install" >&2
		say "stopped: nothing was installed"
		exit 1
	fi
fi

say "this will be run:"
printf '%s\n' ${refresh:+"    $as$refresh"} "    $as$install" >&2
if [ $terminal = yes ] && [ "${YES:-}" != 1 ]; then
	printf 'taper: go on? [Y/n] ' >&2
	read -r answer || answer=n
	case $answer in
	'' | y | Y | yes | Yes) ;;
	*)
		say "stopped: nothing was installed; the lines above do it"
		exit 1
		;;
	esac
fi

DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND
# Out of date lists are a nuisance, not the end: what is asked for may still be there.
[ -z "$refresh" ] || $as$refresh >&2 || say "'$refresh' did not work; going on with the lists there are"
if ! $as$install >&2; then
	say "stopped: '$as$install' did not work; its own words are above"
	exit 1
fi
look
if [ -n "$missing" ]; then
	say "stopped: still missing after '$install': $missing"
	exit 1
fi
