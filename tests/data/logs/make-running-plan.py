#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes running-plan.csv, the log behind the pictures: two weeks as before, then fifty-one days of a plan that goes down by
5 % a week, with a week on hold and some days above it, and the morning of the next. The same bytes on every machine.

    python3 make-running-plan.py > running-plan.csv
"""

import csv
import random
import sys
from datetime import date, datetime, timedelta, timezone

FIRST, BEGIN, TODAY = date(2026, 9, 17), date(2026, 10, 1), date(2026, 11, 21)
CHANGE = datetime(2026, 10, 25, 1, 0, tzinfo=timezone.utc)
SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))

BEFORE = [201, 197, 204, 198, 206, 195, 199]  # a week's days in tenths of a gram, twice
LEVELS = [190, 181, 172, 163, 163, 155, 148, 140]  # a week each; the second 163 is the hold
USUAL = [(8, 0), (13, 0), (18, 0), (22, 0)]
EXTRA = {  # what came besides on a day, in tenths, and why
    date(2026, 10, 3): (19, 40, 12, "social"),
    date(2026, 10, 27): (16, 20, 10, "sleep"),
    date(2026, 11, 6): (15, 30, 12, "stress"),
    date(2026, 11, 7): (20, 10, 9, "stress"),
    date(2026, 11, 13): (16, 40, 6, "stress"),
}
TAGS = {(date(2026, 11, 18), 1): "work", (date(2026, 11, 20), 2): "work", (TODAY, 1): "work"}


def wall(day, hour, minute):
    naive = datetime(day.year, day.month, day.day, hour, minute)
    summer = naive.replace(tzinfo=SUMMER)
    return summer if summer < CHANGE else naive.replace(tzinfo=WINTER)


def total(rng, day):
    if day < BEGIN:
        return BEFORE[(day - FIRST).days % 7]
    return LEVELS[(day - BEGIN).days // 7] - rng.choice([0, 0, 0, 1, 2, 3])


def rows():
    rng = random.Random(20261001)
    for number in range((TODAY - FIRST).days):
        day = FIRST + timedelta(days=number)
        left = total(rng, day)
        for slot, (hour, minute) in enumerate(USUAL):
            tenths = left // (4 - slot)
            left -= tenths
            clock = divmod(hour * 60 + minute + rng.randint(-12, 18), 60)
            yield wall(day, *clock), tenths, TAGS.get((day, slot), "")
        if day in EXTRA:
            hour, minute, tenths, why = EXTRA[day]
            yield wall(day, hour, minute), tenths, why
    yield wall(TODAY, 8, 5), 34, ""
    yield wall(TODAY, 12, 50), 35, TAGS[TODAY, 1]


def main():
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["taken_at", "amount", "unit", "product", "tags", "note"])
    for when, tenths, tags in sorted(rows(), key=lambda row: row[0]):
        out.writerow([when.isoformat(), f"{tenths // 10}.{tenths % 10}", "g", "leaf", tags, ""])


if __name__ == "__main__":
    main()
