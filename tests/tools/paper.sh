#!/bin/sh
# SPDX-License-Identifier: MIT
# paper.sh TAPER: the schedule in every format, read back by Python's html.parser, icalendar and vobject and by poppler, and compared
# day by day; then all other documents.
set -u

taper=$1
cd "$(dirname "$0")/../.." || exit 1
here=$PWD/tests/tools
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
HOME=$home TZ=Europe/Berlin LC_ALL=C.UTF-8 TAPER_DATA=$PWD/data
export HOME TZ LC_ALL TAPER_DATA
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME TAPER_DB
plans=$PWD/tests/data/plans/good
logs=$PWD/tests/data/logs
cd "$home" || exit 1
status=0

# The one that has what reads calendars may not be the one that comes first.
python=python3
for has in icalendar,vobject icalendar; do
	for one in /usr/bin/python3 python3; do
		"$one" -c "import $has" >/dev/null 2>&1 && python=$one && break 2
	done
done

# What draws pages is a program of its own, and may be left out of a build.
pdf=
for place in "${taper%/*}" "${taper%/*}/.."; do
	[ -x "$place/taper-pdf" ] && pdf=yes
done

# Each time something is written its names have the next number, and all of it is read at the end by one program.
stage=0
write_pdf() { # the pages, and again: the same schedule has the same bytes
	[ -n "$pdf" ] || return 0
	"$taper" export pdf -o sheet-$stage.pdf --paper a4
	"$taper" export pdf -o again-$stage.pdf --paper a4
	"$taper" export pdf --weigh -o weigh-$stage.pdf --paper a4
	cmp sheet-$stage.pdf again-$stage.pdf || status=1
}
write_all() {
	stage=$((stage + 1))
	write_pdf >/dev/null
	for format in txt html md; do
		"$taper" export $format -o sheet-$stage.$format
		"$taper" export $format --weigh -o weigh-$stage.$format
	done >/dev/null
	"$taper" export ics -o sheet-$stage.ics >/dev/null
	"$taper" export ics --doses -o doses-$stage.ics >/dev/null
	"$taper" plan show --json >plan-$stage.json
}
read_back() { # NAME PLAN FILE...
	(IFS='	' && printf '%s\n' "$*") >>cases
}
same() { # NAME FILE...: the usual ones, and these
	label=$1
	shift
	read_back "$label" plan-$stage.json sheet-$stage.txt weigh-$stage.txt sheet-$stage.html weigh-$stage.html sheet-$stage.md \
		weigh-$stage.md sheet-$stage.ics doses-$stage.ics ${pdf:+sheet-$stage.pdf weigh-$stage.pdf} "$@"
}
everything() { # NAME
	write_all
	same "$1"
}
later() { # NAME: what was in the calendar before is there when the new one is read
	before=$stage
	write_all
	same "$1" sheet-$before.ics+sheet-$stage.ics doses-$before.ics+doses-$stage.ics
}
begin() { # PLAN AMOUNT: in a log of its own
	rm -rf .local .config
	"$taper" safety --none >/dev/null
	"$taper" plan start "$1" --from "$2" --start 2026-12-01 --acknowledge >/dev/null || status=1
}

TAPER_NOW=2026-11-21T15:10:00+01:00
export TAPER_NOW
begin steady 20g
everything steady
"$taper" plan preview steady --from 20g --start 2026-12-01 --json >plan-preview.json
read_back "steady as previewed" plan-preview.json sheet-$stage.txt sheet-$stage.html sheet-$stage.md

begin brisk 12g
write_all
TAPER_NOW=2026-12-10T09:00:00+01:00
"$taper" plan hold >/dev/null
later "on hold"
"$taper" undo >/dev/null
later "hold undone"
"$taper" redo >/dev/null
later "held again"
TAPER_NOW=2026-12-20T09:00:00+01:00
"$taper" plan resume >/dev/null
later "gone on"
TAPER_NOW=2027-01-05T09:00:00+01:00
"$taper" config times 09:00,21:00,01:30 >/dev/null
"$taper" plan replan steady --from 4g --start 2027-01-06 --acknowledge >/dev/null
later "other times"
TAPER_NOW=2027-01-20T09:00:00+01:00
"$taper" plan slow >/dev/null
later "slower"
TAPER_NOW=2027-02-02T09:00:00+01:00
"$taper" plan back >/dev/null
later "a step back"
TAPER_NOW=2027-02-04T09:00:00+01:00
"$taper" plan hold 5 >/dev/null
later "held while back"
TAPER_NOW=2027-02-26T09:00:00+01:00
"$taper" plan replan brisk --acknowledge >/dev/null
later "anew after it"
[ -z "$pdf" ] || "$taper" export pdf -o sheet-letter.pdf --paper letter >/dev/null
[ -z "$pdf" ] || read_back "anew, on Letter" plan-$stage.json sheet-letter.pdf

TAPER_NOW=2026-11-21T15:10:00+01:00
begin "$plans/capsules.yaml" 40
everything capsules
cat >hostile.yaml <<'PLAN'
format: taper-plan/1
name: hostile
title: "=cmd|' /C calc'!A0 <script>alert(1)</script> | 日本 שלום \\ ; , `x` [y](z) &amp; \"q\""
unit: g
measure: 0.05 g
doses:
  - {at: "01:30", name: "-2"}
  - {at: "08:00", name: "<b>|=1+1"}
  - {at: "12:00", name: "+1, 日; \\n"}
  - {at: "18:00", name: "שלום"}
  - {at: "23:30", name: "@SUM(A1)"}
phases: [{cut: 10 %, every: 7, until: 0.5 g}]
PLAN
begin ./hostile.yaml 9.35g
everything hostile 2>fonts
# Characters that no font here has are told of; where there is one for each, nothing is said.
if grep -v '^taper: pdf: no font here has ' fonts; then
	status=1
fi
cat >many.yaml <<'PLAN'
format: taper-plan/1
name: many
title: Twelve a day
unit: g
measure: 0.001 g
doses: [{at: "06:00"}, {at: "07:30"}, {at: "09:00"}, {at: "10:30"}, {at: "12:00"}, {at: "13:30"}, {at: "15:00"}, {at: "16:30"},
  {at: "18:00"}, {at: "19:30"}, {at: "21:00"}, {at: "22:30"}]
phases: [{cut: 5 %, every: 2, until: 12 g}, {cut: 20 %, every: 7, until: 0.5 g}]
PLAN
if [ -n "$pdf" ]; then
	begin ./many.yaml 29.35g
	stage=$((stage + 1))
	write_pdf
	"$taper" plan show --json >plan-$stage.json
	"$taper" export pdf -o sheet-letter-$stage.pdf --paper letter
	"$taper" import "$logs/sixty-days.csv"
	"$taper" report -o report.pdf --paper a4 --note 'Größe, être, Привет мир, Ελλάδα'
	"$taper" export pdf --what log -o log.pdf --paper a4
	"$taper" export pdf --what support -o support-letter.pdf --paper letter
fi >/dev/null
[ -z "$pdf" ] || read_back "twelve a day" plan-$stage.json sheet-$stage.pdf weigh-$stage.pdf sheet-letter-$stage.pdf report.pdf log.pdf \
	support-letter.pdf
"$python" "$here/paper.py" cases || status=1

# The log, the report and the own plan, with the worst that can be typed.
TAPER_NOW=2026-11-21T15:10:00+01:00
begin ./hostile.yaml 20g
words='=cmd|1 <script>alert(1)</script> [a](http://x) *b* _c_ `d` &amp; \\ "q" $e$ ~f~ 1. #'
{
	"$taper" import "$logs/sixty-days.csv"
	"$taper" log 2 @'2026-11-19 13:00' -t '=1+1' -t 'a|b'
	"$taper" log 15mg @'2026-11-19 14:00' -p '=extract|<i>'
	"$taper" support add reason "$words"
	"$taper" support add person '+49 30 1: <b>|=1+1'
	"$taper" export log -o log.html
	"$taper" export log -o log.md
	"$taper" export support -o support.html
	"$taper" export support -o support.md
	for type in html md; do "$taper" report --note "$words" -o report.$type; done
} >/dev/null
"$taper" report --note "$words" --json >report.json
"$taper" history --by day --json --from 2026-09-22 --to 2026-11-20 >history.json
"$python" "$here/paper_parts.py" "the worst" history.json report.json . || status=1
exit $status
