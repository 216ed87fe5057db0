"""Addresses with names as RFC 5322 wants them, and blocks of them in which none is ever cut."""

import re
from collections.abc import Iterable, Iterator
from email.header import Header

from iopd_desktop.exchange.mailing.entry import Entry, Sending
from iopd_desktop.words import N_

_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/^_`{|}~\- \u00a1-\U0010ffff]+")
_DOT_ATOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\-]+)*")
_LONGEST_WORD = 75
BEFORE_THE_AT = N_("letters before the @ that this target does not take")


def only_ascii_before_at(entry: Entry) -> str:
    """Why a service cannot take an address: it has letters beyond ASCII before the @, or no domain that DNS knows."""
    local, _at, domain = entry.address.rpartition("@")
    return "" if _DOT_ATOM.fullmatch(local) and in_ascii(domain) else BEFORE_THE_AT


def in_ascii(domain: str) -> str:
    """A domain as DNS writes it (Punycode, IDNA 2003); empty where it is none."""
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def named(entry: Entry) -> str:
    """`Name <address>` for a person to paste: the name quoted where it needs to be, in its own letters."""
    name = entry.name
    if not name:
        return entry.address
    if not _ATOMS.fullmatch(name):
        name = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{name} <{entry.address}>"


def header_lines(entry: Entry) -> list[str]:
    """`Name <address>` for a header, as the lines it is folded into: ASCII alone, the domain as DNS writes it.

    A name beyond ASCII is told in encoded words (RFC 2047), which never reach over the 76 characters of a line.
    """
    local, _at, domain = entry.address.rpartition("@")
    plain = Entry(f"{local}@{in_ascii(domain)}", "", entry.given_name, entry.family_name)
    if entry.name.isascii():
        return [named(plain)]
    words = Header(entry.name, "utf-8", maxlinelen=_LONGEST_WORD).encode(splitchars="").split("\n")
    return [*(word.strip() for word in words), f"<{plain.address}>"]


def blocks(entries: Iterable[Entry], sending: Sending) -> Iterator[list[Entry]]:
    """The entries in blocks of so many addresses and so many characters; one that is too long stands alone."""
    block: list[Entry] = []
    length = 0
    for entry in entries:
        more = len(named(entry)) + len(sending.separator) + 1
        full = len(block) >= sending.size or (sending.characters and length + more > sending.characters)
        if block and full:
            yield block
            block, length = [], 0
        block.append(entry)
        length += more
    if block:
        yield block


def numbered(language: str, place: int, whole: int, ending: str) -> str:
    """The name of a block's file: es.txt, or es-01.txt where there are several."""
    return f"{language}.{ending}" if whole == 1 else f"{language}-{place:0{max(2, len(str(whole)))}}.{ending}"
