"""The measures of our print: lengths in points from the top left corner of the sheet, colours, type sizes."""

from dataclasses import dataclass
from typing import Final

MM: Final = 72 / 25.4
WIDTH: Final = 210 * MM
HEIGHT: Final = 297 * MM
INNER: Final = 25 * MM
OUTER: Final = 18 * MM
TEXT_WIDTH: Final = 167 * MM
TEXT_TOP: Final = 28 * MM
TEXT_BOTTOM: Final = 272 * MM
COLUMN_GAP: Final = 7 * MM
GRID: Final = 6.5



@dataclass(frozen=True)
class Shape:
    """How the sheets of a file lie: their size, the text's edges, and where head and foot stand, in points."""

    width: float
    height: float

    @property
    def text_width(self) -> float:
        """The width of the text, the same on left and right pages."""
        return self.width - INNER - OUTER

    @property
    def text_bottom(self) -> float:
        """Where the text ends."""
        return self.height - 25 * MM

    @property
    def foot(self) -> float:
        """Where the rule over the foot stands."""
        return self.height - 17 * MM


PORTRAIT: Final = Shape(WIDTH, HEIGHT)
LANDSCAPE: Final = Shape(HEIGHT, WIDTH)

INK: Final = "#1A1A1A"
ACCENT: Final = "#17475C"
MUTED: Final = "#55595C"
RULE: Final = "#8E999E"
MID: Final = "#A9B6BC"
HAIRLINE: Final = "#C3CBCF"
TINT: Final = "#EDF1F2"
WHITE: Final = "#FFFFFF"


@dataclass(frozen=True)
class Style:
    """How a text is set: size and leading in points, weight regular, bold or italic, colour, white above."""

    size: float
    leading: float
    weight: str = "regular"
    colour: str = INK
    above: float = 0.0


COVER_TITLE: Final = Style(30, 39, "bold", ACCENT)
TITLE: Final = Style(20, 26, "bold", ACCENT)
ENTRY_TITLE: Final = Style(16, 22.75, "bold", ACCENT)
SECTION: Final = Style(13, 19.5, "bold", ACCENT, 19.5)
PARAGRAPH_HEAD: Final = Style(9.5, 13, "bold", INK, 13)
BODY: Final = Style(9.5, 13, above=6.5)
LEDE: Final = Style(11, 16.25)
TABLE: Final = Style(8.5, 11)
TABLE_HEAD: Final = Style(7.5, 9.75, "bold", ACCENT)
LABEL: Final = Style(7.5, 9.75, "bold", MUTED)
NOTE: Final = Style(7.5, 9.75, colour=MUTED, above=6.5)
FOOT: Final = Style(7, 9, colour=MUTED)
PACKET_ID: Final = Style(6.5, 9, colour=MUTED)
KEY_FIGURE: Final = Style(24, 26, "bold", ACCENT)
ARABIC: Final = Style(11, 19.5, above=6.5)


def margin(number: int) -> float:
    """The leading edge of the text on page `number`: odd pages bind at the left."""
    return INNER if number % 2 else OUTER


def on_grid(height: float) -> float:
    """A height rounded up to the grid of 6.5 points."""
    return -(-round(height, 3) // GRID) * GRID
