"""The milestones of an edition: what its phases make of the calendar is shown first, then it is one step."""

from collections.abc import Mapping, Sequence
from typing import Any

from iopd_desktop.actions.milestones import Milestone, milestones, moved_by_milestones, refresh_milestones
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.store.reading import Missing
from iopd_desktop.views.kit.dialogs.asked import shown
from iopd_desktop.views.kit.dialogs.moves import MovesDialog, Offered, explain, offers, said
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.strips import Hint
from iopd_desktop.words import _, ngettext, number


def edition_hints(records: Records, values: Mapping[str, Any]) -> Sequence[Hint]:
    """That the calendar does not say what the phases of an edition say."""
    with records.store.read() as reader:
        count = sum(one.act != "same" for one in milestones(reader, values["id"]))
    if not count:
        return []
    words = ngettext(
        "{count} milestone does not stand in the calendar as its phase says",
        "{count} milestones do not stand in the calendar as their phases say",
        count,
    )
    return [Hint(words.format(count=number(count)))]


def ask_milestones(page: Any, edition: str | None = None) -> None:
    """Show which entries the phases of an edition make and move, and do what is ticked as one step."""
    id = edition or next(iter(page.selected()), None)
    if id is None:
        page.complain(_("There is no edition yet: begin one on the page Editions"))
        return
    with page.office.store.read() as reader:
        found = milestones(reader, id)
        moving = moved_by_milestones(reader, found)
    fresh = [one for one in found if one.act == "new"]
    words = _("Entries of the calendar are made from the phases and move with them. One Undo takes all of it back.")
    deed = _("Put into the calendar") if fresh or moving.moves else ""
    listed = [*map(_offered, fresh), *offers(moving.moves)]
    dialog = MovesDialog(page, _("Milestones from the phases"), words, deed, listed)
    if not listed:
        dialog.explain(_("The calendar says what the phases say. Phases without a date make nothing."))
    explain(dialog, moving)
    if shown(dialog) and deed:
        refresh(page, id, dialog.left_out())


def refresh(page: Any, edition: str, leave: set[tuple[str, str]]) -> None:
    """Make and move the milestones of an edition but for those to `leave`."""
    title = _("Milestones from the phases")
    try:
        with page.office.store.work(title) as work:
            made, moved = refresh_milestones(work, edition, leave)
    except (BadValue, Refused, Missing) as wrong:
        page.complain(str(wrong))
        return
    page.office.say(_("Milestones: {made} new, {moved} moved").format(made=number(made), moved=number(moved)))


def _offered(one: Milestone) -> Offered:
    return Offered(one.key, one.title, "", said(one.after), _("new"))
