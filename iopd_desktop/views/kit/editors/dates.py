"""Editors of dates: a day, a fuzzy date with its reading, a moment with its zone."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.kinds import Fuzzy
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.views.kit.editors.base import Editor
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import label, picture
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, language, today


class FuzzyEditor(Editor):
    """A date as people say it; what the program understood stands under the field with a tick."""

    stacked = True

    def build(self) -> None:
        example = _(self.field.kind.example) or _("15-18 May 2024, or: May or June")
        self.line = Line(self.name, example)
        self.line.left.connect(self.left)
        self.line.textEdited.connect(self._read_aloud)
        self._column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(4, 0, 0, 2)
        row.setSpacing(6)
        self._reading = label("", "small", "ok", wrap=True)
        row.addWidget(picture("tick", "ok", 14))
        row.addWidget(self._reading, 1)
        self._column.addWidget(self._row)
        self._row.hide()
        self.year = today().year

    def fill(self, value: Any) -> None:
        self.line.setText((value or {}).get("wording") or (value or {}).get("edtf", ""))
        self.line.setCursorPosition(0)
        self._say(value)

    def value(self) -> Any:
        text = self.line.text()
        if self._shown and text in (self._shown.get("wording"), self._shown.get("edtf")):
            return self._shown
        kind = self.field.kind
        assert isinstance(kind, Fuzzy)
        return kind.read(text, self.year) if text.strip() else None

    def _read_aloud(self) -> None:
        try:
            self._say(self.value())
        except BadValue:
            self._say(None)

    def _say(self, value: Any) -> None:
        text = ""
        if value:
            from iopd_desktop.models.fuzzy_words import reading

            text = reading(FuzzyDate.from_edtf(value["edtf"], value.get("wording", "")), language())
        self._reading.setText(text)
        self._row.setVisible(bool(text))
        self.understood.emit(text)


class MomentEditor(Editor):
    """A day and time, and the zone they are told in."""

    def build(self) -> None:
        self.line = Line(self.name, _("2024-05-15 12:00"))
        self.zone = Line(_("{field}, time zone").format(field=self.name), "Europe/Madrid")
        self.line.setMinimumWidth(self.line.fontMetrics().horizontalAdvance("0000-00-00 00:00") + px(22))
        for widget, share in ((self.line, 1), (self.zone, 2)):
            widget.left.connect(self._leave)
            self._column.addWidget(widget, share)
        self.setFocusProxy(self.line)

    def _leave(self) -> None:
        if not (self.line.hasFocus() or self.zone.hasFocus()):
            self.left.emit()

    def fill(self, value: Any) -> None:
        self.line.setText(value["at"].replace("T", " ") if value else "")
        self.zone.setText(value["zone"] if value else "")
        for line in (self.line, self.zone):
            line.setCursorPosition(0)
        self.zone.setToolTip(self.zone.text())

    def value(self) -> Any:
        text = self.line.text().strip()
        return self.field.kind.parse(f"{text} {self.zone.text().strip() or 'UTC'}") if text else None
