"""Reads a date as people type it in five languages; each reading can be shown back before it is kept."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise

from iopd_desktop.models import fuzzy_edtf
from iopd_desktop.models.fuzzy import FuzzyDate
from iopd_desktop.models.fuzzy_edtf import Form, Shape, Span, shaped
from iopd_desktop.models.fuzzy_items import Item, Piece, dated
from iopd_desktop.models.fuzzy_tokens import Misread, Token, tokens
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import LANGUAGES, _, fold

# The longest date that is kept, said in full, is shorter than this.
LONGEST = 4_000
_EDTF_SIGNS = frozenset("0123456789-/.,?~%[]{} ")


def parse(text: str, *, language: str, year: int) -> FuzzyDate:
    """The date that a text means; `year` is meant where it names none, and `language` is tried first.

    Understands days, months, years, ranges, "or", "and", "?", about, early and late, seasons, quarters, ISO,
    15/05/2024 (the day first) and EDTF. Raises BadValue with a sentence that says what could not be read.
    """
    if len(text) > LONGEST:
        raise BadValue(_("This is too long for a date"))
    typed = text.strip()
    if typed[:1] in ("[", "{") or (typed[:4].isdigit() and "/" in typed and _EDTF_SIGNS.issuperset(typed)):
        return FuzzyDate.from_edtf(typed, text)
    folded = fold(typed)
    refusal: BadValue | None = None
    for code in dict.fromkeys((language, *LANGUAGES)):
        if code in LANGUAGES:
            try:
                return FuzzyDate.from_shape(_shape(tokens(folded, code), year), text)
            except Misread as refused:
                refusal = refusal or refused.told(typed)
            except BadValue as refused:
                refusal = refusal or refused
    raise refusal or BadValue(_("No date is written here"))


@dataclass
class _Sentence:
    """The items of a date and what stands between them, with what is said of the whole."""

    items: list[Item] = field(default_factory=lambda: [Item()])
    joints: list[str] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    count: int = 0

    def add(self, token: Token) -> None:
        """Take in the next token."""
        item, kind = self.items[-1], token.kind
        if kind in ("unsure", "about", "loose", "between"):
            self.said.add(kind)
        elif kind == "count":
            self.count = token.value
        elif kind in ("to", "to?", "or", "and", "comma"):
            self._join(kind)
        else:
            if kind == "year" and item.empty and self.joints[-1:] == ["comma"] and self.items[-2].waits_for_year:
                self._take_back()
            self.items[-1].take(token)

    def _join(self, kind: str) -> None:
        """A new item begins; signs that follow each other ("jusqu'au", ", and") are one."""
        if len(self.items) > 2 * fuzzy_edtf.MOST_PIECES:
            raise BadValue(_("This is too long for a date"))
        if not self.items[-1].empty:
            self.items.append(Item())
            self.joints.append("to" if kind == "to?" else kind)
        elif not self.joints:
            if kind in ("to", "or", "and"):
                raise BadValue(_("Something is missing at the beginning of this date"))
        elif kind not in ("to?", "comma") or (kind == "to?" and self.joints[-1] == "comma"):
            self.joints[-1] = "to" if kind == "to?" else kind

    def _take_back(self) -> None:
        self.items.pop()
        self.joints.pop()

    def end(self) -> None:
        """Close the sentence; a comma may stand at its end, nothing else."""
        if self.items[-1].empty and self.joints:
            if self.joints[-1] != "comma":
                raise BadValue(_("Something is missing at the end of this date"))
            self._take_back()
        if self.items[-1].empty:
            raise BadValue(_("No date is written here"))
        if "between" in self.said and self.joints == ["and"]:
            self.joints = ["to"]
            self.said.add("loose")


def _shape(listed: list[Token], year: int) -> Shape:
    sentence = _Sentence()
    for token in listed:
        sentence.add(token)
    sentence.end()
    joints = set(sentence.joints)
    if {"or", "and"} <= joints:
        raise BadValue(_("“And” and “or” stand side by side: write one of them"))
    pieces = dated(sentence.items, sentence.joints, year)
    form, spans = _form(pieces, "or" in joints, "loose" in sentence.said)
    if sentence.count:
        form, spans = _counted(form, spans, sentence.count)
    return shaped(form, spans, uncertain="unsure" in sentence.said, approximate="about" in sentence.said)


def _form(pieces: list[Piece], choice: bool, loose: bool) -> tuple[Form, list[Span]]:
    spans = [piece.span for piece in pieces]
    if len(spans) == 1:
        return ("within" if loose or pieces[0].loose else "interval"), spans
    if loose and _without_gap(spans):
        return "within", [Span(spans[0].start, spans[-1].end)]
    return ("one of" if choice or loose else "all of"), spans


def _without_gap(spans: list[Span]) -> bool:
    return all((later.start.first - span.end.last).days == 1 for span, later in pairwise(spans))


def _counted(form: Form, spans: list[Span], count: int) -> tuple[Form, list[Span]]:
    """Hold the days that a text counts ("15-18 May, four days") against those that it names."""
    if len(spans) == 1 and spans[0].start == spans[0].end and spans[0].start.day:
        start = spans[0].start
        last = start.first + timedelta(count - 1)
        return "interval", [Span(start, fuzzy_edtf.point(last.year, last.month, last.day))]
    named = sum((span.end.last - span.start.first).days + 1 for span in spans)
    if named != count:
        raise BadValue(_("These are {named} days, not {count}").format(named=named, count=count))
    return form, spans
