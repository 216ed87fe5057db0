"""Who comes without a place is registered at the door and let in; with a consent they become a person we know."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.allowing import allow
from iopd_desktop.actions.checking_in import Desk, Stopped, said_at
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.members import ContactPoint, Organisation, Person
from iopd_desktop.models.registrations import Registration
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import _, fold

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

Row = dict[str, Any]


def walk_in(
    work: "Work", event: str, values: Mapping[str, Any], desk: Desk, consents: Iterable[str] = (), *, sure: bool = False
) -> str:
    """Register somebody who comes without a place and let them in; the id of the registration.

    Who consents to something becomes a person with an address (found by it where it is known); who does not stays a
    registration of this event alone. Stopped where this address is registered for the event already, unless the desk
    is `sure`: colleagues may share one.
    """
    purposes = list(consents)
    twice = None if sure else same_address(work, event, str(values.get("email") or ""))
    if twice:
        raise Stopped(_("{name} is registered with this e-mail").format(name=twice["name"]), "registered")
    member = values.get("member") or organisation_called(work, values.get("organisation") or "")
    kept = {"member": member, **values, "event": event, "walk_in": True, "state": "here"}
    if purposes:
        kept["person"] = person_of(work, kept)
    id = work.add(Registration, kept)
    said_at(work, id, desk)
    for purpose in dict.fromkeys(purposes):
        allow(work, str(kept["person"]), purpose, language=values.get("language"), by=desk.by,
              source=work.title(Event.kind, event))  # fmt: skip
    return id


def same_address(read: Reader, event: str, email: str) -> Row | None:
    """The registration for an event with an e-mail address, or None."""
    wanted = email.strip().casefold()
    rows = read.all(Registration, {"event": event}) if wanted else ()
    return next((row for row in rows if (row["email"] or "").casefold() == wanted), None)


def organisation_called(read: Reader, name: str) -> str | None:
    """The id of the one organisation of this name, in any of its names; None where there is none, or several."""
    wanted = fold(name.strip())
    if not wanted:
        return None
    numbers = read.hits(Organisation.kind, name) or ()
    ids = [id for n in numbers for (id,) in read.rows("SELECT id FROM organisation WHERE n = ?", [n])]
    called = [id for id, row in read.some(Organisation, ids).items() if wanted in map(fold, _names(row))]
    return called[0] if len(called) == 1 else None


def _names(row: Row) -> list[str]:
    return [row["name"], row["acronym"] or "", *(row["other_names"] or "").split("\n")]


def person_of(work: "Work", values: Mapping[str, Any]) -> str:
    """The person of a registration's values: the one told, the one with this address, or a new one."""
    if values.get("person"):
        return str(values["person"])
    email = str(values.get("email") or "").strip()
    for row in work.all(ContactPoint, {"means": "email", "value": email}) if email else ():
        return str(row["person"])
    given, family = parted(str(values["name"]), values.get("given_name"))
    told = {"given_name": given or None, "family_name": family, "organisation": values.get("member")}
    id = work.add(Person, {**told, "language": values.get("language"), "country": values.get("country")})
    if email:
        work.add(ContactPoint, {"person": id, "means": "email", "value": email, "preferred": True})
    return id


def parted(name: str, given: str | None = None) -> tuple[str, str]:
    """Given name and family name of a whole name; without a told given name the last word is the family's."""
    name = " ".join(name.split())
    if given and name.startswith(given):
        return given, name.removeprefix(given).strip() or name
    if given and name.endswith(given):
        return given, name.removesuffix(given).strip() or name
    first, _space, last = name.rpartition(" ")
    return first, last
