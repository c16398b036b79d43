#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bytes.py TAPER: how many bytes the terminal gets for one row down or up, in every list and page, where it scrolls and where it does not. They
are the same on every machine; more than the bound here means that something is drawn anew that was there already."""
import os
import subprocess
import sys

import terminal

taper = os.path.abspath(sys.argv[1])

# Besides the diary: help lines of a country that has many, practices, and a table from elsewhere.
MORE = r"""
taper plan hold 7 --yes
taper config country US
taper support add practice Walk 'after breakfast'
taper support add practice Read 'in bed'
printf 'Datum;Uhrzeit;Menge;Wort\n20/11/2026;8:05;2,5;early\n20/11/2026;13:00;3;late\n' >"$HOME/doses.csv"
"""
DOWN, UP = "\033OB", "\033OA"
ROWS = 60  # to the end, and back to the first

# The keys that lead to a list (+ for one more picture) and the most that one row of it may take.
LISTS = [
    ("Today", "gg", 160),
    ("Plan", "2", 215),  # a change of the plan is a row of its own, and the present step comes in with its mark
    ("Plan by days", "2v", 180),
    ("History", "3", 200),
    ("A day", "3j\r", 110),
    ("A month", "3m+", 800),  # up from its first week the whole map is another month's
    ("Trends, the period", "3tp", 150),
    ("Report", "3R", 130),
    ("A week from paper", "3W", 135),
    ("Export", "3E", 165),
    ("Import", "3I", 130),
    ("Import, the columns", "3IHOME/doses.csv\r", 155),
    ("Changes of the plan", "2H", 100),
    ("Rules", "2w", 195),
    ("Plans side by side", "2n", 200),
    ("About a plan", "2nx", 170),
    ("Two plans compared", "2nc", 200),
    ("A plan before it begins", "2nj\r", 155),
    ("Start from", "2nf", 150),
    ("Hold", "2h", 200),
    ("Check-in", "4", 160),
    ("Support", "5", 230),  # at its end, where most of what passed was blank
    ("Sources of the lines", "5s", 200),
    ("Country", "5C", 150),
    ("Guide", "6", 110),
    ("A page of the guide", "6j\r", 190),
    ("What was found", "6/sleep\r", 640),  # the page beside it stands still: where the list scrolls all of it is written
    ("Settings", ",", 205),
    ("A setting's values", ",jj\r", 140),
    ("Copies of the log", ",B", 110),
    ("Tools", "T", 150),
    ("Help now", "!", 195),
    ("Signs", "!W", 235),  # two long sentences, one gets the bar and one loses it
    ("Triggers", "Uw", 150),
    ("Keys", "?", 155),
    ("Journal", "J", 190),
    ("Log", "a", 145),
]


def look(name, keys, bound, env):
    screen = terminal.Screen(taper, env)
    screen.go(keys.replace("+", "").replace("HOME", env["HOME"]))
    for _ in range(keys.count("+")):
        screen.picture()
    screen.type(DOWN * ROWS + UP * ROWS)  # all at once: none comes so late that the cursor is taken to rest
    sizes = [len(screen.picture()) for _ in range(2 * ROWS)]
    screen.end()
    good = max(sizes) <= bound
    print(f"{'ok' if good else 'not ok'} - {name} in {env['TERM']}: {max(sizes)} bytes for a row, at most {bound}"
          + ("" if good else f": {sizes}"))
    return good


def main():
    with terminal.diary(taper) as env:
        subprocess.run(["sh", "-c", MORE], env=env, check=True, stdout=subprocess.DEVNULL)
        results = [look(*each, dict(env, TERM=term)) for term in ("xterm-256color", "screen-256color") for each in LISTS]
    sys.exit(0 if all(results) else 1)


main()
