#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""allocations.py TAPER: moving asks nothing of the heap. The program runs in a terminal with a counter (allocations.c) before the C library;
from a key to the end of its picture there is no malloc, calloc, realloc or free."""
import os
import subprocess
import sys

import terminal

taper = os.path.abspath(sys.argv[1])

LIST = "jjkk\x06\x02Gg"  # Ctrl-F and Ctrl-B are a page down and up
FORM = "\t\t\t"
STOP = "\x03"

# The keys that lead to a screen, the first of which curses itself asks memory for; and those that move in it.
SCREENS = [
    ("Today", "1", "jjkGg"),
    ("Plan", "2", "jjjjjj" + LIST),
    ("Plan by days", "2v", "jjjjjj" + LIST),
    ("History", "3g", "jjjjjjjjjjjjjjjjjjjj" + LIST),
    ("Check-in", "4", "jjjjkk\t\t\x02"),
    ("Support", "5", "jjjjjjjjjjjjjjjj" + LIST),
    ("Guide", "6", "jjjjjjjjjjjj" + LIST),
    ("from tab to tab", "23456\t", "\t\t\t"),
    ("Month", "3m", "hhlk"),
    ("Trends", "3t", LIST),
    ("Report", "3R", LIST),
    ("a day", "3\r", "jk"),
    ("Changes", "2H", "jk"),
    ("Explain", "2x", LIST),
    ("the rules", "2w", LIST),
    ("Hold", "2h", FORM),
    ("plans side by side", "2n", "jjjkkk"),
    ("a page of the Guide", "6\r", LIST),
    ("what was found there", "6/sleep\r", LIST),
    ("Log a dose", "a", FORM),
    ("Settings", ",", LIST),
    ("Journal", "J", LIST),
    ("Help now", "!", LIST),
    ("Signs", "!W", LIST),
    ("Tools", "T", "jjkk"),
    ("Keys", "?", LIST),
    ("a week typed in", "3W", "jjkk"),
]


def build(folder):
    library = os.path.join(folder, "allocations.so")
    subprocess.run([*os.environ.get("CC", "cc").split(), "-O2", "-shared", "-fPIC", "-o", library,
                    os.path.join(terminal.tests, "tools", "allocations.c"), "-ldl"], check=True)
    return library


def look(name, way, keys, env):
    with open(env["ALLOCATIONS"], "w", encoding="ascii"):
        pass
    screen = terminal.Screen(taper, env)
    screen.picture()
    screen.type(way + keys + STOP)
    screen.wait()
    with open(env["ALLOCATIONS"], encoding="ascii") as file:
        counts = [tuple(map(int, line.split())) for line in file]
    # A line closes what the key before it did.
    moves = counts[len(way) + 1:]
    most = max(count for count, _ in moves)
    # What leads there asks for much: a counter that counts nothing is not believed, nor keys that move nothing.
    good = most == 0 and len(moves) == len(keys) and counts[0][0] > 0 and any(written for _, written in moves)
    print(f"{'ok' if good else 'not ok'} - {name}: {most} allocations for a key that moves"
          + ("" if good else f"; before and for each key, with the bytes written: {counts}"))
    return good


def main():
    if os.environ.get("VARIANT") in ("san", "valgrind"):
        print("ok - allocations # SKIP what watches the memory here has an allocator of its own")
        return
    with terminal.diary(taper) as env:
        env["ALLOCATIONS"] = os.path.join(env["HOME"], "allocations")
        env["LD_PRELOAD"] = build(env["HOME"])
        results = [look(*each, env) for each in SCREENS]
    sys.exit(0 if all(results) else 1)


main()
