# SPDX-License-Identifier: MIT
"""paper.py CASES: reads schedules as written back, by programs that are not taper's, and compares each day.

Each line of CASES is NAME, PLAN.json and FILEs, with tabs between. What is read twice is read once.

PLAN.json is `taper plan show --json`. A FILE is told by its ending: .txt .html .pdf .md .ics; "letter" in its name is that paper, "report", "log" and "support" are
these and read for their pages only; "weigh" in its name is the sheet for
weighing ahead, "doses" a calendar with every dose. FILE.ics+LATER.ics is the second read into a calendar after the first. Prints ok or not ok a FILE.
"""
import datetime
import decimal
import functools
import html.parser
import itertools
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree

try:
    import icalendar
except ImportError:
    icalendar = None
try:
    import vobject
except ImportError:
    vobject = None

Amount = decimal.Decimal
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
ROW = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun) +(\d+) (" + "|".join(MONTHS) + r") +(\d+) ")


def slots_of(path):
    return max(len(step["doses"]) for step in json.load(open(path, encoding="utf-8"))["steps"])


def planned(path):
    """Every day of the plan, the first at the goal too: (total, doses above 0 or None where only the total is known)."""
    plan = json.load(open(path, encoding="utf-8"), parse_float=Amount, parse_int=Amount)
    days = {}
    for step in plan["steps"]:
        first = datetime.date.fromisoformat(step["from"])
        doses = [d for d in step["doses"] if d > 0]
        for i in range(int(step["days"] or 1)):
            known = sum(doses) == step["target"]
            days[first + datetime.timedelta(days=i)] = (step["target"], doses if known else None)
    return days


def compare(days, rows, where):
    assert rows, f"{where}: no day was read"
    for day, (total, doses) in rows.items():
        assert day in days, f"{where}: {day} is not of the plan"
        assert total == days[day][0], f"{where}: {day} has {total}, planned {days[day][0]}"
        if days[day][1] is None:
            assert not doses, f"{where}: {day} has doses {doses}"
        else:
            assert doses == days[day][1], f"{where}: {day} has {doses}, planned {days[day][1]}"
            assert sum(doses) == total, f"{where}: {day} adds up to {sum(doses)}"


def whole(days, rows, where):
    compare(days, rows, where)
    assert list(rows) == list(days), f"{where}: days are missing, doubled or out of order"


def day_of(days, number, word, mday, month):
    day = list(days)[0] + datetime.timedelta(days=int(number) - 1)
    assert (day.strftime("%a"), day.day, MONTHS[day.month - 1]) == (word, int(mday), month), day
    return day


def read_txt(text, days):
    """Doses that do not fit on a row go on below it."""
    rows, doses = {}, None
    for line in re.split("[\n\f]", text):
        row = ROW.match(line)
        found = [Amount(d) for d in re.findall(r"\[ \] +([\d.]+)", line)]
        if row:
            rest = re.sub(r"\[ \] +[\d.]+| -(?= )", "", line[row.end():]).split()
            doses = found
            rows[day_of(days, row[4], row[1], row[2], row[3])] = (Amount(rest[0]), doses)
        elif line.startswith(" " * 15) and doses is not None:
            doses += found
        else:
            doses = None
    return rows


def is_formula(text):
    """A lone dash, or a decimal with its sign, is none."""
    return text[:1] in ("=", "+", "-", "@", "\t") and not re.fullmatch(r"-|[+-]\d+[.,]\d+", text)


class Page(html.parser.HTMLParser):
    """Cells by row, and what a page must not have."""

    VOID = {"meta", "line"}
    KNOWN = set(
        "html head meta title style body header main footer section h1 h2 h3 span bdi i p ul li div dl dt dd figure figcaption "
        "svg path line text table thead tbody tr th td time".split()
    )

    def __init__(self, where):
        super().__init__(convert_charrefs=True)
        self.where, self.open, self.rows, self.texts, self.heads, self.level = where, [], {}, [], 0, 0
        self.day, self.cells, self.sums, self.column_heads, self.titles = None, [], [], [], []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        assert tag in self.KNOWN, f"{self.where}: <{tag}>"
        for name, value in attrs.items():
            assert not name.startswith("on") and name not in ("src", "href", "style", "xlink:href"), f"{self.where}: {name}"
        if re.fullmatch("h[1-6]", tag):
            assert int(tag[1]) <= self.level + 1, f"{self.where}: <{tag}> after h{self.level}"
            self.level = int(tag[1])
        if tag == "tr":
            self.day, self.cells = None, []
        if tag == "time":
            self.day = datetime.date.fromisoformat(attrs["datetime"])
        if tag in ("td", "th"):
            self.cells.append([tag, attrs, ""])
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f"{self.where}: </{tag}> in {self.open}"
        self.open.pop()
        if tag == "tr":
            self.end_row()

    def handle_data(self, data):
        if not self.open or self.open[-1] == "style":
            assert "url(" not in data and "@import" not in data and "</" not in data
            return
        if data.strip():
            self.texts.append(data.strip())
            assert not is_formula(data.strip()), f"{self.where}: a formula: {data}"
        if "title" in self.open or "h1" in self.open:
            self.titles.append(data)
        if any(t in ("td", "th") for t in self.open):
            self.cells[-1][2] += data

    def end_row(self):
        if "thead" in self.open:
            assert all(c[0] == "th" and c[1].get("scope") == "col" for c in self.cells), self.where
            self.column_heads = [c[2].strip() for c in self.cells]
            return
        if self.day is not None:
            assert self.cells[0][0] == "th" and self.cells[0][1]["scope"] == "row"
            of = lambda name: [c[2] for c in self.cells if c[1].get("class") == name]
            doses = [Amount(d) for d in of("dose") if d != "\u2013"]
            assert self.day not in self.rows, f"{self.where}: {self.day} twice"
            self.rows[self.day] = (Amount(of("total")[0]), doses)
            assert sum(int(c[1].get("colspan", 1)) for c in self.cells) == len(self.column_heads)


def read_html(text, where):
    page = Page(where)
    page.feed(text)
    page.close()
    assert not page.open, f"{where}: left open: {page.open}"
    assert text.startswith("<!DOCTYPE html>") and "\x1b" not in text
    assert len(set(page.titles)) == 1, page.titles
    return page.rows


def read_md(text, days, where):
    rows, columns, sums = {}, 0, []
    for line in text.split("\n"):
        assert "<" not in line, f"{where}: a tag: {line}"
        if not line.startswith("|"):
            continue
        cells = [c.strip() for c in re.split(r"(?<!\\)\|", line)[1:-1]]
        if cells[0] == "Date":
            columns = len(cells)
        assert len(cells) == columns, f"{where}: {len(cells)} cells where there are {columns}: {line}"
        assert not any(is_formula(c) for c in cells if not re.fullmatch(":?-+:?", c)), line
        row = ROW.match(cells[0] + " " + cells[1] + " ")
        if row:
            doses = [Amount(c[1:]) for c in cells if c.startswith("\u2610")]
            total = [c for c in cells if c.startswith("**")]
            rows[day_of(days, row[4], row[1], row[2], row[3])] = (Amount(total[0].strip("*")), doses)
    return rows


def check_week_sums(text, where):
    """The portions of a week on a sheet for weighing, and its own line, against its days."""
    seen, doses, numbers = 0, [], []
    for line in re.split("[\n\f]", text):
        numbers += [Amount(n) for n in line.split()[2:]] if line.startswith("The week") else []
        if line.startswith("  Portions:"):
            told = [Amount(a) for n, a in re.findall(r"(\d+) \u00d7 ([\d.]+)", line) for _ in range(int(n))]
            assert sorted(told) == sorted(doses), f"{where}: {line} where the days have {doses}"
            assert sum(doses) in numbers, f"{where}: the week has {numbers} where the days have {sum(doses)}"
            seen, doses, numbers = seen + 1, [], []
        else:
            doses += [Amount(d) for d in re.findall(r"\[ \] +([\d.]+)", line)]
    assert seen > 0 and not doses, where


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def pdf_rows(text):
    """Each day's line as (match, its words, those of the doses below it): figures, and a dash for a dose of nothing."""
    rows = []
    for line in re.split("[\n\f]", text):
        row = ROW.match(line)
        if row:
            rows.append((row, line[row.end() :].split(), []))
        elif rows and line.startswith(" " * 10) and re.fullmatch(r"[\d.\u2013 ]+", line):
            rows[-1][2].extend(line.split())
        elif line.split()[:2] == ["The", "week"]:
            rows.append((None, line.split()[2:], []))
    return rows


def read_pdf(text, days, slots):
    rows, seen = {}, []
    for row, words, below in pdf_rows(text):
        first = slots - len(below)
        if words[:3] == ["at", "other", "times"]:
            doses, rest = [], words[3:]
        else:
            doses, rest = words[:first] + below, words[first:]
        doses = [Amount(d) for d in doses if d != "\u2013"]
        if row is None:
            assert sum(doses) == Amount(rest[0]) == sum(seen), f"the week has {words}, its days {seen}"
            seen = []
            continue
        day = day_of(days, row[4], row[1], row[2], row[3])
        assert day not in rows, f"{day} twice"
        rows[day] = (Amount(rest[0]), doses)
        seen += doses
    return rows


def overlap(one, other):
    """True where two words lie over each other; their boxes are as high as the font's tallest letters, and may touch."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0.5 and down > 0.4 * min(one[3] - one[1], other[3] - other[1])


def check_places(path):
    page_of = "{http://www.w3.org/1999/xhtml}page"
    for page in xml.etree.ElementTree.fromstring(run("pdftotext", "-bbox", path, "-")).iter(page_of):
        width, height = float(page.get("width")), float(page.get("height"))
        words = sorted(((*(float(w.get(k)) for k in ("xMin", "yMin", "xMax", "yMax")), w.text) for w in page), key=lambda w: w[1])
        for i, word in enumerate(words):
            assert 30 < word[0] and word[2] < width - 30 and 30 < word[1] and word[3] < height - 20, f"{path}: {word} is outside"
            for other in itertools.takewhile(lambda other: other[1] < word[3], words[i + 1 :]):
                assert not overlap(word, other), f"{path}: {word} and {other} lie over each other"


def check_pdf_itself(path):
    """Size, title, numbered pages, bookmarks, fonts that come with it, and no word over another. Returns its text."""
    facts = dict(re.findall(r"^([^:\n]+): +(.+)$", run("pdfinfo", path), re.M))
    size = "612 x 792 pts (letter)" if "letter" in path else "595.276 x 841.89 pts (A4)"
    assert facts["Page size"] == size, facts
    titles = {"log": "Log of doses", "report": "Report on ", "support": "My plan for ", "weigh": r"\w[\w ]+ ahead"}
    assert re.match(titles.get(re.split(r"[-.]", path)[0], "Reduction schedule"), facts["Title"]), facts
    text = run("pdftotext", "-layout", path, "-")
    pages = text.split("\f")[:-1]
    assert len(pages) == int(facts["Pages"])
    for i, page in enumerate(pages, 1):
        assert f"page {i} of {len(pages)}\n" in page + "\n", f"{path}: page {i} has no number"
        assert "edical advice" in page, f"{path}: page {i} does not say what it is not"
    for font in run("pdffonts", path).split("\n")[2:-1]:
        assert font.split()[-5:-2] == ["yes", "yes", "yes"], f"{path}: a font is not embedded: {font}"
    marks = re.findall(r"<item page=\"(\d+)\">([^<]+)", run("pdftohtml", "-xml", "-i", "-stdout", path))
    assert marks and [int(m[0]) for m in marks] == sorted(int(m[0]) for m in marks), f"{path}: bookmarks {marks}"
    for page, name in marks:
        start = " ".join(name.split()[:2])
        if re.fullmatch(r"Week \d+,", start):
            assert start in pages[int(page) - 1], f"{path}: {name} is not on page {page}"
    check_places(path)
    return text


def check_pdf(days, path, slots):
    text = check_pdf_itself(path)
    if re.match("log|report|support", path):
        return
    rows = read_pdf(text, days, slots)
    if "weigh" in path:
        compare(days, rows, path)
        assert list(rows) == [d for d in days if d >= min(rows)], path
    else:
        whole(days, rows, path)


def check_lines(raw, where):
    assert raw.endswith(b"END:VCALENDAR\r\n"), where
    for line in raw.split(b"\r\n"):
        assert b"\n" not in line and b"\r" not in line, f"{where}: a bare line break"
        assert len(line) <= 75, f"{where}: {len(line)} octets: {line}"
        line.decode("utf-8")
        assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", line), f"{where}: a control: {line}"


def shown(event):
    """What two readers of one calendar have to agree on."""
    start, end = event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None
    return (start, end, int(event["SEQUENCE"]), str(event["SUMMARY"]), str(event.get("DESCRIPTION", "")), str(event.get("STATUS", "")),
            [(str(a["ACTION"]), a["TRIGGER"].dt) for a in event.walk("VALARM")])


def shown_by_vobject(event):
    of = lambda name: event.contents[name][0].value if name in event.contents else ""
    alarms = [(a.action.value, a.trigger.value) for a in event.contents.get("valarm", [])]
    return (of("dtstart"), of("dtend") or None, int(of("sequence")), of("summary"), of("description"), of("status"), alarms)


def check_with_vobject(text, events, path):
    """A second program that knows nothing of the first reads the same."""
    read = vobject.readOne(text)
    found = {event.uid.value: shown_by_vobject(event) for event in read.contents.get("vevent", [])}
    assert list(found) == list(events), f"{path}: vobject reads other events"
    # icalendar takes an escaped backslash before an n for a line break.
    alike = lambda told: tuple(part.replace("\\n", "\n") if isinstance(part, str) else part for part in told)
    for uid, event in events.items():
        assert alike(found[uid]) == alike(shown(event)), f"{path}: {uid}: vobject reads {found[uid]}, icalendar {shown(event)}"


@functools.lru_cache
def read_ics(path):
    """All events by their UID."""
    raw = open(path, "rb").read()
    check_lines(raw, path)
    events = {}
    calendar = icalendar.Calendar.from_ical(raw)
    assert str(calendar["VERSION"]) == "2.0" and str(calendar["METHOD"]) == "PUBLISH"
    for event in calendar.walk("VEVENT"):
        assert str(event["UID"]) not in events, f"{path}: {event['UID']} twice"
        assert event["DTSTAMP"].dt.utcoffset() == datetime.timedelta(0)
        events[str(event["UID"])] = event
    if vobject is not None:
        check_with_vobject(raw.decode("utf-8"), events, path)
    return events


def told(event):
    """What a calendar shows of an event."""
    return [event[name].to_ical() if name in event else b"" for name in ("DTSTART", "SUMMARY", "DESCRIPTION", "STATUS")]


def merge(old, new):
    """What a calendar has after the second was read in: the larger SEQUENCE wins, what is cancelled goes."""
    for uid, event in new.items():
        if uid in old:
            same = told(old[uid]) == told(event)
            assert old[uid]["SEQUENCE"] < event["SEQUENCE"] + same, f"{uid} changed without a larger SEQUENCE"
    merged = {**old, **new}
    return {uid: event for uid, event in merged.items() if str(event.get("STATUS", "")) != "CANCELLED"}


def calendar_days(events, day_starts=4):
    steps, doses = {}, {}
    for event in events.values():
        start = event["DTSTART"].dt
        amount = Amount(re.match(r"(?:Goal: )?([\d.]+) ", str(event["SUMMARY"]))[1])
        if isinstance(start, datetime.datetime):
            assert start.tzinfo is None, "a time that is not floating"
            assert [a["ACTION"] for a in event.walk("VALARM")] == ["DISPLAY"]
            day = (start - datetime.timedelta(hours=day_starts)).date()
            doses.setdefault(day, []).append(amount)
        else:
            for i in range((event["DTEND"].dt - start).days):
                day = start + datetime.timedelta(days=i)
                assert day not in steps, f"{day} is in two steps"
                steps[day] = amount
    return steps, doses


def check_ics(days, path):
    events = {}
    for part in path.split("+"):
        events = merge(events, read_ics(part))
    steps, doses = calendar_days(events)
    assert sorted(steps) == list(days), f"{path}: {len(steps)} days where there are {len(days)}"
    for day, amount in steps.items():
        assert amount == days[day][0], f"{path}: {day} has {amount}, planned {days[day][0]}"
    if "doses" in path.split("+")[-1]:
        for day, (total, known) in days.items():
            if known is not None:
                assert sorted(doses.get(day, [])) == sorted(known), f"{path}: {day} has {doses.get(day)}, planned {known}"
                assert sum(known) == total
        assert set(doses) <= set(days), f"{path}: doses on days that are not of the plan"
    else:
        assert not doses


def check(days, path, slots):
    if path.endswith(".ics"):
        check_ics(days, path)
        return
    if path.endswith(".pdf"):
        check_pdf(days, path, slots)
        return
    text = open(path, encoding="utf-8", newline="").read()
    read = {
        "txt": lambda: read_txt(text, days),
        "html": lambda: read_html(text, path),
        "md": lambda: read_md(text, days, path),
    }
    rows = read[path.rsplit(".", 1)[1]]()
    if "weigh" not in path:
        whole(days, rows, path)
        return
    compare(days, rows, path)
    assert list(rows) == [d for d in days if d >= min(rows)], path
    if path.endswith(".txt"):
        check_week_sums(text, path)


def check_case(name, plan, *paths):
    days, slots, bad = planned(plan), slots_of(plan), False
    for path in paths:
        if path.endswith(".ics") and icalendar is None:
            print(f"ok - paper: {name}, {path} # skipped: this python3 has no icalendar")
            continue
        if path.endswith(".pdf") and shutil.which("pdftotext") is None:
            print(f"ok - paper: {name}, {path} # skipped: there is no pdftotext here")
            continue
        try:
            check(days, path, slots)
            by = " # by icalendar alone: this python3 has no vobject" if path.endswith(".ics") and vobject is None else ""
            print(f"ok - paper: {name}, {path}{by}")
        except (AssertionError, ValueError, KeyError, IndexError, ArithmeticError, subprocess.CalledProcessError) as wrong:
            print(f"not ok - paper: {name}, {path}\n# {wrong!r}")
            bad = True
    return bad


def main():
    with open(sys.argv[1], encoding="utf-8") as cases:
        bad = [check_case(*line.rstrip("\n").split("\t")) for line in cases]
    sys.exit(any(bad) or not bad)


if __name__ == "__main__":
    main()
