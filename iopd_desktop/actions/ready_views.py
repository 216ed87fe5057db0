"""Views that come with the program: the lists that an office asks for again and again, in the reader's language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from iopd_desktop.models import Record, by_kind
from iopd_desktop.store.listing import Filter, Listing
from iopd_desktop.words import N_, _, fold, today

JURY_LANGUAGES = ("en", "es", "fr")


@dataclass(frozen=True)
class ReadyView:
    """A view of the program's own: its page (tab/page), its kind, and its conditions as they are on a day."""

    name: str
    label: str
    place: str
    kind: str
    where: Callable[[date], tuple[Filter, ...]]

    @property
    def record(self) -> type[Record]:
        """The class of the records listed."""
        return by_kind(self.kind)

    def filters(self) -> tuple[Filter, ...]:
        """The conditions as they are today."""
        return self.where(today())

    def listing(self) -> Listing:
        """What it lists where no page narrows it."""
        return Listing(self.kind, "", self.filters())


_MEMBER = Filter("membership", "in", ["associate", "collaborating", "promoter"])
_THERE = Filter("ended", "empty")


def _no_technical_contact(_on: date) -> tuple[Filter, ...]:
    technical = [["roles", "in", ["technical"]], ["ended", "empty", None]]
    return (_MEMBER, Filter("person/organisation", "without", technical))


def _silent(on: date) -> tuple[Filter, ...]:
    """Neither the organisation nor anybody there was in touch in the two years up to a day."""
    lately = [["date", "from", _years_before(on, 2)]]
    through_a_person = [["contact/person", "with", lately]]
    return (
        _MEMBER, Filter("contact/organisation", "without", lately),
        Filter("person/organisation", "without", through_a_person),
    )  # fmt: skip


def _years_before(on: date, years: int) -> str:
    day = 28 if (on.month, on.day) == (2, 29) else on.day
    return on.replace(year=on.year - years, day=day).isoformat()


def _never_asked(_on: date) -> tuple[Filter, ...]:
    """Who withdrew a consent was asked, and is not to be asked again by this list."""
    real = ["consent/of", "without", [["act", "is", "mistake"]]]
    return (_THERE, Filter("consent/person", "without", [["act", "in", ["given", "withdrawn"]], real]))


def _untranslated(_on: date) -> tuple[Filter, ...]:
    return (Filter("status", "not", "withdrawn"), Filter("title", "lacks", list(JURY_LANGUAGES)))


def _late(on: date) -> tuple[Filter, ...]:
    return (Filter("due", "before", on.isoformat()), Filter("status", "in", ["open", "doing", "waiting"]))


def _to_confirm(on: date) -> tuple[Filter, ...]:
    return (
        Filter("date", "sure", ["approximate", "uncertain", "alternatives"]), Filter("date", "from", on.isoformat()),
        Filter("state", "is", "planned"),
    )  # fmt: skip


READY_VIEWS = (
    ReadyView("no-technical-contact", N_("No technical contact"), "members/members", "organisation",
              _no_technical_contact),
    ReadyView("silent", N_("Silent two years"), "members/members", "organisation", _silent),
    ReadyView("consent-missing", N_("Consent missing"), "members/persons", "person", _never_asked),
    ReadyView("untranslated", N_("Not yet translated"), "awards/nominations", "nomination", _untranslated),
    ReadyView("to-confirm", N_("To confirm"), "calendar/list", "event", _to_confirm),
    ReadyView("late", N_("Late tasks"), "tasks/all", "task", _late),
)  # fmt: skip


def ready_view(name: str) -> ReadyView | None:
    """The view of this name, as it is kept or as the reader calls it; None where there is none."""
    wanted = fold(name)
    return next((one for one in READY_VIEWS if wanted in (one.name, fold(_(one.label)))), None)


def ready_for(places: Sequence[str]) -> list[ReadyView]:
    """The views of some pages."""
    return [one for one in READY_VIEWS if one.place in places]
