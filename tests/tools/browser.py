# SPDX-License-Identifier: MIT
"""browser.py PLAN.json PAGE.txt: the days of a page as it was printed (pdftotext -layout) against the plan's."""
import datetime
import decimal
import json
import re
import sys

Amount = decimal.Decimal
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
ROW = re.compile(r"\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d+) (" + "|".join(MONTHS) + r")\s+(\d+)\s+(.*)")


def planned(path):
    plan = json.load(open(path, encoding="utf-8"), parse_float=Amount, parse_int=Amount)
    days = []
    for step in plan["steps"]:
        doses = [d for d in step["doses"] if d > 0]
        days += [(step["target"], doses)] * int(step["days"] or 1)
    return datetime.date.fromisoformat(plan["steps"][0]["from"]), days


def main():
    first, days = planned(sys.argv[1])
    read = 0
    for line in open(sys.argv[2], encoding="utf-8"):
        row = ROW.match(line.replace("\f", ""))
        if not row:
            continue
        day = first + datetime.timedelta(days=int(row[4]) - 1)
        assert (day.strftime("%a"), day.day, MONTHS[day.month - 1]) == (row[1], int(row[2]), row[3]), line
        numbers = [Amount(n) for n in re.findall(r"[\d.]+", row[5])]
        total, doses = days[read]
        assert int(row[4]) == read + 1, f"day {row[4]} where {read + 1} was to come"
        assert numbers == doses + [total], f"{line}: planned {doses} and {total}"
        assert sum(doses) == total
        read += 1
    assert read == len(days), f"{read} days where there are {len(days)}"


main()
