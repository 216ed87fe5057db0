"""Words that papers of the award share: until when they are kept, how large a file is."""

from iopd_desktop.words import _, number


def until(destroy_by: str) -> str:
    """When a paper with personal data is to be destroyed; without a day it says so all the same."""
    return _("Destroy by {day}.").format(day=destroy_by) if destroy_by else _("Destroy after the ceremony.")


def size_words(size: int) -> str:
    """The size of a file from its bytes."""
    if size < 1_000_000:
        return _("{size} kB").format(size=number(max(round(size / 1000), 1)))
    return _("{size} MB").format(size=number(round(size / 1_000_000, 1)))
