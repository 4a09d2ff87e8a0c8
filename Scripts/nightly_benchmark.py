#!/usr/bin/env python3
"""Measures the nightly run at size beside what others do with the same mails, in the same run.

    Scripts/benchmark nightly MAILBOX [--large MAILBOX] [--peer COMMAND] [--desk] [--program PATH]

Peers: `notmuch new` and `mu index` on a Maildir of the same mails (installed as root where they are missing), and COMMAND,
which takes a mailbox and a file to write. Seconds are wall-clock seconds on this machine as it is; ratios are in CPU
seconds. --large repeats speed, memory and re-classification on a second, larger mailbox. --desk also measures pages
and digest over the store that the run has made (Scripts/benchmark desk). The table says what falls short.
"""
import argparse
import mailbox
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROBE_RULE = """tag: failure:delay
rules:
- rule: delay.benchmark-probe
  why: "Nobody says this; it makes the rule set another one."
  strength: weak
  any: ["zorblat [1] frumious"]
  tests:
    match: ["It was [zorblat frumious]."]
    no_match: [{text: "It was zorblat.", because: no-pattern}]
"""
short, left_out = [], []


def row(measure, figure, goal="", holds=True):
    print(f"{measure:<58}{figure:>22}  {goal:<26}{'' if not goal else 'OK' if holds else 'short'}".rstrip(), flush=True)
    if not holds:
        short.append(measure)


def measured(*command, environment=None):
    """Wall-clock seconds, CPU seconds and peak MB of a command; its output goes nowhere."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 2):
        sys.exit(f"status {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class Box:
    """A mailbox, its settings and the store that runs over it make."""

    def __init__(self, program, folder, path, name):
        self.program, self.path, self.state = program, os.path.realpath(path), os.path.join(folder, name)
        self.count = int(subprocess.run(["grep", "-ac", "^From ", path], capture_output=True, text=True).stdout)
        self.settings = self.state + ".yml"
        self.write_settings(self.path)

    def write_settings(self, source):
        with open(self.settings, "w") as file:
            file.write(f"rules: {ROOT}/Rules\nstate: {self.state}\nsources: [{source}]\n")

    def run(self, *more):
        return measured(self.program, "run", "--settings", self.settings, "--quiet", *more)


def peers(box, folder, ours):
    for program, package in (("notmuch", "notmuch"), ("mu", "maildir-utils")):
        if not shutil.which(program) and os.geteuid() == 0:
            subprocess.run(["apt-get", "install", "-qq", "-y", "--no-install-recommends", package],
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    maildir = os.path.join(folder, "maildir")
    for name in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(maildir, name))
    number = 0
    for number, mail in enumerate(mailbox.mbox(box.path)):
        with open(os.path.join(maildir, "cur", f"{number:07}:2,S"), "wb") as file:
            file.write(mail.as_bytes(unixfrom=False))
    environment = dict(os.environ, HOME=folder, NOTMUCH_CONFIG=os.path.join(folder, "notmuch.conf"), MAILDIR=maildir)
    with open(environment["NOTMUCH_CONFIG"], "w") as file:
        file.write(f"[database]\npath={maildir}\n[user]\nname=a\nprimary_email=a@example.net\n[new]\ntags=new\n")
    commands = {"notmuch": ["notmuch", "new"], "mu": ["mu", "index", "--quiet", f"--muhome={folder}/mu"]}
    if shutil.which("mu"):
        subprocess.run(["mu", "init", "--quiet", f"--maildir={maildir}", f"--muhome={folder}/mu"], check=True,
                       stdout=subprocess.DEVNULL)
    for name, command in commands.items():
        if not shutil.which(name):
            left_out.append(f"{name}: not installed")
            continue
        wall, cpu, peak = measured(*command, environment=environment)
        ratio = cpu / ours
        goal = "≥ 4.0 × (CPU)" if name == "notmuch" else "faster (CPU)"
        row(f"{' '.join(command[:2])}: {box.count / wall:,.0f} mails/s, {peak:,.0f} MB; ours", f"{ratio:.1f} × its CPU speed",
            goal, ratio >= (4 if name == "notmuch" else 1))
    shutil.rmtree(maildir)


def store_size(box):
    database = sqlite3.connect(os.path.join(box.state, "forestall.sqlite"))
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    count, text = database.execute("SELECT count(*), sum(length(text)) FROM verbatim").fetchone()
    database.close()
    size = os.path.getsize(os.path.join(box.state, "forestall.sqlite"))
    mean = text / count
    limit = 2.5 if mean < 1_300 else 2.0
    row(f"store, texts of {mean:,.0f} bytes in the mean", f"{size / text:.2f} × the text", f"≤ {limit} ×", size / text <= limit)


def speed(box, goal, shown):
    wall, cpu, peak = box.run()
    row(f"run, {box.count:,} mails, cold, two jobs", f"{box.count / wall:,.0f} mails/s", f"≥ {goal:,} mails/s",
        box.count / wall >= goal)
    row("  CPU seconds · mails a CPU second", f"{cpu:,.1f} · {box.count / cpu:,.0f}")
    row("  most memory", f"{peak:,.0f} MB", "≤ 250 MB", peak <= 250)
    return cpu


def reclassify(box, folder):
    rules = os.path.join(folder, "rules")
    if not os.path.exists(rules):
        shutil.copytree(os.path.join(ROOT, "Rules"), rules)
        with open(os.path.join(rules, "failures", "benchmark-probe.yml"), "w") as file:
            file.write(PROBE_RULE)
    wall, cpu, peak = box.run("--rules", rules)
    minutes = wall / 60 * 1_000_000 / box.count
    row(f"re-classify {box.count:,} stored", f"{wall:,.1f} s", "", True)
    row("  as minutes for 1,000,000", f"{minutes:.1f} min", "≤ 6.0 min", minutes <= 6)
    row("  most memory", f"{peak:,.0f} MB", "≤ 250 MB", peak <= 250)


def grown(box, folder):
    """The run after the mailbox has grown by one per cent, beside the cold run of as many mails."""
    with open(box.path, "rb") as file:
        data = file.read()
    cut = data.index(b"\n\nFrom ", len(data) * 99 // 100) + 2
    copy = os.path.join(folder, "grown.mbox")
    with open(copy, "wb") as file:
        file.write(data[:cut])
    shutil.rmtree(box.state)
    box.write_settings(copy)
    os.utime(copy, (1_794_000_000, 1_794_000_000))
    box.run()
    box.run()
    wall, _, _ = box.run()
    row("a run with nothing new", f"{wall:.2f} s", "≤ 0.50 s", wall <= 0.5)
    with open(copy, "ab") as file:
        file.write(data[cut:])
    os.utime(copy, (1_794_000_100, 1_794_000_100))
    added = data[cut:].count(b"\nFrom ") + 1
    more, _, _ = box.run()
    share = (more - wall) / added * 1_000
    row(f"a run with 1 % new ({added:,} mails)", f"{more:.2f} s")
    row("  over the one with nothing new, for each new mail", f"{share:.2f} ms", "≤ 1.00 ms", share <= 1)


def classify(box, folder, peer):
    _, ours, peak = measured(box.program, "classify", box.path, "--rules", ROOT + "/Rules", "--format", "jsonl", "--jobs", "1")
    row(f"classify, no store, one job ({peak:,.0f} MB)", f"{box.count / ours:,.0f} mails/CPU-s")
    if not peer:
        return left_out.append("the peer of classify: name one with --peer")
    _, theirs, _ = measured(*peer.split(), box.path, os.path.join(folder, "peer.jsonl"))
    row(f"  beside {os.path.basename(peer.split()[-1])} ({box.count / theirs:,.0f}/CPU-s)", f"{theirs / ours:.1f} × its CPU speed", "≥ 8.0 ×",
        theirs / ours >= 8)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mailbox")
    parser.add_argument("--large")
    parser.add_argument("--peer")
    parser.add_argument("--desk", action="store_true")
    parser.add_argument("--program", default=os.path.join(ROOT, ".build/release/forestall"))
    arguments = parser.parse_args()
    if arguments.peer and not shutil.which(arguments.peer.split()[0]):
        parser.error(f"--peer: '{arguments.peer.split()[0]}' is no program; a script is named behind its own: 'python3 peer.py'")
    program = os.path.realpath(arguments.program)
    folder = tempfile.mkdtemp()
    try:
        print(f"{'measure':<58}{'figure':>22}  {'goal':<26}")
        box = Box(program, folder, arguments.mailbox, "state")
        ours = speed(box, 3_000, True)
        peers(box, folder, ours)
        store_size(box)
        reclassify(box, folder)
        # The memory of a process counts from before it is another program: nothing large may be read before.
        classify(box, folder, arguments.peer)
        grown(box, folder)
        last = box
        if arguments.large:
            shutil.rmtree(box.state)
            last = Box(program, folder, arguments.large, "large")
            speed(last, 2_000, True)
            store_size(last)
            reclassify(last, folder)
            wall, _, _ = last.run("--rules", os.path.join(folder, "rules"))
            row("a run with nothing new", f"{wall:.2f} s", "≤ 0.50 s", wall <= 0.5)
        if arguments.desk:
            done = subprocess.run([sys.executable, os.path.join(ROOT, "Scripts/desk_benchmark.py"), program, last.state],
                                  capture_output=True, text=True)
            row("pages and digest: " + (done.stdout.strip().splitlines() or [done.stderr[-200:]])[-1], "", "", True)
        else:
            left_out.append("pages and digest: --desk")
        for reason in left_out:
            print("left out:", reason)
        print("falls short: " + "; ".join(short) if short else "nothing falls short")
    finally:
        shutil.rmtree(folder)


main()
