#!/bin/sh
# SPDX-License-Identifier: MIT
# browser.sh TAPER: the page as Chromium shows and prints it: it asks for nothing, is no wider than a phone, and its printed days are
# those of the plan; and a calendar as ical.js reads it. Only where there is a Chromium; `make browser` runs it.
set -u

taper=$1
cd "$(dirname "$0")/../.." || exit 1
browser=
for one in chromium chromium-browser google-chrome; do
	command -v "$one" >/dev/null 2>&1 && browser=$one && break
done
if [ -z "$browser" ] || ! command -v pdftotext >/dev/null 2>&1; then
	echo "ok - browser # skipped: there is no chromium here, or no pdftotext"
	exit 0
fi
here=$PWD/tests/tools
logs=$PWD/tests/data/logs
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
HOME=$home TZ=Europe/Berlin LC_ALL=C.UTF-8 TAPER_DATA=$PWD/data TAPER_NOW=2026-11-21T15:10:00+01:00
export HOME TZ LC_ALL TAPER_DATA TAPER_NOW
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME TAPER_DB
cd "$home" || exit 1
status=0

run() { # ARGUMENTS...: a browser of its own, with nothing it could ask for outside
	"$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
		--disable-component-update --disable-sync --host-resolver-rules='MAP * ~NOTFOUND' --user-data-dir="$home/browser" \
		--virtual-time-budget=5000 --hide-scrollbars "$@" 2>/dev/null
}
say() { # WORKED NAME
	if [ "$1" = 0 ]; then
		echo "ok - browser: $2"
	else
		echo "not ok - browser: $2"
		status=1
	fi
}
fits() { # FILE WIDTH: nothing in a window so narrow goes past its edge
	cat >frame.html <<PAGE
<body style="margin:0"><iframe id="page" src="$1" style="border:0;width:$2px;height:600px"></iframe><p id="told"></p><script>
onload = function () {
	var page = document.getElementById("page").contentDocument, widest = page.documentElement.scrollWidth, tables = 0
	for (var one of page.querySelectorAll(".scroll")) {
		tables++
		widest = Math.max(widest, one.scrollWidth - one.clientWidth + $2)
	}
	document.getElementById("told").textContent = "tables " + (tables > 0) + " widest " + widest + " asked " +
		document.getElementById("page").contentWindow.performance.getEntriesByType("resource").length
}
</script></body>
PAGE
	run --allow-file-access-from-files --dump-dom "file://$home/frame.html" | grep -q "tables true widest $2 asked 0"
	say $? "$3 on $2 pixels"
}
printed() { # FILE NAME: the days on its pages are those of the plan
	run --no-pdf-header-footer --print-to-pdf="$home/page.pdf" "file://$home/$1" &&
		pdftotext -layout page.pdf page.txt && python3 "$here/browser.py" plan.json page.txt
	say $? "$2 on paper"
}

"$taper" safety --none >/dev/null
"$taper" plan start steady --from 20g --start 2026-12-01 >/dev/null || status=1
"$taper" export html -o page.html >/dev/null
"$taper" export html --weigh -o weigh.html >/dev/null
"$taper" plan show --json >plan.json
for width in 320 390 1280; do
	fits page.html $width steady
	fits weigh.html $width weighing
done
printed page.html steady
"$taper" import "$logs/sixty-days.csv" >/dev/null
for of in log report support; do
	"$taper" export $of -o $of.html >/dev/null
	fits $of.html 320 "$of"
	fits $of.html 1280 "$of"
done
"$taper" undo >/dev/null
"$taper" undo >/dev/null
"$taper" config times 06:00,09:00,12:00,15:00,18:00,21:00,23:30 >/dev/null
"$taper" plan start steady --from 30g --start 2026-12-01 >/dev/null || status=1
"$taper" export html -o many.html >/dev/null
"$taper" plan show --json >plan.json
fits many.html 390 "seven doses"
printed many.html "seven doses"

# A calendar and the one after a change, by what many calendars in browsers are made with; NODE_PATH says where ical.js is.
if NODE_PATH=${NODE_PATH:-/usr/share/nodejs} node -e 'require("ical.js")' >/dev/null 2>&1; then
	"$taper" export ics --doses -o old.ics >/dev/null
	TAPER_NOW=2027-01-10T09:00:00+01:00 "$taper" plan hold 10 >/dev/null
	TAPER_NOW=2027-01-10T09:00:00+01:00 "$taper" export ics --doses -o new.ics >/dev/null
	TAPER_NOW=2027-01-10T09:00:00+01:00 "$taper" plan show --json >plan.json
	NODE_PATH=${NODE_PATH:-/usr/share/nodejs} node "$here/calendar.cjs" plan.json old.ics new.ics
	say $? "a year and its second import by ical.js"
else
	echo "ok - browser: a year by ical.js # skipped: there is no node here, or no ical.js (npm install ical.js, NODE_PATH)"
fi
exit $status
