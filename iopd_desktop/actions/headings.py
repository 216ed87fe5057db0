"""What the columns of a file mean: headings as export writes them in any language, or the names of the fields."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from iopd_desktop.actions.cells import EXACT, Column, called
from iopd_desktop.models import Record
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import Fuzzy, Text, Texts
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import LANGUAGES, N_, _, fold, speaking

_PARTED = re.compile(r"(.+?)\s*(?:/(.+)|\((.+)\))", re.DOTALL)
_NAMED = re.compile(r".*\[(\w+)\]", re.DOTALL)  # our own heading where two fields have one label
_ID = {"id"}
_LONGEST = 300  # what is longer is no heading, and a pattern could be busy with it for hours
REACHED_BY = {"email": N_("E-mail"), "phone": N_("Telephone"), "mobile": N_("Mobile")}


@dataclass(frozen=True)
class Beside:
    """A column beside the record's own: a way to reach a person, which is a record by itself."""

    means: str


@dataclass(frozen=True)
class Asked:
    """A column of answers to a question of the event."""

    question: str


Known = Column | Beside | Asked | None


class Unclear(Refused):
    """Headings that do not say what the columns mean; a person can."""


def columns_for(record: type[Record], headings: Sequence[str]) -> list[Known]:
    """For each heading the column it means, or None; Unclear where none is known or two mean the same.

    A list of nothing has no headings: there is nothing to refuse.
    """
    named = _names(record)
    found = [_column(record, named, heading) for heading in headings]
    taken: dict[Column | Beside | Asked, str] = {}
    for heading, column in zip(headings, found, strict=True):
        if column is not None and taken.setdefault(column, heading) != heading:
            sentence = _("The columns “{one}” and “{other}” mean the same")
            raise Unclear(sentence.format(one=taken[column][:80], other=heading[:80]))
    if headings and not any(isinstance(column, Column) and column.field for column in found):
        names = ", ".join(field.label for field in record.fields.values())
        sentence = _("No column is known of {kind}; known are: {names}")
        raise Unclear(sentence.format(kind=_(record.plural), names=names))
    return found


def column_named(record: type[Record], heading: str) -> Known:
    """The column that a heading means, or None."""
    return _column(record, _names(record), heading)


def _names(record: type[Record]) -> dict[str, Field]:
    """What the fields are called, folded: their labels here first, then their names and labels in any language."""
    found = {fold(made.label): made for made in reversed(record.fields.values())}
    for label, fields in called(record).items():
        found.setdefault(label, fields[0])
    return found


def _column(record: type[Record], named: dict[str, Field], heading: str) -> Known:
    heading = heading.strip()
    if len(heading) > _LONGEST:
        return None
    heading = _NAMED.sub(r"\1", heading)
    wanted = fold(heading)
    if wanted in _ID:
        return Column(None)
    if heading in record.fields:
        return Column(record.fields[heading])
    if wanted in named:
        return Column(named[wanted])
    parted = _PARTED.fullmatch(wanted)
    if parted and parted[1] in named:
        made = record.fields.get(parted[1]) or named[parted[1]]
        part = (parted[2] or parted[3]).replace(", ", "/").strip()
        part = "edtf" if isinstance(made.kind, Fuzzy) and part in _exact_words() else part
        if _fits(made, part):
            return Column(made, part)
    return _beside(record, wanted)


def _beside(record: type[Record], wanted: str) -> Beside | None:
    if record.kind != "person":
        return None
    for means, label in REACHED_BY.items():
        for language in LANGUAGES:
            with speaking(language):
                if wanted in (means, fold(_(label))):
                    return Beside(means)
    return None


def _exact_words() -> set[str]:
    found = {"edtf"}
    for language in LANGUAGES:
        with speaking(language):
            found.add(fold(_(EXACT)))
    return found


def _fits(made: Field, part: str) -> bool:
    if isinstance(made.kind, Texts):
        return bool(re.fullmatch(r"by|[a-z]{2,3}(/(by|\d{1,2}))?", part))
    if isinstance(made.kind, Fuzzy):
        return part in ("wording", "edtf")
    return isinstance(made.kind, Text) and part.isascii() and part.isdigit()
