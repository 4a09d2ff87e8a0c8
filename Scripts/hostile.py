"""Writes hostile inputs into a folder: what forestall must survive. Usage: hostile.py FOLDER"""
import random, sys

folder = sys.argv[1]

def write(name, *chunks):
    with open(f"{folder}/{name}", "wb") as file:
        for chunk in chunks:
            file.write(chunk)

write("random.bin", random.Random(7).randbytes(200_000))
write(
    "million-parts.eml",
    b"From: a@example.net\nTo: b@example.net\nSubject: parts\nMIME-Version: 1.0\n"
    b'Content-Type: multipart/mixed; boundary="x"\n\n',
    b"--x\n\n" * 1_000_000, b"--x--\n")
write("empty.mbox")
story = b"<p>The chain I ordered was out of stock and nobody called me back.</p>"
write("deep.html", b"<html><body>", b"<div>" * 100_000, story, b"</div>" * 100_000, b"</body></html>")
write(
    "attributes.html", b"<html><body><div ", *(b"a%d=1 " % i for i in range(100_000)), b">", story,
    b"</div></body></html>")
write("long-line.txt", b"The chain was out of stock and nobody called me back. ", b"word " * 10_000_000)
