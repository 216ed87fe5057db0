"""The one deed of each open question: confirm the date, choose one of its possibilities, or show the entries."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication

from iopd_desktop.actions.settling import Open, confirm, possibilities, settle_on
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import reading
from iopd_desktop.views.calendar.after_deeds import ask_destroy
from iopd_desktop.views.kit.beside_page import BesidePage
from iopd_desktop.views.kit.pick_list import PickList
from iopd_desktop.words import _, language

_ANOTHER = ""


def settle(page: BesidePage, one: Open, show: Callable[[Open], object]) -> None:
    """Do what settles an open question; `show` brings its entries into view."""
    if one.deed == "add":
        page.begin_with(one.given or {})
        return
    id = one.ids[0]
    if one.deed == "destroy":
        ask_destroy(page, id)
        return
    if one.deed == "confirm":
        page.change(_("Confirm the date"), lambda work: confirm(work, id))
        return
    asked_from = QApplication.focusWidget() or page
    show(one)
    if one.deed != "fix":
        return
    event = page.office.records.seek(Event.kind, id) or {}
    when = FuzzyDate.of(event.get("date"))
    found = possibilities(when) if when else []
    if not found:
        type_date(page)
        return
    offers = [*((each.edtf, reading(each, language())) for each in found), (_ANOTHER, _("Another date…"))]
    picks = PickList(_("Fix date"), lambda _typed: offers, parent=page)
    picks.picked.connect(partial(_take, page, id))
    picks.under(asked_from)


def _take(page: BesidePage, id: str, picked: list[str]) -> None:
    if picked == [_ANOTHER]:
        type_date(page)
    else:
        page.change(_("Fix the date"), lambda work: settle_on(work, id, picked[0]))


def type_date(page: BesidePage) -> None:
    """Give the keyboard to the date in the form."""
    page.form.fields.rows["date"].editor.setFocus()
