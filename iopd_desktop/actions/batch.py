"""One field of many records at once: what stands there now, and the change of all of them as one step."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.entering import change
from iopd_desktop.models import Record
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import Email, Files, Look, Phone, Texts
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

_OF_ONE = (Texts, Files, Email, Phone)
"""What belongs to one record alone: texts in languages, files, addresses."""


def changeable(record: type[Record]) -> list[Field]:
    """The fields that many records can be given at once: no names, no keys, nothing that is one's own."""
    if record.append_only:
        return []
    own = {*record.titled, *record.key}
    return [made for name, made in record.fields.items() if name not in own and not isinstance(made.kind, _OF_ONE)]


def stands_now(
    reader: Reader, record: type[Record], ids: Sequence[str], field: str, look: Look
) -> list[tuple[str, int]]:
    """What a field of some records says now, in the reader's words, with how often; the most frequent first."""
    kind = record.fields[field].kind
    found = reader.some(record, ids).values()
    said = Counter(kind.format(values[field], look) or _("empty") for values in found)
    return sorted(said.items(), key=lambda one: (-one[1], one[0]))


def change_many(work: "Work", record: type[Record], ids: Sequence[str], field: str, value: Any) -> int:
    """Give a field of records one value, all or none; how many differed. Refused names what cannot have it."""
    if field not in (made.name for made in changeable(record)):
        raise Refused(_("{field} is not changed for many at once").format(field=record.fields[field].label))
    changed = 0
    for id, values in work.some(record, ids).items():
        if values[field] == value:
            continue
        try:
            change(work, record, id, {field: value})
        except BadValue as wrong:
            called = work.title(record.kind, id) or id
            raise Refused(_("{record}: {reason}").format(record=called, reason=wrong)) from wrong
        changed += 1
    return changed
