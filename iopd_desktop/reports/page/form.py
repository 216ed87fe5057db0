"""What people fill in, by hand or on screen: one drawing for both, and marks that a scanner finds."""

# ruff: noqa: SLF001 - reportlab offers its forms and annotations under private names only.

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from iopd_desktop.reports.page import measures
from iopd_desktop.reports.page.ink import Ink, rgb
from iopd_desktop.reports.page.measures import MM
from iopd_desktop.reports.page.qr_code import qr_matrix

_QUIET: Final = 4
_EDGE: Final = 1.0
_PRINT: Final = 4
_COMBO: Final = 1 << 17


def _appearance(ink: Ink, side: float, *, crossed: bool) -> Any:
    """A reference to the picture of a box, which is made once a size for a whole file."""
    from reportlab.pdfbase.acroform import PDFFromString

    key = (round(side, 3), crossed)
    if key not in ink.appearances:
        edge = rgb(measures.INK)
        inner, far = _EDGE / 2, side - _EDGE
        code = f"q 1 g {edge} RG {_EDGE} w {inner} {inner} {far:.3f} {far:.3f} re B Q"
        if crossed:
            near, end = side * 0.16, side * 0.84
            cross = f"{near:.3f} {near:.3f} m {end:.3f} {end:.3f} l {near:.3f} {end:.3f} m {end:.3f} {near:.3f} l S"
            code += f" q {edge} RG {side * 0.085:.3f} w {cross} Q"
        form = ink.canvas.acroForm
        stream = form.makeStream(side, side, code, Resources=PDFFromString("<< /ProcSet [/PDF] >>"))
        ink.appearances[key] = form.getRef(stream)
    return ink.appearances[key]


@lru_cache(maxsize=10_000)
def _literal(text: str) -> str:
    """A text as PDF keeps it: readable where it is ASCII, UTF-16 else."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") + ")"
    return "<feff" + text.encode("utf-16-be", "replace").hex() + ">"


@cache
def _box() -> Any:
    from reportlab.pdfbase.pdfdoc import PDFObject

    class Box(PDFObject):  # type: ignore[misc]
        """A box to click, written out at once: a packet has thousands. Numbers of objects are known only then."""

        def __init__(self, words: str, named: tuple[Any, ...]) -> None:
            self.words = words
            self.named = named

        def format(self, document: Any) -> bytes:
            """The box as it stands in the file."""
            named = [reference.format(document).decode("ascii") for reference in self.named]
            return self.words.format(*named).encode("ascii")

    return Box


def _widget(ink: Ink, x: float, y: float, side: float, state: str, more: str, group: Any = None) -> Any:
    """Put a box to click on the page, of whichever kind `more` tells; a reference to it."""
    low = ink.high - y - side
    named = [ink.canvas._doc.thisPageRef(), *(_appearance(ink, side, crossed=crossed) for crossed in (True, False))]
    more = more.replace("{", "{{").replace("}", "}}") + (" /Parent {3}" if group else "")
    box = _box()(
        f"<< /Type /Annot /Subtype /Widget /P {{0}} /Rect [{x:.2f} {low:.2f} {x + side:.2f} {low + side:.2f}] "
        f"/AP << /N << /{state} {{1}} /Off {{2}} >> >> /AS /Off /F {_PRINT} /H /N "
        f"/MK << /CA (8) /BC [{rgb(measures.INK)}] /BG [1 1 1] >> {more} >>",
        (*named, group) if group else tuple(named),
    )
    ink.canvas._addAnnotation(box)
    return ink.canvas.acroForm.getRef(box)


def check(ink: Ink, x: float, y: float, side: float, name: str, tooltip: str) -> None:
    """A box to cross; on paper only where the file is for the printer."""
    if not ink.forms:
        ink.box(x, y, side, side, fill=measures.WHITE, edge=measures.INK, thick=_EDGE)
        return
    more = f"/FT /Btn /T {_literal(name)} /TU {_literal(tooltip)} /V /Off /Ff 0"
    ink.canvas.acroForm.fields.append(_widget(ink, x, y, side, "Yes", more))


def radio(ink: Ink, x: float, y: float, side: float, name: str, value: str, tooltip: str) -> None:
    """One box of several of which one is crossed; a second click takes the cross back, none is required."""
    if not ink.forms:
        ink.box(x, y, side, side, fill=measures.WHITE, edge=measures.INK, thick=_EDGE)
        return
    from reportlab.pdfbase.acroform import RadioGroup

    form = ink.canvas.acroForm
    group = form._radios.get(name)
    if group is None:
        group = RadioGroup(name, tooltip=tooltip, fieldFlags="radio")
        group._ref = form.getRef(group)
        form._radios[name] = group
        form.fields.append(group._ref)
    group.kids.append(_widget(ink, x, y, side, value, f"/TU {_literal(tooltip)}", group._ref))


def field(
    ink: Ink, x: float, y: float, width: float, height: float, name: str, tooltip: str, *, lines: bool = False
) -> None:
    """A field to type into, without a border: the printed line or frame is the border. It is always empty."""
    if ink.forms:
        ink.canvas.acroForm.textfield(
            name=name,
            tooltip=tooltip,
            x=x,
            y=ink.high - y - height,
            width=width,
            height=height,
            borderWidth=0,
            borderColor=None,
            fillColor=None,
            fontSize=10,
            fontName="Helvetica",
            maxlen=0,
            fieldFlags="multiline" if lines else "",
        )


def choice(
    ink: Ink,
    x: float,
    y: float,
    width: float,
    height: float,
    name: str,
    tooltip: str,
    options: Sequence[tuple[str, str]],
) -> None:
    """A list of (label, value) to choose from; it begins empty.

    Written here because reportlab's own choice fails without a chosen value.
    """
    if not ink.forms:
        return
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    form, low = ink.canvas.acroForm, ink.high - y - height
    _font, font = form.makeFont("Helvetica")
    told = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Widget"),
        "FT": PDFName("Ch"),
        "P": ink.canvas._doc.thisPageRef(),
        "Rect": PDFArray((x, low, x + width, low + height)),
        "T": PDFString(name),
        "TU": PDFString(tooltip),
        "DA": PDFString(f"/{font} 9 Tf 0 g"),
        "Opt": PDFArray([PDFArray([PDFString(value), PDFString(label)]) for label, value in options]),
        "F": _PRINT,
        "Ff": _COMBO,
    }
    box = PDFDictionary(told)
    ink.canvas._addAnnotation(box)
    form.fields.append(form.getRef(box))


def told(ink: Ink, name: str, value: str, tooltip: str) -> None:
    """A hidden field that says which paper this is; it cannot be typed into."""
    if ink.forms:
        ink.canvas.acroForm.textfield(
            name=name,
            value=value,
            tooltip=tooltip,
            x=1,
            y=1,
            width=1,
            height=1,
            borderWidth=0,
            borderColor=None,
            fillColor=None,
            maxlen=0,
            annotationFlags="hidden",
            fieldFlags="readOnly",
        )


def qr(ink: Ink, x: float, y: float, side: float, text: str) -> None:
    """A QR code of `side` points with its quiet zone. Never give it a name or other personal data."""
    matrix = qr_matrix(text)
    square = side / (len(matrix) + 2 * _QUIET)
    ink.squares(x + _QUIET * square, y + _QUIET * square, square, matrix)


def corner_marks(ink: Ink) -> None:
    """The four marks that a scan is straightened by; the hollow one tells which way up."""
    side = 5 * MM
    for x, y in ((10, 10), (195, 10), (10, 282)):
        ink.box(x * MM, y * MM, side, side, fill=measures.INK)
    ink.box(195 * MM, 282 * MM, side, side, edge=measures.INK, thick=1.4)


@dataclass(frozen=True)
class Tick:
    """A box to cross in a table's cell: one of several values of a name."""

    name: str
    value: str
    tooltip: str
    side: float = 5.5 * MM

    def height(self, width: float) -> float:
        """The pitch of boxes in a list."""
        return 7.2 * MM

    def draw(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        """In the middle of the cell."""
        left, top = x + (width - self.side) / 2, y + (height - self.side) / 2
        radio(ink, left, top, self.side, self.name, self.value, self.tooltip)


@dataclass(frozen=True)
class Line:
    """A cell to write or type into."""

    name: str
    tooltip: str

    def height(self, width: float) -> float:
        """As high as a box beside it."""
        return 7.2 * MM

    def draw(self, ink: Ink, x: float, y: float, width: float, height: float) -> None:
        """The whole cell."""
        field(ink, x, y + 2, width, height - 4, self.name, self.tooltip)
