"""What an empty place says: a drawing of lines, a title, two lines of plain words, and the ways out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.pieces import button, ground, key_words, label, picture, rule
from iopd_desktop.views.kit.steps import px


@dataclass(frozen=True)
class Way:
    """One other way out of an empty place: its words, a line about it, its icon and what it does."""

    label: str
    about: str
    icon: str
    act: Callable[[], object]
    key: str = ""


Nothing = tuple[str, str, str, Callable[[], object] | None]
"""What an empty place says: title, words, and the deed that fills it, where there is one."""


class Drawing(QWidget):
    """Three sheets of paper drawn in lines, the middle one in the accent."""

    def sizeHint(self) -> QSize:
        return QSize(px(140), px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = scheme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = px(100) / 100
        painter.translate((self.width() - 134 * unit) / 2, 2)
        painter.scale(unit, unit)
        painter.setBrush(colours.colour("surface"))
        for left, lines in ((1, (20, 34, 48, 62)), (68, (20, 34, 48, 62))):
            painter.setPen(QPen(colours.colour("line2"), 1.6))
            painter.drawRoundedRect(QRectF(left, 11, 64, 80), 5, 5)
            for at in lines:
                painter.drawLine(left + 12, 11 + at, left + 52, 11 + at)
        painter.setPen(QPen(colours.colour("accent"), 2))
        painter.drawRoundedRect(QRectF(35, 1, 64, 80), 5, 5)
        painter.drawLine(47, 21, 75, 21)
        painter.setPen(QPen(colours.colour("line2"), 1.8))
        for at, end in ((35, 87), (49, 87), (63, 81)):
            painter.drawLine(47, at, end, at)


class EmptyPlace(QScrollArea):
    """Shown in the place of a list that holds nothing."""

    def __init__(
        self,
        title: str,
        words: str,
        deed: str = "",
        act: Callable[[], object] | None = None,
        *,
        key: str = "",
        ways: Sequence[Way] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(title)
        inside = ground(QWidget(), "surface")
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(px(20), px(40), px(20), px(20))
        middle.setSpacing(px(10))
        centre = Qt.AlignmentFlag.AlignHCenter
        middle.addWidget(Drawing(), 0, centre)
        middle.addSpacing(px(12))
        middle.addWidget(label(title, "title"), 0, centre)
        about = label(words, "body", "text2", wrap=True)
        about.setAlignment(centre)
        about.setMaximumWidth(px(520))
        about.setMinimumWidth(px(420))
        middle.addLayout(_between(about))
        if deed and act:
            middle.addWidget(self._deed(deed, act, key), 0, centre)
        if ways:
            middle.addSpacing(px(12))
            middle.addLayout(_between(self._ways(ways)))
        middle.addStretch(1)
        self.setWidget(inside)

    def _deed(self, deed: str, act: Callable[[], object], key: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        doing = button(deed, act, look="primary", icon="plus", key=key)
        doing.setObjectName("empty-deed")
        row.addWidget(doing)
        if key:
            row.addWidget(label(key_words(key), "small", "text3"))
        return made

    def _ways(self, ways: Sequence[Way]) -> QWidget:
        made = QWidget()
        made.setMinimumWidth(px(420))
        made.setMaximumWidth(px(460))
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for way in ways:
            column.addWidget(rule())
            row = QHBoxLayout()
            row.setContentsMargins(px(8), px(6), 0, px(6))
            row.setSpacing(px(12))
            row.addWidget(picture(way.icon, "accent"))
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(button(way.label, way.act, look="link"), 0, Qt.AlignmentFlag.AlignLeading)
            words.addWidget(label(way.about, "small", "text2", wrap=True))
            row.addLayout(words, 1)
            if way.key:
                row.addWidget(key_cap(way.key), 0, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(row)
        column.addWidget(rule())
        return made


def _between(widget: QWidget) -> QHBoxLayout:
    """Set a widget in the middle: beside stretches, for an aligned one is given the height of one line of words."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


def fill(stack: QStackedWidget, empty: Nothing | None) -> None:
    """Show an empty place on top of the first widget of a stack, or that widget again where there is none."""
    while (former := stack.widget(1)) is not None:
        stack.removeWidget(former)
        former.deleteLater()
    if empty is not None:
        stack.addWidget(EmptyPlace(*empty))
    stack.setCurrentIndex(stack.count() - 1)


def key_cap(key: str) -> QLabel:
    """A key as a small cap, beside the deed it does."""
    made = label(key_words(key), "caption", "text2")
    made.setProperty("cap", "true")
    return made
