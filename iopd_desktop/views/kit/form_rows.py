"""One row of a form: the label at the leading side, the editor, and under it what is wrong with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from iopd_desktop.models.fields import Field
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.views.kit.editors import Editor
from iopd_desktop.views.kit.pieces import label, picture
from iopd_desktop.views.kit.steps import px, row_height, scale
from iopd_desktop.words import _


class FormRow(QWidget):
    """A field's label, editor and mistake. `left` is said with the field's name when it should be kept."""

    left = Signal(str)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor, self.field = editor, editor.field
        self._label = label(_labelled(editor.field), "small", "text2", wrap=True)
        self._label.setBuddy(editor)
        help_text = _(editor.field.kind.help)
        if help_text:
            self._label.setToolTip(help_text)
            editor.setToolTip(help_text)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(px(8))
        self._line.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(editor, 1)
        self._wrong = QWidget()
        row = QHBoxLayout(self._wrong)
        row.setContentsMargins(px(2), 0, 0, px(2))
        row.setSpacing(px(6))
        self._sentence = label("", "small", "bad", wrap=True)
        row.addWidget(picture("warning", "bad", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(2))
        column.addLayout(self._line)
        column.addWidget(self._wrong)
        editor.left.connect(lambda: self.left.emit(self.field.name))
        self.set_above(editor.field.wide)

    def set_above(self, above: bool) -> None:
        """Put the label above the editor: for wide fields, narrow forms and large text."""
        stacked = above or self.field.wide or scale() >= 1.5
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(px(2) if stacked else px(8))
        self._label.setMinimumHeight(0 if stacked else row_height(28))
        self._label.setMinimumWidth(0 if stacked else px(112))
        self._label.setMaximumWidth(16777215 if stacked else px(112))

    def mistake(self, sentence: str) -> None:
        """Say under the field what is wrong, or with an empty text that nothing is."""
        self._sentence.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.editor.set_wrong(bool(sentence))
        described = f"{self.field.label}: {sentence}" if sentence else ""
        focus = self.editor.focusProxy() or self.editor
        focus.setAccessibleDescription(described)

    def read(self) -> tuple[bool, object]:
        """Whether the editor holds a value that can be read, and the value; a mistake is shown."""
        try:
            value = self.editor.value()
        except BadValue as wrong:
            self.mistake(str(wrong))
            return False, None
        return True, value


def _labelled(made: Field) -> str:
    return made.label
