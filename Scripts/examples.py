#!/usr/bin/env python3
"""Runs every example of every command's --help, as a new user would, in a copy of the sample world.

    python3 Scripts/examples.py PATH-OF-FORESTALL

A command without an example fails, and so does an example that does not end with 0 (or 2: some input was rejected). One
that serves until it is told to stop is told so after it has said where it serves.
"""
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.realpath(sys.argv[1])
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def help_of(path):
    return subprocess.run([PROGRAM, *path, "--help"], capture_output=True, text=True, check=True).stdout


def commands(path=()):
    """Every command that does something, with its help."""
    text = help_of(path)
    section = re.search(r"^SUBCOMMANDS:\n(.*?)\n\n", text + "\n\n", re.M | re.S)
    if not section:
        yield path, text
        return
    for name in re.findall(r"^  ([a-z][a-z-]*)(?: \(default\))?(?:\s|$)", section[1], re.M):
        yield from commands((*path, name))


def examples(text):
    """The indented lines that begin with the program's name; a line that ends with a backslash goes on."""
    joined = re.sub(r"\\\n\s*", " ", text)
    return re.findall(r"^  +(forestall .*)$", joined.split("\nUSAGE:")[0], re.M)


def run(line, folder, environment):
    """The exit status of a line, and what it said."""
    process = subprocess.Popen(["bash", "-o", "pipefail", "-c", line], cwd=folder, env=environment,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True, start_new_session=True)
    if re.match(r"forestall review(?! link)", line):
        said = process.stdout.readline()
        time.sleep(0.3)
        os.killpg(process.pid, signal.SIGTERM)
    else:
        said = ""
    try:
        said += process.communicate(timeout=120)[0]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return 124, "still running after two minutes"
    return process.returncode, said


def main():
    folder = tempfile.mkdtemp()
    try:
        for name in ("Corpora", "Rules"):
            shutil.copytree(os.path.join(ROOT, name), os.path.join(folder, name))
        os.makedirs(os.path.join(folder, "bin"))
        os.symlink(PROGRAM, os.path.join(folder, "bin", "forestall"))
        environment = dict(os.environ, PATH=os.path.join(folder, "bin") + ":" + os.environ["PATH"], USER="ana")
        todo = [(" ".join(path), line) for path, text in commands() for line in examples(text) or [None]]
        # The store is filled and items are opened first; what is loaded at the end was judged by other rules, and
        # what is erased is gone.
        todo.sort(key=lambda item: {"run": 0, "backlog open": 1, "load": 3, "erase": 4}.get(item[0], 2))
        failed = 0
        for name, line in todo:
            if line is None:
                failed += 1
                print(f"  FAILED  forestall {name} --help shows no example")
                continue
            status, said = run(line, folder, environment)
            if status not in (0, 2):
                failed += 1
                print(f"  FAILED  (status {status}) {line}\n{said}")
        print(f"{len(todo)} examples of {len({name for name, _ in todo})} commands, {failed} failed")
        sys.exit(1 if failed else 0)
    finally:
        shutil.rmtree(folder)


main()
