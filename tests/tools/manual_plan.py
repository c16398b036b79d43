# SPDX-License-Identifier: MIT
"""taper-plan.5 against the program: its examples are plans, and what it says of a key that is left out is true."""
import json
import pathlib
import re

PLAN = {
    "format": "format: taper-plan/1",
    "name": "name: tried",
    "title": 'title: "Tried"',
    "unit": "unit: g",
    "measure": "measure: 0.1 g",
    "doses": 'doses:\n  - {at: "08:00", name: morning}\n  - {at: "13:00", name: midday}\n  - {at: "18:00", name: evening}\n'
             '  - {at: "22:00", name: night}',
    "phases": "phases:\n  - {stay: 7}\n  - {cut: 5 %, every: 7, until: 6 g}",
}
# Keys that may be left out, in a plan and as the page says they are then meant.
MEANT = (
    ("The file", "goal", "Without it, 0.", {"goal": "goal: 0"}, {}),
    ("The file", "doses", "Without it, there is one dose a day", {"doses": "doses:\n  - {name: whole}"}, {"doses": None}),
    ("The file", "shrink", "nearest to the middle of the list come first, of two\nequally near the earlier one",
     {"shrink": "shrink: [midday, evening, morning, night]"}, {}),
    ("A dose", "share", "Without it, 1,", {"doses": 'doses:\n  - {at: "08:00", share: 1}\n  - {at: "20:00", share: 1.5}'},
     {"doses": 'doses:\n  - {at: "08:00"}\n  - {at: "20:00", share: 1.5}'}),
    ("A phase", "of", ".Ql current ,\nwhich is also meant without it",
     {"phases": "phases:\n  - {cut: 5 %, of: current, every: 7, until: 2 g}"}, {"phases": "phases:\n  - {cut: 5 %, every: 7, until: 2 g}"}),
)
PHASES = {"stay": "stay: 7", "cut": "cut: 5 %, every: 7, until: 2 g", "curve": "curve: {half: 50 %, steps: 20, cap: 10 %}, every: 7, until: 2 g",
          "levels": "levels: [{amount: 14 g, days: 7}]"}
OTHERS = {"of": "of: start", "every": "every: 7", "until": "until: 2 g", "least": "least: 0.2 g"}


def text_of(plan):
    return "\n".join(line for line in plan.values() if line is not None) + "\n"


def indented(block):
    return "".join("  " + line + "\n" for line in block.splitlines())


class Page:
    def __init__(self, source, run, tell, env, plain):
        self.source, self.run, self.tell, self.env, self.plain = source, run, tell, env, plain
        self.file = pathlib.Path(env["HOME"], "tried.yaml")

    def check(self, text):
        """Whether it is a plan, and what the program says."""
        self.file.write_text(text)
        said = self.run("taper plan check tried.yaml", self.env)
        return self.run.status == 0, said

    def levels(self, text):
        self.file.write_text(text)
        laid = json.loads(self.run("taper plan preview tried.yaml --from 15g --json", self.env))
        return [(step["from"], step["target"], step.get("doses")) for step in laid["steps"]]

    def entries(self):
        """(section, key, what is said, its example) of every key of the page."""
        for title, body in re.findall(r"^\.Ss ([^\n]*)\n(.*?)(?=^\.S[sh] )", self.source, re.S | re.M):
            for key, says, example in re.findall(r"^\.It Ic (\S+)\n(.*?)\.Bd -literal[^\n]*\n(.*?)^\.Ed", body, re.S | re.M):
                yield title, key, says, self.plain(example)

    def examples(self):
        for title, key, _, example in self.entries():
            plan = dict(PLAN)
            if title == "The file":
                plan[key] = example.rstrip("\n")
                if key == "doses":
                    plan["phases"] = PLAN["phases"]
            elif title == "A dose":
                plan["doses"] = "doses:\n" + indented(example).rstrip("\n")
            else:
                plan["phases"] = "phases:\n" + indented(example).rstrip("\n")
            good, said = self.check(text_of(plan))
            self.tell(good, f"taper-plan.5, {title}, {key}: its example is right", said)
        whole = re.findall(r"^\.Bd -literal[^\n]*\n(format: .*?\n(?:.*?\n)+?)\.Ed", self.source, re.M)
        files = [self.plain(block) for block in whole if "phases:" in block]
        for number, text in enumerate(files, 1):
            good, said = self.check(text)
            self.tell(good, f"taper-plan.5: whole file {number} is right", said)
        self.tell(len(files) >= 2, "taper-plan.5 has whole files")

    def needed(self):
        """Needed keys are asked for by name; without any other the file is a plan."""
        full = {**PLAN, "summary": "summary: x", "suits": "suits: x", "sources": "sources: [x]", "smallest": "smallest: 0.5 g",
                "shrink": "shrink: [midday, morning, evening, night]", "goal": "goal: 1 g"}
        for title, key, says, _ in self.entries():
            if title != "The file":
                continue
            less = {**full, key: None, **({"shrink": None} if key == "doses" else {})}
            good, said = self.check(text_of(less))
            right = not good and f"'{key}' is missing" in said if "Needed." in says else good
            self.tell(right, f"taper-plan.5: what it says of a file without '{key}'", said)
        for kind, phase in PHASES.items():
            for key, value in OTHERS.items():
                taken = f"{key}: " in phase
                with_it = phase if taken else f"{phase}, {value}"
                good, said = self.check(text_of({**PLAN, "phases": "phases:\n  - {" + with_it + "}"}))
                fits = kind in ("cut", "curve") and (key != "of" or kind == "cut")
                self.tell(good == fits and (fits or f"'{key}' does not go with '{kind}'" in said), f"taper-plan.5: '{key}' with '{kind}'", said)
            for key in ("every", "until") if kind in ("cut", "curve") else ():
                less = ", ".join(part for part in re.split(r", (?=every|until)", phase) if not part.startswith(key))
                good, said = self.check(text_of({**PLAN, "phases": "phases:\n  - {" + less + "}"}))
                self.tell(not good and f"'{key}' is missing" in said, f"taper-plan.5: '{kind}' needs '{key}'", said)

    def meant(self):
        for title, key, words, said_so, left_out in MEANT:
            with_it, without = self.levels(text_of({**PLAN, **said_so})), self.levels(text_of({**PLAN, **left_out}))
            self.tell(words in self.source and with_it == without and len(with_it) > 2,
                      f"taper-plan.5, {title}: what is meant without '{key}'", f"{with_it}\n{without}")


def check(source, run, tell, env, plain):
    page = Page(source, run, tell, env, plain)
    page.examples()
    page.needed()
    page.meant()
