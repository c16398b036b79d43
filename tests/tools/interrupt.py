#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""interrupt.py TAPER: what takes long says so at a terminal and nowhere else, and Ctrl-C leaves everything as it was.

Then Ctrl-C at one system call after the other of everything that writes a file (by strace, where there is one): what was there
is as it was or as it is to be, and no file is left that neither has.
"""
import collections
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PATIENCE = 20 * int(os.environ.get("TUI_PATIENCE", "1"))
bad = 0


def tell(good, name, said=""):
    global bad
    bad += not good
    print(("ok" if good else "not ok") + " - interrupt: " + name)
    for line in str(said).splitlines() if not good else []:
        print("# " + line)


def at_terminal(command, env):
    """The program at a terminal, with what it reads coming through a pipe that does not end by itself."""
    source, pipe = os.pipe()
    pid, fd = pty.fork()
    if pid == 0:
        os.dup2(source, 0)
        os.close(pipe)
        os.chdir(env["HOME"])
        os.execvpe(command[0], command, env)
    os.close(source)
    return pid, fd, pipe


def until(fd, wanted):
    seen, end = "", time.monotonic() + PATIENCE
    while wanted not in seen and select.select([fd], [], [], max(0, end - time.monotonic()))[0]:
        try:
            seen += os.read(fd, 65536).decode(errors="replace")
        except OSError:
            break
    return seen


CALLS = ("openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "link", "unlink")
PLACES = int(os.environ.get("PLACES", "2"))  # of each kind of call, spread evenly


class Writer:
    """A command that writes, run in a copy of one home again and again, and interrupted."""

    def __init__(self, name, words, env, before, stdin="", look=("history", "--by", "dose", "--json"), where=None):
        self.name, self.words, self.env, self.before, self.stdin, self.look, self.where = name, words, env, before, stdin, look, where

    def fresh(self):
        shutil.rmtree(self.env["HOME"])
        shutil.copytree(self.before, self.env["HOME"], symlinks=True)

    def run(self, *trace):
        with tempfile.TemporaryFile() as typed:
            typed.write(self.stdin.encode())
            typed.seek(0)
            return subprocess.run([*trace, *self.words], env=self.env, cwd=self.env["HOME"], stdin=typed, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.PIPE, text=True, check=False)

    def state(self):
        """What a person finds: a file's text, or what the log says."""
        if isinstance(self.where, str):
            return pathlib.Path(self.env["HOME"], self.where).read_text()
        found = subprocess.run([self.words[0], *self.look], env={**self.env, **(self.where or {})}, cwd=self.env["HOME"], text=True,
                               input="five quiet words in a row\n", capture_output=True, check=False)
        with open(self.env["HOME"] + "/.local/share/taper/taper.db", "rb") as log:
            return found.returncode, found.stdout, log.read(6) == b"SQLite"

    def names(self):
        return {str(path.relative_to(self.env["HOME"])) for path in pathlib.Path(self.env["HOME"]).rglob("*")}

    def try_all(self, calls_file):
        self.fresh()
        old, names = self.state(), self.names()
        self.run()
        new, names = self.state(), names | self.names() | {".local/share/taper/taper.db-journal"}
        self.fresh()
        self.run("strace", "-f", "-qqq", "-e", "signal=none", "-e", "trace=" + ",".join(CALLS), "-o", calls_file)
        counts = collections.Counter(re.findall(r"^(?:\d+ +)?(\w+)\(", pathlib.Path(calls_file).read_text(), re.M))
        wrong, ended = [], 0
        places = [(call, 1 + (count - 1) * i // max(1, min(PLACES, count) - 1)) for call, count in sorted(counts.items())
                  for i in range(min(PLACES, count))]
        for call, number in places:
            self.fresh()
            done = self.run("strace", "-f", "-qqq", "-e", "signal=none", "-e", "trace=" + call, "-o", calls_file,
                            "-e", f"inject={call}:signal=INT:when={number}")
            ended += done.returncode == -signal.SIGINT
            left, found = self.names() - names, self.state()
            if left or found not in (old, new) or done.returncode not in (-signal.SIGINT, 0):
                wrong.append(f"{call} {number}: status {done.returncode}, left {left}, found {found}, {done.stderr}")
        tell(not wrong and ended > 0 and old != new, f"{self.name} at {len(places)} places: as it was or as it is to be, and nothing left",
             "\n".join(wrong) or f"ended {ended}, changed {old != new}")


def everything_that_writes(taper, home, env):
    if not shutil.which("strace") or os.environ.get("VARIANT") == "valgrind" or subprocess.run(
            ["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode != 0:
        tell(True, "no strace here that may look into programs; the places are passed over")
        return
    env = {**env, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}
    before, damaged, calls = home + ".before", home + ".damaged", home + ".calls"
    word = "five quiet words in a row\n"

    def run(*words):
        subprocess.run([taper, *words], env=env, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, check=True)

    try:
        run("import", os.path.abspath("tests/data/logs/sixty-days.csv"))
        run("safety", "--none")
        run("backup", "copy.db")
        run("log", "4g", "@14:00")
        run("plan", "start", "gentle")
        pathlib.Path(home, "plan.txt").write_text("the one of last month\n")
        pathlib.Path(home, "more.csv").write_text("taken_at,amount,unit\n2026-11-20T08:11:00+01:00,7,g\n")
        shutil.copytree(home, before)
        shutil.copytree(home, damaged)
        with open(damaged + "/.local/share/taper/taper.db", "r+b") as log:
            log.seek(5 * 4096)
            log.write(b"\0damage\0" * 512)
        for writer in (
                Writer("export", [taper, "export", "txt", "-o", "plan.txt"], env, before, where="plan.txt"),
                Writer("import", [taper, "import", "more.csv"], env, before),
                Writer("backup", [taper, "backup", "copy.db", "--force"], env, before, where={"TAPER_DB": home + "/copy.db"}),
                Writer("restore", [taper, "restore", "copy.db"], env, before),
                Writer("lock", [taper, "lock", "--passphrase-fd", "0"], env, before, stdin=word + word,
                       look=("history", "--by", "dose", "--json", "--passphrase-fd", "0")),
                Writer("doctor --fix", [taper, "doctor", "--fix"], env, damaged)):
            writer.try_all(calls)
    finally:
        for folder in (before, damaged):
            shutil.rmtree(folder, ignore_errors=True)
        pathlib.Path(calls).unlink(missing_ok=True)


def main():
    taper = os.path.abspath(sys.argv[1])
    home = tempfile.mkdtemp()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell lets what it runs behind its back ignore Ctrl-C
    for name in [n for n in os.environ if n.startswith(("XDG_", "TAPER_", "LC_"))]:
        del os.environ[name]
    env = {**os.environ, "HOME": home, "TZ": "Europe/Berlin", "LANG": "C.UTF-8", "TERM": "dumb",
           "TAPER_DATA": os.path.abspath("data"), "TAPER_NOW": "2026-11-21T15:10:00+01:00"}

    def run(*words):
        return subprocess.run([taper, *words], env=env, cwd=home, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    try:
        run("log", "2.5g")
        run("log", "1g")
        before = run("history", "--by", "dose", "--json").stdout
        pid, fd, pipe = at_terminal([taper, "import", "-"], env)
        os.write(pipe, b"taken_at,amount,unit\n2026-11-20T08:00:00+01:00,7,g\n")
        seen = until(fd, "at work, 1 s")
        tell("taper: at work, 1 s" in seen, "it says that it is at work", seen)
        os.write(fd, b"\x03")
        _, status = os.waitpid(pid, 0)
        os.close(pipe)
        os.close(fd)
        tell(os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGINT, "Ctrl-C ends it", status)
        tell(run("history", "--by", "dose", "--json").stdout == before, "and nothing of it is in the log")
        doctor = run("doctor")
        tell(doctor.returncode == 0, "which is whole", doctor.stdout + doctor.stderr)
        left = [name for name in os.listdir(home) if name not in (".local", ".config")]
        tell(not left, "and no file is left", left)
        # Where nobody looks nothing is said.
        quiet = subprocess.Popen([taper, "import", "-"], env=env, cwd=home, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE)
        quiet.stdin.write(b"taken_at,amount,unit\n2026-11-20T08:00:00+01:00,7,g\n")
        quiet.stdin.flush()
        select.select([quiet.stderr], [], [], 1.2)
        out, err = quiet.communicate(timeout=PATIENCE)
        tell(quiet.returncode == 0 and b"at work" not in err and b"added 1" in out, "without a terminal it is quiet", (out, err))
        # The line is gone when it is done.
        pid, fd, pipe = at_terminal([taper, "import", "-"], env)
        os.write(pipe, b"taken_at,amount,unit\n2026-11-19T08:00:00+01:00,7,g\n")
        until(fd, "at work")
        os.close(pipe)
        seen = until(fd, "takes it back")
        tell("\r   " in seen and "takes it back" in seen.split("\r ")[-1], "the line goes when it is done", repr(seen))
        os.close(fd)
        os.waitpid(pid, 0)
        everything_that_writes(taper, home, env)
    finally:
        shutil.rmtree(home)
    return 1 if bad else 0


sys.exit(main())
