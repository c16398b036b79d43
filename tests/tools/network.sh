#!/bin/sh
# SPDX-License-Identifier: MIT
# network.sh TAPER DRIVE: every call to the network of a session, with all that taper starts in it, as the system sees them:
# there has to be none. Commands, exports, paper, a lock and its key, and screens in a terminal. Prints ok and not ok.
set -u

taper=$1 drive=$2
case $taper in /*) ;; *) taper=$PWD/$taper ;; esac
cd "$(dirname "$0")/../.." || exit 1
status=0

pass_over() {
	echo "ok - network # SKIP $1"
	exit 0
}
[ "${VARIANT:-release}" != valgrind ] || pass_over "valgrind is traced itself there"
command -v strace >/dev/null 2>&1 || pass_over "no strace"

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
trap 'exit 2' HUP INT TERM
strace -f -e trace=network -o "$home/calls" true 2>/dev/null || pass_over "strace may not look into programs here"
quick=--seccomp-bpf
strace -f $quick -e trace=network -o "$home/calls" true 2>/dev/null || quick=

for name in $(env | sed -n 's/^\(XDG_[A-Z_]*\|TAPER_[A-Z]*\)=.*/\1/p'); do
	unset "$name"
done
TAPER_DATA=$PWD/data TAPER_NOW=2026-11-21T15:10:00+01:00 TZ=Europe/Berlin LC_ALL=C.UTF-8
ASAN_OPTIONS=${ASAN_OPTIONS:-}:detect_leaks=0 # which can't be looked for while another program looks
export TAPER_DATA TAPER_NOW TZ LC_ALL ASAN_OPTIONS

calls() { # COMMAND...: what of it went to the network
	# shellcheck disable=SC2086  # it may be no word at all
	strace -f $quick -qqq -e signal=none -e trace=network -o "$home/calls" "$@" >"$home/said" 2>&1
	code=$?
	grep -v '+++' "$home/calls"
	return $code
}
tell() { # NAME STATUS TEXT: STATUS is the session's, TEXT what it called
	if [ "$2" -eq 0 ] && [ -z "$3" ]; then
		echo "ok - network: $1"
	else
		echo "not ok - network: $1 (status $2)"
		printf '%s\n' "$3" | sed 's/^/# /' | head -n 20
		tail -n 5 "$home/said" | sed 's/^/# said: /'
		status=1
	fi
}

# lp itself speaks with a print server and is no part of taper: a stand-in takes what is printed.
mkdir -p "$home/bin" "$home/.config/taper/hooks"
printf '#!/bin/sh\ncat >"%s/printed"\n' "$home" >"$home/bin/lp"
printf '#!/bin/sh\ncat >"%s/hooked"\n' "$home" >"$home/.config/taper/hooks/post-log"
chmod 700 "$home/bin/lp" "$home/.config/taper" "$home/.config/taper/hooks" "$home/.config/taper/hooks/post-log"
echo 'correct horse battery' >"$home/word"

cat >"$home/session" <<'END'
set -e
cd "$HOME"
PATH=$HOME/bin:$PATH
"$T" import "$TESTS/data/logs/sixty-days.csv"
"$T" safety --none
"$T" plan start steady --start 2026-11-03
"$T" log 4.5 @08:05 -t stress -n 'a note'
"$T" undo
"$T" redo
"$T" check-in craving=2
"$T" urge took
"$T" journal 'a day'
"$T" support add person Sam 555 || :
for line in today stats history guidance report support help-now cope guide 'guide sleep' 'plan compare' 'plan explain' \
	'plan verify' config; do
	"$T" $line
done
for format in txt html md ics csv json; do
	"$T" export $format -o "out.$format"
done
[ ! -x "${T%/*}/taper-pdf" ] || "$T" export pdf -o out.pdf
"$T" export txt --print
"$T" report -o report.txt
"$T" backup copy.db
"$T" restore copy.db
"$T" lock --passphrase-fd 3 3<word
"$T" today --passphrase-fd 3 3<word
"$T" unlock --passphrase-fd 3 3<word || :
"$T" lock || :
"$T" doctor --passphrase-fd 3 3<word || :
"$T" wipe --yes
END
HOME=$home T=$taper TESTS=$PWD/tests
export T TESTS
seen=$(HOME=$home calls sh "$home/session")
tell "no command calls it" $? "$seen"

cat >"$home/screens.keys" <<'END'
shell sh "$TESTS/tui/start.sh"
env TERM=linux
run
see g left
keys <Enter> y
see u undoes it
keys 2
see Steady
keys q
exit 0
env TERM=xterm-256color
run
see g left
keys 3
see Sat 21 Nov
keys 4
see Craving
keys 5
see 5 Support
keys 6
see 6 Guide
keys !
see Esc
keys <Esc> 1
see g left
keys q
exit 0
END
seen=$(calls "$drive" "$taper" "$home/screens.keys")
tell "no screen calls it" $? "$seen"

printf '#include <sys/socket.h>\nint main(void) { return socket(AF_UNIX, SOCK_STREAM, 0) < 0; }\n' >"$home/n.c"
if ${CC:-cc} -o "$home/n" "$home/n.c"; then
	seen=$(calls sh -c "'$home/n'; exit 0")
	tell "a planted call is seen" 0 "$(printf '%s' "$seen" | grep -q socket || echo "nothing was seen")"
fi
exit $status
