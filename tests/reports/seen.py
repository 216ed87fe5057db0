"""What a finished file shows: its texts, where they stand, how big they are; and its pages as pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdf import PdfReader
from pypdfium2 import raw

MM = 72 / 25.4
_MEET = 2.0


@dataclass(frozen=True)
class Letter:
    """One printed character: its box in points from the top left, and its size."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def text(path) -> str:
    """The text of all pages, kept spaces as plain ones."""
    return "\n".join(pages(path))


def pages(path) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_page_text(page) for page in document]
    finally:
        document.close()


def _page_text(page) -> str:
    words = page.get_textpage().get_text_bounded()
    return " ".join(words.replace("\u00a0", " ").replace("\u202f", " ").split())


def letters(page) -> Iterator[Letter]:
    """The characters of a page that leave ink."""
    textpage = page.get_textpage()
    height = page.get_height()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for i in range(textpage.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(textpage, i))
        if char.isspace() or not char.isprintable():
            continue
        raw.FPDFText_GetCharBox(textpage, i, left, right, bottom, top)
        size = raw.FPDFText_GetFontSize(textpage, i)
        yield Letter(char, left.value, height - top.value, right.value, height - bottom.value, size)


def picture(path, number, dpi=150):
    """A page as a grey picture, with its forms drawn."""
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    try:
        return document[number].render(scale=dpi / 72, grayscale=True, may_draw_forms=True).to_pil()
    finally:
        document.close()


def fields(path) -> dict:
    """The form's fields by name."""
    return PdfReader(path).get_fields() or {}


def darkness(image, x, y, width, height, dpi=150) -> float:
    """How much of a rectangle (in mm) is dark, from 0 to 1."""
    scale = dpi / 25.4
    box = [round(side * scale) for side in (x, y, x + width, y + height)]
    histogram = image.crop(box).histogram()
    return sum(histogram[:128]) / max(sum(histogram), 1)


@dataclass(frozen=True)
class Box:
    """A piece of a line as it is printed: its letters and its box in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def boxes(page) -> list[Box]:
    """The pieces of the lines of a page."""
    textpage = page.get_textpage()
    high, found = page.get_height(), []
    for i in range(textpage.count_rects()):
        left, low, right, top = textpage.get_rect(i)
        found.append(Box(textpage.get_text_bounded(left, low, right, top).strip(), left, high - top, right, high - low))
    return [box for box in found if box.text]


def overprinted(found) -> Iterator[tuple[Box, Box]]:
    """The pairs of pieces that cover each other by more than accents and tails that meet."""
    found = sorted(found, key=lambda box: box.top)
    for i, one in enumerate(found):
        for other in found[i + 1 :]:
            if other.top >= one.bottom:
                break
            across = min(one.right, other.right) - max(one.left, other.left)
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            if across > _MEET and down > min(_MEET, 0.4 * min(one.bottom - one.top, other.bottom - other.top)):
                yield one, other
