"""The jurors who are behind, those with the least done first, each with a bar and the figure."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iopd_desktop.actions.score_reads import ScoreTable
from iopd_desktop.views.kit.bar_row import BarRow
from iopd_desktop.views.kit.pieces import button, ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, ngettext, number

_SHOWN = 4


class WaitingList(QWidget):
    """`wanted` asks for a juror's first awaited sheet."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        ground(self, "chrome")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), px(10), px(16), px(10))
        self._column.setSpacing(px(2))

    def show_table(self, table: ScoreTable) -> None:
        """Show who is behind in a table."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        behind = table.tally.waiting()
        told = ngettext("Waiting for {count} juror", "Waiting for {count} jurors", len(behind))
        self._column.addWidget(
            label(told.format(count=number(len(behind))) if behind else _("No sheet is awaited"), "section")
        )
        names = {one.id: one.name for one in table.columns}
        for juror in behind[:_SHOWN]:
            done, of = table.tally.progress(juror)
            words = f"{number(done)}/{number(of)}"
            self._column.addWidget(BarRow(names[juror], done / of, words, track=True))
        if behind:
            first = button(_("Go to the first"), partial(self.wanted.emit, behind[0]), look="link")
            self._column.addWidget(first)
        self._column.addStretch(1)
