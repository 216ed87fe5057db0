"""What every editor keeps to: it shows a plain value, gives one back, and says when it was left."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iopd_desktop.models.fields import Field
from iopd_desktop.views.kit.lines import Line, Passage, fix
from iopd_desktop.views.kit.style import say


class Editor(QWidget):
    """An editor of one field. `left` asks for the value to be kept; `understood` says how typing was read."""

    left = Signal()
    understood = Signal(str)
    stacked = False

    def __init__(self, made: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = made
        self._shown: Any = None
        self._column = QVBoxLayout(self) if self.stacked else QHBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.build()

    @property
    def name(self) -> str:
        """The field's name as it is read aloud."""
        return self.field.label

    def build(self) -> None:
        """Make the widgets; subclasses put theirs into `self._column` and name the one that takes the keyboard."""
        raise TypeError(f"{type(self).__name__} builds nothing")

    def show_value(self, value: Any) -> None:
        """Show a stored value; what was being typed is given up."""
        self._shown = value
        self.fill(value)

    def fill(self, value: Any) -> None:
        """Put a value into the widgets."""
        raise TypeError(f"{type(self).__name__} shows nothing")

    def value(self) -> Any:
        """The value that the widgets mean; BadValue where they mean none."""
        raise TypeError(f"{type(self).__name__} gives nothing")

    def changed(self) -> bool:
        """Whether the value differs from the one shown; something that cannot be read differs too."""
        try:
            return bool(self.value() != self._shown)
        except ValueError:
            return True

    def typed(self) -> str:
        """The text in the editor's line, as it stands, for a draft."""
        return " ".join(line.text() for line in self.findChildren(Line))

    def type_text(self, text: str) -> None:
        """Put back a text that was typed before and could not be read."""
        for line in self.findChildren(Line)[:1]:
            line.setText(text)

    def take_as_shown(self, value: Any) -> None:
        """Regard a value as the stored one, whatever the widgets hold."""
        self._shown = value

    @property
    def shown(self) -> Any:
        """The stored value that the editor was given last."""
        return self._shown

    def set_wrong(self, wrong: bool) -> None:
        """Mark the editor as one that holds a mistake."""
        for widget in (*self.findChildren(Line), *self.findChildren(Passage)):
            say(widget, "wrong", "true" if wrong else "false")

    def set_fixed(self, fixed: bool) -> None:
        """Show the value without letting it be changed."""
        for line in self.findChildren(Line):
            fix(line, fixed)
        for passage in self.findChildren(Passage):
            fix(passage, fixed)
        for child in self.findChildren(QWidget):
            if not isinstance(child, Line | Passage) and child.focusPolicy() != Qt.FocusPolicy.NoFocus:
                child.setEnabled(not fixed)
