"""What the pages of the calendar share: the year that is shown, the form of an entry, its chips and its deeds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from iopd_desktop.actions.agenda import countdown
from iopd_desktop.actions.happenings import Happening, happenings, years_with_entries
from iopd_desktop.actions.settling import against
from iopd_desktop.models.calendar import EVENT_TYPES, Event
from iopd_desktop.models.fuzzy import CERTAINTIES, FuzzyDate
from iopd_desktop.views.calendar.commands import COUNTED, PART_DEEDS, PARTS
from iopd_desktop.views.calendar.entry_hints import entry_hints
from iopd_desktop.views.kit.editors.dates import FuzzyEditor
from iopd_desktop.views.kit.months import listed
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.pieces import button
from iopd_desktop.views.kit.record_form import RecordForm
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, today

ICONS = {
    "award": "medal", "own": "star", "organ": "organ", "uclg": "globe", "partner": "people", "deadline": "flag",
    "conference": "hall",
}  # fmt: skip

def shown_year(office: Office) -> int:
    """The year that the calendar shows: the one shown last, else this one, else the latest that has entries."""
    kept = office.settings.get("calendar/year")
    if isinstance(kept, int):
        return kept
    with office.store.read() as reader:
        years = years_with_entries(reader)
    this = today().year
    return this if this in years or not years else years[-1]


def keep_year(office: Office, year: int) -> None:
    """Let all pages of the calendar show a year."""
    office.settings.set("calendar/year", year)


def read_year(office: Office, year: int) -> list[Happening]:
    """The entries of a year."""
    with office.store.read() as reader:
        return happenings(reader, year)


@dataclass(frozen=True)
class Beside:
    """What an entry falls together with, in words; `sure` where it does so on some day whatever becomes of dates."""

    sure: bool
    words: str

    @property
    def mark(self) -> str:
        """The icon that stands before the entry: a triangle, or a question where it only may clash."""
        return "warning" if self.sure else "help"


def clashing(found: Iterable[Happening]) -> dict[str, Beside]:
    """The entries that fall together with others, surely or perhaps."""
    made = {}
    for id, beside in against(found).items():
        sure = [other.title for other, how in beside if how == "clashes"]
        may = [other.title for other, how in beside if how == "may clash"]
        words = [_("falls on the same days as {titles}").format(titles=listed(sure))] if sure else []
        words += [_("may clash with {titles}").format(titles=listed(may))] if may else []
        made[id] = Beside(bool(sure), ". ".join(words))
    return made


def told_with(one: Happening, beside: Mapping[str, Beside]) -> str:
    """All of an entry in words, and what it falls together with."""
    return f"{one.told()}. {beside[one.id].words}" if one.id in beside else one.told()


def entry_form(office: Office) -> RecordForm:
    """The form of a calendar entry."""
    return RecordForm(Event, office.records, parts=PARTS, chips=entry_chips, hints=entry_hints,
                      counted=COUNTED, deeds=PART_DEEDS, attach=office.attach)


def set_form_year(form: RecordForm, year: int) -> None:
    """Dates typed without a year are of the year that is shown."""
    for row in form.fields.rows.values():
        if isinstance(row.editor, FuzzyEditor):
            row.editor.year = year


def entry_chips(values: Mapping[str, Any]) -> Sequence[tuple[str, str, str]]:
    """An entry's kind, and that its date is open where it is."""
    kind = values.get("type") or "own"
    chips = [(_(EVENT_TYPES[kind]), "accent", ICONS.get(kind, "calendar"))]
    when = FuzzyDate.of(values.get("date"))
    if values.get("state") == "cancelled":
        return [*chips, (Event.fields["state"].kind.format("cancelled"), "warn", "minus")]
    if when is None and not values.get("moment"):
        chips.append((_("No date yet"), "warn", "clock"))
    elif when and when.certainty in {"alternatives", "uncertain"}:
        chips.append((_(CERTAINTIES[when.certainty]).capitalize(), "warn", "clock"))
    if when and (left := countdown(when, today())):
        chips.append((left.capitalize(), "accent", "calendar"))
    return chips


class Years(QWidget):
    """Three years as segments: the one before, the one shown, the one after."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, px(8), 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons = [button("", look="segment") for _place in range(3)]
        for place, made in enumerate(self._buttons):
            made.setCheckable(True)
            self._group.addButton(made, place)
            self._row.addWidget(made)
        self._year = 0
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._year + place - 1))

    def show_year(self, year: int) -> None:
        """Show a year in the middle."""
        self._year = year
        for place, made in enumerate(self._buttons):
            made.setText(str(year + place - 1))
            made.setAccessibleName(_("Year {year}").format(year=year + place - 1))
            # Tab comes to the year that is shown, and the arrows go on to the others.
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == 1 else Qt.FocusPolicy.ClickFocus)
        self._buttons[1].setChecked(True)
