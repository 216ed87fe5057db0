"""Jury packets of the sample network, beside the same words set by the bare layout library."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from benchmarks.side_by_side import Measured, measured
from iopd_desktop.actions.beginning import create
from iopd_desktop.reports import make, report_named

_EDITION = 18
_FILES_OF_EACH = 2
"""Every packet is printed twice: in its juror's own file, and in the one for the printer."""


def papers(folder: Path) -> Measured:
    """Every packet of the largest edition; the bare side sets the words of the same pages, without lines or fields."""
    report = report_named("jury-packet")
    with create(folder / "sample.iopd", "sample", author="Bench") as store, store.read() as read:
        made = make(report, read, folder / "packets", "en", edition=_EDITION)
        words = list(_words(folder / "packets" / "all-packets.pdf"))

        def ours() -> None:
            make(report, read, folder / "packets", "en", edition=_EDITION)

        def bare() -> None:
            for number in range(_FILES_OF_EACH):
                _set(folder / f"bare-{number}.pdf", words)

        return measured("jury packets, by pages", made.pages, ours, bare, (1.4, 1.2), 3)


def _words(path: Path) -> Iterator[list[str]]:
    from pypdf import PdfReader

    for page in PdfReader(path).pages:
        yield [line for line in page.extract_text().split("\n") if line.strip()]


def _set(path: Path, pages: list[list[str]]) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("Bare", "Vera.ttf"))
    style = ParagraphStyle("bare", fontName="Bare", fontSize=8, leading=10)
    story = []
    for lines in pages:
        story += [Paragraph(escape(line), style) for line in lines]
        story.append(PageBreak())
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
