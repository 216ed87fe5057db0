"""Sign-in sheets are entered back: the code, the signed rows, the blank ones, and a look before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from iopd_desktop.actions.arriving import Beginning, arrival, beginning
from iopd_desktop.actions.entering_sheets import (
    BLANKS,
    COMES,
    HERE,
    NEW,
    Line,
    blank_told,
    enter_sheet,
    rows_told,
    sheet_lines,
    sheet_people,
    sheet_session,
)
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.models.registrations import Session
from iopd_desktop.store.store import Store
from iopd_desktop.views.calendar.desk.paper_entry import PaperEntry
from iopd_desktop.views.kit.lines import Passage
from iopd_desktop.views.kit.pieces import elided, ground, label, picture
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import N_, _, ngettext, number

SOON_MS = 150
_SHOWN = 150
_BRINGS = {
    COMES: ("tick", N_("Comes in"), "ok"), HERE: ("minus", N_("Is in already"), "text2"),
    NEW: ("plus", N_("Without a registration"), "accent"),
}  # fmt: skip


class Signers(QScrollArea):
    """Who signed, row by row, and what each row brings."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(_("Who signed"))
        self.setMinimumSize(px(520), px(120))
        self.show_lines(())

    def show_lines(self, lines: Sequence[Line], nothing: str = "") -> None:
        """Show the rows, or a sentence where there is none."""
        inside = ground(QWidget(), "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(8), px(4), px(8), px(4))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(2))
        for place, line in enumerate(lines[:_SHOWN]):
            icon, words, ink = _BRINGS[line.brings]
            for across, cell in enumerate((
                label(number(line.row) if line.row else "", "name", "text2"), elided(line.name, "name", "text"),
                elided(line.place), picture(icon, ink), label(_(words), "small", ink),
            )):  # fmt: skip
                grid.addWidget(cell, place, across)
        for across, share in ((1, 3), (2, 3)):
            grid.setColumnStretch(across, share)
        column.addLayout(grid)
        more = len(lines) - _SHOWN
        if more > 0:
            nothing = ngettext("{count} more", "{count} more", more).format(count=number(more))
        if nothing:
            column.addWidget(label(nothing, "small", "text2", wrap=True))
        column.addStretch(1)
        self.setWidget(inside)


class SheetEntry(PaperEntry):
    """Each sheet is one step. Nothing is entered that was not shown by name before."""

    def __init__(self, parent: QWidget | None, store: Store, event: str, by: str = "") -> None:
        super().__init__(
            parent, store, event, title=_("Enter a sign-in sheet"), deed=_("Let them in"),
            code=_("Code of the sheet, or scan it"),
        )  # fmt: skip
        self._by = by
        self._sheet: tuple[str | None, Beginning] | None = None
        self.rows = self.ask(_("Rows that were signed"))
        self.rows.setPlaceholderText("1-14 16 19")
        self.blanks = Passage(_("Who wrote into blank rows, a line for each"), _("Name; organisation; country"))
        self.put(self.blanks.accessibleName(), self.blanks)
        self.blanks.installEventFilter(self)
        self.when = self.ask(_("When they came (empty: now)"))
        self.signers = Signers()
        self._sum = label("", "strong", wrap=True)
        self.body.addWidget(self._sum)
        self.grow(self.signers)
        self.finish(_("Enter goes on, Ctrl+Enter lets them in."))
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.preview)
        for changed in (self.rows.textEdited, self.blanks.textChanged, self.when.textEdited):
            changed.connect(lambda *_told: self._soon.start())
        self.preview()

    def another(self) -> None:
        self._sheet = None
        super().another()

    def look_up(self) -> bool:
        """Say of what the sheet is; False after saying what is wrong with its code."""
        text = self.code.text().strip()
        if self._sheet or not text:
            return bool(self._sheet)
        try:
            with self.store.read() as read:
                session = sheet_session(read, self.event_id, text)
                count = len(sheet_people(read, self.event_id, session, text))
                begins = beginning(read, self.event_id, session)
                title = read.title(Session.kind, session) if session else self.event_title
        except (BadValue, Refused) as wrong:
            self.complain(str(wrong))
            self.code.selectAll()
            return False
        self._sheet = session, begins
        words = _("{title}: rows 1 to {last}, blank ones {first} to {end}")
        told = {"last": number(count), "first": number(count + 1), "end": number(count + BLANKS)}
        self.whose.setText(words.format(title=title, **told))
        self.when.setText(begins.text if begins.past else "")
        self.complain("")
        self.preview()
        return True

    def _told(self) -> tuple[tuple[int, ...], list[dict[str, object]]]:
        """The rows and the blank rows as they are typed."""
        rows = rows_told(self.rows.text()) if self.rows.text().strip() else ()
        return rows, [blank_told(line) for line in self.blanks.toPlainText().splitlines() if line.strip()]

    def preview(self) -> list[Line]:
        """Show who would come in; what cannot be read yet is said in their place."""
        lines: list[Line] = []
        nothing = _("Who signed is shown here before it is entered.")
        if self._sheet:
            session, begins = self._sheet
            try:
                arrival(self.when.text(), begins)
                with self.store.read() as read:
                    lines = sheet_lines(read, self.event_id, session, self.code.text(), *self._told())
            except (BadValue, Refused) as wrong:
                nothing = str(wrong)
        self.signers.show_lines(lines, "" if lines else nothing)
        self._sum.setText(summed(lines) if lines else "")
        return lines

    def try_it(self) -> None:
        """Let in who is shown; who is not in view yet is shown first, and let in by the next press."""
        self.complain("")
        if not self.look_up():
            self.code.setFocus()
            return
        if self._soon.isActive():
            self._soon.stop()
            self.preview()
            return
        assert self._sheet
        session, begins = self._sheet
        try:
            at = arrival(self.when.text(), begins)
            rows, blanks = self._told()
            if not rows and not blanks:
                raise BadValue(_("No row is told yet"))
            with self.store.work(_("Sign-in sheet")) as work:
                lines = sheet_lines(work, self.event_id, session, self.code.text(), rows, blanks)
                enter_sheet(work, self.event_id, session, self.code.text(), rows, blanks, by=self._by, at=at)
        except (BadValue, Refused) as wrong:
            self.complain(str(wrong))
            return
        for field in (self.rows, self.blanks, self.when):
            field.clear()
        self.entered(_("Entered: {counts}").format(counts=summed(lines)))
        self.preview()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys
        if pressed and isinstance(event, QKeyEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.try_it()
            return True
        return super().eventFilter(watched, event)


def summed(lines: Sequence[Line]) -> str:
    """How many come in, were in, and come without a registration."""
    counts = {brings: sum(line.brings == brings for line in lines) for brings in _BRINGS}
    words = _("Come in: {came}. In already: {already}. Without a registration: {walk_ins}.")
    return words.format(came=number(counts[COMES]), already=number(counts[HERE]), walk_ins=number(counts[NEW]))
