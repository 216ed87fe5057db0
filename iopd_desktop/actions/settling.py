"""What is to settle in a year's calendar: clashes, open dates and free months, each as a sentence with one deed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal

from iopd_desktop.actions.happenings import Happening
from iopd_desktop.models.calendar import Event
from iopd_desktop.models.fuzzy import Clash, FuzzyDate, clash
from iopd_desktop.models.fuzzy_edtf import shaped
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.refusal import Refused
from iopd_desktop.words import _, day, language, ngettext

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

_NOT_THERE = ("declined", "known")
Deed = Literal["show", "fix", "confirm", "add", "destroy"]


@dataclass(frozen=True)
class Open:
    """A sentence, a note beside it, and the deed that settles it on the entries `ids`; `urgent` ones come first.

    What is to be added has no entry yet: `given` are the values that a new one begins with.
    """

    sentence: str
    note: str
    deed: Deed
    ids: tuple[str, ...]
    urgent: bool
    given: Mapping[str, Any] | None = None


def to_settle(found: Sequence[Happening], today: date) -> list[Open]:
    """Everything that somebody should settle among the entries of a year, what presses first."""
    planned = [one for one in found if one.state == "planned"]
    dated = [one for one in planned if one.when and not one.when.passed(today)]
    made = [*_clashes(dated), *(_open(one, today) for one in dated)]
    made += [_undated(one) for one in planned if one.when is None]
    made += _crowded(dated)
    return sorted((one for one in made if one), key=lambda one: not one.urgent)


def confirm(work: "Work", id: str) -> None:
    """Take the "?" off an entry's date; Refused where there is none."""
    when = FuzzyDate.of(work.get(Event, id)["date"])
    if when is None or not when.shape.uncertain:
        raise Refused(_("This date needs no confirming"))
    sure = FuzzyDate.from_shape(replace(when.shape, uncertain=False), when.wording.rstrip("? "))
    work.edit(Event, id, {"date": sure.plain()})


def possibilities(when: FuzzyDate) -> list[FuzzyDate]:
    """Each possibility of a date that is one of several, as a date of its own."""
    if when.shape.form != "one of":
        return []
    return [FuzzyDate.from_shape(shaped("interval", [span])) for span in when.shape.spans]


def settle_on(work: "Work", id: str, edtf: str) -> None:
    """Fix an entry's date on one of its possibilities."""
    chosen = FuzzyDate.from_edtf(edtf)
    work.edit(Event, id, {"date": replace(chosen, wording=short(chosen, language())).plain()})


def against(found: Iterable[Happening]) -> dict[str, list[tuple[Happening, Clash]]]:
    """What each entry falls together with, surely or perhaps, by its id.

    What was called off stands against nothing, nor does a partner's event that nobody goes to. The phases of one
    edition, and an entry with the one that it moves with, were put together on purpose.
    """
    pairs: dict[str, list[tuple[Happening, Clash]]] = defaultdict(list)
    for one, other, how in _pairs(found):
        pairs[one.id].append((other, how))
        pairs[other.id].append((one, how))
    return dict(pairs)


def _pairs(found: Iterable[Happening]) -> Iterator[tuple[Happening, Happening, Clash]]:
    """The pairs of entries that fall together, each once; only neighbours in time are compared."""
    open_ones: list[Happening] = []
    dated = [one for one in found if one.when and one.state == "planned" and one.decision not in _NOT_THERE]
    for other in sorted(dated, key=lambda one: (one.when.order if one.when else (date.max, date.max), one.id)):
        assert other.when is not None
        open_ones = [one for one in open_ones if one.when and one.when.latest >= other.when.earliest]
        for one in open_ones:
            how = clash(one.when, other.when) if one.when and not _together(one, other) else None
            if how:
                yield one, other, how
        open_ones.append(other)


def _together(one: Happening, other: Happening) -> bool:
    return bool(one.edition and one.edition == other.edition) or one.after == other.id or other.after == one.id


def _clashes(dated: Iterable[Happening]) -> list[Open]:
    found = []
    for one, other, how in _pairs(dated):
        if one.when and other.when and how == "clashes":
            first, last = max(one.when.earliest, other.when.earliest), min(one.when.latest, other.when.latest)
            shared = short(FuzzyDate.from_edtf(f"{first}/{last}" if first < last else f"{first}"), language())
            words = _("“{one}” and “{other}” fall on the same days").format(one=one.title, other=other.title)
            found.append(Open(words, _("clashes on {days}").format(days=shared), "show", (one.id, other.id), True))
    return found


def _open(one: Happening, today: date) -> Open | None:
    if one.when is None or one.when.certainty not in {"alternatives", "uncertain"}:
        return None
    deed: Deed = "confirm" if one.when.certainty == "uncertain" else "fix"
    if deed == "confirm":
        words = _("“{title}” is not confirmed").format(title=one.title)
    else:
        count = len(one.when.parts())
        words = ngettext(
            "“{title}” still has {count} possible date", "“{title}” still has {count} possible dates", count
        ).format(title=one.title, count=count)
    note, late = short(one.when, language()), False
    if one.confirm_by:
        late = today > one.confirm_by
        form = _("was to be fixed by {day}") if late else _("fix it by {day}")
        note = form.format(day=day(one.confirm_by))
    return Open(words, note, deed, (one.id,), late)


def _undated(one: Happening) -> Open:
    return Open(_("“{title}” has no date").format(title=one.title), "", "fix", (one.id,), False)


def _crowded(dated: Sequence[Happening]) -> list[Open]:
    """Entries of one month that may fall together, one sentence for all of them."""
    may = {frozenset((one.id, other.id)) for one, other, how in _pairs(dated) if how == "may clash"}
    months: dict[tuple[str, ...], FuzzyDate] = {}
    for year, month in sorted({(one.when.earliest.year, one.when.earliest.month) for one in dated if one.when}):
        whole = FuzzyDate.from_edtf(f"{year}-{month:02}")
        here = [one for one in dated if one.when and clash(one.when, whole)]
        pairs = [pair for pair in combinations(here, 2) if frozenset(one.id for one in pair) in may]
        ids = tuple(dict.fromkeys(one.id for pair in pairs for one in pair))
        if len(ids) > 1:
            months.setdefault(ids, whole)
    titles = {one.id: one.title for one in dated}
    return [
        Open(
            ngettext(
                "{count} entry may clash in {month}", "{count} entries may clash in {month}", len(ids)
            ).format(count=len(ids), month=short(whole, language())),
            "; ".join(titles[id] for id in ids), "show", ids, False,
        )
        for ids, whole in months.items()
    ]  # fmt: skip
