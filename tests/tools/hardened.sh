#!/bin/sh
# SPDX-License-Identifier: MIT
# Proves that the released programs in OUT defend themselves: loaded anywhere, relocations resolved and then read-only, no stack
# that runs, no writable code, stacks and buffers watched over. Other variants are built for other ends and are passed over.
set -u

OUT=${OUT:-build/release}
status=0

tell() { # NAME TEXT: TEXT is what is wrong, empty when nothing is
	if [ -z "$2" ]; then
		echo "ok - hardened: $1"
	else
		echo "not ok - hardened: $1: $2"
		status=1
	fi
}
pass_over() {
	echo "ok - hardened # SKIP $1"
	exit 0
}
has() { # TEXT PATTERN: the pattern where the text lacks it
	printf '%s\n' "$1" | grep -qE "$2" || echo "no $2"
}
lacks() {
	printf '%s\n' "$1" | grep -E "$2" | head -n 1
}

[ "${VARIANT:-release}" = release ] || pass_over "of the release only"
command -v readelf >/dev/null 2>&1 || pass_over "no readelf"
readelf -h "$OUT/taper" >/dev/null 2>&1 || pass_over "not a program of this format"

for program in "$OUT/taper" "$OUT/taper-pdf"; do
	[ -x "$program" ] || continue
	name=${program##*/}
	head=$(readelf -hW "$program") segments=$(readelf -lW "$program")
	dynamic=$(readelf -dW "$program") symbols=$(readelf -W --dyn-syms "$program")
	tell "$name is loaded anywhere" "$(has "$head" 'Type: +DYN')"
	tell "$name has its relocations made read-only" "$(has "$segments" GNU_RELRO)"
	tell "$name has them all resolved before it starts" "$(has "$dynamic" 'BIND_NOW|FLAGS_1.*NOW')"
	tell "$name has a stack that does not run" "$(has "$segments" 'GNU_STACK')$(lacks "$segments" 'GNU_STACK.* RWE')"
	tell "$name has no segment to write and run" "$(lacks "$segments" 'LOAD.* RWE')"
	tell "$name has no relocation in its code" "$(lacks "$dynamic" TEXTREL)"
	tell "$name looks for libraries in the system's places only" "$(lacks "$dynamic" 'R(UN)?PATH')"
	tell "$name watches over its stack" "$(has "$symbols" __stack_chk_fail)"
	if printf '%s\n' "$symbols" | grep -q GLIBC_; then # other C libraries have no such functions
		tell "$name watches over its buffers" "$(has "$symbols" '__[a-z]+_chk')"
	fi
done
exit $status
