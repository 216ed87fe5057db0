"""What somebody should look at in an entry: what it clashes with, what is overdue, what its meeting needs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from iopd_desktop.actions.forecasting import forecast
from iopd_desktop.actions.happenings import happenings
from iopd_desktop.actions.preparing import preparations
from iopd_desktop.actions.settling import against
from iopd_desktop.models.awards import JURY_PHASES, Phase
from iopd_desktop.models.calendar import Event, Preparation
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.members import Organ
from iopd_desktop.store.reading import Reader
from iopd_desktop.views.kit.months import listed
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.strips import Hint
from iopd_desktop.words import _, day, ngettext, number, today

_CONVOKE = timedelta(days=30)
"""So long before a meeting its convocation should have been sent."""


def entry_hints(records: Records, values: Mapping[str, Any]) -> Sequence[Hint]:
    """The hints of an entry, what presses first; none for what is over or was called off."""
    when = FuzzyDate.of(values.get("date"))
    if values.get("state") != "planned" or when is None or when.passed(today()):
        return []
    with records.store.read() as reader:
        return [*_clashes(reader, values, when), *_late(reader, values), *_meeting(reader, values, when),
                *_jury(reader, values),                *_followers(reader, values)]  # fmt: skip


def due_days(reader: Reader, ids: list[str]) -> Mapping[str, Any]:
    """The day on which each preparation in view is due, or that it is done."""
    events = {row["event"] for row in reader.some(Preparation, ids).values()}
    found = preparations(reader, events)
    due = {one.id: day(one.day, "medium") for one in found if one.day}
    return due | {one.id: _("Done") for one in found if one.done}


def _clashes(reader: Reader, values: Mapping[str, Any], when: FuzzyDate) -> Iterator[Hint]:
    beside = against(happenings(reader, when.earliest.year)).get(values["id"], ())
    titles = [other.title for other, how in beside if how == "clashes"]
    if titles:
        yield Hint(_("It falls on the same days as {titles}").format(titles=listed(titles)))


def _late(reader: Reader, values: Mapping[str, Any]) -> Iterator[Hint]:
    for one in preparations(reader, [values["id"]]):
        if one.late(today()) and one.day:
            yield Hint(_("{what}: was due on {day}").format(what=one.what, day=day(one.day)))


def _meeting(reader: Reader, values: Mapping[str, Any], when: FuzzyDate) -> Iterator[Hint]:
    """An organ's meeting needs a convocation in time, and members enough."""
    organ = reader.seek(Organ, values["organ"]) if values.get("organ") else None
    if values.get("type") not in {"organ", "conference"} or organ is None:
        return
    near = when.certainty == "fixed" and when.earliest - today() <= _CONVOKE
    if near and not values.get("convoked"):
        yield Hint(_("The convocation has not been sent"))
    if near and organ["quorum"]:
        words = ngettext("A quorum needs {count} member", "A quorum needs {count} members", int(organ["quorum"]))
        yield Hint(words.format(count=number(int(organ["quorum"]))))


def _jury(reader: Reader, values: Mapping[str, Any]) -> Iterator[Hint]:
    """The end of a jury's phase says when the scoring ends at its pace."""
    phase = reader.seek(Phase, values["phase"]) if values.get("phase") else None
    if phase is None or phase["does"] not in JURY_PHASES:
        return
    if told := forecast(reader, phase["edition"], phase["does"], today()).told():
        yield Hint(told)


def _followers(reader: Reader, values: Mapping[str, Any]) -> Iterator[Hint]:
    count = reader.count(Event, {"after": values["id"], "state": "planned"})
    if count:
        words = ngettext("{count} entry moves with this one", "{count} entries move with this one", count)
        yield Hint(words.format(count=number(count)))
