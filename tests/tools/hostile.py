#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""hostile.py TAPER [long]: what can come from outside, at its worst: the environment, arguments, file names, streams, stores and texts.

Nothing may end taper by a signal, keep it for long, give a status that means nothing, or reach a terminal as more than text. "long"
tries every value with every command, which takes some minutes.
"""
import ctypes
import os
import pty
import random
import re
import select
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

SECONDS = 10 * int(os.environ.get("TUI_PATIENCE", "1"))
# What a terminal would act on: a title, a clearing of the screen, a bell, a C1 control, a change of direction; and a format.
EVIL = "\033]2;quagga\007\033[2J\r\b\x7f\u009b31m\u202e\u2028%s%n"
HARMFUL = re.compile(b"[\x00-\x08\x0b\x0d-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xa8-\xae\x8e\x8f]|\xe2\x81[\xa6-\xa9]")
READS = ["today", "today --short", "today --json", "history", "history --by week", "history --by dose", "history --by dose --json", "stats",
         "stats --json", "baseline", "show 1", "show 3", "show 4", "plan show", "plan show --json", "plan history", "plan explain", "plan verify",
         "plan diff 1 2", "guidance show", "guidance backtest", "report", "report --json", "check-in", "check-in --trend", "urge --list",
         "urge --stats", "journal --list", "self-check", "safety", "support", "support mine", "help-now", "cope", "export txt", "export html",
         "export md", "export log md", "export log html", "export report md", "export report html", "export support md", "export ics", "export csv", "export json", "doctor", "plan list", "config", "complete -- log -t ''"]
FEW = ["today", "history --by dose", "stats --json", "plan show", "report", "journal --list", "export txt", "export csv", "doctor"]
# Read back as it was by other programs; at a terminal it is made harmless too, as the scenario "hostile" shows.
RAW = ["export csv"]
WRITES = ["log 1g", "undo", "redo", "edit 1 3g", "rm 1", "check-in craving=1", "journal a", "plan hold", "backup OUT", "doctor --fix"]
bad = 0
ran = 0


def tell(name, said):
    global bad
    bad += bool(said)
    print(("not ok" if said else "ok") + " - hostile: " + name)
    for line in said[:12]:
        print("# " + line.encode("ascii", "backslashreplace").decode())


class Home:
    def __init__(self, taper, root):
        self.taper, self.path = taper, os.path.realpath(tempfile.mkdtemp(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))
        self.env = {**os.environ, "HOME": self.path, "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
                    "TAPER_DATA": root + "/data", "TAPER_NOW": "2026-11-21T15:10:00+01:00"}
        self.store = self.path + "/.local/share/taper/taper.db"
        for line in ("safety --none", "import ROOT/tests/data/logs/sixty-days.csv", "plan start steady --start 2026-11-03", "plan hold 2", "undo",
                     "plan hold 3", "log 2g @08:05 -t stress -n note", "check-in craving=2 -n note", "urge took -t stress -n note", "journal text",
                     "self-check --answers nnnnnnnnnnn", "support add reason calm"):
            done = self.run(line.replace("ROOT", root).split())
            assert done.returncode == 0, (line, done.stderr)

    def run(self, words, env=None, **streams):
        global ran
        ran += 1
        usual = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.run([self.taper, *words], env=env or self.env, cwd=self.path, check=False, timeout=SECONDS, **{**usual, **streams})

    def trouble(self, label, words, env=None, clean=True, **streams):
        """What is wrong with how a command went, as a list of at most one line."""
        try:
            done = self.run(words, env, **streams)
        except subprocess.TimeoutExpired:
            return [f"{label}: still running after {SECONDS} s"]
        said = (done.stdout or b"") + (done.stderr or b"")
        if done.returncode not in range(5) or b"Sanitizer" in said:
            return [f"{label}: ended with {done.returncode}: {said[-2000:].decode(errors='replace')}"]
        found = HARMFUL.search(said if b"\r\n" not in said or words[:2] != ["export", "ics"] else said.replace(b"\r\n", b"\n")) if clean else None
        return [f"{label}: {said[max(0, found.start() - 30):found.end() + 30]!r}"] if found else []


def environment(home, lines):
    names = ["TERM", "LANG", "LC_ALL", "LC_CTYPE", "LANGUAGE", "TZ", "COLUMNS", "LINES", "HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME",
             "XDG_RUNTIME_DIR", "TAPER_DB", "TAPER_DATA", "TAPER_NOW", "TAPER_LIBEXEC", "TMPDIR", "NO_COLOR", "EDITOR", "PATH", "LOCPATH"]
    values = [None, "", "x" * 100000, EVIL, "a\nb", "/", "../../..", "-1", "99999999999999999999", "%s%n%s", b"\xff\xfe"]
    said = []
    for name in names:
        for value in values:
            env = {k: v for k, v in home.env.items() if k != name}
            if value is not None:
                env[name] = value
            for line in lines:
                said += home.trouble(f"{name}={value!r:.40}: {line}", line.split(), env)
    tell("an environment of nonsense", said)


def arguments(home, everything):
    said, turn = [], 0
    for value in ["", "-", "--", "---", "-=", EVIL, "a\nb", "x" * 100000, "%s%n", "-1", "9" * 400, "\udcff\udcfe", "/", "@", "=", "tag:" + EVIL, "0x10", "1e9",
                  "2.5g" * 2000]:
        for line in ("", "log", "show", "edit 1", "rm", "history", "plan show", "plan preview --from 20g", "plan check", "import", "guide", "config",
                     "config unit", "config products", "export", "support add reason", "journal --", "check-in", "urge", "help", "completion", "restore",
                     "complete --", "report --from", "today --color", "--passphrase-fd", "plan explain", "guidance check"):
            turn += 1
            if everything or turn % 4 == 0:
                said += home.trouble(f"{line} {value!r:.40}", [*line.split(), os.fsencode(value)])
    said += home.trouble("ten thousand words", ["log"] + ["1g"] * 10000)
    said += home.trouble("ten thousand options", ["history"] + ["--json"] * 10000)
    tell("arguments of nonsense", said)
    # Older systems start a program with no arguments at all, not even its name; newer ones give an empty one.
    child = os.fork()
    if child == 0:
        os.dup2(os.dup2(os.open("/dev/null", os.O_RDWR), 1), 2)
        empty, environ = (ctypes.c_char_p * 1)(None), (ctypes.c_char_p * 2)(b"HOME=" + home.path.encode(), None)
        ctypes.CDLL(None).execve(home.taper.encode(), empty, environ)
        os._exit(99)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    tell("no arguments, not even a name", [] if status in range(5) else [str(status)])


def file_names(home):
    said = []
    for name in (EVIL.replace("/", ""), "a\nb", " ", "-x", "%s%n", "~", "..", "\udcff\udcfe", "x" * 255, "x" * 256):
        for line in ("import", "plan check", "guidance check", "restore", "backup", "report -o", "export csv -o", "export txt -o"):
            path = os.fsencode(home.path) + b"/names/" + os.fsencode(name)
            os.makedirs(home.path + "/names", exist_ok=True)
            words = line.split()
            said += home.trouble(f"{line} {name!r:.40}", [*words, path if len(name) % 2 else b"./names/" + os.fsencode(name)])
        shutil.rmtree(home.path + "/names")
    tell("file names of nonsense", said)


def streams(home, lines):
    """Each closed, and each a device that is full: what was asked for is either said or told as trouble."""
    said = []
    for line in lines:
        for closed in ("<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-", "2>/dev/full", ">/dev/full 2>/dev/full"):
            global ran
            ran += 1
            done = subprocess.run(["sh", "-c", f'"$0" "$@" {closed}', home.taper, *line.split()], env=home.env, cwd=home.path, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False, timeout=SECONDS)
            if done.returncode not in range(5) or (">&-" in closed.replace("2>&-", "") and done.returncode == 0 and home.run(line.split()).stdout):
                said.append(f"{line} {closed}: {done.returncode} {done.stderr!r}")
    tell("streams that are closed or full", said)
    done = home.run(["doctor"])
    tell("the log is whole after that", [] if b"every page of the log is whole" in done.stdout else [str(done)])


def texts(home, lines):
    """All texts of a store, of settings and of a person's own files, as somebody else may have written them."""
    said = []
    database = sqlite3.connect(home.store)
    for table, columns in {"dose": ["tags", "note"], "product": ["name"], "change": ["what"], "checkin": ["note"], "urge": ["tags", "helped", "note"],
                           "note": ["text"], "revision": ["name", "title", "reason", "acknowledged"], "slot": ["name"], "score": ["item"],
                           "answers": ["body"]}.items():
        database.execute("pragma ignore_check_constraints = 1")
        for column in columns:
            room = 31 if column in ("name", "item") else 90
            database.execute(f"update or ignore {table} set {column} = ?", (("z" + EVIL)[:room],))
    database.commit()
    database.close()
    quoted = '"' + "".join(c if " " <= c < "\x7f" and c not in '"\\' else f"\\u{ord(c):04x}" for c in EVIL) + '"'
    settings = home.path + "/.config/taper"
    with open(settings + "/support.yaml", "w", encoding="utf-8") as file:
        file.write(f"format: taper-support/1\nreasons: [{quoted}]\n")
    for line in lines:
        said += home.trouble(line, line.split(), clean=line not in RAW)
    shutil.copy(os.environ["ROOT"] + "/data/plans/gentle.yaml", settings + "/plans.tmp")
    os.makedirs(settings + "/plans", exist_ok=True)
    with open(settings + "/plans.tmp", encoding="utf-8") as file:
        plan = re.sub(r"(?m)^title: .*$", lambda found: f"title: {quoted}", file.read())
    os.remove(settings + "/plans.tmp")
    for path, text in (("plans/own.yaml", plan), ("config.yaml", f"format: taper-config/1\nproduct: {quoted}\ncountry: {quoted}\n"),
                       ("symptoms.yaml", f"format: taper-symptoms/1\nrename:\n  - {{id: aches, name: {quoted}}}\n"),
                       ("guidance.yaml", f"format: taper-guidance/1\nadd:\n  - id: a\n    say: hold\n    because: {quoted}\n    all:\n"
                                         "      - {signal: sleep_hours, below: 26}\n")):
        with open(f"{settings}/{path}", "w", encoding="utf-8") as file:
            file.write(text)
        for line in [*FEW, "check-in --list", "plan list", "plan show own", "guidance show", "config", f"plan check {settings}/plans/own.yaml"]:
            said += home.trouble(f"{path}: {line}", line.split(), clean=line not in RAW)
    tell("texts with commands for a terminal", said)
    seen = screens(home)
    found = [word for word in (b"\033]2;quagga", b"\xc2\x9b", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\x7f") if word in seen]
    tell("the same on every screen", ([str(found)] if found else []) + ([] if b"Guide" in seen else ["no screen was seen: " + repr(seen[:300])]))


def screens(home):
    """The bytes a terminal gets when each screen is opened."""
    seen = b""
    for keys in (b"2", b"3", b"4", b"5", b"6", b"!", b"1a"):
        pid, fd = pty.fork()
        if pid == 0:
            os.chdir(home.path)
            os.execve(home.taper, [home.taper], {**home.env, "LINES": "40", "COLUMNS": "120"})
        quiet, sent, end = 0, b"", time.monotonic() + SECONDS
        while time.monotonic() < end:
            if select.select([fd], [], [], 0.02)[0]:
                try:
                    seen += os.read(fd, 65536)
                except OSError:
                    break
                quiet = 0
                continue
            quiet += 1
            if quiet == 3 and sent != b"\033q":
                sent = keys if sent == b"" else b"\033q"
                os.write(fd, sent if sent == keys else b"\033")
                quiet = 0
            elif quiet == 3:
                os.write(fd, b"q")
        else:
            os.kill(pid, 9)
        os.close(fd)
        os.waitpid(pid, 0)
    return seen


def sql(*statements):
    def change(path):
        database = sqlite3.connect(path)
        for statement in ("pragma ignore_check_constraints = 1", "pragma foreign_keys = 0", *statements):
            database.execute(statement)
        database.commit()
        database.close()
    return change


def rewritten(old, new):
    """The schema itself written over, as only a stranger does."""
    return sql("pragma writable_schema = 1", f"update sqlite_schema set sql = replace(sql, '{old}', '{new}')")


def at(offset, data):
    def change(path):
        with open(path, "r+b") as file:
            file.seek(offset)
            file.write(data)
    return change


STORES = {
    "a trigger that logs": sql("create trigger t after insert on dose begin update dose set milli = 1; end"),
    "a trigger that removes": sql("create trigger t before insert on change begin delete from dose; end"),
    "a view in the place of a table": sql("alter table dose rename to was", "create view dose as select * from was"),
    "a view that never ends": sql("alter table note rename to was", "create view note as with recursive x(n) as (select 1 union all select n + 1 from x) "
                                  "select n as row, n as id, 0 as utc, 0 as utc_offset, 0 as wall, 'x' as text, null as died, 1 as live from x"),
    "a table that is missing": sql("drop table dose"),
    "a column more": sql("alter table dose add column more text default 'x'"),
    "tables more": sql("create table more (x)", "insert into more values (zeroblob(100000))"),
    "a function in the schema": sql("create index f on dose(abs(milli))"),
    "a column made of a function": sql("alter table dose add column more text as (upper(note))"),
    "no types": rewritten("STRICT", ""),
    "checks taken out": rewritten("CHECK", "/* CHECK */ DEFAULT"),
    "a schema of rubbish": sql("pragma writable_schema = 1", "update sqlite_schema set sql = 'create table dose(' where name = 'dose'"),
    "a root page of another": sql("pragma writable_schema = 1", "update sqlite_schema set rootpage = 2 where type = 'table'"),
    "a root page beyond the end": sql("pragma writable_schema = 1", "update sqlite_schema set rootpage = 99999999 where name = 'dose'"),
    "a later version": sql("pragma user_version = 9999"), "a version below nothing": sql("pragma user_version = -5"),
    "an earlier version": sql("pragma user_version = 0"), "another program's": sql("pragma application_id = 7"),
    "amounts below nothing": sql("update dose set milli = -5"), "amounts without end": sql("update dose set milli = 9223372036854775807"),
    "times without end": sql("update dose set utc = 9223372036854775807, wall = 9223372036854775807"),
    "times before all": sql("update dose set utc = -9223372036854775808, wall = -9223372036854775808"),
    "offsets of nonsense": sql("update dose set utc_offset = 2147483647"), "ids of nonsense": sql("update dose set id = 9223372036854775807 where row = 1"),
    "rows that belong to nothing": sql("update dose set product = 99", "delete from level", "update change set first = 5, last = 1"),
    "a change of everything": sql("update change set first = 1, last = 9223372036854775807"),
    "notes of a megabyte": sql("update note set text = printf('%.1000000c', 'n')", "update dose set note = printf('%.1000000c', 'n') where row = 1"),
    "names of a megabyte": sql("update product set name = printf('%.1000000c', 'n')"),
    "texts with zero bytes": sql("update dose set note = 'a' || char(0) || 'b'", "update note set text = char(0)"),
    "texts that are no UTF-8": sql("update dose set note = cast(x'fffec080' as text)", "update note set text = cast(x'f8888080' as text)"),
    "levels of nonsense": sql("update level set target = 9223372036854775807, ideal = 9223372036854775807, cut = -9223372036854775808"),
    "levels without days": sql("update level set days = 0"), "days without end": sql("update level set days = 2147483647"),
    "levels that fall apart": sql("update level set first_day = 2940000 - idx"), "no slots": sql("delete from slot", "delete from part"),
    "steps of nonsense": sql("update step set target = 9223372036854775807, phase = 32767, turn = 32767, before = 0"),
    "factors of nonsense": sql("update revision set factor = 0, measure = 0, start_from = 9223372036854775807, goal = 9223372036854775807"),
    "kinds of nonsense": sql("update revision set kind = 'zzz'"), "a plan that is none": sql("update revision set plan_text = '{[\t'"),
    "scores of nonsense": sql("update score set value = 2147483647", "update checkin set sleep = -2147483648"),
    "answers of nonsense": sql("update answers set body = 'a=' || printf('%.7000c', '=')", "update urge set outcome = 'zzz', seconds = -1"),
    "an empty file": lambda path: open(path, "w", encoding="utf-8").close(), "one byte": lambda path: open(path, "w", encoding="utf-8").write("S"),
    "a page size of nothing": at(16, b"\0\0"), "a page size of one": at(16, b"\0\1"), "a free list that runs in a ring": at(32, b"\0\0\0\1\0\0\0\7"),
    "a text encoding of nonsense": at(56, b"\0\0\0\7"), "UTF-16": at(56, b"\0\0\0\2"), "a size without end": at(28, b"\xff\xff\xff\xff"),
    "write-ahead asked for": at(18, b"\2\2"), "a schema format to come": at(44, b"\0\0\0\x63"),
}


def stores(home, lines, writes, flips):
    with open(home.store, "rb") as file:
        whole = file.read()
    said = []
    chance = random.Random(20261121)
    changes = dict(STORES)
    for i in range(flips):
        spots = [(chance.randrange(len(whole)), bytes([chance.randrange(256)])) for _ in range(1 + i % 30)]
        changes[f"bytes bent, {i}"] = lambda path, spots=spots: [at(*spot)(path) for spot in spots]
    for name, change in changes.items():
        for line in lines + writes:
            if line == lines[0] or line in writes:
                for ending in ("", "-journal", "-wal", "-shm"):
                    if os.path.exists(home.store + ending):
                        os.remove(home.store + ending)
                with open(home.store, "wb") as file:
                    file.write(whole)
                change(home.store)
            said += home.trouble(f"{name}: {line}", line.replace("OUT", home.path + "/copy.db").split(), clean=line not in RAW)
            if os.path.exists(home.path + "/copy.db"):
                os.remove(home.path + "/copy.db")
        shutil.rmtree(home.path + "/.local/state", ignore_errors=True)
    tell("stores of strangers", said)


def main():
    taper, root = os.path.abspath(sys.argv[1]), os.getcwd()
    everything = "long" in sys.argv[2:]
    for name in [n for n in os.environ if n.startswith(("XDG_", "TAPER_", "LC_"))]:
        del os.environ[name]
    os.environ["ROOT"] = root
    home = Home(taper, root)
    try:
        with open(home.store, "rb") as file:
            whole = file.read()
        environment(home, READS + WRITES[:1] if everything else ["history"])
        arguments(home, everything)
        file_names(home)
        streams(home, READS if everything else ["today", "export csv", "export csv -o x.csv", "log 1g", "doctor", "help", "plan nonsense"])
        with open(home.store, "wb") as file:
            file.write(whole)
        stores(home, *((READS, WRITES, 400) if everything else (["today", "stats --json", "journal --list"], ["log 1g", "undo", "doctor --fix"], 12)))
        with open(home.store, "wb") as file:
            file.write(whole)
        texts(home, READS)
        print(f"# {ran} commands")
    finally:
        shutil.rmtree(home.path)
    return bad > 0


sys.exit(main())
