"""Which fonts print which characters: found on this machine, asked for their glyphs, chosen run by run.

No font is brought along: the build's own `fonts` folder, the system's folders, then what reportlab carries.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from iopd_desktop import paths

# What a person's system may have for each part, best first. One family, Noto Sans, where it is installed.
_LATIN = {
    "regular": ("NotoSans-Regular", "DejaVuSans", "segoeui", "Arial"),
    "bold": ("NotoSans-Bold", "DejaVuSans-Bold", "segoeuib", "Arial Bold"),
    "italic": ("NotoSans-Italic", "DejaVuSans-Oblique", "segoeuii", "Arial Italic"),
}
_CARRIED = {"regular": "Vera", "bold": "VeraBd", "italic": "VeraIt"}
_WIDE = {
    "regular": ("DejaVuSans", "Arial Unicode", "segoeui", "Arial"),
    "bold": ("DejaVuSans-Bold", "segoeuib", "Arial Bold"),
    "italic": (),
}
# DroidSansFallback has Han, kana and Hangul; its "Full" twin has the same face name but no Hangul.
_HAN = ("DroidSansFallback", "Arial Unicode", "msyh", "simhei", "malgun", "YuGothM")
_CID = (("gb2312", "STSong-Light"), ("shift_jis", "HeiseiKakuGo-W5"), ("euc_kr", "HYGothic-Medium"))
_SYMBOLS = ("NotoSansSymbols-Regular", "NotoSansSymbols2-Regular", "NotoSansMath-Regular", "seguisym")
# First and last character, family, and whether its letters must be shaped to read right.
_SCRIPTS = (
    (0x0530, 0x058F, "Armenian", False),
    (0x0590, 0x05FF, "Hebrew", False),
    (0x0600, 0x06FF, "Arabic", False),
    (0x0750, 0x077F, "Arabic", False),
    (0x08A0, 0x08FF, "Arabic", False),
    (0x0900, 0x097F, "Devanagari", True),
    (0x0980, 0x09FF, "Bengali", True),
    (0x0A00, 0x0A7F, "Gurmukhi", True),
    (0x0A80, 0x0AFF, "Gujarati", True),
    (0x0B00, 0x0B7F, "Oriya", True),
    (0x0B80, 0x0BFF, "Tamil", True),
    (0x0C00, 0x0C7F, "Telugu", True),
    (0x0C80, 0x0CFF, "Kannada", True),
    (0x0D00, 0x0D7F, "Malayalam", True),
    (0x0D80, 0x0DFF, "Sinhala", True),
    (0x0E00, 0x0E7F, "Thai", True),
    (0x0E80, 0x0EFF, "Lao", True),
    (0x1000, 0x109F, "Myanmar", True),
    (0x10A0, 0x10FF, "Georgian", False),
    (0x1200, 0x139F, "Ethiopic", False),
    (0x1780, 0x17FF, "Khmer", True),
    (0x2D30, 0x2D7F, "Tifinagh", False),
    (0xFB1D, 0xFB4F, "Hebrew", False),
    (0xFB50, 0xFDFF, "Arabic", False),
    (0xFE70, 0xFEFF, "Arabic", False),
)
_HAN_BLOCKS = (
    (0x1100, 0x11FF),
    (0x2E80, 0xA4CF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
)
_SUFFIXES = (".ttf", ".TTF", ".ttc")


def is_han(char: str) -> bool:
    """Whether a character belongs to Chinese, Japanese or Korean writing, which breaks between letters."""
    code = ord(char)
    return code >= 0x1100 and (code >= 0x20000 or any(low <= code <= high for low, high in _HAN_BLOCKS))


@dataclass(frozen=True)
class Face:
    """One font as reportlab knows it; `shaped` faces need HarfBuzz, `listed` ones know no glyph table."""

    name: str
    shaped: bool = False
    cid: str = ""
    glyphs: Any = field(default=None, compare=False, repr=False)
    widths: Any = field(default=None, compare=False, repr=False)
    usual_width: float = field(default=0, compare=False)

    def has(self, char: str) -> bool:
        """Whether the font can print a character."""
        if self.cid:
            try:
                return len(char.encode(self.cid)) == 2
            except UnicodeEncodeError:
                return False
        return ord(char) in self.glyphs

    def width(self, text: str) -> float:
        """How wide a text runs, in thousandths of its size."""
        if self.cid:
            return 1000.0 * len(text)
        if self.shaped:
            return float(sum(glyph.x_advance for glyph in self.shape(text).__shapeData__))
        widths, usual = self.widths, self.usual_width
        return float(sum([widths.get(ord(char), usual) for char in text]))

    def shape(self, text: str) -> Any:
        """The text with the glyphs that its script joins and reorders."""
        from reportlab.pdfbase.ttfonts import shapeStr

        return shapeStr(text, self.name, 1000, force=True)


def _folders() -> Iterator[Path]:
    with suppress(FileNotFoundError):
        yield paths.brought("fonts")
    home = Path.home()
    yield from (
        Path("/usr/share/fonts/truetype/noto"),
        Path("/usr/share/fonts/truetype/droid"),
        Path("/usr/share/fonts-droid-fallback/truetype"),
        Path("/usr/share/fonts/truetype/dejavu"),
        Path("/usr/share/fonts/noto"),
        Path("/usr/share/fonts/google-noto"),
        Path("/usr/share/fonts/TTF"),
        Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
        home / "AppData/Local/Microsoft/Windows/Fonts",
        Path("/System/Library/Fonts/Supplemental"),
        Path("/System/Library/Fonts"),
        Path("/Library/Fonts"),
        home / "Library/Fonts",
        home / ".local/share/fonts",
    )


@cache
def _file(name: str) -> Path | None:
    for folder in _folders():
        for suffix in _SUFFIXES:
            path = folder / (name + suffix)
            if path.is_file():
                return path
    return None


@cache
def _face(name: str, shaped: bool) -> Face | None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    path = _file(name)
    if path is None and not name.startswith("Vera"):
        return None
    try:
        font = TTFont(f"iopd-{name}", str(path or f"{name}.ttf"), shapable=shaped)
    except (TTFError, OSError, ValueError):
        return None
    pdfmetrics.registerFont(font)
    face = font.face
    return Face(font.fontName, shaped, "", face.charToGlyph, face.charWidths, face.defaultWidth)


@cache
def _cid_face(name: str, encoding: str) -> Face:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont(name))
    return Face(name, cid=encoding)


def _script(char: str) -> tuple[str, bool] | None:
    code = ord(char)
    for low, high, family, shaped in _SCRIPTS:
        if low <= code <= high:
            return family, shaped
    return None


def _candidates(char: str, weight: str) -> Iterator[Face | None]:
    script = _script(char)
    if script:
        family, shaped = script
        if weight == "bold":
            yield _face(f"NotoSans{family}-Bold", shaped)
        yield _face(f"NotoSans{family}-Regular", shaped)
    elif is_han(char):
        for name in _HAN:
            yield _face(name, shaped=False)
        for encoding, name in _CID:
            yield _cid_face(name, encoding)
    for name in (*_LATIN[weight], _CARRIED[weight], *_WIDE[weight], *_WIDE["regular"], *_SYMBOLS):
        yield _face(name, shaped=False)


@cache
def face_for(char: str, weight: str) -> Face | None:
    """The first font that prints a character in this weight, or None where no font here does."""
    return next((face for face in _candidates(char, weight) if face and face.has(char)), None)
