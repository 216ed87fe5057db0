"""Strips across a page or a form: hints with the deed that settles each, and what concerns the whole page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.pieces import button, label, picture
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, ngettext

SHOWN = 3


@dataclass(frozen=True)
class Hint:
    """A sentence about a record that somebody should look at, and the words and act of what settles it."""

    sentence: str
    deed: str = ""
    act: Callable[[], object] | None = None


class Strip(QWidget):
    """Hints on one amber fill with a bar at the leading edge; `tone` bad is for what went wrong on a page."""

    def __init__(self, tone: str = "warn", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._all: list[Hint] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(4), px(8), px(4))
        self._column.setSpacing(0)
        self.hide()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show the first hints and how many more there are; none hides the strip."""
        self._all = list(hints)
        self._fill(SHOWN)

    def _fill(self, most: int) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for hint in self._all[:most]:
            self._column.addWidget(self._line(hint))
        more = len(self._all) - most
        if more > 0:
            words = ngettext("{count} more", "{count} more", more).format(count=more)
            self._column.addWidget(
                button(words, lambda: self._fill(len(self._all)), look="link"), 0, Qt.AlignmentFlag.AlignLeading
            )
        self.setVisible(bool(self._all))

    def _line(self, hint: Hint) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, px(2), 0, px(2))
        row.setSpacing(px(8))
        row.addWidget(picture("warning", self._tone))
        row.addWidget(label(hint.sentence, "small", wrap=True), 1)
        if hint.deed:
            row.addWidget(button(hint.deed, hint.act, look="link"))
        return made

    def complain(self, sentence: str) -> None:
        """Say one thing that went wrong, with a way to put the sentence away."""
        self.show_hints([Hint(sentence, _("Close"), self.hide)] if sentence else [])

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = scheme(), QPainter(self)
        painter.fillRect(self.rect(), colours.colour(f"{self._tone}_soft"))
        if colours.strong:
            painter.setPen(colours.colour(self._tone))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        bar = visual(self.rect(), QRect(0, 0, 3, self.height()))
        painter.fillRect(bar, colours.colour(self._tone))
