#!/usr/bin/env python3
"""Kills the nightly run at random moments, and does other harm to it; what is stored in the end must be the same.

    Scripts/kills.py PATH-OF-FORESTALL [KILLS] [--seed N] [--keep]

A world with all kinds of sources is read in two nights: between them a mailbox grows, pages are rewritten, exports
come and go, and in every second trial the organisation gets another name, so that all is judged anew. The second
night is killed (SIGKILL) at seeded moments, twice a trial, and then run to its end. The canonical dump (verbatims,
verdicts, cases, weekly counts, quarantine with its bytes, footers, places in the sources; no rows of runs) must be the
one of undisturbed nights. Then: SIGTERM and SIGINT, a second run at the same time, a full disk (RLIMIT_FSIZE; as root
also a small tmpfs), a store that may not be written (as root, by another user), sources that shrink and vanish while
they are read, a clock that jumps back. Ends with status 1 on the first difference, and says where it is.
"""
import argparse
import hashlib
import json
import mailbox
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NOW = "2026-11-17T03:00:00Z"
DATE = 1_794_000_000
NOBODY = 65534
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Riders' notes</title>
<item><title>No parts</title><link>https://riders.example/1</link><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate>
<description>Marlow had no parts in stock and nobody rang me back.</description></item>
<item><title>Rude</title><link>https://riders.example/2</link><pubDate>Tue, 03 Nov 2026 10:00:00 GMT</pubDate>
<description>The man at Marlow was rude and hung up on me.</description></item></channel></rss>
"""


class World:
    """Sources as they are in the first night and in the second, and settings for any state folder."""

    def __init__(self, folder, program):
        self.folder, self.program, self.input = folder, program, os.path.join(folder, "in")
        self.care = open(os.path.join(ROOT, "Corpora/mail/care-2026.mbox"), "rb").read()
        os.mkdir(self.input)
        # A copy: whoever edits the rules meanwhile changes nothing here.
        shutil.copytree(os.path.join(ROOT, "Rules"), os.path.join(folder, "rules"))

    def path(self, name):
        path = os.path.join(self.input, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def write(self, name, contents):
        with open(self.path(name), "wb") as file:
            file.write(contents)

    def part(self, divisor):
        """The messages of the mailbox's first part, whole."""
        return self.care[:self.care.rindex(b"\n\nFrom ", 0, len(self.care) // divisor) + 2]

    def first_night(self):
        for kind in ("letters", "pages", "saved-pages", "transcripts", "tables"):
            shutil.copytree(os.path.join(ROOT, "Corpora", kind), os.path.join(self.input, kind))
        self.write("mail/care.mbox", self.part(2))
        self.write("noise.bin", random.Random(1).randbytes(4_000))
        self.write("feed.xml", FEED.encode())
        self.date()

    def second_night(self):
        self.write("mail/care.mbox", self.care)
        shutil.copy(os.path.join(ROOT, "Corpora/mail/care-2025.mbox"), self.path("mail/old export.mbox"))
        maildir = mailbox.Maildir(self.path("maildir"))
        for number, mail in enumerate(mailbox.mbox(os.path.join(ROOT, "Corpora/mail/care-2026.mbox"))):
            if number < 60:
                with open(os.path.join(self.input, "maildir/cur", f"{number:04}:2,S"), "wb") as file:
                    file.write(mail.as_bytes())
        maildir.close()
        page = os.path.join(self.input, "pages", sorted(os.listdir(os.path.join(self.input, "pages")))[0])
        text = open(page, "rb").read()
        open(page, "wb").write(text.replace(b"</body>", b"<p>Since then nobody has rung me back.</p></body>"))
        os.remove(self.path("letters/01-praise-derby.txt"))
        with zipfile.ZipFile(self.path("archives/letters.zip"), "w") as archive:
            for name in sorted(os.listdir(os.path.join(ROOT, "Corpora/letters"))):
                archive.write(os.path.join(ROOT, "Corpora/letters", name), "copies/" + name)
        with tarfile.open(self.path("archives/mail.tar.gz"), "w:gz") as archive:
            archive.add(os.path.join(ROOT, "Corpora/mail/workshop"), "workshop")
        self.write("archives/broken.zip", open(self.path("archives/letters.zip"), "rb").read()[:3_000])
        self.write("more.bin", random.Random(2).randbytes(300_000))
        self.date()

    def date(self):
        for folder, _, names in os.walk(self.input):
            for name in names:
                os.utime(os.path.join(folder, name), (DATE, DATE))

    def settings(self, state, names=("Marlow Cycles", "Marlow")):
        path = state + ".yml"
        with open(path, "w") as file:
            file.write(f"organisation: {{names: [{', '.join(names)}], domains: [marlowcycles.example]}}\n"
                       f"rules: {self.folder}/rules\nstate: {state}\ntimeZone: Europe/London\nsources: [{self.input}]\n")
        return path

    def command(self, settings, *more):
        return [self.program, "run", "--settings", settings, "--now", NOW, "--quiet", *more]

    def run(self, settings, *more, **options):
        return subprocess.run(self.command(settings, *more), capture_output=True, text=True, **options)

    def finish(self, settings):
        """Runs until a run has nothing more to read: footers that one learned are in force in the next."""
        for _ in range(3):
            done = self.run(settings)
            if done.returncode not in (0, 2):
                fail(f"a run after the harm ended with {done.returncode}: {done.stderr}")

    def dump(self, settings, state, apart=None):
        """What is stored, in an order of its own, by names that do not depend on row numbers.

        All of it, but for what a trial changes by right (`apart`). "clock": a source's volume is entered under the
        day of the run that found the texts, and an entry of the quarantine says when it was seen first; so volumes are
        summed over the days and that moment is left out. "place": a mail that stands in two exports is stored once, at
        the place that was read first, and that may be the other one; so places of texts are left out.
        """
        def told(*command):
            return subprocess.run([self.program, *command, "--settings", settings, "--now", NOW], check=True,
                                  capture_output=True, text=True).stdout.splitlines()

        def without(key, lines):
            return [json.dumps({name: value for name, value in json.loads(line).items() if name != key})
                    for line in lines]

        texts = told("list", "--json", "--limit", "0")
        cases = told("export", "complaints", "--format", "jsonl", "--redaction", "none")
        if apart == "place":
            texts, cases = without("source", texts), without("source", cases)
        lines = [f"list {line}" for line in texts] + [f"case {line}" for line in cases]
        database = sqlite3.connect(os.path.join(state, "forestall.sqlite"))
        volumes = "source, sum(textCount) FROM sourceVolume GROUP BY 1" if apart == "clock" else "* FROM sourceVolume"
        for query in ("* FROM problemWeek", volumes):
            lines += [f"{query} {row}" for row in database.execute(f"SELECT {query}")]
        lines += [f"source {row}" for row in database.execute(
            "SELECT path, byteCount, position, ordinal, resumePosition, resumeOrdinal, hex(head), hex(tail), "
            "hex(chain), chainBlockCount FROM source")]
        rejected = told("quarantine", "list", "--json")
        lines += [f"quarantine {line}" for line in (without("seen", rejected) if apart == "clock" else rejected)]
        kept = os.path.join(state, "quarantine")
        for name in os.listdir(kept) if os.path.isdir(kept) else []:
            digest = hashlib.sha256(open(os.path.join(kept, name), "rb").read()).hexdigest()
            lines.append(f"kept {name} {digest}")
        for problem in database.execute("PRAGMA integrity_check"):
            lines += [] if problem == ("ok",) else [f"damage {problem}"]
        lines += [f"damage {row}" for row in database.execute("PRAGMA foreign_key_check")]
        database.close()
        footers = os.path.join(state, "footers.jsonl")
        lines += [f"footer {line}" for line in open(footers)] if os.path.exists(footers) else []
        return sorted(lines)


def fail(reason):
    print(f"kills: {reason}", file=sys.stderr)
    sys.exit(1)


def compare(expected, found, what):
    if expected != found:
        missing, extra = sorted(set(expected) - set(found)), sorted(set(found) - set(expected))
        for line in missing[:3] + extra[:3]:
            print(("- " if line in missing else "+ ") + line[:600], file=sys.stderr)
        fail(f"{what}: {len(missing)} lines are missing, {len(extra)} are new")


class Trials:
    """Copies of the state after the first night, and what they must become."""

    def __init__(self, world, base, seed):
        self.world, self.base, self.random, self.number = world, base, random.Random(seed), 0
        self.variants = [("Marlow Cycles", "Marlow"), ("Marlow Cycles", "Marlow", "Marlow Bikes")]
        self.expected, self.seconds = [], []
        for variant in range(2):
            state, settings = self.state(variant)
            start = time.monotonic()
            done = world.run(settings)
            seconds = time.monotonic() - start
            if done.returncode not in (0, 2):
                fail(f"the undisturbed run ended with {done.returncode}: {done.stderr}")
            world.finish(settings)
            self.expected.append({apart: world.dump(settings, state, apart) for apart in (None, "clock", "place")})
            self.seconds.append(seconds)
            self.drop(state)

    def state(self, variant=0, inside=None):
        self.number += 1
        state = os.path.join(inside or self.world.folder, f"state{self.number}")
        shutil.copytree(self.base, state)
        return state, self.world.settings(state, self.variants[variant])

    def drop(self, state):
        shutil.rmtree(state)
        os.remove(state + ".yml")

    def check(self, what, state, settings, variant=0, apart=None):
        self.world.finish(settings)
        compare(self.expected[variant][apart], self.world.dump(settings, state, apart), what)
        self.drop(state)

    def kills(self, count):
        """Twice a trial, since the run after a kill can be killed too."""
        done = early = 0
        while done < count:
            variant = self.number % 2
            state, settings = self.state(variant)
            moments = []
            for _ in range(2):
                moments.append(self.random.uniform(0, self.seconds[variant]))
                process = subprocess.Popen(self.world.command(settings), stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL)
                time.sleep(moments[-1])
                early += process.poll() is None
                process.kill()
                process.wait()
                done += 1
            self.check("killed after " + " and ".join(f"{moment:.3f} s" for moment in moments), state, settings, variant)
        print(f"  ok  {done} kills, {early} of them while the run was at work: the same dump each time")

    def stops(self):
        stopped = 0
        for number in (signal.SIGTERM, signal.SIGINT) * 4:
            state, settings = self.state(1)
            process = subprocess.Popen(self.world.command(settings), stdout=subprocess.DEVNULL,
                                       stderr=subprocess.PIPE, text=True)
            time.sleep(self.random.uniform(0.3, 0.9) * self.seconds[1])
            process.send_signal(number)
            told = process.communicate()[1]
            if process.returncode not in (0, 2, 128 + number):
                fail(f"{number.name}: status {process.returncode}: {told}")
            if process.returncode == 128 + number:
                stopped += 1
                if "the next run goes on from here" not in told:
                    fail(f"{number.name}: it says {told}")
            self.check(number.name, state, settings, 1)
        print(f"  ok  8 SIGTERM and SIGINT, {stopped} of them before the end (status 143, 130)")

    def second_run(self):
        state, settings = self.state()
        first = subprocess.Popen(self.world.command(settings), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        lock = os.path.join(state, "lock")
        while not os.path.exists(lock) or open(lock).read() != f"{first.pid}\n":
            time.sleep(0.001)
        first.send_signal(signal.SIGSTOP)
        second = self.world.run(settings)
        first.send_signal(signal.SIGCONT)
        first.wait()
        if second.returncode != 1 or f"(process {first.pid}, since 2" not in second.stderr:
            fail(f"a second run ended with {second.returncode}: {second.stderr}")
        self.check("two runs at the same time", state, settings)
        print(f"  ok  a second run: {second.stderr.strip()}")

    def full_disk(self):
        def limit(size):
            def apply():
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
            return apply

        told = {}
        size = os.path.getsize(os.path.join(self.base, "forestall.sqlite"))
        for share in (0.1, 0.5, 0.9, 1.02, 1.1, 1.3):
            state, settings = self.state()
            done = self.world.run(settings, preexec_fn=limit(int(size * share)))
            if done.returncode not in (0, 1, 2) or (done.returncode == 1 and not done.stderr.strip()):
                fail(f"limited files: status {done.returncode}: {done.stderr}")
            if done.returncode == 1:
                told[done.stderr.strip().splitlines()[-1].replace(state, "…")] = True
            self.check("limited files", state, settings)
        if not told:
            fail("the limit on files was never reached")
        print(f"  ok  6 runs with limited files: {'; '.join(told)}")
        self.full_tmpfs()

    def full_tmpfs(self):
        base = sum(os.path.getsize(os.path.join(folder, name)) // 4096 * 4096 + 8192
                   for folder, folders, files in os.walk(self.base) for name in files + folders)
        disk = os.path.join(self.world.folder, "disk")
        os.mkdir(disk)
        mount = ["mount", "-t", "tmpfs", "-o", f"size={base + 300_000}", "tmpfs", disk]
        if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
            return print("  --  a full disk: needs root and a tmpfs; left out")
        try:
            state, settings = self.state(inside=disk)
            done = self.world.run(settings)
            if done.returncode != 1:
                fail(f"a full disk: status {done.returncode}: {done.stderr}")
            subprocess.run(["mount", "-o", "remount,size=500m", disk], check=True)
            self.check("a full disk", state, settings)
        finally:
            subprocess.run(["umount", "-l", disk], check=True)
        print(f"  ok  a full disk, then room: {done.stderr.strip().splitlines()[-1].replace(state, '…')}")

    def read_only(self):
        if os.geteuid() != 0:
            return print("  --  a store that may not be written: needs root to become another user; left out")
        state, settings = self.state()
        for folder, folders, files in os.walk(self.world.folder):
            for name in folders + files:
                path = os.path.join(folder, name)
                if name == "pseudonym.key":
                    continue
                os.chmod(path, os.stat(path).st_mode | (0o055 if os.path.isdir(path) else 0o044))
        os.chmod(self.world.folder, 0o755)
        done = self.world.run(settings, user=NOBODY, group=NOBODY, extra_groups=[])
        if done.returncode != 1 or len(done.stderr.strip().splitlines()) != 1 or state not in done.stderr:
            fail(f"a store that may not be written: status {done.returncode}: {done.stderr}")
        self.check("a store that may not be written", state, settings)
        print(f"  ok  a store that may not be written: {done.stderr.strip().replace(state, '…')}")

    def clock(self):
        state, settings = self.state()
        done = self.world.run(settings, "--now", "2025-01-01T00:00:00Z")
        if done.returncode not in (0, 2):
            fail(f"a clock in the past: status {done.returncode}: {done.stderr}")
        self.check("a clock that jumps back", state, settings, apart="clock")
        print("  ok  a clock that jumps back by two years, and forth")

    def sources(self):
        world = self.world
        for _ in range(8):
            state, settings = self.state()
            process = subprocess.Popen(world.command(settings), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(self.random.uniform(0.1, 0.7) * self.seconds[0])
            gone = os.path.join(world.folder, "gone")
            os.rename(world.path("maildir"), gone)
            end = self.random.randrange(1, len(world.care))
            os.truncate(world.path("mail/care.mbox"), end)
            if process.wait() not in (0, 2):
                fail(f"sources that vanish: status {process.returncode}")
            # A night in which the mailbox is still cut, perhaps at another place.
            if self.random.random() < 0.5:
                world.write("mail/care.mbox", world.care[:self.random.randrange(1, len(world.care))])
                if world.run(settings).returncode not in (0, 2):
                    fail("a mailbox that is cut off")
            os.rename(gone, world.path("maildir"))
            world.write("mail/care.mbox", world.care)
            world.date()
            self.check(f"sources that vanish, the mailbox cut at {end}", state, settings, apart="place")
        print("  ok  8 runs whose mailbox was cut anywhere and whose Maildir vanished meanwhile, and came back")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("kills", nargs="?", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="leave the world where it is")
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp()
    try:
        world = World(folder, os.path.realpath(arguments.program))
        world.first_night()
        base = os.path.join(folder, "base")
        settings = world.settings(base)
        if world.run(settings).returncode not in (0, 2):
            fail("the first night failed")
        world.second_night()
        trials = Trials(world, base, arguments.seed)
        trials.kills(arguments.kills)
        trials.stops()
        trials.second_run()
        trials.full_disk()
        trials.read_only()
        trials.clock()
        trials.sources()
    finally:
        if arguments.keep:
            print(folder)
        else:
            shutil.rmtree(folder)


main()
