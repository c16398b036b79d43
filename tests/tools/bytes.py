#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bytes.py TAPER: how many bytes the terminal gets for one row down, in every list, where it scrolls and where it does not. They are the same
on every machine; more than the bound here means that something is drawn anew that was there already."""
import fcntl
import os
import pty
import re
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios

taper = os.path.abspath(sys.argv[1])
tests = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
MARKER = re.compile(rb"\033\]2;frame=\d+ used=\d+\033\\")

# The keys that lead to a list, how many rows down are looked at, and the most that one of them may take. Where a list scrolls, a whole
# row comes in besides: of History with its bar, of Support with all the lines of an entry.
LISTS = [
    ("Today", "gg", 3, 160),
    ("Plan", "2", 30, 160),
    ("Plan by days", "2v", 30, 160),
    ("History", "3g", 14, 90),
    ("History, scrolling", "3gjjjjjjjjjjjjjjj", 20, 200),
    ("Check-in", "4", 9, 160),
    ("Support", "5", 12, 140),
    ("Support, scrolling", "5jjjjjjjjjjjj", 6, 190),
    ("Guide", "6", 15, 110),
]


class Screen:
    """taper in a terminal of its own; every picture it sends ends in a marker."""

    def __init__(self, env):
        self.held = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execve(taper, [taper], env)

    def picture(self):
        """The bytes of the next one; an ending program has none."""
        while not (found := MARKER.search(self.held)):
            try:
                more = os.read(self.fd, 65536)
            except OSError:
                more = b""
            if not more:
                sys.exit(f"bytes.py: taper ended after {self.held!r}")
            self.held += more
        picture, self.held = self.held[:found.start()], self.held[found.end():]
        return picture

    def press(self, key):
        os.write(self.fd, key.encode())
        return self.picture()

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        try:
            while os.read(self.fd, 65536):
                pass
        except OSError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def look(name, keys, rows, bound, env):
    screen = Screen(env)
    screen.picture()
    screen.picture()  # Today comes in two
    for key in keys:
        screen.press(key)
    os.write(screen.fd, b"j" * rows)  # all at once: none comes so late that the cursor is taken to rest
    sizes = [len(screen.picture()) for _ in range(rows)]
    screen.end()
    good = max(sizes) <= bound
    print(f"{'ok' if good else 'not ok'} - {name} in {env['TERM']}: {max(sizes)} bytes for a row down, at most {bound}"
          + ("" if good else f": {sizes}"))
    return good


def main():
    home = tempfile.mkdtemp(prefix="taper-bytes-")
    env = {"HOME": home, "PATH": f"{os.path.dirname(taper)}:/usr/bin:/bin", "TESTS": tests, "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin",
           "TAPER_NOW": "2026-11-21T15:10:00+01:00", "TAPER_DATA": os.path.join(tests, "..", "data"), "TAPER_TEST_SYNC": "1",
           "LINES": "24", "COLUMNS": "80"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            env[name] = os.environ[name]
    try:
        subprocess.run(["sh", os.path.join(tests, "tui", "start-diary.sh")], env=env, check=True, stdout=subprocess.DEVNULL)
        results = [look(*each, dict(env, TERM=term)) for term in ("xterm-256color", "screen-256color") for each in LISTS]
    finally:
        shutil.rmtree(home)
    sys.exit(0 if all(results) else 1)


main()
