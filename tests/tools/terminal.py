# SPDX-License-Identifier: MIT
"""taper in a terminal of its own, for the tests that measure it: what it writes from one picture to the next."""
import contextlib
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

MARKER = re.compile(rb"\033\]2;frame=\d+ used=\d+\033\\")
tests = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


class Screen:
    """Every picture that it sends ends in a marker."""

    def __init__(self, taper, env):
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
                sys.exit(f"taper ended after {self.held!r}")
            self.held += more
        picture, self.held = self.held[:found.start()], self.held[found.end():]
        return picture

    def go(self, keys):
        """From the start, where Today comes in two, by one key after the other."""
        self.picture()
        self.picture()
        for key in keys:
            self.type(key)
            self.picture()

    def type(self, keys):
        os.write(self.fd, keys.encode())

    def press(self, keys):
        """All at once, so that none comes so late that the cursor is taken to rest; the picture of each."""
        self.type(keys)
        return [self.picture() for _ in keys]

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        self.wait()

    def wait(self):
        """For its own end."""
        try:
            while os.read(self.fd, 65536):
                pass
        except OSError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)


@contextlib.contextmanager
def diary(taper):
    """The environment of a new home with a diary, which goes at the end."""
    home = tempfile.mkdtemp(prefix="taper-terminal-")
    env = {"HOME": home, "PATH": f"{os.path.dirname(taper)}:/usr/bin:/bin", "TESTS": tests, "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin",
           "TAPER_NOW": "2026-11-21T15:10:00+01:00", "TAPER_DATA": os.path.join(tests, "..", "data"), "TAPER_TEST_SYNC": "1",
           "LINES": "24", "COLUMNS": "80", "TERM": "xterm-256color"}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            env[name] = os.environ[name]
    try:
        subprocess.run(["sh", os.path.join(tests, "tui", "start-diary.sh")], env=env, check=True, stdout=subprocess.DEVNULL)
        yield env
    finally:
        shutil.rmtree(home)
