#!/usr/bin/env python3
"""Measures how fast rules load and judge, beside what a user would write instead.

    python3 Scripts/classify_benchmark.py FORESTALL BENCHMARKS [LINES.jsonl]

LINES.jsonl holds verbatim lines (`forestall extract`); without it the sample corpora are used. Prints a table:
megabytes of `text` a CPU second in process on one core (matching and scoring), milliseconds of loading the rules and
of their own tests, the whole command with one and two jobs, and on the same texts in the same run two lists of words
in Python: spaCy's PhraseMatcher (installed into .build-benchmark where pip reaches it) and regular expressions.
"""
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROUNDS = 5
# Bytes of text that the whole command judges at least: the same lines as often as it takes.
LEAST = 30_000_000
# What a keyword list of ten types looks like; the same words for both peers.
WORDS = {
    "stock": "out of stock|no stock|not in stock|back order|back ordered|sold out|unavailable|overbooked",
    "delay": "still waiting|weeks late|delayed|waited|late|took weeks|took over",
    "follow-through": "never called|never rang|never got back|promised a|promised to|no call back|did not call back",
    "ownership": "not my job|not our problem|passed around|pass the buck|blame|blamed|nobody cares|no one cares",
    "listening": "did not listen|didn't listen|ignored|not listening|had to repeat|had to explain|same questions",
    "communication": "no reply|no response|no answer|no update|never heard|never replied|not informed|kept in the dark",
    "attitude": "rude|arrogant|dismissive|unhelpful|hung up|attitude|disrespectful|condescending",
    "billing": "overcharged|charged twice|refund|double charged|hidden fees|hidden charges|money back|billing",
    "defect": "broken|faulty|does not work|doesn't work|stopped working|poor quality|defective|keeps dropping",
    "access": "on hold|call center|call centre|can't get through|cannot reach|phone menu|chatbot|no way to contact",
}


def row(what, value, unit, note=""):
    print(f"{what:<58}{value:>10} {unit:<10}{note}".rstrip(), flush=True)


def in_process(program, lines):
    """The figures that the benchmark program prints, by name."""
    figures = {}
    said = subprocess.run([program, f"{ROOT}/Rules", lines, str(ROUNDS)], capture_output=True, text=True)
    if said.returncode:
        sys.exit(said.stderr.strip())
    for line in said.stdout.splitlines():
        name, value = line.split("\t")
        figures.setdefault(name, []).append(float(value))
    return figures


def command(program, lines, jobs):
    """Wall seconds of the whole command, the best of some."""
    best = None
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([program, "classify", lines, "--rules", f"{ROOT}/Rules", "--format", "jsonl", "--jobs", str(jobs)],
                       stdout=subprocess.DEVNULL, check=True)
        best = min(best or 1e9, time.perf_counter() - start)
    return best


def python_with_spacy():
    """The Python that has spaCy, installed where it is not there yet; None where pip does not reach it."""
    home = f"{ROOT}/.build-benchmark/venv"
    python = f"{home}/bin/python"
    for step in ([python, "-c", "import spacy"], [sys.executable, "-m", "venv", home],
                 [python, "-m", "pip", "install", "-q", "spacy"], [python, "-c", "import spacy"]):
        done = os.path.exists(step[0]) and subprocess.run(step, capture_output=True).returncode == 0
        if done and step[-1] == "import spacy":
            return python
    return None


def peer(kind, lines):
    """CPU seconds that a peer takes for the texts; run as a program of its own."""
    texts = [json.loads(line)["text"] for line in open(lines)]
    if kind == "spacy":
        import spacy
        from spacy.matcher import PhraseMatcher
        nlp = spacy.blank("en")
        matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for tag, words in WORDS.items():
            matcher.add(tag, [nlp.make_doc(word) for word in words.split("|")])
        start = time.process_time()
        for text in texts:
            matcher(nlp.make_doc(text))
    else:
        patterns = [re.compile(rf"\b(?:{words})\b", re.I) for words in WORDS.values()]
        start = time.process_time()
        for text in texts:
            for pattern in patterns:
                pattern.search(text)
    print(time.process_time() - start)


def peer_speed(python, kind, lines, size):
    said = subprocess.run([python, __file__, "--peer", kind, lines], capture_output=True, text=True)
    return size / 1e6 / float(said.stdout) if said.returncode == 0 else None


def main():
    forestall, benchmarks = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as folder:
        if len(sys.argv) > 3:
            lines = sys.argv[3]
        else:
            lines = f"{folder}/lines.jsonl"
            with open(lines, "w") as out:
                subprocess.run([forestall, "extract", f"{ROOT}/Corpora"], stdout=out, check=False)
        figures = in_process(benchmarks, lines)
        size = figures["bytes"][0]
        print(f"{figures['verbatims'][0]:,.0f} verbatims, {size / 1e6:.1f} MB of text, {figures['rules'][0]:.0f} live rules")
        row("in process, one core: matching and scoring", f"{statistics.median(figures['MB/s']):.1f}", "MB/CPU-s",
            f"best {max(figures['MB/s']):.1f} of {ROUNDS}; must 30, goal 60")
        load, test = statistics.median(figures["load ms"]), statistics.median(figures["self-test ms"])
        row("rules: load", f"{load:.0f}", "ms")
        row(f"rules: load with self-test ({figures['tests'][0]:.0f} examples)", f"{load + test:.0f}", "ms",
            "must 250, goal 150")
        # One start of the program is taken off: what counts is how the work is shared out.
        empty = f"{folder}/empty.jsonl"
        with open(empty, "w") as out, open(lines) as source:
            out.write(source.readline())
        many, times = f"{folder}/many.jsonl", -(-LEAST // int(size))
        with open(many, "w") as out:
            for _ in range(times):
                with open(lines) as source:
                    shutil.copyfileobj(source, out)
        start, one, two = command(forestall, empty, 1), command(forestall, many, 1), command(forestall, many, 2)
        row("whole command, --jobs 1: lines read, judged and written", f"{times * size / 1e6 / one:.1f}", "MB/s",
            f"{one:.2f} s for {times * size / 1e6:.0f} MB")
        row("whole command, --jobs 2", f"{times * size / 1e6 / two:.1f}", "MB/s", f"{two:.2f} s")
        row("--jobs 2 beside --jobs 1, without the start", f"{(one - start) / (two - start):.2f}", "times",
            f"start {start * 1000:.0f} ms; must 1.7, goal 1.85")
        speed = peer_speed(sys.executable, "words", lines, size)
        row("Python, ten regular expressions of words", f"{speed:.1f}", "MB/CPU-s")
        python = python_with_spacy()
        speed = python and peer_speed(python, "spacy", lines, size)
        if speed:
            row("spaCy PhraseMatcher, the same words", f"{speed:.1f}", "MB/CPU-s")
        else:
            print("spaCy PhraseMatcher: not measured (pip does not reach it)")


if sys.argv[1:2] == ["--peer"]:
    peer(sys.argv[2], sys.argv[3])
else:
    main()
