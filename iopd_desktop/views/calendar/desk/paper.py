"""What comes back on paper is entered from the desk, which then knows it."""

from PySide6.QtWidgets import QWidget

from iopd_desktop.actions.badge_codes import SLIP_PREFIX
from iopd_desktop.views.calendar.desk.door import Door
from iopd_desktop.views.calendar.desk.paper_entry import PaperEntry
from iopd_desktop.views.calendar.desk.sheet_entry import SheetEntry
from iopd_desktop.views.calendar.desk.slip_entry import SlipEntry
from iopd_desktop.views.kit.dialogs.asked import shown


def enter_slips(desk: QWidget, door: Door) -> None:
    """Enter consent slips over the desk."""
    _enter(SlipEntry(desk, door.store, door.hall, door.desk.by), door)


def enter_sheets(desk: QWidget, door: Door) -> None:
    """Enter sign-in sheets over the desk."""
    _enter(SheetEntry(desk, door.store, door.hall, door.desk.by), door)


def enter_scanned(desk: QWidget, door: Door, code: str) -> None:
    """Enter the slip or the sheet whose code was scanned into the desk's own field, and what follows it."""
    entry = SlipEntry if code.upper().startswith(SLIP_PREFIX) else SheetEntry
    _enter(entry(desk, door.store, door.hall, door.desk.by), door, code)


def _enter(entry: PaperEntry, door: Door, code: str = "") -> None:
    entry.code.setText(code)
    entry.look_up()
    shown(entry)
    door.read_again()
