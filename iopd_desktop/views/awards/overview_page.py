"""An edition at a glance: how far the jurors are, how many nominations from where, and the phases."""

from collections.abc import Mapping, Sequence
from typing import Any

from iopd_desktop.actions.edition_reads import Picture, picture
from iopd_desktop.actions.figures import Figure
from iopd_desktop.actions.forecasting import Forecast, forecast
from iopd_desktop.models.awards import JURY_PHASES
from iopd_desktop.views.awards.editions import current_edition
from iopd_desktop.views.awards.nothing import no_edition
from iopd_desktop.views.awards.papers import IN_FIGURES, RANKING
from iopd_desktop.views.kit.bar_row import Bar
from iopd_desktop.views.kit.bars_page import BarsPage
from iopd_desktop.views.kit.office import Aim, Office
from iopd_desktop.words import _, ngettext, number, today

_SEEN = frozenset({"edition", "nomination", "juror", "assignment", "score", "conflict", "phase", "category"})
_MOST = 12


class OverviewPage(BarsPage):
    """Drawings of one edition, each with its figure in words."""

    seen = _SEEN
    own_commands = (IN_FIGURES, RANKING)

    def __init__(self, office: Office, declared: Any = None) -> None:
        self.phase = ""
        super().__init__(office, _("Overview"))

    def read(self) -> None:
        shown = current_edition(self.office)
        if not shown:
            self.nothing(no_edition(self.office))
            return
        with self.office.store.read() as reader:
            ahead = {phase: forecast(reader, shown, phase, today()) for phase in JURY_PHASES}
            self._show(picture(reader, shown), ahead)

    def _show(self, one: Picture, ahead: Mapping[str, Forecast]) -> None:
        self.title.set_title(one.name)
        words = ngettext("{count} nomination", "{count} nominations", one.nominations)
        jurors = ngettext("{count} juror", "{count} jurors", one.jurors).format(count=number(one.jurors))
        told = words.format(count=number(one.nominations))
        self.title.set_count(f"{told}, {jurors}")
        at_work = [phase for phase in one.juries if one.sheets(phase)[1]]
        self.phase = at_work[-1] if at_work else ""
        self._juries(one, ahead)
        self._nominations(_("Nominations by country"), "country", _("Country"), one.countries, one.former)
        self._nominations(_("Nominations by category"), "category", _("Category"), one.categories)
        self._nominations(_("Nominations by language"), "language", _("Language"), one.languages)
        if one.steps:
            self.facts(_("Phases"), [(step.name, step.when or _("no date")) for step in one.steps])
        self.told.emit(f"{told}   {jurors}")

    def _juries(self, one: Picture, ahead: Mapping[str, Forecast]) -> None:
        for phase, shares in one.juries.items():
            done, whole = one.sheets(phase)
            if not whole:
                continue
            bars = [
                Bar(
                    share.name, share.percent, _("{percent} %").format(percent=share.percent),
                    _("{done} of {all} sheets").format(done=number(share.done), all=number(share.whole)),
                    aim=Aim("awards", "assignments", {"juror": [share.code]}),
                )
                for share in shares if share.whole
            ]  # fmt: skip
            if sentence := ahead[phase].told():
                self.note(_("When the scoring ends"), [sentence, *_behind(ahead[phase])])
            told = _("{done} of {all} sheets").format(done=number(done), all=number(whole))
            head = _("{field}: {values}").format(field=_(JURY_PHASES[phase]), values=told)
            self.chart(head, bars, (_("Juror"), _("Done"), _("Sheets")), track=True)

    def _nominations(self, head: str, name: str, column: str, figures: Sequence[Figure], former: str = "") -> None:
        bars = [_bar(name, one, former) for one in figures[:_MOST]]
        if rest := sum(one.count for one in figures[_MOST:]):
            before = sum(one.before or 0 for one in figures[_MOST:])
            bars.append(_bar("", Figure(_("others"), rest, before=before if former else None), former))
        heads = (column, _("Nominations"), former) if former else (column, _("Nominations"))
        self.chart(head, bars, heads)


def _behind(ahead: Forecast) -> list[str]:
    """The jurors who do not end in time at their own pace, in a line."""
    if not ahead.late or not ahead.behind:
        return []
    return [_("Not ready in time at their pace: {names}").format(names=", ".join(one.name for one in ahead.behind))]


def _bar(name: str, one: Figure, former: str) -> Bar:
    """A bar of counted nominations, and the list behind it; beside it what it was in the edition before."""
    told = _("{field}: {values}").format(field=former, values=number(one.before or 0)) if former else ""
    aim = Aim("awards", "nominations", {name: [one.code]}) if name and one.count else None
    return Bar(one.name, one.count, number(one.count), told, one.before if former else None, aim)
