"""Badges of an event beside a bare platypus document that sets the same texts and the same codes, eight on a sheet.

The twin draws each code as one path from reportlab's own encoder: reportlab's widget for codes, with a shape for every
square, would take four times as long, and would flatter ours.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.side_by_side import Measured, measured
from iopd_desktop.actions.badge_codes import PREFIX, shown
from iopd_desktop.models.registrations import PARTS
from iopd_desktop.reports import make, report_named
from iopd_desktop.reports.badges import Badges, rows
from iopd_desktop.reports.page import MM, qr_matrix
from iopd_desktop.reports.page.faces import face_for
from iopd_desktop.store.store import Store

_CODE = 21 * MM
_WIDE, _HIGH = 105 * MM, 74.25 * MM


def printing(folder: Path, store: Store, event: str, count: int, registered: int) -> Measured:
    """Every badge of an event, from the database to the file; the bare twin has its texts read already."""
    with store.read() as read:
        told = rows(read, event=event)

        def ours() -> None:
            qr_matrix.cache_clear()  # nobody prints the same badges over and over
            make(report_named("badges"), read, folder / "badges.pdf", "en", event=event)

        return measured(
            f"badges, {registered:,}", count, ours, lambda: _bare(folder / "bare-badges.pdf", told), (1.43, 1), 5,
        )  # fmt: skip


def _bare(path: Path, told: Badges) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph

    latin = (face_for("A", weight) for weight in ("regular", "bold"))
    code = _code()
    regular, bold = (face.name if face else "Helvetica" for face in latin)
    small, large, middle = (
        ParagraphStyle("s", fontName=font, fontSize=size, leading=size * 1.2)
        for font, size in ((regular, 8), (bold, 24), (bold, 17))
    )
    frames = [Frame(x * _WIDE, A4[1] - (y + 1) * _HIGH, _WIDE, _HIGH) for y in range(4) for x in range(2)]
    story: list[object] = []
    for one in told.people:
        story += [
            code(PREFIX + one.code), Paragraph(shown(one.code), small), Paragraph(told.event.title, small),
            Paragraph(told.event.when, small), Paragraph(one.given, large), Paragraph(one.family, middle),
            Paragraph(one.organisation, small), Paragraph(one.country, small), Paragraph(PARTS[one.part], middle),
            FrameBreak(),
        ]  # fmt: skip
    document = BaseDocTemplate(str(path), pagesize=A4, pageTemplates=[PageTemplate(frames=frames)])
    document.build(story)


def _code() -> Callable[[str], Any]:
    """What makes a flowable of a text: its code as one path."""
    from reportlab.graphics.barcode import qrencoder
    from reportlab.platypus import Flowable

    class Code(Flowable):  # type: ignore[misc]
        """A code as one path."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text, self.width, self.height = text, _CODE, _CODE

        def draw(self) -> None:
            code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
            code.addData(qrencoder.QR8bitByte(self.text))
            code.make()
            count = code.getModuleCount()
            side, path = _CODE / (count + 8), self.canv.beginPath()
            for i in range(count):
                for j in range(count):
                    if code.isDark(i, j):
                        path.rect((j + 4) * side, _CODE - (i + 5) * side, side, side)
            self.canv.drawPath(path, stroke=0, fill=1)

    return Code
