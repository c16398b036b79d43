#!/bin/sh
# SPDX-License-Identifier: MIT
# No text a person reads from taper uses a word that blames. Reads data/ and the string literals of src/; the names of
# bodies and books in words.allow are taken out first.
set -u

cd "$(dirname "$0")/../.." || exit 1
allow=tests/tools/words.allow
words='addict(s|ed|ion|ions|ive)?|abus(e|es|ed|er|ers|ing|ive)|clean|dirty|relaps(e|es|ed|ing)|cheat(s|ed|ing)?|violat(e|es|ed|ion|ions)|fail(ed|ure|ures)?|powerless|detox|habits?|junkie'
status=0

literals() { # the string literals of C files as FILE:LINE:TEXT, without includes and comments
	awk '{
		line = $0
		if (line ~ /^[ \t]*#[ \t]*include/ || line ~ /^[ \t]*(\/?\*|\/\/)/) next
		while (match(line, /"([^"\\]|\\.)*"/)) {
			print FILENAME ":" FNR ":" substr(line, RSTART + 1, RLENGTH - 2)
			line = substr(line, RSTART + RLENGTH)
		}
	}' "$@"
}
without_names() {
	sed "$(sed -n 's/^[^#].*$/s|&||g/p' $allow)"
}
blaming() { without_names | grep -iwE "$words"; }
shouting() { grep -E '[[:alpha:]]!( |$|\\n)'; }

tell() {
	if [ -z "$2" ]; then
		echo "ok - words: $1"
	else
		echo "not ok - words: $1"
		printf '%s\n' "$2" | head -40 | sed 's/^/# /'
		status=1
	fi
}

code=$(find src -name '*.c' -o -name '*.h')
# shellcheck disable=SC2086  # a list of files
tell "no blame in the program's own sentences" "$(literals $code | blaming)"
# shellcheck disable=SC2086
tell "no exclamation in the program's own sentences" "$(literals $code | shouting)"
tell "no blame in the data" "$(grep -rIn '' data | grep -v '^data/sources.yaml:' | blaming)"
tell "no exclamation in the data" "$(grep -rIn '' data | shouting)"
if [ -n "$(echo 'x.c:1:you failed again' | blaming)" ] && [ -z "$(echo 'x.c:1:the cleaner failsafe' | blaming)" ]; then
	echo "ok - words: a planted word is found"
else
	echo "not ok - words: a planted word is found"
	status=1
fi
exit $status
