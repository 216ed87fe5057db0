"""The year's targets in a row: how many entries there are of how many, and the way to add one that is wanting."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iopd_desktop.actions.targets import Reached
from iopd_desktop.views.kit.flow import Flow
from iopd_desktop.views.kit.pieces import button, label, picture
from iopd_desktop.views.kit.steps import px, row_height
from iopd_desktop.words import _, ngettext, number


class TargetsRow(QWidget):
    """`wanted` asks for a new entry with the values that make it count."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), 0, px(16), px(4))
        self._flow = Flow(None, px(28))
        whole.addLayout(self._flow)

    def show_targets(self, found: Sequence[Reached]) -> None:
        """Show the targets of a year; nothing stands where there are none."""
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in found:
            self._flow.addWidget(self._one(one))
        self.setVisible(bool(found))

    def _one(self, one: Reached) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        made.setMinimumHeight(row_height(28))
        short = bool(one.short)
        row.addWidget(picture("target" if short else "tick", "warn" if short else "ok"))
        row.addWidget(label(one.name, "name"))
        row.addWidget(label(counted(one), "small", "warn" if short or one.lacking else "text2"))
        if short:
            given = {"series": one.id, "type": one.type or "own"}
            name = _("Add entry: {target}").format(target=one.name)
            row.addWidget(button(_("Add entry"), partial(self.wanted.emit, given), look="link", name=name))
        return made


def counted(one: Reached) -> str:
    """A target's figures in words: "1 of 2 to 3, 1 confirmed, 0 held"."""
    parts = [
        _("{count} of {wanted}").format(count=number(len(one.counted)), wanted=one.wanted()),
        ngettext("{count} confirmed", "{count} confirmed", one.confirmed).format(count=number(one.confirmed)),
        ngettext("{count} held", "{count} held", one.held).format(count=number(one.held)),
    ]
    if one.lacking:
        lacking = len(one.lacking)
        words = ngettext("{count} without a priority content", "{count} without a priority content", lacking)
        parts.append(words.format(count=number(lacking)))
    return ", ".join(parts)
