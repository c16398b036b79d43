#!/bin/sh
# SPDX-License-Identifier: MIT
# torture.sh OUT: what `make check` tries a few times, many times, and what takes a while: taper killed at random moments of a
# thousand writes, the power cut after every write, disks that are full, every call the system can refuse, several writers at once. Prints ok and not ok.
#
#   SEED=n     the random moments (told at the beginning)
#   WRITES=n   how many writes are killed, 1000 where not said
set -u

cd "$(dirname "$0")/../.." || exit 1
out=${1:-build/release}
taper=$PWD/$out/taper
seed=${SEED:-$(date +%s)}
writes=${WRITES:-1000}
status=0

base=/dev/shm
[ -w $base ] || base=${TMPDIR:-/tmp}
work=$(mktemp -d "$base/taper-torture-XXXXXX") || exit 2
trap 'cd /; umount "$work/small" 2>/dev/null; rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
for name in $(env | sed -n 's/^\(XDG_[A-Z_]*\|TAPER_[A-Z]*\)=.*/\1/p'); do
	unset "$name"
done
HOME=$work TAPER_DATA=$PWD/data TZ=Europe/Berlin LC_ALL=C.UTF-8
export HOME TAPER_DATA TZ LC_ALL
echo "# seed $seed, $writes writes"

tell() { # NAME STATUS
	if [ "$2" -eq 0 ]; then
		echo "ok - $1"
	else
		echo "not ok - $1"
		status=1
	fi
}

doses() { "$taper" export csv | tail -n +2 | wc -l; }
healthy() { "$taper" doctor >"$work/said" || { sed 's/^/# /' "$work/said"; false; }; }

unit() { # PROGRAM: one of the unit tests, with more rounds than usual
	"$out/tests/unit/$1" >"$work/said" 2>&1
	code=$?
	[ $code -eq 0 ] || grep -A3 'ERROR\|LINE' "$work/said" | sed 's/^/# /'
	tell "$1" $code
}
export KILLS="$writes" ROUNDS=$((writes / 4 + 1)) FAULT_STEP=1 CUTS=$((writes / 25 + 1))
unit store_power_test
unit store_torn_test
unit store_kill_test
unit store_fault_test
unit store_rescue_test
unit store_lock_power_test
unit store_lock_fault_test

# A store of the shell's own: killed between nothing and well after the end of a log.
new_store() {
	rm -rf "$work/.local"
	"$taper" log 1g @-2d >/dev/null && "$taper" log 1g @-1d >/dev/null
}
new_store
acknowledged=2 killed=0 odd=0
awk -v seed="$seed" -v n="$writes" 'BEGIN {
	srand(seed)
	for (i = 0; i < n; i++) printf "%.4f\n", 0.0005 + rand() * 0.006
}' >"$work/moments"
while read -r moment; do
	timeout -s KILL "$moment" "$taper" log 1g >/dev/null 2>&1
	case $? in
	0) acknowledged=$((acknowledged + 1)) ;;
	137) killed=$((killed + 1)) ;;
	*) odd=$((odd + 1)) ;;
	esac
done <"$work/moments"
there=$(doses)
echo "# $acknowledged acknowledged, $killed killed, $there there"
[ $odd -eq 0 ] && [ "$there" -ge $acknowledged ] && [ "$there" -le $((acknowledged + killed)) ] && healthy
tell "taper log killed at random moments" $?

new_store
for writer in 1 2 3 4; do
	(
		i=0
		while [ $i -lt 50 ]; do
			"$taper" log 1g -t "w$writer" >/dev/null || echo lost >>"$work/lost"
			i=$((i + 1))
		done
	) &
done
wait
[ ! -e "$work/lost" ] && [ "$(doses)" -eq 202 ] && healthy
tell "four writers at once" $?

# The same on a locked log, its key with the kernel where that is allowed; at no moment is anything of it to be read.
new_store
mark=$(printf 'mark%06d' $$)
echo 'correct horse battery' >"$work/word"
"$taper" lock --passphrase-fd 3 3<"$work/word" >/dev/null
acknowledged=2 killed=0 odd=0 seen=0 trials=$writes
if "$taper" unlock --until-locked --passphrase-fd 3 3<"$work/word" >/dev/null 2>&1; then
	echo "# the kernel keeps the key"
else
	trials=$((writes / 20 + 1))
fi
head -n "$trials" "$work/moments" >"$work/few"
while read -r moment; do
	timeout -s KILL "$moment" "$taper" log 1g -n "$mark" --passphrase-fd 3 3<"$work/word" >/dev/null 2>&1
	case $? in
	0) acknowledged=$((acknowledged + 1)) ;;
	137) killed=$((killed + 1)) ;;
	*) odd=$((odd + 1)) ;;
	esac
	! grep -rqa "$mark" "$work/.local" || seen=$((seen + 1))
done <"$work/few"
there=$("$taper" export csv --passphrase-fd 3 3<"$work/word" | tail -n +2 | wc -l)
echo "# $acknowledged acknowledged, $killed killed, $there there, readable $seen times"
[ $odd -eq 0 ] && [ $seen -eq 0 ] && [ "$there" -ge $acknowledged ] && [ "$there" -le $((acknowledged + killed)) ] &&
	"$taper" doctor --fix --passphrase-fd 3 3<"$work/word" 2>/dev/null | grep -q 'every page of the log is whole'
tell "a locked log killed at random moments" $?
"$taper" lock >/dev/null
"$taper" wipe --yes >/dev/null

# A disk of 1 MiB: everything that writes, until nothing fits any more.
mkdir "$work/small"
if mount -t tmpfs -o size=1m,mode=700 tmpfs "$work/small" 2>/dev/null; then
	full() { # NAME: with the store and the backups on the small disk
		rm -rf "$work/small/"*
		XDG_DATA_HOME=$work/small/data XDG_STATE_HOME=$work/small/state
		export XDG_DATA_HOME XDG_STATE_HOME
		"$taper" log 1g @-2d >/dev/null && "$taper" log 1g @-1d >/dev/null
	}
	fill() { # leaves so many KiB
		cat /dev/zero >"$work/small/filler" 2>/dev/null
		truncate -s -"$1"K "$work/small/filler"
	}
	note=$(printf '%01900d' 7)

	full
	fill 80
	kept=2
	while "$taper" log 1g -n "$note" >"$work/said" 2>&1; do
		kept=$((kept + 1))
		[ $kept -lt 1000 ] || break
	done
	grep -q 'no space left' "$work/said" && [ $kept -gt 2 ] && [ "$(doses)" -eq $kept ] && healthy &&
		rm "$work/small/filler" && "$taper" log 1g >/dev/null && [ "$(doses)" -eq $((kept + 1)) ]
	tell "log on a full disk" $?

	full
	fill 90
	"$taper" import tests/data/logs/sixty-days.csv >"$work/said" 2>&1
	[ $? -eq 4 ] && grep -q 'no space left' "$work/said" && [ "$(doses)" -eq 2 ] && healthy
	tell "import on a full disk" $?

	full
	fill 8
	"$taper" backup "$work/small/copy.db" >"$work/said" 2>&1
	[ $? -eq 4 ] && grep -q 'no space left' "$work/said" && [ ! -e "$work/small/copy.db" ] && healthy
	tell "backup on a full disk" $?

	full
	"$taper" backup "$work/copy.db" >/dev/null
	"$taper" log 1g >/dev/null
	fill 8
	"$taper" restore "$work/copy.db" >"$work/said" 2>&1
	[ $? -eq 4 ] && grep -q 'no space left' "$work/said" && [ "$(doses)" -eq 3 ] && healthy
	tell "restore on a full disk" $?

	full
	fill 8
	TAPER_NOW=2099-01-01T00:00:00Z "$taper" log 0 >"$work/said" 2>&1
	code=$?
	{ [ $code -eq 4 ] || { [ $code -eq 0 ] && grep -q 'automatic backup is missing' "$work/said"; }; } &&
		TAPER_NOW=2099-01-02T00:00:00Z healthy
	tell "the day's backup on a full disk" $?

	full
	python3 - "$work/small/data/taper/taper.db" <<'END'
import sys
with open(sys.argv[1], "r+b") as file:
    file.write(b"x" * 4096)
END
	fill 8
	cksum <"$work/small/data/taper/taper.db" >"$work/before"
	! "$taper" doctor --fix >"$work/said" 2>&1 && cksum <"$work/small/data/taper/taper.db" | cmp -s - "$work/before" &&
		rm "$work/small/filler" && "$taper" doctor --fix >/dev/null && healthy && [ "$(doses)" -eq 2 ]
	tell "rescue on a full disk" $?
	umount "$work/small"
else
	echo "ok - full disks # skipped: only the administrator may make a small one"
fi
exit $status
