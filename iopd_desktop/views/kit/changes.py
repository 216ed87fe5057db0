"""What changed on a record: the last two at the foot of its form, all of them in a window, each to be put back."""

from datetime import datetime
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from iopd_desktop.models import by_kind
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_words import short
from iopd_desktop.models.kinds.base import Look
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.pieces import button, elided, ground, icon_button, label, rule
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, day, language, ngettext

LAST = 2
_ROOM = ((46, 96), (56, 96), (72, 110), (44, 150), (72, 400))
"""The least and the greatest width of each part of a line; no part is cut to a letter or two."""


class Past(Protocol):
    """One path's change, as the store's history gives it."""

    path: str
    label: str
    old: Any
    new: Any


class ChangeLines(QWidget):
    """Lines of history: time, who, field, old struck through, new, and the button that puts the old one back."""

    put_back = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(4, 1)
        self._count = 0

    def show_changes(self, kind: str, happened: list[Any], look: Look, most: int | None = None) -> None:
        """Show what happened, the latest first; `most` limits the lines."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._count = 0
        for step in happened:
            if step.changed == "edit":
                for past in step.fields:
                    self._edited(kind, step, past, look, most)
            else:
                words = {"new": _("made"), "delete": _("removed")}.get(step.changed, step.changed)
                self._line(step, words, "", step.title, None, most)

    def _edited(self, kind: str, step: Any, past: Past, look: Look, most: int | None) -> None:
        old, new = (_shown(kind, past.path, value, look) for value in (past.old, past.new))
        undone = _(" (taken back)") if step.undone else ""
        self._line(step, past.label, old or _("empty"), (new or _("empty")) + undone, past, most)

    def _line(self, step: Any, what: str, old: str, new: str, past: Past | None, most: int | None) -> None:
        if most is not None and self._count >= most:
            return
        row = self._count
        self._count += 1
        when, who = _when(step.at, brief=most is not None), step.author or _("nobody named")
        called = who.split()[0] if most is not None and step.author else who
        for place, (text, ink) in enumerate(
            ((when, "text3"), (called, "text2"), (what, "text"), (old, "text3"), (new, "text"))
        ):
            shown = elided(text[:200], "small", ink)
            least, greatest = _ROOM[place]
            shown.setMinimumWidth(min(px(least), shown.sizeHint().width()))
            shown.setMaximumWidth(px(greatest))
            if place == 1:
                shown.setToolTip(who)
            if place == 3:
                struck = shown.font()
                struck.setStrikeOut(True)
                shown.setFont(struck)
            self._grid.addWidget(shown, row, place)
        if past is not None:
            name = _("Put back “{old}” as {field}, changed by {who}, {when}").format(
                old=old, field=what, who=who, when=when
            )
            back = icon_button("undo", name, partial(self.put_back.emit, past.path, past.old), role="accent")
            self._grid.addWidget(back, row, 5)


class LastChanges(QWidget):
    """The foot of a form: the last two changes, and the way to all of them."""

    put_back = Signal(str, object)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule("line2"))
        head = QHBoxLayout()
        head.setContentsMargins(px(20), px(4), px(12), 0)
        head.addWidget(label(_("Last changes"), "section", "text2"))
        head.addStretch(1)
        self._all = button("", self.all_wanted.emit, look="link")
        head.addWidget(self._all)
        column.addLayout(head)
        self._lines = ChangeLines()
        self._lines.setContentsMargins(px(20), 0, px(12), px(6))
        self._lines.put_back.connect(self.put_back)
        column.addWidget(self._lines)

    def show_changes(self, kind: str, happened: list[Any], look: Look) -> None:
        """Show the last two of what happened to a record."""
        count = sum(max(1, len(step.fields) if step.changed == "edit" else 1) for step in happened)
        words = ngettext("All {count} changes", "All {count} changes", count).format(count=count)
        self._all.setText(words)
        self._all.setVisible(count > LAST)
        self._all.setAccessibleName(words)
        self._lines.show_changes(kind, happened, look, LAST)
        self.setVisible(bool(happened))


class AllChanges(Dialog):
    """Everything that happened to one record."""

    put_back = Signal(str, object)

    def __init__(self, title: str, kind: str, happened: list[Any], look: Look, parent: QWidget | None = None) -> None:
        told = _("The latest first. The arrow at the end of a line puts back what stood there before.")
        super().__init__(parent, _("Changes of {record}").format(record=title), told)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        inside = ground(QWidget(), "surface")
        lines = ChangeLines()
        lines.show_changes(kind, happened, look)
        lines.put_back.connect(self.put_back)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, px(8), 0)
        rows.addWidget(lines)
        rows.addStretch(1)
        area.setWidget(inside)
        area.setMinimumSize(px(720), min(px(360), max(px(80), inside.sizeHint().height())))
        self.grow(area)


def _when(at: datetime | None, *, brief: bool) -> str:
    """The time of a change of today, else its day; a brief one of this year goes without the year."""
    if at is None:
        return ""
    local, now = at.astimezone(), datetime.now().astimezone()
    if local.date() == now.date():
        return f"{local:%H:%M}"
    if brief:
        return short(FuzzyDate.from_edtf(local.date().isoformat()), language(), now.year)
    return day(local.date(), "medium")


def _shown(kind: str, path: str, value: Any, look: Look) -> str:
    """A path's value in words: the piece of a text in languages, a term, or the whole value of a field."""
    name, _slash, part = path.partition("/")
    made = by_kind(kind).fields.get(name)
    if value is None or made is None:
        return ""
    if part and isinstance(value, dict):
        return str(value.get("text", ""))
    if part:
        return made.kind.format([part], look)
    return made.kind.format(value, look)
