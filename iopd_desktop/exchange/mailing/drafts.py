"""Drafts of messages that open ready to be finished and sent: .eml with `X-Unsent: 1` (Microsoft's sign for it).

The Secretariat's own mailbox stands in To, the block in Bcc; the text is there plain and as HTML. The Bcc line is
folded here: the email package of Python before 3.13 cuts long lists of encoded names wrongly (gh-100884).
"""

import hashlib
import html
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from iopd_desktop.exchange.mailing.addresses import blocks, header_lines, in_ascii, numbered
from iopd_desktop.exchange.mailing.entry import Entry, Letter, Sending, Written, by_language, one_line

LONGEST_SUBJECT = 250
_LONGEST_SENDER = 120
_LINK = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def write(folder: Path, entries: list[Entry], sending: Sending) -> list[Written]:
    """Write the drafts into a folder; `sending.mailbox` is one address."""
    made = []
    for language, some in by_language(entries).items():
        letter = sending.letters.get(language, Letter())
        cut = list(blocks(some, sending))
        for place, block in enumerate(cut, 1):
            name = numbered(language, place, len(cut), "eml")
            (folder / name).write_bytes(draft(language, letter, block, sending))
            made.append(Written(name, language, len(block)))
    return made


def draft(language: str, letter: Letter, block: list[Entry], sending: Sending) -> bytes:
    """One draft as bytes; the same letter to the same block is the same bytes."""
    local, _at, domain = sending.mailbox.rpartition("@")
    own = Address(one_line(sending.sender)[:_LONGEST_SENDER], local, in_ascii(domain))
    body = _CONTROL.sub("", letter.body.replace("\r\n", "\n").replace("\r", "\n")).rstrip() + "\n"
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["From"] = own
    message["To"] = own
    message["Subject"] = one_line(letter.subject)[:LONGEST_SUBJECT]
    message["List-Unsubscribe"] = f"<mailto:{own.addr_spec}?subject=unsubscribe>"
    message.set_content(body, cte="quoted-printable")
    message.add_alternative(as_html(body, language), subtype="html", cte="quoted-printable")
    message["Content-Language"] = language
    message.set_boundary("=_" + hashlib.sha256(body.encode()).hexdigest()[:40])
    return _with_bcc(message.as_bytes(), block)


def _with_bcc(written: bytes, block: list[Entry]) -> bytes:
    lines = ["Bcc:"]
    for place, entry in enumerate(block, 1):
        lines += header_lines(entry)
        lines[-1] += "," if place < len(block) else ""
    head, end, body = written.partition(b"\r\n\r\n")
    return head + b"\r\n" + "\r\n ".join(lines).encode("ascii") + end + body


def as_html(body: str, language: str) -> str:
    """A plain text as a page of HTML: paragraphs at empty lines, web addresses as links, nothing else read into it."""
    paragraphs = [part for part in re.split(r"\n\s*\n", body.strip()) if part]
    inside = "\n".join("<p>" + _linked(part).replace("\n", "<br>\n") + "</p>" for part in paragraphs)
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8"></head>\n'
        f"<body>\n{inside}\n</body>\n</html>\n"
    )


def _linked(text: str) -> str:
    made, end = [], 0
    for found in _LINK.finditer(text):
        link = html.escape(found[0])
        made += [html.escape(text[end : found.start()]), f'<a href="{link}">{link}</a>']
        end = found.end()
    return "".join([*made, html.escape(text[end:])])
