"""The edition in view: chosen over the list of pages, kept for the next visit, and what its pages are narrowed to."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from iopd_desktop.actions import edition_list
from iopd_desktop.store.listing import Filter
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.pick_list import PickList
from iopd_desktop.views.kit.pieces import arrow_behind, button, icon_button
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.tab import Page, Sheet, TabHead
from iopd_desktop.words import _

_KEPT = "edition"
_OF_A_NOMINATION = ("assignment", "conflict")


def editions(records: Records) -> list[tuple[str, str]]:
    """The editions as (id, title), the newest first."""
    with records.store.read() as reader:
        return edition_list.editions(reader)


def current_edition(office: Office) -> str:
    """The id of the edition that the pages show: the one chosen last, or the latest; "" where there is none."""
    known = [id for id, _name in editions(office.records)]
    kept = office.settings.get(_KEPT, "")
    return kept if kept in known else next(iter(known), "")


def choose_edition(office: Office, id: str) -> None:
    """Let the pages show an edition."""
    office.settings.set(_KEPT, id)


def narrowed(office: Office, page: Page | Sheet) -> Page | Sheet:
    """A page within the edition in view: its list, its count, and the edition of what is new on it."""
    edition = current_edition(office)
    if not isinstance(page, Sheet):
        return page
    if "edition" in page.record.fields:
        return replace(page, where=(*page.where, Filter("edition", "is", edition)), given={"edition": edition})
    if page.record.kind in _OF_A_NOMINATION:
        mine = [row["id"] for row in office.records.all("nomination", {"edition": edition})]
        return replace(page, where=(*page.where, Filter("nomination", "in", mine)))
    return page


def reach(office: Office, kind: str, id: str) -> bool:
    """Turn to the edition of a record; False where it is in view already or the record has none."""
    values = office.records.seek(kind, id)
    if values and kind in (*_OF_A_NOMINATION, "score"):
        values = office.records.seek("nomination", values["nomination"])
    edition = (values or {}).get("edition") if kind != "edition" else None
    if not edition or edition == current_edition(office):
        return False
    choose_edition(office, edition)
    return True


class EditionSwitch(TabHead):
    """Names the edition in view; a press offers the others."""

    def __init__(self, office: Office, changed: Callable[[], None]) -> None:
        super().__init__()
        self._office, self._changed = office, changed
        self._button: QPushButton = button("", self.offer, look="filter")
        arrow_behind(self._button)
        self._button.setMinimumHeight(px(36))
        self._small = icon_button("medal", "", self.offer)
        self._small.setMinimumHeight(px(30))
        self._small.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(12), px(8), 0)
        column.addWidget(self._button)
        column.addWidget(self._small, 0, Qt.AlignmentFlag.AlignHCenter)  # in line with the icons of the pages
        self.show_edition()

    def show_edition(self) -> None:
        """Name the edition that is in view."""
        edition = current_edition(self._office)
        name = self._office.records.title("edition", edition) if edition else _("No edition yet")
        room = px(132)
        shown = self._button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
        self._button.setText(shown.replace("&", "&&"))
        self._button.setToolTip(name)
        words = _("Edition in view: {edition}").format(edition=name)
        self._button.setAccessibleName(words)
        self._small.setAccessibleName(words)
        self._small.setToolTip(words)

    def set_narrow(self, narrow: bool) -> None:
        self._button.setVisible(not narrow)
        self._small.setVisible(narrow)

    def offer(self) -> None:
        """Offer the editions."""
        offers = editions(self._office.records)
        made = PickList(_("Edition"), lambda _typed: offers, [current_edition(self._office)], parent=self)
        made.picked.connect(self._take)
        made.under(self._small if self._button.isHidden() else self._button)

    def _take(self, codes: list[str]) -> None:
        choose_edition(self._office, codes[0])
        self.show_edition()
        self._changed()
