"""How the program says no: a clear sentence, and nothing changed."""

import errno
from collections.abc import Mapping

from iopd_desktop.words import N_, _

# What the system says in a language of its own, if in words at all.
_SYSTEM = {
    errno.ENOENT: N_("it is not there"), errno.ENOTDIR: N_("it is not there"), errno.EISDIR: N_("it is a folder"),
    errno.EACCES: N_("the system does not allow it"), errno.EPERM: N_("the system does not allow it"),
    errno.EROFS: N_("the place may only be read"), errno.ENOSPC: N_("the disk is full"),
    errno.EEXIST: N_("it is there already"), errno.ENAMETOOLONG: N_("its name is too long"),
    errno.EIO: N_("the disk does not answer"),
}  # fmt: skip


class BadValue(ValueError):
    """A value that cannot be kept; its text is a sentence for the person who typed it.

    `fields` holds a sentence for each field where several are wrong at once.
    """

    def __init__(self, sentence: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.fields = dict(fields or {})


class Refused(Exception):
    """An act that is not done, with the reason as a sentence; nothing was changed."""


def barred(error: OSError) -> str:
    """Why the system did not do something, in a few words of the current language, or in its own."""
    told = _SYSTEM.get(error.errno or 0)
    return _(told) if told else error.strerror or str(error)


def sentence(error: Exception) -> str:
    """What an error says to a person: its own sentence, or the file and the reason that the system gave."""
    if not isinstance(error, OSError):
        return str(error.args[0] if error.args else error)
    file = error.filename2 or error.filename
    return _("{file}: {reason}").format(file=file, reason=barred(error)) if file else barred(error)
