#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bench.py TAPER TOOLS [short]: one table of taper against a bare program that does only the same, and against other programs, taken in
turn in one run: medians of processor time (user and system), and ratios. TOOLS holds what bench.sh built. Figures to look at, not
a test: they say little until the machine is quiet."""
import datetime
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

import chart
import goals
import peers

taper, tools = (os.path.abspath(path) for path in sys.argv[1:3])
short = "short" in sys.argv[3:]
here = os.path.dirname(os.path.abspath(__file__))
SIZES = [0, 1000, 1000000] if short else [0, 1000, 100000, 1000000]
PEER_SIZES = [1000] if short else [1000, 100000, 1000000]
ROUNDS, LEAST, SECONDS, LIMIT = (9, 3, 2.0, 4) if short else (25, 3, 5.0, 8)
GAP, WORK = "-", 43  # no figure; the width of what a row is about
today = datetime.date.today()
stores = os.path.join(tools, "stores")
scratch = os.path.join("/dev/shm" if os.access("/dev/shm", os.W_OK) else tools, f"taper-bench-{os.getpid()}")
os.environ.update(TAPER_NOW=f"{today}T15:10:00+00:00", TZ="UTC", LC_ALL="C.UTF-8", NO_COLOR="1", HOME=scratch,
                  TAPER_DATA=os.path.join(here, "..", "..", "data"))
for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LEDGER_FILE"):
    os.environ.pop(name, None)
FIRST_FRAME = "Today: ms of processor to the first frame"
growth = {}
too_slow = {}  # (work, program): what was said of it at a smaller size


class Subject:
    """One command, its samples in ms, and the most memory it took in MiB. before is what is done before each round, uncounted."""

    patience = 0

    def __init__(self, words, feed="", store=None, before=None, timew=None):
        self.words, self.feed, self.before = [os.path.join(tools, "used"), *words], feed, before
        self.env = dict(os.environ, TAPER_DB=store or "", TIMEWARRIORDB=timew or "")
        self.samples, self.memory, self.gone, self.spent = [], 0.0, None, 0.0

    def run(self):
        if self.before:
            self.before()
        begin = time.monotonic()
        source = open(self.feed[1:]) if self.feed.startswith("@") else None
        try:
            done = subprocess.run(self.words, input=None if source else self.feed, stdin=source, text=True, env=self.env,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=max(LIMIT, self.patience), check=False)
        except subprocess.TimeoutExpired:
            self.gone = f"over {LIMIT} s"
            return
        finally:
            self.spent += time.monotonic() - begin
            if source:
                source.close()
        if done.returncode > 1:  # 1: nothing was found
            self.gone = "does not"
            return
        ms, kib = done.stderr.split("\n")[-2].split()
        self.samples.append(float(ms))
        self.memory = max(self.memory, int(kib) / 1024)

    def wants_more(self):
        return not self.gone and (len(self.samples) < LEAST and self.spent < SECONDS or
                                  len(self.samples) < ROUNDS and self.spent < SECONDS / 3)

    def median(self):
        return statistics.median(self.samples) if self.samples else None


def figure(ms):
    return GAP if ms is None else f"{ms:.2f}" if ms < 10 else f"{ms:.1f}" if ms < 100 else f"{ms:,.0f}"


def row(work, size, ours, bare=None, others=None, goal=None, most_ms=None, least=None):
    """Takes all in turn and prints one line. goal: times the bare program; most_ms: at all; least: {program: times as fast}."""
    subjects = [subject for subject in (ours, bare, *(others or {}).values()) if subject]
    while any(subject.wants_more() for subject in subjects):
        for subject in subjects:
            if subject.wants_more():
                subject.run()
    median = ours.median()
    if median is None:
        print(f"{work:{WORK}}{ours.gone}")
        return
    base = bare.median() if bare else None
    ratio = median / base if base else None
    say = [f"{name} {other.gone}" if other.gone and not other.samples else
           f"{name} {figure(other.median())} ({goals.faster(work, size, name, other.median() / median, (least or {}).get(name, 0))})"
           for name, other in (others or {}).items()]
    wanted = goals.at_most(work, size, median, most_ms, " ms") if most_ms else goals.at_most(work, size, ratio, goal)
    line(work, size, figure(median), figure(base), ratio, wanted, goals.memory(work, size, ours.memory), ", ".join(say))
    if size != GAP:
        growth.setdefault(work, []).append((size, median))


def line(work, size, ours, bare, ratio, wanted, memory, say=""):
    size = f"{size:,}" if isinstance(size, int) else size
    ratio_text = f"{ratio:.2f}" if ratio else ""
    print(f"{work:{WORK}}{size:>10}{ours:>9}{bare:>9}{ratio_text:>8}  {wanted[0]:8}{wanted[1]:10}{memory:>6}  {say}".rstrip(), flush=True)


def heads(about, against, memory="", say=""):
    print(f"{about:{WORK}}{'doses':>10}{'taper':>9}{against:>9}{'ratio':>8}  {'goal':18}{memory:>6}  {say}".rstrip())


def flat(work):
    """Has to follow the rows of a work."""
    said = goals.flat(work, growth.get(work, []))
    if said:
        line(f"  {work}: longest against 1,000", GAP, "", "", said[0], said[1:], "")


def tool(name):
    return os.path.join(tools, name)


def command(*words, **more):
    return Subject([taper, *words], **more)


def quiet(words, **more):
    subprocess.run(words, stdout=subprocess.DEVNULL, check=True, **more)


def make_store(size):
    """STORES/SIZE: the doses as CSV, taper's store with a plan in its eighth week, and the other programs' files."""
    folder = os.path.join(stores, str(size))
    if os.path.exists(os.path.join(folder, "done")):
        return
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    csv, db = os.path.join(folder, "doses.csv"), os.path.join(folder, "taper.db")
    with open(csv, "w") as out:
        subprocess.run([sys.executable, os.path.join(here, "doses.py"), str(size), str(today)], stdout=out, check=True)
    env = dict(os.environ, TAPER_DB=db)
    quiet([taper, "safety", "--none"], env=env)
    quiet([taper, "plan", "start", "steady", "--from", "20g", "--start", str(today - datetime.timedelta(days=50)), "--acknowledge"], env=env)
    if size:
        quiet([taper, "import", csv], env=env)
    if size in PEER_SIZES:
        peers.write(csv, folder)
        if shutil.which("sqlite3"):
            subprocess.run(["sqlite3", os.path.join(folder, "dose.db")], text=True, check=True, stdout=subprocess.DEVNULL,
                           input=f"{peers.TABLE}\n.mode csv\n.import {folder}/rows.csv dose\n")
    open(os.path.join(folder, "done"), "w").close()


def store(size):
    return os.path.join(stores, str(size), "taper.db")


def day_number():
    return str((today - datetime.date(1970, 1, 1)).days)


def bare(work, size):
    return Subject([tool("bare_store"), work, store(size), day_number()])


def others(work, size, folder=None):
    folder = folder or os.path.join(stores, str(size))
    if size not in PEER_SIZES:
        return {}
    commands = peers.adding(folder) if work == "add" else peers.reading(work, folder)
    subjects = {name: Subject(words, feed, timew=f"{folder}/timew") for name, (words, feed) in commands.items()}
    for name, subject in subjects.items():
        subject.gone = too_slow.get((work, name))
    return subjects


def remember(work, subjects):
    """What is too slow for a log is not asked again with a longer one."""
    for name, subject in subjects.items():
        if subject.gone:
            too_slow[work, name] = subject.gone


def start():
    hello = Subject([tool("hello")])
    versions = {name: Subject([name, "--version"]) for name in (*peers.NAMES, "git") if shutil.which(name)}
    row("--version", GAP, command("--version"), hello, versions, 2, least={"calcurse": 1, "timew": 1, "git": 1})
    row("help", GAP, command("help"), Subject([tool("hello")]), None, 2)


def shell_totals(size, days):
    """sqlite3's shell asked the same of taper's own table, by its index."""
    first = (int(day_number()) - days + 1) * 1440 + 240
    asked = f"SELECT (wall - 240) / 1440, sum(milli), count(*) FROM dose WHERE live = 1 AND wall >= {first} GROUP BY 1;"
    return {"sqlite3, the same table": Subject(["sqlite3", store(size), asked])} if shutil.which("sqlite3") else {}


def shell_adds(db):
    """sqlite3's shell with the same statements on taper's own table, as durable as taper."""
    wall = int(day_number()) * 1440 + 600
    asked = ("PRAGMA synchronous = EXTRA; PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE;"
             "INSERT INTO change(at, what, first, last) SELECT 0, 'log 2.5 g', last + 1, last + 1 FROM change ORDER BY id DESC LIMIT 1;"
             "INSERT OR IGNORE INTO product(name, unit) VALUES('leaf', 'g');"
             "INSERT INTO dose(row, id, utc, utc_offset, wall, milli, product, tags, note)"
             f" SELECT c.last, c.last, {wall} * 60, 0, {wall}, 2500, p.id, '', '' FROM change c, product p"
             " WHERE c.id = (SELECT max(id) FROM change) AND p.name = 'leaf' AND p.unit = 'g'; COMMIT;"
             f"SELECT sum(milli) FROM dose WHERE live = 1 AND wall >= {wall - 360} AND wall < {wall + 1080};")
    return {"sqlite3, the same table": Subject(["sqlite3", db], asked)} if shutil.which("sqlite3") else {}


def reads():
    all_faster = {name: 1 for name in peers.NAMES}
    for size in SIZES:
        programs = others("today", size)
        row("today --short", size, command("today", "--short", store=store(size)), bare("today", size), programs, 1.6, least=all_faster)
        remember("today", programs)
    flat("today --short")
    for size in SIZES:
        row("today", size, command("today", store=store(size)))
    flat("today")
    for size in SIZES:
        programs = others("last", size)
        far = {"calcurse": 1000, "task": 1000} if size == 1000000 else None
        row("last 30 days", size, command("history", "--last", "30d", store=store(size)), bare("last", size), programs, 1.6, least=far)
        remember("last", programs)
    for size in SIZES:
        row("last 90 days", size, command("history", "--last", "90d", store=store(size)), None, shell_totals(size, 90),
            most_ms=2 if size == 1000000 else None)
    for size in SIZES:
        programs = others("all", size)
        far = {"sqlite3": 5, "hledger": 100} if size == 1000000 else None
        words = ["history", "--by", "month", "--from", "2010-01-01"]
        row("totals of everything", size, command(*words, store=store(size)), bare("all", size), programs,
            1.2 if size == 1000000 else None, least=far)
        remember("all", programs)


def adds():
    """On copies, since they grow: taper, the bare program and each other program on its own."""
    for size in SIZES:
        folder = os.path.join(scratch, str(size))
        if size in PEER_SIZES:
            shutil.copytree(os.path.join(stores, str(size)), folder)
            for name in os.listdir(os.path.join(folder, "timew", "data")):  # what runs today would stand in the way
                if name == f"{today:%Y-%m}.data":
                    os.remove(os.path.join(folder, "timew", "data", name))
            with open(os.path.join(folder, "taskrc"), "w") as file:
                file.write(f"data.location={folder}/task\nconfirmation=off\nverbose=nothing\ncolor=off\n")
        else:
            os.makedirs(folder)
        for name in ("ours.db", "bare.db", "shell.db"):
            shutil.copy(store(size), os.path.join(folder, name))
        quiet([taper, "log", "0.1g"], env=dict(os.environ, TAPER_DB=os.path.join(folder, "ours.db")))  # the day's copy is made
        programs = others("add", size, folder)
        row("log", size, command("log", "2.5g", store=os.path.join(folder, "ours.db")),
            Subject([tool("bare_store"), "add", os.path.join(folder, "bare.db"), day_number()]),
            shell_adds(os.path.join(folder, "shell.db")) | programs, 1.6,
            least={"sqlite3, the same table": 1, "task": 2, "calcurse": 100 if size == 1000000 else 0})
        remember("add", programs)
        shutil.rmtree(folder)
    flat("log")


def schema():
    asked = "SELECT sql || ';' FROM sqlite_schema WHERE tbl_name IN ('change', 'product', 'dose') AND sql IS NOT NULL"
    text = subprocess.run(["sqlite3", store(1000), asked], capture_output=True, text=True, check=True).stdout
    return text + "INSERT INTO product VALUES(1, 'leaf', 'g');"


def typed_rows(csv, path):
    """The same doses as rows of taper's own table."""
    with open(csv) as lines, open(path, "w") as out:
        next(lines)
        for (number, at, mg), text in zip(peers.records(csv), lines):
            utc, tags = int(at.timestamp()), text.split(",")[5]
            out.write(f"{number},{number},{utc},0,{utc // 60},{mg},1,{tags},,1\n")


def imports():
    csv, db = os.path.join(stores, "1000000", "doses.csv"), os.path.join(scratch, "import.db")

    def forget():
        for name in (db, db + "-journal"):
            if os.path.exists(name):
                os.remove(name)
    Subject.patience = 60
    ours = command("import", csv, store=db, before=forget)
    if not shutil.which("sqlite3"):
        row("import", 1000000, ours)
        return
    with open(db + ".sql", "w") as out:
        out.write(schema())
    typed = os.path.join(scratch, "rows.csv")
    typed_rows(csv, typed)
    table = schema().replace(" died INTEGER REFERENCES change(id),", "").replace("CREATE INDEX dose_died ON dose(died) WHERE died IS NOT NULL;", "")
    shell = Subject(["sqlite3", db], f"{table}\n.mode csv\n.import {typed} dose\n", before=forget)
    row("import", 1000000, ours, Subject([tool("bare_store"), "import", db], "@" + csv, before=forget), {"sqlite3": shell}, 1.6,
        least={"sqlite3": 1})


def plans():
    folder, begin = scratch, str(today + datetime.timedelta(days=10))
    hello, year, ten = Subject([tool("hello")]), ("steady", "20g"), (os.path.join(here, "ten-years.yaml"), "18.7g")
    rule = {name: Subject(words, feed) for name, (words, feed) in peers.planning(folder).items()}
    for named, (plan, amount), more, against, goal in (
            ("plan preview, a year", year, [], rule, 2), ("plan preview, a year, --json", year, ["--json"], {}, 2),
            ("plan preview, gentle", ("gentle", "20g"), [], {}, 2), ("plan preview, 1,820 steps", ten, [], {}, 2),
            ("plan preview, 1,820 steps, --json", ten, ["--json"], {}, None)):
        row(named, GAP, command("plan", "preview", plan, "--from", amount, "--start", begin, *more, store=store(1000)), hello, against, goal,
            least={"remind": 4})
    print("  " + subprocess.run([tool("schedule")], capture_output=True, text=True, check=True).stdout.strip())


def exports():
    pdf = Subject([tool("bare_pdf")]) if os.path.exists(tool("bare_pdf")) else None
    calendar = {}
    if shutil.which("calcurse"):
        calendar["calcurse"] = Subject(["calcurse", "-D", os.path.join(stores, "1000", "calcurse"), "-xical"])
    for words, against, more, goal in ((["txt"], None, {}, None), (["html"], None, {}, None), (["md"], None, {}, None),
                                       (["ics", "--doses"], Subject([tool("bare_ics")]), calendar, 3), (["pdf"], pdf, {}, 1.5)):
        row(f"export {' '.join(words)}, a year", GAP, command("export", *words, store=store(1000)), against, more, goal, least={"calcurse": 3})
    for words in (["csv"], ["json"]):
        for size in SIZES[1:]:
            row(f"export {words[0]}, the log", size, command("export", *words, store=store(size)))


def screens():
    """Rows of screen --table: work, taper, the other, goal."""
    if not os.path.exists(tool("screen")) or not os.path.exists(tool("bare_screen")):
        print("  the screens are left out: there is no ncurses to build what they are measured against")
        return
    print("\nIn a terminal of 80 columns and 24 rows, beside ncurses alone, or beside the program a row begins with.")
    heads("", "other")
    for size in SIZES[-1:] if short else (1000, 1000000):
        done = subprocess.run([tool("screen"), "--table", taper, tool("bare_screen")], capture_output=True, text=True,
                              env=dict(os.environ, TAPER_DB=store(size), TERM="xterm-256color"), check=False)
        if done.returncode:
            print(f"  the screens can't be measured: {done.stderr.strip()}")
            return
        for text in done.stdout.splitlines():
            screen_row(size, *(text.split("\t") + [""] * 4)[:4])
    flat("first frame")


def screen_row(size, work, ours, other, goal):
    """goal is "at most 1.3 x" of the other, or "at most 160" at all; what follows is told and not judged."""
    have, against = float(ours), float(other)
    ratio = have / against if against else None
    found = re.match(r"at most ([0-9.]+)( x)?", goal)
    wanted = ("", "")
    if found:
        wanted = goals.at_most(work, size, ratio if found[2] else have, float(found[1]), "x" if found[2] else "")
    line(work, size, ours, other, ratio, wanted, "", goal[found.end():].lstrip(", ") if found else "")
    if work == FIRST_FRAME:
        growth.setdefault("first frame", []).append((size, have))


def main():
    marker = os.path.join(stores, str(today))
    if not os.path.exists(marker):
        shutil.rmtree(stores, ignore_errors=True)
    os.makedirs(stores, exist_ok=True)
    open(marker, "w").close()
    os.mkdir(scratch)
    missing = [name for name in peers.NAMES if not shutil.which(name)]
    if missing:
        print(f"not installed, so left out: {', '.join(missing)}")
    for size in SIZES:
        make_store(size)
    print(f"load of this machine {os.getloadavg()[0]:.1f}; the quieter it is, the truer the figures\n")
    heads("", "bare", "MiB", "others (times taper's)")
    for part in (start, reads, adds, imports, plans, exports, screens):
        part()
    print("\nProcessor time in ms, medians of runs taken in turn. Bare is a C program that does only the same.\n")
    print(goals.summary() + "\n")
    chart.draw(growth)
    chart.write(growth, os.path.join(tools, "growth.svg"))
    print(f"\nthe same as a picture: {os.path.relpath(os.path.join(tools, 'growth.svg'))}")


try:
    main()
finally:
    shutil.rmtree(scratch, ignore_errors=True)
