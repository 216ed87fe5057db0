"""What the desk counts: who is here of those expected, walk-ins, members, and how far the quorum is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from iopd_desktop.actions.attending import Attendance, Quorum
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.pieces import elided, ground, label, side
from iopd_desktop.views.kit.rows import visual
from iopd_desktop.views.kit.steps import font, px
from iopd_desktop.words import _, country_name, ngettext, number

_COUNTRIES = 3


class Counter(QWidget):
    """One large figure with two lines of words beside it."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        self._figure, self._words, self._more = label("", "figure"), label("", "name"), label("", "small", "text2")
        self._figure.setFont(font("figure", tabular=True))
        row.addWidget(self._figure)
        column = QVBoxLayout()
        column.setSpacing(0)
        for words in (self._words, self._more):
            column.addWidget(words)
        row.addLayout(column)

    def show_count(self, count: int, words: str, more: str = "") -> None:
        """Show a figure, what it counts, and of how many."""
        self._figure.setText(number(count))
        self._words.setText(words)
        self._more.setText(more)
        self.setAccessibleName(" ".join(part for part in (number(count), words, more) if part))


class QuorumTrack(QWidget):
    """A track with the members who are here, and a tick where the quorum is reached."""

    def __init__(self) -> None:
        super().__init__()
        self._quorum: Quorum | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_quorum(self, quorum: Quorum) -> None:
        """Show how far a quorum is."""
        self._quorum = quorum
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(180), px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        quorum, colours, painter = self._quorum, scheme(), QPainter(self)
        if quorum is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole, thick = self.rect(), px(8)
        most = max(round(quorum.needed * 1.4), quorum.here, 1)
        track = QRectF(0, (whole.height() - thick) / 2, whole.width(), thick)
        painter.setBrush(colours.colour("line2"))
        painter.drawRoundedRect(track, thick / 2, thick / 2)
        if quorum.here:
            done = visual(whole, track.toRect().adjusted(0, 0, -round(track.width() * (1 - quorum.here / most)), 0))
            painter.setBrush(colours.colour("ok" if quorum.reached else "accent"))
            painter.drawRoundedRect(QRectF(done), thick / 2, thick / 2)
        at = round(whole.width() * quorum.needed / most)
        tick = whole.adjusted(at - 1, px(2), -(whole.width() - at - 1), -px(2))
        painter.fillRect(visual(whole, tick), colours.colour("text"))


class Counters(QWidget):
    """The strip of figures over the desk."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, "surface")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), px(8), px(20), px(8))
        row.setSpacing(px(24))
        self._here, self._walk_ins, self._members = Counter(), Counter(), Counter()
        for counter in (self._here, self._walk_ins, self._members):
            row.addWidget(counter)
        self._quorum = QWidget()
        beside = QHBoxLayout(self._quorum)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        self._track, self._of, self._lacks = QuorumTrack(), label("", "small", "text2"), label("", "strong", "warn")
        words.addWidget(label(_("Quorum"), "name"))
        words.addWidget(self._of)
        beside.addLayout(words)
        beside.addWidget(self._track, 1)
        beside.addWidget(self._lacks)
        row.addWidget(self._quorum, 1)
        self._countries = elided("", "small", "text2")
        row.addWidget(self._countries, 1)
        self._end = QWidget()
        end = QVBoxLayout(self._end)
        end.setContentsMargins(0, 0, 0, 0)
        end.setSpacing(0)
        self._ours, self._where = label("", "name"), label("", "small", "text2")
        for each in (self._ours, self._where):
            each.setAlignment(side(end=True))
            end.addWidget(each)
        row.addWidget(self._end)
        self._spare: tuple[QWidget, ...] = (self._track, self._end)

    def minimumSizeHint(self) -> QSize:
        """What can be folded away asks for no room."""
        asked, spacing = super().minimumSizeHint(), px(24)
        spare = sum(each.minimumSizeHint().width() + spacing for each in self._spare if not each.isHidden())
        return QSize(asked.width() - spare, asked.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """With large text the figures stay; the track, then what concerns the laptop, stands in the tooltip alone."""
        for each in self._spare:
            each.show()
        for each in self._spare:
            if super().minimumSizeHint().width() > self.width():
                each.hide()
        self.setToolTip(f"{self._ours.text()}, {self._where.text()}" if self._end.isHidden() else "")

    def show_attendance(self, found: Attendance, not_exchanged: int, desk: str) -> None:
        """Show the counts of an event, and how much was entered on this laptop alone."""
        expected = found.here - found.walk_ins
        of = _("of {count}").format(count=number(found.expected))
        self._here.show_count(expected, ngettext("checked in", "checked in", expected), of)
        all_here = ngettext("{count} here in all", "{count} here in all", found.here).format(count=number(found.here))
        self._walk_ins.show_count(found.walk_ins, ngettext("walk-in", "walk-ins", found.walk_ins), all_here)
        members = ngettext("member here", "members here", found.members_here)
        self._members.show_count(found.members_here, members, _("one for each body"))
        self._show_quorum(found.quorum)
        first = [
            (country_name(code) if code else _("not told")) + " " + number(count)
            for code, count in list(found.by_country.items())[:_COUNTRIES]
        ]
        more = len(found.by_country) - len(first)
        rest = [ngettext("{count} more country", "{count} more countries", more).format(count=more)] if more > 0 else []
        self._countries.setText(", ".join([*first, *rest]))
        self._countries.setToolTip(self._countries.text())
        self._countries.setVisible(found.quorum is None)
        told = ngettext("Not yet exchanged: {count} entry", "Not yet exchanged: {count} entries", not_exchanged)
        self._ours.setText(told.format(count=number(not_exchanged)))
        self._where.setText(desk)
        self._fold()

    def _show_quorum(self, quorum: Quorum | None) -> None:
        self._quorum.setVisible(quorum is not None)
        if quorum is None:
            return
        self._track.show_quorum(quorum)
        self._of.setText(_("{here} of {needed} members needed").format(
            here=number(quorum.here), needed=number(quorum.needed)
        ))  # fmt: skip
        lacks = quorum.needed - quorum.here
        self._lacks.setText(_("reached") if quorum.reached else _("{count} more").format(count=number(lacks)))
        missing = "\n".join(quorum.missing[:40])
        told = _("Registered and not here yet:") + "\n" + missing if missing else _("Every registered member is here")
        self._quorum.setToolTip(told)
        self._quorum.setAccessibleName(_("Quorum") + f": {self._of.text()}, {self._lacks.text()}")
