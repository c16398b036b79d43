#!/bin/sh
# SPDX-License-Identifier: MIT
# Proves the arrows between the floors: who includes whom, where the foreign libraries are seen, and, when a built tree is
# given as OUT, that the rules touch no clock, file, environment or locale and that nothing opens a socket. At the end it
# plants a fault of each kind in a copy and proves that it is found.
set -u

root=$(cd "$(dirname "$0")/../.." && pwd)
status=0

tell() { # NAME TEXT: TEXT is what is wrong, empty when nothing is
	if [ -z "$2" ]; then
		echo "ok - floors: $1"
	else
		echo "not ok - floors: $1"
		printf '%s\n' "$2" | sed 's/^/# /'
		status=1
	fi
}

upward() { # every C file of a tree
	(cd "$1" && find src include -name '*.[ch]' | sort | xargs awk '
		BEGIN {
			may["base"] = " base "
			may["engine"] = " base engine "
			may["store"] = " base engine store "
			may["yaml"] = " base engine yaml "
			may["export"] = " base engine export "
			may["app"] = " base engine store yaml export app "
			may["cli"] = " base engine app cli "
			may["tui"] = " base engine app tui "
			may["main"] = " base engine app cli tui "
			may["pdf"] = " base pdf "
		}
		function is_there(path, line, there) {
			if (!(path in known)) {
				there = (getline line < path) >= 0
				close(path)
				known[path] = there
			}
			return known[path]
		}
		FNR == 1 {
			split(FILENAME, folder, "/")
			floor = FILENAME == "src/main.c" ? "main" : folder[2]
			if (!(floor in may))
				print FILENAME ": " floor " is no floor"
		}
		/^[ \t]*#[ \t]*include[ \t]*"/ {
			split($0, part, "\"")
			name = part[2]
			at = index(name, "/")
			if (name ~ /\.\./)
				print FILENAME ":" FNR ": a path upward: " name
			else if (at && !index(may[floor], " " substr(name, 1, at - 1) " "))
				print FILENAME ":" FNR ": " floor " may not see " name
			else if (!at && !is_there("src/" floor "/" name))
				print FILENAME ":" FNR ": " name " is no header of " floor
		}')
}

# FILE-PATTERN of the headers, and the only place that may include them.
foreign() {
	(cd "$1" && grep -rnE "^[ 	]*#[ 	]*include[ 	]*($2)" src include | grep -vE "^$3" | sed "s|\$|: only $4 may|")
}
curses() { foreign "$1" '[<"](n?curses[a-z]*|ncursesw?/[a-z]+)\.h|<(term|panel|menu|form)\.h' 'src/tui/term(_[a-z]+)?\.c:' src/tui/term*.c; }
sqlite() { foreign "$1" '[<"]sqlite3[a-z]*\.h' 'src/store/' src/store; }
yaml() { foreign "$1" '<yaml\.h|[<"]cyaml/[a-z]+\.h' 'src/yaml/' src/yaml; }
pages() { foreign "$1" '[<"](cairo[a-z-]*|pango/[a-z-]+|glib[a-z-]*|fontconfig/[a-z]+)\.h' 'src/pdf/' src/pdf; }
network() { foreign "$1" '<(sys/socket|netdb|netinet/[a-z]+|arpa/[a-z]+|curl/[a-z]+)\.h' 'nowhere' nobody; }

world='time|gettimeofday|clock|clock_gettime|localtime(_r)?|gmtime(_r)?|mktime|fopen|fdopen|freopen|open|openat|creat|popen|system|fork|exec[lv]p?e?|getenv|secure_getenv|setenv|setlocale|newlocale|uselocale|rand|random|srand|sqlite3_[a-z0-9_]+|cyaml_[a-z0-9_]+|yaml_[a-z0-9_]+'
net='socket(pair)?|connect|bind|listen|accept4?|send(to|msg|mmsg)?|recv(from|msg|mmsg)?|get(addr|name)info|gethostby[a-z0-9_]+|res_n?(query|search|init)'

undefined() { # NM-ARGUMENTS... : the names a file wants from elsewhere
	nm "$@" 2>/dev/null | awk '/ [Uuw] / {sub(/@.*/, "", $NF); print $NF}' | sort -u
}
calls_world() { undefined -u "$@" | grep -xE "_*($world)(64)?"; }
calls_net() { undefined -D -u "$@" | grep -xE "_*($net)"; }
objects_call_net() { undefined -u "$@" | grep -xE "_*($net)"; }

tell "includes go down only" "$(upward "$root")"
tell "curses is in src/tui/term*.c only" "$(curses "$root")"
tell "SQLite is in src/store only" "$(sqlite "$root")"
tell "YAML is in src/yaml only" "$(yaml "$root")"
tell "what draws pages is in src/pdf only" "$(pages "$root")"
tell "no header of the network" "$(network "$root")"
built=$root/${OUT:-build/release}
case ${OUT:-} in /*) built=$OUT ;; esac
if [ -f "$built/libengine.a" ]; then
	tell "the rules touch no clock, file, environment or locale" \
		"$(calls_world "$built/libbase.a" "$built/libengine.a")"
fi
if [ -f "$built/taper" ]; then
	tell "the program calls no network function" "$(calls_net "$built/taper")"
	tell "no object of ours calls one" "$(objects_call_net "$built"/main.o "$built"/*/*.o)"
fi
# Its own calls; what draws the pages are libraries that come with the system.
if [ -f "$built/taper-pdf" ]; then
	tell "taper-pdf calls no network function" "$(calls_net "$built/taper-pdf")"
fi

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
found() { # NAME TEXT: TEXT is what the check said of the planted fault
	if [ -n "$2" ]; then
		tell "a planted fault is found: $1" ""
	else
		tell "a planted fault is found: $1" "nothing was said"
	fi
}
cp -R "$root/src" "$root/include" "$copy"
plant() { # FILE LINE: the clean copy with one file more
	[ -z "${planted:-}" ] || rm "$copy/$planted"
	planted=$1
	printf '%s\n' "$2" >"$copy/$1"
}
plant src/engine/planted.c '#include "store/store.h"'
found "the engine sees the store" "$(upward "$copy")"
plant src/store/planted.c '#include "yaml/planfile.h"'
found "an adapter sees another" "$(upward "$copy")"
plant src/cli/planted.c '#include "canvas.h"'
found "a face sees the other" "$(upward "$copy")"
plant include/base/planted.h '#include "engine/day.h"'
found "a header looks up" "$(upward "$copy")"
plant src/tui/planted.c '#include <curses.h>'
found "curses in a view" "$(curses "$copy")"
plant src/app/planted.c '#include <sqlite3.h>'
found "SQLite outside the store" "$(sqlite "$copy")"
plant src/app/planted.c '#include <cyaml/cyaml.h>'
found "YAML outside its floor" "$(yaml "$copy")"
plant src/export/planted.c '#include <pango/pangocairo.h>'
found "type is set outside taper-pdf" "$(pages "$copy")"
plant src/cli/planted.c '#include "nowhere_at_all.h"'
found "a header that is not there" "$(upward "$copy")"
plant src/pdf/planted.c '#include "engine/day.h"'
found "taper-pdf sees the rules" "$(upward "$copy")"
printf '#include <time.h>\nlong long f(void);\nlong long f(void) { return (long long)time(0); }\n' >"$copy/t.c"
if ${CC:-cc} -c -o "$copy/t.o" "$copy/t.c"; then
	found "a clock in the rules" "$(calls_world "$copy/t.o")"
fi
printf '#include <sys/socket.h>\nint main(void) { return socket(AF_UNIX, SOCK_STREAM, 0) < 0; }\n' >"$copy/n.c"
if ${CC:-cc} -o "$copy/n" "$copy/n.c"; then
	found "a socket in the program" "$(calls_net "$copy/n")"
	${CC:-cc} -c -o "$copy/n.o" "$copy/n.c"
	found "a socket in an object" "$(objects_call_net "$copy/n.o")"
fi
exit $status
