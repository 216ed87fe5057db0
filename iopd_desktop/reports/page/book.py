"""Pages: blocks are placed first and drawn afterwards, so that every total and page number is the true one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from iopd_desktop.actions.network import Letterhead, letterhead
from iopd_desktop.reports.page import measures
from iopd_desktop.reports.page.blocks import Block, Item, Text
from iopd_desktop.reports.page.ink import Ink
from iopd_desktop.reports.page.measures import MM, Style, margin, on_grid
from iopd_desktop.reports.page.setting import lines
from iopd_desktop.words import language, speaking

_HEAD: Final = Style(7.5, 9.75, colour=measures.MUTED)
_HERE: Final = Style(7.5, 9.75, "bold")
_COUNT: Final = Style(7.5, 9)
_FOOT_TEXT: Final = 142 * MM


@dataclass(eq=False)
class Running:
    """What stands at the head and foot of pages.

    `here` may hold {page} and {pages}, counted over the pages that share this object, and {marks}, the first
    and last mark on the page. `bare` leaves out head and rules, and the foot where a function draws the page.
    """

    document: str = ""
    here: str = ""
    foot: str = ""
    number: str = ""
    bare: bool = False


@dataclass(eq=False)
class Part:
    """A stretch of pages numbered on its own: one packet in a file of many."""

    leaves: int = 0


@dataclass(eq=False)
class Leaf:
    """One side of a sheet; `language` is that in which it was laid out, and in which it is drawn."""

    number: int
    part: Part
    running: Running
    language: str
    blank: bool = False
    whole: Callable[[Ink, "Leaf"], None] | None = None
    columns: bool = False
    items: list[tuple[Block, float, float, float, str]] = field(default_factory=list)

    @property
    def marks(self) -> list[str]:
        """What its blocks are called, for the running head."""
        return [item[0].mark for item in self.items if item[0].mark]


class Page:
    """The pages of one file, filled from the top, left column first.

    `shape` is the file's, and told before its first block. `header` is put at the top of every column that a block
    runs over into, `subject` names the record at hand, `house` is whose paper it is. `remarks` are said to whoever
    made the file, not printed.
    """

    def __init__(self, running: Running, house: Letterhead | None = None) -> None:
        self.leaves: list[Leaf] = []
        self.running = running
        self.shape = measures.PORTRAIT
        self.house = house or letterhead(None)
        self.subject = ""
        self.remarks: list[str] = []
        self.title = ""
        self.author = ""
        self.header: Block | None = None
        self.places: dict[str, Leaf] = {}
        self._part = Part()
        self._pending: list[Block] = []
        self._columns = 1
        self._gap = 0.0
        self._column = 0
        self._y = 0.0
        self._open = False

    def add(self, block: Block) -> None:
        """Place a block; a heading waits for what follows it."""
        self._pending.append(block)
        if not block.keep:
            self.settle()

    def settle(self) -> None:
        """Place what waits."""
        group, self._pending = self._pending, []
        if not group:
            return
        width = self._width()
        if self._open and not self._at_top():
            need = sum(block.height(width) + block.above for block in group[:-1])
            if need + group[-1].above + group[-1].lead(width) > self._room():
                self._next_column()
        for block in group:
            self._place(block)

    def new_page(self, *, odd: bool = False) -> None:
        """What follows begins a page, with `odd` a right-hand one (a blank page comes before it if need be)."""
        self.settle()
        self._open = False
        if odd and self._part.leaves % 2:
            self._leaf(blank=True)
            self._open = False

    def new_part(self, *, odd: bool = True) -> None:
        """What follows is numbered from 1 again; with `odd` the part before ends with a whole sheet of paper."""
        if self.leaves:
            self.new_page(odd=odd)
        self._part = Part()

    def fixed_page(self, draw: Callable[[Ink, Leaf], None]) -> None:
        """A page that a function draws as a whole."""
        self.new_page()
        self._leaf().whole = draw
        self._open = False

    def columns(self, count: int, gap: float = measures.COLUMN_GAP) -> None:
        """Set what follows in columns; it begins a page."""
        self.new_page()
        self._columns, self._gap = count, gap

    def name_place(self, key: str) -> None:
        """Give the page on which the next block will stand a name; blank pages before it do not count."""
        self.settle()
        if not self._open:
            self._leaf()
        self.places[key] = self.leaves[-1]

    def number_of(self, key: str) -> str:
        """The number of a named page, for a page that is drawn later or earlier."""
        return str(self.places[key].number) if key in self.places else ""

    def _leaf(self, *, blank: bool = False) -> Leaf:
        self._part.leaves += 1
        leaf = Leaf(self._part.leaves, self._part, self.running, language(), blank, columns=self._columns > 1)
        self.leaves.append(leaf)
        self._open, self._column, self._y = True, 0, measures.TEXT_TOP
        return leaf

    def _width(self) -> float:
        return (self.shape.text_width - self._gap * (self._columns - 1)) / self._columns

    def _room(self) -> float:
        return self.shape.text_bottom - self._y

    def _at_top(self) -> bool:
        return self._y <= measures.TEXT_TOP

    def _next_column(self) -> None:
        self._column += 1
        self._y = measures.TEXT_TOP
        if self._column >= self._columns:
            self._open = False

    def _place(self, block: Block) -> None:
        width = self._width()
        rest: Block | None = block
        while rest is not None:
            if not self._open:
                self._leaf()
            if self.header and self._at_top() and not rest.keep:
                self._put(self.header, self._y, width, self.header.height(width))
            top = self._y + (0.0 if self._at_top() or self._under_head(rest) else rest.above)
            if rest.gridded:
                top = measures.TEXT_TOP + on_grid(top - measures.TEXT_TOP)
            room = self.shape.text_bottom - top
            high = rest.height(width)
            if high <= room + 0.01:
                self._put(rest, top, width, high)
                return
            parts = rest.split(width, room) if room > 0 else None
            if parts:
                self._put(parts[0], top, width, parts[0].height(width))
                rest = parts[1]
            elif self._at_top() or self._before() is self.header is not None:
                self._put(rest, top, width, high)
                return
            self._next_column()

    def _before(self) -> Block | None:
        return self.leaves[-1].items[-1][0] if self.leaves[-1].items else None

    def _under_head(self, block: Block) -> bool:
        """A text stands close under its heading."""
        before = self._before()
        return isinstance(before, Text) and before.keep and isinstance(block, Text | Item) and not block.keep

    def _put(self, block: Block, top: float, width: float, high: float) -> None:
        leaf = self.leaves[-1]
        x = margin(leaf.number) + self._column * (width + self._gap)
        leaf.items.append((block, x, top, width, self.subject))
        if block.place:
            self.places.setdefault(block.place, leaf)
        self._y = top + high

    def paint(self, ink: Ink, told: Callable[[int, int], None] | None = None) -> None:
        """Draw every page; `told(done, whole)` hears of each, and may raise to stop."""
        ink.describe(self.title, self.author, self.running.document)
        pages: dict[Running, list[Leaf]] = {}
        for leaf in self.leaves:
            if not leaf.blank:
                pages.setdefault(leaf.running, []).append(leaf)
        seen: dict[Running, int] = {}
        for i, leaf in enumerate(self.leaves):
            if told:
                told(i, len(self.leaves))
            if not leaf.blank:
                seen[leaf.running] = seen.get(leaf.running, 0) + 1
            here = _here(leaf, seen.get(leaf.running, 0), len(pages.get(leaf.running, ())))
            with speaking(leaf.language):
                _paint(ink, leaf, here)
            ink.turn()


def _here(leaf: Leaf, page: int, pages: int) -> str:
    marks = list(dict.fromkeys(leaf.marks))
    shown = " – ".join([marks[0], marks[-1]] if len(marks) > 1 else marks)
    text = leaf.running.here.replace("{page}", str(page)).replace("{pages}", str(pages))
    return text.replace("{marks}", shown)


def _paint(ink: Ink, leaf: Leaf, here: str) -> None:
    if leaf.whole:
        leaf.whole(ink, leaf)
        if not leaf.running.bare:
            ink.text(here, 188 * MM, 12.5 * MM, _HERE, align="end", room=90 * MM)
            _foot(ink, leaf, 22 * MM, 188 * MM)
        return
    x, wide = margin(leaf.number), ink.shape.text_width
    if not leaf.running.bare and not leaf.blank:
        taken = ink.text(here, x + wide, 15 * MM, _HERE, align="end", room=100 * MM)
        ink.text(leaf.running.document, x, 15 * MM, _HEAD, room=wide - taken - 4 * MM)
        ink.rule(x, 17 * MM, x + wide, 0.4, measures.RULE)
    if leaf.columns and leaf.items:
        last = max(y + block.height(width) for block, _, y, width, _ in leaf.items)
        ink.rule(x + wide / 2, measures.TEXT_TOP, last, 0.4, measures.RULE, down=True)
    for block, at, y, width, subject in leaf.items:
        ink.subject = subject
        block.draw(ink, at, y, width)
    ink.rule(x, ink.shape.foot, x + wide, 0.4, measures.RULE)
    _foot(ink, leaf, x, x + wide)


def _foot(ink: Ink, leaf: Leaf, x: float, right: float) -> None:
    baseline = ink.shape.foot + 4 * MM
    for i, line in enumerate(lines(leaf.running.foot, measures.FOOT, max(_FOOT_TEXT, right - x - 25 * MM))[:2]):
        ink.line(line, x, baseline + i * measures.FOOT.leading, measures.FOOT)
    ink.text(f"{leaf.number}/{leaf.part.leaves}", right, baseline, _COUNT, align="end")
    if leaf.running.number and not leaf.whole:
        ink.text(leaf.running.number, right, baseline + 9, measures.PACKET_ID, align="end")
