"""Lists of persons are destroyed by their day: registrations lose who it was and keep what is counted."""

from datetime import date
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.attending import one_each
from iopd_desktop.actions.badge_codes import code_of, shown
from iopd_desktop.actions.settling import Open
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.refusal import Refused
from iopd_desktop.models.registrations import Answer, CheckIn, Registration
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, day, ngettext, number

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

# Who it was. A gender with a country and a body would still tell it; printed counts keep the genders.
_TOLD = (
    "person", "given_name", "other_form", "organisation", "email", "language", "gender", "ticket", "notes", "no_photos",
)  # fmt: skip


def still_named(read: Reader, event: str) -> list[dict[str, Any]]:
    """The registrations of an event that still say who it was."""
    rows = read.all(Registration, {"event": event})
    return [row for row in rows if row["name"] != _nameless(row["id"]) or any(row[name] for name in _TOLD)]


def destroy(work: "Work", event: str) -> int:
    """Take names, addresses and answers out of the registrations of an event; how many said who it was.

    Country, part, state, body and check-ins stay for the counts; what two desks wrote of one person becomes one
    registration, since nobody could tell afterwards. History still holds the old values until it is erased. Refused
    where nothing is left to destroy.
    """
    named = still_named(work, event)
    if not named:
        raise Refused(_("No registration of this event says who it was any more"))
    rows = work.all(Registration, {"event": event})
    kept = {row["id"]: row for row in one_each(rows)}
    for row in rows:
        for answer in work.all(Answer, {"registration": row["id"]}):
            work.remove(Answer, answer["id"])
        one = kept.get(row["id"])
        if one is None:
            for said in work.all(CheckIn, {"registration": row["id"]}):
                work.remove(CheckIn, said["id"])
            work.remove(Registration, row["id"])
        else:
            nothing = dict.fromkeys(_TOLD)
            work.edit(Registration, row["id"], {
                **nothing, "name": _nameless(row["id"]), "state": one["state"], "walk_in": one["walk_in"],
            })  # fmt: skip
    return len(named)


def _nameless(id: str) -> str:
    """What stands for a name: the code of the badge, so that each stays one."""
    return shown(code_of(id))


def to_destroy(read: Reader, today: date) -> list[Open]:
    """The events whose lists of persons should be destroyed by now, in any year."""
    found = []
    for id, until in read.rows("SELECT id, destroy_by FROM event WHERE destroy_by < ?", [today.isoformat()]):
        if count := len(still_named(read, id)):
            words = ngettext(
                "“{title}”: {count} registration still says who it was",
                "“{title}”: {count} registrations still say who it was", count,
            ).format(title=read.title(Event.kind, id), count=number(count))  # fmt: skip
            note = _("to be destroyed by {day}").format(day=day(date.fromisoformat(until)))
            found.append(Open(words, note, "destroy", (id,), True))
    return found
