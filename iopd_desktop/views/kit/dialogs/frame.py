"""The frame of a dialog: a title, a sentence, what is asked, and buttons that name the deed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from iopd_desktop.views.kit.lines import Line
from iopd_desktop.views.kit.pieces import button, ground, label
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _


class Dialog(QDialog):
    """A small window that asks one thing. `deed` is the word on its button; `danger` sets it apart.

    What only `tells` of something done is closed, not cancelled.
    """

    def __init__(
        self, parent: QWidget | None, title: str, words: str = "", deed: str = "", *, danger: bool = False,
        tells: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(420))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(px(20), px(16), px(20), px(16))
        self._whole.setSpacing(px(10))
        self._whole.addWidget(label(title, "title", wrap=True))
        if words:
            self._whole.addWidget(label(words, "body", "text2", wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(8))
        self._whole.addLayout(self.body)
        self._wrong = label("", "small", "bad", wrap=True)
        self._wrong.hide()
        self._whole.addWidget(self._wrong)
        self._whole.addItem(QSpacerItem(0, px(6)))
        self._whole.setStretch(self._whole.count() - 1, 1)
        self._grown: QWidget | None = None
        self._foot(deed, danger=danger, tells=tells)
        self._check: Callable[[], str] = lambda: ""

    def _foot(self, deed: str, *, danger: bool, tells: bool) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.cancel = button(_("Cancel") if deed and not tells else _("Close"), self.reject)
        self._buttons = [self.cancel]
        foot.addWidget(self.cancel)
        if deed:
            self.deed = button(deed, self.try_it, look="danger" if danger else "primary")
            self.deed.setDefault(not danger)
            self._buttons.append(self.deed)
            foot.addWidget(self.deed)
        self._whole.addLayout(foot)

    def ask(self, words: str, *, secret: bool = False, text: str = "") -> Line:
        """Add a labelled field."""
        line = Line(words)
        line.setText(text)
        if secret:
            line.setEchoMode(Line.EchoMode.Password)
        self.put(words, line)
        return line

    def put(self, words: str, field: QWidget) -> None:
        """Add any field under its label."""
        head = label(words, "small", "text2")
        head.setBuddy(field)
        self.body.addWidget(head)
        self.body.addWidget(field)

    def explain(self, words: str) -> None:
        """Add a sentence."""
        self.body.addWidget(label(words, "small", "text2", wrap=True))

    def offer(self, deed: QWidget) -> None:
        """Add a button under what is told, as wide as its words."""
        self.body.addWidget(deed, 0, Qt.AlignmentFlag.AlignLeading)

    def grow(self, widget: QWidget) -> None:
        """Add what takes the room where the dialog is made larger, such as a list."""
        self._grown = widget
        self.body.addWidget(widget, 1)
        # A dialog that has a width of its own does not grow with what is put into it: a table would be cut.
        self.setMinimumWidth(max(self.minimumWidth(), widget.minimumWidth() + px(40)))
        for place in range(self._whole.count()):
            self._whole.setStretch(place, int(self._whole.itemAt(place) is self.body))

    def checked_by(self, check: Callable[[], str]) -> None:
        """Before the deed, ask `check` for what is wrong; an empty text is right."""
        self._check = check

    def complain(self, wrong: str) -> None:
        """Say under what is asked what is wrong with it; an empty text takes it back."""
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))

    def try_it(self) -> None:
        """Do it, or say what is wrong."""
        wrong = self._check()
        self.complain(wrong)
        if not wrong:
            self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the first field and comes to the buttons last; the height is that of the words."""
        super().showEvent(event)
        if event.spontaneous():
            return
        wanted: QWidget | None = self.focusWidget()
        self._fit()  # before the keyboard comes: what is put into a scroll area loses it
        asked = self._asked()
        for former, following in zip([*asked[-1:], *self._buttons], self._buttons, strict=False):
            if former is not following:
                QWidget.setTabOrder(former, following)
        fields = [each for each in asked if not isinstance(each, QAbstractButton | QScrollArea) or _asks(each)]
        if fields and (wanted is None or wanted in self._buttons):
            wanted = fields[0]
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Be as high as the words, and on a low screen let what is asked scroll: the buttons are always there."""
        for words in self.findChildren(QLabel):
            if words.wordWrap():  # its height follows from the width here, not from the width that it would like
                policy = words.sizePolicy()
                policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
                words.setSizePolicy(policy)
        self._whole.activate()
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized) and self._whole.hasHeightForWidth():
            self.resize(self.width(), self._whole.totalHeightForWidth(self.width()))
        room = self.screen().availableGeometry().height() - px(40)
        if (over := self._needed() - room) > 0 and self._grown is not None:
            self._grown.setMinimumHeight(max(px(96), self._grown.minimumHeight() - over))
            self._whole.activate()
            self.resize(self.width(), room)
        if self._needed() <= room:
            return
        inside, area = ground(QWidget(), "surface"), QScrollArea()
        place = self._whole.indexOf(self.body)
        self._whole.removeItem(self.body)
        self.body.setParent(None)
        inside.setLayout(self.body)
        self.body.setContentsMargins(0, 0, px(12), 0)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._whole.insertWidget(place, area)
        area.show()  # what is put into a shown window is else shown later: the keyboard would find nothing in it
        for other in range(self._whole.count()):
            self._whole.setStretch(other, int(other == place))
        # Its least height was that of all it asked.
        self.setMinimumSize(max(self.minimumWidth(), inside.minimumSizeHint().width() + px(56)), 0)
        self._whole.activate()
        self.resize(self.width(), room)

    def _needed(self) -> int:
        """How high everything is at least, in the width that the dialog has."""
        wrapped = self._whole.totalMinimumHeightForWidth(self.width()) if self._whole.hasHeightForWidth() else 0
        return max(wrapped, self._whole.totalMinimumSize().height())

    def _asked(self) -> list[QWidget]:
        """What the keyboard comes to besides the buttons at the foot, in its order."""
        found: list[QWidget] = []
        each = self.nextInFocusChain()
        while each is not None and each is not self:
            wanted = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(self) and not each.focusProxy()
            if wanted and each not in self._buttons:
                found.append(each)
            each = each.nextInFocusChain()
        return found


def _asks(button: QWidget) -> bool:
    """Whether a button is a field: a tick, or what opens a list to choose from."""
    return isinstance(button, QCheckBox) or button.property("look") == "field"


def complain(parent: QWidget | None, sentence: str) -> None:
    """Say why something was refused, where there is no page to say it on."""
    dialog = Dialog(parent, _("This was not done"), sentence)
    dialog.exec()
    dialog.deleteLater()


def confirm(parent: QWidget | None, title: str, words: str, deed: str) -> bool:
    """Ask before what cannot be undone; the button names the deed and its object."""
    dialog = Dialog(parent, title, words, deed, danger=True)
    dialog.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
    answer = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return answer
