"""Editors that are written into: texts, numbers, money, addresses, and texts in languages."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from iopd_desktop.models.kinds import Email, LongText, Texts, Url
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.editors.base import Editor
from iopd_desktop.views.kit.lines import Line, Passage
from iopd_desktop.views.kit.marks import mark
from iopd_desktop.views.kit.pieces import icon_button
from iopd_desktop.views.kit.rows import ring
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.words import LANGUAGES, _, language, language_name


class WrittenEditor(Editor):
    """One line, read by the field's own kind: text, number, money, e-mail, telephone, a day, a link on the web."""

    def build(self) -> None:
        self.line = Line(self.name, _(self.field.kind.example))
        self.line.left.connect(self.left)
        self._column.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        if isinstance(self.field.kind, Url | Email):
            self._open = icon_button("open", _("Open “{field}”").format(field=self.name), self._follow)
            self._column.addWidget(self._open)

    def fill(self, value: Any) -> None:
        kind = self.field.kind
        plain = kind.format(value) if kind.name in {"number", "day"} else kind.written(value)
        self.line.setText(plain)
        self.line.setCursorPosition(0)
        if isinstance(kind, Url | Email):
            self._open.setVisible(bool(value))

    def value(self) -> Any:
        text, kind = self.line.text(), self.field.kind
        if self._shown is not None and text == kind.format(self._shown):
            return self._shown
        return kind.parse(text) if text.strip() else None

    def _follow(self) -> None:
        if self._shown:
            QDesktopServices.openUrl(self._shown if isinstance(self.field.kind, Url) else f"mailto:{self._shown}")


class LongEditor(Editor):
    """Several lines."""

    stacked = True

    def build(self) -> None:
        self.passage = Passage(self.name, _(self.field.kind.example))
        self.passage.left.connect(self.left)
        self._column.addWidget(self.passage)
        self.setFocusProxy(self.passage)

    def fill(self, value: Any) -> None:
        self.passage.setPlainText(value or "")

    def value(self) -> Any:
        text = self.passage.toPlainText()
        return text if text.strip() else None


class Code(QAbstractButton):
    """A language's code under a text: filled disc by a person, ring by a machine, dash where it is missing."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code, self.by = code, ""
        self.setText(code)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.code) + px(28), px(24))

    def say_by(self, by: str) -> None:
        """Show who made the text: person, machine, or nobody yet."""
        self.by = by
        said = {"person": _("made by a person"), "machine": _("made by a machine")}.get(by, _("missing"))
        self.setAccessibleName(f"{language_name(self.code)}, {said}")
        self.setToolTip(self.accessibleName())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter = scheme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("soft"))
            painter.drawRoundedRect(self.rect(), 5, 5)
        shape = {"person": "disc", "machine": "ring"}.get(self.by, "dash")
        side = px(12)
        mark(painter, QRectF(px(4), (self.height() - side) / 2, side, side), shape, "ok" if self.by else "text3")
        painter.setPen(colours.colour("text" if self.isChecked() else "text2"))
        painter.setFont(font("section" if self.isChecked() else "small"))
        painter.drawText(self.rect().adjusted(px(18), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.code)
        ring(painter, self, colours)


class TextsEditor(Editor):
    """A text in languages: one field, and a small row of codes that says which are there and who made them."""

    stacked = True

    def build(self) -> None:
        kind = self.field.kind
        assert isinstance(kind, Texts)
        self._long, self._texts = kind.long, dict[str, dict[str, str]]()
        self._language = language()
        self._field: Line | Passage = Passage(self.name) if kind.long else Line(self.name)
        self._field.left.connect(self.left)
        self._column.addWidget(self._field)
        self.setFocusProxy(self._field)
        codes = QWidget()
        self._row = QHBoxLayout(codes)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(2))
        self._codes: dict[str, Code] = {}
        self._group = QButtonGroup(self)
        for code in LANGUAGES:
            self._add_code(code)
        self._row.addStretch(1)
        self._column.addWidget(codes)

    def _add_code(self, code: str) -> None:
        button = Code(code)
        button.clicked.connect(partial(self._turn_to, code))
        self._group.addButton(button)
        self._row.insertWidget(len(self._codes), button)
        self._codes[code] = button

    def _typed(self) -> str:
        return self._field.toPlainText() if isinstance(self._field, Passage) else self._field.text()

    def _keep(self) -> None:
        """What is typed belongs to the language in view; a text that a person touched is a person's."""
        text, before = self._typed(), self._texts.get(self._language, {})
        if not text.strip():
            self._texts.pop(self._language, None)
        elif text != before.get("text"):
            self._texts[self._language] = {"text": text, "by": "person"}

    def _turn_to(self, code: str, _checked: bool = False) -> None:
        self._keep()
        self._language = code
        self._refresh()
        self._field.setFocus()

    def _refresh(self) -> None:
        text = self._texts.get(self._language, {}).get("text", "")
        if isinstance(self._field, Passage):
            self._field.setPlainText(text)
        else:
            self._field.setText(text)
            self._field.setCursorPosition(0)
        self._field.setAccessibleName(f"{self.name}, {language_name(self._language)}")
        self._field.setPlaceholderText(_("No text in {language} yet").format(language=language_name(self._language)))
        for code, button in self._codes.items():
            button.setChecked(code == self._language)
            button.say_by(self._texts.get(code, {}).get("by", ""))

    def fill(self, value: Mapping[str, Any] | None) -> None:
        self._texts = {code: dict(said) for code, said in (value or {}).items()}
        for code in sorted(self._texts):
            if code not in self._codes:
                self._add_code(code)
        self._refresh()

    def value(self) -> Any:
        self._keep()
        return self.field.kind.clean(self._texts) or None if self._texts else None


def written_editor(kind: object) -> type[Editor]:
    """The editor for a kind that is written."""
    return TextsEditor if isinstance(kind, Texts) else LongEditor if isinstance(kind, LongText) else WrittenEditor
