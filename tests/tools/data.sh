#!/bin/sh
# SPDX-License-Identifier: MIT
# data.sh TAPER: every shipped plan and every example log is read by the program itself.
set -u

taper=$1
cd "$(dirname "$0")/../.." || exit 1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
HOME=$home TAPER_NOW=2026-11-21T15:10:00+01:00 TZ=Europe/Berlin LC_ALL=C.UTF-8
export HOME TAPER_NOW TZ LC_ALL
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
status=0

try() { # NAME COMMAND...
	label=$1
	shift
	if "$@" >"$home/said" 2>&1; then
		echo "ok - data: $label"
	else
		echo "not ok - data: $label"
		sed 's/^/# /' "$home/said"
		status=1
	fi
}
json() { "$@" | python3 -m json.tool; }
whole_preview() { # the amounts never rise, the days follow on one another and the last step is the goal
	"$@" | python3 -c '
import datetime, json, sys
plan = json.load(sys.stdin)
steps = plan["steps"]
assert steps[-1]["days"] is None and steps[-1]["target"] == plan["goal"], "the last step is the goal"
day = datetime.date.fromisoformat(plan["start"])
for step in steps:
    assert datetime.date.fromisoformat(step["from"]) == day, step
    day += datetime.timedelta(days=step["days"] or 0)
assert all(a["target"] >= b["target"] for a, b in zip(steps, steps[1:])), "targets rise"
assert sum(s["days"] or 0 for s in steps) == plan["days"], "days"
'
}

for plan in data/plans/*.yaml; do
	name=$(basename "$plan" .yaml)
	try "plan $name has no mistake" "$taper" plan check "$plan"
	try "plan $name from 20 a day is whole" whole_preview "$taper" plan preview "$name" --from 20 --start 2026-12-01 --json
done
for log in tests/data/logs/*.csv; do
	export TAPER_DB="$HOME/${log##*/}.db"
	try "log ${log##*/} is read" "$taper" import "$log"
done
try "today --json is JSON" json "$taper" today --json
try "history --json is JSON" json "$taper" history --by day --json
exit $status
