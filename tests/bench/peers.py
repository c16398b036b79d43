# SPDX-License-Identifier: MIT
"""The same doses as records of other programs, each in its own file, and what is asked of them. A program that is not installed has
no commands. A command is (words, text for its standard input)."""
import datetime
import os
import shutil

NAMES = ["sqlite3", "calcurse", "task", "timew", "remind", "hledger", "ledger"]
TABLE = ("CREATE TABLE dose(id INTEGER PRIMARY KEY, ts INTEGER NOT NULL, mg INTEGER NOT NULL, product TEXT);"
         "CREATE INDEX dose_ts ON dose(ts);")


def records(csv):
    """(number, date and time, milligrams) of each line of doses.py."""
    with open(csv) as file:
        next(file)
        for line in file:
            number, at, amount, _ = line.split(",", 3)
            yield int(number), datetime.datetime.fromisoformat(at), round(float(amount) * 1000)


def write(csv, folder):
    """Every record in every format, below folder."""
    for name in ("task", "timew/data", "calcurse"):
        os.makedirs(os.path.join(folder, name))
    for name in ("task/pending.data", "task/undo.data", "task/backlog.data", "timew/timewarrior.cfg", "timew/data/tags.data",
                 "calcurse/todo", "calcurse/conf", "calcurse/keys"):
        open(os.path.join(folder, name), "w").close()
    with open(os.path.join(folder, "timew/data/tags.data"), "w") as file:
        file.write("{}\n")
    with open(os.path.join(folder, "taskrc"), "w") as file:
        file.write(f"data.location={folder}/task\nconfirmation=off\nverbose=nothing\ncolor=off\n")
    files = {name: open(os.path.join(folder, name), "w")
             for name in ("task/completed.data", "calcurse/apts", "doses.rem", "doses.journal", "rows.csv")}
    month, tracked = None, None
    for number, at, mg in records(csv):
        day, grams, epoch = at.date(), f"{mg / 1000:.3f}", int(at.timestamp())
        files["task/completed.data"].write(
            f'[description:"{grams}g leaf" end:"{epoch}" entry:"{epoch}" modified:"{epoch}" status:"completed" '
            f'uuid:"{number:08x}-0000-4000-8000-{number:012x}"]\n')
        files["calcurse/apts"].write(f"{at:%m/%d/%Y @ %H:%M} -> {at:%m/%d/%Y @ %H:%M} |{grams}g leaf\n")
        files["doses.rem"].write(f"REM {at:%-d %b %Y} AT {at:%H:%M} MSG {grams}g leaf\n")
        files["doses.journal"].write(f"{day} leaf\n    intake:leaf  {grams} g\n    stash:leaf\n\n")
        files["rows.csv"].write(f"{number},{epoch},{mg},leaf\n")
        if (day.year, day.month) != month:
            month = (day.year, day.month)
            if tracked:
                tracked.close()
            tracked = open(os.path.join(folder, f"timew/data/{day:%Y-%m}.data"), "a")
        # Their intervals need an end, and may not be ahead of the clock.
        if day < datetime.date.today():
            tracked.write(f"inc {at:%Y%m%dT%H%M00Z} - {at:%Y%m%dT%H%M01Z} # {grams}g leaf\n")
    for file in [*files.values(), *([tracked] if tracked else [])]:
        file.close()


def reading(work, folder):
    """Name: command, for work today, last (thirty days) or all (daily totals)."""
    today = datetime.date.today()
    since, until = today - datetime.timedelta(days=29), today + datetime.timedelta(days=1)
    first = int(datetime.datetime.combine(today if work == "today" else since, datetime.time(), datetime.timezone.utc).timestamp())
    what = "time(ts, 'unixepoch'), mg" if work == "today" else "date(ts, 'unixepoch'), sum(mg)"
    query = f"SELECT {what} FROM dose" + (f" WHERE ts >= {first}" if work != "all" else "") + (" GROUP BY 1" if work != "today" else "")
    begin = {"today": ["-p", "today"], "last": ["-b", str(since)], "all": []}[work]
    commands = {"sqlite3": ["sqlite3", f"{folder}/dose.db", query + ";"],
                "hledger": ["hledger", "-f", f"{folder}/doses.journal", "reg", "-D", *begin, "intake"],
                "ledger": ["ledger", "-f", f"{folder}/doses.journal", "reg", "-D", *begin, "intake"]}
    if work != "all":
        after = str(today if work == "today" else since)
        range_of = ["-Q"] if work == "today" else ["-Q", "--from", f"{since:%m/%d/%Y}", "--days", "30"]
        commands |= {"calcurse": ["calcurse", "-D", f"{folder}/calcurse", *range_of],
                     "task": ["task", f"rc:{folder}/taskrc", f"end.after:{after}", "completed"],
                     "timew": ["timew", "summary", after, "-", str(until)]}
    if work == "today":
        commands["remind"] = ["remind", "-q", f"{folder}/doses.rem"]
    return {name: (words, "") for name, words in commands.items() if shutil.which(name)}


def adding(folder):
    """Name: command that adds one record."""
    today = datetime.date.today()
    event = (f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:new\r\nDTSTAMP:20200101T000000Z\r\n"
             f"DTSTART:{today:%Y%m%d}T120000\r\nDURATION:PT1M\r\nSUMMARY:2.5g leaf\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    with open(f"{folder}/one.ics", "w") as file:
        file.write(event)
    insert = "PRAGMA synchronous = FULL; INSERT INTO dose(ts, mg, product) VALUES(strftime('%s', 'now'), 2500, 'leaf');"
    commands = {"sqlite3": (["sqlite3", f"{folder}/dose.db"], insert),
                "calcurse": (["calcurse", "-q", "-D", f"{folder}/calcurse", "-i", f"{folder}/one.ics"], ""),
                "task": (["task", f"rc:{folder}/taskrc", "log", "2.5g leaf"], ""),
                "timew": (["timew", "start", "2.5g", "leaf"], "")}
    return {name: command for name, command in commands.items() if shutil.which(name)}


def planning(folder):
    """Name: command that lays out twelve months of four doses a day by a rule."""
    today = datetime.date.today()
    rule = [f"SET s '{today}'", 'FSET g(d) (16000*(364-(d-s))/364)/4', 'FSET sh(x) (x/1000)+"."+pad(x%1000/10,"0",2)']
    rule += [f"REM [s] *1 UNTIL [s+364] AT {hour:02}:00 MSG take [sh(g(trigdate()))] g" for hour in (8, 12, 16, 20)]
    with open(f"{folder}/rule.rem", "w") as file:
        file.write("\n".join(rule) + "\n")
    return {"remind": (["remind", "-s12", f"{folder}/rule.rem"], "")} if shutil.which("remind") else {}
