#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bench.py TAPER TOOLS [short]: one table of taper against a bare program that does only the same, and against other programs, taken in
turn in one run: medians of processor time (user and system), and ratios. TOOLS holds what bench.sh built. Figures to look at, not
a test: they say little until the machine is quiet."""
import datetime
import os
import shutil
import statistics
import subprocess
import sys
import time

import chart
import peers

taper, tools = (os.path.abspath(path) for path in sys.argv[1:3])
short = "short" in sys.argv[3:]
here = os.path.dirname(os.path.abspath(__file__))
SIZES = [0, 1000, 1000000] if short else [0, 1000, 100000, 1000000]
PEER_SIZES = [1000] if short else [1000, 100000, 1000000]
ROUNDS, LEAST, SECONDS, LIMIT = (9, 3, 2.0, 4) if short else (25, 3, 5.0, 8)
GAP = "-"
today = datetime.date.today()
stores = os.path.join(tools, "stores")
scratch = os.path.join("/dev/shm" if os.access("/dev/shm", os.W_OK) else tools, f"taper-bench-{os.getpid()}")
os.environ.update(TAPER_NOW=f"{today}T15:10:00+00:00", TZ="UTC", LC_ALL="C.UTF-8", NO_COLOR="1", HOME=scratch,
                  TAPER_DATA=os.path.join(here, "..", "..", "data"))
for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LEDGER_FILE"):
    os.environ.pop(name, None)
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


def row(work, size, ours, bare=None, others=None, goal=None):
    """Takes all in turn and prints one line."""
    subjects = [subject for subject in (ours, bare, *(others or {}).values()) if subject]
    while any(subject.wants_more() for subject in subjects):
        for subject in subjects:
            if subject.wants_more():
                subject.run()
    median = ours.median()
    if median is None:
        print(f"{work:36}{ours.gone}")
        return
    base = bare.median() if bare else None
    say = [f"{name} {other.gone}" if other.gone and not other.samples else
           f"{name} {figure(other.median())} ({other.median() / median:.3g}x)" for name, other in (others or {}).items()]
    line(work, size, figure(median), figure(base), median / base if base else None, goal, f"{ours.memory:.1f}", ", ".join(say))
    if size != GAP:
        growth.setdefault(work, []).append((size, median))


def line(work, size, ours, bare, ratio, goal, memory, say=""):
    size = f"{size:,}" if isinstance(size, int) else size
    ratio_text = f"{ratio:.2f}" if ratio else ""
    verdict = "" if not goal or not ratio else f"<= {goal:g}" if ratio <= goal else f"<= {goal:g} !"
    print(f"{work:36}{size:>10}{ours:>9}{bare:>9}{ratio_text:>8}  {verdict:9}{memory:>6}  {say}".rstrip(), flush=True)


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
    row("--version", GAP, command("--version"), hello, versions, 2)
    row("help", GAP, command("help"), Subject([tool("hello")]), None, 2)


def reads():
    for size in SIZES:
        programs = others("today", size)
        row("today --short", size, command("today", "--short", store=store(size)), bare("today", size), programs, 1.6)
        remember("today", programs)
    for size in SIZES:
        row("today", size, command("today", store=store(size)))
    for words, work, named, goal in ((["history", "--last", "30d"], "last", "last 30 days", 1.6),
                                     (["history", "--last", "90d"], None, "last 90 days", None),
                                     (["history", "--by", "month", "--from", "2010-01-01"], "all", "totals of everything", 1.2)):
        for size in SIZES:
            programs = others(work, size) if work else {}
            row(named, size, command(*words, store=store(size)), bare(work, size) if work else None, programs, goal)
            remember(work, programs)


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
        for name in ("ours.db", "bare.db"):
            shutil.copy(store(size), os.path.join(folder, name))
        quiet([taper, "log", "0.1g"], env=dict(os.environ, TAPER_DB=os.path.join(folder, "ours.db")))  # the day's copy is made
        programs = others("add", size, folder)
        row("log", size, command("log", "2.5g", store=os.path.join(folder, "ours.db")),
            Subject([tool("bare_store"), "add", os.path.join(folder, "bare.db"), day_number()]), programs, 1.6)
        remember("add", programs)
        shutil.rmtree(folder)


def schema():
    asked = "SELECT sql || ';' FROM sqlite_schema WHERE tbl_name IN ('change', 'product', 'dose') AND sql IS NOT NULL"
    text = subprocess.run(["sqlite3", store(1000), asked], capture_output=True, text=True, check=True).stdout
    return text + "INSERT INTO product VALUES(1, 'leaf', 'g');"


def typed_rows(csv, path):
    """The same doses as rows of taper's own table."""
    with open(path, "w") as out:
        for number, at, mg in peers.records(csv):
            utc = int(at.timestamp())
            out.write(f"{number},{number},{utc},0,{utc // 60},{mg},1,,,1\n")


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
    row("import", 1000000, ours, Subject([tool("bare_store"), "import", db], "@" + csv, before=forget), {"sqlite3": shell}, 1.6)


def plans():
    folder, begin = scratch, str(today + datetime.timedelta(days=10))
    hello, year, ten = Subject([tool("hello")]), ("steady", "20g"), (os.path.join(here, "ten-years.yaml"), "18.7g")
    rule = {name: Subject(words, feed) for name, (words, feed) in peers.planning(folder).items()}
    for named, (plan, amount), more, against, goal in (
            ("plan preview, a year", year, [], rule, 2), ("plan preview, a year, --json", year, ["--json"], {}, 2),
            ("plan preview, gentle", ("gentle", "20g"), [], {}, 2), ("plan preview, 1,820 steps", ten, [], {}, 2),
            ("plan preview, 1,820 steps, --json", ten, ["--json"], {}, None)):
        row(named, GAP, command("plan", "preview", plan, "--from", amount, "--start", begin, *more, store=store(1000)), hello, against, goal)
    print("  " + subprocess.run([tool("schedule")], capture_output=True, text=True, check=True).stdout.strip())


def exports():
    pdf = Subject([tool("bare_pdf")]) if os.path.exists(tool("bare_pdf")) else None
    calendar = {}
    if shutil.which("calcurse"):
        calendar["calcurse"] = Subject(["calcurse", "-D", os.path.join(stores, "1000", "calcurse"), "-xical"])
    for words, against, more, goal in ((["txt"], None, {}, None), (["html"], None, {}, None), (["md"], None, {}, None),
                                       (["ics", "--doses"], Subject([tool("bare_ics")]), calendar, 3), (["pdf"], pdf, {}, 1.5)):
        row(f"export {' '.join(words)}, a year", GAP, command("export", *words, store=store(1000)), against, more, goal)
    for words in (["csv"], ["json"]):
        for size in SIZES[1:]:
            row(f"export {words[0]}, the log", size, command("export", *words, store=store(size)))


def screens():
    """Rows of screen --table: work, taper, the other, goal."""
    if not os.path.exists(tool("screen")) or not os.path.exists(tool("bare_screen")):
        print("  the screens are left out: there is no ncurses to build what they are measured against")
        return
    for size in SIZES[-1:] if short else (1000, 1000000):
        done = subprocess.run([tool("screen"), "--table", taper, tool("bare_screen")], capture_output=True, text=True,
                              env=dict(os.environ, TAPER_DB=store(size), TERM="xterm-256color"), check=False)
        if done.returncode:
            print(f"  the screens can't be measured: {done.stderr.strip()}")
            return
        for text in done.stdout.splitlines():
            fields = (text.split("\t") + [""] * 4)[:4]
            print(f"{fields[0]:36}{size:>10,}{fields[1]:>9}{fields[2]:>9}{'':8}  {fields[3]}", flush=True)


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
    print(f"{'':36}{'doses':>10}{'taper':>9}{'bare':>9}{'ratio':>8}  {'goal':9}{'MiB':>6}  others (times taper's)")
    for part in (start, reads, adds, imports, plans, exports, screens):
        part()
    print("\nProcessor time in ms, medians of runs taken in turn. ! is a goal that is not met.\n")
    chart.draw(growth)
    chart.write(growth, os.path.join(tools, "growth.svg"))
    print(f"\nthe same as a picture: {os.path.relpath(os.path.join(tools, 'growth.svg'))}")


try:
    main()
finally:
    shutil.rmtree(scratch, ignore_errors=True)
