"""Scores the lines of `forestall extract` against public suites of mail and replies; see ingest_suites.py."""
import difflib
import json
import os
import re

from ingest_suites import folded, letters, listed, outer, words_of


def expected_parts(truth):
    """The text parts of a mail and of the mails inside it: (text, is HTML)."""
    for part in truth.get("parts", []):
        body = part["body"]
        if isinstance(body, dict):
            if "Message" in body:
                yield from expected_parts(body["Message"])
            elif "Text" in body or "Html" in body:
                yield body.get("Text", body.get("Html")), "Html" in body


def pieces_of(text, is_page):
    """Letters and digits of the words of a part, in stretches.

    The truth is what one program makes of a mail. Where that is nobody's words the stretch is broken: tags and
    character references, bytes it could not decode (U+FFFD), uuencoded files as they stand, boundary and header lines
    of parts whose multipart was never closed.
    """
    stretches, boundaries, place, is_mail = [["", is_page]], set(), "words", False
    lines = text.replace("\r\n", "\n").split("\n")
    for index, line in enumerate(lines):
        follower = lines[index + 1].lower() if index + 1 < len(lines) else ""
        if place == "file":
            place = "words" if line == "end" else place
        elif place == "header":
            stretches[-1][1] |= line.lower().startswith("content-type: text/html")
            is_mail |= line.lower().startswith("content-type: message/")
            if not line:
                place, is_mail = ("header", False) if is_mail else ("words", False)
        elif line.startswith("--") and (follower.startswith("content-") or line in boundaries):
            boundaries.add(line)
            stretches.append(["", False])
            place = "header" if follower.startswith("content-") else place
        elif line.startswith("begin 6"):
            stretches.append(["", is_page])
            place = "file"
        else:
            stretches[-1][0] += line + "\n"
    for stretch, is_page in stretches:
        if is_page:
            stretch = re.sub(r"(?is)<!--.*?-->|<(style|script|title)\b.*?</\1>|<![^>]*>|</?[a-z][a-z0-9]*(\s[^>]*)?/?>",
                             " ", stretch)
            stretch = re.sub(r"&#?[a-zA-Z0-9]+;?", "\ufffd", stretch)
        yield from filter(None, map(letters, stretch.split("\ufffd")))


def text_parts(reader, suites, name):
    """A text part is recovered when each stretch of its letters and digits stands in the mail's lines, in order."""
    folder = f"{suites}/mail/stalwart/{name}"
    mails = listed(folder, ".eml")
    found = reader.lines((mail, f"{folder}/{mail}") for mail in mails)
    right, total, misses = 0, 0, []
    for mail in mails:
        got = letters("\n".join(line["text"] for line in found[mail]))
        with open(f"{folder}/{mail[:-4]}.json") as file:
            parts = [list(pieces_of(*part)) for part in expected_parts(json.load(file))]
        for pieces in filter(None, parts):
            total += 1
            if all(piece in got for piece in pieces):
                right += 1
            else:
                misses.append(mail)
    return right, total, misses


def bounces(reader, suites):
    """Recognised when the first line of the mail has the class `bounce` or `autoReply`."""
    right, total, misses = 0, 0, []
    for kind in sorted(os.listdir(f"{suites}/mail/bounces")):
        folder = f"{suites}/mail/bounces/{kind}"
        found = reader.lines((mail, f"{folder}/{mail}") for mail in os.listdir(folder))
        for mail in sorted(os.listdir(folder)):
            total += 1
            if found[mail] and found[mail][0]["class"] in ("bounce", "autoReply"):
                right += 1
            else:
                misses.append(f"{kind}/{mail}")
    return right, total, misses


SEPARATOR = re.compile(
    rb"(?:\A|\n\n)(?=From \S+ at \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}\nFrom: )")


def archive(reader, suites):
    """Messages are found by pipermail's separator and the header below it; kept when a line has their ordinal. Those
    with nothing below their headers have no words and so no line: they do not count."""
    right, total, misses = 0, 0, []
    for name in listed(f"{suites}/mail/archive", ".mbox"):
        with open(f"{suites}/mail/archive/{name}", "rb") as file:
            messages = SEPARATOR.split(file.read())[1:]
        worded = [n for n, message in enumerate(messages, 1) if message.partition(b"\n\n")[2].strip()]
        lines = reader.lines([(name, f"{suites}/mail/archive/{name}")])[name]
        kept = {int(re.search(r"#(\d+)", line["place"])[1]) for line in lines}
        total += len(worded)
        lost = [f"{name}#{n}" for n in worded if n not in kept]
        right += len(worded) - len(lost)
        misses += lost + [f"{max(kept)} messages made of {len(messages)}"] * (max(kept) > len(messages))
    return right, total, misses


def as_mail(text, subject="Re: a reply"):
    """A plain-text mail with these words."""
    head = f"From: Ana <ana@example.net>\nTo: care@example.com\nSubject: {subject}\n"
    head += "Date: Mon, 3 Mar 2025 09:00:00 +0000\n"
    kind = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    return (head + kind + text).encode()


def records_of(file):
    """JSON objects, one a line, line feeds inside strings allowed."""
    pending = ""
    for line in file:
        try:
            yield json.loads(pending + line, strict=False)
            pending = ""
        except ValueError:
            pending += line


def zones(reader, suites):
    """Each annotated mail as plain-text mail. A line is what its first labelled letter is: `paragraph` is new,
    quotation, its marker and inline headers are quote, other lines do not count; found new when the passage there is
    `body`. F1 of the new lines."""
    with open(f"{suites}/replies/webis-zones.jsonl", newline="\n") as file:
        records = list(records_of(file))
    found = reader.lines((f"{n}.eml", as_mail(r["text"])) for n, r in enumerate(records))
    kinds = {"paragraph": True, "quotation": False, "quotation_marker": False, "inline_headers": False}
    both = got = want = 0
    for n, record in enumerate(records):
        label = [None] * len(record["text"])
        for start, end, name in record["labels"]:
            if name in kinds:
                label[start:end] = [kinds[name]] * (min(end, len(label)) - start)
        truth, at = [], 0
        for line in record["text"].split("\n"):
            first = next((i for i in range(at, at + len(line)) if label[i] is not None), None)
            truth.append((line.strip(), None if first is None else label[first], None if first is None else first - at))
            at += len(line) + 1
        ours = [(line.strip(), marks) for mail in outer(found[f"{n}.eml"]) for line, marks in body_marks(mail)]
        matcher = difflib.SequenceMatcher(None, [t[0] for t in truth], [o[0] for o in ours], autojunk=False)
        partner = {a + i: b + i for a, b, size in matcher.get_matching_blocks() for i in range(size)}
        for index, (_, is_new, offset) in enumerate(truth):
            if is_new is None:
                continue
            marks = ours[partner[index]][1] if index in partner else []
            is_body = offset < len(marks) and marks[offset]
            want, got, both = want + is_new, got + is_body, both + (is_new and is_body)
    return 2 * both / max(1, want + got), len(records), []


def body_marks(line):
    """The lines of a text, each with whether each of its letters is in a `body` passage."""
    text = line["text"].encode()
    marks = bytearray(len(text))
    for passage in line["passages"]:
        if passage["kind"] == "body":
            marks[passage["start"]:passage["end"]] = b"\1" * (passage["end"] - passage["start"])
    at = 0
    for row in text.split(b"\n"):
        letters_of = row.decode()
        places = [at]
        for letter in letters_of:
            places.append(places[-1] + len(letter.encode()))
        yield letters_of, [bool(marks[place]) for place in places[:-1]]
        at += len(row) + 1


def replies(reader, suites):
    """Each text as plain-text mail; its `body` passages must be the trimmed text, white space folded."""
    folder = f"{suites}/replies/discourse"
    names = listed(f"{folder}/emails", ".txt")

    def text(kind, name):
        with open(f"{folder}/{kind}/{name}", newline="") as file:
            return file.read().replace("\r\n", "\n")
    found = reader.lines((name[:-4] + ".eml", as_mail(text("emails", name))) for name in names)
    misses = [name for name in names if folded(text("trimmed", name)) !=
              folded("\n".join(words_of(line, ("body",)) for line in outer(found[name[:-4] + ".eml"])))]
    return len(names) - len(misses), len(names), misses
