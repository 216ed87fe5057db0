"""What is to settle, a sentence a row: its mark, its note, and the one deed at the trailing end."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from iopd_desktop.actions.settling import Open
from iopd_desktop.views.kit.pieces import button, ground, label, picture, rule
from iopd_desktop.views.kit.steps import px, row_height
from iopd_desktop.words import N_, _

_DEEDS = {
    "show": N_("Show them"), "fix": N_("Fix date"), "confirm": N_("Confirm"), "add": N_("Add entry"),
    "destroy": N_("Destroy the list…"),
}  # fmt: skip


class SettleList(QScrollArea):
    """The open questions of a year; it says which deed was asked for."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(_("To settle"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = ground(QWidget(), "surface")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(px(20), px(4), px(12), px(8))
        self._column.setSpacing(0)
        self.setWidget(self._inside)
        self.rows = self._room = 0

    def show_open(self, found: Sequence[Open], nothing: str) -> None:
        """Show the questions, or the sentence for none; a row that has the keyboard keeps its place."""
        focused = next((place for place in range(self._column.count()) if self._has_focus(place)), None)
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = len(found)
        self._room = max((button(_(_DEEDS[one.deed]), look="link").sizeHint().width() for one in found), default=0)
        for place, one in enumerate(found):
            if place:
                self._column.addWidget(rule())
            self._column.addWidget(self._row(one))
        if not found:
            self._column.addWidget(label(nothing, "body", "text2", wrap=True))
        self._column.addStretch(1)
        if focused is not None:
            self._focus(focused)

    def _has_focus(self, place: int) -> bool:
        item = self._column.itemAt(place)
        widget = item.widget() if item else None
        return widget is not None and widget.isAncestorOf(self.focusWidget() or self)

    def _focus(self, place: int) -> None:
        for at in (place, place - 2):
            item = self._column.itemAt(at)
            widget = item.widget() if item else None
            deed = widget.property("deed") if widget else None
            if isinstance(deed, QWidget):
                deed.setFocus()
                return

    def _row(self, one: Open) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, px(2), 0, px(2))
        row.setSpacing(px(8))
        tone = "warn" if one.urgent else "text2"
        row.addWidget(picture("warning" if one.urgent or one.deed == "show" else "clock", tone))
        words = label(one.sentence, "body", "text", wrap=True)
        note = label(one.note, "small", "text2", wrap=True)
        for said, share in ((words, 3), (note, 2)):  # by their share alone, so that all notes stand under each other
            policy = said.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            said.setSizePolicy(policy)
            row.addWidget(said, share)
        name = f"{_(_DEEDS[one.deed])}: {one.sentence}"
        deed = button(_(_DEEDS[one.deed]), partial(self.wanted.emit, one), look="link", name=name)
        made.setProperty("deed", deed)
        row.addSpacing(self._room - deed.sizeHint().width())
        row.addWidget(deed)
        made.setMinimumHeight(row_height(28))
        return made
