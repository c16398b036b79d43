#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""interrupt.py TAPER: what takes long says so at a terminal and nowhere else, and Ctrl-C leaves everything as it was."""
import os
import pty
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
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell lets what it runs behind its back ignore Ctrl-C
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


def main():
    taper = os.path.abspath(sys.argv[1])
    home = tempfile.mkdtemp()
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
    finally:
        shutil.rmtree(home)
    return 1 if bad else 0


sys.exit(main())
