"""Values that somebody typed for the fields of one record, as arguments of a command."""

from collections.abc import Mapping, Sequence
from typing import Any

from iopd_desktop.actions.cells import Column
from iopd_desktop.actions.headings import Known
from iopd_desktop.actions.lists import field_known
from iopd_desktop.actions.lookup import Lookup
from iopd_desktop.actions.values import CellReader
from iopd_desktop.models import Record
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import Link, Texts
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import language


def typed(
    reader: Reader, record: type[Record], columns: Sequence[Known], told: Sequence[tuple[str, str]],
    now: Mapping[str, Any],
) -> dict[str, Any]:  # fmt: skip
    """The values that (name, text) pairs mean; an empty text is None. BadValue or Refused for what is not known.

    A text without a language is in the current one, and the other languages of `now` stay.
    """
    cells: dict[Field, dict[str, str]] = {}
    for column, (name, text) in zip(columns, told, strict=True):
        if not isinstance(column, Column) or column.field is None:
            field_known(record, name)
            continue
        part = column.part or (language() if isinstance(column.field.kind, Texts) else "")
        cells.setdefault(column.field, {})[part] = text
    read = CellReader(Lookup(reader), exact=True)
    values: dict[str, Any] = {}
    order = list(record.fields)
    for made in sorted(cells, key=lambda made: (isinstance(made.kind, Link), order.index(made.name))):
        value = read.value(made, cells[made], {**now, **values}, now.get(made.name))
        if isinstance(made.kind, Texts):
            kept = {code: said for code, said in (now.get(made.name) or {}).items() if code not in cells[made]}
            value = {**kept, **(value or {})} or None
        values[made.name] = value
    return values
