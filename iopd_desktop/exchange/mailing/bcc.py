"""Text files to paste into the Bcc line of a message: one for each language and block, on one line."""

from pathlib import Path

from iopd_desktop.exchange.mailing.addresses import blocks, named, numbered
from iopd_desktop.exchange.mailing.entry import Entry, Sending, Written, by_language


def write(folder: Path, entries: list[Entry], sending: Sending) -> list[Written]:
    """Write the blocks into a folder."""
    made = []
    for language, some in by_language(entries).items():
        cut = list(blocks(some, sending))
        for place, block in enumerate(cut, 1):
            name = numbered(language, place, len(cut), "txt")
            text = f"{sending.separator} ".join(map(named, block))
            (folder / name).write_text(text + "\n", "utf-8", newline="\n")
            made.append(Written(name, language, len(block)))
    return made
