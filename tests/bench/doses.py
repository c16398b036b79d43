#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""doses.py COUNT LAST-DAY: a dose log as CSV, the same every time: the last 100 days hold six doses a day whatever COUNT is,
so that only the size of the past differs; the rest is spread over the ten years before."""
import datetime
import random
import sys

count, last = int(sys.argv[1]), datetime.date.fromisoformat(sys.argv[2])
RECENT_DAYS, RECENT_DOSES = 100, 6
recent = min(count, RECENT_DAYS * RECENT_DOSES)
old = count - recent
old_days = max(1, min(3550, old // 6))
random.seed(20261121)
print("id,taken_at,amount,unit,product,tags,note")
for i in range(count):
    if i < old:
        number = i * old_days // old
        first = -(-number * old // old_days)
        nth, of = i - first, -(-(number + 1) * old // old_days) - first
        day = last - datetime.timedelta(days=RECENT_DAYS + old_days - 1 - number)
    else:
        number, nth = divmod(i - old, RECENT_DOSES)
        of = RECENT_DOSES
        day = last - datetime.timedelta(days=-(-recent // RECENT_DOSES) - 1 - number)
    minute = 420 + nth * 400 // of
    amount = random.randint(1000, 5000) * 4 // max(of, 4) + 1
    tag = random.choice(["", "", "", "stress", "work", "pain"])
    print(f"{i + 1},{day}T{minute // 60:02}:{minute % 60:02}:00+00:00,{amount / 1000:.3f},g,leaf,{tag},")
