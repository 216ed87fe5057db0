"""What the agenda says of an entry: its date in a few words, and what somebody should know or do before it."""

from collections.abc import Iterator
from datetime import date

from iopd_desktop.actions.agenda import AgendaLine
from iopd_desktop.models.calendar import DECISIONS
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.views.kit.months import listed
from iopd_desktop.words import _, day, language, today

Note = tuple[str, str]


def when_of(line: AgendaLine) -> str:
    """The date in a few words, with the time of what has only that."""
    if line.entry.when is None:
        return _("no date yet")
    return short(line.entry.when, language(), line.entry.when.earliest.year)


def notes_of(line: AgendaLine, now: date) -> Iterator[Note]:
    """What stands under an entry, each with its ink: clashes, what is to be settled, what is due next."""
    entry = line.entry
    place = ", ".join(filter(None, (entry.place, _(DECISIONS[entry.decision]) if entry.decision else "")))
    if place:
        yield place, "text2"
    if line.over:
        return
    if line.clashes:
        yield _("falls on the same days as {titles}").format(titles=listed([*line.clashes])), "warn"
    if line.may_clash:
        yield _("may clash with {titles}").format(titles=listed([*line.may_clash])), "text2"
    if entry.confirm_by and entry.when and entry.when.certainty in {"alternatives", "uncertain"}:
        late = now > entry.confirm_by
        form = _("was to be fixed by {day}") if late else _("fix it by {day}")
        yield form.format(day=day(entry.confirm_by)), "bad" if late else "text2"
    if line.due and line.due.day:
        words = _("{what}, due on {day}").format(what=line.due.what, day=day(line.due.day))
        yield words, "bad" if line.due.late(now) else "text2"
    if line.follows:
        yield _("moves with “{title}”").format(title=line.follows), "text2"


def spoken(line: AgendaLine) -> str:
    """All of it in a sentence, for the tooltip and for a screen reader."""
    notes = (words for words, _ink in notes_of(line, today()))
    return ". ".join(filter(None, (line.entry.told(), line.countdown, *notes)))
