"""The last things done at this desk, the latest first, each with its own undo."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from iopd_desktop.views.kit.pieces import button, elided, ground, label, picture
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _

SHOWN = 5


@dataclass(frozen=True)
class Done:
    """One deed at the desk: when, what in a word with its icon, for whom, and the step that undo takes back."""

    at: str
    icon: str
    deed: str
    name: str
    place: str
    step: str


class LastActions(QWidget):
    """`undo_wanted` names the step that is to be taken back."""

    undo_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        ground(self, "surface")
        self._done: list[Done] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(24), px(10), px(20), px(8))
        whole.setSpacing(px(4))
        whole.addWidget(label(_("Last actions on this laptop"), "section", "text2"))
        words = _("What is done here stands in this place, each with its undo.")
        self._empty = label(words, "small", "text3", wrap=True)
        whole.addWidget(self._empty)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(px(14))
        self._rows.setVerticalSpacing(px(2))
        self._rows.setColumnStretch(3, 2)
        self._rows.setColumnStretch(4, 3)
        whole.addLayout(self._rows)

    def add(self, done: Done) -> None:
        """Put a deed on top."""
        self._done = [done, *self._done][:SHOWN]
        self._fill()

    def forget(self, step: str) -> Done | None:
        """Take away a deed that was undone, and give it back."""
        gone = next((one for one in self._done if one.step == step), None)
        self._done = [one for one in self._done if one.step != step]
        self._fill()
        return gone

    def undo_latest(self) -> None:
        """Ask for the undo of the deed that was done last and still stands."""
        if self._done:
            self.undo_wanted.emit(self._done[0].step)

    def _fill(self) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._empty.setVisible(not self._done)
        for row, one in enumerate(self._done):
            undo = button(_("Undo"), partial(self.undo_wanted.emit, one.step), look="link",
                          name=_("Undo: {title}").format(title=f"{one.deed}, {one.name}"))  # fmt: skip
            for column, widget in enumerate((
                label(one.at, "small", "text2"), picture(one.icon, "accent"), label(one.deed, "small"),
                elided(one.name, "name", "text"), elided(one.place, "small", "text2"), undo,
            )):  # fmt: skip
                self._rows.addWidget(widget, row, column)
