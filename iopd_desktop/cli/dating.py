"""Commands of the calendar: what moves with a date, and the milestones of an edition."""

from typing import Any

from iopd_desktop.actions.lists import found_record, kind_named
from iopd_desktop.cli.changing import edition_named
from iopd_desktop.cli.desk import Desk
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_parse import parse as parse_fuzzy
from iopd_desktop.models.fuzzy_words import reading
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _, language, ngettext, today


def move_date(desk: Desk) -> None:
    """Move the date of an entry or a phase with what depends on it, in one step; a dry run only says what would."""
    from iopd_desktop.actions.moving import WHY, move, move_title, what_moves

    told = desk.arguments
    record = kind_named(told.kind)
    with desk.store().read() as reader:
        row = reader.get(record, found_record(reader, record, told.id))
        year = int(row["date"]["earliest"][:4]) if row["date"] else today().year
        to = _exact(told.date) or parse_fuzzy(told.date, language=language(), year=year)
        moving = what_moves(reader, record.kind, row["id"], to)
    leave = {one.key for one in moving.others} if told.only else set()
    shown = [one for one in moving.moves if one.key not in leave]
    if not told.dry_run:
        with desk.store().work(move_title(moving.moves[0].title, len(shown) - 1, told.reason)) as work:
            move(work, moving, leave)
    if desk.json:
        moves = [
            {"kind": one.record.kind, "id": one.id, "title": one.title, "before": _plain(one.before),
             "after": one.after.plain(), "why": one.why}
            for one in shown
        ]  # fmt: skip
        desk.give({"moves": moves, "circles": list(moving.circles)})
        return
    rows = ((one.title, said(one.before), said(one.after), _(WHY[one.why])) for one in shown)
    desk.table((_("What"), _("Before"), _("After"), _("Why")), rows)
    for name in moving.circles:
        desk.warn(_("“{title}” depends on itself in a circle; it moves only once").format(title=name))


def forecast(desk: Desk) -> None:
    """On which day a jury will have scored everything at its pace, and who does not end in time."""
    from iopd_desktop.actions.forecasting import forecast as foretold

    told = desk.arguments
    with desk.store().read() as reader:
        found = foretold(reader, edition_named(reader, told.edition), told.phase, today())
    if desk.json:
        desk.give(found.plain())
        return
    desk.say(_("{done} of {all} sheets").format(done=found.done, all=found.whole))
    if words := found.told():
        desk.say(words)
    for one in found.behind if found.late else ():
        desk.say(f"  {one.name}: {one.done}/{one.whole}")


def _exact(text: str) -> FuzzyDate | None:
    """A date written in EDTF, or None for one in words."""
    try:
        return FuzzyDate.from_edtf(text)
    except BadValue:
        return None


def milestones(desk: Desk) -> None:
    """Make and move the entries that an edition's phases ask for; a dry run only says which."""
    from iopd_desktop.actions.milestones import milestones as asked_for
    from iopd_desktop.actions.milestones import moved_by_milestones, refresh_milestones

    told = desk.arguments
    with desk.store().read() as reader:
        edition = edition_named(reader, told.edition)
        found = asked_for(reader, edition)
        moving = moved_by_milestones(reader, found)
    made, moves = sum(one.act == "new" for one in found), len(moving.moves)
    if not told.dry_run and made + moves:
        with desk.store().work(_("Milestones from the phases")) as work:
            made, moves = refresh_milestones(work, edition)
    if desk.json:
        rows = [{"id": one.id, "title": one.title, "act": one.act, "before": _plain(one.before),
                 "after": one.after.plain()} for one in found]  # fmt: skip
        desk.give({"new": made, "moved": moves, "milestones": rows})
        return
    acts = {"new": _("new"), "moved": _("moves"), "same": _("the same")}
    rows_of_words = ((one.title, said(one.before), said(one.after), acts[one.act]) for one in found)
    desk.table((_("What"), _("Before"), _("After"), ""), rows_of_words)
    desk.say(ngettext("{count} entry made", "{count} entries made", made).format(count=made))


def said(when: FuzzyDate | None) -> str:
    """A date in full words, or that there is none."""
    return reading(when, language()) if when else _("no date yet")


def _plain(when: FuzzyDate | None) -> dict[str, Any] | None:
    return when.plain() if when else None
