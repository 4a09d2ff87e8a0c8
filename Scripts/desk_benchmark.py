#!/usr/bin/env python3
"""Measures the review desk and the commands over a large store: what a person waits for.

    python3 Scripts/desk_benchmark.py PATH-OF-FORESTALL LINES.jsonl     (lines of `classify --through`)
    python3 Scripts/desk_benchmark.py PATH-OF-FORESTALL STATE-FOLDER    (a store; prevention items are opened in it)

Loads the lines, if given, opens items on the largest problems, then asks every page and runs every command that reads, each
several times. Prints milliseconds: the median, the slowest, and the median of what the processor was used for, which
others on the same machine hardly change. A command that only starts stands first: the others start too.
"""
import glob
import http.client
import json
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

PROGRAM, LINES = os.path.realpath(sys.argv[1]), sys.argv[2]
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PORT = 18460
ROUNDS = 7
slowest = 0.0


def used():
    """Milliseconds of processor time that finished commands and the desk have used."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    total = (children.ru_utime + children.ru_stime) * 1e3
    for thread in glob.glob(f"/proc/{desk.pid}/task/*/schedstat") if desk else []:
        with open(thread) as file:
            total += int(file.read().split()[0]) / 1e6
    return total


def timed(what, action):
    global slowest
    times, costs = [], []
    for _ in range(ROUNDS):
        start, before = time.perf_counter(), used()
        action()
        times.append((time.perf_counter() - start) * 1e3)
        costs.append(used() - before)
    slowest = max(slowest, statistics.median(times))
    print(f"{what:<58}{statistics.median(times):8.0f}{max(times):8.0f}{statistics.median(costs):8.0f}", flush=True)


def forestall(*arguments, now):
    command = [PROGRAM, *arguments, "--settings", SETTINGS, "--now", now]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 2):
        sys.exit(f"status {done.returncode}: {' '.join(command)}\n{done.stderr}")
    return done.stdout


def last_moment():
    """A Tuesday morning after the last complaint."""
    newest = json.loads(forestall("list", "--limit", "1", "--json", now="2026-01-01T00:00:00Z").splitlines()[0])
    day = time.strptime(newest["received"][:10], "%Y-%m-%d")
    return time.strftime("%Y-%m-%dT03:00:00Z", time.gmtime(time.mktime(day) + 9 * 86400))


class Browser:
    """Asks for pages as one who has logged in."""

    def __init__(self, link):
        token = urllib.parse.parse_qs(urllib.parse.urlparse(link).query)["link"][0]
        self.cookie = ""
        answer = self.ask("POST", "/login", urllib.parse.urlencode({"link": token}))
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", PORT)
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        self.text = answer.read().decode()
        if answer.status not in (200, 303):
            sys.exit(f"{method} {path}: {answer.status}")
        return answer


folder = tempfile.mkdtemp()
state = LINES if os.path.isdir(LINES) else folder + "/state"
SETTINGS = os.path.join(folder, "forestall.yml")
with open(SETTINGS, "w") as file:
    file.write(f"rules: {ROOT}/Rules\nstate: {os.path.realpath(state)}\nreview: {{users: [ana], port: {PORT}}}\n")
desk = None
try:
    start = time.perf_counter()
    if state != LINES:
        print(forestall("load", LINES, now="2100-01-01T00:00:00Z").strip())
        print(f"load with the first counting of cases: {time.perf_counter() - start:.1f} s")
    now = last_moment()
    problems = forestall("list", "--by", "problem", "--csv", now=now).splitlines()[1:7]
    keys = [line.split(",")[0] for line in problems]
    opened = '"label":"PB-' in forestall("backlog", "list", "--json", now=now)
    for key in keys[:5] if not opened else []:
        forestall("backlog", "open", key, "--by", "ana", now=now)
    verbatim = json.loads(forestall("list", "--complaints", "--limit", "1", "--json", now=now).splitlines()[0])["id"]
    print(f"{'milliseconds':<58}{'median':>8}{'slowest':>8}{'CPU':>8}")
    timed("forestall --version", lambda: subprocess.run([PROGRAM, "--version"], stdout=subprocess.DEVNULL, check=True))
    for arguments in (["list"], ["list", "--type", "stock"], ["list", "--type", "delay"], ["list", "--by", "type"],
                      ["list", "--by", "touchpoint"], ["list", "--by", "channel"], ["list", "--by", "week"],
                      ["list", "--search", "nobody rang"], ["show", verbatim], ["explain", verbatim],
                      ["backlog", "list"], ["backlog", "list", "--json"], ["backlog", "show", "PB-1"],
                      ["backlog", "show", keys[0]], ["backlog", "history"], ["digest", "--recompute"],
                      ["digest", "--format", "html"], ["digest", "--list"], ["export", "backlog", "--format", "md"],
                      ["export", "complaints", "--format", "csv", "--limit", "100"]):
        timed("forestall " + " ".join(arguments), lambda: forestall(*arguments, now=now))
    desk = subprocess.Popen([PROGRAM, "review", "--settings", SETTINGS, "--now", now], stdout=subprocess.PIPE, text=True)
    said = desk.stdout.readline() + desk.stdout.readline()
    browser = Browser(re.search(r"ana: (\S+)", said)[1])
    week = re.search(r"/digest/(\d{4}-W\d\d)", (browser.ask("GET", "/digests"), browser.text)[1])[1]
    kind, touchpoint = keys[0].split("/")[1:]
    for path in ("/queue", "/queue?order=newest", f"/queue?order=problem&type={kind}", "/queue?type=stock",
                 "/queue?order=newest&type=stock", "/queue?touchpoint=repair", "/queue?search=nobody+rang",
                 f"/case/{verbatim}", "/problems", f"/problem/{kind}/{touchpoint}", "/backlog", "/item/1", "/digests",
                 f"/digest/{week}", f"/digest/{week}/letter", "/assets/desk.css"):
        timed("GET " + path, lambda: browser.ask("GET", path))
    timed("POST a decision", lambda: browser.ask("POST", f"/case/{verbatim}/accept-all", "from=queue"))
    timed("POST undo", lambda: browser.ask("POST", "/undo", ""))
    print(f"the slowest median: {slowest:.0f} ms")
finally:
    if desk:
        desk.send_signal(signal.SIGTERM)
        desk.wait()
    shutil.rmtree(folder)
