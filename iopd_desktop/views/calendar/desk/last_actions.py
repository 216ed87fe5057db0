"""The last things done at this desk, the latest first, each with its own undo."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from iopd_desktop.views.kit.pieces import button, elided, ground, label, picture
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _

SHOWN = 5
_LINE = 26
"""The height of an action, _EDGE what is over and under a lonely one, in measures of the look."""
_EDGE = 4
_NARROW = 440
"""Under this width the name needs the room of the organisation."""


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
        self._most, self._narrow = SHOWN, False
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(px(24), px(10), px(20), px(8))
        whole.setSpacing(px(4))
        self._head = label(_("Last actions on this laptop"), "section", "text2")
        whole.addWidget(self._head)
        words = _("What is done here stands in this place, each with its undo.")
        self._empty = label(words, "small", "text3", wrap=True)
        whole.addWidget(self._empty)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(px(14))
        self._rows.setVerticalSpacing(px(2))
        self._rows.setColumnStretch(3, 2)
        whole.addLayout(self._rows)

    def least(self) -> int:
        """The height of the latest action alone."""
        return px(_LINE) + 2 * px(_EDGE)

    def keep_within(self, room: int) -> None:
        """Show as many of the last actions as a height holds: the latest at least, without its head if need be."""
        left = room - px(18) - self._head.sizeHint().height() - px(4)
        most, roomy = max(1, min(SHOWN, left // px(_LINE))), left >= px(_LINE)
        narrow = self.width() < px(_NARROW)
        if (most, roomy, narrow) == (self._most, not self._head.isHidden(), self._narrow):
            return
        self._most, self._narrow = most, narrow
        self._head.setVisible(roomy)
        over, under = (10, 8) if roomy else (_EDGE, _EDGE)
        self._whole.setContentsMargins(px(24), px(over), px(20), px(under))
        self._fill()

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
        self._empty.setVisible(not self._done and not self._head.isHidden())
        self._rows.setColumnStretch(4, 0 if self._narrow else 3)
        for row, one in enumerate(self._done[: self._most]):
            undo = button(_("Undo"), partial(self.undo_wanted.emit, one.step), look="link",
                          name=_("Undo: {title}").format(title=f"{one.deed}, {one.name}"))  # fmt: skip
            place = None if self._narrow else elided(one.place, "small", "text2")
            for column, widget in enumerate((
                label(one.at, "small", "text2"), picture(one.icon, "accent"), label(one.deed, "small"),
                elided(one.name, "name", "text"), place, undo,
            )):  # fmt: skip
                if widget:
                    self._rows.addWidget(widget, row, column)
