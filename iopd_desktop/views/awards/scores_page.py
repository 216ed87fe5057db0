"""The scores of a jury: the grid, the sheet of the current cell below it, and who is waited for."""

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from iopd_desktop.actions import scoring
from iopd_desktop.actions.score_reads import ScoreTable, justification, score_table
from iopd_desktop.models.awards import JURY_PHASES, Score
from iopd_desktop.views.awards.editions import current_edition
from iopd_desktop.views.awards.nothing import no_edition, nothing_read
from iopd_desktop.views.awards.papers import RANKING
from iopd_desktop.views.awards.score_deeds import ScoreDeeds
from iopd_desktop.views.awards.score_filters import ScoreFilters
from iopd_desktop.views.awards.score_grid import ScoreGrid
from iopd_desktop.views.awards.score_legend import ScoreLegend
from iopd_desktop.views.awards.score_words import outcome, summary
from iopd_desktop.views.awards.sheet_area import SheetArea
from iopd_desktop.views.awards.sheet_panel import SheetPanel
from iopd_desktop.views.awards.waiting_list import WaitingList
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.empty import fill
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.pieces import ground, label, rule
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.strips import Strip
from iopd_desktop.views.kit.title_row import TitleRow
from iopd_desktop.words import N_, _

_SEEN = {"edition", "nomination", "category", "criterion", "juror", "assignment", "conflict", "score"}


class ScoresPage(LivePage):
    """Sheets that came back are typed here; every score is a step of its own, which undo takes back."""

    exchanged = Score

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__()
        ground(self, "surface")
        self.office = office
        self.table: ScoreTable | None = None
        self.mine = 0
        self.entry = scoring.FIRST
        self.title, self.wrong = TitleRow(_("Scores")), Strip("bad")
        self.deeds = ScoreDeeds(self)
        self.filters, self.grid, self.sheet, self.waiting = ScoreFilters(), ScoreGrid(), SheetPanel(), WaitingList()
        self.setMinimumSize(min(px(480), 800), 320)  # it fits any window: see how it gives way
        self._outcome = label("", "small", "text2", wrap=True)
        self._outcome.setIndent(px(20))  # margins of a label give way to the style sheet
        self.title.primary(_("Enter from paper"), self.begin, icon="pencil")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for widget in (self.title, self.wrong, self.filters):
            whole.addWidget(widget)
        self._body = QStackedWidget()
        self._body.addWidget(self._work())
        whole.addWidget(self._body, 1)
        self._connect()
        self._read()

    @property
    def phase(self) -> str:
        """The jury whose scores are shown."""
        return self.filters.phase

    def _work(self) -> QWidget:
        """The grid with its legend, and the sheet of the current cell below."""
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.legend, self.area = ScoreLegend(), SheetArea(self.sheet, self.waiting)
        column.addWidget(self.grid, 1)
        for widget in (self.legend, self._outcome, rule("line2"), self.area):
            column.addWidget(widget)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a low window, as with text of twice the size, what only explains leaves the room to what is worked on.
        self.area.fit(self.height())
        self.legend.setVisible(not self.area.low)
        self.filters.show_all(not self.area.low)
        self._outcome.setVisible(bool(self._outcome.text()) and not self.area.low)

    def _connect(self) -> None:
        self.filters.changed.connect(self._read)
        self.filters.searched.connect(self._filter)
        self.filters.down.connect(self.grid.setFocus)
        self.grid.moved.connect(self.show_sheet)
        self.grid.entered.connect(lambda points: self.deeds.keep({str(self.grid.criterion): points}))
        self.grid.sheet.connect(self.area.enter)
        self.grid.sheet.connect(self.sheet.begin)
        self.grid.moved.connect(self.area.leave)
        self.grid.asked.connect(self._do)
        self.grid.refused.connect(self.told)
        self.sheet.given.connect(lambda criterion, points: self.deeds.keep({criterion: points}))
        self.sheet.justified.connect(self.deeds.justify)
        self.sheet.settled.connect(self.deeds.settle)
        for done in (self.sheet.finished, self.sheet.back):
            done.connect(self.area.leave)
        self.sheet.finished.connect(self._finished)
        self.sheet.back.connect(self.grid.setFocus)
        self.sheet.refused.connect(self.told)
        self.waiting.wanted.connect(self._go_to_juror)

    def commands(self) -> tuple[Command, ...]:
        return (*COMMANDS, *self.office.ordinary)

    def _read(self) -> None:
        edition = current_edition(self.office)
        if not edition:
            self.filters.hide()
            fill(self._body, no_edition(self.office))
            return
        with self.office.store.read() as read:
            table = score_table(read, edition, self.filters.phase, self.filters.category or None)
        self.filters.show_choices(self.office.records, edition, table)
        self.table = table
        self.grid.criterion = self.filters.criterion or (table.criteria[0].id if len(table.criteria) == 1 else None)
        self.sheet.set_table(table)
        self.legend.show_scale(table)
        self.title.set_count(_(JURY_PHASES[table.phase]))
        narrowed = self.filters.category and not table.lines
        fill(self._body, None if narrowed else nothing_read(self.office, table))
        self._filter()
        self.tell()

    def _filter(self) -> None:
        if self.table:
            self.grid.show_table(self.table, self.filters.rows(self.table))

    def tell(self) -> None:
        """Say how far the jury is: below the grid, beside the search and in the status line."""
        if self.table is None:
            return
        self.waiting.show_table(self.table)
        self.filters.show_progress(*self.table.tally.total())
        words = outcome(self.table)
        self._outcome.setText(words)
        self._outcome.setVisible(bool(words) and not self.area.low)
        self.told.emit(summary(self.table))

    def show_sheet(self) -> None:
        """Show the sheet of the current cell."""
        here = self.grid.current()
        if self.table is None or here is None:
            return
        line = next(one for one in self.table.lines if one.id == here[0])
        juror = next(one for one in self.table.columns if one.id == here[1])
        with self.office.store.read() as read:
            why = justification(read, *here)
        about = " · ".join(part for part in (line.number, line.place, juror.name) if part)
        second = self.entry == scoring.SECOND
        self.sheet.show_cell(line.title, about, self.table.tally.cell(*here), why, second=second)

    def _finished(self) -> None:
        """The sheet is typed: the keyboard goes back to the grid, on the juror's next awaited nomination."""
        self.grid.setFocus()
        if not self.grid.step(1, 0, awaited=True):
            self.grid.step(1, 0)

    def _do(self, what: str) -> None:
        if what == "second" or (what == "leave" and self.entry == scoring.SECOND):
            self.turn_entry()
        elif what == "empty":
            self.deeds.empty()
        elif what == "conflict":
            self.deeds.ask_conflict()

    def turn_entry(self) -> None:
        """Begin or end a second, blind entry."""
        second = self.entry == scoring.FIRST
        self.entry = scoring.SECOND if second else scoring.FIRST
        self.grid.blind = second
        self.title.set_title(_("Scores, second entry") if second else _("Scores"))
        self.grid.viewport().update()
        self.show_sheet()

    def _go_to_juror(self, juror: str) -> None:
        if self.table is None:
            return
        column = next(at for at, one in enumerate(self.table.columns) if one.id == juror)
        self.grid.setFocus()
        self.grid.go(0, column)
        if not self.grid.awaited(0, column):
            self.grid.step(1, 0, awaited=True)

    def begin(self) -> None:
        """Give the keyboard to the first awaited sheet."""
        if self.table and (behind := self.table.tally.waiting()):
            self._go_to_juror(behind[0])
        else:
            self.grid.setFocus()

    def reload(self, kinds: set[str]) -> None:
        if self.mine and kinds <= {"score", "assignment"}:
            self.mine -= 1
        elif kinds & _SEEN:
            # What was counted as the page's own is in this reading too: a later undo must not be taken for it.
            self.mine = 0
            self._read()

    def keep_all(self) -> None:
        self.grid.keep_typed()
        for field in self.sheet.fields.values():
            field.keep()
        if self.sheet.why.hasFocus():
            self.deeds.justify(self.sheet.why.text())

    def seek(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def enter(self) -> None:
        self.mine = 0
        self._read()
        self.grid.setFocus()

    def complain(self, sentence: str) -> None:
        self.wrong.complain(sentence)


COMMANDS = (
    Command("enter-from-paper", N_("Enter from paper"), ScoresPage.begin, icon="pencil"),
    Command("second-entry", N_("Second entry, blind"), ScoresPage.turn_entry, icon="copies"),
    Command("declare-conflict", N_("Declare a conflict…"), lambda page: page.deeds.ask_conflict(), icon="shield"),
    RANKING,
)
