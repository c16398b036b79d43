# SPDX-License-Identifier: MIT
"""paper_parts.py NAME HISTORY.json REPORT.json FOLDER : reads the log, the report and the own plan as html and md back, by programs that are not taper's.

HISTORY.json is `taper history --by day --json` of all days, REPORT.json `taper report --json`. FOLDER has log, report and support, each as .html and .md.
Each cell, fact and paragraph of the one is that of the other and of REPORT.json, whatever text is in it; on each row of the log the doses add up to its
total, which is that of HISTORY.json. Prints ok or not ok a file.
"""
import datetime
import decimal
import json
import os
import re
import sys

sys.dont_write_bytecode = True
from paper import Page, is_formula  # noqa: E402

Amount = decimal.Decimal
LONG = "January February March April May June July August September October November December".split()


class Parts(Page):
    """Every text of the page with the tag it stands in, without what keeps it from being a formula."""

    TOLD = ("h1", "h2", "dt", "dd", "th", "td", "p", "li")

    def __init__(self, where):
        super().__init__(where)
        self.told, self.foot = [], False

    def handle_starttag(self, tag, attrs):
        super().handle_starttag(tag, attrs)
        self.foot = self.foot or tag == "footer"
        if tag in self.TOLD and not self.foot and dict(attrs).get("class") != "blank":
            self.told.append([tag, ""])

    def handle_data(self, data):
        super().handle_data(data)
        if not self.foot and self.open and self.open[-1] in self.TOLD:
            self.told[-1][1] += data

    def end_row(self):
        scopes = [(c[0], c[1].get("scope")) for c in self.cells]
        if "thead" in self.open:
            assert set(scopes) == {("th", "col")}, f"{self.where}: {scopes}"
            self.column_heads = scopes
            return
        assert scopes[0] == ("th", "row") and set(scopes[1:]) <= {("td", None)}, f"{self.where}: {scopes}"
        assert len(scopes) == len(self.column_heads), f"{self.where}: {len(scopes)} cells"


def unguarded(text):
    text = re.sub("[ \u00a0]+", " ", text.strip())
    return text[1:] if text[:1] == "'" and (is_formula(text[1:]) or text[1:2] == "'") else text


def read_html(path):
    page = Parts(path)
    text = open(path, encoding="utf-8", newline="").read()
    page.feed(text)
    page.close()
    assert not page.open and len(set(page.titles)) == 1 and "\x1b" not in text, f"{path}: {page.open} {page.titles}"
    assert "<script" not in text and "<a " not in text, path
    return [(tag, unguarded(words)) for tag, words in page.told]


def from_md(text):
    text = re.sub(r"\\([\\`*_\[\]#|~>$'.])", r"\1", text.strip())
    return unguarded(text.replace("&lt;", "<").replace("&amp;", "&"))


def read_md(path):
    """The same list as read_html makes."""
    told, columns = [], 0
    for line in open(path, encoding="utf-8", newline="").read().split("\n")[:-1]:
        assert "<" not in line and "\x1b" not in line, f"{path}: {line}"
        cells = [from_md(c) for c in re.split(r"(?<!\\)\|", line)[1:-1]] if line.startswith("|") else []
        assert not columns or not cells or len(cells) == columns, f"{path}: {len(cells)} cells where there are {columns}: {line}"
        if re.fullmatch(r"\|( -+:? \|)+", line):
            continue
        if cells:
            told += [("th" if not columns or c == 0 else "td", cell) for c, cell in enumerate(cells)]
        fact = re.match(r"- \*\*(.*?)(?<!\\)\*\* (.*)", line)
        columns = len(cells)
        if fact:
            told += [("dt", from_md(fact[1]))] + [("dd", from_md(fact[2]))] * (fact[2] != "........")
        elif line.startswith("#"):
            told.append(("h" + str(len(line.split()[0])), from_md(line.lstrip("#"))))
        elif line.startswith("- ") and line != "- ........":
            told.append(("li", from_md(line[2:])))
        elif line and not cells and line != "- ........":
            told.append(("p", from_md(line)))
    return told[:-1]  # the last is the footer


def of_json(path):
    report = json.load(open(path, encoding="utf-8"))
    told = [("h1", report["title"])]
    for part in report["parts"]:
        told.append(("h2", part["title"]))
        for fact in part["facts"]:
            told += [("dt", fact["name"])] + [("dd", fact["text"])] * (fact["text"] != "")
        told += [("th", column) for column in part["columns"]]
        told += [("th" if c == 0 else "td", cell) for row in part["rows"] for c, cell in enumerate(row)]
        told += [("p", text) for text in part["paragraphs"]]
    return [(tag, re.sub(" +", " ", text.strip())) for tag, text in told]


def rows_of(told):
    """The rows of tables under each heading of a month, without that of the heads."""
    month, rows = None, []
    for tag, text in told:
        if tag == "h2":
            words = text.split()
            month = (int(words[1]), LONG.index(words[0]) + 1) if words[0] in LONG else None
        elif tag == "th" and month and re.match("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ", text):
            rows.append([datetime.date(*month, int(text.split()[1])), text])
        elif tag == "td":
            rows[-1].append(text)
    return rows


def check_log(told, history, where):
    rows = rows_of(told)
    days = [datetime.date.fromisoformat(day["date"]) for day in history]
    assert [row[0] for row in rows] == days, f"{where}: {len(rows)} days where there are {len(days)}"
    for (day, text, doses, total, target, *_), told_by in zip(rows, history):
        assert text.startswith(day.strftime("%a ")), f"{where}: {text} is {day}"
        amounts = [Amount(a) for a in re.findall(r"\d\d:\d\d ([\d.]+)(?=, \d\d:|$)", doses)]
        if told_by["taken"] is None:
            assert (doses, total) == ("no entry", ""), f"{where}: {day} has {doses}"
        else:
            assert sum(amounts) == Amount(total) == Amount(str(told_by["taken"])), f"{where}: {day} has {doses}, in all {total}"
            assert len(amounts) == told_by["doses"], f"{where}: {day} has {doses}"
        assert (target or None) == (None if told_by["target"] is None else target), f"{where}: {day} was planned {target}"
        assert not target or Amount(target) == Amount(str(told_by["target"])), f"{where}: {day} was planned {target}"


def difference(one, other):
    return next(((a, b) for a, b in zip(one, other) if a != b), (len(one), len(other)))


def check(folder, name, history, report):
    page, notes = read_html(os.path.join(folder, name + ".html")), read_md(os.path.join(folder, name + ".md"))
    assert page == notes, f"html and md differ: {difference(page, notes)}"
    if name == "log":
        check_log(page, json.load(open(history, encoding="utf-8")), name)
    if name == "report":
        told = of_json(report)
        assert page == told, f"html and JSON differ: {difference(page, told)}"


def main():
    label, history, report, folder = sys.argv[1:]
    bad = False
    for name in ("log", "report", "support"):
        try:
            check(folder, name, history, report)
            print(f"ok - paper: {label}, {name} as html and md")
        except (AssertionError, ValueError, KeyError, IndexError, ArithmeticError) as wrong:
            print(f"not ok - paper: {label}, {name} as html and md\n# {wrong!r}")
            bad = True
    sys.exit(bad)


if __name__ == "__main__":
    main()
