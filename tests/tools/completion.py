#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""completion.py TAPER: words completed by the real shells, each at a terminal of its own, with the Tab key.

A shell that is not installed is passed over. What is typed, and the words the command then has:
"""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

CASES = [
    ("pla\t", ["plan"]),
    ("plan sta\t", ["plan", "start"]),
    ("plan start gen\t", ["plan", "start", "gentle"]),
    ("--color nev\t", ["--color", "never"]),
    ("export --paper=le\t", ["export", "--paper=letter"]),
    ("log 2 -t str\t", ["log", "2", "-t", "stress"]),
    ("log 2 --tag=str\t", ["log", "2", "--tag=stress"]),
    ("history tag:str\t", ["history", "tag:stress"]),
    ("log 2 -p gree\t", ["log", "2", "-p", "green caps"]),
    ("log 2 @yes\t", ["log", "2", "@yesterday"]),
    ("check-in cravi\t", ["check-in", "craving="]),
    ("config meas\t", ["config", "measure"]),
    ("config unit tab\t", ["config", "unit", "tablet"]),
    ("support add cl\t", ["support", "add", "clinician"]),
    ("support add if\t", ["support", "add", "if-then"]),
    ("guide slee\t", ["guide", "sleep"]),
    ("plan explain yes\t", ["plan", "explain", "yesterday"]),
    ("import a-tab\t", ["import", "a-table.csv"]),
    ("report --output=a-tab\t", ["report", "--output=a-table.csv"]),
    ("help plan expl\t", ["help", "plan", "explain"]),
    ("completion fi\t", ["completion", "fish"]),
    ("config dates mon\t", ["config", "dates", "month-day"]),
    ("import a-table.csv --dates dm\t", ["import", "a-table.csv", "--dates", "dmy"]),
    ("import a-table.csv --decimal=com\t", ["import", "a-table.csv", "--decimal=comma"]),
    ("export pdf --what supp\t", ["export", "pdf", "--what", "support"]),
    ("export txt --dos\t", ["export", "txt", "--doses"]),
    ("plan compare gentle --repl\t", ["plan", "compare", "gentle", "--replay"]),
    ("plan hold --rea\t", ["plan", "hold", "--reason"]),
    ("lock --leave\t", ["lock", "--leave-backups"]),
    ("unlock --until-log\t", ["unlock", "--until-logout"]),
    ("wipe --dry\t", ["wipe", "--dry-run"]),
    ("guidance backt\t", ["guidance", "backtest"]),
    ("urge rode\t", ["urge", "rode-it-out"]),
    ("support mi\t", ["support", "mine"]),
    ("cope sur\t", ["cope", "surf"]),
    ("self-check --sto\t", ["self-check", "--store"]),
]
PATIENCE = 20 * int(os.environ.get("TUI_PATIENCE", "1"))


def tell(good, name, said=""):
    print(("ok" if good else "not ok") + " - completion: " + name)
    for line in str(said).splitlines() if not good else []:
        print("# " + line)
    return good


class Shell:
    """A shell at a terminal; what it prints is read until a mark comes."""

    def __init__(self, command, home):
        self.seen = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(home)
            os.execvp(command[0], command)

    def send(self, text):
        os.write(self.fd, text.encode())

    def until(self, mark):
        end = time.monotonic() + PATIENCE
        while not re.search(mark, self.seen):
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.fd], [], [], left)[0]:
                raise TimeoutError(self.seen[-400:].decode(errors="replace"))
            try:
                self.seen += os.read(self.fd, 65536)
            except OSError:
                raise TimeoutError(self.seen[-400:].decode(errors="replace")) from None
        found = re.search(mark, self.seen)
        self.seen = self.seen[found.end():]
        return found

    def close(self):
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def typed(name, command, load, home):
    """Types each line, then puts a command before it that prints its words."""
    good = True
    shell = Shell(command, home)
    try:
        shell.send("args() { printf '<%s>' \"$@\"; echo '.'; }; " + load + "; echo 're''ady'\n")
        shell.until(rb"ready\r")
        for line, words in CASES:
            shell.send("taper " + line + "\x01args \n")
            got = shell.until(rb"<taper>(<.*>)\.").group(1).decode()
            want = "".join("<%s>" % word for word in words)
            good &= tell(got == want, name + ", " + line.strip(), got + "\nwanted " + want)
    except TimeoutError as trouble:
        good = tell(False, name + " answers", trouble)
    shell.close()
    return good


def fish(home):
    """fish says itself what it would offer."""
    good = True
    for line, words in CASES:
        got = subprocess.run(
            ["fish", "--no-config", "-c", "taper completion fish | source; complete -C $argv[1]",
             "taper " + line.strip("\t")], cwd=home, capture_output=True, text=True, check=False)
        first = [offered.split("\t")[0].replace("\\ ", " ") for offered in got.stdout.splitlines()]
        good &= tell(words[-1] in first, "fish, " + line.strip(), got.stdout + got.stderr)
    return good


def main():
    taper = os.path.abspath(sys.argv[1])
    home = tempfile.mkdtemp()
    good = True
    try:
        os.mkdir(home + "/bin")
        os.symlink(taper, home + "/bin/taper")
        for name in [n for n in os.environ if n.startswith(("XDG_", "TAPER_", "LC_"))]:
            del os.environ[name]
        data = os.path.abspath("data")
        os.environ.update(HOME=home, PATH=home + "/bin:" + os.environ["PATH"], TERM="dumb",
                          LANG="C.UTF-8", TZ="Europe/Berlin", TAPER_DATA=data, EDITOR="true",
                          VISUAL="true", PS1="", HISTFILE="/dev/null",
                          TAPER_NOW="2026-11-21T15:10:00+01:00")
        open(home + "/a-table.csv", "w", encoding="utf-8").close()
        for command in (["log", "2g", "-t", "stress"], ["log", "1 capsule", "-p", "green caps"]):
            subprocess.run([taper] + command, check=True, stdout=subprocess.DEVNULL)
        shells = {
            "bash": lambda: typed("bash", ["bash", "--norc", "--noprofile", "-i"],
                                  'eval "$(taper completion bash)"; unset HISTFILE', home),
            "zsh": lambda: typed("zsh", ["zsh", "-f", "-i"],
                                 "autoload -Uz compinit; compinit -D -u; "
                                 'eval "$(taper completion zsh)"; bindkey -e', home),
            "fish": lambda: fish(home),
        }
        for name, run in shells.items():
            if shutil.which(name):
                good &= run()
            else:
                tell(True, name + " is not here, and is passed over")
    finally:
        shutil.rmtree(home)
    return 0 if good else 1


sys.exit(main())
