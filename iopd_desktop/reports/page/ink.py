"""Drawing on the sheet: the only file that speaks to reportlab's canvas; lengths from the top left, in points."""

# ruff: noqa: SLF001 - the operators of a line are written at once; reportlab keeps their list private.

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import Any, BinaryIO

from iopd_desktop.reports.page.faces import Face
from iopd_desktop.reports.page.measures import INK, PORTRAIT, Shape, Style
from iopd_desktop.reports.page.setting import Line, Spans, lines
from iopd_desktop.reports.page.writing import Run

_UNBOUND = 100_000.0


@lru_cache(maxsize=64)
def rgb(colour: str) -> str:
    """A colour `#RRGGBB` as the operators of a page take it: three numbers from 0 to 1."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3f}" for i in (1, 3, 5))


class Ink:
    """The pages of one file as they are drawn, one after the other."""

    def __init__(self, out: BinaryIO, language: str, shape: Shape = PORTRAIT) -> None:
        from reportlab import rl_config
        from reportlab.pdfgen.canvas import Canvas

        # ASCII85 would make every file a quarter longer and, without reportlab's C part, twice as slow.
        rl_config.useA85 = 0
        size = (shape.width, shape.height)
        self.canvas = Canvas(out, pagesize=size, invariant=1, pageCompression=1, lang=language)
        self.shape, self.high = shape, shape.height
        self.forms = True
        self.page_number = 1
        self._encoded: dict[tuple[Face, str], list[tuple[str, str]]] = {}
        self._outline_level = -1
        self._places = 0
        self.subject = ""
        self.missing: dict[str, set[str]] = {}
        self.appearances: dict[Any, Any] = {}

    def describe(self, title: str, author: str, subject: str) -> None:
        """What the file says of itself."""
        self.canvas.setTitle(title)
        self.canvas.setAuthor(author)
        self.canvas.setSubject(subject)
        self.canvas.setCreator("IOPD Desktop")
        self.canvas.showOutline()

    def turn(self) -> None:
        """End this page and begin the next."""
        self.canvas.showPage()
        self.page_number += 1

    def close(self) -> None:
        """Write the file."""
        self.canvas.save()

    def _pieces(self, face: Face, text: str) -> list[tuple[str, str]]:
        """Font subset and escaped letters of a word; asked of reportlab once a document."""
        key = (face, text)
        known = self._encoded.get(key)
        if known is None:
            from reportlab.pdfbase import pdfmetrics

            font, canvas = pdfmetrics.getFont(face.name), self.canvas
            known = self._encoded[key] = [
                (font.getSubsetInternalName(subset, canvas._doc), canvas._escape(letters))
                for subset, letters in font.splitString(text, canvas._doc)
            ]
        return known

    def _run(self, run: Run, size: str, code: list[str]) -> None:
        shown, letters = "", ""
        words = run.text.split(" ")
        for i, text in enumerate(words):
            for subset, part in self._pieces(run.face, text + " " if i < len(words) - 1 else text):
                if subset != shown:
                    if letters:
                        code.append(f"({letters}) Tj")
                    code.append(f"{subset} {size} Tf")
                    shown, letters = subset, ""
                letters += part
        if letters:
            code.append(f"({letters}) Tj")

    def _odd_run(self, run: Run, style: Style, x: float, y: float) -> None:
        """A run whose letters HarfBuzz shapes, or whose font the reader's program must have."""
        from reportlab.pdfgen.textobject import PDFTextObject

        class Text(PDFTextObject):  # type: ignore[misc]
            """reportlab's own setRise looks at the last operator, and fails where a run begins with a raised glyph."""

            def setRise(self, rise: float) -> None:  # noqa: N802 - reportlab's name
                self._rise = rise
                self._code.append(f"{rise:.2f} Ts")

        text = Text(self.canvas, x, y)
        text.setFont(run.face.name, style.size)
        text.setFillColorRGB(*map(float, rgb(style.colour).split()))
        text.textOut(run.face.shape(run.text) if run.face.shaped else run.text)
        self.canvas.drawText(text)

    def line(self, line: Line, x: float, baseline: float, style: Style, colour: str = "") -> None:
        """Draw a line of text from `x`, its baseline `baseline` under the sheet's top."""
        colour = colour or style.colour
        for char in line.missing:
            self.missing.setdefault(char, set()).add(self.subject)
        y, size = self.high - baseline, f"{style.size:.4g}"
        open_code: list[str] = []
        for run in line.runs:
            if run.face.shaped or run.face.cid:
                self._odd_run(run, Style(style.size, style.leading, colour=colour), x, y)
            else:
                open_code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
                self._run(run, size, open_code)
            x += run.width * style.size / 1000
        if open_code:
            self.canvas._code.append(f"BT {rgb(colour)} rg {' '.join(open_code)} ET")

    def text(
        self,
        text: str | Spans,
        x: float,
        baseline: float,
        style: Style,
        *,
        align: str = "start",
        room: float = _UNBOUND,
    ) -> float:
        """Draw a text's first line at `x` (its start, its end or its middle) and give its width in points.

        A text longer than `room` is cut with an ellipsis.
        """
        first = lines(text, style, _UNBOUND)[0]
        width = first.width * style.size / 1000
        if width > room:
            first = _shortened(text, style, room)
            width = first.width * style.size / 1000
        shift = {"start": 0.0, "end": width, "centre": width / 2}[align]
        self.line(first, x - shift, baseline, style)
        return width

    def rule(
        self, x: float, y: float, to: float, thick: float, colour: str, *, down: bool = False,
        dash: tuple[float, float] | None = None,
    ) -> None:  # fmt: skip
        """A straight rule from (x, y) to the right until `to`, or down until `to`; `dash` is a stroke and its gap."""
        right, low = (x, self.high - to) if down else (to, self.high - y)
        line = f"{x:.2f} {self.high - y:.2f} m {right:.2f} {low:.2f} l S"
        strokes = f"[{dash[0]:.2f} {dash[1]:.2f}] 0 d {line} [] 0 d" if dash else line
        self.canvas._code.append(f"{rgb(colour)} RG {thick:.2f} w {strokes}")

    def dotted(self, x: float, y: float, to: float) -> None:
        """A leader of dots, for contents."""
        self.canvas.saveState()
        self.canvas.setDash(0.5, 3)
        self.rule(x, y, to, 0.5, "#8E999E")
        self.canvas.restoreState()

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: str = "", edge: str = "", thick: float = 1
    ) -> None:
        """A rectangle whose outline lies inside its measure."""
        inset = thick / 2 if edge else 0.0
        low, wide, high = self.high - y - height + inset, width - 2 * inset, height - 2 * inset
        code = f"{rgb(fill)} rg " if fill else ""
        code += f"{rgb(edge)} RG {thick:.2f} w " if edge else ""
        paint = {(True, True): "B", (True, False): "f", (False, True): "S"}.get((bool(fill), bool(edge)), "n")
        self.canvas._code.append(f"{code}{x + inset:.2f} {low:.2f} {wide:.2f} {high:.2f} re {paint}")

    def polygon(self, corners: Sequence[tuple[float, float]], fill: str) -> None:
        """A filled shape from its corners."""
        points = [f"{x:.2f} {self.high - y:.2f} {'l' if i else 'm'}" for i, (x, y) in enumerate(corners)]
        self.canvas._code.append(f"{rgb(fill)} rg {' '.join(points)} f")

    def hatch(self, x: float, y: float, width: float, height: float, colour: str, *, pitch: float = 3.2) -> None:
        """Slanting lines over a white rectangle, cut at its edges."""
        low = self.high - y - height
        frame = f"{x:.2f} {low:.2f} {width:.2f} {height:.2f} re"
        strokes = []
        for i in range(int((width + height) / pitch) + 1):
            at = x - height + i * pitch
            strokes.append(f"{at:.2f} {low:.2f} m {at + height:.2f} {low + height:.2f} l")
        self.canvas._code.append(
            f"q 1 1 1 rg {frame} f {frame} W n {rgb(colour)} RG 0.80 w {' '.join(strokes)} S Q"
        )

    def turned(self, text: str, middle: float, foot: float, style: Style, room: float = _UNBOUND) -> None:
        """A text that reads upwards from its foot, in one line or in two, about a middle: heads of narrow columns."""
        first, *rest = lines(text, style, room)
        self.canvas.saveState()
        self.canvas.translate(middle + style.size / 3, self.high - foot)
        self.canvas.rotate(90)
        self.canvas.translate(0, -self.high)
        if len(rest) == 1:
            self.line(first, 0, -style.leading / 2, style)
            self.line(rest[0], 0, style.leading / 2, style)
        else:
            self.text(text, 0, 0, style, room=room)
        self.canvas.restoreState()

    @contextmanager
    def half_turned(self, x: float, y: float) -> Iterator[None]:
        """What is drawn meanwhile stands upside down about a point: the other face of a sheet that is folded."""
        self.canvas.saveState()
        self.canvas.translate(x, self.high - y)
        self.canvas.rotate(180)
        self.canvas.translate(-x, y - self.high)
        yield
        self.canvas.restoreState()

    def squares(self, x: float, y: float, side: float, matrix: Sequence[Iterable[bool]]) -> None:
        """A pattern of black squares (a QR code) as one path of stretches, so that no seams show between them."""
        code = []
        for i, row in enumerate(matrix, start=1):
            at = 0
            for dark, stretch in groupby(row):
                long = len(list(stretch))
                if dark:
                    code.append(f"{at} {-i} {long} 1 re")
                at += long
        place = f"{side:.4f} 0 0 {side:.4f} {x:.3f} {self.high - y:.3f} cm"
        self.canvas._code.append(f"q {place} {rgb('#000000')} rg {' '.join(code)} f Q")

    def picture(self, content: bytes, x: float, y: float, width: float, height: float) -> None:
        """A picture from its bytes, fitted into a frame; bytes that are no picture leave an outlined frame."""
        from reportlab.lib.utils import ImageReader

        try:
            image = ImageReader(BytesIO(content))
            wide, high = image.getSize()
        except OSError:
            self.box(x, y, width, height, edge=INK, thick=0.6)
            return
        scale = min(width / wide, height / high)
        self.canvas.drawImage(image, x, self.high - y - high * scale, wide * scale, high * scale, mask="auto")

    def outline(self, title: str, level: int) -> None:
        """Put a place on this page into the reader's outline."""
        self._places += 1
        key = f"place{self._places}"
        self.canvas.bookmarkPage(key)
        level = min(level, self._outline_level + 1)
        self._outline_level = level
        self.canvas.addOutlineEntry(title, key, level, closed=level > 0)


@lru_cache(maxsize=2_000)
def _cut(text: str, weight: str, size: float, room: float) -> Line:
    style = Style(size, size, weight)
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if lines(text[:middle].rstrip() + "…", style, _UNBOUND)[0].width * size / 1000 <= room:
            low = middle
        else:
            high = middle - 1
    return lines(text[:low].rstrip() + "…", style, _UNBOUND)[0]


def _shortened(text: str | Spans, style: Style, room: float) -> Line:
    if isinstance(text, str):
        return _cut(text, style.weight, style.size, room)
    return _cut("".join(part for part, _ in text), text[0][1] or style.weight, style.size, room)
