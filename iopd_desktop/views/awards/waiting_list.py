"""The jurors who are behind, those with the least done first, each with a bar and the figure."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from iopd_desktop.actions.score_reads import ScoreTable
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
        self._shown: list[tuple[str, str, int, int]] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), px(10), px(16), px(10))
        self._column.setSpacing(px(6))

    def show_table(self, table: ScoreTable) -> None:
        """Show who is behind in a table."""
        names = {one.id: one.name for one in table.columns}
        behind = [(id, names[id], *table.tally.progress(id)) for id in table.tally.waiting()]
        if behind == self._shown:
            return
        self._shown = behind
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        told = ngettext("Waiting for {count} juror", "Waiting for {count} jurors", len(behind))
        words = told.format(count=number(len(behind))) if behind else _("No sheet is awaited")
        self._column.addWidget(label(words, "section"))
        for id, name, done, of in behind[:_SHOWN]:
            self._column.addWidget(self._row(id, name, done, of))
        self._column.addStretch(1)

    def _row(self, id: str, name: str, done: int, of: int) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        words = _("{name}, {done} of {of}: go to the first awaited sheet").format(name=name, done=done, of=of)
        row.addWidget(button(name, partial(self.wanted.emit, id), look="link", name=words))
        row.addStretch(1)
        bar = QProgressBar()
        bar.setRange(0, of)
        bar.setValue(done)
        bar.setTextVisible(False)
        bar.setFixedWidth(px(96))
        bar.setAccessibleName(name)
        row.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(f"{number(done)}/{number(of)}", "small", "warn" if done * 2 < of else "text2"))
        return made
