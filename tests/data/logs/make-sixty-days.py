#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes sixty-days.csv, a dose log as a person in Berlin might keep it: the same bytes on every machine.

    python3 make-sixty-days.py > sixty-days.csv
"""

import csv
import random
import sys
from datetime import date, datetime, timedelta, timezone

FIRST, LAST = date(2026, 9, 22), date(2026, 11, 20)
CHANGE = datetime(2026, 10, 25, 1, 0, tzinfo=timezone.utc)  # summer time ends: 03:00 is 02:00 again
SUMMER, WINTER = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))

USUAL = [(8, 0), (13, 0), (18, 0), (22, 30)]
EMPTY = {date(2026, 9, 30), date(2026, 10, 11), date(2026, 10, 12), date(2026, 11, 3)}
NONE_TODAY = date(2026, 10, 18)
MISSED = {(date(2026, 9, 26), 1), (date(2026, 10, 6), 2), (date(2026, 10, 21), 1), (date(2026, 10, 31), 0),
          (date(2026, 11, 8), 1)}
# A last dose after midnight still counts for the evening before it.
LATE = {date(2026, 9, 25): (0, 40), date(2026, 10, 2): (1, 15), date(2026, 10, 24): (2, 30), date(2026, 11, 6): (0, 20),
        date(2026, 11, 14): (1, 5)}
EXTRA = [
    (date(2026, 9, 24), (15, 40), 2.0, "stress work", 'deadline moved, again; "just one more page"'),
    (date(2026, 9, 28), (16, 10), 1.5, "pain", "back, after carrying the boxes"),
    (date(2026, 10, 3), (20, 15), 2.5, "social", "dinner at José and Zoë's"),
    (date(2026, 10, 9), (3, 20), 1.5, "sleep", "awake since two, Grüße vom Vollmond"),
    (date(2026, 10, 16), (15, 5), 2.0, "work stress", "call with Łukasz, Dvořák on hold for 40 min"),
    (date(2026, 10, 27), (16, 30), 1.0, "pain", "tooth"),
    (date(2026, 11, 5), (11, 0), 1.5, "stress", ""),
    (date(2026, 11, 11), (20, 40), 2.0, "social", 'Müller said "try tea instead", so I did, after'),
]
NOTES = {
    (date(2026, 9, 22), 0): "first day of writing it down",
    (date(2026, 10, 1), 3): "new bag, same vendor, tastes älter",
    (date(2026, 10, 8), 1): "with lunch, crêpes",
    (date(2026, 10, 25), 0): "the clocks went back",
    (date(2026, 11, 2), 2): "- half an hour late",
    (date(2026, 11, 16), 1): "walk first, then this\nfelt fine",
}
LAST_WEEK_TENTHS = [201, 197, 204, 198, 206, 195, 199]  # its days, in tenths of a gram


def wall(day, clock):
    """A local time with its offset; the doubled hour is told apart by the caller."""
    naive = datetime(day.year, day.month, day.day, *clock)
    summer = naive.replace(tzinfo=SUMMER)
    return summer if summer < CHANGE else naive.replace(tzinfo=WINTER)


def four_doses(rng, day):
    """Tenths of a gram: 4.5 to 5.5 g each, the last week with totals that are set."""
    left = (LAST - day).days
    if left >= len(LAST_WEEK_TENTHS):
        return [rng.randint(45, 55) for _ in USUAL]
    total = LAST_WEEK_TENTHS[len(LAST_WEEK_TENTHS) - 1 - left]
    doses = [total // 4 + rng.randint(-2, 2) for _ in USUAL[1:]]
    return doses + [total - sum(doses)]


def rows():
    rng = random.Random(20260922)
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        if day in EMPTY:
            continue
        if day == NONE_TODAY:
            yield wall(day, (21, 0)), 0, "", "none today, a cold and no appetite"
            continue
        doses = four_doses(rng, day)
        for slot, (hour, minute) in enumerate(USUAL):
            shift = rng.randint(-25, 25)
            clock = divmod(hour * 60 + minute + shift, 60)
            if (day, slot) in MISSED:
                continue
            when = wall(day, clock)
            if slot == 3 and day in LATE:
                when = wall(day + timedelta(days=1), LATE[day])
            yield when, doses[slot], "", NOTES.get((day, slot), "")
    for day, clock, grams, tags, note in EXTRA:
        yield wall(day, clock), round(grams * 10), tags, note
    # 02:30 comes twice on the night of the change: once at each offset.
    yield datetime(2026, 10, 25, 2, 30, tzinfo=WINTER), 10, "sleep", "02:30 for the second time"


def main():
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["id", "taken_at", "amount", "unit", "product", "tags", "note"])
    for number, (when, tenths, tags, note) in enumerate(sorted(rows(), key=lambda row: row[0]), 1):
        amount = f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)
        guard = "'" if note[:1] in ("=", "+", "-", "@", "\t", "\r", "'") and note else ""
        out.writerow([number, when.isoformat(), amount, "g", "leaf", tags, guard + note])


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    main()
