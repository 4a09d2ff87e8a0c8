#!/usr/bin/env python3
"""Reviews a complaint in the desk as a person would, and checks that backlog and letter count it.

    python3 Scripts/desk.py PATH-OF-FORESTALL SETTINGS

The settings name the user 'ana' and a port; their store holds the sample world.
"""
import http.client
import json
import re
import signal
import subprocess
import sys
import urllib.parse

PROGRAM, SETTINGS = sys.argv[1:3]
NOW = "2026-11-17T09:00:00Z"
PROBLEM = "v1/defect/use"


def forestall(*arguments):
    command = [PROGRAM, *arguments, "--settings", SETTINGS, "--now", NOW]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Browser:
    """Asks for pages as one who has logged in with a link."""

    def __init__(self, link):
        address = urllib.parse.urlparse(link)
        self.host, self.cookie = address.netloc, ""
        self.ask("GET", "/queue", status=401)
        secret = urllib.parse.parse_qs(address.query)["link"][0]
        answer = self.ask("POST", "/login", {"link": secret}, status=303)
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]

    def ask(self, method, path, form=None, status=200):
        connection = http.client.HTTPConnection(self.host)
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urllib.parse.urlencode(form) if form is not None else None, headers)
        answer = connection.getresponse()
        self.text = answer.read().decode()
        if answer.status != status:
            sys.exit(f"desk: {method} {path}: {answer.status}, not {status}")
        return answer


def figures():
    """Cases of the problem in 13 weeks, as the backlog and as the letter count them."""
    candidates = [json.loads(line) for line in forestall("backlog", "list", "--json").splitlines()]
    letter = json.loads(forestall("digest", "--format", "json", "--recompute"))
    return (next(item["cases"] for item in candidates if item["label"] == PROBLEM),
            next(row["cases"] for row in letter["largest"] if row["problem"] == PROBLEM), letter["revision"])


newest = json.loads(forestall("list", "--type", "defect", "--touchpoint", "use", "--week", "2026-W45", "--channel", "table",
                              "--limit", "1", "--json").splitlines()[0])["id"]
before = figures()
desk = subprocess.Popen([PROGRAM, "review", "--settings", SETTINGS, "--now", NOW], stdout=subprocess.PIPE, text=True)
try:
    said = desk.stdout.readline() + desk.stdout.readline()
    browser = Browser(re.search(r"ana: (\S+)", said)[1])
    for page in ("/queue", f"/case/{newest}", "/problems", "/problem/defect/use", "/backlog", "/digests",
                 "/digest/2026-W46", "/digest/2026-W46/letter"):
        browser.ask("GET", page)
    browser.ask("POST", f"/case/{newest}/decide", {"tag": "failure:defect", "outcome": "reject", "reason": "wrong",
                                                   "from": "queue"}, status=303)
    rejected = figures()
    browser.ask("POST", "/undo", {}, status=303)
    undone = figures()
finally:
    desk.send_signal(signal.SIGTERM)
    status = desk.wait(timeout=20)
print(f"  cases of {PROBLEM}: {before[:2]}, one rejected {rejected[:2]} (revision {rejected[2]}), undone {undone[:2]}")
right = rejected[0] == before[0] - 1 and rejected[1] == before[1] - 1 and undone[:2] == before[:2] and status == 0
sys.exit(0 if right and rejected[2] == before[2] + 1 else 1)
