"""Scores the lines of `forestall extract` against public suites, as a stranger would: from README.md's schema alone.

Here: what is shared, pages and transcripts. Each function takes a Reader and the suites' folder and gives what is
right (or the F1), of how many, and what was missed; its first lines say what is compared and how.
"""
import collections
import gzip
import html
import html.parser
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import tempfile


class Reader:
    """Runs `extract` over files of its own making, so that nothing but their content is to be seen."""

    def __init__(self, program):
        self.program = program

    def lines(self, files):
        """The lines of each file, by the file's name; `files` are pairs of a name and bytes or a path."""
        with tempfile.TemporaryDirectory() as folder:
            for name, content in files:
                if isinstance(content, bytes):
                    with open(os.path.join(folder, name), "wb") as file:
                        file.write(content)
                else:
                    shutil.copyfile(content, os.path.join(folder, name))
            # Status 2: finished, but something was not read; that is scored as missing.
            command = [self.program, "extract", folder, "--format", "jsonl", "--now", "2026-01-01T00:00:00Z"]
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder)
            if done.returncode not in (0, 2):
                raise SystemExit(f"status {done.returncode}: {' '.join(command)}\n{done.stderr.decode()[-2000:]}")
        found = collections.defaultdict(list)
        for line in done.stdout.decode().splitlines():
            line = json.loads(line)
            source = line["source"].split("/", 1)[1]
            line["place"] = source
            found[re.sub(r"([#!]\d+)+$", "", source)].append(line)
        return found


def words_of(line, kinds):
    """The words of the passages of these kinds."""
    text = line["text"].encode()
    parts = [text[p["start"]:p["end"]] for p in line["passages"] if p["kind"] in kinds]
    return "\n".join(part.decode() for part in parts)


def outer(lines):
    """The lines of the document itself, not of mails inside it."""
    return [line for line in lines if "!" not in line["place"]]


def folded(text):
    return " ".join(text.split())


def letters(text):
    return "".join(c for c in text if c.isalpha() or c.isnumeric())


def listed(folder, ending):
    return sorted(name for name in os.listdir(folder) if name.endswith(ending))


# Pages

def shingles(text):
    """As evaluate.py of the suite: 4 tokens in a row, counted."""
    tokens = re.findall(r"\w+", text)
    return collections.Counter(tuple(tokens[i:i + 4]) for i in range(max(1, len(tokens) - 3)) if tokens)


def articles(reader, suites):
    """The `post` line's `body` and `heading` passages against articleBody: 4-token-shingle F1 as in the suite's own
    evaluate.py (means of precision and recall over pages)."""
    folder = f"{suites}/html/articles"
    with open(f"{folder}/ground-truth.json") as file:
        truth = json.load(file)
    truth = {key: value for key, value in truth.items() if os.path.exists(f"{folder}/html/{key}.html.gz")}

    def page(key):
        with gzip.open(f"{folder}/html/{key}.html.gz") as file:
            return file.read()
    found = reader.lines((key + ".html", page(key)) for key in truth)
    precisions, recalls, misses = [], [], []
    for key, value in truth.items():
        posts = [line for line in found[key + ".html"] if line["part"] == "post"][:1]
        got = shingles("\n".join(words_of(line, ("body", "heading")) for line in posts))
        want = shingles(value["articleBody"])
        both = sum((got & want).values())
        precisions += [both / got.total()] if got else []
        recalls += [both / want.total()] if want else []
        if 2 * both < 1.8 * want.total():
            misses.append(key)
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    return 2 * precision * recall / (precision + recall), len(truth), misses


class PageText(html.parser.HTMLParser):
    """All text of a page but scripts and styles, by another parser than ours."""

    def __init__(self, page):
        super().__init__()
        self.skipped, self.data = 0, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.skipped += tag in ("script", "style")

    def handle_endtag(self, tag):
        self.skipped -= tag in ("script", "style") and self.skipped > 0

    def handle_data(self, data):
        if not self.skipped:
            self.data.append(data)


def comments(reader, suites):
    """A segment counts when it stands in the page's text (Python's HTML parser); found when it stands in the
    `comment` lines, white space folded. A page without segments is wrongly given comments when it has such a line."""
    folder = f"{suites}/html/comments"
    with open(f"{folder}/ground-truth.json") as file:
        truth = {t["file"]: t for t in json.load(file).values() if os.path.exists(f"{folder}/pages/{t['file']}")}
    found = reader.lines((name, f"{folder}/pages/{name}") for name in truth)
    right, total, misses, wrong, without = 0, 0, [], [], 0
    for name, value in truth.items():
        lines = [line for line in found[name] if line["part"] == "comment"]
        segments = [folded(segment) for segment in value.get("comments", [])]
        if not segments:
            without += 1
            wrong += [name] if lines else []
            continue
        with open(f"{folder}/pages/{name}", "rb") as file:
            data = PageText(file.read().decode("utf-8", "replace")).data
        page = folded("".join(data)) + "\n" + folded(" ".join(data))
        got = folded(" ".join(line["text"] for line in lines))
        for segment in segments:
            if segment in page:
                total += 1
                right += segment in got
                misses += [] if segment in got else [f"{name}: {segment}"]
    return (right, total, misses), (len(wrong), without, wrong)


# Transcripts

def cues(reader, suites):
    """A cue with words is found when the passages that span its times (to the millisecond) have its letters and digits
    without tags; a passage may hold several cues, and a cue several voices."""
    folder = f"{suites}/transcripts/vtt"
    names = [name for name in listed(folder, ".vtt") if os.path.exists(f"{folder}/{name[:-4]}.json")]
    found = reader.lines((name, f"{folder}/{name}") for name in names)
    right, total, misses = 0, 0, []
    for name in names:
        turns = [(p["from"], p["to"], letters(line["text"].encode()[p["start"]:p["end"]].decode()))
                 for line in found[name] for p in line["passages"] if p["from"] is not None]
        with open(f"{folder}/{name[:-4]}.json") as file:
            expected = json.load(file)["cues"]
        for cue in expected:
            words = re.sub(r"<[^>]*(>|$)", "", cue["text"])
            if not letters(words):
                continue
            total += 1
            got = "".join(text for start, end, text in turns
                          if start <= cue["startTime"] + 5e-4 and end >= cue["endTime"] - 5e-4)
            if letters(words) in got or letters(html.unescape(words)) in got:
                right += 1
            else:
                misses.append(name)
    return right, total, misses


ROLES = {"customer": "customer", "User": "customer", "user": "customer",
         "agent": "staff", "Wizard": "staff", "assistant": "staff"}


def roles(reader, shared):
    """Dialogues as transcript files of `A: …` and `B: …` lines, who is A drawn by lot, from a turn drawn by lot on, at
    least two turns long (seed 1). A turn is right when the `turn` passage where it stands has its role. The figures for
    all turns, and for those of files that were read as a transcript at all."""
    draw = random.Random(1)
    dialogues = []
    with open(f"{shared}/corpora/dialogues.jsonl") as file:
        for line in file:
            turns = [(ROLES[t["speaker"]], folded(t["text"])) for t in json.loads(line)["turns"]
                     if t["speaker"] in ROLES and t["text"].strip()]
            if len(turns) > 1:
                turns = turns[draw.randrange(len(turns) - 1):]
                names = draw.choice(({"customer": "A", "staff": "B"}, {"customer": "B", "staff": "A"}))
                dialogues.append([(role, f"{names[role]}: {text}") for role, text in turns])
    found = reader.lines((f"{n}.txt", "".join(text + "\n" for _, text in turns).encode())
                         for n, turns in enumerate(dialogues))
    right, total, read, misses = 0, 0, 0, []
    for n, turns in enumerate(dialogues):
        text = "\n".join(line["text"] for line in found[f"{n}.txt"][:1]).encode()
        passages = [p for line in found[f"{n}.txt"][:1] for p in line["passages"] if p["kind"] == "turn"]
        at, wrong = 0, 0
        for role, words in turns:
            words = words[3:].encode()
            place = text.find(words, at)
            given = next((p["role"] for p in passages if p["start"] <= place < p["end"]), None)
            at = max(at, place)
            wrong += given != role
        total += len(turns)
        read += len(turns) if passages else 0
        right += len(turns) - wrong
        misses += [f"dialogue {n}: {wrong} of {len(turns)}"] if wrong else []
    return (right, total, misses), (right, read)
