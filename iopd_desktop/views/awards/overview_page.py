"""An edition at a glance: how many nominations from where, how far the juries are, and the phases."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from iopd_desktop.actions.edition_reads import Picture, picture
from iopd_desktop.models.awards import JURY_PHASES
from iopd_desktop.views.awards.editions import current_edition
from iopd_desktop.views.kit.bar_row import BarRow
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.empty import EmptyPlace
from iopd_desktop.views.kit.office import LivePage, Office
from iopd_desktop.views.kit.pieces import ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.title_row import TitleRow
from iopd_desktop.words import _, ngettext, number

_SEEN = {"edition", "nomination", "juror", "assignment", "score", "conflict", "phase", "category"}
_MOST = 12


class OverviewPage(LivePage):
    """Drawings of one edition, each with its figure in words."""

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__()
        ground(self, "surface")
        self._office = office
        self._title = TitleRow(_("Overview"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(_("Overview"))
        inside = ground(QWidget(), "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(px(20), px(4), px(20), px(16))
        self._column.setSpacing(0)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._title)
        whole.addWidget(area, 1)
        self._read()

    def commands(self) -> tuple[Command, ...]:
        return ()

    def _read(self) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        shown = current_edition(self._office)
        if not shown:
            words = _("An edition holds the categories, the criteria and the phases of a year's award.")
            self._column.addWidget(EmptyPlace(_("No edition yet"), words))
            return
        with self._office.store.read() as reader:
            self._show(picture(reader, shown))

    def _show(self, one: Picture) -> None:
        self._title.set_title(one.name)
        words = ngettext("{count} nomination", "{count} nominations", one.nominations)
        jurors = ngettext("{count} juror", "{count} jurors", one.jurors).format(count=number(one.jurors))
        self._title.set_count(f"{words.format(count=number(one.nominations))}, {jurors}")
        for phase, (done, whole) in one.sheets.items():
            if whole:
                told = _("{done} of {all} sheets").format(done=number(done), all=number(whole))
                percent = _("{percent} %").format(percent=round(100 * done / whole))
                self._section(_("Progress of the juries") if phase == next(iter(one.sheets)) else "")
                self._column.addWidget(BarRow(_(JURY_PHASES[phase]), done / whole, percent, told, track=True))
        self._bars(_("Nominations by category"), one.categories)
        self._bars(_("Nominations by country"), one.countries)
        self._bars(_("Nominations by language"), one.languages)
        self._section(_("Phases"))
        for step in one.steps:
            when = step.when or _("not set")
            self._column.addWidget(label(f"{step.name}   {when}", "body", "text" if step.when else "text2", wrap=True))
        self._column.addStretch(1)
        self.told.emit(f"{words.format(count=number(one.nominations))}   {jurors}")

    def _section(self, head: str) -> None:
        if head:
            words = label(head, "section", "text2")
            words.setContentsMargins(0, px(14), 0, px(4))
            self._column.addWidget(words)

    def _bars(self, head: str, rows: Iterable[tuple[str, int]]) -> None:
        counted = list(rows)
        if not counted:
            return
        self._section(head)
        most = max(count for _name, count in counted)
        for name, count in counted[:_MOST]:
            self._column.addWidget(BarRow(name or _("not said"), count / most, number(count)))
        rest = sum(count for _name, count in counted[_MOST:])
        if rest:
            self._column.addWidget(BarRow(_("others"), rest / most, number(rest)))

    def reload(self, kinds: set[str]) -> None:
        if kinds & _SEEN:
            self._read()

    def enter(self) -> None:
        self._read()
