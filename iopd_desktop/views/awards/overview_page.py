"""An edition at a glance: how many nominations from where, how far the juries are, and the phases."""

from collections.abc import Iterable
from typing import Any

from iopd_desktop.actions.edition_reads import Picture, picture
from iopd_desktop.actions.figures import Figure
from iopd_desktop.models.awards import JURY_PHASES
from iopd_desktop.views.awards.editions import current_edition, shown_number
from iopd_desktop.views.kit.bar_row import BarRow
from iopd_desktop.views.kit.bars_page import BarsPage
from iopd_desktop.views.kit.empty import EmptyPlace
from iopd_desktop.views.kit.exchange import paper
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.pieces import label
from iopd_desktop.words import N_, _, ngettext, number

_SEEN = frozenset({"edition", "nomination", "juror", "assignment", "score", "conflict", "phase", "category"})
_MOST = 12


class OverviewPage(BarsPage):
    """Drawings of one edition, each with its figure in words."""

    seen = _SEEN
    own_commands = (paper("edition-summary", N_("Edition in figures…"), shown_number),)

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("Overview"))

    def read(self) -> None:
        shown = current_edition(self.office)
        if not shown:
            words = _("An edition holds the categories, the criteria and the phases of a year's award.")
            self.row(EmptyPlace(_("No edition yet"), words))
            return
        with self.office.store.read() as reader:
            self._show(picture(reader, shown))

    def _show(self, one: Picture) -> None:
        self.title.set_title(one.name)
        words = ngettext("{count} nomination", "{count} nominations", one.nominations)
        jurors = ngettext("{count} juror", "{count} jurors", one.jurors).format(count=number(one.jurors))
        self.title.set_count(f"{words.format(count=number(one.nominations))}, {jurors}")
        begun = {phase: one.sheets(phase) for phase in one.juries if one.sheets(phase)[1]}
        if begun:
            self.head(_("Progress of the juries"))
        for phase, (done, whole) in begun.items():
            told = _("{done} of {all} sheets").format(done=number(done), all=number(whole))
            percent = _("{percent} %").format(percent=round(100 * done / whole))
            self.row(BarRow(_(JURY_PHASES[phase]), done / whole, percent, told, track=True))
        self._bars(_("Nominations by category"), one.categories)
        self._bars(_("Nominations by country"), one.countries)
        self._bars(_("Nominations by language"), one.languages)
        self.head(_("Phases"))
        for step in one.steps:
            when = step.when or _("not set")
            self.row(label(f"{step.name}   {when}", "body", "text" if step.when else "text2", wrap=True))
        self.told.emit(f"{words.format(count=number(one.nominations))}   {jurors}")

    def _bars(self, head: str, rows: Iterable[Figure]) -> None:
        counted = [(one.name, one.count) for one in rows]
        if not counted:
            return
        self.head(head)
        most = max(count for _name, count in counted)
        for name, count in counted[:_MOST]:
            self.row(BarRow(name or _("not said"), count / most, number(count)))
        rest = sum(count for _name, count in counted[_MOST:])
        if rest:
            self.row(BarRow(_("others"), rest / most, number(rest)))
