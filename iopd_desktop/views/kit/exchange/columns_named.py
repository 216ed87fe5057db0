"""What the columns of a file mean, chosen by a person who sees the first values of each; kept for the next file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from iopd_desktop.actions.mapping import (
    LEFT_OUT,
    ColumnSeen,
    Meanings,
    columns_seen,
    key_of,
    meanings_offered,
)  # fmt: skip
from iopd_desktop.exchange.table import Table
from iopd_desktop.models import Record
from iopd_desktop.views.kit.dialogs.asked import shown, table
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.settings import Settings
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _

_WIDE = 760
_BOX = 250


@dataclass(frozen=True)
class Into:
    """The records that a file brings, and what new ones of them begin with."""

    record: type[Record]
    fresh: Mapping[str, Any]


@dataclass(frozen=True)
class Said:
    """What a person says of the columns now, else what was said before of the same ones.

    It is kept by the places of the columns: not a word of the file is.
    """

    settings: Settings
    record: type[Record]
    now: Meanings | None = None

    def of(self, read: Table) -> Meanings:
        """The meanings for what was read."""
        if self.now is not None:
            return self.now
        kept = self.settings.get(self._name(read), {})
        known = {*self.record.fields, LEFT_OUT, "id"}
        return {heading: kept[str(place)] for place, heading in enumerate(read.headings)
                if kept.get(str(place)) in known}  # fmt: skip

    def keep(self, read: Table) -> None:
        """Keep what was said for the next file with these columns; questions belong to one event and are not kept."""
        if self.now is not None:
            known = {*self.record.fields, LEFT_OUT, "id"}
            places = {read.headings.index(heading): means for heading, means in self.now.items() if means in known}
            self.settings.set(self._name(read), {str(place): means for place, means in sorted(places.items())})

    def _name(self, read: Table) -> str:
        return f"columns/{self.record.kind}/{key_of(read.headings)}"


def ask_columns(
    page: Any, file: str, into: Into, told: Meanings, read: Table, wrong: str = ""
) -> Meanings | None:  # fmt: skip
    """Show each column with its first values beside the choice of what it means; None where nobody chose."""
    with page.office.store.read() as reader:
        offered = meanings_offered(reader, into.record, into.fresh.get("event"))
    words = _("Each column of the file with its first values: say which field it fills. It is kept for the next file.")
    dialog = Dialog(page, _("What the columns of {file} mean").format(file=file), words, _("Look through it"))
    boxes = {column.heading: _box(column, offered, told) for column in columns_seen(into.record, read)}
    rows: list[tuple[str | QWidget, ...]] = [
        (column.heading, " · ".join(column.samples) or "–", boxes[column.heading])
        for column in columns_seen(into.record, read)
    ]
    table(dialog, rows, _("Columns"), _WIDE)

    def chosen() -> dict[str, str]:
        return {heading: box.currentData() for heading, box in boxes.items() if box.currentData() is not None}

    def twice() -> str:
        taken = [means for means in chosen().values() if means]
        double = next((means for means in taken if taken.count(means) > 1), None)
        if double is None:
            return ""
        return _("Two columns are to be “{field}”: choose one").format(field=dict(offered).get(double, double))

    dialog.checked_by(twice)
    dialog.complain(wrong)
    return chosen() if shown(dialog) else None


def _box(column: ColumnSeen, offered: list[tuple[str, str]], told: Meanings) -> ChoiceBox:
    """The choice of one column: first what the program makes of it by itself, then nothing, then every field."""
    box = ChoiceBox(_("Meaning of “{column}”").format(column=column.heading))
    box.addItem(_("By itself: {meaning}").format(meaning=column.meant or _("not taken")), None)
    box.addItem(_("Leave it out"), LEFT_OUT)
    for name, words in offered:
        box.addItem(words, name)
    if column.heading in told:
        box.setCurrentIndex(max(0, box.findData(told[column.heading])))
    box.setMinimumWidth(px(_BOX))
    return box
