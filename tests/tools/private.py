#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""private.py TAPER: what taper writes only its owner can read, whatever the umask, and it writes nowhere else.

Every command runs in a home of its own that is looked through afterwards; a new command wants a line here. What taper starts (a hook,
an editor, a printer, the program that draws pages) writes down the arguments it and taper have, and finds nothing of the log in them.
"""
import json
import os
import pty
import resource
import select
import shutil
import stat
import subprocess
import sys
import tempfile
import time

# A word no file of taper's own has, and an amount: where they are found, the log can be read.
WORD, AMOUNT = "quagga", "3.217"
PATIENCE = 10 * int(os.environ.get("TUI_PATIENCE", "1"))
LINES = {
    "config": [["unit", "g"], ["measure", "0.1g"], ["unit"]], "setup": [["--yes"]], "safety": [["--none"]],
    "import": [["TESTS/data/logs/sixty-days.csv"], ["BAD"]],
    "log": [[AMOUNT + "g", "@08:05", "-t", "mood", "-n", "a day"]],
    "plan start": [["steady", "--start", "2026-11-03"]], "plan hold": [["2"]], "plan resume": [[]], "plan slow": [[]],
    "plan back": [[]], "plan replan": [["gentle"]],
    "check-in": [["craving=2", "-n", "a day"]], "urge": [["took"]], "journal": [["a day of " + WORD]], "self-check": [["--answers", "nnnnnnnnnnn"]],
    "edit": [["1", "-n", WORD]], "rm": [["2"]], "undo": [[]], "redo": [[]],
    "support": [["add", "reason", WORD], ["add", "person", "Sam", "555"], ["remove", "reason", "1"]],
    "export": [[name, "-o", "OUT/log." + name] for name in ("txt", "html", "md", "ics", "csv", "json", "pdf")] +
              [[of, "-o", "OUT/" + of + ".html"] for of in ("log", "report", "support")] +
              [["csv", "-o", "OUT/there.csv"], ["csv", "-o", "OUT/link.csv"], ["txt", "--print"]],
    "report": [["-o", "OUT/report.txt"], ["-o", "OUT/report.pdf"]], "backup": [["OUT/copy.db"]], "restore": [["OUT/copy.db"]],
    "lock": [["--passphrase-fd", "0"]], "unlock": [["--passphrase-fd", "0"]], "passphrase": [["--passphrase-fd", "0"]],
    "doctor": [["--fix"]], "plan stop": [[]],
    # What only shows.
    "show": [["1"]], "today": [[]], "history": [[]], "baseline": [[]], "stats": [[]], "plan list": [[]], "plan show": [[]],
    "plan preview": [["gentle", "--from", "20g"]], "plan compare": [["--from", "20g"]], "plan history": [[]], "plan diff": [["1", "2"]],
    "plan explain": [[]], "plan verify": [[]], "plan check": [["DATA/plans/gentle.yaml"]], "guidance show": [[]], "guidance list": [[]],
    "guidance signals": [[]], "guidance check": [["DATA/guidance.yaml"]], "guidance backtest": [[]], "help-now": [[]], "cope": [[]],
    "guide": [["sleep"]], "completion": [["bash"]], "help": [[]], "complete": [["--", "plan", "st"]],
    "wipe": [["--yes"]],
}
LAST = ["lock", "unlock", "passphrase", "doctor", "wipe"]
MAY_FAIL = {"setup", "unlock", "passphrase", "lock", "doctor", "plan diff", "plan back", "guidance backtest", "redo"}
STAND_IN = """#!/bin/sh
for process in $$ $PPID; do tr '\\0' ' ' <"/proc/$process/cmdline"; echo; done >>"$HOME/seen/NAME"
BODY
"""
bad = 0


def tell(name, said):
    global bad
    bad += bool(said)
    print(("not ok" if said else "ok") + " - private: " + name)
    for line in said[:20]:
        print("# " + line)


def stand_in(path, name, body):
    with open(path, "w", encoding="utf-8") as file:
        file.write(STAND_IN.replace("NAME", name).replace("BODY", body))
    os.chmod(path, 0o700)


def walk(home):
    """Every path below a home with its mode, but for what the test put there itself."""
    found = {}
    for folder, folders, files in os.walk(home):
        for name in folders + files:
            path = os.path.join(folder, name)
            found[os.path.relpath(path, home)] = os.lstat(path)
    return {path: info for path, info in found.items() if path.split("/")[0] not in ("bin", "seen", "given")}


def wrong(found):
    said = []
    for path, info in found.items():
        wanted = 0o700 if stat.S_ISDIR(info.st_mode) or "/hooks/post-" in path else 0o600
        if stat.S_IMODE(info.st_mode) != wanted:
            said.append(f"{path} is {stat.S_IMODE(info.st_mode):03o}, not {wanted:03o}")
        if not path.startswith((".local/share/taper", ".local/state/taper", ".config/taper", "out/")) and path not in (
                "out", "tmp", ".local", ".local/share", ".local/state", ".config"):
            said.append(f"{path} is no place for it")
        if path.startswith("tmp/"):
            said.append(f"{path} was left there")
    return said


class Home:
    def __init__(self, taper, root):
        self.path = os.path.realpath(tempfile.mkdtemp())
        for name in ("bin", "seen", "given", "out", "tmp", ".config/taper/hooks"):
            os.makedirs(os.path.join(self.path, name), mode=0o700)
        for name in (".config", ".config/taper"):
            os.chmod(os.path.join(self.path, name), 0o700)
        self.taper, self.root = taper, root
        self.env = {**os.environ, "HOME": self.path, "TMPDIR": self.path + "/tmp", "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "TERM": "xterm",
                    "TAPER_DATA": root + "/data", "TAPER_NOW": "2026-11-21T15:10:00+01:00", "XDG_RUNTIME_DIR": self.path + "/tmp",
                    "PATH": self.path + "/bin:" + os.environ["PATH"], "EDITOR": "editor", "TAPER_LIBEXEC": self.path + "/bin"}
        stand_in(self.path + "/bin/lp", "lp", "cat >/dev/null")
        stand_in(self.path + "/bin/editor", "editor", f'ls -la "${{1%/*}}" >"$HOME/seen/there"; echo "{WORD}" >"$1"')
        stand_in(self.path + "/bin/taper-pdf", "pdf", "cat >/dev/null; echo %PDF")
        for hook in ("post-log", "post-step"):
            stand_in(self.path + "/.config/taper/hooks/" + hook, "hook", 'cat >/dev/null; ulimit -c >"$HOME/seen/core"')
        with open(self.path + "/out/there.csv", "w", encoding="utf-8") as file:
            file.write("old\n")
        os.chmod(self.path + "/out/there.csv", 0o644)
        with open(self.path + "/given/target", "w", encoding="utf-8") as file:
            file.write("precious\n")
        os.symlink(self.path + "/given/target", self.path + "/out/link.csv")
        with open(self.path + "/given/bad.csv", "w", encoding="utf-8") as file:
            file.write("taken_at,amount,unit\n2026-11-01T08:00:00+01:00,1,g\nnonsense,2,g\n")

    def run(self, words, given=b""):
        return subprocess.run([self.taper, *words], env=self.env, cwd=self.path, input=given, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)


def much():
    """More than is held in memory, so that it goes through a file."""
    rows = (f"{i},2025-{1 + i // 1000 % 12:02}-{1 + i // 40 % 25:02}T{i % 24:02}:{i % 59:02}:00+01:00,1,g,leaf,,{WORD}\n" for i in range(24000))
    text = ("id,taken_at,amount,unit,product,tags,note\n" + "".join(rows)).encode()
    assert len(text) > 1024 * 1024
    return text


def session(taper, root, mask):
    home = Home(taper, root)
    old = os.umask(mask)
    failed, gone = [], []
    try:
        names = [command["name"] for command in json.loads(home.run(["help", "--json"]).stdout)["commands"]]
        missing = [name for name in names if name not in LINES]
        for name in [n for n in LINES if n not in LAST] + LAST:
            if name == "wipe":
                gone = wrong(walk(home.path))
            for line in LINES[name]:
                words = [w.replace("TESTS", root + "/tests").replace("DATA", root + "/data").replace("OUT", home.path + "/out")
                         .replace("BAD", home.path + "/given/bad.csv") for w in line]
                done = home.run(name.split() + words, b"correct horse battery\nanother one of them\n")
                if done.returncode not in (0, 1) and name not in MAY_FAIL and line != ["BAD"]:
                    failed.append(f"{name} {' '.join(line)}: {done.returncode} {done.stderr.decode()}")
                gone += [f"after {name}: {path}" for path in walk(home.path) if path.startswith("tmp/")]
        home.run(["import", "-"], much())
        gone += wrong(walk(home.path))
        os.umask(old)
        tell(f"every command is walked, umask {mask:03o}", missing + failed)
        tell(f"only its owner can read what it wrote, and nothing is elsewhere, umask {mask:03o}", gone)
        with open(home.path + "/given/target", encoding="utf-8") as file:
            tell(f"a link is not written through, umask {mask:03o}", [] if file.read() == "precious\n" else ["it was"])
    finally:
        os.umask(old)
        shutil.rmtree(home.path)


def much_of_a_locked_log(taper, root):
    """What comes through a pipe and is too much to hold goes to memory without a name, or nowhere."""
    if not shutil.which("strace") or os.environ.get("VARIANT") == "valgrind" or subprocess.run(
            ["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode != 0:
        tell("no strace here that may look into programs; a locked log is passed over", [])
        return
    home, word = Home(taper, root), b"correct horse battery\n"
    home.env["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"

    def bring(*inject):
        calls = home.path + "/seen/calls"
        with open(home.path + "/given/word", "rb") as typed:
            done = subprocess.run(["strace", "-f", "-qqq", "-e", "signal=none", "-e", "trace=openat,memfd_create", *inject, "-o", calls, taper,
                                   "import", "-", "--passphrase-fd", str(typed.fileno())], env=home.env, cwd=home.path, input=much(),
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=[typed.fileno()], check=False)
        with open(calls, encoding="utf-8") as file:
            return done, [line.strip() for line in file if home.path + "/tmp/" in line or "memfd" in line]

    try:
        with open(home.path + "/given/word", "wb") as file:
            file.write(word)
        home.run(["lock", "--passphrase-fd", "0"], word)
        done, files = bring("-e", "inject=memfd_create:error=ENOSYS")
        tell("without memory for it nothing of a locked log is written, and it says so",
             [] if done.returncode == 4 and b"the log is locked" in done.stderr and len(files) == 1 else [str(done), str(files)])
        done, files = bring()
        tell("much that comes through a pipe into a locked log stays in memory",
             [] if done.returncode == 0 and len(files) == 1 and "memfd_create" in files[0] else [str(done), str(files)])
    finally:
        shutil.rmtree(home.path)


# What each command of wiped() leaves behind; where it no longer does, that part would prove nothing.
WRITTEN = ("share/taper/taper.db", "taper.db.lock", "state/taper/post-step", "backups/day-", "backups/before-", "backups/replaced-", "backups/damaged-",
           "taper/config.yaml", "config.yaml~", "taper/support.yaml", "support.yaml.by-hand", "plans/own.yaml")


def wiped(taper, root):
    """After a session that uses everything, wipe leaves what the person made: hooks, exports and copies with a name of their own."""
    home, failed, said = Home(taper, root), [], []

    def do(line, given=b"", fine=(0,)):
        done = home.run(line.split(), given)
        if done.returncode not in fine:
            failed.append(f"{line}: {done.returncode} {done.stderr.decode()}")

    def write(name, text):
        os.makedirs(os.path.dirname(f"{home.path}/{name}"), mode=0o700, exist_ok=True)
        with open(f"{home.path}/{name}", "w", encoding="utf-8") as file:
            file.write(text)

    try:
        write(".config/taper/config.yaml", "# mine\nformat: taper-config/1\nlight: yes  # mine\n")
        write(".config/taper/support.yaml", "# mine\nformat: taper-support/1\nreasons:\n  - a garden\n")
        shutil.copy(root + "/data/plans/gentle.yaml", home.path + "/given/own.yaml")
        for line in ("config --unset light", "safety --none", "log 0 @-20d", "plan start gentle --from 20g --start today --acknowledge", "support add reason rest"):
            do(line)
        write(".config/taper/plans/own.yaml", "kept as it is\n")
        home.env["TAPER_NOW"] = "2026-12-24T15:10:00+01:00"
        for line in ("log 1g @08:00", "today", f"import {root}/tests/data/logs/sixty-days.csv", "backup out/mine.db", "restore out/mine.db",
                     "export csv -o out/mine.csv", "report -o out/report.txt"):
            do(line, fine=(0, 1))
        with open(home.path + "/.local/share/taper/taper.db", "r+b") as file:
            file.seek(4096)
            file.write(b"x" * 4096)
        do("doctor --fix", fine=(0, 1))
        word = b"correct horse battery\n"
        do("lock --passphrase-fd 0", word)
        do("log 1g --passphrase-fd 0", word)
        do("unlock --until-locked --passphrase-fd 0", word, fine=(0, 4))
        there = walk(home.path)
        failed += [name + " was not written" for name in WRITTEN if not any(name in path for path in there)]
        done = home.run(["wipe", "--yes"])
        left = sorted(path for path, info in walk(home.path).items() if not stat.S_ISDIR(info.st_mode) and not path.startswith("out/"))
        said = [path + " is left" for path in left if path not in (".config/taper/hooks/post-log", ".config/taper/hooks/post-step")]
        said += [f"{name} is not said to be left" for name in ("hooks/post-log", "hooks/post-step") if name not in done.stdout.decode()]
        said += ["exports are not said to be out of reach"] if "copies and exports you made" not in " ".join(done.stdout.decode().split()) else []
        said += ["the kernel has a key"] if home.run(["wipe", "--json", "--dry-run"]).stdout.find(b'"kernel_key": true') >= 0 else []
        tell("a session with everything was run before the wipe", failed)
        tell("a wipe leaves nothing of it but what the person made", said)
    finally:
        shutil.rmtree(home.path)


def at_terminal(home, words, keys):
    """All bytes that a terminal gets."""
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(home.path)
        os.execve(home.taper, [home.taper, *words], home.env)
    seen, end = b"", time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not select.select([fd], [], [], 0.05)[0]:
            if keys and seen:
                os.write(fd, keys)
                keys = b""
            continue
        try:
            got = os.read(fd, 65536)
        except OSError:
            break
        if not got:
            break
        seen += got
    else:
        os.kill(pid, 9)
    os.close(fd)
    os.waitpid(pid, 0)
    return seen


def children(taper, root):
    home = Home(taper, root)
    try:
        for line in (["safety", "--none"], ["config", "country", "US"], ["log", "0", "@yesterday"],
                     ["plan", "start", "steady", "--from", AMOUNT + "g", "--start", "today", "--acknowledge"]):
            home.run(line)
        # By what others can see of the commands: words that came through a pipe or a file only.
        rows = f"id,taken_at,amount,unit,product,tags,note\n1,2026-11-21T08:00:00+01:00,{AMOUNT},g,leaf,{WORD},{WORD}\n".encode()
        home.run(["import", "-"], rows)
        home.run(["log", "1g"])
        home.run(["export", "txt", "--print"])
        home.run(["export", "pdf", "-o", home.path + "/out/x.pdf"])
        at_terminal(home, ["journal"], b"")
        end = time.monotonic() + PATIENCE
        while len(os.listdir(home.path + "/seen")) < 6 and time.monotonic() < end:
            home.run(["today", "--short"])
        seen = {}
        for name in ("lp", "editor", "pdf", "hook", "there", "core"):
            try:
                with open(f"{home.path}/seen/{name}", encoding="utf-8") as file:
                    seen[name] = file.read()
            except OSError:
                seen[name] = None
        tell("the hook, the editor, the printer and taper-pdf were started", [name for name, text in seen.items() if text is None])
        tell("no argument of theirs, or of taper, holds anything of the log",
             [f"{name}: {text}" for name, text in seen.items() if text and (WORD in text or AMOUNT in text)])
        tell("a crash leaves no core, of a log that is not locked either", [] if seen["core"] == "0\n" else [str(seen["core"])])
        modes = [line.split()[0] for line in (seen["there"] or "").splitlines()[1:] if not line.endswith("..")]
        tell("the editor's file and its folder are the owner's alone", [] if modes == ["drwx------", "-rw-------"] else modes or ["not seen"])
        tell("the editor's file is gone afterwards", os.listdir(home.path + "/tmp"))
        with open(home.path + "/seen/word", "w+b") as word:
            word.write(b"correct horse battery\n")
            word.flush()
            stand_in(home.path + "/bin/lp", "lp", f'cat >/dev/null; if [ -e /proc/self/fd/{word.fileno()} ]; then echo open; fi >"$HOME/seen/open"')
            for line in (["lock"], ["export", "txt", "--print"]):
                word.seek(0)
                subprocess.run([home.taper, *line, "--passphrase-fd", str(word.fileno())], env=home.env, cwd=home.path, check=False,
                               pass_fds=[word.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            home.run(["lock", "--off", "--yes", "--passphrase-fd", "0"], b"correct horse battery\n")
        with open(home.path + "/seen/open", encoding="utf-8") as file:
            tell("the passphrase is not handed on to the printer", file.read().split())
        note = home.run(["journal", "--list"]).stdout.decode()
        tell("what was written in the editor is kept", [] if WORD in note else [note])
        screen = at_terminal(home, [], b"q")
        titles = [part.split(b"\033\\")[0].split(b"\007")[0] for part in screen.split(b"\033]")[1:]]
        tell("the window is called planner", [] if titles == [b"2;planner"] else [str(titles), str(screen[:300])])
    finally:
        shutil.rmtree(home.path)


def main():
    taper, root = os.path.abspath(sys.argv[1]), os.getcwd()
    for name in [n for n in os.environ if n.startswith(("XDG_", "TAPER_", "LC_", "VISUAL"))]:
        del os.environ[name]
    # Whoever wants one gets one: it is taper that leaves none.
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    for mask in (0, 0o777):
        session(taper, root, mask)
    wiped(taper, root)
    much_of_a_locked_log(taper, root)
    children(taper, root)
    return bad > 0


sys.exit(main())
