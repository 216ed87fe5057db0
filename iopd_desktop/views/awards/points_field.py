"""The field of one criterion on a sheet: digits are kept at once, and lead on to the next."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from iopd_desktop.views.awards.score_keys import WAIT, whole_points
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.style import say
from iopd_desktop.words import _, number


class PointsField(Line):
    """`given` says the points, None for emptied; `step` asks for the next field (1) or the one before (-1)."""

    given = Signal(object)
    step = Signal(int)
    back = Signal()
    refused = Signal(str)
    entered = Signal()

    def __init__(self, name: str, lowest: int, highest: int) -> None:
        super().__init__(_("{criterion}, from {lowest} to {highest}").format(
            criterion=name, lowest=lowest, highest=highest))  # fmt: skip
        self._lowest, self._highest = lowest, highest
        self._kept: float | None = None
        self._pending = ""
        self.setFixedWidth(px(56))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self._go_on)

    def show_points(self, points: float | None) -> None:
        """Show what is kept."""
        self._kept, self._pending = points, ""
        self._wait.stop()
        self.setText("" if points is None else number(points))
        say(self, "wrong", "false")
        if self.hasFocus():
            self.selectAll()

    def type_digit(self, digit: str) -> None:
        """Take one more digit."""
        self._pending += digit
        points, more = whole_points(self._pending, self._lowest, self._highest)
        self.setText(self._pending)
        if points is None and not more:
            self._pending = ""
            say(self, "wrong", "true")
            scale = _("The scale goes from {lowest} to {highest}")
            self.refused.emit(scale.format(lowest=self._lowest, highest=self._highest))
            self.selectAll()
        elif more:
            self._wait.start()
        else:
            self._go_on()

    def keep(self) -> None:
        """Keep the digits that wait for another one."""
        self._wait.stop()
        pending, self._pending = self._pending, ""
        points = whole_points(pending, self._lowest, self._highest)[0] if pending else None
        if points is not None:
            self._kept = points
            say(self, "wrong", "false")
            self.given.emit(points)

    def _go_on(self) -> None:
        self.keep()
        self.step.emit(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if text.isascii() and text.isdigit() and not control:
            self.type_digit(text)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
            self.step.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Escape:
            self.show_points(self._kept)
            self.back.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._pending = ""
            self._wait.stop()
            if self._kept is not None:
                self.given.emit(None)
            self.show_points(None)
        elif control or key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keep()
        self.show_points(self._kept)
        super().focusOutEvent(event)
