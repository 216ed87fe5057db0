"""What moves when a date moves: every date before and after, with a tick for each that is to move."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from iopd_desktop.actions.moving import WHY, Key, Move, Moving, move, move_title, what_moves
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.store.reading import Missing
from iopd_desktop.views.kit.dialogs.asked import shown
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.pieces import ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.ticks import TickBox
from iopd_desktop.words import _, language, ngettext, number, today

if TYPE_CHECKING:
    from iopd_desktop.views.kit.fields_form import FieldsForm

_DATED = ("event", "phase")
_LONGEST = 56
_SHOWN_ROWS = 8


@dataclass(frozen=True)
class Offered:
    """A date that may move: its record, in words its title, before, after and why, and what it moves only with."""

    key: Key
    title: str
    before: str
    after: str
    why: str
    by: Key | None = None


class MovesDialog(Dialog):
    """Offers with ticks; without its tick a date stays, and what moves only with it stays too."""

    def __init__(self, parent: QWidget | None, title: str, words: str, deed: str, offers: Sequence[Offered]) -> None:
        super().__init__(parent, title, words, deed)
        self._offers = offers
        self.ticks: dict[Key, TickBox] = {}
        inside = ground(QWidget(), "surface")
        column, grid = QVBoxLayout(inside), QGridLayout()
        column.setContentsMargins(0, px(4), px(8), px(4))
        grid.setHorizontalSpacing(px(16))
        for place, one in enumerate(offers):
            self._add(grid, place, one)
        grid.setColumnStretch(0, 1)
        column.addLayout(grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(title)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        area.setWidget(inside)
        height = min(_SHOWN_ROWS, len(offers)) * px(34) + px(16)
        area.setMinimumHeight(height)
        self.grow(area)
        room = parent.window().width() - px(80) if parent else px(900)
        self.resize(min(room, inside.sizeHint().width() + px(64)), height + px(180))

    def _add(self, grid: QGridLayout, place: int, one: Offered) -> None:
        tick = TickBox(one.title if len(one.title) <= _LONGEST else one.title[: _LONGEST - 1] + "…")
        tick.setToolTip(one.title)
        moved = _("{title}: from {before} to {after}").format(title=one.title, before=one.before, after=one.after)
        made = _("{field}: {values}").format(field=one.title, values=one.after)
        tick.setAccessibleName(moved if one.before else made)
        tick.setChecked(True)
        tick.toggled.connect(self._follow)
        self.ticks[one.key] = tick
        grid.addWidget(tick, place, 0)
        grid.addWidget(label(one.before, "small", "text2"), place, 1)
        grid.addWidget(label("→" if one.before else "", "small", "text2"), place, 2)
        grid.addWidget(label(one.after, "small"), place, 3)
        grid.addWidget(label(one.why, "small", "text2"), place, 4)

    def _follow(self) -> None:
        """What moves only with a date that stays cannot be ticked."""
        stay: set[Key] = set()
        for one in self._offers:
            held = one.by in stay
            self.ticks[one.key].setEnabled(not held)
            if held or not self.ticks[one.key].isChecked():
                stay.add(one.key)

    def left_out(self) -> set[Key]:
        """What is to stay where it is."""
        return {key for key, tick in self.ticks.items() if not tick.isChecked()}


def moves_others(fields: "FieldsForm", name: str, value: Any) -> bool:
    """Whether a date typed into a form moves others; then the person is asked, and the answer keeps it or not."""
    if name != "date" or value is None or fields.id is None or fields.record.kind not in _DATED:
        return False
    to = FuzzyDate.of(value)
    assert to is not None
    try:
        with fields.records.store.read() as reader:
            moving = what_moves(reader, fields.record.kind, fields.id, to)
    except (BadValue, Missing):
        return False
    if not moving.others:
        return False
    QTimer.singleShot(0, fields, lambda: _ask(fields, moving))
    return True


def _ask(fields: "FieldsForm", moving: Moving) -> None:
    first = moving.moves[0]
    words = _("“{title}” moves from {before} to {after}. What is ticked moves with it; one Undo takes all of it back.")
    sentence = words.format(title=first.title, before=said(first.before), after=said(first.after))
    dialog = MovesDialog(fields.window(), _("What moves with it"), sentence, _("Move"), offers(moving.others))
    explain(dialog, moving)
    why = dialog.ask(_("Why, for the history (may stay empty)"))
    next(iter(dialog.ticks.values())).setFocus()
    if shown(dialog):
        keep(fields, moving, dialog.left_out(), why.text().strip())
    if fields.id == first.id and (row := fields.records.seek(*first.key)):
        fields.rows["date"].editor.show_value(row["date"])
        fields.saved.emit("date")


def keep(fields: "FieldsForm", moving: Moving, leave: Collection[Key], reason: str) -> None:
    """Move a date with what depends on it as one step; a refusal is said where the form says such things."""
    count = sum(one.key not in leave for one in moving.others)
    try:
        with fields.records.store.work(move_title(moving.moves[0].title, count, reason)) as work:
            move(work, moving, leave)
    except (BadValue, Refused, Missing) as wrong:
        fields.refused.emit(str(wrong))


def explain(dialog: Dialog, moving: Moving) -> None:
    """Say under the ticks what moves by itself, and where a circle was cut."""
    if moving.preparations:
        words = ngettext(
            "{count} preparation will be due on another day", "{count} preparations will be due on other days",
            moving.preparations,
        )  # fmt: skip
        dialog.explain(words.format(count=number(moving.preparations)))
    for name in moving.circles:
        dialog.explain(_("“{title}” depends on itself in a circle; it moves only once").format(title=name))


def offers(moves: Sequence[Move]) -> list[Offered]:
    """Moves in words."""
    return [
        Offered(one.key, one.title, said(one.before), said(one.after), _(WHY[one.why]), one.by) for one in moves
    ]


def said(when: FuzzyDate | None) -> str:
    """A date in a few words."""
    return short(when, language(), today().year) if when else _("no date yet")
