"""Dealing nominations out to a jury: what would happen is shown first, then it is one step."""

from typing import Any

from iopd_desktop.actions.assigning import Offer, deal_out, offer
from iopd_desktop.models.awards import JURY_PHASES
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.views.awards.editions import current_edition, editions
from iopd_desktop.views.kit.dialogs.asked import shown, table
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.exchange.exporting import choice
from iopd_desktop.words import _, ngettext, number


def ask_deal(page: Any) -> None:
    """Ask which jury of which edition, and how many readers, then show what dealing out would do."""
    there = editions(page.office.records)
    if not there:
        page.complain(_("There is no edition yet: begin one on the page Editions"))
        return
    words = _("Evenly, by language, and never against a conflict. What was given by hand or scored already stays.")
    dialog = Dialog(page, _("Deal nominations out"), words, _("Show me"))
    which = choice(dialog, _("Edition"), [(title, id) for id, title in there])
    which.setCurrentIndex(max(0, which.findData(current_edition(page.office))))
    phase = choice(dialog, _("Jury"), [(_(label), code) for code, label in JURY_PHASES.items()])
    readers = dialog.ask(_("Readers of each nomination"), text="3")
    dialog.checked_by(lambda: "" if readers.text().strip().isdigit() and 1 <= int(readers.text()) <= 50
                      else _("A whole number from 1 to 50 is expected"))  # fmt: skip
    if shown(dialog):
        _propose(page, which.currentData(), phase.currentData(), int(readers.text()))


def _propose(page: Any, edition: str, phase: str, readers: int) -> None:
    def work(_progress: Any) -> Offer:
        with page.office.store.read() as reader:
            return offer(reader, edition, phase, readers)

    page.office.in_background(page, _("Deal out"), work, lambda made: _show(page, made))


def _show(page: Any, made: Offer) -> None:
    count = len(made.give)
    deed = ngettext("Give {count} reading", "Give {count} readings", count).format(count=number(count))
    dialog = Dialog(page, _("Deal nominations out"), "", deed if count else "")
    if not count:
        dialog.explain(_("Every nomination has its readers already."))
    rows = [
        (one.name, _("{before} before, {more} more").format(before=number(one.kept), more=number(one.more)),
         _("{count} in a language not read").format(count=number(one.unread)) if one.unread else "")
        for one in made.loads
    ]  # fmt: skip
    table(dialog, rows, _("What each juror reads"))
    if made.lacks:
        dialog.explain(_("These do not find all their readers:"))
        lacking = [(one.title, _("{has} of {all}").format(has=number(one.has), all=number(one.of)), one.why)
                   for one in made.lacks]  # fmt: skip
        table(dialog, lacking, _("Nominations that lack readers"))
    if made.unchecked:
        words = ngettext(
            "{count} nomination among them is not checked yet: see the page Eligibility.",
            "{count} nominations among them are not checked yet: see the page Eligibility.", made.unchecked,
        )  # fmt: skip
        dialog.explain(words.format(count=number(made.unchecked)))
    if made.circles > 1:
        words = _("The jury falls into {count} groups that read nothing in common: their scores cannot be compared.")
        dialog.explain(words.format(count=number(made.circles)))
    if shown(dialog) and count:
        deal(page, made)


def deal(page: Any, made: Offer) -> None:
    """Do what an offer says, as one step."""
    try:
        with page.office.store.work(_("Deal nominations out")) as work:
            deal_out(work, made.edition, made.phase, made.readers)
    except (BadValue, Refused) as refused:
        page.complain(str(refused))
        return
    page.office.say(_("{count} readings given").format(count=number(len(made.give))))
