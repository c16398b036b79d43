#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""readme.py TAPER ROOT: runs what README.md shows, in one home, from top to bottom.

In a console block each line after "$ " is run, and what it prints has to be what stands below it. In an sh block each line has
to end well; lines of make, git and of the packager are only known to be there. A yaml block is a file of ours and is
checked by the program. Links within the project have to lead somewhere. UPDATE=1 writes the console blocks anew.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

NOT_RUN = ("make", "git ", "apt-get ", "sudo ", "cd ", "dpkg")
failed = 0


def say(good, what, why=""):
    global failed
    failed += not good
    print(("ok - readme: " if good else "not ok - readme: ") + what)
    if not good and why:
        print("\n".join("    " + line for line in why.rstrip().splitlines()))


def blocks(text):
    """(kind, first line's number, lines) of each fenced block."""
    kind, start, held = None, 0, []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("```"):
            if kind is None:
                kind, start, held = line[3:].strip(), number + 1, []
            else:
                yield kind, start, held
                kind = None
        elif kind is not None:
            held.append(line)


def environment(program, root, home):
    bin_folder = home / ".bin"
    bin_folder.mkdir()
    (bin_folder / "taper").symlink_to(program)
    keep = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "LOCPATH") if name in os.environ}
    return {**keep, "HOME": str(home), "PATH": f"{bin_folder}:{os.environ['PATH']}", "TERM": "dumb", "COLUMNS": "80",
            "LANG": "C.UTF-8", "TZ": "Europe/Berlin", "TAPER_DATA": str(root / "data"), "TAPER_NOW": "2026-11-21T15:10:00+01:00"}


def run(command, env):
    done = subprocess.run(["sh", "-c", command], env=env, cwd=env["HOME"], stdin=subprocess.DEVNULL, timeout=120,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def play(lines, start, env):
    """Runs a console block; gives what it should have been."""
    said, at = [], 0
    while at < len(lines):
        command, end = lines[at].removeprefix("$ "), at + 1
        while end < len(lines) and not lines[end].startswith("$ "):
            end += 1
        _, printed = run(command, env)
        got = printed.splitlines()
        say(got == lines[at + 1:end] or bool(os.environ.get("UPDATE")), f"line {start + at}: {command}", "\n".join(got))
        said += [lines[at], *got]
        at = end
    return said


def run_lines(lines, start, env):
    for number, line in enumerate(lines, start):
        command = re.sub(r"\s+#.*", "", line).strip()
        if not command or command.startswith("#") or command.startswith(NOT_RUN):
            continue
        status, printed = run(command, env)
        say(status == 0, f"line {number}: {command}", printed)


def check_targets(lines, start, root):
    for number, line in enumerate(lines, start):
        words = re.sub(r"\s+#.*", "", line).split()
        if words[:1] == ["make"]:
            status = subprocess.run(["make", "-n", *words[1:]], cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            say(status.returncode == 0, f"line {number}: there is '{' '.join(words)}'", status.stderr)


def check_file(lines, start, env, home):
    path = home / f"example-{start}.yaml"
    path.write_text("\n".join(lines) + "\n")
    status, printed = run(f"taper plan check {path}", env) if "taper-plan" in lines[0] else (1, "not a file of ours")
    say(status == 0, f"line {start}: the file is right", printed)


def anchors(text):
    heads = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.S), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def check_links(root):
    names = subprocess.run(["find", ".", "-name", "*.md", "-not", "-path", "./build/*", "-not", "-path", "./.git/*"], cwd=root,
                           stdout=subprocess.PIPE, text=True).stdout.split()
    for name in sorted(names):
        text = (root / name).read_text()
        for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.S)):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, anchor = target.partition("#")
            file = (root / name).parent / path if path else root / name
            good = file.exists() and (not anchor or anchor in anchors(file.read_text()))
            say(good, f"{name[2:]} leads to {target}")


def main():
    program, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    readme = root / "README.md"
    text = readme.read_text()
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        env = environment(program, root, home)
        shutil.copy(root / "tests/data/logs/sixty-days.csv", home / "my-log.csv")
        for kind, start, lines in list(blocks(text)):
            if kind == "console":
                said = play(lines, start, env)
                text = text.replace("\n".join(lines), "\n".join(said), 1)
            elif kind == "sh":
                run_lines(lines, start, env)
                check_targets(lines, start, root)
            elif kind == "yaml":
                check_file(lines, start, env, home)
    if os.environ.get("UPDATE"):
        readme.write_text(text)
    check_links(root)
    return failed > 0


sys.exit(main())
