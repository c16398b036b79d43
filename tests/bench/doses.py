#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""doses.py COUNT LAST-DAY: a dose log as CSV, the same every time: ten years, and at least four doses a day."""
import datetime
import random
import sys

count, last = int(sys.argv[1]), datetime.date.fromisoformat(sys.argv[2])
a_day = max(4, -(-count // 3650))
days = -(-count // a_day)
random.seed(20261121)
print("id,taken_at,amount,unit,product,tags,note")
for i in range(count):
    day = last - datetime.timedelta(days=days - 1 - i // a_day)
    minute = 420 + i % a_day * 400 // a_day
    amount = random.randint(1000, 5000) * 4 // a_day + 1
    tag = random.choice(["", "", "", "stress", "work", "pain"])
    print(f"{i + 1},{day}T{minute // 60:02}:{minute % 60:02}:00+00:00,{amount / 1000:.3f},g,leaf,{tag},")
