"""One badge on the spot: on the printer that was chosen once, or shown where the computer has no printer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from iopd_desktop import paths
from iopd_desktop.actions.badge_codes import code_of
from iopd_desktop.actions.hall_reads import Guest
from iopd_desktop.models.refusal import Refused
from iopd_desktop.reports import Made, make, report_named
from iopd_desktop.views.calendar.desk.door import Door
from iopd_desktop.views.kit.background import Progress
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.preview import print_file, show_preview
from iopd_desktop.words import _, language

SHEET = "A6"


def chosen_printer(parent: QWidget) -> Any:
    """The printer that somebody chooses for badges, None where the computer has none; Refused where none is chosen."""
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A6))
    asked = QPrintDialog(printer, parent)
    asked.setWindowTitle(_("Printer for the badges of this desk"))
    if asked.exec() != QPrintDialog.DialogCode.Accepted:
        raise Refused(_("No printer was chosen"))
    return printer


class BadgePrinter(QObject):
    """Prints badges one by one. The printer is asked for once and kept while the desk is open.

    A badge in somebody's own hand is no list that leaves the house: it is not kept as a disclosure. `failed` says why
    a badge was not printed, or what on it was not.
    """

    failed = Signal(str)

    def __init__(self, office: Office, door: Door, over: QWidget, choose: Callable[[QWidget], Any] = chosen_printer):
        super().__init__(over)
        self._office, self._door, self._over, self.choose = office, door, over, choose
        self._printer: Any = None
        self._under_way: set[str] = set()

    def print_one(self, guest: Guest) -> bool:
        """Let somebody in and print their badge in the background; False where something stopped the hand."""
        if guest.id in self._under_way or not self._door.may_have_badge(guest):
            return False
        self._under_way.add(guest.id)
        out, code = paths.previews() / f"badge-{code_of(guest.id)}.pdf", language()
        told = {"event": self._door.hall, "sheet": SHEET, "registration": guest.id}

        def work(progress: Progress) -> Made:
            with self._door.store.read() as read:
                return make(report_named("badges"), read, out, code, told=progress, **told)

        self._office.jobs.run(
            _("Badge of {name}").format(name=guest.name), work, partial(self._made, guest), partial(self._fail, guest)
        )
        return True

    def _made(self, guest: Guest, made: Made) -> None:
        try:
            self._bring_out(made.paths[0])
        except Refused as refused:
            self._printer = None  # the next badge asks for another one
            self._fail(guest, str(refused))
            return
        self._under_way.discard(guest.id)
        self._door.badge_printed(guest)
        if made.missing:
            self.failed.emit("\n".join(made.missing))

    def _bring_out(self, path: Path) -> None:
        self._printer = self._printer or self.choose(self._over)
        if self._printer is None:
            show_preview(path, self._over)
        else:
            print_file(path, self._printer)

    def _fail(self, guest: Guest, why: str) -> None:
        self._under_way.discard(guest.id)
        self.failed.emit(_("The badge of {name} was not printed: {why}").format(name=guest.name, why=why))
