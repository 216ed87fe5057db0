"""Which columns a list shows, and in which order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QWidget

from iopd_desktop.models import Record
from iopd_desktop.views.kit.columns import Counted
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.steps import row_height
from iopd_desktop.views.kit.ticks import ListRows
from iopd_desktop.words import _


class ColumnChooser(Dialog):
    """Tick what is shown; drag, or Alt with an arrow key, to put it in order."""

    def __init__(self, parent: QWidget, record: type[Record], counted: Sequence[Counted], now: Sequence[str]) -> None:
        super().__init__(parent, _("Columns"), _("Tick what the list shows, and drag it into order."), _("Show these"))
        names = {name: made.label for name, made in record.fields.items()}
        names |= {count.name: _(count.label) for count in counted}
        self.list = QListWidget()
        self.list.setAccessibleName(_("Columns"))
        self.list.setItemDelegate(ListRows(self.list))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumHeight(row_height(28) * 10)
        for name in [*now, *(name for name in names if name not in now)]:
            item = QListWidgetItem(names.get(name, name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setCheckState(Qt.CheckState.Checked if name in now else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.grow(self.list)
        self.checked_by(lambda: "" if self.chosen() else _("A list needs at least one column"))

    def chosen(self) -> list[str]:
        """The ticked columns in their order."""
        items = [self.list.item(place) for place in range(self.list.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return [item.data(Qt.ItemDataRole.UserRole) for item in ticked]


def choose_columns(
    parent: QWidget, record: type[Record], counted: Sequence[Counted], now: Sequence[str]
) -> list[str] | None:
    """The chosen columns, or None where the person cancelled."""
    dialog = ColumnChooser(parent, record, counted, now)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.chosen()
    dialog.deleteLater()
    return chosen if answer else None
