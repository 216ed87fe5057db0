"""A finished document on the screen: its pages, and Print, Save, Open folder."""

import shutil
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from iopd_desktop.models.refusal import Refused, sentence
from iopd_desktop.views.kit.colours import scheme
from iopd_desktop.views.kit.pieces import button, ground, label
from iopd_desktop.views.kit.places import documents
from iopd_desktop.views.kit.steps import px
from iopd_desktop.views.kit.strips import Strip
from iopd_desktop.words import _, ngettext, number

GAP = 12
KEPT = 12
"""So many rendered pages are kept; the others are rendered again when they come into view."""


class Pages(QAbstractScrollArea):
    """The pages of a PDF below one another, each rendered when it comes into view."""

    def __init__(self, document: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._count = len(document)
        self._sizes = [document.get_page_size(place) for place in range(self._count)]
        self._rendered: dict[tuple[int, int], QPixmap] = {}
        self.setAccessibleName(ngettext("{count} page", "{count} pages", self._count).format(count=self._count))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(px(40))

    def _width(self) -> int:
        return max(px(200), min(self.viewport().width() - px(40), px(900)))

    def _heights(self) -> list[int]:
        width = self._width()
        return [round(width * high / wide) for wide, high in self._sizes]

    def resizeEvent(self, event: object) -> None:
        whole = sum(self._heights()) + px(GAP) * (self._count + 1)
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setRange(0, max(0, whole - self.viewport().height()))

    def page_in_view(self) -> int:
        """The place of the page in the middle of the view."""
        middle, down = self.verticalScrollBar().value() + self.viewport().height() // 2, px(GAP)
        for place, height in enumerate(self._heights()):
            down += height + px(GAP)
            if down > middle:
                return place
        return self._count - 1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self.viewport()), scheme()
        painter.fillRect(self.viewport().rect(), colours.colour("sunken"))
        width, down = self._width(), px(GAP) - self.verticalScrollBar().value()
        left = (self.viewport().width() - width) // 2
        for place, height in enumerate(self._heights()):
            where = QRect(left, down, width, height)
            if where.intersects(self.viewport().rect()):
                painter.drawPixmap(where, self._render(place, width))
                painter.setPen(colours.colour("line2"))
                painter.drawRect(where)
            down += height + px(GAP)

    def _render(self, place: int, width: int) -> QPixmap:
        key = (place, width)
        if key not in self._rendered:
            if len(self._rendered) >= KEPT:
                self._rendered.pop(next(iter(self._rendered)))
            sharp = self.devicePixelRatioF()
            self._rendered[key] = picture_of(self._document, place, width * sharp / self._sizes[place][0])
        return self._rendered[key]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_PageUp: -1,
        }.get(Qt.Key(event.key()))  # fmt: skip
        bar = self.verticalScrollBar()
        if step:
            bar.setValue(bar.value() + step * (self._heights()[self.page_in_view()] + px(GAP)))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(0 if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)


def picture_of(document: Any, place: int, factor: float) -> QPixmap:
    """One page as a picture, `factor` pixels for each of its points."""
    page = document[place]
    drawn = page.render(scale=factor, rev_byteorder=True, may_draw_forms=True, prefer_bgrx=True)
    image = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGBX8888)
    made = QPixmap.fromImage(image.copy())
    drawn.close()
    page.close()
    return made


class Preview(QDialog):
    """Shows a PDF file. It belongs to whoever made it: what is kept is what the person saves."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import pypdfium2  # type: ignore[import-untyped]

        self._path = path
        self._document: Any = pypdfium2.PdfDocument(path)
        self._document.init_forms()
        self.setWindowTitle(path.name)
        self.resize(px(860), px(680))
        self._wrong = Strip("bad")
        self.pages = Pages(self._document)
        bar = ground(QWidget(), "chrome")
        row = QHBoxLayout(bar)
        row.setContentsMargins(px(20), px(8), px(16), px(8))
        row.setSpacing(px(8))
        row.addWidget(label(path.name, "strong"), 1)
        self._place = label("", "small", "text2")
        row.addWidget(self._place)
        row.addWidget(button(_("Open folder"), self._folder, look="flat", icon="folder"))
        row.addWidget(button(_("Save…"), self._save, look="flat", icon="import"))
        row.addWidget(button(_("Print…"), self._print, look="primary", icon="printer"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (bar, self._wrong):
            column.addWidget(widget)
        column.addWidget(self.pages, 1)
        self.pages.verticalScrollBar().valueChanged.connect(self._tell)
        self._tell()
        self.pages.setFocus()

    def sizeHint(self) -> QSize:
        return QSize(px(860), px(680))

    def _tell(self) -> None:
        page, count = self.pages.page_in_view() + 1, len(self._document)
        self._place.setText(_("{page} of {count}").format(page=number(page), count=number(count)))

    def _folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def _save(self) -> None:
        wanted, _kind = QFileDialog.getSaveFileName(self, _("Save"), str(documents() / self._path.name), "PDF (*.pdf)")
        if wanted:
            self.save_as(Path(wanted))

    def save_as(self, target: Path) -> None:
        """Keep a copy of the document; a refusal is said over the pages."""
        try:
            shutil.copyfile(self._path, target)
        except OSError as refused:
            self._wrong.complain(sentence(refused))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        asked = QPrintDialog(printer, self)
        asked.setMinMax(1, len(self._document))
        if asked.exec() == QDialog.DialogCode.Accepted:
            try:
                self.print_on(printer, asked.fromPage() or 1, asked.toPage() or len(self._document))
            except Refused as refused:
                self._wrong.complain(sentence(refused))

    def print_on(self, printer: Any, first: int, last: int) -> None:
        """Print pages `first` to `last` (counted from 1)."""
        print_pages(self._document, printer, first, last)

    def done(self, answer: int) -> None:
        self._document.close()
        super().done(answer)


def print_pages(document: Any, printer: Any, first: int, last: int) -> None:
    """Print pages `first` to `last` of a document in their own size, smaller where the paper is smaller than they."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise Refused(_("The printer does not answer"))
    try:
        for place in range(first - 1, last):
            if place >= first:
                printer.newPage()
            paper = printer.pageLayout().fullRectPixels(printer.resolution())
            wide, high = (length * printer.resolution() / 72 for length in document.get_page_size(place))
            scale = min(1.0, paper.width() / wide, paper.height() / high)
            drawn = picture_of(document, place, min(printer.resolution(), 300) / 72)
            painter.drawPixmap(QRect(0, 0, round(wide * scale), round(high * scale)), drawn)
    finally:
        painter.end()


def print_file(path: Path, printer: Any) -> None:
    """Print every page of a PDF file; Refused where the printer does not answer."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        print_pages(document, printer, 1, len(document))
    finally:
        document.close()


def show_preview(path: Path, parent: QWidget) -> None:
    """Open a preview over a window; it forgets itself when it is closed."""
    shown = Preview(path, parent)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    shown.show()
