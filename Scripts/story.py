#!/usr/bin/env python3
"""Tells the story of the sample world by commands at its dates, and checks what the letters say.

    python3 Scripts/story.py PATH-OF-FORESTALL SETTINGS

The store of the settings must hold the sample world and no items. Corpora/story.yml says what is expected: parts for
repairs go missing (flagged in story weeks 15 to 18), somebody opens an item in week 20, bookings reserve their parts from
week 41 on, and the counts verify it between weeks 45 and 52; call-backs stop coming and are flagged between weeks 50 and
60. All else is flat: at most one more flag in all 70 letters.
"""
import datetime
import json
import subprocess
import sys

PROGRAM, SETTINGS = sys.argv[1:3]
FIRST = datetime.date(2025, 7, 14)
STOCK, CALLS = "v1/stock/repair", "v1/follow-through/contact"
failures = []


def check(holds, what):
    print(f"  {'ok' if holds else 'FAILED'}  {what}")
    if not holds:
        failures.append(what)


def run(*arguments, now):
    command = [PROGRAM, *arguments, "--settings", SETTINGS, "--now", f"{now}T09:00:00Z"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"story: status {done.returncode}: {' '.join(command)}\n{done.stderr}")
    return done.stdout


def state(now):
    items = [json.loads(line) for line in run("backlog", "list", "--json", now=now).splitlines()]
    return next((item["state"] for item in items if item["line"] == "item" and STOCK in [problem["key"] for problem in item["problems"]]), None)


def day(week, weekday=0):
    return FIRST + datetime.timedelta(days=7 * (week - 1) + weekday)


run("backlog", "open", STOCK, "--title", "A booking reserves its parts", "--kind", "preventive",
    "--change", "A booking reserves its parts, and without parts there is no slot.",
    "--owner", "Workshop planning", "--by", "ana", now=day(20, 2))
run("backlog", "plan", "PB-1", "--due", "2026-04-20", "--by", "ana", now=day(22, 2))
run("backlog", "done", "PB-1", "--effective", str(day(41)), "--cut", "90", "--by", "ana", now=day(41))

letters = []
for week in range(1, 71):
    iso = "{}-W{:02}".format(*day(week).isocalendar()[:2])
    letters.append(json.loads(run("digest", "--week", iso, "--format", "json", now=day(week + 1, 1))))

onsets = [(week, rise["problem"]) for week, letter in enumerate(letters, 1) for rise in letter["rises"] if rise["isNew"]]
first = {problem: min(week for week, name in onsets if name == problem) for _, problem in onsets}
check(15 <= first.get(STOCK, 0) <= 18, f"missing parts are flagged in story week {first.get(STOCK)}")
check(50 <= first.get(CALLS, 0) <= 60, f"forgotten call-backs are flagged in story week {first.get(CALLS)}")
others = [onset for onset in onsets if onset[1] not in (STOCK, CALLS)]
check(len(others) <= 1, f"{len(others)} other flags in 70 letters {others}")
told = {change["kind"]: week for week, letter in enumerate(letters, 1) for change in letter["changes"]}
check(told.get("opened") == 20 and told.get("planned") == 22 and told.get("done") == 41,
      f"opened, planned and done are told in weeks {told.get('opened')}, {told.get('planned')}, {told.get('done')}")
check(45 <= told.get("verified", 0) <= 52, f"the prevention is verified in week {told.get('verified')}")
check("regressed" not in told, "and it does not come back")
states = [state(day(week, 1)) for week in (19, 21, 23, 42, 44, 53, 70)]
check(states == [None, "open", "planned", "watching", "watching", "verified", "verified"],
      f"its states at seven dates: {states}")
again = run("digest", "--week", "2025-W46", "--format", "json", now=day(71, 1))
check(json.loads(again) == letters[17], "a letter asked for a year later is the same")
sys.exit(1 if failures else 0)
