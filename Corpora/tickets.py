#!/usr/bin/env python3
"""Write the help-desk tickets of Marlow Cycles, the fictional company of this folder.

    python3 Corpora/tickets.py            writes tables/tickets.csv and labels/tickets.jsonl
    python3 Corpora/tickets.py --counts   prints the cases of every problem week by week instead
    python3 Corpora/tickets.py --check    compares both files with what would be written; exit 1 if they differ

The output is committed; the script is kept so that anyone can see how the numbers came about. The same
seed always gives the same bytes: only `random()` of Python's generator is used, which is stable across
versions, and every problem draws from a stream of its own, so that a new phrase moves no other number.

How the story (story.yml) becomes rows:
  * every problem has a weekly mean; the number of *cases* of a week is one Poisson draw from it;
  * the two problems that move have their means lowered by what the hand-written mails, letters, pages,
    calls, survey answers and chat notes bring (HAND_WRITTEN), so that all sources together follow the story;
  * each case is one row by a new customer; 3 in 100 cases get a second row by the same customer about the
    same problem within 20 days (one case, two contacts); 2 in 100 rows reuse the address of somebody who
    wrote about something at least 40 days before (a new case).
Each complaint states one failure in plain words, and where it happened; greetings, order numbers, effects
and typing errors are strewn over it. Typing errors never touch the sentence that states the failure,
except that apostrophes, capitals and the last full stop may go missing.
"""
import csv
import io
import json
import math
import os
import random
import re
import sys
from datetime import date, datetime, timedelta

sys.dont_write_bytecode = True                # no __pycache__ beside the data
from ticket_phrases import (AGAIN, CLOSERS, DETAILS, EFFECTS, FIRST, LAST, MISSPELT, MONTHS, OPENERS, SAY, SLOTS,  # noqa: E402
                            SUBJECT)

HERE = os.path.dirname(os.path.abspath(__file__))
SEED = 17851             # chosen so that no flat problem has a chance burst or drift; see `quality`
WEEKS = 70
START = date(2025, 7, 14)                     # Monday of story week 1 = 2025-W29

# Cases the hand-written part brings (labels/*.jsonl), by phase of the story.
HAND_WRITTEN = {"stock/repair": {"outside": 4, "bad": 50}, "follow-through/contact": {"before": 3, "rising": 26}}
STOCK_BAD = range(15, 41)                     # story weeks with the stock problem
CALLS_FROM = 45                               # story week in which call-backs begin to fail more often

FLAT = {                                      # cases a week, the same in all 70 weeks
    "delay/delivery": 2.5, "defect/use": 2.4, "billing/payment": 2.2, "fulfilment/delivery": 2.0,
    "repair/repair": 1.8, "access/contact": 1.7, "communication/delivery": 1.6, "policy/returns": 1.4,
    "information/sales": 1.2, "attitude/store": 1.0, "administration/account": 1.0, "ownership/contact": 0.9,
    "listening/contact": 0.9, "safety/use": 0.8, "mis-selling/sales": 0.8, "measurement/survey": 0.8,
}
NO_COMPLAINT = {"thanks": 1.8, "opening hours": 1.4, "order status": 1.8}


def calls_target(week):
    """Call-backs that never come, all sources: 0.5 a week, from week 45 rising in a straight line to 5."""
    return 0.5 if week < CALLS_FROM else 0.5 + 4.5 * (week - CALLS_FROM + 1) / (WEEKS - CALLS_FROM + 1)


def mean(problem, week):
    """Expected cases of `problem` among the tickets of a story week."""
    if problem == "stock/repair":
        hand, bad = HAND_WRITTEN[problem], len(STOCK_BAD)
        return 5 - hand["bad"] / bad if week in STOCK_BAD else 0.5 - hand["outside"] / (WEEKS - bad)
    if problem == "follow-through/contact":
        hand = HAND_WRITTEN[problem]
        if week < CALLS_FROM:
            return 0.5 - hand["before"] / (CALLS_FROM - 1)
        total = sum(calls_target(w) for w in range(CALLS_FROM, WEEKS + 1))
        return calls_target(week) * (1 - hand["rising"] / total)
    return FLAT[problem] if problem in FLAT else NO_COMPLAINT[problem]


PROBLEMS = ["stock/repair", "follow-through/contact", *FLAT, *NO_COMPLAINT]

# ---------------------------------------------------------------- drawing
class Dice:
    """Draws that rest on `random()` alone."""

    def __init__(self, *name):
        self.next = random.Random("/".join(map(str, name))).random

    def chance(self, p):
        return self.next() < p

    def whole(self, low, high):
        return low + int(self.next() * (high - low + 1))

    def one(self, values):
        return values[int(self.next() * len(values))]

    def poisson(self, expected):
        limit, product, count = math.exp(-expected), self.next(), 0
        while product > limit:
            product *= self.next()
            count += 1
        return count


def draw_counts(seed):
    """{problem: [cases of week 1, … week 70]}"""
    counts = {}
    for problem in PROBLEMS:
        dice = Dice(seed, "count", problem)
        counts[problem] = [dice.poisson(mean(problem, week)) for week in range(1, WEEKS + 1)]
    return counts


def quality(counts):
    """What is unlucky about these draws (empty: nothing): bursts, drifts, or a story that does not show."""
    faults = []
    for problem, rate in FLAT.items():
        row = counts[problem]
        if max(row) > 3 * rate + 3:
            faults.append(f"{problem}: a week of {max(row)}")
        for first in range(0, WEEKS - 12):
            if abs(sum(row[first:first + 13]) - 13 * rate) > 2.4 * math.sqrt(13 * rate):
                faults.append(f"{problem}: 13 weeks from week {first + 1}")
                break
        if abs(sum(row[:35]) - sum(row[35:])) > 1.3 * math.sqrt(WEEKS * rate):
            faults.append(f"{problem}: halves differ")
    for problem, spans in (("stock/repair", ((1, 14), (15, 18), (15, 40), (41, 70))),
                           ("follow-through/contact", ((1, 44), (45, 56), (57, 70)))):
        for first, last in spans:
            expected = sum(mean(problem, week) for week in range(first, last + 1))
            seen = sum(counts[problem][first - 1:last])
            if abs(seen - expected) > 0.8 * math.sqrt(expected):
                faults.append(f"{problem}: weeks {first} to {last} have {seen}, expected {expected:.1f}")
    quiet = [n for week, n in enumerate(counts["stock/repair"], 1) if week not in STOCK_BAD]
    if max(quiet) > 2 or max(counts["follow-through/contact"][:CALLS_FROM - 1]) > 2:
        faults.append("a burst in a quiet phase")
    return faults


def fill(pattern, dice, day, memory):
    """The pattern with its slots filled; a slot named twice gets the same words twice."""
    def word(match):
        name = match.group(1)
        if name not in memory:
            if name == "ord":
                memory[name] = f"MC-{dice.whole(10000, 99999)}"
            elif name == "cust":
                memory[name] = f"{dice.whole(10000, 99999)}"
            elif name == "phone":
                memory[name] = f"07700 900{dice.whole(0, 999):03d}"   # reserved for fiction by the UK regulator
            elif name == "past":
                past = day - timedelta(days=dice.whole(9, 34))
                memory[name] = spoken(past)
            elif name == "money2":                                       # what is charged is more than the price
                price = pounds(memory.setdefault("money", dice.one(SLOTS["money"])))
                memory[name] = dice.one([charge for charge in SLOTS[name] if pounds(charge) > price])
            else:
                memory[name] = dice.one(SLOTS[name])
        return memory[name]
    text = re.sub(r"\{(\w+)\}", word, pattern)
    return re.sub(r"\b([Aa]) (?=[aeiou])(?!used|one|unit)", r"\1n ", text)


def spoken(day):
    return f"{day.day} {MONTHS[day.month - 1]}"


def pounds(text):
    return float(text.lstrip("£"))


def capital(text):
    return text[:1].upper() + text[1:]


def misspell(text, dice):
    words = [w for w in MISSPELT if re.search(rf"\b{w}\b", text)]
    if not words:
        return text
    chosen = dice.one(words)
    return re.sub(rf"\b{chosen}\b", MISSPELT[chosen], text, count=1)


def new_author(dice, taken):
    while True:
        first, last = dice.one(FIRST).lower(), dice.one(LAST).lower()
        name = dice.one([f"{first}.{last}", f"{first}{last}", f"{first[0]}.{last}", f"{first}_{last}", f"{last}.{first}"])
        if dice.chance(0.6):
            name += str(dice.whole(1, 99))
        address = f"{name}@example.{'net' if dice.chance(0.6) else 'org'}"
        if address not in taken:
            taken.add(address)
            return address, capital(first)


PATTERNS = {problem: [line for line in text.strip().splitlines()] for problem, text in SAY.items()}


def ticket(problem, when, dice, author, first, before=None):
    """One row without its id; `before` is the day of this customer's earlier row about the same."""
    memory = {"before": spoken(before)} if before else {}
    complaint = problem not in NO_COMPLAINT
    core = capital(fill(dice.one(PATTERNS[problem]), dice, when.date(), memory))
    head, after = [], []
    if dice.chance(0.4):
        head.append(dice.one(OPENERS))
    if before:
        head.append(fill(dice.one(AGAIN), dice, when.date(), memory))
    if dice.chance(0.35):
        after.append(fill(dice.one(DETAILS if complaint else DETAILS[:3]), dice, when.date(), memory))
    if complaint and dice.chance(0.08):
        after.append(dice.one(EFFECTS))
    if complaint and dice.chance(0.45):
        after.append(dice.one(CLOSERS))
    if dice.chance(0.3):
        after.append(dice.one(["Regards, ", "Yours, ", "Kind regards, ", ""]) + first)
    head, after = " ".join(head), " ".join(after)
    if dice.chance(0.12):
        head, after = misspell(head, dice), misspell(after, dice)
    text = " ".join(part for part in (head, core, after) if part)
    if dice.chance(0.08):
        text = text.replace("'", "")
    if dice.chance(0.05):
        text = text.lower()
    if dice.chance(0.08) and text.endswith("."):
        text = text[:-1]
    fitting = [s for s in SUBJECT[problem] if all(slot in memory for slot in re.findall(r"\{(\w+)\}", s))]
    subject = capital(fill(dice.one(fitting), dice, when.date(), memory))
    return {"date": when, "author": author, "subject": subject, "text": text, "problem": problem if complaint else None}


def moment(dice, week):
    """A time in a story week: fewer at the weekend, none at night (so that no time zone moves the week)."""
    weekday = dice.one([0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6])
    day = START + timedelta(days=7 * (week - 1) + weekday)
    return datetime(day.year, day.month, day.day, dice.whole(7, 20), dice.whole(0, 59))


def make_rows(counts):
    taken, rows = set(), []
    end = datetime.combine(START, datetime.min.time()) + timedelta(weeks=WEEKS)
    for problem in PROBLEMS:
        dice = Dice(SEED, "rows", problem)
        for week, cases in enumerate(counts[problem], 1):
            for _ in range(cases):
                author, first = new_author(dice, taken)
                when = moment(dice, week)
                rows.append(ticket(problem, when, dice, author, first))
                if problem in NO_COMPLAINT or not dice.chance(0.03):
                    continue
                later = when + timedelta(days=dice.whole(3, 20), minutes=dice.whole(1, 50))
                if later < end:
                    rows.append(ticket(problem, later, dice, author, first, when.date()) | {"again": True})
    rows.sort(key=lambda row: (row["date"], row["author"], row["text"]))
    several, dice = {row["author"] for row in rows if row.get("again")}, Dice(SEED, "returning")
    for place, row in enumerate(rows):
        earlier = [r["author"] for r in rows[:place] if r["date"] < row["date"] - timedelta(days=40)]
        if row["author"] not in several and earlier and dice.chance(0.02):
            chosen = dice.one(earlier)
            if chosen not in several:
                row["author"] = chosen
                several.add(chosen)
    for number, row in enumerate(rows, 1):
        row["id"] = f"T-{number:05d}"
    return rows


# ---------------------------------------------------------------- output
def rendered(rows):
    """{path: content} of the two files."""
    table, truth = io.StringIO(), io.StringIO()
    out = csv.writer(table, lineterminator="\n")
    out.writerow(["id", "date", "author", "subject", "text"])
    for row in rows:
        out.writerow([row["id"], row["date"].strftime("%Y-%m-%dT%H:%M:00Z"), row["author"], row["subject"], row["text"]])
        truth.write(json.dumps({"row": row["id"], "problem": row["problem"]}) + "\n")
    return {"tables/tickets.csv": table.getvalue(), "labels/tickets.jsonl": truth.getvalue()}


def print_counts(counts):
    width = max(map(len, PROBLEMS))
    for problem in PROBLEMS:
        row = counts[problem]
        print(f"{problem:<{width}} {''.join(f'{n:>3}' for n in row)}  sum {sum(row)} max {max(row)}")
    print("faults:", "; ".join(quality(counts)) or "none")


def main(arguments):
    counts = draw_counts(SEED)
    if "--counts" in arguments:
        return print_counts(counts)
    files = rendered(make_rows(counts))
    if "--check" in arguments:
        stale = [path for path, content in files.items() if open(os.path.join(HERE, path), encoding="utf-8").read() != content]
        print("differs:" if stale else "up to date", *stale)
        return 1 if stale else 0
    for path, content in files.items():
        with open(os.path.join(HERE, path), "w", encoding="utf-8", newline="") as handle:
            handle.write(content)
        print(path, content.count("\n"), "lines")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
