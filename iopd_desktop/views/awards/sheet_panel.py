"""The sheet of the current cell: its criteria to type into, the words of the scale, and the justification."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iopd_desktop.actions.score_reads import Asked, ScoreTable
from iopd_desktop.actions.tally import Cell
from iopd_desktop.views.awards.cell_paint import figure
from iopd_desktop.views.awards.points_field import PointsField
from iopd_desktop.views.kit.flow import Flow
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import button, ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, number


class SheetPanel(QWidget):
    """`given` says (criterion, points), `finished` that the last criterion was left onwards, `back` that Esc was."""

    given = Signal(str, object)
    justified = Signal(str)
    settled = Signal(int)
    finished = Signal()
    back = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        ground(self, "chrome")
        self._criteria: tuple[Asked, ...] = ()
        self._lowest = 0
        self.fields: dict[str, PointsField] = {}
        self._title, self._about = label("", "lead", wrap=True), label("", "small", "text2", wrap=True)
        self._words = label("", "small", "text2", wrap=True)
        self.why = Line(_("Justification"), _("In one or two sentences"))
        self.why.left.connect(lambda: self.justified.emit(self.why.text()))
        self._settle = QWidget()
        settle = QHBoxLayout(self._settle)
        settle.setContentsMargins(0, 0, 0, 0)
        for entry, words in ((1, _("Keep the first entry")), (2, _("Keep the second entry"))):
            settle.addWidget(button(words, partial(self.settled.emit, entry), look="link"))
        settle.addStretch(1)
        self._box = QWidget()
        self._flow = Flow(self._box, px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(10), px(16), px(10))
        column.setSpacing(px(4))
        said = label(_("Justification"), "small", "text2")
        said.setBuddy(self.why)
        for widget in (self._title, self._about, self._box, self._words, self._settle):
            column.addWidget(widget)
        last = QHBoxLayout()
        last.setSpacing(px(8))
        last.addWidget(said)
        last.addWidget(self.why, 1)
        column.addLayout(last)
        column.addStretch(1)

    def set_table(self, table: ScoreTable) -> None:
        """Make the fields for the criteria of a table."""
        if (table.criteria, table.lowest) == (self._criteria, self._lowest) and self.fields:
            return
        self._criteria, self._lowest = table.criteria, table.lowest
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.fields = {one.id: self._field(one, table) for one in table.criteria}

    def _field(self, one: Asked, table: ScoreTable) -> PointsField:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        field = PointsField(one.name, table.lowest, table.highest)
        head = label(one.name, "small", "text2")
        head.setBuddy(field)
        column.addWidget(head)
        row = QHBoxLayout()
        row.setSpacing(px(4))
        row.addWidget(field)
        row.addWidget(label(f"/{number(table.highest)}", "small", "text3"))
        row.addStretch(1)
        column.addLayout(row)
        self._flow.addWidget(made)
        field.given.connect(lambda points, id=one.id: self.given.emit(id, points))
        field.step.connect(lambda step, id=one.id: self._step(id, step))
        field.back.connect(self.back)
        field.refused.connect(self.refused)
        field.entered.connect(lambda one=one: self._explain(one))
        return field

    def show_cell(self, title: str, about: str, cell: Cell, why: str, *, second: bool) -> None:
        """Show what a juror gave to a nomination; a second entry is blind: it shows only its own points."""
        self._title.setText(title)
        self._about.setText(about)
        open_ = cell.state not in ("none", "conflict", "abstained")
        for id, field in self.fields.items():
            points = (cell.second if second else cell.first).get(id)
            if field.isEnabled() != open_:
                field.setEnabled(open_)
            field.show_points(points)
        self._settle.setVisible(cell.state == "differs" and not second)
        self.why.setEnabled(open_)
        if not self.why.hasFocus():
            self.why.setText(why)
        self._words.setText(self._told(cell, second=second))

    def _told(self, cell: Cell, *, second: bool) -> str:
        if second:
            return _("Second entry: the first one is hidden until both are compared.")
        if cell.state == "differs":
            named = [
                _("{criterion} {first}, then {second}").format(
                    criterion=one.name, first=number(cell.first[one.id]) if one.id in cell.first else "–",
                    second=number(cell.second[one.id]),
                )
                for one in self._criteria if one.id in cell.differing
            ]  # fmt: skip
            return _("The two entries differ: {criteria}").format(criteria="; ".join(named))
        return "" if cell.value is None else _("Weighted {mean}").format(mean=figure(cell.value))

    def _explain(self, one: Asked) -> None:
        steps = [f"{number(place)} {words}" for place, words in enumerate(one.levels, self._lowest)]
        if steps:
            self._words.setText("   ".join(steps))

    def begin(self, digit: str = "") -> None:
        """Give the keyboard to the first criterion that is empty, or the first, with a digit typed already."""
        if not self.fields:
            return
        wanted = next((each for each in self.fields.values() if not each.text()), next(iter(self.fields.values())))
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        if digit:
            wanted.type_digit(digit)

    def _step(self, id: str, step: int) -> None:
        names = list(self.fields)
        place = names.index(id) + step
        if place >= len(names):
            self.finished.emit()
        elif place < 0:
            self.back.emit()
        else:
            self.fields[names[place]].setFocus(Qt.FocusReason.TabFocusReason)
