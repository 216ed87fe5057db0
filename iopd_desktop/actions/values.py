"""Cells become values: the reverse of how records are written as columns, and what scripts hand in as JSON."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from iopd_desktop.actions.cells import shown_date
from iopd_desktop.actions.lookup import Lookup
from iopd_desktop.models.base import Values
from iopd_desktop.models.fields import Field
from iopd_desktop.models.kinds import Day, Files, Flag, Fuzzy, Link, Number, Terms, Text, Texts
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _, today

Parts = Mapping[str, Any]
Reads = Callable[[Any, Values, Any], Any]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_KEPT = 20_000


class CellReader:
    """Reads the cells of one file; texts that come again and again (countries, choices) are read once."""

    def __init__(self, look: Lookup, *, exact: bool, year: int | None = None) -> None:
        self._look, self._exact = look, exact
        self._year = year or today().year
        self._kept: dict[tuple[str, str], Any] = {}

    def value(self, made: Field, parts: Parts, beside: Values, now: Any) -> Any:
        """The value that the cells of a field mean, by part; as `reads` has it."""
        cells = tuple(parts.values())
        return self.reads(made, list(parts))(cells if len(cells) > 1 else cells[0], beside, now)

    def reads(self, made: Field, parts: Sequence[str]) -> Reads:
        """How the cells of a field become its value: `read(cells, beside, now)`.

        `cells` are those of the `parts` in their order, without a list around a single one. `read` gives None where
        they are empty, and raises BadValue with a sentence. `beside` are the values read so far, which say where a
        name is looked for; `now` is the value that stands.
        """
        kind = made.kind
        if list(parts) == [""] and isinstance(kind, Text):
            return lambda cell, _beside, _now: self._whole_text(kind, "" if cell is None else str(cell))
        if list(parts) == [""] and isinstance(kind, Texts):
            return lambda cell, beside, _now: self._texts(kind, {_spoken(cell, beside): cell})
        if list(parts) == [""] and not isinstance(kind, Fuzzy):
            return lambda cell, beside, _now: self._cell(made, cell, beside)
        read = self._in_parts(made)
        if len(parts) == 1:
            return lambda cell, _beside, now: read({parts[0]: cell}, now)
        return lambda cells, _beside, now: read(dict(zip(parts, cells, strict=True)), now)

    def _in_parts(self, made: Field) -> Callable[[Parts, Any], Any]:
        kind = made.kind
        if isinstance(kind, Texts):
            return lambda parts, _now: self._texts(kind, parts)
        if isinstance(kind, Fuzzy):
            return lambda parts, now: self._date(kind, parts, now)
        assert isinstance(kind, Text)
        return lambda parts, _now: self._whole_text(kind, _joined(parts))

    def _cell(self, made: Field, cell: Any, beside: Values) -> Any:
        kind = made.kind
        if cell is None or cell == "":
            return None
        if isinstance(kind, Link) and kind.to != "*":
            return self._link(kind, cell, beside)
        if isinstance(kind, Terms | Files):
            return self._several(kind, cell)
        if isinstance(cell, Mapping):
            return kind.clean(cell.get("id", cell) if isinstance(kind, Link) else cell)
        return self._plain(made, cell)

    def _plain(self, made: Field, cell: Any) -> Any:
        kind = made.kind
        if isinstance(cell, list) or (isinstance(kind, Number | Flag) and isinstance(cell, int | float)):
            return kind.clean(cell)
        text = str(cell)
        if isinstance(kind, Day) and _DAY.fullmatch(text):
            return kind.clean(text)
        key = (made.name, text)
        if key not in self._kept:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = kind.parse(text, self._look)
        return self._kept[key]

    def _whole_text(self, kind: Text, text: str) -> str | None:
        stripped = text.strip()
        if not stripped:
            return None if not (self._exact and text) else kind.clean(text)
        return kind.clean(text if self._exact else stripped)

    def _texts(self, kind: Texts, parts: Parts) -> Any:
        whole = parts.get("")
        found: dict[str, Any] = dict(whole) if isinstance(whole, Mapping) else {}
        if isinstance(whole, str | int | float) and str(whole).strip():
            found |= kind.parse(str(whole)) or {}
        makers = dict(parts["by"]) if isinstance(parts.get("by"), Mapping) else {}
        for part in _in_order(parts):
            code, _slash, more = part.partition("/")
            if code in ("", "by") or parts[part] in (None, ""):
                continue
            if more == "by":
                makers[code] = parts[part]
            else:
                found[code] = str(found.get(code, "") if more else "") + str(parts[part])
        said = {
            code: {"text": text, "by": makers.get(code, "person")} if isinstance(text, str) else text
            for code, text in ((code, self._trimmed(text)) for code, text in found.items()) if text
        }  # fmt: skip
        return kind.clean(said) or None

    def _trimmed(self, text: Any) -> Any:
        return text.strip() if isinstance(text, str) and not self._exact else text

    def _date(self, kind: Fuzzy, parts: Parts, now: Any) -> Any:
        told = parts.get("")
        if isinstance(told, Mapping):
            return kind.clean(told)
        text = str(told if told is not None else "").strip()
        if parts.get("wording") and text:
            return kind.clean({"edtf": text, "wording": str(parts["wording"])})
        exact = str(parts.get("edtf") or "").strip()
        if not exact:
            return self._said_date(kind, text) if text else None
        if not text or (now and now["edtf"] == exact and shown_date(kind, now) == text):
            return now if now and now["edtf"] == exact else kind.clean({"edtf": exact, "wording": ""})
        if now:
            return kind.read(text, int(now["earliest"][:4]))
        return kind.clean({"edtf": exact, "wording": text})

    def _said_date(self, kind: Fuzzy, text: str) -> Any:
        try:
            return kind.clean({"edtf": text, "wording": ""})
        except BadValue:
            return kind.read(text, self._year)

    def _link(self, kind: Link, cell: Any, beside: Values) -> str:
        named = [cell.get("id"), cell.get("title")] if isinstance(cell, Mapping) else [cell]
        for name in filter(None, named):
            if found := self._look.linked(kind.to, str(name), beside):
                return found
        raise BadValue(
            _("{field}: nothing is called “{text}”").format(
                field=kind.shown_label(), text=str(next(filter(None, reversed(named)), ""))[:80]
            )
        )

    def _several(self, kind: Terms | Files, cell: Any) -> Any:
        items = cell if isinstance(cell, list) else [c.strip() for c in _items(str(cell)) if c.strip()]
        found = []
        for item in items:
            name = str(item.get("id") or item.get("title")) if isinstance(item, Mapping) else str(item)
            id = self._look.term(kind.vocabulary, name) if isinstance(kind, Terms) else self._look.find("file", name)
            if id is None:
                sentence = _("{field}: nothing is called “{text}”")
                raise BadValue(sentence.format(field=kind.shown_label(), text=name[:80]))
            found.append(id)
        return kind.clean(found) or None


def _spoken(cell: Any, beside: Values) -> str:
    """The language of a text whose heading names none: the one that its line tells of itself, else ours ("")."""
    told = beside.get("language")
    return told if isinstance(cell, str) and isinstance(told, str) else ""


def _items(text: str) -> list[str]:
    return text.replace("\n", ";").split(";") if ";" in text or "\n" in text else text.split(",")


def _joined(parts: Parts) -> str:
    """A text that was too long for one cell, from its pieces."""
    return "".join(str(parts[part]) for part in _in_order(parts) if parts[part] is not None)


def _in_order(parts: Parts) -> list[str]:
    """The parts of a text in the order in which they follow each other: en, en/2, ... en/10."""
    return sorted(parts, key=lambda part: [(int(p), "") if p.isdigit() else (0, p) for p in part.split("/")])
