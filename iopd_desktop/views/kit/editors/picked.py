"""Editors that are chosen from: one of a list, several as chips, a country, yes or no."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QWidget

from iopd_desktop.models.kinds import Choice
from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.chips import Chip
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.editors.base import Editor
from iopd_desktop.views.kit.flow import Flow
from iopd_desktop.views.kit.pick_list import Offer, PickList
from iopd_desktop.views.kit.pieces import icon_button
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.views.kit.ticks import TickBox
from iopd_desktop.words import _, country_names, fold


class ChoiceBox(QComboBox):
    """A list of choices that looks like a line to write on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(14)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + px(16), max(px(27), self.fontMetrics().height() + px(8)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), self.sizeHint().height())

    def showPopup(self) -> None:
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def wheelEvent(self, event: Any) -> None:
        """A wheel over a form scrolls the form; it must not change what the form says."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, painter, whole = scheme(), QPainter(self), self.rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled():
            painter.fillRect(whole, colours.colour("surface" if self.hasFocus() else "sunken"))
            painter.fillRect(QRect(0, whole.bottom(), whole.width(), 1), colours.colour("control"))
        side = px(12)
        words = visual(whole, QRect(px(8), 0, whole.width() - px(14) - side, whole.height()))
        painter.setFont(font("body"))
        empty = not self.currentText()
        painter.setPen(colours.colour("text3" if empty else "text"))
        shown = painter.fontMetrics().elidedText(
            self.currentText() or self.placeholderText(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)
        arrow = visual(whole, QRect(whole.width() - px(8) - side, (whole.height() - side) // 2, side, side))
        if self.isEnabled():
            icons.paint(painter, QRectF(arrow), "down", "text2", self)
        if self.hasFocus():
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(whole).adjusted(1, 1, -1, -1), 3, 3)


class ChoiceEditor(Editor):
    """One of a few codes; choosing keeps it at once."""

    def build(self) -> None:
        self.box = ChoiceBox(self.name)
        self.box.setPlaceholderText(_("Not said"))
        if not self.field.required:
            self.box.addItem("", None)
        for code, shown in self.choices():
            self.box.addItem(shown, code)
        self.box.activated.connect(lambda _place: self.left.emit())
        self._column.addWidget(self.box, 1)
        self.setFocusProxy(self.box)

    def choices(self) -> Sequence[Offer]:
        """The codes and their words."""
        kind = self.field.kind
        assert isinstance(kind, Choice)
        return [(code, _(shown)) for code, shown in kind.choices.items()]

    def fill(self, value: Any) -> None:
        place = self.box.findData(value)
        if place < 0 and value is not None:
            self.box.addItem(str(value), value)
            place = self.box.count() - 1
        self.box.setCurrentIndex(place)

    def value(self) -> Any:
        return self.box.currentData()


class CountryEditor(ChoiceEditor):
    """A country, sorted by its name in the reader's language; the first letters typed go to it."""

    def choices(self) -> Sequence[Offer]:
        return sorted(country_names().items(), key=lambda each: fold(each[1]))


class FlagEditor(Editor):
    """Yes or no."""

    def build(self) -> None:
        self.box = TickBox()
        self.box.setAccessibleName(self.name)
        self.box.clicked.connect(lambda _checked: self.left.emit())
        self._column.addWidget(self.box)
        self._column.addStretch(1)
        self.setFocusProxy(self.box)

    def fill(self, value: Any) -> None:
        self.box.setChecked(bool(value))

    def value(self) -> Any:
        return True if self.box.isChecked() else None if self._shown is None else False


class SeveralEditor(Editor):
    """Any number of codes or terms, shown as chips that can be taken away, with a plus for more."""

    def __init__(self, made: Any, offers: Callable[[str], Sequence[Offer]], parent: QWidget | None = None) -> None:
        self._offers, self._codes = offers, list[str]()
        super().__init__(made, parent)

    def build(self) -> None:
        self._box = QWidget()
        self._flow = Flow(self._box, px(6))
        self._column.addWidget(self._box, 1)
        self._plus = icon_button("plus", _("Choose “{field}”").format(field=self.name), self._open, role="accent")
        self.setFocusProxy(self._plus)
        self._flow.addWidget(self._plus)

    def fill(self, value: Any) -> None:
        self._codes = list(value or ())
        while item := self._flow.takeAt(0):
            widget = item.widget()
            if widget is not None and widget is not self._plus:
                widget.hide()
                widget.deleteLater()
        names = dict(self._offers("")) if self._codes else {}
        for code in self._codes:
            shown = names.get(code) or self.field.kind.format([code])
            chip = Chip(shown, removable=_("Take away “{value}”").format(value=shown))
            chip.removed.connect(partial(self._take_away, code))
            self._flow.addWidget(chip)
        self._flow.addWidget(self._plus)
        self._plus.show()
        self.updateGeometry()

    def value(self) -> Any:
        return self.field.kind.clean(self._codes) if self._codes else None

    def _open(self) -> None:
        picks = PickList(self.name, self._offers, self._codes, several=True, parent=self)
        picks.picked.connect(self._take)
        picks.under(self._plus)

    def _take(self, codes: list[str]) -> None:
        self.fill(codes)
        self.left.emit()

    def _take_away(self, code: str) -> None:
        self._take([each for each in self._codes if each != code])
        self._plus.setFocus()
