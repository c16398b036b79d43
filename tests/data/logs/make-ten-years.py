#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a dose log of ten years, as CSV: the same bytes on every machine.

    python3 make-ten-years.py > ten-years.csv

Someone in Berlin begins with two doses a day in November 2016 and takes eight at the end; a month without, a year of tea
on Sundays, a fortnight in Tokyo, and the clock changes of every year are in it.
"""
import random
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

FIRST, LAST = date(2016, 11, 22), date(2026, 11, 20)
AWAY = (date(2019, 6, 1), date(2019, 6, 30))
TEA = (date(2021, 1, 1), date(2021, 12, 31))
TOKYO = (date(2023, 4, 3), date(2023, 4, 16))
TAGS = ["", "", "", "", "", "stress", "work", "pain", "sleep", "social"]


def doses(day, done):
    """The day's doses as (wall time, milligrams, product, tag)."""
    many = 2 + done * 6 // 3650
    for nth in range(many):
        minute = 450 + nth * (870 // (many - 1)) + random.randint(-20, 20)
        amount = random.randint(30, 34) * 50 if done < 1825 else random.randint(48, 56) * 50
        product = "tea" if day.weekday() == 6 and TEA[0] <= day <= TEA[1] and nth == 0 else "leaf"
        yield minute, amount, product, random.choice(TAGS)


def main():
    random.seed(2016)
    print("id,taken_at,amount,unit,product,tags,note")
    number = 0
    for done in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=done)
        zone = ZoneInfo("Asia/Tokyo" if TOKYO[0] <= day <= TOKYO[1] else "Europe/Berlin")
        for minute, amount, product, tag in doses(day, done):
            if AWAY[0] <= day <= AWAY[1]:
                continue
            number += 1
            wall = datetime.combine(day, time()) + timedelta(minutes=minute)
            taken = wall.replace(tzinfo=zone)
            taken = taken.astimezone(timezone(taken.utcoffset()))
            note = f"the first of {day.year}" if day.month == day.day == 1 and minute < 500 else ""
            print(f"{number},{taken.isoformat()},{amount / 1000:g},g,{product},{tag},{note}")


main()
