#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""table.py FILE.json...: hyperfine's results as a table; the first row is what the others are compared with."""
import json
import sys

rows = []
for path in sys.argv[1:]:
    with open(path) as file:
        for result in json.load(file)["results"]:
            rows.append((result["command"], 1000 * (result["user"] + result["system"]), 1000 * result["median"]))
base = rows[0][1]
print(f"{'':44}{'processor ms':>14}{'elapsed ms':>12}{'times hello':>13}")
for name, processor, elapsed in rows:
    print(f"{name:44}{processor:14.2f}{elapsed:12.2f}{processor / base:13.1f}")
