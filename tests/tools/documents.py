#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""documents.py TAPER: each command there is prints one JSON document with --json; a new command wants a line here.

A command that can't do what is asked prints nothing there. With a decimal comma and dates of another order in the settings,
every document is the same to the last byte.
"""
import json
import os
import subprocess
import sys
import tempfile

BASE = [["safety", "--none"], ["log", "6g", "@2026-11-10 08:00", "-t", "stress"], ["log", "6.5g", "@2026-11-11 08:00"],
        ["check-in", "craving=2"], ["urge", "took", "-t", "stress"], ["journal", "a day"],
        ["plan", "start", "gentle", "--from", "20g", "--start", "today", "--acknowledge"]]
LINES = {
    "log": ["2.5g -n note"], "undo": [""], "redo": [""], "edit": ["2 7.25g", "4 craving=1", "6 more"], "show": ["2", "4", "6"],
    "today": ["", "--short"], "check-in": ["craving=3", "", "--list", "--trend"], "urge": ["took", "--list", "--stats"],
    "journal": ["text", "--list"], "history": ["", "--by dose", "--by week", "--by month", "tag:stress"], "baseline": [""], "stats": [""],
    "plan list": [""], "plan show": ["", "gentle"], "plan preview": ["gentle --from 20g --stash 100g"],
    "plan start": ["?"], "plan compare": ["--from 20g", "gentle --from 20g --replay"], "plan hold": ["3 -n", "3"], "plan resume": [""], "plan slow": ["-n"],
    "plan back": ["-n"], "plan replan": ["-n"], "plan history": [""], "plan diff": ["1 2", "gentle steady --from 20g"],
    "plan explain": [""], "plan verify": ["", "gentle"], "plan check": ["DATA/plans/gentle.yaml"], "guidance show": [""],
    "guidance list": [""], "guidance signals": [""], "guidance check": ["DATA/guidance.yaml"], "guidance backtest": ["?"], "report": ["", "-o FILE"],
    "import": ["-n FILE.csv"], "export": ["json", "report json", "csv -o FILE.csv", "ics -o FILE"], "backup": ["FILE.copy"], "restore": ["FILE.copy"],
    "doctor": ["?"], "setup": ["?"], "safety": ["", "--list"], "self-check": ["--answers nnnnnnnnnnn"],
    "config": ["", "measure", "measure 0.1g", "--path"], "support": ["", "--list", "mine", "add reason calm", "remove reason 1"],
    "guide": ["", "sleep"], "completion": ["bash"], "help": ["", "plan", "log"], "complete": ["-- plan st"],
    "plan stop": [""], "rm": ["2"], "lock": ["?"], "unlock": ["?"], "passphrase": ["?"], "wipe": ["--dry-run"],
    "help-now": [""], "cope": ["", "thoughts"],
}
ORDER = ["log", "plan hold", "export", "backup", "import"]


def run(taper, args, env):
    return subprocess.run([taper, *args], env=env, cwd=env["HOME"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


def play(taper, home, settings):
    """What every command prints, by its line."""
    env = {**os.environ, "HOME": home, "TAPER_NOW": "2026-11-24T15:10:00+01:00", "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "TERM": "dumb",
           "TAPER_DATA": os.path.abspath("data"), "XDG_DATA_HOME": home + "/d", "XDG_CONFIG_HOME": home + "/c", "XDG_STATE_HOME": home + "/s"}
    for args in [["config", *pair] for pair in settings] + BASE:
        done = run(taper, args, env)
        assert done.returncode == 0, (args, done.stderr)
    commands = [command["name"] for command in json.loads(run(taper, ["help", "--json"], env).stdout)["commands"]]
    found = {name: None for name in commands if name not in LINES}
    last = ["plan stop", "rm", "undo", "redo", "restore"]
    for name in sorted(set(commands) & set(LINES), key=lambda n: (last.index(n) if n in last else -1, ORDER.index(n) if n in ORDER else 9, n)):
        for line in LINES[name]:
            words = line.replace("?", "").replace("DATA", os.path.abspath("data")).replace("FILE", home + "/file").split()
            words = words[:words.index("--")] + ["--json"] + words[words.index("--"):] if "--" in words else words + ["--json"]
            done = run(taper, name.split() + words, env)
            found[f"{name} {line}".strip()] = (done.returncode, done.stdout.replace(home, "HOME"), done.stderr)
    for name in ("csv", "json"):
        done = run(taper, ["export", name], env)
        found[f"export {name}, as it is"] = (done.returncode, json.dumps(done.stdout), done.stderr)
    return found


def good(line, told):
    if told is None:
        return False
    status, out, _ = told
    if "?" in line and out == "":
        return status != 0
    try:
        json.loads(out)
    except ValueError:
        return False
    return status in (0, 1)


def main():
    bad = 0
    taper = os.path.abspath(sys.argv[1])
    for name in [n for n in os.environ if n.startswith(("XDG_", "TAPER_", "LC_"))]:
        del os.environ[name]
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        plain = play(taper, one, [])
        other = play(taper, two, [["decimal", "comma"], ["dates", "month-day"]])
    for line, told in plain.items():
        fine = good(line, told)
        same = line.startswith("config") or told == other[line]
        print(("ok" if fine and same else "not ok") + f" - json: {line}")
        if not fine:
            print("# " + ("it has no line in tests/tools/documents.py" if told is None else str(told)[:600]))
        elif not same:
            print(f"# {told}\n# {other[line]}")
        bad += not (fine and same)
    return 1 if bad else 0


sys.exit(main())
