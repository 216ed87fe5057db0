"""The small pieces that pages are set from: labels, rules, buttons, each at its step of the scale."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from iopd_desktop.views.kit import icons
from iopd_desktop.views.kit.steps import font, px


def side(*, end: bool = False) -> Qt.AlignmentFlag:
    """Where a label's line begins, or ends: Qt goes by the letters of the text, a column must go by its reader."""
    from_left = QApplication.layoutDirection() == Qt.LayoutDirection.LeftToRight
    there = Qt.AlignmentFlag.AlignLeft if from_left != end else Qt.AlignmentFlag.AlignRight
    return there | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def label(text: str = "", step: str = "body", ink: str = "text", *, wrap: bool = False) -> QLabel:
    """A text at a step of the type scale, in the ink of a role; it is never read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(step))
    made.setProperty("ink", ink)
    made.setAlignment(side())
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


class Elided(QLabel):
    """A text of one line that is cut at its end where the room is short, and whole in its tooltip."""

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(28), super().sizeHint().width()), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter), shown)


def elided(text: str, step: str = "small", ink: str = "text2") -> Elided:
    """A text of one line that gives way, in the ink of a role."""
    made = Elided(text.replace("\n", " "))
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(step))
    made.setProperty("ink", ink)
    made.setToolTip(text[:2000])
    return made


def picture(name: str, role: str = "text2", size: float = 16) -> QLabel:
    """An icon that stands beside a word and says nothing by itself."""
    made = QLabel()
    made.setPixmap(icons.pixmap(name, role, size))
    made.setFixedSize(px(size), px(size))
    return made


def rule(role: str = "line") -> QFrame:
    """A line of one pixel between two parts of a page."""
    made = QFrame()
    made.setProperty("rule", role)
    made.setFixedHeight(1)
    return made


def key_words(key: str) -> str:
    """A key as it stands on the reader's keyboard."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def button(
    text: str, act: Callable[[], object] | None = None, *, look: str = "", icon: str = "", key: str = "", name: str = ""
) -> QPushButton:
    """A button: `look` is primary, flat, link, danger, status, filter, segment, or empty for an ordinary one.

    `key` is shown in the tooltip; the shortcut itself belongs to the command in the menu.
    """
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("look", look)
    made.setAutoDefault(False)
    made.setAccessibleName(name or text)
    if look in {"link", "status"}:
        made.setFont(font("small"))
    if icon:
        made.setIcon(icons.icon(icon, {"primary": "on_accent", "link": "accent"}.get(look, "text2")))
        made.setIconSize(QSize(px(16), px(16)))
    if key:
        made.setToolTip(f"{text} ({key_words(key)})")
    if act is not None:
        made.clicked.connect(lambda _checked=False: act())
    return made


def arrow_behind(made: QPushButton) -> None:
    """Put an arrow after the word of a button that opens a list, whichever way the window is read."""
    from_left = made.layoutDirection() == Qt.LayoutDirection.LeftToRight
    made.setIcon(icons.icon("down"))
    made.setIconSize(QSize(px(12), px(12)))
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft if from_left else Qt.LayoutDirection.LeftToRight)


def icon_button(icon: str, name: str, act: Callable[[], object] | None = None, *, role: str = "text2") -> QToolButton:
    """A button with no word: only for close, more and put back; its name is spoken and shown as a tooltip."""
    made = QToolButton()
    made.setIcon(icons.icon(icon, role))
    made.setIconSize(QSize(px(16), px(16)))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if act is not None:
        made.clicked.connect(lambda _checked=False: act())
    return made


def ground(widget: QWidget, role: str) -> QWidget:
    """Give a plain widget the fill of a role, and hand it back."""
    widget.setProperty("ground", role)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget
