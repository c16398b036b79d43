#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""ratios.py TAPER FOLDER: what taper does with a million doses against the sqlite3 shell doing the same, in the same run, and against
itself with a thousand. FOLDER holds COUNT.csv, COUNT.db and used as bench.sh makes them. Processor time (user and system), the least of
some rounds taken in turn, and the most memory."""
import datetime
import os
import re
import shutil
import subprocess
import sys

taper, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
ROUNDS, MANY = 3, 40
work = os.path.join("/dev/shm" if os.access("/dev/shm", os.W_OK) else folder, f"taper-ratios-{os.getpid()}")
csv, db, small, used = (os.path.join(folder, name) for name in ("1000000.csv", "1000000.db", "1000.db", "used"))


def run(store, *words, feed=""):
    """Milliseconds of processor time and KiB of memory of one command."""
    done = subprocess.run([used, *words], input=feed, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                          env=dict(os.environ, TAPER_DB=store, XDG_STATE_HOME=os.path.join(work, "state")))
    if done.returncode > 1:  # 1: nothing was found
        sys.exit(f"{words} did not work: {done.stderr}")
    time, memory = done.stderr.split("\n")[-2].split()
    return float(time), int(memory)


def least(rounds, *tasks):
    """The tasks in turn; the least time and the most memory of each."""
    found = [[task() for task in tasks] for _ in range(rounds)]
    return [(min(row[i][0] for row in found), max(row[i][1] for row in found)) for i in range(len(tasks))]


def line(name, ours, theirs=None, limit=""):
    ratio = f"{ours[0] / theirs[0]:8.2f}" if theirs else " " * 8
    print(f"{name:58}{ours[0]:10.2f}{theirs[0] if theirs else float('nan'):10.2f}{ratio}{ours[1] / 1024:8.1f} MiB  {limit}")


def rows(path):
    """The same doses as rows of taper's own table."""
    epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    with open(csv) as file, open(path, "w") as out:
        next(file)
        for number, text in enumerate(file, 1):
            _, at, amount, _, _, tags, _ = text.rstrip("\n").split(",")
            utc = int((datetime.datetime.fromisoformat(at) - epoch).total_seconds())
            out.write(f"{number},{number},{utc},0,{utc // 60},{round(float(amount) * 1000)},1,{tags},,1\n")


def schema():
    """taper's table and indexes, without the one column the shell can't leave empty."""
    asked = "SELECT sql || ';' FROM sqlite_schema WHERE tbl_name IN ('product', 'dose') AND sql IS NOT NULL"
    text = subprocess.run(["sqlite3", db, asked], capture_output=True, text=True, check=True).stdout
    text = re.sub(r"CREATE INDEX dose_died[^;]*;", "", text)
    return re.sub(r" died INTEGER REFERENCES change\(id\),", "", text) + "INSERT INTO product VALUES(1, 'leaf', 'g');"


def import_taper():
    store = os.path.join(work, "new.db")
    if os.path.exists(store):
        os.remove(store)
    return run(store, taper, "import", csv)


def import_shell(setting, source, table):
    store = os.path.join(work, "shell.db")
    if os.path.exists(store):
        os.remove(store)
    return run(store, "sqlite3", store, feed=f"{setting}\n.mode csv\n.import {source} {table}\n")


def main():
    os.mkdir(work)
    own = os.path.join(work, "rows.csv")
    rows(own)
    typed = schema()
    shutil.copy(small, os.path.join(work, "small.db"))
    shutil.copy(db, os.path.join(work, "large.db"))
    little, large = os.path.join(work, "small.db"), os.path.join(work, "large.db")
    print(f"\n{'a million doses':58}{'taper ms':>10}{'other ms':>10}{'ratio':>8}{'memory':>12}")

    ours, same, plain = least(ROUNDS, import_taper, lambda: import_shell("PRAGMA foreign_keys = ON;" + typed, own, "dose"),
                              lambda: import_shell("", csv, "log"))
    line("import, against .import into the same table", ours, same, "at most 1.5")
    line("import, against .import into a table of texts, no index", ours, plain)

    query = "SELECT date(utc, 'unixepoch'), sum(milli) FROM dose WHERE live = 1 GROUP BY 1;"
    ours, theirs = least(ROUNDS, lambda: run(db, taper, "history", "--by", "month", "--from", "2010-01-01"),
                         lambda: run(db, "sqlite3", db, query))
    line("daily totals of everything, by month, against GROUP BY", ours, theirs, "at most 0.3")
    ours, = least(MANY, lambda: run(db, taper, "history", "--last", "90d"))
    line("history --last 90d, the whole command", ours)

    for words in (["log", "0.1g"], ["today"], ["history", "--last", "90d"], ["stats"]):
        ours, before = least(MANY, lambda w=words: run(large, taper, *w), lambda w=words: run(little, taper, *w))
        line(" ".join(words) + ", against a thousand doses", ours, before, "at most 1.2")

    for words in (["history", "tag:stress", "over:4g"], ["history", "over:4g", "tag:none"], ["history", "product:red", "--json"],
                  ["history", "--by", "dose", "tag:stress"], ["history", "--by", "dose", "--from", "2010-01-01"],
                  ["stats", "--from", "2010-01-01"], ["export", "csv"], ["import", csv, "--dry-run"]):
        ours, = least(1, lambda w=words: run(db, taper, *w))
        line(" ".join(words).replace(csv, "FILE"), ours, None, "under 16 MiB")


try:
    main()
finally:
    shutil.rmtree(work, ignore_errors=True)
