"""The jury's packets: what each juror is sent, one packet seen before, and all of them made with a count and Cancel."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from iopd_desktop.actions.score_reads import score_table
from iopd_desktop.models.awards import JURY_PHASES
from iopd_desktop.models.members import LANGUAGE_NAMES
from iopd_desktop.paths import previews
from iopd_desktop.views.awards.columns_page import ColumnsPage
from iopd_desktop.views.awards.editions import current_edition
from iopd_desktop.views.awards.nothing import no_edition, nothing_read
from iopd_desktop.views.kit.background import Progress
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.empty import Nothing
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.pieces import button, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import N_, _, language, ngettext, number

if TYPE_CHECKING:
    from iopd_desktop.reports import Made

_SEEN = {"edition", "nomination", "juror", "assignment", "conflict"}


class PacketsPage(ColumnsPage):
    """The jurors with what they read, a look at one packet, and the deed that makes them all."""

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("Jury packets"))
        self.edition = current_edition(office)
        self._make = self.title.primary(_("Make packets"), self.make_all, icon="printer")
        self._read()

    def commands(self) -> tuple[Command, ...]:
        return COMMANDS

    def reload(self, kinds: set[str]) -> None:
        if kinds & _SEEN:
            self._read()

    def _read(self) -> None:
        self._make.setVisible(bool(self.edition))
        if not self.edition:
            self.nothing(no_edition(self.office))
            return
        columns, count, missing = [], 0, list[Nothing | None]()
        with self.office.store.read() as read:
            for phase, words in JURY_PHASES.items():
                table = score_table(read, self.edition, phase)
                rows = [self._row(one.id, one.name, one.language, table.tally.progress(one.id)[1])
                        for one in table.columns]  # fmt: skip
                count += len(rows)
                missing.append(nothing_read(self.office, table))
                columns.append([(_(words), rows or [label(_("No jurors yet"), "body", "text3")])])
        if all(missing) and (empty := missing[0]):
            self._make.hide()
            self.nothing(empty)
            return
        self.title.set_count(ngettext("{count} packet", "{count} packets", count).format(count=number(count)))
        self.show_blocks(*columns)

    def _row(self, juror: str, name: str, code: str, count: int) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(label(name, "name"), 3)
        row.addWidget(label(_(LANGUAGE_NAMES.get(code, code)), "small", "text2"), 1)
        told = ngettext("{count} nomination", "{count} nominations", count).format(count=number(count))
        row.addWidget(label(told, "small", "text2" if count else "warn"), 1)
        look = button(_("Look"), partial(self.look_at, juror), look="link", name=_("Look at {name}").format(name=name))
        row.addWidget(look)
        return made

    def look_at(self, juror: str) -> None:
        """Make one juror's packet, and preview it."""
        self.wrong.hide()
        office, code = self.office, language()
        edition = office.records.seek("edition", self.edition)

        def work(progress: Progress) -> "Made":
            from iopd_desktop.reports import make, report_named

            number_, out = (edition or {}).get("number"), previews()
            with office.store.read() as reader:
                report = report_named("jury-packet")
                return make(report, reader, out, code, told=progress.step, edition=number_, juror=juror)

        office.in_background(self, _("Packet"), work, lambda made: office.preview(made.paths[0]))

    def make_all(self) -> None:
        """Make a file for each juror and one for the printer, in a folder that is asked for."""
        from iopd_desktop.reports import report_named
        from iopd_desktop.views.kit.exchange.reporting import make_report

        edition = self.office.records.seek("edition", self.edition)
        if edition:
            make_report(self.window(), report_named("jury-packet"), language(), {"edition": edition["number"]})


COMMANDS = (Command("packets", N_("Make jury packets"), PacketsPage.make_all, menu="reports", icon="printer"),)
