#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""readme.py TAPER ROOT: runs what README.md shows, in one home, from top to bottom.

In a console block each line after "$ " is run, and what it prints has to be what stands below it. In an sh block each line has
to end well; lines of make, git and of the packager are only known to be there. A yaml block is a file of ours and is
checked by the program. The blocks of tests/README.md are run and compiled as far as they go. Links within the project have to lead somewhere, and a picture has its own words. UPDATE=1 writes the console blocks anew.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

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
            "LANG": "C.UTF-8", "TAPER_DATA": str(root / "data")}


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
        if command.startswith("export "):
            # For every line from here on; what is under /tmp there is in the home here.
            env.update(pair.replace("/tmp/", env["HOME"] + "/").split("=", 1) for pair in command.split()[1:])
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


def check_pictures(text, root):
    """What is read out in a picture's place is what the picture says of itself."""
    for words, path in re.findall(r"!\[([^\]]+)\]\((data/pictures/[^)]+)\)", text):
        svg = xml.etree.ElementTree.parse(root / path).getroot()
        said = ": ".join(svg.findtext("{http://www.w3.org/2000/svg}" + part) for part in ("title", "desc"))
        say(" ".join(words.split()) == said, f"the words of {path}", said)


def try_line(line, number, program, root):
    """A line of tests/README.md, with the program under test in the place of the one it names."""
    command = re.sub(r"\s+#.*", "", line).strip().replace("build/release", str(program.parent))
    words = command.split()
    if not words or words[0] == "make":
        return
    if words[0].startswith(".ci/"):
        say(os.access(root / words[0], os.X_OK), f"tests/README.md line {number}: there is {words[0]}")
        return
    if not pathlib.Path(root, words[0]).exists():
        say(not program.parent.joinpath("tests").exists(), f"tests/README.md line {number}: there is {words[0]}")
        return
    done = subprocess.run(words, cwd=root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    say(done.returncode == 0, f"tests/README.md line {number}: {line.split('#')[0].strip()}", done.stdout)


def check_tests_readme(program, root, env):
    """The commands run, the C compiles, the lines of scenarios are what the program and drive know."""
    text = (root / "tests/README.md").read_text()
    drive = "".join(path.read_text() for path in (root / "tests/tui").glob("*.c"))
    for kind, start, lines in blocks(text):
        if kind == "sh":
            check_targets(lines, start, root)
            for number, line in enumerate(lines, start):
                try_line(line, number, program, root)
        elif kind == "c":
            source = "#include <stddef.h>\n#include <stdint.h>\n" + "\n".join(lines) + "\n"
            done = subprocess.run([os.environ.get("CC", "cc"), "-std=c17", "-Wall", "-Werror", "-Iinclude", "-fsyntax-only", "-xc", "-"], cwd=root,
                                  input=source, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            say(done.returncode == 0, f"tests/README.md line {start}: it compiles", done.stdout)
        elif any(line.startswith("expect ") for line in lines):
            verbs = {line.split()[0] for line in lines if line and not line.startswith("#")}
            unknown = sorted(verb for verb in verbs if f'"{verb}"' not in drive)
            say(not unknown, f"tests/README.md line {start}: drive knows each step", "\n".join(unknown))
        else:
            for number, line in enumerate(lines, start):
                if not line.startswith("#"):
                    status, printed = run(line, env)
                    say(status == (2 if "plenty" in line else 0), f"tests/README.md line {number}: {line}", printed)


def main():
    program, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    readme = root / "README.md"
    text = readme.read_text()
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        env = environment(program, root, home)
        (home / "tests").symlink_to(root / "tests")
        for kind, start, lines in list(blocks(text)):
            if kind == "console":
                said = play(lines, start, env)
                text = text.replace("\n".join(lines), "\n".join(said), 1)
            elif kind == "sh":
                run_lines(lines, start, env)
                check_targets(lines, start, root)
            elif kind == "yaml":
                check_file(lines, start, env, home)
        check_tests_readme(program, root, env)
    say(not [kind for kind, _, _ in blocks(text) if kind not in ("console", "sh", "yaml")], "README.md has no block that is passed over")
    if os.environ.get("UPDATE"):
        readme.write_text(text)
    check_pictures(text, root)
    check_links(root)
    return failed > 0


sys.exit(main())
