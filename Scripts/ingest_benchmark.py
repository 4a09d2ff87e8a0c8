#!/usr/bin/env python3
"""Prints how well and how fast mail, pages and transcripts are read, on suites nobody here wrote.

    Scripts/benchmark ingest [FOLDER] [--large] [--misses] [--program PATH]

FOLDER holds `suites`, `corpora` and `tools` (default: `shared` beside the checkout). --large adds the memory for a
mailbox of 2 GB (that much free in the temporary folder, some minutes). --misses lists what was not found. Quality is
scored from the printed lines only; ingest_mail_suites.py and ingest_suites.py say how, measure by measure. Times are
CPU seconds, ours with --jobs 1 and the peer's in turn in the same run, the best of three. Peers: GMime (gmime_peer.c;
installed as root), else Python's email package; trafilatura, in a Python environment of its own under
.build-benchmark, where pip reaches it.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap

import ingest_mail_suites as mail_suites
import ingest_suites as suites

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MAILS = 10_000
GMIME = ["libgmime-3.0-dev", "pkg-config", "gcc"]
EMAIL_PEER = """
import email, email.policy, mailbox, sys
for mail in mailbox.mbox(sys.argv[1], lambda file: email.message_from_binary_file(file, policy=email.policy.default)):
    mail["subject"], mail["from"]
    for part in mail.walk():
        if part.get_content_maintype() == "text":
            part.get_content()
"""
TRAFILATURA_PEER = """
import os, sys, time, trafilatura
pages = [open(os.path.join(sys.argv[1], name), "rb").read() for name in sorted(os.listdir(sys.argv[1]))]
start = time.process_time()
for page in pages:
    trafilatura.extract(page, include_comments=True)
print(time.process_time() - start)
"""


def measured(*command):
    """CPU seconds and peak MB of a command; its output goes nowhere."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 2):
        sys.exit(f"status {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(*actions):
    """The least of three results of each action, taken in turn."""
    rounds = [[action() for action in actions] for _ in range(3)]
    return [min(column) for column in zip(*rounds)]


class Table:
    """The rows as they come, so that a long run shows something."""

    def __init__(self, shows_misses):
        self.shows_misses, self.short, self.left_out = shows_misses, [], []
        self.print("measure", "figure", "n", "to beat", "goal", "")

    def print(self, *cells):
        print("{:<50}{:>10}{:>8}  {:<28}{:<10}{}".format(*cells).rstrip(), flush=True)

    def row(self, measure, figure, n, to_beat, goal, is_least=True, form="{:.3f}", misses=()):
        holds = figure >= goal if is_least else figure <= goal
        gap = "OK" if holds else "short by " + form.format(abs(goal - figure))
        self.short += [] if holds else [measure]
        self.print(measure, form.format(figure), n, to_beat, ("≥ " if is_least else "≤ ") + form.format(goal), gap)
        if misses and self.shows_misses:
            print(textwrap.fill("not: " + " · ".join(map(str, misses)), 118, initial_indent="    ",
                                subsequent_indent="    "))

    def leave_out(self, measure, reason):
        self.left_out.append(measure)
        print(f"{measure:<50}{'—':>10}  {reason}", flush=True)


def quality(table, program, shared):
    reader, folder = suites.Reader(program), f"{shared}/suites"

    def share(measure, need, score, to_beat, goal, **more):
        if not os.path.exists(f"{shared}/{need}"):
            return table.leave_out(measure, f"{need} is missing")
        right, total, misses = score()
        table.row(measure, right / max(1, total), total, to_beat, goal, misses=misses, **more)

    for kind, goal, peers in (("legacy", .99, "GMime .970, Python .985"),
                              ("malformed", .95, "GMime .697, Python .545")):
        share(f"text parts recovered, stalwart {kind}", f"suites/mail/stalwart/{kind}",
              lambda: mail_suites.text_parts(reader, folder, kind), peers, goal)
    share("bounces and auto-replies recognised", "suites/mail/bounces", lambda: mail_suites.bounces(reader, folder), "",
          .98)
    share("archive mails kept", "suites/mail/archive", lambda: mail_suites.archive(reader, folder), "", 1)
    for measure, need, score, to_beat, goal in (
            ("new text vs quote, Webis half, line F1", "replies/webis-zones.jsonl", mail_suites.zones,
             "best library .832", .95),
            ("article text, 4-token-shingle F1", "html/articles", suites.articles, "trafilatura .958", .955)):
        if os.path.exists(f"{folder}/{need}"):
            figure, count, misses = score(reader, folder)
            table.row(measure, figure, count, to_beat, goal, misses=misses)
        else:
            table.leave_out(measure, f"suites/{need} is missing")
    share("discourse half, exact after white space", "suites/replies/discourse",
          lambda: mail_suites.replies(reader, folder), "34 of 64 (.531)", .75)
    if os.path.exists(f"{folder}/html/comments"):
        found, wrong = suites.comments(reader, folder)
        share("comments found where present in the page", "suites", lambda: found, "trafilatura .726", .92)
        share("pages wrongly given comments", "suites", lambda: wrong, "trafilatura .100", .015, is_least=False)
    else:
        table.leave_out("readers' comments", "suites/html/comments is missing")
    table.leave_out("html5lib tokenizer text", "in process: swift test --filter TokenizerSuiteTests (goal ≥ .97)")
    share("WebVTT cue text and times", "suites/transcripts/vtt", lambda: suites.cues(reader, folder), "vtt.js", .99)
    measure = "roles of A and B from a random turn on"
    if not os.path.exists(f"{shared}/corpora/dialogues.jsonl"):
        return table.leave_out(measure, "corpora/dialogues.jsonl is missing")
    (right, total, misses), (_, read) = suites.roles(reader, shared)
    table.row(measure, right / total, total, "first-speaker guess", .90, misses=misses)
    print(f"    of the {read} turns in files read as a transcript: {right / max(1, read):.3f}")


def gmime(folder):
    """The command of the GMime peer, compiled for this run; None where it cannot be."""
    if os.geteuid() == 0:
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *GMIME], capture_output=True)
    if not shutil.which("cc") or not shutil.which("pkg-config"):
        return None
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "gmime-3.0"], capture_output=True, text=True)
    peer = f"{folder}/gmime_peer"
    build = ["cc", "-O2", f"{ROOT}/Scripts/gmime_peer.c", *flags.stdout.split(), "-o", peer]
    return [peer] if flags.returncode == 0 and subprocess.run(build, capture_output=True).returncode == 0 else None


def mail_speed(table, program, shared, folder, is_large):
    measure, tool = "mail: parse, decode, voices, lines; speed of peer's", f"{shared}/tools/make_mailbox.py"
    if not os.path.exists(tool):
        return table.leave_out(measure, "tools/make_mailbox.py is missing")
    box = f"{folder}/box.mbox"
    subprocess.run([sys.executable, tool, f"{shared}/corpora/narratives.jsonl", box, str(MAILS)], check=True)
    peer = gmime(folder)
    name = "GMime parse + decode" if peer else "Python email: GMime is not there"
    command = [*(peer or [sys.executable, "-c", EMAIL_PEER]), box]
    ours, theirs = best(lambda: measured(program, "extract", box, "--format", "jsonl", "--jobs", "1")[0],
                        lambda: measured(*command)[0])
    size = os.path.getsize(box) / 1e6
    table.row(measure, theirs / ours, MAILS, name, .6, form="{:.2f} ×")
    print(f"    ours {ours:.2f} s, {MAILS / ours:,.0f} mails/s, {size / ours:.0f} MB/s; "
          f"peer {theirs:.2f} s, {MAILS / theirs:,.0f} mails/s, {size / theirs:.0f} MB/s")
    if not is_large:
        return table.leave_out("memory: mbox of 2 GB", "only with --large")
    with open(box, "rb") as file:
        mails = file.read()
    largest = max(map(len, mails.split(b"\n\nFrom "))) / 1e6
    count = int(2e9 / len(mails)) + 1
    with open(box, "wb") as file:
        for _ in range(count):
            file.write(mails)
    seconds, peak = measured(program, "extract", box, "--format", "jsonl")
    table.row("memory: mbox of 2 GB, MB at the peak", peak, count * MAILS, "", 150 + 3 * largest, is_least=False,
              form="{:.0f}")
    print(f"    {seconds:.0f} CPU seconds, {count * len(mails) / 1e6 / seconds:.0f} MB/s")
    os.remove(box)


def trafilatura():
    """The Python that has trafilatura, installed where it is not there yet; None where pip does not reach it."""
    home = f"{ROOT}/.build-benchmark/venv"
    python = f"{home}/bin/python"
    for command in ([python, "-c", "import trafilatura"], [sys.executable, "-m", "venv", home],
                    [python, "-m", "pip", "install", "-q", "trafilatura", "lxml_html_clean"],
                    [python, "-c", "import trafilatura"]):
        try:
            holds = subprocess.run(command, capture_output=True, timeout=300).returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            holds = False
        if "import trafilatura" in command and holds:
            return python
    return None


def page_speed(table, program, shared, folder):
    pages, measure = f"{shared}/suites/html/comments/pages", "HTML with comments, ms a page"
    if not os.path.exists(pages):
        return table.leave_out(measure, "suites/html/comments is missing")
    names = sorted(os.listdir(pages))
    ours = [lambda: measured(program, "extract", pages, "--format", "jsonl", "--jobs", "1")[0]]
    python = trafilatura()
    peer = [lambda: float(subprocess.check_output([python, "-c", TRAFILATURA_PEER, pages], stderr=subprocess.DEVNULL))]
    ours, *theirs = best(*ours, *(peer if python else []))
    to_beat = f"trafilatura {1e3 * theirs[0] / len(names):.1f}" if theirs else "trafilatura 26 (not here now)"
    table.row(measure, 1e3 * ours / len(names), len(names), to_beat, 4, is_least=False, form="{:.1f}")
    large = f"{folder}/large.html"
    with open(large, "wb") as file:
        file.write(b"<!DOCTYPE html><html><head><meta charset=utf-8><title>Large</title></head><body>")
        while file.tell() < 46e6:
            for name in names:
                with open(f"{pages}/{name}", "rb") as page:
                    file.write(page.read().split(b"</head>")[-1].replace(b"</body>", b"").replace(b"</html>", b""))
                if file.tell() >= 46e6:
                    break
    size = os.path.getsize(large) / 1e6
    seconds, peak = measured(program, "extract", large, "--format", "jsonl")
    table.row(f"memory: page of {size:.0f} MB, MB at the peak", peak, 1, "", 150 + 3 * size, is_least=False,
              form="{:.0f}")
    print(f"    {seconds:.1f} CPU seconds, {size / seconds:.0f} MB/s")


def main():
    parser = argparse.ArgumentParser(
        prog="Scripts/benchmark ingest", description="How well and how fast input is read.")
    parser.add_argument("folder", nargs="?", default=f"{os.path.dirname(ROOT)}/shared")
    parser.add_argument("--large", action="store_true", help="also the memory for a mailbox of 2 GB")
    parser.add_argument("--misses", action="store_true", help="list what was not found")
    parser.add_argument("--program", default=f"{ROOT}/.build/release/forestall")
    options = parser.parse_args()
    if not os.path.isdir(f"{options.folder}/suites"):
        sys.exit(f"no folder 'suites' in {options.folder}: give the folder with the public suites as argument")
    program, shared = os.path.realpath(options.program), os.path.realpath(options.folder)
    table = Table(options.misses)
    quality(table, program, shared)
    with tempfile.TemporaryDirectory() as folder:
        mail_speed(table, program, shared, folder, options.large)
        page_speed(table, program, shared, folder)
    print(f"\n{len(table.short)} short" + "".join(f"\n  {measure}" for measure in table.short))


main()
