"""The score grid: nominations against jurors, typed into by digits, Enter and arrows, painted cell by cell."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from iopd_desktop.actions.score_reads import ScoreTable
from iopd_desktop.actions.tally import NONE, Cell
from iopd_desktop.views.awards.grid_painter import GridPainter
from iopd_desktop.views.awards.score_keys import WAIT, first_cell, keys_of, next_cell, scored, whole_points
from iopd_desktop.views.awards.score_layout import Measures
from iopd_desktop.views.awards.score_words import spoken
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _


class ScoreGrid(QAbstractScrollArea):
    """Shows a table and says what a person wants done; it changes nothing itself.

    `moved` is said when another cell is current, `entered` gives points for the criterion in view (None empties),
    `sheet` asks for the criteria of the cell, with a digit typed already or "", `asked` names another deed
    ("conflict", "second", "empty", "leave").
    """

    moved = Signal()
    entered = Signal(object)
    sheet = Signal(str)
    asked = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Scores, nominations against jurors"))
        self.setFrameShape(self.frameShape().NoFrame)
        self.setMinimumSize(px(300), px(112))
        self.table: ScoreTable | None = None
        self.rows: list[int] = []
        self.row = self.juror = 0
        self.criterion: str | None = None
        self.blind = False
        self.typed, self.wrong = "", False
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.keep_typed)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.viewport().update())

    def show_table(self, table: ScoreTable, rows: list[int]) -> None:
        """Show the lines of a table that are named by their places; the current cell stays where it can."""
        here = self.current() if self.table else None
        self.table, self.rows = table, rows
        places = {table.lines[place].id: at for at, place in enumerate(rows)}
        jurors = {one.id: at for at, one in enumerate(table.columns)}
        self.row, self.juror = (places.get(here[0], 0), jurors.get(here[1], 0)) if here else first_cell(self)
        self.typed, self.wrong = "", False
        self._measure()
        if self.current():
            self.viewport().setAccessibleName(self.told(self.row, self.juror))
        self.viewport().update()
        self.moved.emit()

    def current(self) -> tuple[str, str] | None:
        """The nomination and the juror of the current cell, or None where there is none."""
        if not self.table or not self.rows or not self.table.columns:
            return None
        return self.table.lines[self.rows[self.row]].id, self.table.columns[self.juror].id

    def cell(self, row: int, juror: int) -> Cell:
        """The cell at a place of the grid."""
        if not self.table:
            return NONE
        return self.table.tally.cell(self.table.lines[self.rows[row]].id, self.table.columns[juror].id)

    def value(self, cell: Cell) -> float | None:
        """The figure that a cell shows: the criterion in view, or the mean; a blind entry shows its own alone."""
        if self.criterion:
            return (cell.second if self.blind else cell.first).get(self.criterion)
        if not self.blind:
            return cell.value
        return None

    def awaited(self, row: int, juror: int) -> bool:
        """Whether a sheet is still to be typed: the first, or the second one while that is entered."""
        cell = self.cell(row, juror)
        if self.blind:
            return cell.state in ("scored", "begun", "differs") and not cell.first.keys() <= cell.second.keys()
        return cell.state in ("awaited", "begun")

    def told(self, row: int, juror: int) -> str:
        """A cell in words; a second entry does not hear the first one."""
        return spoken(self.table, self.rows[row], juror, blind=self.blind) if self.table else ""

    def measures(self) -> Measures:
        """The grid's measures as it is scrolled now."""
        view = self.viewport()
        jurors = len(self.table.columns) if self.table else 0
        return Measures(
            view.width(), view.height(), len(self.rows), jurors,
            self.horizontalScrollBar().value(), self.verticalScrollBar().value(),
        )  # fmt: skip

    def _measure(self) -> None:
        measures = self.measures()
        across, down = measures.beyond
        self.horizontalScrollBar().setRange(0, across)
        self.horizontalScrollBar().setPageStep(max(1, measures.middle))
        self.verticalScrollBar().setRange(0, down)
        self.verticalScrollBar().setPageStep(max(1, measures.height - measures.head))
        self.verticalScrollBar().setSingleStep(measures.row)

    def go(self, row: int, juror: int) -> None:
        """Make a cell the current one; what was typed is kept first."""
        self.keep_typed()
        if not self.table or not self.rows or not self.table.columns:
            return
        self.row = max(0, min(row, len(self.rows) - 1))
        self.juror = max(0, min(juror, len(self.table.columns) - 1))
        self.wrong = False
        across, down = self.measures().scrolled_to(self.row, self.juror)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)
        self.viewport().update()
        words = self.told(self.row, self.juror)
        self.viewport().setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.moved.emit()

    def step(self, down: int, across: int, *, awaited: bool = False) -> bool:
        """Go to the next cell that somebody scores, or the next awaited one; False where there is none that way."""
        found = next_cell(self, down, across, awaited=awaited)
        if found:
            self.go(*found)
        return found is not None

    def type_digit(self, digit: str) -> None:
        """Take a digit for the criterion in view, or hand it on to the criteria of the cell."""
        if not scored(self) or self.table is None:
            return
        if not self.criterion:
            self.sheet.emit(digit)
            return
        self.typed += digit
        points, more = whole_points(self.typed, self.table.lowest, self.table.highest)
        if points is None and not more:
            self.wrong, self.typed = True, ""
            scale = _("The scale goes from {lowest} to {highest}")
            self.refused.emit(scale.format(lowest=self.table.lowest, highest=self.table.highest))
        elif more:
            self._wait.start()
        else:
            self.keep_typed()
        self.viewport().update()

    def keep_typed(self) -> None:
        """Keep what was typed into the current cell."""
        self._wait.stop()
        typed, self.typed = self.typed, ""
        if typed and self.table:
            points, _more = whole_points(typed, self.table.lowest, self.table.highest)
            if points is not None:
                self.wrong = False
                self.entered.emit(points)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.viewport().update()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys_of(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            deed = keys_of(event)
            if deed and deed(self):
                event.accept()
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._under(event.pos().x(), event.pos().y())
            if found and found[1] >= 0 and self.table:
                QToolTip.showText(event.globalPos(), self.told(*found), self)
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if found := self._under(place.x(), place.y()):
            self.go(found[0], found[1] if found[1] >= 0 else self.juror)
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _under(self, x: int, y: int) -> tuple[int, int] | None:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            x = self.viewport().width() - x
        return self.measures().at(x, y)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keep_typed()
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), scheme().colour("surface"))
        if self.table:
            GridPainter(self, painter, self.table).paint()
        painter.end()
