"""The sections of a form as tabs with counts; those that do not fit stand in a menu at the trailing end."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.pieces import icon_button
from iopd_desktop.views.kit.rows import RowButton, ring, visual
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.words import _, number


class SectionTab(RowButton):
    """A section's name with its count, and the accent line under the current one."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("", name, "", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """The name with its count, for the menu of those that do not fit."""
        return self.text() if self._count is None else f"{self.text()}  {number(self._count)}"

    def sizeHint(self) -> QSize:
        width = QFontMetrics(font("strong")).horizontalAdvance(self.text())
        if self._count is not None:
            width += QFontMetrics(font("small")).horizontalAdvance(number(self._count)) + px(5)
        return QSize(width + px(8), px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, whole = scheme(), QPainter(self), self.rect()
        if self.isChecked():
            painter.fillRect(QRect(px(4), whole.height() - 3, whole.width() - px(8), 3), colours.colour("accent"))
        inside = visual(whole, whole.adjusted(px(4), 0, -px(4), 0))
        chosen = self.isChecked() or self._hovered
        painter.setFont(font("strong" if self.isChecked() else "body"))
        painter.setPen(colours.colour("text" if chosen else "text2"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), self.text())
        if self._count is not None:
            painter.setFont(font("small", tabular=True))
            painter.setPen(colours.colour("text3"))
            trailing = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(inside, trailing, number(self._count))
        ring(painter, self, colours)


class SectionTabs(QWidget):
    """A row of sections; says the name of the one that was chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, SectionTab] = {}
        self._hidden: list[str] = []
        self._more = icon_button("down", _("More sections"), self._open)
        self._more.setParent(self)
        self.setAccessibleName(_("Sections"))
        self.setFixedHeight(px(35))

    def add(self, name: str, label: str) -> None:
        """Add a section."""
        tab = SectionTab(label, self)
        tab.clicked.connect(partial(self._choose, name))
        self._tabs[name] = tab
        if len(self._tabs) == 1:
            tab.setChecked(True)
        self._arrange()

    def set_count(self, name: str, count: int | None) -> None:
        """Show how many records a section holds."""
        self._tabs[name].set_count(count)
        self._arrange()

    def choose(self, name: str) -> None:
        """Mark a section as the current one."""
        self._tabs[name].setChecked(True)
        self._arrange()

    def current(self) -> str:
        """The current section's name."""
        return next((name for name, tab in self._tabs.items() if tab.isChecked()), "")

    def _choose(self, name: str, _checked: bool = False) -> None:
        self.choose(name)
        self.chosen.emit(name)

    def _open(self) -> None:
        menu = QMenu(self)
        for name in self._hidden:
            menu.addAction(self._tabs[name].words(), partial(self._choose, name))
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))
        menu.deleteLater()

    def _arrange(self) -> None:
        room, across = self.width() - px(16), px(16)
        current = self.current()
        widths = {name: tab.sizeHint().width() for name, tab in self._tabs.items()}
        whole = across + sum(widths.values()) + px(8) * (len(widths) - 1)
        spare = room if whole <= room else room - px(30)
        self._hidden = []
        # The current section is always in view: its room is kept free.
        kept = widths.get(current, 0) + px(8)
        for name, tab in self._tabs.items():
            needed = widths[name] + (kept if name != current and current not in self._placed(name) else 0)
            if across + needed > spare and across > px(16) and name != current:
                tab.hide()
                self._hidden.append(name)
                continue
            tab.setGeometry(visual(self.rect(), QRect(across, 0, widths[name], px(34))))
            tab.show()
            across += widths[name] + px(8)
        self._more.setVisible(bool(self._hidden))
        self._more.setGeometry(visual(self.rect(), QRect(self.width() - px(32), px(4), px(26), px(26))))

    def _placed(self, until: str) -> list[str]:
        names = list(self._tabs)
        return names[: names.index(until)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(35))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), scheme().colour("line2"))
