#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""manual.py TAPER: the manual against the program.

Between a line `.\\" from the program: NAME` and a line `.\\" end` stands what comes from a table of the program: the options of
a command, the settings. UPDATE=1 writes these parts anew. Beyond that each command, environment variable, file and exit
status has to be there, and each console example ("$ command", and what it prints) has to be true.
"""
import json
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time

import manual_plan

MAN = pathlib.Path("data/man")
BEGIN, END = '.\\" from the program: ', '.\\" end'
UPDATE = bool(os.environ.get("UPDATE"))
bad = 0


def tell(good, name, said=""):
    global bad
    bad += not good
    print(("ok" if good else "not ok") + " - manual: " + name)
    for line in str(said).splitlines() if not good else []:
        print("# " + line)


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace('"', "\\(dq")
    return "\\&" + text if text[:1] in (".", "\\") and not text.startswith("\\(") else text


def lines_of(text):
    """A sentence in lines of at most 80 bytes, as mandoc likes them."""
    return textwrap.wrap(escaped(text), 80, break_long_words=False, break_on_hyphens=False)


def words(value):
    return escaped(value.lower())


def plain(source):
    """mdoc as the text a person searches for."""
    for old, new in (("\\-", "-"), ("\\(aq", "'"), ("\\(dq", '"'), ("\\&", ""), ("\\e", "\\")):
        source = source.replace(old, new)
    return source


def options_of(command):
    if not command["options"]:
        return []
    lines = [".Bl -tag -width Ds"]
    for option in command["options"]:
        letter = f"{option['letter']} , " if option["letter"] else ""
        value = f" Ar {words(option['value'])}" if option["value"] else ""
        lines += [f".It Fl {letter}\\-{escaped(option['name'])}{value}", *lines_of(option["says"])]
    return lines + [".El"]


def settings_of(settings):
    lines = [".Bl -tag -width Ds"]
    for setting in settings:
        lines += [f".It Ic {setting['key']}", *lines_of(setting["meaning"]), ".br",
                  *lines_of(f"{setting['type'].capitalize()}: {setting['range']}."), ".br",
                  *lines_of(f"Default: {setting['default']}."), ".br",
                  "Example:", f".Ql {escaped(setting['example'])}"]
    return lines + [".El"]


def placed(name, source, parts):
    """The page with each part as the program says; each part is used once."""
    out, lines, used, at = [], source.splitlines(), set(), 0
    while at < len(lines):
        out.append(lines[at])
        if lines[at].startswith(BEGIN):
            part = lines[at][len(BEGIN):]
            end = lines.index(END, at)
            if part in parts:
                used.add(part)
                tell(UPDATE or lines[at + 1:end] == parts[part], f"{name}, {part}: as the program has it (UPDATE=1 writes it)",
                     "\n".join(parts[part]))
                out += parts[part]
            else:
                tell(False, f"{name}: the program has no {part}")
            out.append(END)
            at = end
        at += 1
    for part in parts.keys() - used:
        tell(False, f"{name}: '{BEGIN}{part}' and '{END}' are missing")
    return "\n".join(out) + "\n"


def run(command, env):
    done = subprocess.run(["sh", "-c", command], cwd=env["HOME"], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=60, check=False)
    run.status = done.returncode
    return done.stdout


def shown_as(line):
    """A line of output as the page has it."""
    for char, name in (("\\", "\\e"), ("-", "\\-"), ("\u00b7", "\\(pc"), ("\u2212", "\\(mi"), ("\u2192", "\\(->")):
        line = line.replace(char, name)
    return "\\&" + line if line[:1] in (".", "'") else line


def one_example(page, block, env):
    """Runs a block of commands, and gives it with what they print; where it shows no output they only have to end well."""
    lines, out, at = block.splitlines(), [], 0
    silent = all(line.startswith("$ ") for line in lines)
    while at < len(lines):
        end = at + 1
        while end < len(lines) and not lines[end].startswith("$ "):
            end += 1
        command = plain(lines[at][2:])
        got = [shown_as(line) for line in run(command, env).splitlines()]
        good = run.status <= 1 if silent else [plain(line) for line in got] == [plain(line) for line in lines[at + 1:end]]
        tell(good or UPDATE, f"{page}: {command}", "\n".join(got))
        out += [lines[at]] + ([] if silent else got)
        at = end
    return "\n".join(out) + "\n"


def examples(page, source, env):
    """Each console example of a page, in one home, from its beginning to its end."""
    def one(match):
        return match.group(1) + one_example(page, match.group(2), env) + ".Ed" if match.group(2).startswith("$ ") else match.group(0)
    return re.sub(r"^(\.Bd -literal.*?\n)(.*?)^\.Ed", one, source, flags=re.S | re.M)


def attached(command, wanted, env):
    """What a program prints at a terminal until the wanted text is among it, or for ten seconds."""
    pid, fd = pty.fork()
    if pid == 0:
        os.chdir(env["HOME"])
        os.execvpe(command[0], command, {**env, "TERM": "xterm"})
    seen, end = "", time.monotonic() + 10
    while wanted not in seen and select.select([fd], [], [], max(0, end - time.monotonic()))[0]:
        try:
            seen += os.read(fd, 65536).decode(errors="replace")
        except OSError:
            break
    os.close(fd)
    os.waitpid(pid, 0)
    return seen


def tried(page, source, env):
    """The parts of other programs' settings, in these programs where they are here."""
    for kind, block in re.findall(r'^\.\\" tried: (\S+)\n\.Bd.*?\n(.*?)^\.Ed', source, re.S | re.M):
        text, line = plain(block), ""
        wanted = run("taper today --format '{left}'", env).strip()
        if kind in ("bash", "zsh", "tmux") and not shutil.which(kind):
            tell(True, f"{page}, for {kind}: not here, and passed over")
            continue
        pathlib.Path(env["HOME"], "part").write_text(text)
        if kind == "bash":
            line = run("""bash --norc -c '. ./part && printf %s "${PS1@P}"'""", env)
        elif kind == "zsh":
            line = run("zsh -f -c '. ./part && print -P $RPROMPT'", env)
            wanted = run("taper today --short", env).strip()
        elif kind == "tmux":
            line = attached(["tmux", "-L", "taper-manual", "-f", "part", "new-session", "cat"], f"{wanted} g left", env)
            run("tmux -L taper-manual kill-server", env)
        elif kind == "waybar":
            command = json.loads("{" + text + "}")["custom/taper"]["exec"]
            line = json.loads(run(command, env))["text"]
        elif kind == "i3blocks":
            line = run(re.search("^command=(.*)$", text, re.M).group(1), env)
            wanted = run("taper today --short", env).strip()
        tell(wanted != "" and wanted in line, f"{page}, for {kind}", line)


def lead_somewhere(pages):
    """Every page of ours that another one names is there."""
    for name, source in pages.items():
        for title, section in sorted(set(re.findall(r"^\.Xr (taper\S*) (\d)", source, re.M))):
            tell(f"{title}.{section}" in pages, f"{name} leads to {title} {section}")
        also = source.split(".Sh SEE ALSO")[-1].split(".Sh")[0]
        tell(".Xr taper" in also, f"{name} says what to see also")


def looked_at():
    if not shutil.which("mandoc"):
        tell(True, "no mandoc here; its look is passed over")
        return
    said = subprocess.run(["mandoc", "-T", "lint", "-W", "all", *map(str, sorted(MAN.glob("*.[15]")))], capture_output=True, text=True, check=False)
    # Whether another program's page is here says nothing of ours.
    lines = [line for line in said.stdout.splitlines() if "referenced manual not found" not in line]
    tell(not lines, "mandoc has nothing to say", "\n".join(lines))


def sources():
    return "".join(path.read_text() for folder in ("src", "include") for path in sorted(pathlib.Path(folder).rglob("*.[ch]")))


def have(page, source, kind, found):
    for word in sorted(found):
        tell(word in source, f"{page} has the {kind} {word}")


def main():
    taper = os.path.abspath(sys.argv[1])
    home = tempfile.mkdtemp()
    try:
        os.makedirs(home + "/bin")
        os.symlink(taper, home + "/bin/taper")
        pathlib.Path(home + "/bin/lp").write_text("#!/bin/sh\ncat >/dev/null\n")
        os.chmod(home + "/bin/lp", 0o755)
        shutil.copy("data/plans/gentle.yaml", home + "/mine.yaml")
        pathlib.Path(home + "/passphrase.txt").write_text("five quiet words in a row\n")
        os.makedirs(home + "/.config/taper")
        shutil.copy("data/guidance.yaml", home + "/.config/taper")
        keep = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
        env = {**keep, "HOME": home, "PATH": f"{home}/bin:{os.environ['PATH']}", "TERM": "dumb", "COLUMNS": "80",
               "LANG": "C.UTF-8", "TZ": "Europe/Berlin", "TAPER_DATA": os.path.abspath("data"),
               "TAPER_NOW": "2026-11-24T15:10:00+01:00"}
        table = json.loads(run("taper help --json", env))
        settings = json.loads(run("taper config --json", env))
        pages = {path.name: path.read_text() for path in sorted(MAN.glob("*.[15]"))}
        shown = [command for command in table["commands"] if not command["hidden"]]
        parts = {f"options of {command['name']}": options_of(command) for command in shown if command["options"]}
        parts["options of every command"] = options_of(table)
        pages["taper.1"] = placed("taper.1", pages["taper.1"], parts)
        pages["taper-config.5"] = placed("taper-config.5", pages["taper-config.5"], {"settings": settings_of(settings)})
        main_page, code = plain(pages["taper.1"]), sources()
        items = re.findall(r"^\.It Ic (.+)$", main_page, re.M)
        for command in shown:
            tell(any(re.match(re.escape(command["name"]) + r"( [A-Z][a-z]( |$)|$)", item) for item in items),
                 f"taper.1 has the command {command['name']}")
        have("taper.1", main_page, "variable", set(re.findall(r'(?:getenv|environment|base_folder)\("([A-Z_]+)"', code)) - {"HOME", "TAPER_TEST_SYNC"})
        have("taper.1", main_page, "file", {name for name in re.findall(r'"([a-z-]+\.(?:yaml|txt|db))"', code) if f'paths.config, "{name}"' in code} |
             {"taper.db", "hooks/post-log", "hooks/post-step", "backups/"})
        statuses = re.findall(r"^\.It ([0-9])$", main_page.split(".Sh EXIT STATUS")[1], re.M)
        tell(statuses == ["0", "1", "2", "3", "4"], "taper.1 has each exit status", statuses)
        for name in sorted(pages, key=lambda page: page != "taper.1"):
            written = examples(name, pages[name], env)
            if UPDATE:
                (MAN / name).write_text(written)
            tried(name, pages[name], env)
        manual_plan.check(pages["taper-plan.5"], run, tell, env, plain)
        lead_somewhere(pages)
        looked_at()
    finally:
        shutil.rmtree(home)
    return 1 if bad else 0


sys.exit(main())
