"""The convocation of an organ's meeting: whom it calls, in which language, to what, and how many make a quorum."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from iopd_desktop.actions.event_reads import EventTold, event_told
from iopd_desktop.actions.local_times import local_times
from iopd_desktop.actions.organ_reads import holders
from iopd_desktop.actions.programme_reads import SessionOnPaper, programme
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import CERTAINTIES, FuzzyDate
from iopd_desktop.models.kinds import chosen
from iopd_desktop.models.members import Organ, Person
from iopd_desktop.models.refusal import Refused
from iopd_desktop.store.reading import Reader
from iopd_desktop.words import LANGUAGES, _, day, fold, language, speaking, today


@dataclass(frozen=True)
class Called:
    """Somebody who is called: a person, or a member organisation that names one; `there` is the hour at their place."""

    name: str
    organisation: str
    role: str
    salutation: str
    language: str
    there: str = ""

    @property
    def listed(self) -> str:
        """Name and organisation in one line."""
        return ", ".join(part for part in (self.name, self.organisation) if part)


@dataclass(frozen=True)
class Meeting:
    """What a page of one language says of the meeting; `open` says how sure a date is that is not fixed."""

    event: EventTold
    organ: str
    quorum: int | None
    hour: str
    open: str
    format: str
    link: str
    business: str
    sessions: tuple[SessionOnPaper, ...]


@dataclass(frozen=True)
class Convocation:
    """The meeting in each language that is needed, and who is called, by name."""

    meetings: Mapping[str, Meeting]
    called: tuple[Called, ...]
    language: str

    @property
    def meeting(self) -> Meeting:
        """The meeting in the language of the document."""
        return self.meetings[self.language]


def convocation(read: Reader, named: str) -> Convocation:
    """The convocation of an entry by its id or title: those who hold the seats of its organ on its first day.

    Each is called in their own language, an organisation in the first of its languages, else in the document's.
    Refused for an entry that is no meeting of an organ.
    """
    told, here = event_told(read, named), language()
    row = read.get(Event, told.id)
    organ = read.seek(Organ, row["organ"]) if row["organ"] else None
    if organ is None:
        words = _("“{title}” is no meeting of an organ: fill in “{field}”")
        raise Refused(words.format(title=told.title, field=Event.fields["organ"].label))
    when = FuzzyDate.of(row["date"])
    first = when.earliest if when else date.fromisoformat(row["moment"]["at"][:10]) if row["moment"] else today()
    called = [_called(one, row, here) for one in holders(read, organ["id"], first)]
    meetings = {}
    for code in sorted({here, *(one.language for one in called)}):
        with speaking(code):
            meetings[code] = _meeting(read, row, organ)
    return Convocation(meetings, tuple(sorted(called, key=lambda one: (fold(one.listed), one.role))), here)


def _called(held: tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]], event: Any, here: str) -> Called:
    seat, person, place = held
    codes = [person.get("language"), *(place.get("languages") or ()), here]
    code = next(one for one in codes if one in LANGUAGES)
    country = person.get("country") or place.get("country")
    with speaking(code):
        return Called(
            Person.called(person) if person else "", place.get("name") or "", seat["role"] or "",
            person.get("salutation") or "", code, _there(event["moment"], country),
        )  # fmt: skip


def _there(moment: Mapping[str, str] | None, country: str | None) -> str:
    """What the clocks of a country show when the meeting begins, where they show something else."""
    if not moment or not country:
        return ""
    found = local_times(moment, [country])
    if any(f"{one.at:%Y-%m-%dT%H:%M}" == moment["at"][:16].replace(" ", "T") for one in found):
        return ""
    return "; ".join(f"{day(one.at.date())}, {one.at:%H:%M} ({', '.join(one.places)})" for one in found)


def _meeting(read: Reader, row: Mapping[str, Any], organ: Mapping[str, Any]) -> Meeting:
    event, when = event_told(read, row["id"]), FuzzyDate.of(row["date"])
    sure = when is not None and when.certainty == "fixed"
    return Meeting(
        event=event,
        organ=chosen(organ["name"])[0],
        quorum=int(organ["quorum"]) if organ["quorum"] else None,
        hour=Event.fields["moment"].kind.format(row["moment"]) if row["moment"] else "",
        open="" if sure or when is None else _(CERTAINTIES[when.certainty]),
        format=Event.fields["format"].kind.format(row["format"]) if row["format"] else "",
        link=row["link"] or "",
        business=row["agenda"] or "",
        sessions=programme(read, event).sessions,
    )
