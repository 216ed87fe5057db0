"""What is done to the current cell of the score grid, each deed as one undoable step."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from iopd_desktop.actions import scoring
from iopd_desktop.actions.assigning import declare_conflict, next_readers
from iopd_desktop.actions.score_reads import justification, refresh_cell
from iopd_desktop.models.awards import Juror
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.views.kit.dialogs.line import ask_line
from iopd_desktop.words import _, today

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work
    from iopd_desktop.views.awards.scores_page import ScoresPage


class ScoreDeeds:
    """Keeps points and what belongs to them, and lets the page show what became of it."""

    def __init__(self, page: "ScoresPage") -> None:
        self._page = page

    def keep(self, points: Mapping[str, float | None], *, entry: int = 0) -> None:
        """Keep points of the current cell by criterion, as one undoable step; a refusal stands on the page."""
        here = self._page.grid.current()
        if here is None:
            return
        deed = _("Score {nomination}").format(nomination=self._page.office.records.title("nomination", here[0]))
        self._change(deed, lambda work: scoring.enter_sheet(work, *here, points, entry=entry or self._page.entry))

    def _change(self, title: str, deed: "Callable[[Work], object]") -> bool:
        here = self._page.grid.current()
        self._page.wrong.hide()
        try:
            with self._page.office.store.work(title) as work:
                deed(work)
        except (BadValue, Refused) as refused:
            self._page.complain(str(refused))
            return False
        self._page.mine += 1
        if self._page.table and here:
            with self._page.office.store.read() as read:
                refresh_cell(read, self._page.table, *here)
        self._page.grid.viewport().update()
        self._page.show_sheet()
        self._page.tell()
        return True

    def justify(self, words: str) -> None:
        """Keep what the juror says about the nomination, where it changed."""
        here = self._page.grid.current()
        if here is None:
            return
        with self._page.office.store.read() as read:
            former = justification(read, *here)
        if words.strip() != former:
            self._change(_("Justification"), lambda work: scoring.enter_sheet(work, *here, {}, comment=words))

    def settle(self, entry: int) -> None:
        """Settle what differs between the two entries by what one of them says."""
        here = self._page.grid.current()
        if self._page.table is None or here is None:
            return
        cell = self._page.table.tally.cell(*here)
        kept = cell.first if entry == scoring.FIRST else cell.second
        agreed = {one: kept.get(one) for one in cell.differing}
        self.keep(agreed, entry=scoring.SECOND if entry == scoring.FIRST else scoring.FIRST)

    def empty(self) -> None:
        """Take back the points of the current cell, of the criterion in view or of the whole sheet."""
        here = self._page.grid.current()
        if self._page.table and here:
            cell = self._page.table.tally.cell(*here)
            kept = cell.second if self._page.entry == scoring.SECOND else cell.first
            gone = [one for one in kept if self._page.grid.criterion in (None, one)]
            if gone:
                self.keep(dict.fromkeys(gone))

    def ask_conflict(self) -> None:
        """Ask for the reason of a conflict of interest, and keep it with who could read the nomination instead."""
        here = self._page.grid.current()
        if self._page.table is None or here is None:
            return
        name = next(one.name for one in self._page.table.columns if one.id == here[1])
        title = _("Conflict of interest of {juror}").format(juror=name)
        reason = ask_line(self._page, title, _("Reason"), _("Declare the conflict"))
        if reason:
            now = today().isoformat()
            if self._change(_("Declare a conflict"), lambda work: declare_conflict(work, *here, reason, now)):
                self._offer_next(here[0])

    def _offer_next(self, nomination: str) -> None:
        with self._page.office.store.read() as read:
            found = next_readers(read, nomination, self._page.filters.phase)
            words = _("Conflict declared")
            if found:
                following = read.get(Juror, found[0].juror)["name"]
                words = _("Conflict declared: {juror} could read it instead").format(juror=following)
        self._page.office.say(words)
