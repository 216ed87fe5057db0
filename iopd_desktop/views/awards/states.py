"""The states of nominations, jurors and readings as shapes, chips, hints and counts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from iopd_desktop.actions.lateness import lateness
from iopd_desktop.models.awards import Assignment, Nomination
from iopd_desktop.store.reading import Reader, chunks
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.strips import Hint
from iopd_desktop.words import _

STATUS_MARKS = {
    "received": ("ring", "accent"), "jury": ("half", "accent"), "finalist": ("disc", "accent"),
    "mention": ("disc", "ok"), "winner": ("disc", "ok"), "out": ("dash", "text3"), "withdrawn": ("dash", "text3"),
}  # fmt: skip
ELIGIBILITY_MARKS = {
    "open": ("ring", "warn"), "eligible": ("disc", "ok"), "correct": ("half", "warn"), "refused": ("dash", "bad"),
}  # fmt: skip
_TONES = {"eligible": ("ok", "tick"), "open": ("warn", "clock"), "correct": ("warn", "pencil"), "refused": ("bad", "")}


def nomination_chips(values: Mapping[str, Any]) -> Sequence[tuple[str, str, str]]:
    """The status of a nomination and whether it may take part, as (words, tone, icon)."""
    chips = []
    if status := values.get("status"):
        chips.append((Nomination.fields["status"].kind.format(status), "accent", ""))
    if eligibility := values.get("eligibility"):
        tone, icon = _TONES[eligibility]
        chips.append((Nomination.fields["eligibility"].kind.format(eligibility), tone, icon))
    return chips


def late_of(reader: Reader, ids: list[str]) -> Mapping[str, Any]:
    """Which nominations in view came after the last day of the call."""
    return dict.fromkeys(lateness(reader, reader.some(Nomination, ids).values()), _("Late"))


def nomination_hints(records: Records, values: Mapping[str, Any]) -> Sequence[Hint]:
    """What a nomination lacks before the jury may read it."""
    hints = []
    if values.get("eligibility") == "open":
        hints.append(Hint(_("Eligibility is not yet checked")))
    if values.get("received") and values.get("edition"):
        with records.store.read() as reader:
            late = lateness(reader, [{**values, "id": values.get("id", "")}])
        hints += [Hint(one.told) for one in late.values()]
    if not values.get("category"):
        hints.append(Hint(_("No category")))
    said = values.get("summary") or {}
    if not said:
        hints.append(Hint(_("No summary: the jury has nothing to read")))
    elif "en" not in said:
        hints.append(Hint(_("No summary in English")))
    number = values.get("number")
    same = {"number": number, "edition": values.get("edition")}
    if number and len(records.all("nomination", same)) > 1:
        hints.append(Hint(_("Another nomination has the number {number}").format(number=number)))
    return hints


def readers_of(reader: Reader, ids: list[str]) -> Mapping[str, Any]:
    """How many jurors read each nomination in view."""
    return _counted(reader, "nomination", ids)


def readings_of(reader: Reader, ids: list[str]) -> Mapping[str, Any]:
    """How many nominations each juror in view reads."""
    return _counted(reader, "juror", ids)


def _counted(reader: Reader, link: str, ids: list[str]) -> dict[str, int]:
    return dict(Counter(row[link] for some in chunks(ids) for row in reader.all(Assignment, {link: some})))
