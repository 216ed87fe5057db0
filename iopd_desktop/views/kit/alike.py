"""Over a new record: which ones that are here already may be the same, said while its name is typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from iopd_desktop.views.kit.fields_form import FieldsForm
from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.strips import Hint, Strip
from iopd_desktop.words import _

_PAUSE_MS = 150
_KEY = "Ctrl+Shift+O"


class AlikeStrip(Strip):
    """Looks while the names of a new record are typed; `go` shows the record that is taken instead.

    Nothing here takes the keyboard: a field that is left keeps what was typed, and that would make the double.
    """

    def __init__(self, form: FieldsForm, go: Callable[[str, str], object]) -> None:
        super().__init__()
        self._form, self._go = form, go
        self._found: list[str] = []
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        lines = ((name, getattr(row.editor, "line", None)) for name, row in form.rows.items())
        self._lines = {name: line for name, line in lines if name in form.record.titled and isinstance(line, Line)}
        for line in self._lines.values():
            line.textEdited.connect(lambda _text: self._pause.start())
        key = QShortcut(QKeySequence(_KEY), form, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._open_first)

    def forget(self) -> None:
        """Another record is shown: nothing is said of the one before."""
        self._pause.stop()
        self._found = []
        self.show_hints([])

    def _look(self) -> None:
        from iopd_desktop.actions.doubles import alike

        if self._form.id is not None:
            return
        typed = {name: line.text() for name, line in self._lines.items()}
        with self._form.records.store.read() as reader:
            found = alike(reader, self._form.record, typed)
        self._found = [one.id for one in found]
        words = _("Perhaps already here: {record}")
        self.show_hints([Hint(words.format(record=one.told), _("Open"), partial(self._open, one.id)) for one in found])

    def _line(self, hint: Hint) -> QWidget:
        made = super()._line(hint)
        for deed in made.findChildren(QPushButton):
            deed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            deed.setToolTip(QKeySequence(_KEY).toString(QKeySequence.SequenceFormat.NativeText))
        return made

    def _open_first(self) -> None:
        if self._found:
            self._open(self._found[0])

    def _open(self, id: str) -> None:
        """Show the record that is here; what was typed waits as a draft, and a record that was made stays."""
        self._form.set_aside()
        self.forget()
        self._go(self._form.record.kind, id)
